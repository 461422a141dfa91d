"""Every kind of document the program drafts: each is declared in a module or package here."""
