"""One file for each group of papers: which of their fields give which facts."""
