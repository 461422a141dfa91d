"""Filled sheets of points: what was lost and why, the total, the grade, and what follows from it.

100 points less those lost: a total written on the sheet is a claim that is compared, never used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from archive.settings import ManagingSettings
from extractors.values.plain import without_blanks
from ledger.book import View
from ledger.records import Record

FULL = Decimal(100)
EXCELLENT = Decimal(90)
GRADES = {
    "excellent": {"zh": "优秀", "es": "Sobresaliente", "en": "Excellent"},
    "passed": {"zh": "合格", "es": "Aprobado", "en": "Passed"},
    "failed": {"zh": "不合格", "es": "Desaprobado", "en": "Failed"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One filled sheet of a unit or person.

    items   the items that lost points, each a fact
    stated  the total as written on the sheet, if it is
    """

    score: Record
    items: tuple[Record, ...]
    grade: str

    @property
    def total(self) -> Decimal:
        """100 less the points lost, never below nought."""
        return max(FULL - sum((lost_by(item) for item in self.items), Decimal(0)), Decimal(0))

    @property
    def stated(self) -> Decimal | None:
        """The total that is written on the sheet."""
        value = self.score.values.get("total")
        return value if isinstance(value, Decimal) else None

    @property
    def whom(self) -> str:
        """The unit or person it is of."""
        return self.score.text("person") or self.score.text("scored_unit") or ""

    @property
    def sheet(self) -> str:
        """Which sheet it is, as it was named."""
        return self.score.text("sheet") or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What a failed sheet calls for; a person decides and records it.

    fine_fen   None: none is set, or the unit's limit for the year is reached
    problems   faults, rules and loans as the notice is to name them
    done       facts already recorded for it: sanctions and notices
    """

    filled: Filled
    fine_fen: int | None
    deadline: date
    problems: tuple[str, ...]
    rules: tuple[str, ...]
    loans: tuple[str, ...]
    people: tuple[str, ...]
    done: tuple[Record, ...]


def lost_by(item: Record) -> Decimal:
    """Return the points an item lost."""
    value = item.values.get("lost")
    return value if isinstance(value, Decimal) else Decimal(0)


def grade_of(total: Decimal, pass_score: int) -> str:
    """Return the grade of a total."""
    if total < pass_score:
        return "failed"
    return "excellent" if total >= max(EXCELLENT, Decimal(pass_score)) else "passed"


def filled(view: View) -> list[Filled]:
    """Return every sheet filled by the day, oldest first."""
    items: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for item in view.records("score_item"):
        items[_sheet_of(item)].append(item)
    found = []
    for score in view.records("score"):
        own = tuple(sorted(items.get(_sheet_of(score), ()), key=lambda one: one.text("item") or ""))
        one = Filled(score=score, items=own, grade="")
        grade = grade_of(one.total, view.settings.managing.pass_score)
        found.append(Filled(score=score, items=own, grade=grade))
    return found


def _sheet_of(record: Record) -> tuple[object, ...]:
    return tuple(record.values.get(key) for key in ("on", "sheet", "scored_unit", "person"))


def consequences(view: View) -> Iterator[Consequence]:
    """Return what every failed sheet calls for, oldest first."""
    settings = view.settings.managing
    sanctions, notices = view.records("sanction"), view.records("rectification")
    for one in filled(view):
        if one.grade != "failed":
            continue
        done = [record for record in sanctions if _names(record.text("score_of"), one)]
        done += [record for record in notices if _names(record.text("basis"), one)]
        yield Consequence(
            filled=one,
            fine_fen=_fine(one, settings, sanctions),
            deadline=one.score.effective_on + timedelta(days=settings.rectification_days),
            problems=_texts(one, "fault"),
            rules=_texts(one, "rule_no"),
            loans=_texts(one, "loans"),
            people=_texts(one, "person"),
            done=tuple(done),
        )


def basis_of(one: Filled) -> str:
    """Return how notices and sanctions name a filled sheet: 2025-06-30 表 单位."""
    return f"{one.score.effective_on.isoformat()} {one.sheet} {one.whom}"


def _names(said: str | None, one: Filled) -> bool:
    """Whether a notice's or sanction's words name this sheet; blanks between words do not count."""
    return said is not None and without_blanks(said) == without_blanks(basis_of(one))


def _fine(one: Filled, settings: ManagingSettings, sanctions: tuple[Record, ...]) -> int | None:
    if not settings.fine_yuan or not one.score.text("scored_unit"):
        return None
    amount = settings.fine_yuan * 100
    if settings.fine_limit_yuan:
        fined = sum(
            record.whole("amount_fen") or 0
            for record in sanctions
            if record.values.get("sanction") == "fine"
            and record.text("sanctioned_unit") == one.score.text("scored_unit")
            and record.effective_on.year == one.score.effective_on.year
        )
        amount = min(amount, settings.fine_limit_yuan * 100 - fined)
    return amount if amount > 0 else None


def _texts(one: Filled, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for item in one.items if (text := item.text(field))))
