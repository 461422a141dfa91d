"""Commands for people: parse arguments, call one function, word the outcome, set the exit code."""
