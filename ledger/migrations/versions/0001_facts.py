"""The first facts: loans, repayments, interest, statements, classes, collateral, plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from archive.database import make_insert_only

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CLASSES = "'normal', 'special_mention', 'substandard', 'doubtful', 'loss'"


def upgrade() -> None:
    """Make the tables, then forbid changing what is in them."""
    op.create_table(
        "workbook_import",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False, index=True),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("rows_left_out", sa.Integer, nullable=False),
        sa.Column("facts_added", sa.Integer, nullable=False),
    )
    op.create_table(
        "loan_account",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.String, nullable=False, unique=True),
        sa.Column("recorded_at", sa.String, nullable=False),
    )
    _facts(
        "loan",
        _account(),
        _household(),
        sa.Column("iou_no", sa.String),
        sa.Column("contract_no", sa.String, index=True),
        sa.Column("product", sa.String),
        sa.Column("guarantee", sa.String),
        sa.Column("occurrence", sa.String),
        sa.Column("purpose", sa.String),
        sa.Column("unit", sa.String),
        sa.Column("manager", sa.String),
        sa.Column("amount_fen", sa.Integer, nullable=False),
        sa.Column("contract_amount_fen", sa.Integer),
        sa.Column("rate", sa.String),
        sa.Column("rate_unit", sa.String),
        sa.Column("granted_on", sa.Date, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.CheckConstraint("amount_fen > 0", name="loan_amount_positive"),
        sa.CheckConstraint("due_on IS NULL OR due_on >= granted_on", name="loan_due_after_granted"),
        sa.CheckConstraint("(rate IS NULL) = (rate_unit IS NULL)", name="loan_rate_has_unit"),
    )
    _facts(
        "repayment",
        _account(),
        sa.Column("principal_fen", sa.Integer, nullable=False),
        sa.Column("interest_fen", sa.Integer, nullable=False),
        sa.Column("voucher_no", sa.String),
        sa.Column("channel", sa.String),
    )
    _facts(
        "interest_due",
        _account(),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("due_fen", sa.Integer, nullable=False),
        sa.Column("received_fen", sa.Integer),
        sa.CheckConstraint("due_fen >= 0", name="interest_due_not_negative"),
    )
    _facts(
        "statement",
        _account(),
        sa.Column("balance_fen", sa.Integer),
        sa.Column("days_overdue", sa.Integer),
        sa.Column("arrears_in_fen", sa.Integer),
        sa.Column("arrears_off_fen", sa.Integer),
        sa.CheckConstraint("days_overdue IS NULL OR days_overdue >= 0", name="statement_days"),
    )
    _facts(
        "classification",
        _account(),
        sa.Column("class", sa.String, nullable=False),
        sa.Column("previous_class", sa.String),
        sa.Column("decided_on", sa.Date),
        sa.Column("decided_by", sa.String),
        sa.Column("why", sa.String),
        sa.CheckConstraint(f"class IN ({CLASSES})", name="classification_class"),
    )
    _facts(
        "collateral",
        _household(),
        _account(nullable=True),
        sa.Column("kind", sa.String),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("owner", sa.String),
        sa.Column("title_no", sa.String),
        sa.Column("register_no", sa.String),
        sa.Column("location", sa.String),
        sa.Column("extent", sa.String),
        sa.Column("value_fen", sa.Integer),
        sa.Column("appraised_on", sa.Date),
        sa.Column("registered_on", sa.Date),
        sa.Column("insured_until", sa.Date),
        sa.Column("custody", sa.String),
    )
    _facts(
        "inspection",
        _household(),
        _account(nullable=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("done_on", sa.Date),
        sa.Column("inspector", sa.String),
        sa.Column("result", sa.String),
        sa.Column("problems", sa.String),
        sa.Column("next_due_on", sa.Date),
        sa.CheckConstraint("due_on IS NOT NULL OR done_on IS NOT NULL", name="inspection_dated"),
    )
    _facts(
        "target",
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("unit", sa.String),
        sa.Column("product", sa.String),
        sa.Column("indicator", sa.String, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
    )
    for table in ("workbook_import", "loan_account"):
        make_insert_only(op.get_bind(), table)


def _facts(name: str, *particular: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
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
        sa.Column("supersedes", sa.Integer, sa.ForeignKey(f"{name}.id")),
        sa.Column("reason", sa.String),
        sa.Column("void", sa.Boolean, nullable=False, server_default=sa.false()),
        *particular,
        sa.CheckConstraint(
            "source_kind IN ('workbook', 'document', 'person')", name=f"{name}_source_kind"
        ),
        sa.CheckConstraint(
            "(supersedes IS NULL) = (reason IS NULL)", name=f"{name}_correction_says_why"
        ),
        # Amounts must be whole fen whatever the driver hands over.
        *(
            sa.CheckConstraint(
                f"{column.name} IS NULL OR typeof({column.name}) = 'integer'",
                name=f"{name}_{column.name}_whole",
            )
            for column in particular
            if isinstance(column, sa.Column) and column.name.endswith("_fen")
        ),
        sa.UniqueConstraint("supersedes", name=f"{name}_superseded_once"),
        sqlite_autoincrement=True,
    )
    make_insert_only(op.get_bind(), name)


def _account(nullable: bool = False) -> sa.Column[int]:
    return sa.Column(
        "account_id", sa.Integer, sa.ForeignKey("loan_account.id"), nullable=nullable, index=True
    )


def _household(nullable: bool = False) -> sa.Column[int]:
    return sa.Column(
        "household_id", sa.Integer, sa.ForeignKey("household.id"), nullable=nullable, index=True
    )
