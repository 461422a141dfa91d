"""Finding the template for a document and filling it.

A department's own template, in the workspace's `templates/` folder, goes before the shipped one
of the same name. A shipped template is filled in this process; a department's own, which anyone
at the office may have changed, in a child process with limited time and memory and no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractors.wording import _
from templates import child, required
from templates.kind import Kind
from templates.word_template import RenderingFailed, WordTemplate, compiled

SHIPPED = Path(__file__).parent / "word"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template on disk; `own`: the department's, not the shipped one."""

    path: Path
    own: bool


def template_file(kind: Kind, language: str, own: Path | None) -> TemplateFile:
    """Return the file that fills `kind` in `language`.

    own  the workspace's templates folder: `LANGUAGE/NAME.docx` in it; for the kind's first
         language (Chinese) also `NAME.docx`
    """
    name = f"{kind.name}.docx"
    if own is not None:
        places = [own / language / name]
        if language == next(iter(kind.titles)):
            places.append(own / name)
        for path in places:
            if path.is_file():
                return TemplateFile(path, own=True)
    return TemplateFile(SHIPPED / language / name, own=False)


def rendered(kind: Kind, values: Any, language: str, own: Path | None = None) -> bytes:
    """Return the finished .docx for `values`, an instance of the kind's dataclass.

    Raises TemplateInvalid, RenderingFailed.
    """
    missing = required.lacking(values)
    if missing:
        raise RenderingFailed(
            _("{document} was not made: {fields} has no value.").format(
                document=kind.titles[language], fields=required.said(missing)
            )
        )
    file = template_file(kind, language, own)
    if file.own:
        return child.rendered(file.path.read_bytes(), kind.name, values, language)
    return shipped(kind.name, language).render(values)


@lru_cache(maxsize=32)
def shipped(name: str, language: str) -> WordTemplate:
    """Return a shipped template, compiled once in a process: these files do not change under it."""
    from templates.kinds import KINDS

    path = SHIPPED / language / f"{name}.docx"
    return compiled(
        path.read_bytes(),
        name=path.name,
        kind=KINDS[name].fields,
        language=language,
        ours=True,
    )
