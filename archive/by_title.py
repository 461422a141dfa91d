"""Papers that no form reads, recognised by their title when they are filed.

An application or an approval says whose it is by the ID number it bears; a card or a credit
report may be a guarantor's, so that a person says whose file it belongs to.
"""

from __future__ import annotations

from dataclasses import replace

from extractors import file_papers
from extractors.content import Content
from extractors.reading import FieldValue, Reading
from extractors.values.identity import is_resident_id

# Whose ID number stands on them is whose loan they speak of.
_OF_THE_BORROWER = frozenset(
    {
        "loan_application",
        "rating_form",
        "loan_investigation",
        "interview_record",
        "drawdown_papers",
        "extension_papers",
        "reconciliation",
        "repayment_papers",
    }
)
BY_TITLE = "title"


def recognised(reading: Reading, content: Content) -> Reading:
    """Return the reading of an unclaimed paper with the type its title says, as `content` has it.

    Its ID number counts only where the paper bears no other: two may be two people's.
    """
    if reading.doc_type is not None or reading.parts or reading.problems:
        return reading
    form = file_papers.titled(content)
    if form is None:
        return reading
    fields = dict(reading.fields)
    found = file_papers.identities(content)
    if form.name in _OF_THE_BORROWER and len(found) == 1 and not fields:
        name = "id_number" if is_resident_id(found[0]) else "uscc"
        fields[name] = (FieldValue(value=found[0], text=found[0], rule=BY_TITLE),)
    return replace(reading, doc_type=form.name, fields=fields)
