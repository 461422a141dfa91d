"""A paper may be part of a scan that holds several."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns that say which scan, and which pages of it."""
    op.add_column("document", sa.Column("part_of", sa.String(), nullable=True))
    op.add_column("document", sa.Column("part_pages", sa.String(), nullable=True))
    op.create_index("ix_document_part_of", "document", ["part_of"])
