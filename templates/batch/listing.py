"""notices.jsonl: which notices a print file holds, and the figures of each with their rows.

The first line tells of the print file, each further line of one notice; see docs/formats.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from templates.document import Document
from templates.provenance import figure_json, sentence_json

FORMAT = "hudang-notices-1"
NAME = "notices.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice of a batch. about, household_id, loans: as in `templates.request.Computed`."""

    values: Document
    about: str
    household_id: int | None
    loans: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The draft's own number, which is printed on it."""
        return str(self.values.draft_number)


def listing(
    notices: Sequence[Notice],
    *,
    kind: str,
    signed_type: str,
    language: str,
    as_of: str,
    known_on: str,
    file: str,
    sha256: str,
) -> bytes:
    """Return the list of the notices in print file `file`, in their order there.

    signed_type      under which a notice is filed that comes back signed
    as_of, known_on  ISO dates
    """
    head = {
        "format": FORMAT,
        "document": kind,
        "signed_type": signed_type,
        "language": language,
        "as_of": as_of,
        "known_on": known_on,
        "file": file,
        "sha256": sha256,
        "notices": len(notices),
    }
    lines = [head, *(_line(place, one) for place, one in enumerate(notices, 1))]
    return b"".join(
        (json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
        for line in lines
    )


def _line(place: int, notice: Notice) -> dict[str, Any]:
    number = notice.household_id
    return {
        "number": notice.number,
        "place": place,
        "about": notice.about,
        "household": None if number is None else f"{number:06d}",
        "loans": list(notice.loans),
        "figures": [figure_json(one) for one in notice.values.figures],
        "sentences": [sentence_json(one) for one in notice.values.sentences()],
    }
