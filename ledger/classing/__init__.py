"""Class rules as data: which class a loan should have at best, and why."""
