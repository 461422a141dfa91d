"""The report of a drill, filed with the department's papers, and noted in the audit trail."""

from __future__ import annotations

import json
from pathlib import Path

from archive import audit, fsio
from archive.backup import place, state
from archive.backup.drill import Drill
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.filing import file_made
from archive.workspace import Workspace

DOC_TYPE = "restore_drill"


def file_report(
    workspace: Workspace, outcome: Drill, *, actor: str, clock: Clock = system_clock
) -> str:
    """File the report as text with its figures beside it; return the document's id."""
    moment = clock()
    with place.only_one(workspace) as passing:
        work = passing / "report"
        fsio.discard(work)
        name = f"restore-drill_{moment.astimezone():%Y%m%d-%H%M%S}.txt"
        fsio.write_streams(work, [(name, [outcome.text().encode()])])
        figures = json.dumps(outcome.to_json(), ensure_ascii=False, indent=1) + "\n"
        filed = file_made(
            workspace,
            Path(work / name),
            doc_type=DOC_TYPE,
            actor=actor,
            dated_on=moment.astimezone().date(),
            beside={"drill.json": figures.encode()},
        )
        fsio.discard(work)
        alarming = sum(each.is_alarming for each in outcome.findings)
        state.note_drill(
            passing, at=outcome.at, snapshot=outcome.snapshot,
            findings=alarming + (not outcome.passed and not alarming),
        )  # fmt: skip
        with writing(workspace.engine) as connection:
            audit.append(
                connection,
                at=stamp(moment),
                actor=actor,
                action="backup.drill",
                object_=f"backup:{outcome.snapshot}",
                detail={
                    "passed": outcome.passed,
                    "hashes": outcome.hashes,
                    "hashes_right": outcome.hashes_right,
                    "findings": alarming,
                    "report": filed.id,
                },
            )
    return filed.id
