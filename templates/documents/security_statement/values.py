"""What the sheet for checking securities says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.figure import Figure, FigureRow
from ledger.spans import Span
from ledger.states import Collateral, LoanState
from templates import provenance
from templates.addressed import Letter, Office, addressed
from templates.debts import debts_of
from templates.statements import quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityLine:
    """One thing as registered; how it stands is seen on the spot, its papers in the vault."""

    place: int
    name: str
    owner: str | None
    title_no: str | None
    register_no: str | None
    extent: str | None
    value: Figure
    insured_until: date | None
    custody: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityStatement(Letter):
    """What the template `security-statement` prints. balance: of all the household's loans."""

    quarter: str
    balance: Figure
    things: tuple[SecurityLine, ...]


def statement(
    loans: Sequence[LoanState], things: Sequence[Collateral], span: Span, office: Office
) -> SecurityStatement:
    """Return the sheet on what secures the open loans of one household."""
    whose = f"{span.text}, {loans[0].household_id:06d}"
    debts = debts_of(loans, office.language, whose, office.as_of)
    lines = tuple(_line(place, thing, office) for place, thing in enumerate(things, 1))
    values = tuple(provenance.named(line.value, office.language, str(line.place)) for line in lines)
    return SecurityStatement(
        **addressed(office, loans),
        quarter=quarter(span, office.language),
        balance=debts.balance,
        things=lines,
        figures=(provenance.named(debts.balance, office.language), *values),
    )


def _line(place: int, thing: Collateral, office: Office) -> SecurityLine:
    source = thing.sources.get("value_fen")
    label = thing.register_no or thing.title_no or thing.fact
    row = (
        (FigureRow(fact=thing.fact, label=label, amount=thing.value_fen, source=source),)
        if source
        else ()
    )
    return SecurityLine(
        place=place,
        name=thing.name if not thing.location else f"{thing.name}（{thing.location}）",
        owner=thing.owner,
        title_no=thing.title_no,
        register_no=thing.register_no,
        extent=thing.extent,
        value=Figure(
            name=f"value_fen({thing.fact})",
            value=thing.value_fen,
            unit="fen",
            query=_("as last appraised"),
            as_of=office.as_of,
            rows=row,
        ),
        insured_until=thing.insured_until,
        custody=thing.custody,
    )
