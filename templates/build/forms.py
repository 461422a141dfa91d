"""What letters and forms are made of: letterhead, facts in two columns, signatures, receipts."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import Cell, paragraph, table

# Width between the margins of a form (`Page(form=True)`), in millimetres.
FORM_MM = 156.0
# The same of a form on its side (`Page(landscape=True)`).
WIDE_MM = 247.0

_CUT = {
    "zh": "……………………………………（裁剪线）……………………………………",
    "es": "- - - - - - - - - - - - - - - - - - -  recortar aquí  - - - - - - - - - - - - - - - - - - -",
    "en": "- - - - - - - - - - - - - - - - - - -  cut here  - - - - - - - - - - - - - - - - - - -",
}
_NUMBER = {"zh": "编号：", "es": "N.º ", "en": "No. "}
_DAY = {"zh": "　　　　年　　月　　日", "es": "Fecha:", "en": "Date:"}


def letterhead(title: str, language: str, *, numbered: bool = True) -> list[str]:
    """Return who writes, what it is and, `numbered`, the draft's own number at the right."""
    head = [paragraph("{{ institution }}", "TitleAbove"), paragraph(title, "Title")]
    return [*head, number_line(language)] if numbered else head


def number_line(language: str) -> str:
    """Return the line with the document's number: on the letter and on its receipt alike."""
    return paragraph(f"{_NUMBER[language]}{{{{ draft_number }}}}", "NumberLine", keep=True)


def facts(
    pairs: Sequence[tuple[str, str]],
    *,
    columns: int = 2,
    label_mm: float = 26,
    width_mm: float = FORM_MM,
) -> str:
    """Return a ruled table of labels and values, `columns` pairs a row; the last pair fills it."""
    value_mm = width_mm / columns - label_mm
    rows: list[list[Cell | str]] = []
    for start in range(0, len(pairs), columns):
        some = pairs[start : start + columns]
        row: list[Cell | str] = []
        for place, (label, value) in enumerate(some):
            span = 2 * (columns - place) - 1 if place == len(some) - 1 else 1
            row += [Cell(label, "TableLabel"), Cell(value, "TableText", span=span)]
        rows.append(row)
    return table((label_mm, value_mm) * columns, [], rows)


def long_facts(
    pairs: Sequence[tuple[str, str]],
    *,
    label_mm: float = 26,
    width_mm: float = FORM_MM,
    keep: bool = False,
) -> str:
    """Return a ruled table of one label and one wide value a row; line ends in values are kept.

    keep  all of it stays on the page of what follows
    """
    rows = [[Cell(label, "TableLabel"), Cell(value, "TableText")] for label, value in pairs]
    widths = (label_mm, width_mm - label_mm)
    return table(widths, [], rows, keep=len(rows) if keep else 0)


def signatures(
    roles: Sequence[str],
    language: str,
    *,
    width_mm: float = FORM_MM,
    dated: bool = True,
    ruled: bool = False,
) -> str:
    """Return places to sign side by side, each with room above its date.

    roles  as printed: "借款人（签字、按手印）："; a line end in one makes a second line
    """
    style = "SignText" if ruled or width_mm > FORM_MM else "SignLine"
    narrow = language == "zh" and width_mm / len(roles) < 45
    day = f"\n\n{'　　年　月　日' if narrow else _DAY[language]}" if dated else "\n"
    lines = max(role.count("\n") for role in roles)
    # All have equally many lines, so that the dates stand side by side.
    padded = [role + "\n" * (lines - role.count("\n")) for role in roles]
    row = [Cell(f"{role}{day}", style) for role in padded]
    return table([width_mm / len(roles)] * len(roles), [], [row], borders=ruled)


def cut_line(language: str) -> str:
    """Return the line along which a receipt is cut off."""
    return paragraph(_CUT[language], "CutLine", keep=True)


def receipt_heading(title: str, language: str, *, page_break: bool = False) -> list[str]:
    """Return the head of a receipt: cut off below the letter, or on a page of its own.

    page_break  it has its own page, with the institution above it
    """
    if page_break:
        above = paragraph("{{ institution }}", "TitleAbove", page_break=True)
        return [above, paragraph(title, "Title"), number_line(language)]
    return [cut_line(language), paragraph(title, "ReceiptTitle", keep=True), number_line(language)]
