"""Papers that came twice, and papers that only look it: what near duplicates are measured on.

A paper of each family of `benchmarks.accuracy` is scanned twice, photographed, and kept as the
office wrote it; beside it lie the same printed form filled in for another household, for the same
household a year later, for a second loan of the same day, and, for visits, of the next month.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import numpy as np
from PIL import Image

from benchmarks.accuracy.facts import Loan
from benchmarks.accuracy.pen import Family, Pen
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.typeset import lay, pdf_of
from benchmarks.harsh_pages import harmed
from samples.make.scan import Scanner, draw, image_pdf, jpeg, scanned

# What stays when the same office fills the same form for somebody else.
_OFFICE = (
    "chance", "used", "plate", "county", "area", "town", "lender", "lender_phone", "officer",
    "second_officer", "reviewer", "rate_unit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that arrives.

    paper  which paper it is a picture of: files of one paper are near duplicates, others are not
    how    "written", "scan", "rescan", "photo"
    """

    family: str
    paper: str
    how: str
    ending: str
    data: bytes


def _another_household(loan: Loan) -> None:
    kept = {name: getattr(loan, name) for name in _OFFICE}
    loan.__dict__.update(Loan(Random(f"another/{loan.borrower.id_number}")).__dict__)
    loan.__dict__.update(kept)


def _next_year(loan: Loan) -> None:
    _later(loan, 365 + loan.serial % 11)
    loan.year, loan.serial = loan.year + 1, loan.serial + 37


def _second_loan(loan: Loan) -> None:
    loan.serial += 1
    loan.fen, loan.balance = loan.fen + 1_000_000, loan.balance + 1_000_000


def _next_month(loan: Loan) -> None:
    for name in ("inspected", "reported", "last_inspected"):
        setattr(loan, name, getattr(loan, name) + timedelta(days=30 + loan.serial % 3))


def _later(loan: Loan, days: int) -> None:
    for name in ("start", "end", "signed", "inspected", "reported", "last_inspected"):
        setattr(loan, name, getattr(loan, name) + timedelta(days=days))


OTHERS: dict[str, Callable[[Loan], None]] = {
    "another household": _another_household,
    "next year": _next_year,
    "second loan": _second_loan,
    "next month": _next_month,
}


def arrivals(family: Family, seed: int) -> Iterator[Arrival]:
    """Yield the files of one paper of a family, then one scan of each other paper of its form."""
    sheet = _sheet(family, seed, lambda _loan: None)
    chance = Random(f"rescans/{family.name}/{seed}")
    yield Arrival(family.name, "itself", "written", ".pdf", pdf_of(lay(sheet)))
    yield _scan(sheet, "itself", "scan", chance)
    yield _scan(sheet, "itself", "rescan", chance)
    yield _photo(sheet, chance)
    seen = {_said(sheet)}
    for name, change in OTHERS.items():
        other = _sheet(family, seed, change)
        # A form that does not print what changed would be the same paper.
        if _said(other) not in seen:
            seen.add(_said(other))
            yield _scan(other, name, "scan", chance)


def _sheet(family: Family, seed: int, change: Callable[[Loan], None]) -> Sheet:
    """The paper as the same hand writes it, on the same form, about a loan that was changed."""
    pen = Pen(family, seed)
    change(pen.loan)
    family.write(pen)
    # What is drawn by the sheet's name, the layout of the print, stays too.
    return dataclasses.replace(pen.sheet(), name=f"{family.name}-{seed}")


def _said(sheet: Sheet) -> str:
    return repr(sheet.blocks)


def _scan(sheet: Sheet, paper: str, how: str, chance: Random) -> Arrival:
    dpi = 200 if how == "scan" else chance.choice((200, 300))
    scanner = Scanner(
        seed=chance.randrange(9999),
        skew=chance.uniform(-2, 2),
        noise=chance.choice((1.5, 3.0, 5.0)),
        shade=chance.choice((4, 14, 25)),
        paper=round(250 * chance.uniform(0.9, 1.0)),
        blur=chance.choice((0.3, 0.5, 0.8)),
        grey=chance.random() < 0.5,
    )
    pages = [scanned(page, scanner) for page in draw(pdf_of(lay(sheet)), dpi)]
    quality = chance.choice((45, 60, 85))
    if len(pages) == 1 and chance.random() < 0.5:
        return Arrival(sheet.family, paper, how, ".jpg", jpeg(pages[0], quality, dpi))
    return Arrival(sheet.family, paper, how, ".pdf", image_pdf(pages, quality, dpi))


def _photo(sheet: Sheet, chance: Random) -> Arrival:
    pages = [
        Image.fromarray(harmed(np.asarray(page, np.uint8), "photo", chance.randrange(1 << 30))[0])
        for page in draw(pdf_of(lay(sheet)))
    ]
    if len(pages) == 1:
        return Arrival(sheet.family, "itself", "photo", ".jpg", jpeg(pages[0], 70, 72))
    return Arrival(sheet.family, "itself", "photo", ".pdf", image_pdf(pages, 70, 200))
