"""How a document type is declared: marks to know it by, fields with labels and grammars, checks.

A form is data; the machinery that reads it never mentions one by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from extractors.reading import FieldValue, Problem, Value
from extractors.sheet import Sheet
from extractors.values.dates import DateOrder


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that stand beside a value, per language, as printed but without blanks."""

    zh: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every label, whatever the language: papers mix them."""
        return self.zh + self.es + self.en

    def __or__(self, other: Labels) -> Labels:
        return Labels(self.zh + other.zh, self.es + other.es, self.en + other.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the whole paper says about how its values are written.

    unit           "万元" when a heading says so for all amounts, else ""
    decimal_comma  1.250.000,00
    """

    language: str | None
    currency: str
    unit: str = ""
    decimal_comma: bool = False
    is_ocr: bool = False
    dates: DateOrder = field(default_factory=DateOrder)


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of text a value is looked for in.

    text, folded  the stretch; the same length
    label         the folded label before it, brackets included ("抵押金额(万元)")
    unit          the unit that holds here for amounts without one
    inline        the label stands in running text: the value must follow at once
    """

    text: str
    folded: str
    label: str
    unit: str
    inline: bool
    habits: Habits


@dataclass(frozen=True, slots=True)
class Found:
    """A value in a window, from `start` to `end`; `doubts` are problem codes."""

    value: Value
    start: int
    end: int
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one kind of value is read.

    strict  the grammar knows its values by their shape, so it may look into running text
    closed  its values are words of a list
    free    its values are a person's own words, known only by where they stand
    inline  it may also read what follows 为 or 是 in a sentence
    lines   how many further lines its value may run on to
    whole   its value is all that stands under its label, numbered paragraphs included
    """

    name: str
    read: Callable[[Window], Iterable[Found]]
    strict: bool = True
    lines: int = 1
    inline: bool = False
    closed: bool = False
    whole: bool = False
    free: bool = False


# Declared once and compared by identity: a deep hash would cost more than a lookup.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """One value of a form.

    labels    the words beside it
    opens     the label starts the block of this party (the field's name by default for parties)
    block     the value counts only within that party's block, or before any party is named
    patterns  folded-text regexes with a group `v`, for values in sentences
    many      every value counts, not the first alone
    of_company  persons do not have it: absent where the block's party is no organisation
    column    the label counts only as the title of a column
    each_row  several rows under the label are as many loans: each has its value
    printed   the form's own print may say it: it counts only beside values that were filled in
    required  without it the paper cannot be filed
    firm      the patterns are surer than any label
    called    further words a sentence may define the party by ("en adelante LA CAJA")
    told      what of a party's description this is: "spouse", "representative", "address"
    last      counts only where nothing surer says it
    items     each row of a table may have its own, where the paper gives none for all of them
    needs     counts only where this other field was read
    on_papers a regex the paper's text must hold for the field to count; "" for every paper
    """

    name: str
    grammar: Grammar
    labels: Labels = Labels()
    opens: str | None = None
    block: str | None = None
    patterns: tuple[str, ...] = ()
    many: bool = False
    required: bool = False
    printed: bool = False
    column: bool = False
    each_row: bool = False
    of_company: bool = False
    on_papers: str = ""
    last: bool = False
    items: bool = False
    needs: str = ""
    firm: bool = False
    called: tuple[str, ...] = ()
    told: str = ""


Fields = Mapping[str, tuple[FieldValue, ...]]
Check = Callable[[Fields], Iterable[Problem]]
# A check that looks at the paper too: at a plan, at a ratio that is no field.
PaperCheck = Callable[[Sheet, Fields], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class SameParty:
    """A party that the paper does not name again: where it says so, it is another one.

    said  the regex by which a sentence of the folded text says that
    """

    field: str
    party: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Words a type is known by.

    titles  regexes a title line ends or is made of; they count most
    words   (folded words, weight) of the body
    """

    titles: tuple[str, ...]
    words: tuple[tuple[str, int], ...] = ()


# Declared once and compared by identity: a deep hash would cost more than a lookup.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DocType:
    """One type of paper.

    titles    what people call it: (zh, es, en)
    category  class of the household file, scheme A: 1 权证 2 要件 3 管理 4 保全 5 综合
    dated_by  the field that dates the paper, None where none does
    is_read   False: known by its title, its values are not read yet
    otherwise (regex, how it is read on papers whose folded text holds the regex)
    same_parties  who stands in a second role where a sentence says so
    file_titles  regexes of titles by which a paper that no reading claims is known when it is filed
    is_annex  often bound behind another paper: its title alone does not make it a paper by itself
    """

    name: str
    titles: tuple[str, str, str]
    category: int
    marks: Marks
    fields: tuple[Field, ...] = ()
    checks: tuple[Check, ...] = ()
    dated_by: str | None = None
    default_block: str | None = "borrower"
    otherwise: tuple[str, DocType] | None = None
    is_annex: bool = False
    file_titles: tuple[str, ...] = ()
    paper_checks: tuple[PaperCheck, ...] = ()
    same_parties: tuple[SameParty, ...] = ()

    def on(self, folded_text: str) -> DocType:
        """Return how this type is read on a paper of this text."""
        if self.otherwise is not None and re.search(self.otherwise[0], folded_text):
            return self.otherwise[1]
        return self

    @property
    def is_read(self) -> bool:
        """Whether values of this type are read; others are known by their title only."""
        return bool(self.fields)

    def title(self, language: str) -> str:
        """Return the type's name for people, in "zh", "es" or "en"."""
        return dict(zip(("zh", "es", "en"), self.titles, strict=True)).get(language, self.titles[2])

    def field_names(self) -> tuple[str, ...]:
        """Return the names of the fields a reading may hold, each once."""
        return tuple(dict.fromkeys(one.name for one in self.fields))
