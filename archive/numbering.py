"""The pattern of archive numbers (档号): what may stand in it, checked before it is used."""

from __future__ import annotations

import string

from extractors.wording import _

# Placeholders and a value of each to try the pattern with.
PLACEHOLDERS = {"institution": "0001", "year": 2026, "household": 123, "item": 7, "category": 2}
# Without these two papers could have one number.
NEEDED = ("household", "item")


class PatternInvalid(ValueError):
    """archive.number_pattern cannot be used."""


def check(pattern: str) -> None:
    """Refuse a pattern that names something unknown, or that would give two papers one number.

    Raises PatternInvalid.
    """
    try:
        named = [name for _text, name, _spec, _how in string.Formatter().parse(pattern)]
    except ValueError as cause:
        raise PatternInvalid(
            _("number_pattern is not a pattern ({cause}). Braces stand in pairs: {example}").format(
                cause=cause, example="{item:03d}"
            )
        ) from cause
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    for name in named:
        if name is not None and name not in PLACEHOLDERS:
            raise PatternInvalid(
                _("number_pattern names {{{name}}}, which is unknown. Known: {known}.").format(
                    name=name, known=known
                )
            )
    missing = [f"{{{name}}}" for name in NEEDED if name not in named]
    if missing:
        raise PatternInvalid(
            _("number_pattern needs {missing}: without it two papers get one number.").format(
                missing=", ".join(missing)
            )
        )
    try:
        pattern.format(**PLACEHOLDERS)
    except (ValueError, KeyError, IndexError, AttributeError) as cause:
        raise PatternInvalid(
            _("number_pattern cannot be filled in: {cause}").format(cause=cause)
        ) from cause
