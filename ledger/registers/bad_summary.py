"""不良贷款汇总: bad loans by category, recoverability, class …, before a period and now.

How a group stood then is told by what was known of each loan on the evening before the period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from extractors.wording import _
from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.classes import TITLES as CLASS_TITLES
from ledger.kinds.declaration import Titles
from ledger.kinds.registry import kind_of
from ledger.kinds.shared import titles
from ledger.registers import bad_columns as bad
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.registers.period import since
from ledger.securities import percent


class GroupNotKnown(ValueError):
    """Bad loans are not told apart by that."""


@dataclass(slots=True, kw_only=True)
class Group:
    """One line: how many loans and fen then and now; "" is the group of which nobody said.

    received  principal and interest that came in during the period, by the group a loan is in now
    whole     the balance of all groups
    """

    code: str
    behind: Entry[BadLoan]
    count_then: int = 0
    balance_then: int = 0
    count: int = 0
    balance: int = 0
    received: int = 0
    whole: int = 0


def _stated(kind: str, field: str) -> tuple[Callable[[BadLoan], str | None], Mapping[str, Titles]]:
    return (lambda one: one.text(kind, field)), bad.words(kind_of(kind).field(field))


# What loans are told apart by: the group of a loan, and what the groups are called, in order.
GROUPS: dict[str, tuple[Callable[[BadLoan], str | None], Mapping[str, Titles]]] = {
    "category": _stated("disposal_category", "category"),
    "recoverability": _stated("recoverability", "grade"),
    "cause": _stated("formation_cause", "cause"),
    "level": _stated("owner_level", "level"),
    "class": (
        lambda one: one.loan.class_code,
        {code: CLASS_TITLES[code] for code in CLASSES if code in BAD},
    ),
    "manager": (lambda one: one.loan.manager, {}),
    "collector": (lambda one: one.answers("collection"), {}),
    "unit": (lambda one: one.loan.unit, {}),
}


class _Words(dict[str, Titles]):
    """What a group is called: an answer by its title, a person or a branch by the name itself."""

    def __missing__(self, name: str) -> Titles:
        return titles(name, name, name)


_WORDS = _Words({"": titles("未定", "Sin definir", "Not stated")})
for _reads, _titles in GROUPS.values():
    _WORDS.update(_titles)


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Group]]:
    """A line for each group; filter `by` names what loans are told apart by (category)."""
    by = str(filters.get("by") or "category")
    if by not in GROUPS:
        raise GroupNotKnown(
            _("Bad loans are not told apart by {by}. Known: {known}.").format(
                by=by, known=", ".join(GROUPS)
            )
        )
    group_of, words = GROUPS[by]
    first = since(filters, view.as_of)
    groups: dict[str, Group] = {}

    def group_with(one: BadLoan) -> Group:
        code = group_of(one) or ""
        return groups.setdefault(code, Group(code=code, behind=bad.entry(one)))

    for one in bad.chosen(Desk(view.at(first - timedelta(days=1))).now(), filters):
        group = group_with(one)
        group.count_then += 1
        group.balance_then += one.loan.balance_fen
    for one in bad.chosen(Desk(view).moved(first), filters):
        assert one.moved  # noqa: S101 - moved() gives every loan its movement
        group = group_with(one)
        group.received += one.moved.recovered + one.moved.interest
        if one.moved.closing:
            group.count += 1
            group.balance += one.moved.closing
    whole = sum(group.balance for group in groups.values())
    order = list(words)
    for group in sorted(groups.values(), key=lambda group: _place(group.code, order)):
        group.whole = whole
        yield Entry(group, group.behind.fact, group.behind.source)


def _place(code: str, order: list[str]) -> tuple[int, str]:
    """Answers in their order, then names, last what nobody said."""
    if code in order:
        return order.index(code), ""
    return (len(order) + (not code), code)


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Group], Value], **more: Any
) -> Column[Group]:
    return Column[Group](key=key, titles=titles(zh, es, en), value=value, **more)


BAD_SUMMARY = Register(
    name="bad-summary",
    titles=titles("不良贷款汇总表", "Resumen de la cartera morosa", "Summary of bad loans"),
    columns=(
        _column("group", "类别", "Grupo", "Group", lambda group: group.code,
                kind="choice", width=18, words=_WORDS),
        _column("count_then", "期初笔数", "Créditos al inicio", "Loans then",
                lambda group: group.count_then, kind="count", width=9, total=True),
        _column("balance_then", "期初余额", "Saldo al inicio", "Balance then",
                lambda group: group.balance_then, kind="money", width=16, total=True),
        _column("received", "本期收回本息", "Cobrado", "Received",
                lambda group: group.received, kind="money", width=16, total=True),
        _column("count", "期末笔数", "Créditos", "Loans",
                lambda group: group.count, kind="count", width=9, total=True),
        _column("balance", "期末余额", "Saldo", "Balance",
                lambda group: group.balance, kind="money", width=16, total=True),
        _column("change", "余额增减", "Variación", "Change",
                lambda group: group.balance - group.balance_then,
                kind="money", width=16, total=True),
        _column("share", "占比(%)", "%", "%", lambda group: percent(group.balance, group.whole),
                kind="percent", width=8),
    ),
    rows=rows,
    filters=bad.FILTERS | {"by", "since"},
)  # fmt: skip
