"""What filed papers say that the ledger keeps too, and how far the ledger has followed them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; both can be made again from the papers."""
    op.create_table(
        "paper_said",
        sa.Column("document_id", sa.String, primary_key=True),
        sa.Column("household_id", sa.Integer, index=True),
        sa.Column("reading", sa.JSON, nullable=False),
    )
    op.create_table(
        "paper_followed",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
    )
