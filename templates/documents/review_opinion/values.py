"""The values of a review opinion: what ledger and papers know of an applicant, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from archive.completeness import RequiredPaper
from archive.households import Household
from extractors.forms import ALL as FORMS
from extractors.values.identity import is_uscc
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.records import Record
from ledger.states import Collateral, LoanState, masked
from templates.derived import less
from templates.document import Document
from templates.inspection.figures import Figures, row
from templates.inspection.words import chosen
from templates.saying import Say
from templates.sentence import Sentence
from templates.titles import trade_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """One loan that the household owes on already."""

    number: str
    product: str | None
    guarantee: str | None
    balance: Figure
    due_on: date | None
    days: Figure
    class_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper that is needed before a loan is granted and is not on file, or may be needed."""

    number: int
    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item of the review: what is known, and what the reviewer ticks."""

    number: int
    title: str
    known: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOpinion(Document):
    """What the template `review-opinion` prints. purposes: as papers on file state them."""

    institution: str | None
    department: str | None
    unit: str | None
    borrower: str | None
    id_number: str | None
    household_number: str
    village: str | None
    manager: str | None
    as_of: date
    known_on: date
    exposure: Figure
    loans: tuple[LoanLine, ...]
    papers: tuple[PaperLine, ...]
    items: tuple[ItemLine, ...]

    def sentences(self) -> Iterable[Sentence]:
        """What is known of each item."""
        for item in self.items:
            yield item.known


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """All that is known of a household that applies.

    loans    all granted, paid off ones too
    papers   the verdict on what is needed before a loan is granted
    records  facts of the kinds a review looks at, oldest first
    """

    household: Household
    loans: Sequence[LoanState]
    collateral: Sequence[Collateral]
    papers: Sequence[RequiredPaper]
    records: dict[str, Sequence[Record]]
    institution: str | None
    department: str | None
    as_of: date
    known_on: date

    def last(self, kind: str) -> Record | None:
        """Return the last fact of a kind."""
        found = self.records.get(kind, ())
        return found[-1] if found else None


def opinion(one: Applicant) -> ReviewOpinion:
    """Return the opinion with everything filled in that is known."""
    figures = Figures("zh", one.as_of)
    person, owed = one.household.borrower, [loan for loan in one.loans if loan.is_open]
    exposure = figures.made(
        "exposure",
        one.household.number,
        sum(loan.balance_fen for loan in owed),
        [loan.row(loan.balance_fen) for loan in owed],
    )
    loans = tuple(
        LoanLine(
            number=loan.number,
            product=loan.product,
            guarantee=trade_word(loan.guarantee, "zh") if loan.guarantee else None,
            balance=figures.of_loan(loan, "balance_fen"),
            due_on=loan.due_on,
            days=figures.of_loan(loan, "days_overdue"),
            class_name=trade_word(loan.class_code, "zh") if loan.class_code else None,
        )
        for loan in owed
    )
    lacking = [paper for paper in one.papers if paper.state != "present"]
    known = _Known(one, figures, exposure)
    items = tuple(
        ItemLine(number=number, title=title, known=sentence)
        for number, (title, sentence) in enumerate(known.items(), start=1)
    )
    return ReviewOpinion(
        institution=one.institution,
        department=one.department,
        unit=one.household.unit,
        borrower=person.name,
        id_number=masked(person.id_number or person.uscc) or None,
        household_number=one.household.number,
        village=one.household.village,
        manager=one.household.manager,
        as_of=one.as_of,
        known_on=one.known_on,
        exposure=exposure,
        loans=loans,
        papers=tuple(
            PaperLine(
                number=number,
                title=FORMS[paper.doc_type].title("zh"),
                state="缺失" if paper.state == "missing" else "待定",
            )
            for number, paper in enumerate(lacking, start=1)
        ),
        items=items,
        figures=tuple(figures.named),
    )


class _Known:
    """What is known of each item of the review, in a sentence with its figures."""

    def __init__(self, one: Applicant, figures: Figures, exposure: Figure) -> None:
        self.one, self.figures, self.exposure = one, figures, exposure
        self.say = Say("zh")
        self.number = one.household.number

    def items(self) -> Iterable[tuple[str, Sentence]]:
        """Yield each item with what is known of it."""
        yield "主体资格", self.identity()
        yield "资料完整性和真实性", self.papers()
        yield "借款用途", self.say("申请用途：{blank}。是否符合信贷政策和经营范围由审查人判断。")
        yield "还款来源和能力", self.record()
        yield "信用记录", self.bureau()
        yield "他行负债和对外担保", self.debts()
        yield "担保", self.security()
        yield "额度、期限和利率", self.limit()
        yield "集团关联和集中度", self.connected()

    def _count(self, name: str, value: int, rows: Sequence[object] = ()) -> Figure:
        return self.figures.made(name, self.number, value, rows, unit="count")  # type: ignore[arg-type]

    def identity(self) -> Sentence:
        person = self.one.household.borrower
        number = person.id_number or person.uscc
        if not number:
            return self.say("户档没有登记证件号码。")
        kind = "统一社会信用代码" if is_uscc(number) else "身份证件号码"
        return self.say("户档已登记{kind}，校验位相符与否及有效期由审查人核对。", kind=kind)

    def papers(self) -> Sentence:
        missing = [paper for paper in self.one.papers if paper.state == "missing"]
        undecided = [paper for paper in self.one.papers if paper.state == "undecided"]
        if not missing and not undecided:
            return self.say("放款前应有的资料已全部归档。")
        return self.say(
            "放款前应有的资料缺{missing:件}，待定{undecided:件}（见第二部分）。",
            missing=self._count("missing", len(missing)),
            undecided=self._count("undecided", len(undecided)),
        )

    def record(self) -> Sentence:
        """How the household paid so far: what the ledger holds of its loans."""
        loans = self.one.loans
        if not loans:
            return self.say("在本社没有贷款记录。还款来源：{blank}。")
        paid = [loan for loan in loans if not loan.is_open]
        late = [loan for loan in loans if loan.is_open and loan.days_overdue]
        return self.say(
            "在本社贷款{all:笔}，已结清{paid:笔}，现逾期{late:笔}。还款来源：{blank}。",
            all=self._count("loans_ever", len(loans), [loan.row(None) for loan in loans]),
            paid=self._count("loans_paid", len(paid), [loan.row(None) for loan in paid]),
            late=self._count("loans_late", len(late), [loan.row(None) for loan in late]),
        )

    def bureau(self) -> Sentence:
        query = self.one.last("credit_query")
        worst = max(
            (CLASSES.index(loan.class_code) for loan in self.one.loans
             if loan.is_open and loan.class_code in CLASSES),
            default=None,
        )  # fmt: skip
        own = "" if worst is None else f"在本社贷款最差分类为{trade_word(CLASSES[worst], 'zh')}。"
        if query is None:
            return self.say("台账没有征信查询记录，须查询后填写。{own}", own=own)
        return self.say(
            "{day}查询征信：{result}。{own}",
            day=query.effective_on,
            result=chosen(query, "result", "zh"),
            own=own,
        )

    def debts(self) -> Sentence:
        last: dict[tuple[str, str], Record] = {}
        for one in self.one.records.get("other_debt", ()):
            last[one.text("lender") or "", one.text("term") or ""] = one
        owed = [one for one in last.values() if one.whole("balance_fen")]
        if not owed:
            return self.say("台账没有登记他行负债，须核实。对外担保：{blank}。")
        rows = [one.row(one.text("lender") or "", one.whole("balance_fen")) for one in owed]
        total = self.figures.made(
            "debts_elsewhere", self.number, sum(int(each.amount or 0) for each in rows), rows
        )
        return self.say("台账登记他行负债合计{total}。对外担保：{blank}。", total=total)

    def security(self) -> Sentence:
        things = [one for one in self.one.collateral if one.value_fen]
        if not things:
            return self.say("台账没有登记抵（质）押物。拟提供担保：{blank}。")
        rows = [
            row(one.fact, self.number, one.value_fen, one.sources["value_fen"]) for one in things
        ]
        total = self.figures.made(
            "collateral_total", self.number, sum(one.value_fen or 0 for one in things), rows
        )
        return self.say(
            "台账登记抵（质）押物{count:件}，登记价值{total}。本次拟提供担保：{blank}。",
            count=self._count("collateral_count", len(things), rows),
            total=total,
        )

    def limit(self) -> Sentence:
        rating = self.one.last("rating")
        if rating is None:
            return self.say("台账没有评级授信记录。申请金额：{blank}，期限：{blank}。")
        grade, on = rating.text("grade") or "", rating.effective_on
        if rating.whole("limit_fen") is None:
            return self.say(
                "{on}评定信用等级{grade}，没有核定额度。申请金额：{blank}。", on=on, grade=grade
            )
        limit = self.figures.stated(rating, "limit_fen", "limit", self.number)
        left = self.figures.worked_out(less(limit, self.exposure))
        return self.say(
            "{on}评定信用等级{grade}，核定额度{limit}，已用{used}，{words}{left:~}。"
            "申请金额：{blank}。",
            on=on, grade=grade, limit=limit, used=self.exposure,
            words="尚余" if (left.value or 0) >= 0 else "已超出", left=left,
        )  # fmt: skip

    def connected(self) -> Sentence:
        groups = [one.text("group") for one in self.one.records.get("affiliation", ())]
        teams = [one.text("group_no") for one in self.one.records.get("guarantee_group", ())]
        named = "、".join(dict.fromkeys(one for one in groups if one))
        joint = "、".join(dict.fromkeys(one for one in teams if one))
        if not named and not joint:
            return self.say("台账没有登记集团关联和联保小组。")
        parts = []
        if named:
            parts.append(f"关联集团：{named}")
        if joint:
            parts.append(f"联保小组：{joint}")
        text = "；".join(parts)
        return Sentence(f"{text}。", asides=((text, "names as registered"),))
