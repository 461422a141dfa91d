"""Makes samples/inbox, samples/expected and samples/ledger: `python -m samples.make`.

Everything follows from fixed seeds and dates, so that a second run changes no byte.
"""
