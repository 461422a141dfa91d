"""Who answers for which household and loan, how well it is done, and what follows from it."""
