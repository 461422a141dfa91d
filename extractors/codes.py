"""The codes printed on labels, separator sheets and drafts: short, neutral, with a check character.

XDH:0001:H000123:K                   a household's file
XDH:0001:H000123:P0007:K             item 7 of that file
XDH:0001:B:3-07:K                    a box
XDH:0001:S:K                         separator: another paper begins
XDH:0001:S:H000123:K                 separator: what follows belongs to this household …
XDH:0001:S:H000123:LOAN-CONTRACT:K   … and is one paper of this type
XDD:D20260105-7K3F9-Q2M4X:K          a document drafted here: its own number

The second part is the office that gave the number: another office's household 123 is another one.
No name and no ID number is ever in a code. Every character can stand in a QR code's compact mode.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

PREFIX = "XDH"
DRAFT_PREFIX = "XDD"
FILE, PAPER, BOX, SEPARATOR = "file", "paper", "box", "separator"
# What may stand in a QR code's alphanumeric mode without a blank, and what counts for the check.
_SHAPE = re.compile(r"[0-9A-Z$%*+\-./:]{8,100}")
_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OFFICE = re.compile(r"[0-9A-Z]{1,12}")
_HOUSEHOLD = re.compile(r"H(\d{6,9})")
_ITEM = re.compile(r"P(\d{4,6})")
_TYPE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
# The day, and ten letters of Crockford's base 32: see `templates.numbering`.
_DRAFT = re.compile(r"D\d{8}(?:-[0-9A-HJKMNP-TV-Z]{5}){2}")


class CodeInvalid(ValueError):
    """It begins like a code of ours and is none: mistyped, torn or made by somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code says.

    kind       "file", "paper", "box" or "separator"
    office     mark of the office whose numbers these are
    household  number of the household file; None on boxes and on separators that name none
    item       item number (件号) of a paper label
    doc_type   type of the paper that follows a separator
    box        name of a box
    """

    kind: str
    office: str
    household: int | None = None
    item: int | None = None
    doc_type: str | None = None
    box: str = ""

    @property
    def text(self) -> str:
        """The code as it is printed, check character and all."""
        parts = [PREFIX, self.office]
        if self.kind == SEPARATOR:
            parts.append("S")
        if self.kind == BOX:
            parts += ["B", _quoted(self.box)]
        if self.household is not None:
            parts.append(f"H{self.household:06d}")
        if self.item is not None:
            parts.append(f"P{self.item:04d}")
        if self.doc_type is not None:
            parts.append(self.doc_type.upper().replace("_", "-"))
        body = ":".join(parts)
        return f"{body}:{check_character(body)}"


def office_mark(institution_code: str) -> str:
    """Return the institution's code as it stands in codes: capitals and digits, at most twelve.

    A code without any of them (one in Chinese) gives six hexadecimal digits of its digest.
    """
    kept = "".join(char for char in institution_code.upper() if char in _CHARACTERS)
    if kept:
        return kept[:12]
    return hashlib.sha256(institution_code.encode()).hexdigest()[:6].upper()


def is_ours(text: str) -> bool:
    """Whether a text read from a label begins like one of these codes."""
    return text.startswith((f"{PREFIX}:", f"{DRAFT_PREFIX}:"))


def is_draft_number(text: str) -> bool:
    """Whether a text is written as the numbers of drafts are."""
    return _DRAFT.fullmatch(text) is not None


def draft_code(number: str) -> str:
    """Return the code of a draft by the number printed on it. Raises CodeInvalid."""
    if not _DRAFT.fullmatch(number):
        raise CodeInvalid(number)
    body = f"{DRAFT_PREFIX}:{number}"
    return f"{body}:{check_character(body)}"


def draft_of(text: str) -> str | None:
    """Return the number of the draft that a code names; None for every other text."""
    prefix, _colon, rest = text.partition(":")
    number, _colon, _check = rest.partition(":")
    if prefix != DRAFT_PREFIX or not _DRAFT.fullmatch(number) or draft_code(number) != text:
        return None
    return number


def parse(text: str) -> Code:
    """Return what a code says. Raises CodeInvalid."""
    body, _colon, check = text.rpartition(":")
    if not _SHAPE.fullmatch(text) or check != check_character(body):
        raise CodeInvalid(text)
    prefix, office, *rest = body.split(":")
    if prefix != PREFIX or not _OFFICE.fullmatch(office) or not rest:
        raise CodeInvalid(text)
    code = _said(office, rest)
    # One way to write it: what says the same otherwise was not printed here.
    if code is None or code.text != text:
        raise CodeInvalid(text)
    return code


def _said(office: str, rest: list[str]) -> Code | None:
    match rest:
        case ["S"]:
            return Code(kind=SEPARATOR, office=office)
        case ["S", household]:
            return _about(SEPARATOR, office, household)
        case ["S", household, doc_type] if _TYPE.fullmatch(doc_type):
            name = doc_type.lower().replace("-", "_")
            return _about(SEPARATOR, office, household, doc_type=name)
        case ["B", box] if box:
            return Code(kind=BOX, office=office, box=_unquoted(box))
        case [household]:
            return _about(FILE, office, household)
        case [household, item] if found := _ITEM.fullmatch(item):
            return _about(PAPER, office, household, item=int(found[1]))
    return None


def _about(
    kind: str, office: str, household: str, *, item: int | None = None, doc_type: str | None = None
) -> Code | None:
    found = _HOUSEHOLD.fullmatch(household)
    if found is None or int(found[1]) == 0:
        return None
    return Code(kind=kind, office=office, household=int(found[1]), item=item, doc_type=doc_type)


def check_character(body: str) -> str:
    """Return the check character of a code without it: ISO 7064, MOD 37,36, over 0-9 and A-Z.

    It finds every single wrong character and every swap of neighbours, bar very few.
    """
    value = 36
    for char in body:
        at = _CHARACTERS.find(char)
        if at < 0:
            continue
        value = (value + at) % 36 or 36
        value = value * 2 % 37
    return _CHARACTERS[(37 - value) % 36]


def _quoted(name: str) -> str:
    """A box's name in capitals and digits; whatever else is in it as %XX of its bytes."""
    kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."
    return "".join(char if char in kept else _escaped(char) for char in name)


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def _unquoted(text: str) -> str:
    return unquote(text, errors="replace")


def separators(texts: Iterable[str]) -> list[Code]:
    """Return the separators among the codes of a page; what is invalid is none."""
    return [code for code in _valid(texts) if code.kind == SEPARATOR]


def labels(texts: Iterable[str]) -> list[Code]:
    """Return the labels of files and papers among codes, each once."""
    found = [code for code in _valid(texts) if code.kind in (FILE, PAPER)]
    return list(dict.fromkeys(found))


def _valid(texts: Iterable[str]) -> Iterable[Code]:
    for text in texts:
        try:
            yield parse(text)
        except CodeInvalid:
            continue
