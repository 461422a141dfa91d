"""What a family writes a paper with: values that are remembered, labels, layouts, furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.accuracy import labels, printed
from benchmarks.accuracy.facts import Firm, Loan, Person
from benchmarks.accuracy.layouts import LAYOUTS
from benchmarks.accuracy.makers import Maker, makers
from benchmarks.accuracy.marks import END_STRUCK, STRUCK, plain, valued
from benchmarks.accuracy.printed import on_rule
from benchmarks.accuracy.sheet import (
    Align,
    Block,
    Grid,
    Habits,
    NewPage,
    Say,
    Sheet,
    Sides,
    Title,
)

# A key of `Pen.makers`, or a label of one's own with a text or a key.
Fact = str | tuple[str, str]
# How often which layout is met.
COMMON = ("lines", "lines", "pairs", "comma", "grid", "wide grid", "heads", "below", "tabs")
_RULES = ("_", "_", "__", " ", "  ", "", "＿")
_GRIDS = ("box", "tabs", "blanks", "blanks", "lines", "pipes")
_EMPTY = ("____", "________", "/", "", "　　　　")


@dataclass(frozen=True, slots=True)
class Family:
    """Papers of one wording: what they are, and who writes them."""

    name: str
    doc_type: str | None
    language: str
    write: Callable[[Pen], None]

    @property
    def held_out(self) -> bool:
        """Whether the family is kept for the published figures alone."""
        return labels.held_out(self.name)


def money(fen: int, currency: str = "CNY") -> dict[str, str]:
    return {"value": f"{Decimal(fen) / 100:.2f}", "currency": currency}


class Pen:
    """One paper while it is written.

    loan    what the paper is about
    keen    how often an optional fact is left out or left blank; 0 to write every one
    """

    def __init__(self, family: Family, seed: int) -> None:
        self.family = family
        self.seed = seed
        self.chance = Random(f"{family.name}/{seed}")
        self.loan = Loan(self.chance)
        self.keen = 0.16
        self.blocks: list[Block] = []
        self.gold: dict[str, list[Any]] = {}
        self.optional: dict[str, list[Any]] = {}
        self.values: list[tuple[tuple[str, Any], ...]] = []
        self.header = self.footer = ""
        self.seals: list[str] = []
        self.numbers: dict[str, str] = {}
        self.colon = self.pick("：", "：", "：", ":", "： ")
        self.spacing = self.pick("", "", "", "", " ", "　")
        self.day_way = self.pick(*printed.COMMON_DAYS)
        self.habits = Habits(
            self.pick(*_RULES), self.pick(*_GRIDS), self.pick(0, 0, 0, 38, 46), self.odds(0.3)
        )
        self.makers: dict[str, Maker] = makers(self)

    # --- chance -------------------------------------------------------------------------------

    def pick(self, *ways: Any) -> Any:
        return self.chance.choice(ways)

    def odds(self, share: float) -> bool:
        return self.chance.random() < share

    # --- values -------------------------------------------------------------------------------

    def put(self, field: str, text: str, value: Any = None) -> str:
        """Return `text` as the print of a value of `field`; the paper now has it.

        value  normalised; by default the text without marks
        """
        told = plain(text).strip() if value is None else value
        held = self.gold.setdefault(field, [])
        if told not in held:
            held.append(told)
        return self._valued(text, (field, told))

    def _valued(self, text: str, *told: tuple[str, Any]) -> str:
        self.values.append(told)
        return valued(len(self.values) - 1, text)

    def _words(self, fen: int, text: str) -> str:
        """Amount and amount_words of the loan, printed at once."""
        self.put("amount_words", text)
        self.put("amount", text, money(fen))
        return self._valued(text, ("amount", money(fen)), ("amount_words", plain(text)))

    def may(self, field: str, value: Any) -> None:
        """Note a value that may be read or not."""
        self.optional.setdefault(field, []).append(value)

    def blank(self) -> str:
        """What stands where nothing was filled in."""
        return str(self.pick(*_EMPTY))

    def rule(self, text: str) -> str:
        """Return text as it is filled into a printed blank."""
        return on_rule(text)

    def struck(self, text: str) -> str:
        """Return text that was struck through when the paper was corrected: it no longer holds."""
        return f"{STRUCK}{text}{END_STRUCK}"

    def person(self, field: str, who: Person | Firm | str) -> str:
        name = who if isinstance(who, str) else who.name
        shown = f"{name[0]} {name[1]}" if len(name) == 2 and self.odds(0.1) else name
        return self.put(field, shown, name)

    def number(self, who: Person) -> str:
        return self.put("id_number", printed.spaced_id(who.id_number, self.chance), who.id_number)

    def money(self, field: str, fen: int, how: str = "") -> str:
        text = printed.amount(fen, self.chance, how)
        if how == "words" and field == "amount":
            return self._words(fen, text)
        return self.put(field, text, money(fen))

    def words(self, fen: int) -> str:
        """The amount of the loan in capital numerals: amount and amount_words at once."""
        return self._words(fen, printed.words(fen, self.chance))

    def digit_grid(self, field: str, fen: int) -> tuple[list[str], list[str]]:
        """Return head and cells of a grid of figures: the value stands in all of its cells."""
        head, cells = printed.digit_grid(fen)
        self.put(field, str(fen), money(fen))
        number = len(self.values) - 1
        return head, [valued(number, cell) if cell.isdigit() else cell for cell in cells]

    def words_of_secured(self) -> str:
        return self.money("secured_amount", self.loan.secured, "words")

    def day(self, field: str, day: date, way: str = "") -> str:
        """Return a date in the paper's own way, now and then in another, or in the way named."""
        if way == "rule":
            return self.put(field, printed.ruled_day(day, self.chance), day.isoformat())
        if not way:
            way = self.day_way if self.odds(0.8) else self.pick(*printed.COMMON_DAYS)
        return self.put(field, printed.DAYS[way](day), day.isoformat())

    def start(self) -> str:
        """The day the money was paid out; on a note it may pass for the day of the note."""
        if self.family.doc_type == "iou":
            self.may("sign_date", self.loan.start.isoformat())
        return self.day("start_date", self.loan.start)

    def rate(self, how: str = "full") -> str:
        value, unit = self.loan.rate, self.loan.rate_unit
        figure = f"{value.normalize():f}"
        sign = {"permille_month": "‰", "percent_year": "%", "percent_month": "%"}.get(unit, "")
        told = {"value": figure, "unit": unit}
        if how == "bare":
            return self.put("rate", figure, told)
        if how == "full" or not sign:
            return self.put("rate", printed.rate(value, unit, self.chance), told)
        return self.put("rate", figure + sign, told)

    def term(self) -> str:
        return self.put("term_months", printed.term(self.loan.term, self.chance), self.loan.term)

    def period(self, way: str = "rule") -> str:
        """自…起至…止: both dates of the loan in a sentence."""
        start, end = (
            self.day("start_date", self.loan.start, way),
            self.day("end_date", self.loan.end, way),
        )
        shape = self.pick("自{}起至{}止", "从{}起至{}止", "自{}至{}", "{}至{}", "由{}至{}止")
        return str(shape).format(start, end)

    def code(self, field: str, short: str, *, old: bool = False) -> str:
        """Return a contract's number in one of the ways of the trade, drawn once for each field."""
        if field in self.numbers:
            return self.put(field, self.numbers[field])
        loan, place = self.loan, self.loan.county[:1]
        serial = f"{loan.serial:0{self.pick(3, 4, 4, 5)}d}"
        number = self.pick(
            f"（{loan.year}）{place}农{short}字第{serial}号",
            f"({loan.year}){place}信{short}字第{serial}号",
            f"{loan.year}年{place}农信{short}字第{serial}号",
            f"{place}农商{short}字[{loan.year}]第{serial}号",
            f"{place}联社{short}〔{loan.year}〕{serial}号",
            f"{place.upper()}{loan.year}{short}字{serial}-{loan.serial % 7 + 1:02d}",
            f"{loan.area}{loan.year}{loan.serial:08d}",
            f"HT{loan.year}{loan.start:%m%d}{serial}",
        ) if not old else f"（{loan.year}）{place}农信{short}字第{serial}号"  # fmt: skip
        self.numbers[field] = number
        shown = number.replace("字第", "字第 ") if self.odds(0.1) else number
        return self.put(field, shown, number)

    # --- values of their own --------------------------------------------------------------------

    def appraised(self, how: str = "") -> str:
        """The appraised value, which on a mortgage may pass for the value agreed on."""
        self.may("collateral_value", money(self.loan.value))
        return self.money("appraised_value", self.loan.value, how)

    def inspect_method(self) -> str:
        method = self.pick("现场", "实地", "非现场", "电话", "现场检查")
        return self.put("inspect_method", method, method.removesuffix("检查"))

    def inspectors(self, joint: str = "") -> str:
        """Two names, as two people inspect together; at times one."""
        names = [self.loan.officer, self.loan.second_officer][: 1 if self.odds(0.2) else 2]
        between = joint or self.pick("、", "，", "  ", " ", "、")
        return str(between).join(self.person("inspector", name) for name in names)

    def grade(self) -> str:
        grade = self.loan.graded
        return self.put("classification", grade + self.pick("", "", "类"), grade)

    def title_no(self) -> str:
        loan = self.loan
        number = f"{loan.plate}（{loan.year - 2}）{loan.county}不动产权第{loan.serial * 13:07d}号"
        return self.put("title_certificate_no", number)

    def fact(self, name: str, how: str = "") -> str:
        """Return the print of a fact of the loan by its name."""
        return self.makers[name](how)

    # --- labels and layouts -------------------------------------------------------------------

    def label(self, field: str) -> tuple[str, str]:
        """Return a label for a field and how its value is to be printed."""
        words = {"firm": "borrower", "firm_address": "borrower_address", "firm_phone": "phone"}
        name = words.get(field, field)
        if name == "rate":
            name = f"rate:{self.loan.rate_unit}"
        word, _, how = str(self.pick(*labels.choices(name, held=self.family.held_out))).partition(
            "|"
        )
        if name.startswith("rate") and not how:
            how = "sign"
        if self.spacing and len(word) <= 3 and self.odds(0.7):
            word = self.spacing.join(word)
        return word, how

    def pair(self, fact: Fact) -> tuple[str, str]:
        """Return label and printed value of a fact."""
        if isinstance(fact, str):
            word, how = self.label(fact)
            return word, self.makers[fact](how)
        word, value = fact
        word, _, how = word.partition("|")
        return word, self.makers[value](how) if value in self.makers else value

    def pairs(self, facts: Sequence[Fact], *, sure: int = 1) -> list[tuple[str, str]]:
        """Return the pairs of facts; some of those after the first `sure` are missing or blank."""
        told = []
        for place, fact in enumerate(facts):
            if place >= sure and isinstance(fact, str) and self.odds(self.keen):
                if self.odds(0.5):
                    told.append((self.label(fact)[0], self.blank()))
                continue
            told.append(self.pair(fact))
        return told

    def facts(self, *facts: Fact, layout: str = "", sure: int = 1) -> None:
        """Write facts in one of the layouts of the trade, or in the one named."""
        told = self.pairs(facts, sure=sure)
        LAYOUTS[layout or self.pick(*COMMON)](self, told)

    # --- blocks -------------------------------------------------------------------------------

    def title(self, text: str) -> None:
        self.blocks.append(Title(text))

    def say(self, text: str, *, indent: bool = False, align: Align = "left") -> None:
        self.blocks.append(Say(text, indent, align))

    def clause(self, *texts: str) -> None:
        """Write prose, a paragraph a text."""
        for text in texts:
            self.say(text, indent=True)

    def right(self, text: str) -> None:
        self.say(text, align="right")

    def grid(
        self, rows: Sequence[Sequence[str | None]], widths: Sequence[float] = (), head: int = 0
    ) -> None:
        self.blocks.append(Grid(rows, widths, head))

    def sides(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Write two columns, padded to the same height."""
        tall = max(len(left), len(right))
        fill = [""] * tall
        self.blocks.append(Sides([*left, *fill][:tall], [*right, *fill][:tall]))

    def new_page(self) -> None:
        self.blocks.append(NewPage())

    def sheet(self) -> Sheet:
        """Return the finished paper."""
        return Sheet(
            f"{self.family.name}-{self.seed}",
            self.family.name,
            self.seed,
            self.family.doc_type,
            self.family.language,
            tuple(self.blocks),
            self.gold,
            self.optional,
            tuple(self.values),
            self.habits,
            self.header,
            self.footer,
            tuple(self.seals),
        )
