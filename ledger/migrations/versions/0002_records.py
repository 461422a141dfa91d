"""Facts of declared kinds: one table for all that need none of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.database import make_insert_only

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, then forbid changing what is in it."""
    op.create_table(
        "record",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, index=True),
        sa.Column("effective_on", sa.Date, nullable=False, index=True),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("source_kind", sa.String, nullable=False),
        sa.Column("document_id", sa.String),
        sa.Column("page", sa.Integer),
        sa.Column("box", sa.JSON),
        sa.Column("sheet", sa.String),
        sa.Column("cell", sa.String),
        sa.Column("person", sa.String),
        sa.Column("cells", sa.JSON, nullable=False),
        sa.Column("supersedes", sa.Integer, sa.ForeignKey("record.id")),
        sa.Column("reason", sa.String),
        sa.Column("void", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("loan_account.id"), index=True),
        sa.Column("household_id", sa.Integer, sa.ForeignKey("household.id"), index=True),
        sa.Column("subject", sa.String),
        sa.Column("content", sa.JSON, nullable=False),
        sa.CheckConstraint(
            "source_kind IN ('workbook', 'document', 'person')", name="record_source_kind"
        ),
        sa.CheckConstraint(
            "(supersedes IS NULL) = (reason IS NULL)", name="record_correction_says_why"
        ),
        sa.UniqueConstraint("supersedes", name="record_superseded_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("record_kind_day", "record", ["kind", "effective_on"])
    op.create_index("record_kind_subject", "record", ["kind", "subject"])
    make_insert_only(op.get_bind(), "record")
