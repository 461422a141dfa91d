"""Backup and restore: a second copy that is proved, readable without us, and never worse."""
