"""WordprocessingML of the few blocks our documents are made of: paragraphs, tables, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

# Twentieths of a point to a millimetre: the unit of widths in Word.
TWIPS_PER_MM = 56.6929


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its text, the paragraph style, how many columns it spans.

    keep  its row stays on the page of what follows
    """

    text: str
    style: str = "TableText"
    span: int = 1
    keep: bool = False


def paragraph(
    text: str, style: str = "BodyText", *, page_break: bool = False, keep: bool = False
) -> str:
    """Return a paragraph in `style`.

    page_break  it stands at the top of a new page
    keep        it stays on the page of what follows: signatures never stand alone on a page
    """
    how = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if page_break else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{how}</w:pPr>{run(text)}</w:p>'


def each(loop: str, style: str, text: str = "{{ one.text }}") -> list[str]:
    """Return the paragraphs that print `text` for every `one` of `loop`."""
    return [
        paragraph(f"{{%p for one in {loop} %}}", style),
        paragraph(text, style),
        paragraph("{%p endfor %}", style),
    ]


def when(condition: str, inside: Sequence[str]) -> list[str]:
    """Return the blocks that stand only if `condition` holds."""
    return [
        paragraph(f"{{%p if {condition} %}}"),
        *inside,
        paragraph("{%p endif %}"),
    ]


def table(
    widths_mm: Sequence[float],
    heads: Sequence[Sequence[Cell | str]],
    rows: Iterable[Sequence[Cell | str]],
    *,
    borders: bool = True,
    keep: int = 0,
) -> str:
    """Return a ruled table of fixed column widths; `heads` are repeated on every page.

    keep  so many of the last rows stay on the page of what follows the table
    """
    widths = [round(width * TWIPS_PER_MM) for width in widths_mm]
    style = "RuledTable" if borders else "OpenTable"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = [_row(head, widths, head=True, keep=False) for head in heads]
    body = list(rows)
    lines += [
        _row(row, widths, head=False, keep=place >= len(body) - keep)
        for place, row in enumerate(body)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def for_each_row(
    loop: str, row: Sequence[Cell | str], name: str = "one", *, keep_last: bool = False
) -> list[Sequence[Cell | str]]:
    """Return the rows that print `row` for every `name` of `loop`.

    keep_last  the last stays on the page of what follows: signatures never stand alone on a page
    """
    span = sum(cell.span if isinstance(cell, Cell) else 1 for cell in row)

    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=span)]

    rows: list[Sequence[Cell | str]] = [row]
    if keep_last:
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        last = [replace(cell, keep=True) for cell in cells]
        rows = [tag("{%tr if loop.last %}"), last, tag("{%tr else %}"), row, tag("{%tr endif %}")]
    return [tag(f"{{%tr for {name} in {loop} %}}"), *rows, tag("{%tr endfor %}")]


def _row(cells: Sequence[Cell | str], widths: Sequence[int], *, head: bool, keep: bool) -> str:
    place, out = 0, []
    keep = keep or any(isinstance(cell, Cell) and cell.keep for cell in cells)
    for given in cells:
        default = "TableHead" if head else "TableText"
        cell = given if isinstance(given, Cell) else Cell(given, default)
        width = sum(widths[place : place + cell.span])
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        out.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
            f"</w:tcPr>{_cell_paragraphs(cell, keep)}</w:tc>"
        )
        place += cell.span
    if place != len(widths):
        raise ValueError(f"a row of {place} columns in a table of {len(widths)}: {cells}")
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(out)}</w:tr>"


def _cell_paragraphs(cell: Cell, keep: bool) -> str:
    return "".join(paragraph(line, cell.style, keep=keep) for line in cell.text.split("\n"))


def page_number(before: str, after: str, style: str) -> str:
    """Return a paragraph with the page number."""
    number = field(" PAGE ", "1")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(before)}{number}{run(after)}</w:p>'


def field(instruction: str, shown: str) -> str:
    """Return a field's runs. WPS needs each part of the field in its own run."""
    return "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{escape(shown)}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def tabbed(parts: Sequence[str], style: str) -> str:
    """Return a paragraph whose parts stand at the style's tab stops."""
    runs = "<w:r><w:tab/></w:r>".join(run(part) for part in parts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def run(text: str) -> str:
    """Return `text` as a run in the look of its paragraph; nothing for no text."""
    if not text:
        return ""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
