"""The tables of class rules there are. Days and classes can be changed in the settings."""

from __future__ import annotations

from collections.abc import Mapping

from archive.ledger_settings import CLASS_TABLES
from ledger.classes import DAYS_OF_CLASS
from ledger.classing.declaration import TECHNICAL, ClassTable, Step

_DAYS_2023 = (
    *(Step(over, grade) for over, grade in DAYS_OF_CLASS),
    Step(TECHNICAL, "special_mention"),
)

MEASURES_2023 = ClassTable(
    name="measures_2023",
    titles={
        "zh": "2023年分类办法",
        "es": "Medidas de 2023",
        "en": "Measures of 2023",
    },
    source="CBIRC and PBC order no. 1 of 2023, in force since 2023-07-01; rural co-operative "
    "institutions go by it by analogy; loans from before re-classified by 2025-12-31",
    days={"any": _DAYS_2023},
    factors={
        "use_changed": "special_mention",
        "impaired": "substandard",
        "rating_down": "substandard",
        "evading": "doubtful",
        "bankruptcy": "loss",
        "restructured": "special_mention",
    },
    losses=((90, "loss"), (50, "doubtful")),
    refinanced="special_mention",
    written_off="loss",
    same_debtor=True,
    cured=True,
)

DAYS_PAST_DUE = ClassTable(
    name="days_past_due",
    titles={"zh": "脱期法", "es": "Por días de atraso", "en": "By days past due"},
    source="retail assets may be classified by the days past due alone (measures of 2023)",
    days={"any": _DAYS_2023},
    written_off="loss",
    cured=True,
)

# The guidelines of 2006 for rural co-operative institutions let the classes of farm households
# follow from days and guarantee. Offices kept tables of their own; these days could not be checked
# against the printed text: an office that goes by such a table sets its own (class_steps).
RURAL_2006 = ClassTable(
    name="rural_2006",
    titles={
        "zh": "2006年农户矩阵",
        "es": "Matriz rural de 2006",
        "en": "Rural matrix of 2006",
    },
    source="matrix of days and guarantee for farm households, after the 2006 guidelines for rural "
    "co-operative institutions; to be checked against the institution's own table",
    days={
        "any": (
            Step(360, "loss"),
            Step(180, "doubtful"),
            Step(90, "substandard"),
            Step(30, "special_mention"),
        ),
        "guarantee": (
            Step(540, "loss"),
            Step(270, "doubtful"),
            Step(90, "substandard"),
            Step(30, "special_mention"),
        ),
        **dict.fromkeys(
            ("mortgage", "pledge", "combined"),
            (
                Step(720, "loss"),
                Step(360, "doubtful"),
                Step(180, "substandard"),
                Step(30, "special_mention"),
            ),
        ),
    },
    factors={"evading": "doubtful", "bankruptcy": "loss", "restructured": "substandard"},
    refinanced="special_mention",
    extended="special_mention",
    written_off="loss",
)

TABLES: Mapping[str, ClassTable] = {
    each.name: each for each in (MEASURES_2023, DAYS_PAST_DUE, RURAL_2006)
}
if tuple(TABLES) != CLASS_TABLES:
    raise ValueError(CLASS_TABLES)
