"""Reading text from page images: the engine, what is cleaned before, and lines from its boxes."""
