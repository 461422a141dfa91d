"""Papers that say what they are in a line, and the reading of them: for filling archives fast."""

from __future__ import annotations

import json
from concurrent.futures import Future
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

from extractors.content import Content, Line, Page, Word
from extractors.outcome import ReadDone, ReadOutcome
from extractors.reading import FieldValue, Money, Reading, Value
from extractors.values.identity import resident_check_digit

# About a page of a contract.
CLAUSE = "借款人应按照本合同约定的用途使用借款，未经贷款人书面同意不得改变借款用途，不得转借他人。"
LINES = 24


class Said(TypedDict):
    """What an invented paper says: the household's number and the paper's number there."""

    household: int
    paper: int


def paper_bytes(household: int, number: int) -> bytes:
    """Return an invented paper."""
    said = Said(household=household, paper=number)
    return (json.dumps(said) + "\n" + f"{CLAUSE}\n" * LINES).encode()


def said_in(data: bytes) -> Said:
    """Return what an invented paper says."""
    said: Said = json.loads(data.split(b"\n", 1)[0])
    return said


def identity_of(household: int) -> str:
    """Return an ID number of the region 999999, which does not exist."""
    first17 = f"999999{household:011d}"
    return first17 + resident_check_digit(first17)


def reading_of(said: Said) -> Reading:
    """Return the reading of a paper: every first is a contract, the others are reports on it."""
    whose, number = said["household"], said["paper"]
    contract = f"HT-{whose:06d}"
    fields: dict[str, Value] = {"borrower": f"户{whose:06d}", "sign_date": date(2024, 1, 1)}
    if number == 0:
        fields |= {
            "contract_no": contract,
            "id_number": identity_of(whose),
            "amount": Money(Decimal("50000.00"), "CNY"),
        }
    else:
        fields |= {"main_contract_no": contract, "conclusion": CLAUSE}
    return Reading(
        doc_type="loan_contract" if number == 0 else "inspection_report",
        language="zh",
        pages=1,
        ocr=False,
        fields={name: (FieldValue(value=v, text=str(v)),) for name, v in fields.items()},
    )


def content_of(data: bytes) -> Content:
    """Return the text of an invented paper."""
    lines = tuple(Line((Word(line),)) for line in data.decode().splitlines())
    return Content((Page(1, 595, 842, lines),), "text/plain")


class SaidReader:
    """Reads invented papers at once, in this process."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of a paper."""
        data = path.read_bytes()
        future: Future[ReadOutcome] = Future()
        future.set_result(ReadDone(content_of(data), reading_of(said_in(data))))
        return future
