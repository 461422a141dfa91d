"""Word templates (`templates/word/LANGUAGE/*.docx`) and what fills them from the ledger."""
