"""How the forms of post-loan inspections are laid out."""
