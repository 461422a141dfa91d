"""Many notices at once: print files in which each is a section of its own, listed and restartable.

`joined` makes one print file of filled documents, `printing` fills and joins, `listing` says which
notice stands where and on which figures, `journal` knows what is done, `run` does all of it.
"""
