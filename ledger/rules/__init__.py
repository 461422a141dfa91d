"""Rules of post-loan work as data: each says what is due, when, and which fact shows it done."""
