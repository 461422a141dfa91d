"""From proposals to postings: whose loan each is, and what of it the ledger does not hold yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection

from archive import households
from extractors.values.numbers import comparable
from extractors.wording import _
from ledger import facts, schema
from ledger.carrying import carry
from ledger.figure import Source
from ledger.held import Held, HeldLoan, flat
from ledger.kinds.declaration import EITHER, HOUSEHOLD, LOAN, OFFICE
from ledger.kinds.registry import KINDS
from ledger.layouts.layout import Borrower, Proposal
from ledger.planning import Completion, HouseholdRef, Plan, Posting
from ledger.report import CellProblem, Finding


class _Loan(NamedTuple):
    """A loan of the ledger or of the workbook: enough to say whose it is."""

    number: str
    household: HouseholdRef
    contract_no: str | None
    granted_on: date
    borrower: str | None
    amount_fen: int


def plan_import(
    connection: Connection,
    proposals: Sequence[Proposal],
    *,
    correct: bool,
    spoiled: Collection[str] = (),
) -> Plan:
    """Compare proposals with the ledger.

    correct  whether a fact that the ledger holds otherwise may be superseded
    spoiled  numbers of loans whose own row is wrong and reported: other rows about them, when the
             ledger does not hold the loan, are left out without a word
    """
    return _Planner(connection, correct, spoiled).plan(proposals)


class _Planner:
    def __init__(self, connection: Connection, correct: bool, spoiled: Collection[str]) -> None:
        self.spoiled = set(spoiled)
        self.connection = connection
        self.correct = correct
        self.held = Held(connection)
        self.plan_ = Plan()
        # Loans of the workbook, and those of the ledger that it speaks of.
        self.loans: dict[str, _Loan] = {}
        self.by_contract: dict[str, list[_Loan]] = defaultdict(list)
        self.by_household: dict[HouseholdRef, list[str]] = defaultdict(list)
        # By table and key.
        self.planned: dict[str, dict[str, Posting]] = defaultdict(dict)
        self.repeats: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        # Which row of which sheet stated a fact of a table first.
        self.stated_in: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)

    def plan(self, proposals: Sequence[Proposal]) -> Plan:
        self._look_up(proposals)
        loans = [proposal for proposal in proposals if proposal.table == "loan"]
        for proposal in loans:
            self._loan(proposal)
        for proposal in proposals:
            if proposal.table != "loan":
                self._fact(proposal)
        carried = carry(
            self.planned,
            lambda number: self.loans[number].amount_fen,
            self.held,
            self.plan_,
            correct=self.correct,
        )
        by_table = {table: list(planned.values()) for table, planned in self.planned.items()}
        if carried:
            by_table["repayment"] = by_table.get("repayment", []) + carried
        for table, postings in by_table.items():
            self._compare(table, postings)
        self.plan_.completions = self._completions(loans)
        return self.plan_

    def _look_up(self, proposals: Sequence[Proposal]) -> None:
        """Ask the ledger for what the proposals name, all at once."""
        identities = {p.borrower.identity for p in proposals if p.borrower and p.borrower.identity}
        self.households = households.by_identity(self.connection, sorted(identities))
        self._know(self.held.loans({p.loan for p in proposals if p.loan}))
        named = {
            p.borrower.identity
            for p in proposals
            if p.loan is None and p.borrower and p.borrower.identity
        }
        files = {self.households[each] for each in named if each in self.households}
        self._know(self.held.loans_of(files))

    def _know(self, found: Iterable[HeldLoan]) -> None:
        for each in found:
            if each.number not in self.loans:
                self.by_household[each.household_id].append(each.number)
                self.loans[each.number] = _Loan(
                    each.number,
                    each.household_id,
                    each.contract_no,
                    each.granted_on,
                    each.borrower,
                    each.amount_fen,
                )

    def _completions(self, proposals: Sequence[Proposal]) -> dict[int, Completion]:
        """What the workbook says of known households whose file leaves it open.

        Where its rows say different things of one household, it says nothing.
        """
        said: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for proposal in proposals:
            loan = self.loans.get(str(proposal.loan))
            if loan is None or not isinstance(loan.household, int) or self._is_refused(proposal):
                continue
            values = {
                "village": proposal.borrower.village if proposal.borrower else None,
                "unit": proposal.content.get("unit"),
                "manager": proposal.content.get("manager"),
            }
            for name, value in values.items():
                if value:
                    said[loan.household][name].add(value)
        return {
            household_id: Completion(**wanted)
            for household_id, blanks in households.blanks(self.connection, said).items()
            if any(
                (
                    wanted := {
                        name: next(iter(said[household_id][name]))
                        if name in blanks and len(said[household_id][name]) == 1
                        else None
                        for name in ("village", "unit", "manager")
                    }
                ).values()
            )
        }

    def _is_refused(self, proposal: Proposal) -> bool:
        return (proposal.sheet, proposal.row) in self.plan_.refused_rows

    def _loan(self, proposal: Proposal) -> None:
        number = str(proposal.loan)
        held = self.loans.get(number)
        household = self._household_of(proposal, held)
        if household is None:
            self._spoil(proposal)
            return
        if held and held.household != household:
            self._refuse(
                proposal,
                "iou_no",
                "other_household",
                _("this loan belongs to another household's file"),
                _("the borrower the loan was granted to"),
            )
            self._spoil(proposal)
            return
        borrower = proposal.borrower or Borrower(name=None, identity=None)
        loan = _Loan(
            number,
            household,
            proposal.content.get("contract_no"),
            proposal.content["granted_on"],
            borrower.name,
            proposal.content["amount_fen"],
        )
        if not self._post(proposal, number, household, number):
            return
        if number not in self.loans:
            self.plan_.new_loans.append(number)
            self.by_household[household].append(number)
            if loan.contract_no:
                self.by_contract[comparable(loan.contract_no)].append(loan)
        self.loans[number] = loan
        if isinstance(household, str):
            self.plan_.new_households.setdefault(household, borrower)
            self.plan_.offices.setdefault(
                household, (proposal.content.get("unit"), proposal.content.get("manager"))
            )

    def _spoil(self, proposal: Proposal) -> None:
        self.spoiled |= {str(proposal.loan), str(proposal.content.get("contract_no"))}

    def _household_of(self, proposal: Proposal, held: _Loan | None) -> HouseholdRef | None:
        identity = proposal.borrower.identity if proposal.borrower else None
        if identity:
            if identity not in self.households and not (
                proposal.borrower and proposal.borrower.name
            ):
                self._refuse(
                    proposal,
                    "iou_no",
                    "no_borrower",
                    _("a new borrower's name is missing"),
                    _("the borrower's name"),
                )
                return None
            return self.households.get(identity, identity)
        if held:
            return held.household
        self._refuse(
            proposal,
            "iou_no",
            "no_identity",
            _("the loan is new and its row gives no ID number"),
            _("the borrower's ID number or unified social credit code"),
        )
        return None

    def _fact(self, proposal: Proposal) -> None:
        if self._is_refused(proposal):
            return
        about = _about(proposal)
        if about == OFFICE:
            self._post(proposal, None, None, "")
            return
        loans = self._loans_named(proposal)
        if loans is None:
            return
        owners = {loan.household for loan in loans}
        if about in (HOUSEHOLD, EITHER):
            self._household_fact(proposal, loans, owners)
        elif len(loans) == 1:
            self._check_name(proposal, loans[0])
            if self._balance_is_possible(proposal, loans[0]):
                self._post(proposal, loans[0].number, loans[0].household, loans[0].number)
        else:
            self._refuse(
                proposal,
                "contract_no",
                "several_loans",
                _("several loans were drawn under this contract"),
                _("the IOU number"),
            )

    def _balance_is_possible(self, proposal: Proposal, loan: _Loan) -> bool:
        """A stated balance lies between nought and what was lent; False: it was refused."""
        balance = proposal.content.get("balance_fen")
        if balance is None or 0 <= balance <= loan.amount_fen:
            return True
        if balance < 0:
            code, message = "balance_negative", _("the balance is below nought")
        else:
            code, message = "balance_above_amount", _("the balance is more than was lent")
        self._refuse(
            proposal,
            "balance_fen",
            code,
            message,
            _("a balance from 0 to the {amount} yuan lent").format(
                amount=f"{Decimal(loan.amount_fen) / 100:,.2f}"
            ),
        )
        return False

    def _household_fact(
        self, proposal: Proposal, loans: Sequence[_Loan], owners: set[HouseholdRef]
    ) -> None:
        """A security or a visit: of a loan, or of the household all named loans belong to."""
        identity = proposal.borrower.identity if proposal.borrower else None
        name = proposal.borrower.name if proposal.borrower else None
        if identity in self.households:
            owners = {self.households[identity]}
        elif len(owners) > 1 and name:
            # One contract, several households (联保): the name tells them apart.
            owners = {loan.household for loan in loans if loan.borrower == name}
        if len(owners) != 1:
            self._refuse(
                proposal,
                "contract_no",
                "whose",
                _("it is not clear which household this belongs to"),
                _("the IOU number, or the borrower's ID number"),
            )
            return
        owner = owners.pop()
        mine = [loan for loan in loans if loan.household == owner]
        number = mine[0].number if len(mine) == 1 else None
        if mine and proposal.loan:
            self._check_name(proposal, mine[0])
        label = number or (proposal.loan if proposal.loan else f"household {owner}")
        if isinstance(owner, str) and not number and not proposal.loan:
            label = "household"
        granted_on = min((loan.granted_on for loan in mine), default=None)
        self._post(proposal, number, owner, label, granted_on)

    def _loans_named(self, proposal: Proposal) -> Sequence[_Loan] | None:
        """The loans a proposal speaks of; empty when it names only a household."""
        if proposal.loan is None:
            identity = proposal.borrower.identity if proposal.borrower else None
            household = self.households.get(identity or "", identity)
            if household is not None and household in self.by_household:
                return [self.loans[number] for number in self.by_household[household]]
        else:
            if proposal.loan in self.loans:
                return [self.loans[proposal.loan]]
            found = self._under_contract(proposal.loan)
            if found:
                return found
            if proposal.loan in self.spoiled:
                self.plan_.refused_rows.add((proposal.sheet, proposal.row))
                return None
        self._refuse(
            proposal,
            "iou_no",
            "unknown_loan",
            _("the ledger and this workbook hold no such loan"),
            _("the number of a loan in the loan register"),
        )
        return None

    def _under_contract(self, contract_no: str) -> list[_Loan]:
        numbers = self.held.numbers_of_contract(contract_no)
        self._know(self.held.loans(set(numbers) - self.loans.keys()))
        found = [self.loans[number] for number in numbers]
        return found + self.by_contract.get(comparable(contract_no), [])

    def _check_name(self, proposal: Proposal, loan: _Loan) -> None:
        """A row that names a loan and somebody else's name: the number may be mistyped."""
        name = proposal.borrower.name if proposal.borrower else None
        if name and loan.borrower and name != loan.borrower:
            self.plan_.findings.append(
                Finding(
                    code="name_mismatch",
                    message=_(
                        "Sheet {sheet}, row {row}: the name is not that of the borrower of loan "
                        "{number}."
                    ).format(sheet=proposal.sheet, row=proposal.row, number=loan.number),
                    sources=(_place(proposal),),
                )
            )

    def _post(
        self,
        proposal: Proposal,
        number: str | None,
        household: HouseholdRef | None,
        owner: str,
        otherwise_on: date | None = None,
    ) -> bool:
        """Add one fact, or a correction, or nothing; False when it was refused."""
        effective_on = proposal.effective_on or otherwise_on
        if effective_on is None:
            self._refuse(
                proposal, "name", "no_day", _("no day is given for this"), _("a date in the row")
            )
            return False
        key = "|".join(part for part in (owner, *proposal.key) if part)
        place = (proposal.sheet, proposal.table)
        if proposal.repeats:
            counted = self.repeats[place]
            counted[key] += 1
            if counted[key] > 1:
                key += f"#{counted[key]}"
        first = self.stated_in[place].setdefault(key, proposal.row)
        if first != proposal.row:
            self._refuse(
                proposal,
                "iou_no",
                "duplicate",
                _("row {row} of this sheet says the same already").format(row=first),
                _("one row only: delete one of the two, or correct its number or its day"),
            )
            return False
        posting = Posting(
            proposal.table,
            key,
            effective_on,
            proposal.content,
            proposal.cells,
            proposal.sheet,
            _first_cell(proposal),
            number,
            household,
        )
        planned = self.planned[proposal.table]
        earlier = planned.get(key)
        if earlier:
            return self._merge(proposal, earlier, posting)
        planned[key] = posting
        return True

    def _merge(self, proposal: Proposal, earlier: Posting, posting: Posting) -> bool:
        """The workbook says it twice: more of it is welcome, otherwise is an error."""
        for column, value in posting.content.items():
            before = earlier.content.get(column)
            if before is not None and before != value:
                self._refuse(
                    proposal,
                    column,
                    "contradicts",
                    _("{sheet} {cell} says otherwise").format(
                        sheet=earlier.sheet, cell=earlier.cells.get(column, earlier.cell)
                    ),
                    _("the same in both places"),
                )
                return False
        missing = {
            column: value
            for column, value in posting.content.items()
            if earlier.content.get(column) is None
        }
        if missing:
            cells = dict(earlier.cells)
            for column in missing:
                if column in posting.cells:
                    cells[column] = (
                        posting.cells[column]
                        if posting.sheet == earlier.sheet
                        else [None, posting.sheet, posting.cells[column]]
                    )
            self.planned[earlier.table][earlier.key] = earlier._replace(
                content={**earlier.content, **missing}, cells=cells
            )
        return True

    def _compare(self, table: str, postings: Sequence[Posting]) -> None:
        """Leave out what the ledger holds already; the rest is added, or corrects it."""
        held = self.held.facts(table, (posting.key for posting in postings))
        before: set[str] = set()
        if not self.correct:
            # A workbook imported before does not bring back what was taken back since.
            gone = (posting.key for posting in postings if posting.key not in held)
            before = self.held.ever(table, gone)
        for posting in postings:
            row = held.get(posting.key)
            if row is None:
                if posting.key in before:
                    self.plan_.unchanged += 1
                else:
                    self.plan_.postings.append(posting)
            elif self.correct and _differs(posting, flat(row)):
                self.plan_.postings.append(_corrected(posting, flat(row)))
            else:
                self.plan_.unchanged += 1

    def _refuse(
        self, proposal: Proposal, column: str, code: str, message: str, expected: str
    ) -> None:
        self.plan_.refused_rows.add((proposal.sheet, proposal.row))
        self.plan_.problems.append(
            CellProblem(
                sheet=proposal.sheet,
                cell=proposal.cells.get(column) or proposal.named_at or _first_cell(proposal),
                column=column,
                code=code,
                message=message,
                expected=expected,
            )
        )


def _about(proposal: Proposal) -> str:
    """What a fact names: a loan, a household or either, or nobody."""
    if proposal.table == "record":
        return KINDS[str(proposal.content["kind"])].about
    return _ABOUT.get(proposal.table, LOAN)


# Tables whose facts are about something else than one loan.
_ABOUT = {"target": OFFICE, "collateral": EITHER, "inspection": EITHER}


def _differs(posting: Posting, held: Mapping[str, Any]) -> bool:
    if held["effective_on"] != posting.effective_on and posting.table != "collateral":
        return True
    # What a record does not hold is not among its fields at all.
    has = held.get if posting.table == "record" else held.__getitem__
    return any(
        value is not None and has(column) != value for column, value in posting.content.items()
    )


def _corrected(posting: Posting, held: Mapping[str, Any]) -> Posting:
    """The held fact with what the workbook says instead; what it does not say stays, and whence."""
    content = {
        column: held[column]
        for column in held
        if column not in schema.SHARED and column not in ("account_id", "household_id", "content")
    }
    cells = {
        column: _whence(held, column) for column, value in content.items() if value is not None
    }
    content |= {column: value for column, value in posting.content.items() if value is not None}
    cells |= posting.cells
    return posting._replace(content=content, cells=cells, supersedes=held["id"])


def _whence(held: Mapping[str, Any], column: str) -> Any:
    """Where a column that stays was taken from, for the fact that takes it over."""
    cell = held["cells"].get(column)
    if isinstance(cell, list | dict) or held["source_kind"] != "workbook":
        return cell if isinstance(cell, list) else facts.source_of(held, column).to_json()
    return [held["document_id"], held["sheet"], cell or held["cell"]]


def _first_cell(proposal: Proposal) -> str:
    cells: Iterable[str] = proposal.cells.values()
    return next(iter(cells), f"A{proposal.row}")


def _place(proposal: Proposal) -> Source:
    return Source(kind="workbook", sheet=proposal.sheet, cell=_first_cell(proposal))
