"""What a template makes of invented values: nothing, one line, many, and the longest names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.wording import _
from templates import child
from templates.kind import Kind
from templates.lengthened import lengthened
from templates.render import shipped

ROWS = (0, 1, 40)
# So many lines with the longest names.
LONG_ROWS = 12


@dataclass(frozen=True, slots=True)
class Preview:
    """One example. name: of its file, without the ending"""

    name: str
    content: bytes


def previews(
    kind: Kind, language: str, own: Path | None, rows: Sequence[int] = ROWS
) -> Iterator[Preview]:
    """Yield an example for each number of lines, then one with the longest names.

    own  the template; None: the shipped one. Raises TemplateInvalid, RenderingFailed.
    """
    title = kind.titles[language]
    for count in rows:
        values = kind.example(language, count)
        said = _("{title}_preview_{count}_lines").format(title=title, count=count)
        yield Preview(said, _filled(kind, language, own, values))
    longest = lengthened(kind.example(language, LONG_ROWS), language)
    said = _("{title}_preview_longest_names").format(title=title)
    yield Preview(said, _filled(kind, language, own, longest))


def write(out: Path, made: Sequence[Preview]) -> list[Path]:
    """Write previews to the folder `preview` in `out`, in place of earlier ones; return them."""
    folder = out / "preview"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in made:
        path = folder / f"{one.name}.docx"
        path.write_bytes(one.content)
        paths.append(path)
    return paths


def _filled(kind: Kind, language: str, own: Path | None, values: object) -> bytes:
    if own is None:
        return shipped(kind.name, language).render(values)
    return child.rendered(own.read_bytes(), kind.name, values, language)
