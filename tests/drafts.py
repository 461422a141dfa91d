"""Drafting in tests with fewer words: drafted(workspace, "annual-summary", year=2025)."""

from __future__ import annotations

from typing import Any

from archive.workspace import Workspace
from ledger.spans import span_of
from templates.asking import Asked
from templates.draft import Drafted, draft


def drafted(
    workspace: Workspace,
    kind: str,
    *,
    year: int | None = None,
    period: str | None = None,
    sources: bool = False,
    actor: str = "clerk",
    **asked: Any,
) -> Drafted:
    """Draft one document of a year or of a period ("2025H1", "2025-09"), or of neither."""
    span = span_of(period or str(year)) if period or year else None
    return draft(workspace, kind, Asked(span=span, **asked), sources=sources, actor=actor)
