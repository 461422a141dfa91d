"""What must come of each insider's work, for a few in every run and for many in the slow one."""

from __future__ import annotations

import random

from archive.workspace import Workspace
from tests import insiders
from tests.sealed_workspace import codes, found_at, verified


def assert_edited_paper_is_found(workspace: Workspace, seed: int) -> None:
    """A: nothing agrees with the paper any more."""
    path = insiders.edit_file(workspace, random.Random(seed))

    report = verified(workspace)

    assert [each.code for each in found_at(report, workspace, path)] == ["content_changed"]


def assert_edited_row_is_found(workspace: Workspace, seed: int) -> None:
    """B: the archive, or the audit files, say otherwise."""
    row = insiders.edit_row(workspace, random.Random(seed))

    report = verified(workspace)

    assert row in [each.where for each in report.findings]


def assert_only_the_seal_tells(workspace: Workspace, seed: int) -> None:
    """C: everything agrees but what was signed."""
    path = insiders.rewrite_history(workspace, random.Random(seed))

    report = verified(workspace)

    assert codes(report) >= {"seal_object", "seal_audit"}
    assert all(code.startswith("seal_") for code in codes(report))
    objects = [each.where for each in report.findings if each.code == "seal_object"]
    [household] = {where.split("/v")[0] for where in objects}
    assert path.as_posix().startswith((workspace.root / household).as_posix())
