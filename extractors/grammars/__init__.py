"""Grammars as forms use them: each reads one kind of value out of a window of text."""

from extractors.grammars.choices import (
    CLASS,
    GUARANTEE,
    LEVEL,
    METHOD,
    MORTGAGE_TYPE,
    RIGHT,
    YES_NO,
    choice,
)
from extractors.grammars.days import DATE, DAYS, PERIOD_END, PERIOD_START, TERM
from extractors.grammars.measures import AREA, RATE
from extractors.grammars.people import PARTY, PERSON, PERSON_ID, PERSON_TAX_NO, PHONE, USCC
from extractors.grammars.references import (
    CERTIFICATE,
    CONTRACT_NO,
    DEED_NO,
    REGISTRY_NO,
    TITLE_CERTIFICATE,
    UNIT,
)
from extractors.grammars.sums import FIGURES, MONEY, WORDS
from extractors.grammars.wording import ADDRESS, COLLATERAL, LONG_TEXT, PURPOSE, TEXT, text

__all__ = [
    "ADDRESS",
    "AREA",
    "CERTIFICATE",
    "CLASS",
    "COLLATERAL",
    "CONTRACT_NO",
    "DATE",
    "DAYS",
    "DEED_NO",
    "FIGURES",
    "GUARANTEE",
    "LEVEL",
    "LONG_TEXT",
    "METHOD",
    "MONEY",
    "MORTGAGE_TYPE",
    "PARTY",
    "PERIOD_END",
    "PERIOD_START",
    "PERSON",
    "PERSON_ID",
    "PERSON_TAX_NO",
    "PHONE",
    "PURPOSE",
    "RATE",
    "REGISTRY_NO",
    "RIGHT",
    "TERM",
    "TEXT",
    "TITLE_CERTIFICATE",
    "UNIT",
    "USCC",
    "WORDS",
    "YES_NO",
    "choice",
    "text",
]
