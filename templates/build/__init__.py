"""Makes the shipped Word templates from scratch: `python -m templates.build`.

The .docx files are the product, and people edit those; this is how the first ones were laid out.
"""
