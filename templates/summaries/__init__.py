"""Summaries of a year, half or quarter: facts by comparison, sentences chosen by them.

facts      what the ledger says of the period, beside the one before and the period's beginning
telling    which sentences the facts support, the same in every language
patterns_* the sentences' words, one table a language
"""
