"""Value grammars: from what a paper prints to a typed value, and back where both ways exist.

Every function here is pure, takes plain text (`values.plain` has been applied) and returns None
rather than a guess.
"""
