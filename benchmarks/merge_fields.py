"""The notice as a mail-merge template: the same pages with Word's merge fields in place of tags."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from benchmarks.notices import Notice, layout
from templates import formats
from templates.shell import zipped

_RUN = re.compile(r'<w:r><w:t xml:space="preserve">([^<]*\{\{[^<]*)</w:t></w:r>')
_TAG = re.compile(r"\{\{ (?:one\.)?(\w+)[^}]*\}\}")
_LOOP_ROW = re.compile(r"<w:tr>(?:(?!<w:tr>).)*?\{%tr .*?</w:tr>", re.DOTALL)
_LOOP_LINE = re.compile(r"<w:p>(?:(?!<w:p>).)*?\{%p .*?</w:p>", re.DOTALL)


def merge_layout() -> bytes:
    """Return the template. The code picture stays the grey one: mail merge draws none."""
    with zipfile.ZipFile(io.BytesIO(layout())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part in ("word/document.xml", "word/header1.xml"):
        text = _LOOP_LINE.sub("", _LOOP_ROW.sub("", parts[part].decode("utf-8")))
        text = re.sub(r"\{%.*?%\}", "", text)
        parts[part] = _RUN.sub(_fields, text).encode("utf-8")
    return zipped(parts)


def _fields(run: re.Match[str]) -> str:
    return _TAG.sub(
        lambda tag: (
            f'</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD {tag.group(1)} ">'
            f'<w:r><w:t>{tag.group(1)}</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve">'
        ),
        run.group(),
    )


def merge_values(notice: Notice) -> dict[str, Any]:
    """Return the notice's values as texts; the rows of its table under the field `number`."""
    total = int(notice.total.value or 0)
    return {
        "institution": notice.institution, "borrower": notice.borrower, "village": notice.village,
        "household_number": notice.household_number, "manager": notice.manager,
        "phone": notice.phone or formats.BLANK, "month": formats.month(notice.month),
        "as_of": formats.day(notice.as_of), "total": formats.yuan(total),
        "draft_number": notice.draft_number or "",
        "product": [
            {
                "number": line.number, "product": line.product, "amount": formats.yuan(line.amount),
                "balance": formats.yuan(int(line.balance.value or 0)), "rate": str(line.rate),
                "granted_on": formats.short_day(line.granted_on),
                "due_on": formats.short_day(line.due_on),
            }
            for line in notice.loans
        ],
    }  # fmt: skip
