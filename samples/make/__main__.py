"""`python -m samples.make`: rewrite the sample ledger, the sample papers and their readings."""

from __future__ import annotations

from pathlib import Path

from samples.make.workbook import write_workbook

SAMPLES = Path(__file__).parent.parent


def main() -> None:
    """Write everything under samples/."""
    ledger = SAMPLES / "ledger"
    ledger.mkdir(exist_ok=True)
    write_workbook(ledger / "台账_2025.xlsx")


if __name__ == "__main__":
    main()
