"""Whatever is entered, corrected and taken back, in any order: the ledger answers as plain sums do.

A machine of random operations keeps its own list of facts beside the ledger. After each step both
are asked about some day as known at some moment; what was answered once is answered the same for
ever; and the archive alone gives the same ledger again.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from archive import versions
from archive.clock import stamp
from archive.database import reading, writing
from archive.households import NewHousehold, Person, open_households
from archive.rebuild import rebuild
from archive.workspace import Workspace
from ledger import facts, schema
from ledger.book import Book, View
from ledger.classes import BAD, CLASSES
from ledger.findings import check
from ledger.indicators import npl_balance, outstanding_balance
from ledger.posting import Origin
from ledger.rebuild import rebuild_from_archive
from ledger.recording import NewFact, post_facts
from tests.archive_double import new_workspace
from tests.ledger_workbooks import id_number

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
BEGIN = datetime(2026, 1, 1, 8, tzinfo=UTC)
PERSON = Origin(kind="person", person="测试")

days = st.dates(FIRST, LAST)
amounts = st.integers(1, 500_000)


@dataclass
class Said:
    """One fact as the model knows it; step numbers stand for moments."""

    fact: str
    table: str
    loan: str
    on: date
    content: dict[str, Any]
    step: int
    gone_at: int | None = None
    void: bool = False

    def holds(self, day: date, step: int) -> bool:
        """Whether it counts on a day, as known after a step."""
        return (
            self.on <= day
            and self.step <= step
            and not self.void
            and (self.gone_at is None or self.gone_at > step)
        )


class LedgerMachine(RuleBasedStateMachine):
    """Grants, receipts, reversals, classes, calls; corrections and withdrawals of any of them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="hudang-random-"))
        self.said: list[Said] = []
        self.loans: list[str] = []
        self.answers: list[tuple[date, int, dict[str, tuple[int, str | None]]]] = []
        self.step = 0

    @initialize()
    def an_office(self) -> None:
        self.work: Workspace = new_workspace(self.folder / "w")
        with writing(facts.ready(self.work)) as connection:
            people = [
                NewHousehold(
                    borrower=Person(role="borrower", name=f"户{n}", id_number=id_number(n))
                )
                for n in range(1, 4)
            ]
            self.households = open_households(connection, people, opened_by="t", actor="t")

    def teardown(self) -> None:
        self.work.engine.dispose()
        shutil.rmtree(self.folder)

    def _now(self, step: int) -> datetime:
        return BEGIN + timedelta(minutes=step)

    def _post(self, new: NewFact, loan: str, *, reason: str | None = None) -> None:
        self.step += 1
        with writing(self.work.engine) as connection:
            (fact,) = post_facts(
                connection,
                [new],
                actor="t",
                origin=PERSON,
                reason=reason,
                at=stamp(self._now(self.step)),
            )
        if new.corrects:
            next(s for s in self.said if s.fact == new.corrects).gone_at = self.step
        self.said.append(
            Said(
                fact,
                new.table,
                loan,
                new.effective_on,
                dict(new.content),
                self.step,
                void=new.void,
            )
        )

    def _standing(self, *tables: str) -> list[Said]:
        return [s for s in self.said if s.table in tables and s.gone_at is None and not s.void]

    @rule(amount=amounts, on=days, household=st.integers(0, 2))
    def grant(self, amount: int, on: date, household: int) -> None:
        number = f"JJ{len(self.loans):04d}"
        owner = self.households[household]
        content = {"iou_no": number, "amount_fen": amount, "granted_on": on}
        self.loans.append(number)
        self._post(
            NewFact(table="loan", key=(), effective_on=on, content=content, loan=number,
                    household_id=owner), number,
        )  # fmt: skip

    @precondition(lambda self: self.loans)
    @rule(data=st.data(), principal=st.integers(-1000, 200_000), on=days)
    def receive(self, data: st.DataObject, principal: int, on: date) -> None:
        loan = data.draw(st.sampled_from(self.loans))
        content = {"principal_fen": principal, "interest_fen": 7}
        self._post(
            NewFact(table="repayment", key=(on.isoformat(),), effective_on=on, content=content,
                    loan=loan, repeats=True), loan,
        )  # fmt: skip

    @precondition(lambda self: self.loans)
    @rule(data=st.data(), code=st.sampled_from(CLASSES), on=days)
    def classify(self, data: st.DataObject, code: str, on: date) -> None:
        loan = data.draw(st.sampled_from(self.loans))
        if any(s.loan == loan and s.on == on for s in self._standing("classification")):
            return
        self._post(
            NewFact(table="classification", key=(on.isoformat(),), effective_on=on,
                    content={"class": code}, loan=loan, repeats=True), loan,
        )  # fmt: skip

    @precondition(lambda self: self.loans)
    @rule(data=st.data(), on=days)
    def call(self, data: st.DataObject, on: date) -> None:
        loan = data.draw(st.sampled_from(self.loans))
        content = {"kind": "contact", "subject": None, "on": on.isoformat(), "mode": "phone"}
        self._post(
            NewFact(table="record", key=("contact", on.isoformat()), effective_on=on,
                    content=content, loan=loan, repeats=True), loan,
        )  # fmt: skip

    @precondition(lambda self: self._standing("repayment"))
    @rule(data=st.data(), principal=st.integers(0, 200_000), on=days)
    def correct_a_receipt(self, data: st.DataObject, principal: int, on: date) -> None:
        held = data.draw(st.sampled_from(self._standing("repayment")))
        self._post(
            NewFact(table="repayment", key=(), effective_on=on, loan=held.loan,
                    content=held.content | {"principal_fen": principal}, corrects=held.fact),
            held.loan, reason="改错",
        )  # fmt: skip

    @precondition(lambda self: self._standing("repayment", "classification", "record"))
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        held = data.draw(st.sampled_from(self._standing("repayment", "classification", "record")))
        self._post(
            NewFact(table=held.table, key=(), effective_on=held.on, loan=held.loan,
                    content=held.content, corrects=held.fact, void=True),
            held.loan, reason="误记",
        )  # fmt: skip

    def _expected(self, day: date, step: int) -> dict[str, tuple[int, str | None]]:
        found = {}
        holding = [s for s in self.said if s.holds(day, step)]
        for terms in (s for s in holding if s.table == "loan"):
            mine = [s for s in holding if s.loan == terms.loan]
            received = sum(s.content["principal_fen"] for s in mine if s.table == "repayment")
            classes = [s for s in mine if s.table == "classification"]
            last = max(classes, key=lambda s: (s.on, s.step), default=None)
            found[terms.loan] = (
                terms.content["amount_fen"] - received,
                last.content["class"] if last else None,
            )
        return found

    def _view(self, day: date, step: int) -> View:
        return Book.of(self.work).at(day, self._now(step))

    @precondition(lambda self: self.step)
    @rule(data=st.data(), day=days)
    def ask(self, data: st.DataObject, day: date) -> None:
        # The moments just before something was corrected are the ones that go wrong.
        before = [s.gone_at - 1 for s in self.said if s.gone_at and s.gone_at > 1]
        drawn = st.integers(1, self.step)
        self._ask(day, data.draw(st.sampled_from(before) | drawn if before else drawn))

    def _ask(self, day: date, step: int) -> None:
        view, expected = self._view(day, step), self._expected(day, step)

        answered = {loan.number: (loan.balance_fen, loan.class_code) for loan in view.loans}

        assert answered == expected
        assert outstanding_balance(view, day).value == sum(
            balance for balance, _class in expected.values() if balance > 0
        )
        assert npl_balance(view, day).value == sum(
            balance for balance, code in expected.values() if balance > 0 and code in BAD
        )
        calls = [s for s in self.said if s.table == "record" and s.holds(day, step)]
        assert len(view.records("contact")) == len(calls)
        self.answers.append((day, step, answered))

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def ask_again(self, data: st.DataObject) -> None:
        day, step, answered = data.draw(st.sampled_from(self.answers))

        again = {
            loan.number: (loan.balance_fen, loan.class_code) for loan in self._view(day, step).loans
        }

        assert again == answered

    @precondition(lambda self: self.step)
    @rule(day=days)
    def the_ledgers_own_check_finds_what_the_model_finds(self, day: date) -> None:
        found = check(self._view(day, self.step))

        expected = self._expected(day, self.step).values()
        overpaid = sum(1 for balance, _class in expected if balance < 0)
        unclassified = sum(1 for balance, code in expected if balance > 0 and code is None)
        assert sum(each.code == "overpaid" for each in found) == overpaid
        assert sum(each.code == "unclassified" for each in found) == unclassified

    @precondition(lambda self: self.step)
    @rule()
    def lose_the_database(self) -> None:
        before = self._rows()
        versions.keep(self.work)
        self.work.engine.dispose()
        for path in self.work.root.glob("hudang.db*"):
            path.unlink()
        self.work = Workspace(self.work.root, self.work.settings)
        rebuild(self.work, lambda _done, _all: None)
        rebuild_from_archive(self.work)

        assert self._rows() == before

    def _rows(self) -> list[tuple[str, ...]]:
        with reading(facts.ready(self.work)) as connection:
            return [
                (table.name, *(str(value) for value in row))
                for table in schema.FACTS.values()
                for row in connection.execute(select(table).order_by(table.c.id))
            ]

    @invariant()
    def nothing_that_was_said_is_lost(self) -> None:
        if not self.step:
            return
        with reading(self.work.engine) as connection:
            held = sum(
                len(connection.execute(select(table.c.id)).all()) for table in schema.FACTS.values()
            )
        assert held == len(self.said)


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_random_work_on_a_ledger_agrees_with_plain_sums() -> None:
    _run(examples=5, steps=30)


@pytest.mark.slow
def test_ten_thousand_random_steps_agree_with_plain_sums() -> None:
    _run(examples=200, steps=50)
