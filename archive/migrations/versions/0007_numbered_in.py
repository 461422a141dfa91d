"""The year in a paper's archive number is given once: a corrected date does not renumber it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; papers filed before have none, as in the records of their objects."""
    op.add_column("document", sa.Column("number_year", sa.Integer(), nullable=True))
