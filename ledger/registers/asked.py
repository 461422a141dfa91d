"""Filters as a person writes them: unit=东河支行, client_class=坚决退出, late=是."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ledger.registers.registry import REGISTERS
from ledger.statements import words_of

_YES = frozenset({"是", "yes", "sí", "si", "true"})
_NO = frozenset({"否", "no", "false"})


def filters_of(name: str, pairs: Sequence[str]) -> dict[str, Any]:
    """Return FILTER=VALUE arguments as a register takes them: numbers, yes or no, codes of answers.

    Raises FactRefused for what is no pair; what the register cannot filter by is for it to say.
    """
    declared = REGISTERS.get(name)
    columns = {column.key: column for column in declared.columns} if declared else {}
    found: dict[str, Any] = {}
    for key, value in words_of(pairs).items():
        column = columns.get(key)
        words = column.words if column else {}
        code = next((code for code, said in words.items() if value in (code, *said.values())), None)
        found[key] = code if code is not None else _plain(key, value)
    return found


def _plain(key: str, value: str) -> Any:
    if key in ("household_id", "top") and value.isdigit():
        return int(value)
    if value.casefold() in _YES:
        return True
    return None if value.casefold() in _NO else value
