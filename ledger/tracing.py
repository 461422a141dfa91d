"""From a figure's row to what is behind it: a fact's versions, and all facts of a loan.

Each value is worded for people, with the cell or the page it was taken from. ID numbers and
telephone numbers that a fact may hold are masked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from archive import documents
from archive.documents import UnknownDocument
from archive.workspace import Workspace
from extractors.wording import _
from ledger import classes, facts, guarantees, schema
from ledger.figure import Source
from ledger.kinds.declaration import Field, Kind
from ledger.kinds.registry import kind_of
from ledger.kinds.values import typed_all
from ledger.layouts.registry import LAYOUTS
from ledger.mapping.suggesting import title_of
from ledger.registers.xlsx import place_of
from ledger.states import masked

# The layout whose columns name those of a table.
_LAYOUTS = {
    "loan": "loans",
    "statement": "loans",
    "repayment": "repayments",
    "interest_due": "interest",
    "classification": "classification",
    "collateral": "collateral",
    "inspection": "inspections",
    "target": "plans",
}
_TITLES = {
    "loan": {"zh": "借款条件", "es": "Condiciones", "en": "Terms"},
    "statement": {"zh": "台账所载状态", "es": "Estados declarados", "en": "Stated by the office"},
    "repayment": {"zh": "收回", "es": "Cobros", "en": "Receipts"},
    "interest_due": {"zh": "应收利息", "es": "Intereses", "en": "Interest due"},
    "classification": {"zh": "五级分类", "es": "Clasificación", "en": "Classes"},
    "collateral": {"zh": "抵质押物", "es": "Garantías", "en": "Securities"},
    "inspection": {"zh": "贷后检查", "es": "Inspecciones", "en": "Inspections"},
    "target": {"zh": "年度计划", "es": "Metas", "en": "Plans"},
}
# Columns that say whose a fact is, or go with another.
_UNSAID = frozenset({"account_id", "household_id", "rate_unit"})
_RATE_SIGNS = {"permille_month": "‰", "percent_year": "%", "percent_month": "%", "percent_day": "%"}


# Codes that columns hold, as people say them.
_CODES = {
    "first": {"zh": "首次检查", "es": "primera", "en": "first"},
    "routine": {"zh": "日常检查", "es": "periódica", "en": "routine"},
    "special": {"zh": "专项检查", "es": "especial", "en": "special"},
    "new": {"zh": "新增", "es": "nuevo", "en": "new"},
    "extension": {"zh": "展期", "es": "prórroga", "en": "extension"},
    "refinance": {"zh": "借新还旧", "es": "refinanciación", "en": "refinancing"},
    schema.CARRIED: {"zh": "期初结转", "es": "saldo anterior", "en": "carried forward"},
}


class UnknownFact(Exception):
    """The ledger holds no fact of that id."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _(
                "The ledger holds no fact {fact}; facts are called loan:12, record:3. Registers "
                "name them with --json, exports on their sheet of sources."
            ).format(fact=wanted)
        )


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a fact says: its column, how people call that, the value in words, whence."""

    column: str
    title: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A fact as it was stated once.

    fact      "loan:12"
    title     what kind of fact it is
    corrects  the version before it, which it took the place of, and why (reason)
    void      it takes that one back
    """

    fact: str
    title: str
    effective_on: date
    recorded_at: str
    actor: str
    source: Source
    corrects: str | None
    reason: str | None
    void: bool
    said: tuple[Said, ...]

    def to_json(self) -> dict[str, Any]:
        """Return all parts; values in words by column."""
        parts = {name: getattr(self, name) for name in self.__slots__ if name != "said"}
        return parts | {
            "effective_on": self.effective_on.isoformat(),
            "source": self.source.to_json(),
            "values": {each.column: each.text for each in self.said},
            "sources": {each.column: each.source.to_json() for each in self.said},
        }


def versions(connection: Connection, fact: str, language: str) -> list[Version]:
    """Return a fact and every other version of it, the oldest first. Raises UnknownFact."""
    name, _colon, number = fact.partition(":")
    if name not in schema.FACTS or not number.isdigit():
        raise UnknownFact(fact)
    table = schema.FACTS[name]
    key = connection.scalar(select(table.c.key).where(table.c.id == int(number)))
    if key is None:
        raise UnknownFact(fact)
    rows = connection.execute(select(table).where(table.c.key == key).order_by(table.c.id))
    return [_version(table, row, language) for row in rows.mappings()]


def facts_of_loan(
    connection: Connection,
    account_id: int,
    household_id: int,
    *,
    as_of: date,
    known_at: str | None,
    language: str,
) -> dict[str, list[Version]]:
    """Return what holds of a loan on a day, by title; also what is said of its household.

    known_at  as of ledger.facts.moment
    """
    found: dict[str, list[Version]] = defaultdict(list)
    for table in schema.FACTS.values():
        if "account_id" not in table.c:
            continue
        mine = table.c.account_id == account_id
        if "household_id" in table.c:
            of_all = table.c.account_id.is_(None) & (table.c.household_id == household_id)
            mine = mine | of_all
        chosen = facts.known(table, known_at).where(mine, table.c.effective_on <= as_of)
        rows = connection.execute(chosen.order_by(table.c.effective_on, table.c.id)).mappings()
        for row in rows:
            version = _version(table, row, language)
            found[version.title].append(version)
    return dict(found)


def where(
    workspace: Workspace,
    connection: Connection,
    source: Source,
    language: str,
    *,
    briefly: bool = False,
) -> str:
    """Return a source as people look it up: archive number, title, page or cell; or who said it.

    briefly  a workbook by its title alone
    """
    if source.kind == "person":
        return source.person or ""
    place = place_of(source, language)
    try:
        paper = documents.document(connection, source.document_id or "")
    except UnknownDocument:
        return " ".join(part for part in (source.document_id, place) if part)
    number = documents.archive_number(workspace, paper)
    if briefly and source.kind == "workbook":
        number = ""
    return " ".join(part for part in (number, paper.title, place) if part)


def _version(table: Table, row: RowMapping, language: str) -> Version:
    kind = kind_of(row["kind"]) if table.name == "record" else None
    titles = kind.titles if kind else _TITLES.get(table.name, {language: table.name})
    return Version(
        fact=f"{table.name}:{row['id']}",
        title=titles[language],
        effective_on=row["effective_on"],
        recorded_at=row["recorded_at"],
        actor=row["actor"],
        source=facts.source_of(row),
        corrects=f"{table.name}:{row['supersedes']}" if row["supersedes"] else None,
        reason=row["reason"],
        void=bool(row["void"]),
        said=tuple(
            _of_kind(kind, dict(row), language)
            if kind
            else _of_table(table.name, dict(row), language)
        ),
    )


def _of_table(table: str, row: Mapping[str, Any], language: str) -> Iterator[Said]:
    layout = next((each for each in LAYOUTS if each.name == _LAYOUTS.get(table)), None)
    for column, value in row.items():
        if value is None or column in schema.SHARED or column in _UNSAID:
            continue
        title = title_of(layout, column, language) if layout else column
        text = _worded(column, value, language)
        if column == "rate":
            text += _RATE_SIGNS.get(row.get("rate_unit") or "", "")
        yield Said(column, title, text, facts.source_of(row, column))


def _of_kind(kind: Kind, row: Mapping[str, Any], language: str) -> Iterator[Said]:
    for key, value in typed_all(kind, row["content"]).items():
        field = kind.field(key)
        text = _worded_field(field, value, language)
        yield Said(key, field.titles[language], text, facts.source_of(row, key))


def _worded_field(field: Field, value: Any, language: str) -> str:
    if field.personal:
        return masked(str(value))
    for choice in field.choices:
        if choice.code == value:
            return choice.titles[language]
    if field.grammar == "money":
        return _yuan(value)
    return _worded(field.grammar, value, language)


def _worded(column: str, value: Any, language: str) -> str:
    if column.endswith("_fen") and isinstance(value, int):
        return _yuan(value)
    if column in ("class", "previous_class") and value in classes.TITLES:
        return classes.TITLES[value][language]
    if column == "guarantee" and value in guarantees.TITLES:
        return guarantees.TITLES[value][language]
    if column in ("kind", "occurrence", "channel") and value in _CODES:
        return _CODES[value][language]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"
