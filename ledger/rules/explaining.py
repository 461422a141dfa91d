"""One task explained: what the rule says, the facts it goes by, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from archive import schema as archive_schema
from ledger import facts
from ledger.figure import Source
from ledger.rules import forms, words
from ledger.rules.declaration import Because
from ledger.rules.desk import Desk
from ledger.rules.falling_due import PAPERS
from ledger.rules.subjects import Household, Loan, Security
from ledger.rules.task import LEVELS, STATES, Task


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with where its fact was taken from."""

    word: str
    value: Any
    fact: str | None
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A task with all that leads to it.

    settings  by key: the value that counts, and whether it is an exception for product or unit
    evidence  the fact that shows it done, and where that was taken from
    papers    for a due loan: what has to be in the file, and whether it is
    """

    task: Task
    reasons: tuple[Reason, ...]
    settings: Mapping[str, tuple[Any, bool]]
    evidence: Reason | None
    papers: Mapping[str, bool]

    def to_json(self, desk: Desk, language: str) -> dict[str, Any]:
        """Return the explanation for machines."""
        rule = self.task.rule
        return self.task.to_json(desk.as_of) | {
            "what": dict(rule.what),
            "source": rule.source,
            "settings": {
                key: {"value": value, "exception": own}
                for key, (value, own) in self.settings.items()
            },
            "why": [
                {
                    "reason": each.word,
                    "value": words.plain(each.word, each.value),
                    "fact": each.fact,
                    "source": each.source.to_json() if each.source else None,
                }
                for each in self.reasons
            ],
            "evidence_source": self.evidence.source.to_json()
            if self.evidence and self.evidence.source
            else None,
            "papers": dict(self.papers),
            "form": rule.form or None,
            "command": forms.command(self.task, language) if rule.form else None,
            "document": forms.document_command(self.task),
        }


def explained(desk: Desk, task: Task) -> Explanation:
    """Return a task with the facts it goes by and their sources."""
    because = [*_of_loan(desk, task), *task.due.why]
    evidence = task.due.evidence or (task.waiver.fact if task.waiver else None)
    sources = _sources(desk, [each.fact for each in because] + [evidence])
    return Explanation(
        task=task,
        reasons=tuple(
            Reason(each.word, each.value, each.fact, sources.get(each.fact or ""))
            for each in because
        ),
        settings=_settings(desk, task),
        evidence=Reason("evidence", task.due.done_on, evidence, sources.get(evidence))
        if evidence
        else None,
        papers=_papers(desk, task),
    )


def _of_loan(desk: Desk, task: Task) -> Iterator[Because]:
    """What is known of the loan that a task is about, of the largest where it is about several."""
    said = {each.word for each in task.due.why}
    if isinstance(task.about, Household):
        yield Because("owed", task.about.owed_fen)
    if not task.about.loans:
        return
    loan = task.about.loans[0]
    state = desk.view.loan(loan.account_id)
    if isinstance(task.about, Security):
        yield Because("security", task.about.name, task.about.fact)
    last = state.repayments[-1].fact if state.repayments else state.fact
    for word, value, fact in (
        ("granted_on", loan.granted_on, state.fact),
        ("due_on", loan.due_on, state.fact),
        ("amount", loan.amount_fen, state.fact),
        ("balance", loan.balance_fen, last),
        ("guarantee", loan.guarantee, state.fact),
        ("class", loan.class_code, state.class_fact),
        ("days_overdue", loan.days_overdue or None, state.statement_fact),
        ("arrears", loan.arrears_fen or None, state.statement_fact),
    ):
        if value is not None and word not in said:
            yield Because(word, value, fact)


def _sources(desk: Desk, wanted: list[str | None]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for fact in dict.fromkeys(each for each in wanted if each):
        table, _colon, number = fact.partition(":")
        (row,) = desk.view.snapshot.rows(table, [int(number)])
        found[fact] = facts.source_of(row)
    return found


def _settings(desk: Desk, task: Task) -> dict[str, tuple[Any, bool]]:
    office = desk.view.settings.ledger
    own = desk.settings(task.about.loans[0]) if task.about.loans else office
    return {
        key: (getattr(own, key), getattr(own, key) != getattr(office, key))
        for key in task.rule.settings
    }


def _papers(desk: Desk, task: Task) -> dict[str, bool]:
    """What the way chosen for a due loan needs in the household's file since it was granted."""
    way = next((str(each.value) for each in task.due.why if each.word == "way"), "")
    if way not in PAPERS or not isinstance(task.about, Loan):
        return {}
    document = archive_schema.document
    with desk.view.snapshot.connected() as connection:
        held = set(
            connection.scalars(
                select(document.c.doc_type).where(
                    document.c.household_id == task.about.household_id,
                    (document.c.dated_on >= task.about.granted_on) | document.c.dated_on.is_(None),
                )
            )
        )
    return {doc_type: doc_type in held for doc_type in PAPERS[way]}


def lines(explanation: Explanation, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a person reads of it: title, value, and where it was taken from."""
    for each in explanation.reasons:
        yield (
            words.title(each.word, language),
            words.worded(each.word, each.value, language),
            placed(each.fact, each.source),
        )


def placed(fact: str | None, source: Source | None) -> str:
    """Return a fact and where it was taken from, on one line."""
    if fact is None:
        return ""
    if source is None:
        return fact
    place = " ".join(
        str(part)
        for part in (source.sheet, source.cell, source.person, source.document_id)
        if part is not None
    )
    if source.page is not None:
        place += f" p. {source.page}"
    return f"{fact}  {place}".rstrip()


def state_words(task: Task, language: str) -> tuple[str, str]:
    """Return a task's state and who answers for it now, in words."""
    return STATES[task.state][language], LEVELS[task.level][language]
