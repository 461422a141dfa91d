"""Separation of duties: what needs two people is refused to one, by their names.

There is no login yet: a name is what the person at the keyboard gives. The account that the
computer knows is kept beside it in every event and audit row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from extractors.wording import N_, _

# What a person is in an act; shown to people, so worded by gettext.
ROLES = {
    "reader": N_("the one who borrows"),
    "keeper": N_("the one who hands out"),
    "proposer": N_("the one who proposed it"),
    "approver": N_("the one who approved it"),
    "second": N_("the second name"),
    "destroyer": N_("the one who carries it out"),
    "supervisor": N_("a supervisor"),
}


class DutiesNotSeparated(Exception):
    """One person tried to act for two."""


def plain_name(name: str) -> str:
    """Return a name as it is compared: width, case and blanks do not make another person."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same person's, as far as names can say."""
    return plain_name(one) == plain_name(other)


def named(name: str, role: str) -> str:
    """Return the name without blanks around it. Raises DutiesNotSeparated when there is none."""
    if not plain_name(name):
        raise DutiesNotSeparated(_("Say who is {role}.").format(role=_(ROLES[role])))
    return name.strip()


def require_other(name: str, role: str, others: Mapping[str, str | None]) -> str:
    """Return the name of who acts as `role` if that is none of the others.

    others  role -> who acted so already; None where nobody did
    Raises DutiesNotSeparated.
    """
    given = named(name, role)
    for other_role, other in others.items():
        if other is not None and same_person(given, other):
            raise DutiesNotSeparated(
                _("{name} is {other} here and cannot be {role} too. Another person must.").format(
                    name=given, other=_(ROLES[other_role]), role=_(ROLES[role])
                )
            )
    return given
