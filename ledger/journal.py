"""The journal of an import: its facts as JSON lines, kept in the archive beside the workbook.

With it the ledger can be rebuilt from the archive alone. Loans go by their numbers and households
by their borrower's ID number or credit code: row numbers of a database do not outlive it. The
first line is a head, then one line a household opened, one a household whose file was completed,
then one line a fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ledger.planning import Plan, Posting

# Made once: it is asked for every fact of an import.
_JSON = json.JSONEncoder(ensure_ascii=False)

FORMAT = "hudang-ledger-journal/1"
NAME = "facts.jsonl"


def journal_of(
    plan: Plan,
    *,
    identities: Mapping[int, str],
    rows_left_out: int,
    actor: str,
    at: str,
    reason: str,
) -> bytes:
    """Return the journal of a plan that is about to be posted.

    identities  ID number or credit code of the borrower of each household file
    """
    head = {
        "format": FORMAT,
        "recorded_at": at,
        "actor": actor,
        "reason": reason,
        "rows_left_out": rows_left_out,
    }
    lines = map(_JSON.encode, (head, *_households(plan, identities)))
    facts = (_JSON.encode(line_of(posting, identities)) for posting in plan.postings)
    return "".join(f"{line}\n" for line in (*lines, *facts)).encode()


def _households(plan: Plan, identities: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    for identity, borrower in plan.new_households.items():
        unit, manager = plan.offices[identity]
        yield {
            "household": identity,
            "name": borrower.name,
            "village": borrower.village,
            "phone": borrower.phone,
            "unit": unit,
            "manager": manager,
        }
    for household_id, said in plan.completions.items():
        if household_id in identities:
            yield {
                "completes": identities[household_id],
                "village": said.village,
                "unit": said.unit,
                "manager": said.manager,
            }


def line_of(posting: Posting, identities: Mapping[int, str]) -> dict[str, Any]:
    """Return a fact as a line of a journal.

    A household goes by its borrower's identity where `identities` knows it, else by its number.
    """
    household = posting.household
    line: dict[str, Any] = {
        "fact": posting.table,
        "key": posting.key,
        "loan": posting.number,
        "of_household": identities.get(household) if isinstance(household, int) else household,
        "effective_on": posting.effective_on.isoformat(),
        "content": plain_values(posting.content),
        "cells": posting.cells,
        "sheet": posting.sheet,
        "cell": posting.cell,
        "corrects": posting.supersedes is not None,
        "void": posting.void,
    }
    if posting.page is not None:
        line |= {"page": posting.page, "box": list(posting.box) if posting.box else None}
    return line


def plain_values(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a fact's columns as JSON keeps them; blanks are left out."""
    return {k: _json(v) for k, v in content.items() if v is not None}


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
