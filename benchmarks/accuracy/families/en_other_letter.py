"""A sale deed, a sanction letter: English papers of no known type."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = None
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick("LOAN APPLICATION FORM", "LEASE AGREEMENT", "SALE AGREEMENT", "MINUTES OF MEETING")
    )
    pen.clause(
        f"{deal.borrower} of {deal.town} states that the matter concerns {deal.use}. Date: {deal.start:%d %B %Y}."
    )
