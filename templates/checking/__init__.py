"""What is wrong with a Word template, found before it is used and said for whom edits it."""
