"""Figures and how they are shown: rows with targets, tables, the Markdown of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure has to reach; with `at_most` it is a ceiling, else a floor."""

    figure: float
    at_most: bool = False

    def met_by(self, figure: float) -> bool:
        """Whether `figure` reaches it."""
        return figure <= self.figure if self.at_most else figure >= self.figure

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {shown(self.figure)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured thing.

    figure   the median where it was measured several times
    p95      the 95th percentile, for latencies
    between  the lowest and the highest of the rounds
    """

    what: str
    figure: float
    unit: str
    p95: float | None = None
    between: tuple[float, float] | None = None
    target: Target | None = None

    @property
    def judged(self) -> float:
        """The figure that the target is about: the 95th percentile where there is one."""
        return self.figure if self.p95 is None else self.p95


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One subject: what was done, in words, and its rows."""

    title: str
    how: str
    rows: Sequence[Row]


def over_rounds(
    what: str, figures: Sequence[float], unit: str, target: Target | None = None
) -> Row:
    """Return the row of a thing measured in several rounds."""
    return Row(
        what=what,
        figure=median(figures),
        unit=unit,
        between=(min(figures), max(figures)) if len(figures) > 1 else None,
        target=target,
    )


def shown(figure: float) -> str:
    """Return a figure with about three digits that mean something."""
    if figure == int(figure) and abs(figure) < 1_000_000:
        return f"{int(figure):,}"
    size = abs(figure)
    places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{figure:,.{places}f}"


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, without the columns that nobody fills."""
    columns: list[tuple[str, list[str]]] = [
        ("", [row.what for row in rows]),
        ("median", [shown(row.figure) for row in rows]),
        ("p95", ["" if row.p95 is None else shown(row.p95) for row in rows]),
        ("lowest – highest", [_range(row.between) for row in rows]),
        ("unit", [row.unit for row in rows]),
        ("target", ["" if row.target is None else str(row.target) for row in rows]),
        ("met", [_verdict(row) for row in rows]),
    ]
    kept = [(head, cells) for head, cells in columns if any(cells)]
    lines = [[head for head, _cells in kept], *zip(*(cells for _head, cells in kept), strict=True)]
    numeric = {"median", "p95", "lowest – highest"}
    rule = ["---:" if head in numeric else "---" for head, _cells in kept]
    return "\n".join(_line(cells) for cells in (lines[0], rule, *lines[1:]))


def _range(between: tuple[float, float] | None) -> str:
    return "" if between is None else f"{shown(between[0])} – {shown(between[1])}"


def _verdict(row: Row) -> str:
    if row.target is None:
        return ""
    return "yes" if row.target.met_by(row.judged) else "**no**"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def targets(sections: Iterable[Section]) -> str:
    """Return a table of every figure that has a target."""
    lines = [_line(("target", "wanted", "measured", "met")), _line(["---"] * 4)]
    lines += [
        _line(
            (
                row.what,
                f"{row.target} {row.unit}",
                f"{shown(row.judged)} {row.unit}{'' if row.p95 is None else ' (p95)'}",
                _verdict(row),
            )
        )
        for section in sections
        for row in section.rows
        if row.target
    ]
    return "\n".join(lines)


def document(about: Sequence[tuple[str, str]], sections: Sequence[Section], preface: str) -> str:
    """Return the whole page.

    about  the circumstances: (what, value)
    """
    parts = ["# Benchmarks", preface.strip()]
    parts.append("\n".join(f"- **{what}**: {value}" for what, value in about))
    parts += ["## Targets", targets(sections)]
    for section in sections:
        parts += [f"## {section.title}", section.how.strip(), table(section.rows)]
    return "\n\n".join(parts) + "\n"


def renewed(page: str, sections: Sequence[Section], measured: str) -> str:
    """Return the page with these sections, and their targets, in the place of the former ones.

    measured  when and under which load, said in each of them: the page's head speaks of the others
    """
    head, *former = page.rstrip("\n").split("\n\n## ")
    blocks = {block.partition("\n")[0]: block for block in former}
    for section in sections:
        parts = [section.title, measured, section.how.strip(), table(section.rows)]
        blocks[section.title] = "\n\n".join(parts)
    lines = blocks["Targets"].split("\n")
    for line in targets(sections).split("\n")[2:]:
        same = [place for place, known in enumerate(lines) if _what(known) == _what(line)]
        if same:
            lines[same[0]] = line
        else:
            lines.append(line)
    blocks["Targets"] = "\n".join(lines)
    return "\n\n## ".join([head, *blocks.values()]) + "\n"


def _what(line: str) -> str:
    return line.split("|")[1].strip() if line.startswith("|") else ""
