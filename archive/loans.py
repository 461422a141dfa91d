"""Which papers speak of which loan, why, and how surely; the mortgages and their registrations.

Pure: rows of papers and of the numbers on them in, loans out. Papers belong to a loan by a number
they state, or by one that a paper of the loan states; never by a name. What is only likely is
marked so, and a paper that names no number of a loan is listed as belonging to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

# Contracts that secure a loan: `contract_no` is their own number, the loan's is `main_contract_no`.
SECURING = frozenset({"mortgage_contract", "guarantee_contract", "pledge_contract"})
# Papers whose `contract_no` is that of the securing contract they carry out.
OF_A_SECURITY = frozenset({"mortgage_registration", "collateral_list"})
# Lists name the loans of many households; a scan of several papers is its parts.
NO_LOANS_OWN = frozenset({"transfer_list", "ledger", "scan_of_papers"})
# Papers that some loan caused, though they may state no number.
OF_SOME_LOAN = SECURING | OF_A_SECURITY | {
    "iou", "inspection_report", "collection_notice", "due_notice", "classification",
    "risk_warning", "npl_responsibility", "judgment", "rectification_notice",
}  # fmt: skip
PROPERTY = ("unit_no", "title_certificate_no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A filed paper as its rows tell of it.

    numbers  (kind, number) as in schema.document_number
    """

    id: str
    doc_type: str | None
    dated_on: date | None = None
    numbers: frozenset[tuple[str, str]] = frozenset()

    def stated(self, *kinds: str) -> set[str]:
        """The numbers of these kinds that stand on the paper."""
        return {number for kind, number in self.numbers if kind in kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a paper belongs to a loan.

    why      contract, contract_no, main_contract_no, iou_no, guarantee_contract_no, deed_no,
             certificate_no, property, only_loan
    number   the number that says so; None for only_loan
    through  the paper of the loan that states the number too, if it is not the loan's own
    sure     whether the number belongs to this one loan alone by its nature
    """

    paper: str
    why: str
    number: str | None = None
    through: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """One loan: the number of its contract (or of its IOU, if no contract is known) and its papers.

    contract_filed  whether the loan contract itself is among them
    """

    number: str | None
    links: tuple[Link, ...]
    contract_filed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A mortgage contract and its registrations, or a registration whose contract is not here.

    likely  whether they are paired by the property alone
    """

    contract: str | None
    registrations: tuple[str, ...]
    likely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Loans:
    """What the papers of one household come to; `without_loan`: papers of no loan, in order."""

    loans: tuple[Loan, ...]
    pairings: tuple[Pairing, ...]
    without_loan: tuple[str, ...]


@dataclass(slots=True)
class _Growing:
    number: str | None
    contract: bool = False
    since: date | None = None
    links: dict[str, Link] = field(default_factory=dict)

    def take(self, link: Link) -> bool:
        """Add a link unless a surer one is there; whether anything changed."""
        held = self.links.get(link.paper)
        if held and (held.sure or not link.sure):
            return False
        self.links[link.paper] = link
        return True


def loans_of(papers: Sequence[Paper]) -> Loans:
    """Return the loans of one household from its papers, in the order of their contracts' dates."""
    speaking = [each for each in papers if each.doc_type not in NO_LOANS_OWN]
    loans = _opened(speaking)
    for loan in loans:
        _gather(loan, speaking)
    _follow_securities(loans, speaking)
    _give_to_the_only_loan(loans, speaking)
    linked = {paper for loan in loans for paper in loan.links}
    return Loans(
        loans=tuple(_finished(loan, papers) for loan in sorted(loans, key=_age)),
        pairings=tuple(_pairings(speaking)),
        without_loan=tuple(
            each.id
            for each in papers
            if each.id not in linked and each.doc_type != "scan_of_papers"
        ),
    )


def names_loan(paper: Paper) -> set[str]:
    """Return the numbers by which a paper names its loan's contract."""
    own_is_the_securitys = paper.doc_type in SECURING | OF_A_SECURITY
    return paper.stated("main_contract_no", *(() if own_is_the_securitys else ("contract_no",)))


def _opened(papers: Sequence[Paper]) -> list[_Growing]:
    """One loan for each contract, and for each number that papers name though no contract is here.

    A number that is really a note's or a security's own opens none; neither does a note of a loan
    that is there. A contract scanned twice is one loan.
    """
    loans: dict[str, _Growing] = {}
    for paper in papers:
        if paper.doc_type != "loan_contract":
            continue
        for number in paper.stated("contract_no") or {""}:
            loan = loans.setdefault(number or paper.id, _Growing(number or None, contract=True))
            loan.since = min(filter(None, (loan.since, paper.dated_on)), default=None)
            loan.take(Link(paper=paper.id, why="contract", number=number or None))
    others = {n for p in papers for n in p.stated("iou_no")}
    others |= {n for p in papers if p.doc_type in SECURING for n in p.stated("contract_no")}
    for paper in papers:
        for number in names_loan(paper) - others:
            loans.setdefault(number, _Growing(number))
    if not any(loan.contract for loan in loans.values()):
        for paper in papers:
            if paper.doc_type == "iou" and not names_loan(paper):
                for number in paper.stated("iou_no"):
                    loans.setdefault(number, _Growing(number))
    return list(loans.values())


def _gather(loan: _Growing, papers: Sequence[Paper]) -> None:
    """Papers that state the loan's number, or the number of one of its notes."""
    notes: dict[str, str] = {}
    for paper in papers:
        if loan.number and loan.number in names_loan(paper):
            kind = "main_contract_no" if loan.number in paper.stated("main_contract_no") else ""
            loan.take(Link(paper=paper.id, why=kind or "contract_no", number=loan.number))
        if loan.number and loan.number in paper.stated("iou_no"):
            loan.take(Link(paper=paper.id, why="iou_no", number=loan.number))
        if paper.id in loan.links and paper.doc_type == "iou":
            notes |= dict.fromkeys(paper.stated("iou_no"), paper.id)
    for paper in papers:
        # Of the note's own number some inspection forms say "contract number".
        for number in paper.stated("iou_no", "contract_no") & notes.keys():
            if paper.doc_type not in SECURING | OF_A_SECURITY:
                through = notes[number]
                loan.take(Link(paper=paper.id, why="iou_no", number=number, through=through))


def _follow_securities(loans: Sequence[_Growing], papers: Sequence[Paper]) -> None:
    """From a loan to what secures it, from there to its registration, as far as numbers lead."""
    changed = True
    while changed:
        changed = False
        for loan in loans:
            inside = [paper for paper in papers if paper.id in loan.links]
            outside = [p for p in papers if p.id not in loan.links or not loan.links[p.id].sure]
            for paper in outside:
                for link in _through(inside, paper):
                    changed = loan.take(link) or changed


def _through(inside: Iterable[Paper], paper: Paper) -> Iterator[Link]:
    """The reasons for which `paper` follows one that is in the loan already."""
    for known in inside:
        for why, shared in _shared_numbers(known, paper):
            for number in sorted(shared)[:1]:
                yield Link(
                    paper=paper.id, why=why, number=number, through=known.id,
                    sure=why != "property",
                )  # fmt: skip


def _shared_numbers(known: Paper, paper: Paper) -> Iterator[tuple[str, set[str]]]:
    if paper.doc_type == "loan_contract":
        return
    if known.doc_type in SECURING:
        own = known.stated("contract_no")
        yield "guarantee_contract_no", own & _securitys_number(paper)
        if paper.doc_type in OF_A_SECURITY:
            yield "deed_no", known.stated("deed_no") & paper.stated("deed_no")
    elif known.doc_type == "loan_contract" and paper.doc_type in SECURING:
        named = known.stated("guarantee_contract_no")
        yield "guarantee_contract_no", named & paper.stated("contract_no")
    if known.doc_type == "mortgage_registration":
        yield "certificate_no", known.stated("certificate_no") & paper.stated("certificate_no")
    if known.doc_type == "mortgage_contract" and paper.doc_type in OF_A_SECURITY:
        yield "property", _same_property(known, paper)


def _securitys_number(paper: Paper) -> set[str]:
    kinds = ["guarantee_contract_no"]
    if paper.doc_type in OF_A_SECURITY | SECURING:
        kinds.append("contract_no")
    return paper.stated(*kinds)


def _same_property(contract: Paper, other: Paper) -> set[str]:
    """The property both name, unless the other says that it goes with another contract."""
    named = other.stated("contract_no")
    if named and contract.stated("contract_no") and not named & contract.stated("contract_no"):
        return set()
    main = other.stated("main_contract_no")
    if (
        main
        and contract.stated("main_contract_no")
        and not main & contract.stated("main_contract_no")
    ):
        return set()
    return contract.stated(*PROPERTY) & other.stated(*PROPERTY)


def _give_to_the_only_loan(loans: Sequence[_Growing], papers: Sequence[Paper]) -> None:
    """Where a household has one loan, a later paper of some loan that names none is likely its."""
    if len(loans) != 1:
        return
    (loan,) = loans
    for paper in papers:
        early = loan.since and paper.dated_on and paper.dated_on < loan.since
        if paper.doc_type in OF_SOME_LOAN and not early:
            loan.take(Link(paper=paper.id, why="only_loan", sure=False))


def _pairings(papers: Sequence[Paper]) -> Iterator[Pairing]:
    """Each mortgage contract with its registrations; registrations whose contract is not here."""
    contracts = [each for each in papers if each.doc_type == "mortgage_contract"]
    registered = [each for each in papers if each.doc_type == "mortgage_registration"]
    paired: set[str] = set()
    for contract in contracts:
        sure = [each.id for each in registered if _registers(contract, each)]
        likely = [each.id for each in registered if _same_property(contract, each)]
        paired.update(sure or likely)
        yield Pairing(
            contract=contract.id,
            registrations=tuple(sure or likely),
            likely=bool(likely and not sure),
        )
    for each in registered:
        if each.id not in paired:
            yield Pairing(contract=None, registrations=(each.id,))


def _registers(contract: Paper, registration: Paper) -> bool:
    own = contract.stated("contract_no") & registration.stated("contract_no")
    main = contract.stated("main_contract_no") & registration.stated("main_contract_no")
    return bool(own or main or contract.stated("deed_no") & registration.stated("deed_no"))


def _age(loan: _Growing) -> tuple[bool, date, str]:
    return loan.since is None, loan.since or date.max, loan.number or ""


def _finished(loan: _Growing, papers: Sequence[Paper]) -> Loan:
    ordered = [loan.links[each.id] for each in papers if each.id in loan.links]
    return Loan(number=loan.number, links=tuple(ordered), contract_filed=loan.contract)
