"""What the program's speed is, measured beside what others do with the same files: `make bench`."""
