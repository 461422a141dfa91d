"""The ten methods of post-loan management as a checklist for each loan."""
