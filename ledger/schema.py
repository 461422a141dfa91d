"""Tables of the ledger: facts that are only ever added, each with its day, its hour and its source.

`loan_account` and `workbook_import` name things; every other table holds facts. A fact is never
changed: a correction is a further row that names the row it `supersedes` and says why, and a fact
that should not have been posted is superseded by one that is `void`. Database triggers refuse
UPDATE and DELETE.

Money is integer fen. Days are dates; `recorded_at` is UTC, ISO 8601 text with microseconds.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from archive.schema import household

metadata = MetaData()

# One import of one workbook; a workbook may be imported again when rows were left out.
workbook_import = Table(
    "workbook_import",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("recorded_at", String, nullable=False),
    Column("actor", String, nullable=False),
    # Rows left out because something in them was wrong.
    Column("rows_left_out", Integer, nullable=False),
    Column("facts_added", Integer, nullable=False),
)

# A drawdown's identity: what repayments, classes and arrears refer to. Terms are facts in `loan`.
loan_account = Table(
    "loan_account",
    metadata,
    Column("id", Integer, primary_key=True),
    # IOU number (借据号), or the contract number where the ledger keeps no IOU numbers.
    Column("number", String, nullable=False, unique=True),
    Column("recorded_at", String, nullable=False),
)


def _fact(name: str, *columns: Column[object] | CheckConstraint | Index) -> Table:
    """A table of facts: what all facts share, then what is particular."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        # Natural key: two facts of one key are versions of one fact, the later superseding.
        Column("key", String, nullable=False, index=True),
        Column("effective_on", Date, nullable=False, index=True),
        Column("recorded_at", String, nullable=False),
        Column("actor", String, nullable=False),
        # workbook, document or person
        Column("source_kind", String, nullable=False),
        Column("document_id", String),
        Column("page", Integer),
        Column("box", JSON),
        Column("sheet", String),
        # The row's first cell; `cells` maps each column of the fact to its own.
        Column("cell", String),
        Column("person", String),
        # {column: "H12"}, or {column: [document, sheet, cell]} carried over from an earlier fact.
        Column("cells", JSON, nullable=False),
        Column("supersedes", ForeignKey(f"{name}.id")),
        Column("reason", String),
        Column("void", Boolean, nullable=False, default=False),
        *columns,
        CheckConstraint(
            "source_kind IN ('workbook', 'document', 'person')", name=f"{name}_source_kind"
        ),
        CheckConstraint(
            "(supersedes IS NULL) = (reason IS NULL)", name=f"{name}_correction_says_why"
        ),
        UniqueConstraint("supersedes", name=f"{name}_superseded_once"),
        sqlite_autoincrement=True,
    )


def _account(nullable: bool = False) -> Column[object]:
    return Column("account_id", ForeignKey("loan_account.id"), nullable=nullable, index=True)


def _household(nullable: bool = False) -> Column[object]:
    return Column("household_id", ForeignKey(household.c.id), nullable=nullable, index=True)


# Terms of one drawdown as granted; effective on the day the money was paid out.
loan = _fact(
    "loan",
    _account(),
    _household(),
    Column("iou_no", String),
    Column("contract_no", String, index=True),
    Column("product", String),
    # credit, guarantee, mortgage, pledge, joint, combined (ledger.guarantees)
    Column("guarantee", String),
    # new, extension, refinance (借新还旧)
    Column("occurrence", String),
    Column("purpose", String),
    Column("unit", String),
    Column("manager", String),
    Column("amount_fen", Integer, nullable=False),
    Column("contract_amount_fen", Integer),
    # Exact decimal text, in the unit the ledger states: never converted.
    Column("rate", String),
    Column("rate_unit", String),
    Column("granted_on", Date, nullable=False),
    Column("due_on", Date),
    CheckConstraint("amount_fen > 0", name="loan_amount_positive"),
    CheckConstraint("due_on IS NULL OR due_on >= granted_on", name="loan_due_after_granted"),
    CheckConstraint("(rate IS NULL) = (rate_unit IS NULL)", name="loan_rate_has_unit"),
)

# Money received on a loan; effective on the day it came in.
repayment = _fact(
    "repayment",
    _account(),
    # Reversals (冲正) are negative.
    Column("principal_fen", Integer, nullable=False),
    Column("interest_fen", Integer, nullable=False),
    Column("voucher_no", String),
    # cash, court, asset, write_off, refinance...: as the ledger words it
    Column("channel", String),
)

# Interest that fell due in a period; effective on the period's last day.
interest_due = _fact(
    "interest_due",
    _account(),
    # "2025", "2025Q3" or "2025-09"
    Column("period", String, nullable=False),
    Column("due_fen", Integer, nullable=False),
    Column("received_fen", Integer),
    CheckConstraint("due_fen >= 0", name="interest_due_not_negative"),
)

# What an office's ledger says a loan's state was on a day: claims to check balances against.
statement = _fact(
    "statement",
    _account(),
    Column("balance_fen", Integer),
    Column("days_overdue", Integer),
    Column("arrears_in_fen", Integer),
    Column("arrears_off_fen", Integer),
    CheckConstraint("days_overdue IS NULL OR days_overdue >= 0", name="statement_days"),
)

# A class decided for a loan (认定); effective on the day it holds from.
classification = _fact(
    "classification",
    _account(),
    Column("class", String, nullable=False),
    Column("previous_class", String),
    Column("decided_on", Date),
    Column("decided_by", String),
    Column("why", String),
    CheckConstraint(
        "class IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')",
        name="classification_class",
    ),
)

# A thing that secures a loan; effective on registration, else on the day of the loan.
collateral = _fact(
    "collateral",
    _household(),
    _account(nullable=True),
    Column("kind", String),
    Column("name", String, nullable=False),
    Column("owner", String),
    # Title certificate (权证号) and registration certificate (登记证明号).
    Column("title_no", String),
    Column("register_no", String),
    Column("location", String),
    # Decimal text, square metres or as the ledger words it.
    Column("extent", String),
    Column("value_fen", Integer),
    Column("appraised_on", Date),
    Column("registered_on", Date),
    Column("insured_until", Date),
    Column("custody", String),
)

# An inspection of a loan or household: done, or noted as due and not done. Effective on the day of
# the visit, else on the day it was due.
inspection = _fact(
    "inspection",
    _household(),
    _account(nullable=True),
    # first, routine, special
    Column("kind", String, nullable=False),
    Column("due_on", Date),
    Column("done_on", Date),
    Column("inspector", String),
    Column("result", String),
    Column("problems", String),
    Column("next_due_on", Date),
    CheckConstraint("due_on IS NOT NULL OR done_on IS NOT NULL", name="inspection_dated"),
)

# What was planned for a year; effective on 1 January of it.
target = _fact(
    "target",
    Column("year", Integer, nullable=False),
    Column("unit", String),
    # NULL: all products together.
    Column("product", String),
    # granted_sum, granted_count, recovered_sum, interest_received, npl_recovered_sum...
    Column("indicator", String, nullable=False),
    # Fen, a count, or hundredths of a percent, as the indicator's unit says.
    Column("value", Integer, nullable=False),
)

# A fact of a kind that needs no table of its own (ledger.kinds): `content` holds its fields as the
# kind declares them. `subject` is what such facts are asked for by: a case number, an officer.
record = _fact(
    "record",
    Column("kind", String, nullable=False),
    _account(nullable=True),
    _household(nullable=True),
    Column("subject", String),
    Column("content", JSON, nullable=False),
    Index("record_kind_day", "kind", "effective_on"),
    Index("record_kind_subject", "kind", "subject"),
)

# What filed papers were read as, and how far the ledger followed them (`seq` and paper of the last
# change, last fact of each table): made again from the papers, kept by no object of the archive.
paper_said = Table(
    "paper_said",
    metadata,
    Column("document_id", String, primary_key=True),
    Column("household_id", Integer, index=True),
    Column("reading", JSON, nullable=False),
)

paper_followed = Table(
    "paper_followed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("document_id", String, nullable=False),
    Column("facts", JSON, nullable=False),
)

# Channel of the one repayment that stands for all those from before the ledger begins.
CARRIED = "carried_forward"

FACTS = {
    table.name: table
    for table in (
        loan,
        repayment,
        interest_due,
        statement,
        classification,
        collateral,
        inspection,
        target,
        record,
    )
}

# Columns that every fact has; the rest is what the fact says.
SHARED = frozenset(
    {
        "id",
        "key",
        "effective_on",
        "recorded_at",
        "actor",
        "source_kind",
        "document_id",
        "page",
        "box",
        "sheet",
        "cell",
        "person",
        "cells",
        "supersedes",
        "reason",
        "void",
    }
)
