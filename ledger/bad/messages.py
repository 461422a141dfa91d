"""A list of messages to who is overdue, for export: hudang itself sends nothing.

The text is the office's own, with placeholders for what the ledger knows of each household.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter

from extractors.wording import _
from ledger.bad.picking import to_collect
from ledger.book import View
from ledger.kinds.shared import titles
from ledger.registers.declaration import Heading, RegisterTable, TableRow, Value
from ledger.states import LoanState

# What is not known prints as a blank to fill.
BLANK = "＿＿"

TEXTS = {
    "zh": "{borrower}您好，您在{unit}的贷款{loans}笔已逾期{days}天，结欠本金{balance}元、"
    "利息{arrears}元，请尽快归还，以免影响个人信用。如有疑问请联系{manager}。{institution}",
    "es": "{borrower}: su crédito en {unit} ({loans}) tiene {days} días de atraso: capital "
    "{balance}, intereses {arrears}. Pague a la brevedad o hable con {manager}. {institution}",
    "en": "{borrower}: your loan at {unit} ({loans}) is {days} days overdue: principal {balance}, "
    "interest {arrears}. Please pay soon, or talk to {manager}. {institution}",
}  # fmt: skip
PLACEHOLDERS = (
    "borrower", "unit", "loans", "numbers", "days", "due_on", "balance", "arrears", "manager",
    "institution",
)  # fmt: skip


class TextNotUnderstood(ValueError):
    """A message's text asks for something the ledger cannot fill in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One household's message; `loans` are its overdue ones, the most overdue first."""

    household_id: int
    loans: tuple[LoanState, ...]
    text: str


def messages(view: View, text: str, *, days: int = 1, institution: str = "") -> list[Message]:
    """Return a message for each household overdue by at least so many days, the worst first.

    Raises TextNotUnderstood.
    """
    verified(text)
    households: dict[int, list[LoanState]] = defaultdict(list)
    for loan in to_collect(view):
        if loan.days_overdue >= max(days, 1):
            households[loan.household_id].append(loan)
    found = []
    for household_id, own in households.items():
        loans = tuple(sorted(own, key=lambda loan: (-loan.days_overdue, loan.number)))
        filled = text.format(**_values(loans, institution))
        found.append(Message(household_id=household_id, loans=loans, text=filled))
    return sorted(found, key=lambda one: (-one.loans[0].days_overdue, one.household_id))


def verified(text: str) -> None:
    """Make sure that a text can be filled in. Raises TextNotUnderstood."""
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    try:
        names = [name for _text, name, _spec, _conversion in Formatter().parse(text)]
    except ValueError:
        names = [""]
    unknown = [name for name in names if name is not None and name not in PLACEHOLDERS]
    if unknown:
        raise TextNotUnderstood(
            _("{{{name}}} cannot be filled in. Known: {known}.").format(
                name=unknown[0], known=known
            )
        )


def _values(loans: tuple[LoanState, ...], institution: str) -> dict[str, str]:
    worst = loans[0]
    arrears = [loan.arrears_fen for loan in loans if loan.arrears_fen is not None]
    values = {
        "borrower": worst.borrower,
        "unit": worst.unit,
        "loans": str(len(loans)),
        "numbers": "、".join(loan.number for loan in loans),
        "days": str(worst.days_overdue),
        "due_on": worst.due_on.isoformat() if worst.due_on else None,
        "balance": _yuan(sum(loan.balance_fen for loan in loans)),
        "arrears": _yuan(sum(arrears)) if arrears else None,
        "manager": worst.manager,
        "institution": institution,
    }
    return {name: BLANK if value is None else value for name, value in values.items()}


def _yuan(fen: int) -> str:
    return f"{Decimal(fen) / 100:,.2f}"


def table_of_messages(
    view: View, found: list[Message], phones: Mapping[int, str], *, show_phones: bool
) -> RegisterTable:
    """Return messages as a table to print or to export.

    phones       of households whose borrower has one on file
    show_phones  print the numbers; False: only whether there is one
    """
    phone = (
        Heading("phone", titles("电话", "Teléfono", "Telephone"), "text", 16)
        if show_phones
        else Heading("has_phone", titles("有无电话", "Con teléfono", "Has telephone"), "flag", 8)
    )
    return RegisterTable(
        name="overdue-messages",
        titles=titles("逾期提醒短信清单", "Mensajes por atraso", "Messages to who is overdue"),
        as_of=view.as_of,
        known_on=view.known_on,
        columns=(
            Heading("household", titles("户号", "Expediente", "Household"), "text", 8),
            Heading("borrower", titles("借款人", "Prestatario", "Borrower"), "text", 12),
            Heading("days", titles("逾期天数", "Días de atraso", "Days overdue"), "count", 9),
            Heading("balance", titles("逾期本金", "Capital", "Principal"), "money", 15),
            phone,
            Heading("text", titles("短信内容", "Mensaje", "Message"), "text", 70),
        ),
        rows=tuple(_row(one, phones.get(one.household_id), show_phones) for one in found),
    )


def _row(one: Message, phone: str | None, show_phones: bool) -> TableRow:
    worst = one.loans[0]
    values: tuple[Value, ...] = (
        f"{one.household_id:06d}",
        worst.borrower,
        worst.days_overdue,
        sum(loan.balance_fen for loan in one.loans),
        phone if show_phones else phone is not None,
        one.text,
    )
    return TableRow(values, worst.fact, worst.sources["amount_fen"])
