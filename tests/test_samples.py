"""The sample set is what it says it is: all kinds, twins identical, broken ones broken."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import python_calamine
from docx import Document
from PIL import Image

from samples.make.figures import capitals, wan
from samples.make.loans import AS_OF, Loan, all_loans
from samples.make.people import cast, id_number
from samples.make.workbook import write_workbook

SAMPLES = Path(__file__).parent.parent / "samples"
INBOX = sorted(path for path in (SAMPLES / "inbox").iterdir() if path.is_file())
LEDGER = SAMPLES / "ledger" / "台账_2025.xlsx"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
OUTCOME = re.compile(
    r"filed|duplicate_of:.+|waiting:incomplete|held:(needs_review|type_unknown|household_unknown"
    r"|household_ambiguous|reading_failed)"
)

Row = list[Any]


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (SAMPLES / "expected" / f"{name}.json").read_text(encoding="utf-8")
    )
    return found


READINGS = {path.name: expected(path.name) for path in INBOX}


def having(**wanted: str | None) -> list[str]:
    return [
        name
        for name, reading in READINGS.items()
        if all(reading[key] == value for key, value in wanted.items())
    ]


def test_every_file_has_its_expected_reading_and_no_expectation_lacks_its_file() -> None:
    told = {path.name.removesuffix(".json") for path in (SAMPLES / "expected").iterdir()}

    assert told == {path.name for path in INBOX}


def test_the_inbox_has_papers_enough_in_each_language() -> None:
    languages = Counter(reading["language"] for reading in READINGS.values())

    assert len(INBOX) >= 28
    assert languages["es"] >= 5
    assert languages["en"] >= 2


def test_every_type_that_the_line_reads_is_there() -> None:
    types = Counter(reading["doc_type"] for reading in READINGS.values())

    assert types["loan_contract"] >= 8
    assert types["inspection_report"] >= 6
    for name in (
        "mortgage_contract",
        "mortgage_registration",
        "iou",
        "guarantee_contract",
        "collection_notice",
    ):
        assert types[name] >= 1, name


def test_loan_contracts_come_with_each_guarantee_and_in_each_format() -> None:
    contracts = having(doc_type="loan_contract")
    methods = {READINGS[name]["fields"].get("guarantee_method") for name in contracts}
    endings = {Path(name).suffix for name in contracts}

    assert {"信用", "保证", "抵押", "联保"} <= methods
    assert {".docx", ".pdf", ".jpg", ".tif", ".txt"} <= endings


def test_pdfs_are_both_with_text_and_without() -> None:
    texts = [len(text_of(name)) for name in READINGS if is_whole_pdf(name)]

    assert sum(length > 400 for length in texts) >= 4
    assert sum(length == 0 for length in texts) >= 5


def is_whole_pdf(name: str) -> bool:
    return name.endswith(".pdf") and READINGS[name]["doc_type"] is not None


def text_of(name: str) -> str:
    with pypdfium2.PdfDocument(SAMPLES / "inbox" / name) as document:
        return "".join(page.get_textpage().get_text_range() for page in document).strip()


@pytest.mark.parametrize(
    "name", [name for name in READINGS if is_whole_pdf(name) and text_of(name)]
)
def test_text_that_a_pdf_carries_says_what_is_expected_of_it(name: str) -> None:
    text = re.sub(r"\s", "", text_of(name))

    for key in ("contract_no", "borrower", "id_number"):
        for value in several(READINGS[name]["fields"].get(key, [])):
            assert re.sub(r"\s", "", value) in text, key


@pytest.mark.parametrize("name", [name for name in READINGS if name.endswith(".docx")])
def test_a_word_paper_says_what_is_expected_of_it_and_names_no_tool(name: str) -> None:
    word = Document(str(SAMPLES / "inbox" / name))
    text = "".join(node.text or "" for node in word.element.iter() if node.tag.endswith("}t"))

    assert word.core_properties.author not in ("", "python-docx")
    for key in ("contract_no", "borrower", "id_number", "uscc", "mortgagee"):
        for value in several(READINGS[name]["fields"].get(key, [])):
            assert re.sub(r"\s", "", value) in re.sub(r"\s", "", text), key


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_one_scan_has_several_pages_and_one_lies_on_its_side() -> None:
    with Image.open(SAMPLES / "inbox" / "联保合同_马家沟.tif") as scan:
        assert scan.n_frames > 1  # type: ignore[attr-defined]
    sizes = [
        (page.mediabox[2], page.mediabox[3])
        for name in READINGS
        if is_whole_pdf(name)
        for page in pikepdf.open(SAMPLES / "inbox" / name).pages
    ]

    assert any(width > height for width, height in sizes)


def test_copies_have_the_same_bytes_as_what_they_copy() -> None:
    copies = {
        name: reading["outcome"].removeprefix("duplicate_of:")
        for name, reading in READINGS.items()
        if reading["outcome"].startswith("duplicate_of:")
    }

    assert len(copies) >= 2
    for copy, original in copies.items():
        inbox = SAMPLES / "inbox"
        assert (inbox / copy).read_bytes() == (inbox / original).read_bytes()
    others = [path.read_bytes() for path in INBOX if path.name not in copies]
    assert len(set(others)) == len(others)


def test_the_half_written_pdf_has_no_end_and_the_damaged_one_does_not_open() -> None:
    (half,) = having(outcome="waiting:incomplete")
    (damaged,) = having(outcome="held:reading_failed")

    assert b"%%EOF" not in (SAMPLES / "inbox" / half).read_bytes()[-1024:]
    assert (SAMPLES / "inbox" / damaged).read_bytes().rstrip().endswith(b"%%EOF")
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(SAMPLES / "inbox" / damaged)


def test_each_way_of_being_held_has_a_paper() -> None:
    outcomes = Counter(reading["outcome"] for reading in READINGS.values())

    assert all(OUTCOME.fullmatch(outcome) for outcome in outcomes)
    for reason in ("type_unknown", "household_ambiguous", "household_unknown", "needs_review"):
        assert outcomes[f"held:{reason}"] >= 1, reason
    assert outcomes["filed"] >= 24
    (mismatch,) = having(outcome="held:needs_review")
    assert READINGS[mismatch]["problems"] == ["amount_words_mismatch"]


def test_namesakes_make_the_held_inspection_doubtful() -> None:
    (held,) = having(outcome="held:household_ambiguous")
    fields = READINGS[held]["fields"]
    numbers = {
        READINGS[name]["fields"]["id_number"]
        for name in having(doc_type="loan_contract")
        if READINGS[name]["fields"]["borrower"] == fields["borrower"]
    }

    assert len(numbers) == 2
    assert not {"id_number", "contract_no", "iou_no", "borrower_address"} & fields.keys()


def chinese_ids() -> set[str]:
    told = {
        value
        for reading in READINGS.values()
        if reading["language"] == "zh"
        for value in several(reading["fields"].get("id_number", []))
    }
    return told | {row[3] for row in rows("贷款台账") if len(row[3]) == 18 and row[3][:2] == "41"}


def test_every_chinese_id_number_is_sound_and_can_belong_to_no_living_person() -> None:
    found = chinese_ids()

    assert len(found) > 50
    for number in found:
        total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
        assert number[17] == "10X98765432"[total % 11]
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        assert date(1955, 1, 1) < born < date(2000, 1, 1)
        assert 996 <= int(number[14:17]) <= 999


def test_an_id_number_of_a_known_person_comes_out_as_printed_in_the_standard() -> None:
    # GB 11643's own example is 11010519491231002X: same weights, other order code.
    number = id_number(date(1978, 4, 16), female=False)

    assert number == "410381197804169972"


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (15_000_000, "壹拾伍万元整"),
        (4_500_000, "肆万伍仟元整"),
        (80_000_000, "捌拾万元整"),
        (10_050_005, "壹拾万零伍佰元零伍分"),
        (424_125, "肆仟贰佰肆拾壹元贰角伍分"),
        (100_000_000, "壹佰万元整"),
    ],
)
def test_amounts_in_words_are_those_a_cashier_writes(fen: int, words: str) -> None:
    assert capitals(fen) == words


def test_ten_thousands_lose_no_zero() -> None:
    assert [wan(fen) for fen in (40_000_000, 15_000_000, 850_000)] == ["40", "15", "0.85"]


# The workbook


def rows(sheet: str) -> list[Row]:
    """The numbered rows of a sheet: no titles, heads or sums."""
    book = python_calamine.CalamineWorkbook.from_path(LEDGER)
    return [row for row in book.get_sheet_by_name(sheet).to_python() if isinstance(row[0], float)]


def sums(sheet: str, label: str, column: int) -> Decimal:
    book = python_calamine.CalamineWorkbook.from_path(LEDGER)
    (row,) = [row for row in book.get_sheet_by_name(sheet).to_python() if row[1] == label]
    return amount(row[column])


def amount(cell: Any) -> Decimal:
    return Decimal(str(cell).replace(",", "")).quantize(Decimal("0.01"))


def added(sheet: str, column: int) -> Decimal:
    return sum((amount(row[column]) for row in rows(sheet)), Decimal(0))


def test_the_workbook_has_sixty_households_and_ninety_loans() -> None:
    loans = rows("贷款台账")

    assert len(loans) == 90
    assert len({row[3] for row in loans}) == 60
    assert len({row[9] for row in loans}) == 90


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("贷款台账", 11),
        ("贷款台账", 12),
        ("贷款台账", 17),
        ("贷款台账", 18),
        ("还款明细", 5),
        ("还款明细", 6),
        ("应收利息", 4),
        ("应收利息", 5),
        ("应收利息", 6),
        ("五级分类", 14),
        ("抵质押物", 10),
    ],
)
def test_the_total_of_a_column_is_the_sum_of_its_rows(sheet: str, column: int) -> None:
    assert sums(sheet, "合计", column) == added(sheet, column)


def test_subtotals_of_the_branches_add_up_to_the_total() -> None:
    branches = [f"{name}小计" for name in ("柳河信用社", "石桥信用社", "城关信用社")]

    assert sum(sums("贷款台账", name, 12) for name in branches) == sums("贷款台账", "合计", 12)


def test_a_balance_is_what_was_lent_less_what_was_repaid() -> None:
    repaid: Counter[str] = Counter()
    for row in rows("还款明细"):
        repaid[row[4]] += int(amount(row[5]) * 100)

    for row in rows("贷款台账"):
        assert amount(row[12]) * 100 == amount(row[11]) * 100 - repaid[row[9]]


def test_a_row_past_due_is_classed_no_better_than_the_rule_allows() -> None:
    order = ["正常", "关注", "次级", "可疑", "损失"]
    for row in rows("贷款台账"):
        if row[19] == "已结清":
            continue
        least = sum(row[16] > limit for limit in (7, 90, 270, 360))
        assert order.index(row[19]) >= least


def test_bad_loans_are_a_plausible_share_and_some_were_recovered() -> None:
    def bad(loan: Loan, day: date) -> bool:
        return bool(loan.balance(day)) and loan.five_level_class(day) in ("次级", "可疑", "损失")

    loans = all_loans()
    share = Decimal(sum(loan.balance(AS_OF) for loan in loans if bad(loan, AS_OF))) / sum(
        loan.balance(AS_OF) for loan in loans
    )
    before = date(2024, 12, 31)

    assert Decimal("0.015") <= share <= Decimal("0.04")
    assert any(bad(loan, before) and not bad(loan, AS_OF) for loan in loans)
    assert any(bad(loan, AS_OF) and not bad(loan, before) for loan in loans)


def test_the_clerk_left_some_dates_and_numbers_as_text() -> None:
    loans = rows("贷款台账")

    assert any(isinstance(row[12], str) for row in loans)
    assert any(isinstance(row[14], str) for row in loans)
    assert any(isinstance(row[14], date) for row in loans)
    assert all(isinstance(row[3], str) for row in loans)


def test_contracts_in_the_inbox_stand_in_the_ledger_with_the_same_figures() -> None:
    ledger = {(row[3], row[8]): row for row in rows("贷款台账")}
    known = {person.number for person in cast().values()}
    compared = 0
    for name in having(doc_type="loan_contract", language="zh"):
        fields = READINGS[name]["fields"]
        owner = fields.get("id_number") or fields["uscc"]
        for number in several(owner):
            assert number in known
            row = ledger[number, fields["contract_no"]]
            assert amount(row[10]) == Decimal(fields["amount"]["value"])
            compared += 1

    assert compared >= 10


def test_a_second_run_writes_the_same_workbook(tmp_path: Path) -> None:
    write_workbook(tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == LEDGER.read_bytes()


def test_the_faulty_ledger_has_each_mistake_where_the_list_says() -> None:
    book = python_calamine.CalamineWorkbook.from_path(SAMPLES / "ledger" / "台账_有错.xlsx")
    cells = book.get_sheet_by_name("贷款台账").to_python()
    mistakes = json.loads((SAMPLES / "ledger" / "台账_有错.json").read_text(encoding="utf-8"))
    found = [cells[int(one["cell"][1:]) - 1][ord(one["cell"][0]) - 65] for one in mistakes]

    assert len(mistakes) >= 10
    assert found[:3] == [410381198501019000.0, "410381197804169971", "41038119780416"]
    assert found[3] == "五万左右"
    assert "" in found
    assert [row[9] for row in cells].count(found[-1]) == 2
