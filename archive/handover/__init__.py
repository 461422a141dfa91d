"""移交: household files handed over as BagIt packages, proved years later, taken in elsewhere.

A package is checkable with `unzip` and `sha256sum` alone, and nothing of a received package is
unpacked before its names, sizes and lists were found harmless.
"""
