"""Seals: a signed digest over all that the archive holds, made daily, for paper and for copies.

A hash chain alone does not stop one who owns the disk: he computes it anew. A seal that was copied
elsewhere, or whose short form stands in the register of the archive, he cannot change.
"""
