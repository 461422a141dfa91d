"""What the forms of post-loan inspections share: what is known of a loan before the visit."""
