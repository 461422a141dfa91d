"""Fields that Word computes and nobody has computed yet: numbers of captions, and contents."""
