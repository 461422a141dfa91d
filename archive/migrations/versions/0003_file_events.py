"""What happens to household files and papers is kept as events."""

import sqlalchemy as sa
from alembic import op

from archive.database import make_insert_only

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of events, and of those that the archive's objects do not hold yet."""
    op.create_table(
        "file_event",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.String(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_file_event_household_id", "file_event", ["household_id"])
    op.create_index("ix_file_event_document_id", "file_event", ["document_id"])
    op.create_index("ix_file_event_kind", "file_event", ["kind"])
    make_insert_only(op.get_bind(), "file_event")
    op.create_table("event_unkept", sa.Column("seq", sa.Integer(), primary_key=True))
