"""Filled sheets of points as documents ask for them: by the fact that says how one was scored."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.wording import _
from ledger.book import View
from ledger.managing.scores import Consequence, Filled, basis_of, consequences, filled
from ledger.records import Record
from templates.request import AskedWrongly

_SHOWN = 8


def filled_sheet(view: View, fact: str) -> Filled:
    """Return the filled sheet of the fact `score` with that id. Raises AskedWrongly naming some."""
    every = filled(view)
    for one in every:
        if one.score.fact == fact:
            return one
    raise AskedWrongly(unknown(fact, [(one.score.fact, basis_of(one)) for one in every]))


def unknown(fact: str, known: Sequence[tuple[str, str]]) -> str:
    """Return the message for a fact that is none of `known` (its id, what it is)."""
    if not known:
        return _("{fact} is not on record, nor is any other of its kind.").format(fact=fact)
    lines = "; ".join(f"{one} ({what})" for one, what in known[-_SHOWN:])
    return _("{fact} is not one of these. The last on record: {known}").format(
        fact=fact, known=lines
    )


def called_for(view: View, one: Filled) -> Consequence | None:
    """Return what a failed sheet calls for; None for one that was passed."""
    return next((each for each in consequences(view) if each.filled.score == one.score), None)


def before(view: View, one: Filled) -> Filled | None:
    """Return the sheet of the same unit or person filled last before this one."""
    found = [
        each
        for each in filled(view)
        if (each.sheet, each.whom) == (one.sheet, one.whom)
        and each.score.effective_on < one.score.effective_on
    ]
    return found[-1] if found else None


def listed_in(text: str | None) -> tuple[str, ...]:
    """Return the numbers of a field that names several: "JJ1、JJ2"."""
    if not text:
        return ()
    for mark in ("，", ",", "；", ";", "\n", " "):
        text = text.replace(mark, "、")
    return tuple(dict.fromkeys(part for part in text.split("、") if part))


def rule_text(view: View, number: str | None) -> str:
    """Return a rule's title and text by its number, as the library has it; empty if it has not."""
    rules: tuple[Record, ...] = view.records("rule_text", subject=number) if number else ()
    if not rules:
        return ""
    last = rules[-1]
    title, article = last.text("title") or "", last.text("article") or ""
    return f"《{title}》{article}" if title else article
