"""Do the papers of a loan agree? What two of them say differently, with both named.

Pure: readings in, findings out. Papers belong together by contract number or by the borrower's ID
number, never by a name. Nothing is said of a paper that is not there yet: it may come later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import combinations

from archive.filing import normal_number
from extractors.reading import Money, Reading
from extractors.wording import _

# Papers whose ID number is the borrower's.
_BORROWERS_OWN = ("loan_contract", "iou", "inspection_report", "collection_notice")
_SECURING = ("mortgage_contract", "guarantee_contract", "pledge_contract")
# 最高额 and lines of credit: what is drawn may be paid back and drawn again.
_REVOLVING = re.compile(r"最高额|额度|循环|授信|linea|line of credit|revolv", re.IGNORECASE)
_ADVANCE_NOTICE = re.compile(r"预告|preventiv|advance|notice", re.IGNORECASE)
_UNIT = re.compile(r"\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}")
# A rural bank may have taken over the cooperative that lent.
_RURAL = re.compile(r"农村|农商|信用社|信用合作|联社")
_INSTITUTION = re.compile(r".*?(?:银行|信用合作联社|信用联社|信用合作社|信用社|联社|合作社|公司)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one paper says.

    id     of the filed paper, or of the held item
    label  how a person finds it: household number, item number, title
    """

    id: str
    label: str
    household_id: int | None
    reading: Reading

    @property
    def doc_type(self) -> str | None:
        """The paper's type."""
        return self.reading.doc_type

    def texts(self, name: str) -> list[str]:
        """The field's values that are texts."""
        return [str(f.value) for f in self.reading.fields.get(name, ()) if isinstance(f.value, str)]

    def numbers(self, *names: str) -> set[str]:
        """The values of these fields as numbers are compared."""
        return {n for name in names for text in self.texts(name) if (n := normal_number(text))}

    def day(self, name: str) -> date | None:
        """The field's date."""
        found = self.reading.fields.get(name)
        return found[0].value if found and isinstance(found[0].value, date) else None

    def money(self, name: str) -> Money | None:
        """The field's amount."""
        found = self.reading.fields.get(name)
        return found[0].value if found and isinstance(found[0].value, Money) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What papers say against each other; `message` names them all and holds no personal data."""

    code: str
    message: str
    papers: tuple[Said, ...]


@dataclass(slots=True)
class _Loan:
    """One loan contract and the papers that name its number."""

    contract: Said
    notes: list[Said] = field(default_factory=list)
    securing: list[Said] = field(default_factory=list)
    registrations: list[Said] = field(default_factory=list)
    others: list[Said] = field(default_factory=list)


def disagreements(papers: Sequence[Said]) -> list[Disagreement]:
    """Return what the papers of one household say against each other."""
    loans = _loans(papers)
    found = [each for loan in loans for check in _OF_A_LOAN for each in check(loan)]
    found += _names_of_one_person(papers)
    found += _unknown_main_contracts(papers)
    found += _inspected_too_early(papers, loans)
    # One pair of papers may be found by contract number and by ID number.
    once = {(each.code, *(paper.id for paper in each.papers)): each for each in found}
    return list(once.values())


def repeated_mortgages(papers: Iterable[Said]) -> list[Disagreement]:
    """Return properties that two mortgages name, whosever they are.

    Not counted: a contract with its own certificate, an advance notice with the mortgage it led to,
    two papers for one loan, and a mortgage that ended before the other began.
    """
    by_property: dict[tuple[str, str | None], list[Said]] = {}
    for paper in papers:
        if paper.doc_type in ("mortgage_registration", "mortgage_contract"):
            for number in _properties(paper):
                by_property.setdefault((number, paper.doc_type), []).append(paper)
    found: dict[tuple[str, str], Disagreement] = {}
    for mortgages in by_property.values():
        for one, other in combinations(mortgages, 2):
            if _is_repeated(one, other):
                found.setdefault(
                    (one.id, other.id),
                    _said(
                        "repeated_mortgage",
                        _("{one} and {other} mortgage the same property: see whether the first was "
                          "cancelled."),
                        one, other,
                    ),
                )  # fmt: skip
    return list(found.values())


def _properties(paper: Said) -> set[str]:
    """Whole unit numbers and title certificates; "等3个" and the like tell nothing."""
    units = {n for n in paper.numbers("unit_no") if _UNIT.fullmatch(re.sub(r"\W", "", n))}
    return units | {n for n in paper.numbers("title_certificate_no") if re.search(r"\d{4,}", n)}


def _is_repeated(one: Said, other: Said) -> bool:
    own = "certificate_no" if one.doc_type == "mortgage_registration" else "contract_no"
    ours, theirs = one.numbers(own), other.numbers(own)
    if not ours or not theirs or ours & theirs:
        return False
    if one.numbers("main_contract_no") & other.numbers("main_contract_no"):
        return False
    if any(_ADVANCE_NOTICE.search(text) for paper in (one, other) for text in paper.texts("right")):
        return False
    first, second = sorted((one, other), key=lambda paper: _begins(paper) or date.min)
    ended = first.day("end_date") or first.day("claim_period_end")
    begins = _begins(second)
    return not (ended and begins and ended < begins)


def _begins(paper: Said) -> date | None:
    days = (paper.day(name) for name in ("register_date", "sign_date", "start_date"))
    return next((day for day in days if day), None)


# -- papers of one loan -----------------------------------------------------------------------


def _loans(papers: Sequence[Said]) -> list[_Loan]:
    loans = []
    for contract in papers:
        numbers = contract.numbers("contract_no")
        if contract.doc_type != "loan_contract" or not numbers:
            continue
        loan = _Loan(contract)
        for paper in papers:
            if paper.doc_type in _SECURING and paper.numbers("main_contract_no") & numbers:
                loan.securing.append(paper)
        secured = numbers.union(*(each.numbers("contract_no") for each in loan.securing))
        for paper in papers:
            named = paper.numbers("contract_no", "main_contract_no")
            if paper.doc_type == "iou" and named & numbers:
                loan.notes.append(paper)
            elif paper.doc_type == "mortgage_registration" and named & secured:
                loan.registrations.append(paper)
            elif paper.doc_type in _BORROWERS_OWN[2:] and named & numbers:
                loan.others.append(paper)
        loans.append(loan)
    return loans


def _names_of_a_loan(loan: _Loan) -> Iterator[Disagreement]:
    """The borrower is called otherwise; spouses and guarantors are not compared."""
    ours = _borrowers(loan.contract)
    for paper in (*loan.notes, *loan.securing, *loan.others):
        theirs = _borrowers(paper)
        if ours and theirs and not _same_people(ours, theirs):
            yield _names_differ(loan.contract, paper)


def _names_of_one_person(papers: Sequence[Said]) -> Iterator[Disagreement]:
    """One ID number, two names."""
    alone = [
        (paper, numbers, names)
        for paper in papers
        if paper.doc_type in _BORROWERS_OWN
        and len(numbers := {n for n in paper.texts("id_number") if "*" not in n}) == 1
        and len(names := _borrowers(paper)) == 1
    ]
    for (one, ids, names), (other, other_ids, other_names) in combinations(alone, 2):
        if ids == other_ids and not _same_people(names, other_names):
            yield _names_differ(one, other)


def _borrowers(paper: Said) -> set[str]:
    named = [*paper.texts("borrower"), *paper.texts("co_borrower")]
    return {squeezed for name in named if "*" not in name and (squeezed := _squeezed(name))}


def _same_people(ours: set[str], theirs: set[str]) -> bool:
    """A name within the other is the same, written more fully."""
    return any(one in other or other in one for one in ours for other in theirs)


def _names_differ(one: Said, other: Said) -> Disagreement:
    return _said(
        "names_differ", _("{one} and {other} give the borrower different names."), one, other
    )


def _notes_over_contract(loan: _Loan) -> Iterator[Disagreement]:
    """More was paid out than was agreed; one note is counted once, lines of credit not at all."""
    agreed = loan.contract.money("amount")
    if agreed is None or is_credit_line(loan.contract.reading):
        return
    notes: dict[object, Said] = {}
    for note in loan.notes:
        amount = note.money("amount")
        if amount is not None and amount.currency == agreed.currency:
            key = frozenset(note.numbers("iou_no")) or (amount.amount, note.day("start_date"))
            notes.setdefault(key, note)
    total = sum((m.amount for note in notes.values() if (m := note.money("amount"))), Decimal(0))
    if total > agreed.amount:
        yield _said(
            "notes_exceed_contract",
            _("{others} come to {total} together, {one} allows {agreed}."),
            loan.contract, *notes.values(), total=f"{total:,.2f}", agreed=f"{agreed.amount:,.2f}",
        )  # fmt: skip


def _registered_too_little(loan: _Loan) -> Iterator[Disagreement]:
    """The registrations of a loan together secure less than was lent."""
    lent = loan.contract.money("amount")
    guaranteed = any(paper.doc_type != "mortgage_contract" for paper in loan.securing)
    secured = [m for paper in loan.registrations if (m := paper.money("secured_amount"))]
    if lent is None or guaranteed or len(secured) < max(len(loan.registrations), 1):
        return
    total = sum((money.amount for money in secured), Decimal(0))
    if {money.currency for money in secured} == {lent.currency} and total < lent.amount:
        yield _said(
            "registered_below_loan",
            _("{others} secure {total}, less than the {agreed} of {one}."),
            loan.contract, *loan.registrations,
            total=f"{total:,.2f}", agreed=f"{lent.amount:,.2f}",
        )  # fmt: skip


def _mortgagee_not_lender(loan: _Loan) -> Iterator[Disagreement]:
    lenders = loan.contract.texts("lender")
    for paper in (*loan.securing, *loan.registrations):
        named = paper.texts("mortgagee")
        if lenders and named and not any(same_institution(a, b) for a in lenders for b in named):
            yield _said(
                "mortgagee_not_lender",
                _("The mortgagee of {other} is not the lender of {one}."),
                loan.contract, paper,
            )  # fmt: skip


def _titles_not_listed(loan: _Loan) -> Iterator[Disagreement]:
    """A certificate names a title that its mortgage contract does not list."""
    for contract in loan.securing:
        listed = contract.numbers("title_certificate_no")
        own = contract.numbers("contract_no")
        for paper in loan.registrations:
            linked = paper.numbers("contract_no") & own or len(loan.securing) == 1
            titles = paper.numbers("title_certificate_no")
            strange = [t for t in titles if not any(_same_title(t, known) for known in listed)]
            if listed and linked and strange:
                yield _said(
                    "title_not_in_contract",
                    _("{other} names a title certificate that is not in the list of {one}."),
                    contract, paper,
                )  # fmt: skip


_OF_A_LOAN = (
    _names_of_a_loan,
    _notes_over_contract,
    _registered_too_little,
    _mortgagee_not_lender,
    _titles_not_listed,
)


def _unknown_main_contracts(papers: Sequence[Said]) -> Iterator[Disagreement]:
    """A security for a contract that is not here, though all loan contracts here have numbers."""
    contracts = [paper for paper in papers if paper.doc_type == "loan_contract"]
    if not contracts or not all(paper.numbers("contract_no") for paper in contracts):
        return
    known = set[str]().union(*(paper.numbers("contract_no") for paper in contracts))
    for paper in papers:
        named = paper.numbers("main_contract_no")
        if paper.doc_type in _SECURING and named and not named & known:
            yield _said(
                "main_contract_unknown",
                _("The main contract that {one} names is none of those filed: {others}."),
                paper, *contracts,
            )  # fmt: skip


def _inspected_too_early(papers: Sequence[Said], loans: Sequence[_Loan]) -> Iterator[Disagreement]:
    """Inspected before the money was paid out; without a number, before any of it was."""
    all_notes = [paper for paper in papers if paper.doc_type == "iou"]
    for paper in papers:
        inspected = paper.day("inspect_date")
        if paper.doc_type != "inspection_report" or inspected is None:
            continue
        named = paper.numbers("contract_no", "main_contract_no")
        own = [loan.notes for loan in loans if named & loan.contract.numbers("contract_no")]
        notes = [note for of_loan in own for note in of_loan] if named else all_notes
        drawn = [(day, note.id, note) for note in notes if (day := note.day("start_date"))]
        if drawn and inspected < min(drawn)[0]:
            yield _said(
                "inspected_before_drawdown",
                _("{one} is dated before the money was paid out by {other}."),
                paper, min(drawn)[2],
            )  # fmt: skip


# -- comparing --------------------------------------------------------------------------------


def is_credit_line(contract: Reading) -> bool:
    """Whether what is drawn under a contract may be paid back and drawn again."""
    kinds = contract.fields.get("loan_type", ())
    words = (*contract.evidence, *(str(each.value) for each in kinds))
    return any(_REVOLVING.search(text) for text in words)


def same_institution(one: str, other: str) -> bool:
    """Whether two names are of one lender: a branch with its head office, or its successor."""
    ours, theirs = _squeezed(one), _squeezed(other)
    if ours in theirs or theirs in ours:
        return True
    head, other_head = _head_office(ours), _head_office(theirs)
    if head == other_head or head in theirs or other_head in ours:
        return True
    return bool(_RURAL.search(ours) and _RURAL.search(theirs) and ours[:2] == theirs[:2])


def _head_office(name: str) -> str:
    name = name.replace("农商银行", "农村商业银行").replace("农商行", "农村商业银行")
    found = _INSTITUTION.match(name)
    return found.group() if found else name


def _same_title(one: str, other: str) -> bool:
    """The same number; the year too, where both have one."""
    if one in other or other in one:
        return True
    ours, theirs = re.findall(r"\d+", one), re.findall(r"\d+", other)
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    years = [{d for d in digits[:-1] if len(d) == 4} for digits in (ours, theirs)]
    return not (years[0] and years[1]) or bool(years[0] & years[1])


def _squeezed(name: str) -> str:
    return re.sub(r"[\s.,()（）·]", "", name).casefold()


def _said(code: str, message: str, one: Said, *others: Said, **parts: str) -> Disagreement:
    """Return a finding whose message names every paper of it."""
    named = {
        "one": one.label,
        "other": others[0].label if others else "",
        "others": "、".join(each.label for each in others),
    }
    return Disagreement(code=code, message=message.format(**named, **parts), papers=(one, *others))
