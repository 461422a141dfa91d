# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Names of people and organisations on Spanish and English papers."""

from __future__ import annotations

import re

_LATIN_NAME = re.compile(
    r"[\s_:.\"'-]*(?:(?:C\.(?= +[^\W\d_]{3})|Ing\.|Lic\.|D\.?ª|D\.a|D\.|Dña\.?|Dª)\s+|(?i:el|la|los|don|dona|doña|sr|sra|mr|mrs|ms|shri|sri|kum|smt|m/s|messrs|senor|señor|señora|mr/mrs)\b\.?\s*(?:\(a\))?\s*)*"
    r"(?P<name>[^\W\d_][\w.'&-]*(?:,? +(?:S\.A|Ltd|LTD|Inc|LLC|R\.L|C\.A|Ltda|LTDA|S\.\s?C)[\w.]*"
    r"| +(?i:de|del|la|las|los|y|e|&|of|the|and|von|van|da|do|bin|s/o|d/o|w/o)\b(?= +[^\W\d_a-zñáéíóú]| +(?i:la|las|los|el)\b)"
    r"| +[^\W\d_a-zñáéíóú][\w.'&-]*)*)"
)
# Words that are no name by themselves.
_TITLES_ONLY = frozenset(
    ["el", "la", "los", "las", "the", "de", "del", "y", "and", "of", "to", "por", "con", "a", "sr", "sra", "mr", "mrs", "ms", "no", "nro", "firma", "signature", "name", "nombre", "date", "fecha"]
)  # fmt: skip
_JOINT = r"( [yYeE] (?=[A-ZÁÉÍÓÚÑ])| and (?=[A-Z])|;)"
_LATIN_ORGANISATION = re.compile(
    r"\b(?:cooperativa|banco|caja|financiera|sociedad|empresa|asociacion|asociación|bank|company|limited|ltd|ltda|inc|s\.a|union|society|fund|trust|corporation|sacco)\b",
    re.IGNORECASE,
)


def is_latin_organisation(name: str) -> bool:
    """Whether `name` is a company's, a bank's or a cooperative's."""
    return _LATIN_ORGANISATION.search(name) is not None


def latin_party_names(text: str, inline: bool) -> list[tuple[int, int]]:
    """Return where names stand in plain `text`, the stretch after a party's label.

    inline  the label stands in running text: only a name of two words counts
    """
    stop = re.search(r"\n|\t|\x1f|\s{3,}|[;(:]|_{2,}", text.lstrip(" _\n:\t\x1f"))
    lead = len(text) - len(text.lstrip(" _\n:\t\x1f"))
    end = lead + stop.start() if stop else len(text)
    found: list[tuple[int, int]] = []
    at = lead
    joint = "(;)" if _LATIN_ORGANISATION.search(text[lead:end]) else _JOINT
    for part in re.split(joint, text[lead:end]):
        m = _LATIN_NAME.match(part)
        if m and _is_latin_name(m["name"], inline):
            stop_at = m.end("name")
            place = re.search(r" of (?=[A-Z])", part[: m.end("name")])
            if place and not _LATIN_ORGANISATION.search(m["name"]):
                # John Mwangi of P.O. Box 112: people are not called after where they live.
                stop_at = place.start()
            while part[stop_at - 1] in " ,-":
                stop_at -= 1
            found.append((at + m.start("name"), at + stop_at))
        at += len(part)
        if inline:
            break
    return found


def _is_latin_name(name: str, inline: bool) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 12 or len(name) < 3:
        return False
    real = [word for word in words if word.lower() not in _TITLES_ONLY]
    if not real or not real[0][0].isupper():
        return False
    if words[-1].lower() in _TITLES_ONLY or words[0].lower() in ("de", "del", "of", "and", "y"):
        return False
    return len(real) >= 2 or (not inline and len(real[0]) >= 4)
