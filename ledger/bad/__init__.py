"""Bad loans: which they are, what is done about each, and what comes of it."""
