"""Bad loans in groups: the six ways of dealing with them, and how likely they come in."""

from __future__ import annotations

import numpy as np

from ledger.bad.folds import Folds
from ledger.bad.picking import bad_loans
from ledger.book import View
from ledger.figure import Figure
from ledger.kinds.disposal_category import DISPOSAL_CATEGORY
from ledger.kinds.recoverability import RECOVERABILITY
from ledger.measures.quality import npl_balance, npl_count
from ledger.parts import Grouping, nothing, parts

# What tells bad loans apart: the kind of fact that says it, its field, the answers in order.
_SAID = {
    "category": (DISPOSAL_CATEGORY, "category"),
    "recoverability": (RECOVERABILITY, "grade"),
}
# The group of the loans of which nobody said it.
UNSTATED = "unstated"


def codes_of(by: str) -> tuple[str, ...]:
    """Return the groups in their order, without those of which nobody said anything."""
    kind, field = _SAID[by]
    return tuple(choice.code for choice in kind.field(field).choices)


def titles_of(by: str, code: str) -> dict[str, str]:
    """Return what a group is called, by language."""
    if code == UNSTATED:
        return {"zh": "未确定", "es": "Sin definir", "en": "Not stated"}
    kind, field = _SAID[by]
    return next(dict(choice.titles) for choice in kind.field(field).choices if choice.code == code)


def groups(view: View, by: str) -> list[tuple[str, Figure, Figure]]:
    """Return number and balance of the bad loans of each group; of nobody knows, only if any.

    by  "category" (六个类别) or "recoverability"
    """
    kind, field = _SAID[by]
    names = [*codes_of(by), UNSTATED]
    place = {name: number for number, name in enumerate(names)}
    folds = Folds(view)
    codes = np.full(len(view.snapshot.terms), -1, dtype=np.int64)
    for loan in bad_loans(view):
        codes[loan.account_id] = place[folds.text(kind.name, field, loan) or UNSTATED]
    grouping = Grouping(by, names, codes)
    wholes = (npl_count(view, view.as_of), npl_balance(view, view.as_of))
    count_of, balance_of = (parts(whole, grouping) for whole in wholes)
    return [
        (
            name,
            count_of.get(name) or nothing(wholes[0], grouping, name),
            balance_of.get(name) or nothing(wholes[1], grouping, name),
        )
        for name in names
        if name != UNSTATED or name in count_of
    ]
