"""Measures for clients by their class and interval: the client's own, else the office's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ledger.book import View
from ledger.kinds.clients import CLIENT_CLASS
from ledger.records import Record


def client_classes(view: View) -> Mapping[int, Record]:
    """Return the class in force of every household that has one."""
    return {
        record.household_id: record
        for record in view.records("client_class")
        if record.household_id is not None
    }


def strategy_of(record: Record | None, strategies: tuple[str, ...]) -> str | None:
    """Return a client's own measures, else those of its class, else those of its interval.

    strategies  of the settings, "NAME=TEXT"; names in any way the answers are written
    """
    if record is None:
        return None
    if own := record.text("strategy"):
        return own
    known = _by_code(strategies)
    return known.get(record.text("client_class") or "") or known.get(record.text("interval") or "")


@lru_cache
def _by_code(strategies: tuple[str, ...]) -> Mapping[str, str]:
    codes = {
        name: choice.code
        for field in ("interval", "client_class")
        for choice in CLIENT_CLASS.field(field).choices
        for name in (choice.code, *choice.titles.values(), *choice.written)
    }
    found = {}
    for each in strategies:
        name, _equals, text = each.partition("=")
        if name.strip() in codes:
            found[codes[name.strip()]] = text.strip()
    return found
