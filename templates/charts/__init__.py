"""Native Word charts: their data as a document's field, and how a template's chart is filled."""
