"""How far what is read from the samples agrees with what they say: `python -m samples.agreement`.

A measurement for people who work on reading, not a gate: the samples are few and drawn by one
program. Figures and dates must be equal in value; texts may differ in blanks and in the width and
kind of punctuation.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractors.ocr.rapid import RapidEngine
from extractors.read import read
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable

SAMPLES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that was not read as the paper has it; found is None when it was not read."""

    field: str
    told: Any
    found: Any


def comparable(value: Any) -> Any:
    """Return a value so that two ways of writing the same are equal."""
    match value:
        case dict():
            return {key: comparable(one) for key, one in value.items()}
        case list():
            return sorted((comparable(one) for one in value), key=str)
        case str():
            return _number(value) or re.sub(
                r"[\s。.,:;\-_]", "", unicodedata.normalize("NFKC", value).casefold()
            )
        case _:
            return value


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if re.fullmatch(r"\d+\.\d+|[1-9]\d*", text) else None
    except InvalidOperation:
        return None


def differences(told: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the fields of `told` that `found` lacks or has otherwise."""
    for name, value in told.items():
        if comparable(value) != comparable(found.get(name)):
            yield Difference(name, value, found.get(name))


def _values(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: [one["value"] for one in field] if isinstance(field, list) else field["value"]
        for name, field in fields.items()
    }


def main() -> None:
    """Read every sample (or those whose names hold an argument) and print what differs."""
    settings, engine = ReadingSettings(), RapidEngine()
    right = asked = types = papers = 0
    for path in sorted((SAMPLES / "inbox").iterdir()):
        told = json.loads((SAMPLES / "expected" / f"{path.name}.json").read_text(encoding="utf-8"))
        if not told["doc_type"] or not all(word in path.name for word in sys.argv[1:]):
            continue
        try:
            reading = read(path.read_bytes(), settings, engine)[1].to_json(explain=False)
        except Unreadable as refusal:
            print(f"{path.name}: {refusal}")
            continue
        papers += 1
        types += reading["doc_type"] == told["doc_type"]
        wrong = list(differences(told["fields"], _values(reading["fields"])))
        asked += len(told["fields"])
        right += len(told["fields"]) - len(wrong)
        codes = ", ".join(f"{one['field']}: {one['code']}" for one in reading["problems"])
        print(f"{path.name}: {reading['doc_type']}{f' ({codes})' if codes else ''}")
        for one in wrong:
            print(f"    {one.field}: {one.told!r} read as {one.found!r}")
    print(f"types {types}/{papers}, fields {right}/{asked}")


if __name__ == "__main__":
    main()
