"""How much of what stands on papers is read right: papers of many families, and the count."""
