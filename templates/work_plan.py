"""年度信贷工作计划: where the year starts, what falls due month by month, targets for a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger import indicators
from ledger.book import View
from ledger.figure import Figure, FigureRow
from ledger.inspection_schedule import schedule
from templates import formats, provenance
from templates.document import Document
from templates.provenance import NamedFigure
from templates.sentence import Sentence
from templates.titles import title, trade_word
from templates.year_facts import NothingToReport, share
from templates.year_figures import YearFigures, of_year

_BLANK = formats.BLANK


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal: where it stands at the start; target and change are typed by a person."""

    title: str
    unit: str
    opening: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """Bad loans of one class at the start of the year."""

    title: str
    count: Figure | None
    balance: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """What falls due in one month: loans, and inspections by the rules of the settings."""

    title: str
    count: Figure
    balance: Figure
    inspections: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan(Document):
    """What the template `work-plan` prints. opening_on: the day the figures of the start are of."""

    institution: str | None
    department: str | None
    year: int
    opening_on: date
    known_on: date
    situation: tuple[Sentence, ...]
    goals: tuple[GoalLine, ...]
    due_text: tuple[Sentence, ...]
    months: tuple[MonthLine, ...]
    month_total: MonthLine
    bad_text: tuple[Sentence, ...]
    bad: tuple[BadLine, ...]
    inspection_text: tuple[Sentence, ...]

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (self.situation, self.due_text, self.bad_text, self.inspection_text):
            yield from part


_GOALS = (
    "outstanding_balance", "household_count", "npl_balance", "npl_ratio", "overdue_balance",
    "arrears_interest",
)  # fmt: skip
_UNITS = {"fen": "万元", "percent": "%", "count": "户"}
_BAD = ("substandard", "doubtful", "loss")


def from_ledger(
    view: View, year: int, *, institution: str | None, department: str | None, known_on: date
) -> WorkPlan:
    """Return the plan for `year` from the view's day, or the end of the year before if earlier.

    Raises NothingToReport when nothing is outstanding on that day.
    """
    opening_on = min(view.as_of, date(year - 1, 12, 31))
    start = view.at(opening_on)
    opening = of_year(start, opening_on.year, opening_on)
    if not opening.outstanding_count.value:
        raise NothingToReport(
            _(
                "The ledger holds no outstanding loans as at {day}, so there is nothing to plan "
                "from. Import the ledger first: hudang ledger import FILE.xlsx"
            ).format(day=opening_on)
        )
    maturing = indicators.maturing_by_month(start, year, opening_on)
    return of_figures(
        opening,
        months=maturing,
        inspections=tuple(_inspections(start, year)),
        year=year,
        institution=institution,
        department=department,
        known_on=known_on,
    )


def _inspections(view: View, year: int) -> Iterable[Figure]:
    """Yield for each month the visits that fall due if each is made on its day."""
    rule = view.settings.ledger
    rows: dict[int, list[FigureRow]] = {month: [] for month in range(1, 13)}
    for loan in view.open_loans:
        visits = [
            visit.done_on
            for visit in view.inspections_of(account_id=loan.account_id)
            if visit.done_on
        ]
        last = date(year, 12, 31)
        # A loan is visited until it falls due; one that is overdue already, all year.
        if loan.due_on and loan.due_on.year == year:
            last = loan.due_on
        for due in schedule(
            loan.granted_on,
            visits,
            last,
            first_days=rule.first_inspection_days,
            routine_days=rule.routine_inspection_days,
        ):
            if due.on.year == year and due.on <= last:
                rows[due.on.month].append(loan.row(None))
    for month in range(1, 13):
        yield Figure(
            name=f"inspections_planned({year}-{month:02d})",
            value=len(rows[month]),
            unit="count",
            query=(
                f"visits due in {year}-{month:02d}: first {rule.first_inspection_days} days after "
                f"the drawdown, then every {rule.routine_inspection_days} days while the loan runs"
            ),
            as_of=view.as_of,
            rows=tuple(rows[month]),
        )


def of_figures(
    opening: YearFigures,
    *,
    months: tuple[tuple[Figure, Figure], ...],
    inspections: tuple[Figure, ...],
    year: int,
    institution: str | None,
    department: str | None,
    known_on: date,
) -> WorkPlan:
    """Return the plan that the figures support.

    months       number and balance falling due, January first
    inspections  visits falling due, January first
    """
    lines = tuple(
        MonthLine(title=f"{n}月", count=count, balance=balance, inspections=visits)
        for n, ((count, balance), visits) in enumerate(zip(months, inspections, strict=True), 1)
    )
    total = MonthLine(
        title="合计",
        count=_sum("maturing_count_total", [one.count for one in lines]),
        balance=_sum("maturing_sum_total", [one.balance for one in lines]),
        inspections=_sum("inspections_planned_total", [one.inspections for one in lines]),
    )
    by_class = {one.name: one for one in opening.classes}
    bad = tuple(
        BadLine(
            title=trade_word(code, "zh"), count=by_class[code].count, balance=by_class[code].balance
        )
        for code in _BAD
        if code in by_class
    )
    figures = tuple(_figures(opening, lines, year))
    return WorkPlan(
        institution=institution,
        department=department,
        year=year,
        opening_on=opening.as_of,
        known_on=known_on,
        situation=_situation(opening),
        goals=tuple(
            GoalLine(
                title=title(getattr(opening, name), "zh"),
                unit=_UNITS[getattr(opening, name).unit],
                opening=getattr(opening, name),
            )
            for name in _GOALS
        ),
        due_text=_due_text(lines, total, year),
        months=lines,
        month_total=total,
        bad_text=_bad_text(opening, bad),
        bad=bad,
        inspection_text=_inspection_text(opening, total, year),
        figures=figures,
    )


def _sum(name: str, parts: list[Figure]) -> Figure:
    known = all(one.value is not None for one in parts)
    return Figure(
        name=name,
        value=sum(one.value or 0 for one in parts) if known else None,
        unit=parts[0].unit,
        query=" + ".join(one.name for one in parts),
        as_of=parts[0].as_of,
    )


def _figures(
    opening: YearFigures, months: tuple[MonthLine, ...], year: int
) -> Iterable[NamedFigure]:
    day = f"{opening.as_of.year}年末" if opening.as_of.month == 12 else f"{opening.as_of:%Y-%m-%d}"
    for name in (
        "outstanding_count", *_GOALS, "npl_count", "inspections_due", "inspections_done",
        "inspection_rate",
    ):  # fmt: skip
        yield provenance.named(getattr(opening, name), "zh", day)
    for one in opening.classes:
        for figure in (one.count, one.balance):
            if figure is not None:
                yield provenance.named(figure, "zh", trade_word(one.name, "zh"))
    for index, line in enumerate(months, 1):
        for figure in (line.count, line.balance, line.inspections):
            yield provenance.named(figure, "zh", f"{year}年{index}月")


def _wan(figure: Figure) -> str:
    return f"{formats.cell(figure)}万元"


def _situation(opening: YearFigures) -> tuple[Sentence, ...]:
    text = (
        f"截至{formats.day(opening.as_of)}，贷款结余{formats.cell(opening.outstanding_count)}笔、"
        f"{_wan(opening.outstanding_balance)}，涉及{formats.cell(opening.household_count)}户。"
    )
    names = [
        opening.outstanding_count.name, opening.outstanding_balance.name,
        opening.household_count.name,
    ]  # fmt: skip
    found = [Sentence(text, tuple(names))]
    if opening.npl_balance.value:
        found.append(
            Sentence(
                f"其中不良贷款{formats.cell(opening.npl_count)}笔、{_wan(opening.npl_balance)}，"
                f"不良率{formats.cell(opening.npl_ratio)}%；逾期贷款{_wan(opening.overdue_balance)}。"
                "控新增、清存量是全年工作的重点。",
                (
                    opening.npl_count.name, opening.npl_balance.name, opening.npl_ratio.name,
                    opening.overdue_balance.name,
                ),
            )
        )  # fmt: skip
    else:
        found.append(
            Sentence(
                "年初没有不良贷款，全年工作的重点是守住质量、把到期管理和贷后检查做在前面。",
                (opening.npl_balance.name,),
            )
        )
    found.append(Sentence(f"当前形势和上级要求：{_BLANK}{_BLANK}。"))
    return tuple(found)


def _due_text(lines: tuple[MonthLine, ...], total: MonthLine, year: int) -> tuple[Sentence, ...]:
    names = tuple(one.balance.name for one in lines)
    if not total.count.value:
        return (Sentence(f"按现有贷款，{year}年没有到期贷款。", names),)
    heaviest = sorted(
        (one for one in lines if one.balance.value), key=lambda one: -int(one.balance.value or 0)
    )[:2]
    chosen = [one.title for one in lines if one in heaviest]
    part = _sum("heaviest_months", [one.balance for one in heaviest])
    return (
        Sentence(
            f"{year}年到期贷款{formats.cell(total.count)}笔、{_wan(total.balance)}，"
            f"其中{'、'.join(chosen)}最为集中，合计{_wan(part)}，"
            f"占全年到期的{formats.cell(share(part, total.balance))}%。"
            "对次月到期贷款提前一个月逐笔摸底：能还的落实资金，符合展期或还旧借新条件的提前报批，"
            "两者都不具备的明确责任人和清收保全措施。",
            names,
        ),
    )


def _bad_text(opening: YearFigures, bad: tuple[BadLine, ...]) -> tuple[Sentence, ...]:
    if not opening.npl_balance.value:
        return (
            Sentence(
                f"年初无不良贷款。对关注类贷款逐户排查，全年新增不良控制在{_BLANK}万元以内。",
                (opening.npl_balance.name,),
            ),
        )
    largest = max(bad, key=lambda one: one.balance.value or 0)
    return (
        Sentence(
            f"年初不良贷款{formats.cell(opening.npl_count)}笔、{_wan(opening.npl_balance)}，"
            f"以{largest.title}类为主（{_wan(largest.balance)}）。按一户一策制定清收方案，"
            f"逐户明确清收责任人、措施和时限，全年现金清收{_BLANK}万元，"
            f"诉讼、以资抵债等方式处置{_BLANK}万元。",
            (opening.npl_count.name, opening.npl_balance.name, largest.balance.name),
        ),
    )


def _inspection_text(opening: YearFigures, total: MonthLine, year: int) -> tuple[Sentence, ...]:
    text = f"按检查周期推算，{year}年应做贷后检查{formats.cell(total.inspections)}次，分月见表3。"
    names = [total.inspections.name]
    missed = (opening.inspections_due.value or 0) - (opening.inspections_done.value or 0)
    if missed > 0:
        text += (
            f"{opening.year}年应查未查{formats.number(missed)}次"
            f"（完成率{formats.cell(opening.inspection_rate)}%），一季度内先行补齐。"
        )
        names += [opening.inspections_due.name, opening.inspections_done.name]
    return (Sentence(text, tuple(names)),)
