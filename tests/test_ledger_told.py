"""What the ledger tells the archive of a household's loans."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from archive.file_facts import NOTHING
from archive.settings import Settings
from archive.workspace import create_workspace
from ledger import told
from ledger.book import Book
from ledger.workbook import import_workbook
from tests.ledger_workbooks import loan_row, loan_sheet, workbook


def test_the_ledger_tells_guarantee_days_and_what_became_of_the_loans(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "w", Settings())
    rows = loan_sheet([loan_row(1), loan_row(2)])
    import_workbook(made, workbook(tmp_path / "a.xlsx", {"台账": rows}), actor="t")
    before_due = Book.of(made).at(date(2024, 6, 30))
    loan = before_due.loans[0]

    said = told.of_household(before_due, loan.household_id)

    assert said.granted_on == (loan.granted_on,)
    assert said.due_on == (loan.due_on,)
    assert len(said.methods) == 1
    assert said.facts == {}
    assert told.of_household(before_due, 999) == NOTHING
    assert loan.due_on is not None
    after = Book.of(made).at(date(loan.due_on.year + 1, 12, 31))
    assert told.of_household(after, loan.household_id).facts == {"at_risk": True}
