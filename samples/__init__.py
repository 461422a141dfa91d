"""Sample papers and a sample ledger of invented people, and the program that makes them."""
