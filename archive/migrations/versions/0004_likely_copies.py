"""Papers that may be one and the same: buckets in which they meet, and the pairs found."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; archive.rescans fills them from the papers on disk."""
    op.create_table(
        "document_sketch",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("document_id"),
    )
    op.create_index("ix_document_sketch_seq", "document_sketch", ["seq"])
    op.create_table(
        "document_bucket",
        sa.Column("bucket", sa.Integer(), nullable=False),
        sa.Column("sketch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "sketch"),
        sa.ForeignKeyConstraint(["sketch"], ["document_sketch.number"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_document_bucket_sketch", "document_bucket", ["sketch"])
    op.create_table(
        "likely_copy",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("copy_of", sa.String(), nullable=False),
        sa.Column("text_percent", sa.Integer(), nullable=False),
        sa.Column("figures_percent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "copy_of"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["copy_of"], ["document.id"], ondelete="CASCADE"),
    )
    op.create_index("ix_likely_copy_copy_of", "likely_copy", ["copy_of"])
