"""How offices lay out their ledgers: one module per register, each a declaration of its columns."""
