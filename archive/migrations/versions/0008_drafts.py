"""Drafts by the number they bear, so that a signed copy that comes back finds its own."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; archive.drafts fills them from the side files of the drafts."""
    op.create_table(
        "draft",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("signed_type", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("number", "document_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_draft_document_id", "draft", ["document_id"])
    op.create_index("ix_draft_household_id", "draft", ["household_id"])
    op.create_table(
        "draft_followed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
