"""Message catalogues: English in the code, complete Chinese and Spanish here."""
