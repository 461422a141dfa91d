"""`python -m samples.make`: rewrite the sample ledger, the sample papers and their readings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from samples.make.faulty import write_faulty
from samples.make.papers import all_papers
from samples.make.workbook import write_workbook

SAMPLES = Path(__file__).parent.parent


def main() -> None:
    """Write everything under samples/; files that are no longer made are removed."""
    inbox, expected, ledger = (_emptied(SAMPLES / name) for name in ("inbox", "expected", "ledger"))
    write_workbook(ledger / "台账_2025.xlsx")
    mistakes = write_faulty(ledger / "台账_有错.xlsx")
    _write_json(ledger / "台账_有错.json", mistakes)
    for paper in all_papers():
        (inbox / paper.name).write_bytes(paper.data)
        _write_json(expected / f"{paper.name}.json", paper.expected())
        print(f"{len(paper.data) / 1024:8.1f} KB  {paper.name}")


def _write_json(path: Path, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def _emptied(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder


if __name__ == "__main__":
    main()
