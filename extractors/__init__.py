"""One document in, one Reading out: text, words with boxes, document type, fields, problems.

Knows nothing of households, ledgers or paths: the rest of the program depends on it, never the
other way round.
"""
