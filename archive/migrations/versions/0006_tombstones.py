"""A destroyed paper leaves a tombstone; the feed of changes may speak of papers that are gone."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of archive.schema, and take the foreign key away from the feed."""
    op.create_table(
        "tombstone",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("item_no", sa.Integer(), nullable=False),
        sa.Column("archive_number", sa.String(), nullable=False),
        sa.Column("doc_type", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("category", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filed_at", sa.String(), nullable=False),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.Column("list_no", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("destroyed_at", sa.String(), nullable=False),
        sa.Column("tombstone_path", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("object_id", "item_no"),
    )
    op.create_index("ix_tombstone_household_id", "tombstone", ["household_id"])
    op.create_index("ix_tombstone_sha256", "tombstone", ["sha256"])
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("act", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    _free_the_feed()


def _free_the_feed() -> None:
    """SQLite takes no constraint away: the table is made again with its rows and numbers."""
    op.create_table(
        "document_change_new",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO document_change_new (seq, document_id, what, at) "
        "SELECT seq, document_id, what, at FROM document_change ORDER BY seq"
    )
    op.drop_index("ix_document_change_document_id", "document_change")
    op.drop_table("document_change")
    op.rename_table("document_change_new", "document_change")
    op.create_index("ix_document_change_document_id", "document_change", ["document_id"])
