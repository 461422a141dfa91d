"""From proposals to postings: whose loan each is, and what of it the ledger does not hold yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from archive import households
from archive import schema as archive_schema
from extractors.values.numbers import comparable
from extractors.wording import _
from ledger import facts, schema
from ledger.figure import Source
from ledger.kinds.declaration import EITHER, HOUSEHOLD, LOAN, OFFICE
from ledger.kinds.registry import KINDS
from ledger.layouts.layout import Borrower, Proposal
from ledger.report import CellProblem, Finding
from ledger.schema import CARRIED

# How a household is named before it may have a number: its number, or its borrower's identity.
HouseholdRef = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A fact to be added.

    number      of the loan, for facts about one
    household   for facts about one
    supersedes  the earlier fact it corrects
    void        the earlier fact is taken back
    page, box   where on a paper it stands
    """

    table: str
    key: str
    effective_on: date
    content: Mapping[str, Any]
    cells: Mapping[str, Any]
    sheet: str
    cell: str
    number: str | None = None
    household: HouseholdRef | None = None
    supersedes: int | None = None
    void: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a workbook says where a household's file is open; None: nothing, or several things."""

    village: str | None
    unit: str | None
    manager: str | None


@dataclass
class Plan:
    """What an import will add, what is wrong with its rows, and what does not agree."""

    postings: list[Posting] = field(default_factory=list)
    new_loans: list[str] = field(default_factory=list)
    new_households: dict[str, Borrower] = field(default_factory=dict)
    offices: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    # What the workbook says of households that have a file; fills only what the file leaves open.
    completions: dict[int, Completion] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unchanged: int = 0
    refused_rows: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Loan:
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
        self.plan_ = Plan()
        self.loans = _ledger_loans(connection)
        account = schema.loan_account.c
        self.accounts = {
            row.number: row.id for row in connection.execute(select(account.number, account.id))
        }
        self.numbers = {row_id: number for number, row_id in self.accounts.items()}
        self.by_contract: dict[str, list[_Loan]] = defaultdict(list)
        for loan in self.loans.values():
            if loan.contract_no:
                self.by_contract[comparable(loan.contract_no)].append(loan)
        self.known: dict[str, dict[str, Mapping[str, Any]]] = {}
        self.planned: dict[tuple[str, str], Posting] = {}
        self.repeats: dict[tuple[str, str, str], int] = defaultdict(int)
        # Which row of which sheet stated a fact first.
        self.stated_in: dict[tuple[str, str, str], int] = {}

    def plan(self, proposals: Sequence[Proposal]) -> Plan:
        identities = {p.borrower.identity for p in proposals if p.borrower and p.borrower.identity}
        self.households = households.by_identity(self.connection, sorted(identities))
        loans = [proposal for proposal in proposals if proposal.table == "loan"]
        for proposal in loans:
            self._loan(proposal)
        for proposal in proposals:
            if proposal.table != "loan":
                self._fact(proposal)
        for posting in [*self.planned.values(), *self._carried()]:
            self._compare(posting)
        self.plan_.completions = self._completions(loans)
        return self.plan_

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

    def _loans_named(self, proposal: Proposal) -> list[_Loan] | None:
        """The loans a proposal speaks of; empty when it names only a household."""
        if proposal.loan is None:
            identity = proposal.borrower.identity if proposal.borrower else None
            household = self.households.get(identity or "", identity)
            if household is not None:
                found = [loan for loan in self.loans.values() if loan.household == household]
                if found:
                    return found
        else:
            if proposal.loan in self.loans:
                return [self.loans[proposal.loan]]
            found = self.by_contract.get(comparable(proposal.loan), [])
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
        if proposal.repeats:
            place = (proposal.sheet, proposal.table, key)
            self.repeats[place] += 1
            if self.repeats[place] > 1:
                key += f"#{self.repeats[place]}"
        posting = Posting(
            table=proposal.table,
            key=key,
            effective_on=effective_on,
            content=dict(proposal.content),
            cells=dict(proposal.cells),
            sheet=proposal.sheet,
            cell=_first_cell(proposal),
            number=number,
            household=household,
        )
        first = self.stated_in.setdefault((proposal.sheet, proposal.table, key), proposal.row)
        if first != proposal.row:
            self._refuse(
                proposal,
                "iou_no",
                "duplicate",
                _("row {row} of this sheet says the same already").format(row=first),
                _("one row only: delete one of the two, or correct its number or its day"),
            )
            return False
        earlier = self.planned.get((proposal.table, key))
        if earlier:
            return self._merge(proposal, earlier, posting)
        self.planned[proposal.table, key] = posting
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
            self.planned[earlier.table, earlier.key] = replace(
                earlier, content={**earlier.content, **missing}, cells=cells
            )
        return True

    def _carried(self) -> list[Posting]:
        """What was repaid before the ledger begins, for loans whose receipts it does not hold.

        A loan whose first stated balance is below its amount, with no receipt up to that day, was
        repaid by the difference on days nobody stated: carried forward as one fact of that day,
        and said so. Once receipts up to that day come in, the fact is taken back.
        """
        stated, received = self._first_balances(), self._first_receipts()
        held = {
            row["account_id"]: row
            for row in self._held("repayment").values()
            if row["channel"] == CARRIED
        }
        touched = {
            str(p.number) for p in self.planned.values() if p.table in ("statement", "repayment")
        }
        carried = []
        for number in sorted(touched & stated.keys()):
            first = stated[number]
            terms = self.planned.get(("loan", number))
            amount = (
                terms.content["amount_fen"] if terms else self._held("loan")[number]["amount_fen"]
            )
            known = held.get(self.accounts.get(number, -1))
            repaid = amount - first.content["balance_fen"]
            has_receipts = number in received and received[number] <= first.effective_on
            if known is not None and (has_receipts or repaid <= 0):
                if self.correct:
                    self.plan_.postings.append(_taken_back(first, known))
            elif known is not None and known["principal_fen"] == repaid:
                continue
            elif repaid > 0 and not has_receipts:
                carried.append(self._carry(first, repaid))
        return carried

    def _carry(self, first: Posting, repaid: int) -> Posting:
        cell = first.cells["balance_fen"]
        self.plan_.findings.append(
            Finding(
                code="carried_forward",
                message=_(
                    "Loan {number}: its balance at {day} is {repaid} yuan below its amount, and "
                    "the ledger holds no receipts up to then. The difference was entered as repaid "
                    "before that day."
                ).format(
                    number=first.number,
                    day=first.effective_on.isoformat(),
                    repaid=f"{Decimal(repaid) / 100:,.2f}",
                ),
                sources=(Source(kind="workbook", sheet=first.sheet, cell=first.cell),),
            )
        )
        return replace(
            first,
            table="repayment",
            key=f"{first.number}|{CARRIED}",
            content={"principal_fen": repaid, "interest_fen": 0, "channel": CARRIED},
            cells={"principal_fen": cell},
            cell=cell if isinstance(cell, str) else first.cell,
        )

    def _first_balances(self) -> dict[str, Posting]:
        """Each loan's earliest stated balance, where this workbook is the one that states it."""
        first: dict[str, Posting] = {}
        for posting in self.planned.values():
            if posting.table == "statement" and posting.content.get("balance_fen") is not None:
                number = str(posting.number)
                if number not in first or posting.effective_on < first[number].effective_on:
                    first[number] = posting
        for row in self._held("statement").values():
            number = self.numbers[row["account_id"]]
            if (
                number in first
                and row["balance_fen"] is not None
                and row["effective_on"] < first[number].effective_on
            ) or (number not in first and row["balance_fen"] is not None):
                first[number] = _as_posting(row, number)
        return first

    def _first_receipts(self) -> dict[str, date]:
        first: dict[str, date] = {}
        days = [
            (str(posting.number), posting.effective_on)
            for posting in self.planned.values()
            if posting.table == "repayment"
        ]
        days += [
            (self.numbers[row["account_id"]], row["effective_on"])
            for row in self._held("repayment").values()
            if row["channel"] != CARRIED
        ]
        for number, day in days:
            first[number] = min(first.get(number, day), day)
        return first

    def _compare(self, posting: Posting) -> None:
        held = self._held(posting.table).get(posting.key)
        if held is None:
            self.plan_.postings.append(posting)
            return
        changed = {
            column
            for column, value in posting.content.items()
            if value is not None and held.get(column) != value
        }
        if held["effective_on"] != posting.effective_on and posting.table != "collateral":
            changed.add("effective_on")
        if not changed or not self.correct:
            self.plan_.unchanged += 1
            return
        self.plan_.postings.append(_corrected(posting, held))

    def _held(self, table: str) -> dict[str, Mapping[str, Any]]:
        if table not in self.known:
            rows = self.connection.execute(facts.known(schema.FACTS[table], None)).mappings()
            self.known[table] = {row["key"]: _flat(row) for row in rows}
        return self.known[table]

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


def _flat(row: RowMapping) -> Mapping[str, Any]:
    """A held fact with its fields beside its columns, whatever table it stands in."""
    return {**row, **row.get("content", {})}


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
    return replace(posting, content=content, cells=cells, supersedes=held["id"])


def _whence(held: Mapping[str, Any], column: str) -> Any:
    """Where a column that stays was taken from, for the fact that takes it over."""
    cell = held["cells"].get(column)
    if isinstance(cell, list | dict) or held["source_kind"] != "workbook":
        return cell if isinstance(cell, list) else facts.source_of(held, column).to_json()
    return [held["document_id"], held["sheet"], cell or held["cell"]]


def _taken_back(first: Posting, held: Mapping[str, Any]) -> Posting:
    """The carried-forward fact made void: its receipts are in the ledger now."""
    content = {column: held[column] for column in ("principal_fen", "interest_fen", "channel")}
    return replace(
        first,
        table="repayment",
        key=held["key"],
        effective_on=held["effective_on"],
        content=content,
        cells={},
        supersedes=held["id"],
        void=True,
    )


def _as_posting(row: Mapping[str, Any], number: str) -> Posting:
    """A statement that the ledger holds, with its cells in the document they stand in."""
    return Posting(
        table="statement",
        key=row["key"],
        effective_on=row["effective_on"],
        content={"balance_fen": row["balance_fen"]},
        cells={"balance_fen": [row["document_id"], row["sheet"], row["cells"].get("balance_fen")]},
        sheet=row["sheet"] or "",
        cell=row["cell"] or "",
        number=number,
    )


def _ledger_loans(connection: Connection) -> dict[str, _Loan]:
    account, loan = schema.loan_account, facts.known(schema.loan, None).subquery()
    person = archive_schema.person
    rows = connection.execute(
        select(
            account.c.number,
            loan.c.household_id,
            loan.c.contract_no,
            loan.c.granted_on,
            person.c.name,
            loan.c.amount_fen,
        )
        .select_from(account)
        .join(loan, loan.c.account_id == account.c.id)
        .outerjoin(
            person,
            (person.c.household_id == loan.c.household_id) & (person.c.role == "borrower"),
        )
    )
    return {
        row.number: _Loan(
            row.number,
            row.household_id,
            row.contract_no,
            row.granted_on,
            row.name,
            row.amount_fen,
        )
        for row in rows
    }


def _first_cell(proposal: Proposal) -> str:
    cells: Iterable[str] = proposal.cells.values()
    return next(iter(cells), f"A{proposal.row}")


def _place(proposal: Proposal) -> Source:
    return Source(kind="workbook", sheet=proposal.sheet, cell=_first_cell(proposal))
