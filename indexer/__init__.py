"""Full text and facts of everything filed; may be deleted and rebuilt at any time."""
