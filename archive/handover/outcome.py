"""What came of taking in a package, item by item, as both sides sign it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from extractors.wording import N_

FORMAT = "hudang-receipt-1"

STATES: Mapping[str, str] = {
    "accepted": N_("accepted"),
    "duplicate": N_("filed here already"),
    "held": N_("held: a person has to decide"),
    "missing": N_("missing from the package"),
    "different": N_("not as it was listed"),
    "extra": N_("in the package but not listed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedItem:
    """One paper of the list, or one file that is not on it.

    state     of `STATES`
    document  the paper's id here; "" where it was not filed
    here      household file it is in now, "" for none
    detail    code of why, "" for accepted
    """

    household: str
    archive_number: str
    title: str
    pages: int
    state: str
    document: str = ""
    here: str = ""
    detail: str = ""


# Why an item is not simply accepted.
DETAILS: Mapping[str, str] = {
    "same_bytes": N_("the same bytes are filed here"),
    "same_bytes_elsewhere": N_("the same bytes are filed with another household here"),
    "no_identity": N_("the household has neither an ID number nor a credit code"),
    "other_name": N_("that ID number belongs to a file under another name here"),
    "not_in_package": N_("its file is not in the package"),
    "other_digest": N_("its file is not the one that was listed"),
    "not_listed": N_("nobody listed it"),
    "scan_refused": N_("the scan it is part of was not accepted"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedHousehold:
    """Where a household's file went.

    how  "opened" under its own number, "renumbered", "merged" into a file that was here, "held"
    """

    number: str
    borrower: str
    here: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The outcome of taking in one package.

    digest  of the package: sha256 of its tagmanifest
    """

    number: str
    digest: str
    sender: str
    receiver: str
    at: str
    actor: str
    households: tuple[ReceivedHousehold, ...]
    items: tuple[ReceivedItem, ...]

    def counts(self) -> dict[str, int]:
        """Return how many items came to which state."""
        counted = Counter(item.state for item in self.items)
        return {state: counted[state] for state in STATES}

    @property
    def differences(self) -> list[ReceivedItem]:
        """What was not simply accepted."""
        return [item for item in self.items if item.state != "accepted"]

    def to_json(self) -> dict[str, Any]:
        """Return the receipt as receipt.json holds it."""
        return {"format": FORMAT, **asdict(self), "counts": self.counts()}

    def to_bytes(self) -> bytes:
        """Return receipt.json."""
        return (json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Receipt:
        """Read receipt.json as we wrote it."""
        said = json.loads(data)
        values = {name: said[name] for name in cls.__slots__}
        return cls(
            **values
            | {
                "households": tuple(ReceivedHousehold(**each) for each in said["households"]),
                "items": tuple(ReceivedItem(**each) for each in said["items"]),
            }
        )
