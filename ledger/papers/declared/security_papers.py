"""抵押、质押合同, 抵押物清单, 登记证明 and 保证合同: what secures a loan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractors.reading import Reading
from extractors.wording import _
from ledger.papers import converting as to
from ledger.papers.declaration import PaperFact, Taken, same_number
from ledger.papers.declared.finding_loans import loans_of

if TYPE_CHECKING:
    from ledger.papers.claims import Claim
    from ledger.papers.held import Fact, Holdings


def _the_thing(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """What the household gave under the same certificate, of title or of registration."""
    return [
        each
        for each in holdings.collateral
        if any(
            same_number(claim.values.get(column), each.values[column])
            for column in ("register_no", "title_no")
        )
    ]


def _real_property(reading: Reading) -> Mapping[str, Any]:
    """A certificate of land and buildings names no thing; where it lies says what it is."""
    place = reading.fields.get("unit_no") or reading.fields.get("location")
    return {"name": _("real property")} if place else {}


def _by_certificate(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The key that a workbook gives the same thing."""
    return (str(values.get("title_no") or values.get("register_no") or values.get("name")),)


_TITLE = Taken(
    key="title_no", fields=("title_certificate_no",), convert=to.number, sure=True, completes=True
)
_PLACE = (
    Taken(key="location", fields=("location",), convert=to.text, completes=True),
    Taken(key="extent", fields=("area_m2",), convert=to.extent, completes=True),
)

GIVEN = PaperFact(
    name="security",
    titles={"zh": "抵质押物", "es": "Bien en garantía", "en": "Security"},
    doc_types=("mortgage_contract", "pledge_contract", "collateral_list"),
    table="collateral",
    find=_the_thing,
    key=_by_certificate,
    of_a_loan=False,
    each_of="title_certificate_no",
    needs=("name", "title_no"),
    dated_by=("_signed_on",),
    missing="security_not_in_ledger",
    # What is mortgaged is a security when it is registered (Civil Code, article 402).
    posts=False,
    source="抵押合同, 抵押物清单: title certificate, value agreed or appraised",
    columns=(
        _TITLE,
        Taken(key="name", fields=("collateral",), convert=to.text, joined=True),
        Taken(key="owner", fields=("mortgagor", "pledgor"), convert=to.text, joined=True),
        *_PLACE,
        Taken(key="value_fen", fields=("appraised_value", "collateral_value"), convert=to.fen,
              sure=True, code="security_value_differs", completes=True),
        Taken(key="_signed_on", fields=("sign_date",), convert=to.day, common=True),
    ),
)  # fmt: skip

REGISTERED = PaperFact(
    name="registration",
    titles={"zh": "抵押登记", "es": "Inscripción de la hipoteca", "en": "Registration"},
    doc_types=("mortgage_registration",),
    table="collateral",
    find=_the_thing,
    key=_by_certificate,
    of_a_loan=False,
    each_of="title_certificate_no",
    needs=("name", "register_no"),
    dated_by=("registered_on",),
    missing="registration_not_in_ledger",
    says=_real_property,
    posts=True,
    source="不动产登记证明: certificate, title, day of registration",
    columns=(
        _TITLE,
        Taken(key="register_no", fields=("certificate_no", "registry_no"), convert=to.number,
              sure=True, code="registration_differs", completes=True, common=True),
        Taken(key="registered_on", fields=("register_date",), convert=to.day, sure=True,
              code="registration_differs", completes=True, common=True),
        Taken(key="owner", fields=("mortgagor",), convert=to.text, joined=True),
        *_PLACE,
    ),
)  # fmt: skip


def _the_guarantor(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """The same person's guarantee of the same loan."""
    accounts = {loan.account_id for loan in loans_of(claim.paper, holdings)}
    return [
        each
        for each in holdings.records.get("guarantee", ())
        if each.account_id in accounts
        and each.values.get("guarantor") == claim.values.get("guarantor")
    ]


GUARANTEED = PaperFact(
    name="guarantee",
    titles={"zh": "保证", "es": "Fianza", "en": "Guarantee"},
    doc_types=("guarantee_contract",),
    table="record",
    kind="guarantee",
    find=_the_guarantor,
    each_of="guarantor",
    needs=("guarantor",),
    dated_by=("on",),
    posts=True,
    missing="guarantee_not_in_ledger",
    source="保证合同: guarantor, amount, day of signing",
    columns=(
        Taken(key="guarantor", fields=("guarantor",), convert=to.text, sure=True),
        Taken(key="contract_no", fields=("contract_no",), convert=to.number, sure=True,
              code="guarantee_contract_differs", completes=True, common=True),
        Taken(key="guaranteed_fen", fields=("amount",), convert=to.fen, sure=True,
              code="guaranteed_amount_differs", completes=True, common=True),
        Taken(key="on", fields=("sign_date",), convert=to.day, sure=True, code="date_differs",
              common=True),
    ),
)  # fmt: skip

FACTS = (GIVEN, REGISTERED, GUARANTEED)
