"""A row of the audit trail can only be added behind the newest, and only if it follows from it."""

from alembic import op

from archive.database import make_chained

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the trigger."""
    make_chained(op.get_bind(), "audit")
