"""All kinds of facts by name. A new one is a file beside this and a line here."""

from __future__ import annotations

from extractors.wording import _
from ledger.kinds import credit, security
from ledger.kinds.contact import CONTACT
from ledger.kinds.declaration import RESERVED, Kind
from ledger.kinds.responsibility import RESPONSIBILITY

KINDS: dict[str, Kind] = {
    each.name: each
    for each in (
        CONTACT,
        credit.RATING,
        credit.CREDIT_LINE,
        credit.EXTENSION,
        credit.REFINANCING,
        credit.GUARANTEE,
        credit.GUARANTEE_GROUP,
        credit.AFFILIATION,
        security.APPRAISAL,
        security.APPRAISER,
        security.INSURANCE,
        security.CUSTODY_MOVE,
        security.SECURITY_CHECK,
        security.RELEASE,
        RESPONSIBILITY,
    )
}


class UnknownFactKind(Exception):
    """No kind of fact has that name."""


class KindMisdeclared(Exception):
    """A kind cannot work as it is declared."""


def kind_of(name: str) -> Kind:
    """Return the kind by its name or its title in any language. Raises UnknownFactKind."""
    for kind in KINDS.values():
        if name in (kind.name, *kind.titles.values()):
            return kind
    raise UnknownFactKind(
        _("There is no kind of fact {name}. Known: {known}.").format(
            name=name, known=", ".join(KINDS)
        )
    )


def _verify(kind: Kind) -> None:
    keys = {field.key for field in kind.fields}
    named = {kind.dated_by, *kind.key, *([kind.subject] if kind.subject else [])}
    if keys & RESERVED or named - keys or len(keys) < len(kind.fields):
        raise KindMisdeclared(kind.name)


for _kind in KINDS.values():
    _verify(_kind)
