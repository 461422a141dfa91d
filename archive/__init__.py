"""The inbox, the household files on disk, custody and audit: the truth all else is rebuilt from.

Only `archive.fsio` touches the archive's files.
"""
