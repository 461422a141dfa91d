"""Verification: everything the archive holds, read and compared with everything that speaks of it.

Nothing is changed here but by `repair`, and that only puts back bytes whose digest is known.
"""
