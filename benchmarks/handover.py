"""Handing files over: prepared, proved and taken in, beside `sha256sum` and a bare copy."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import tempfile
from pathlib import Path

from archive import fsio, households
from archive.database import writing
from archive.filing import Paper, file_papers
from archive.handover import preparing, receiving, verifying
from archive.handover.packing import Words
from archive.handover.preparing import Asked, Order, Scope
from archive.households import NewHousehold, Person
from archive.ids import new_id
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from benchmarks.report import Section, over_rounds
from benchmarks.stopwatch import lap
from extractors.content import Content, Line, Page, Word
from extractors.reading import FieldValue, Reading
from extractors.values.identity import resident_check_digit

HOW = """
{households} household files with {each} papers of {kilobytes} kB, filed as usual, handed over as
one zip: formalities, list, checks on the four properties, every digest computed, the zip synced.
Word documents are left out. Proving reads the zip alone. Taking in goes into an empty workspace, a
version a household, synced. The peer `sha256sum` reads the same bytes once; the other copies the
zip and syncs the copy.
"""
HOUSEHOLDS, EACH, KILOBYTES = 200, 5, 60


def run(rounds: int = 1) -> Section:
    """Hand over, prove and take in `rounds` times."""
    prepared, proved, taken, summed, copied = [], [], [], [], []
    for _round in range(rounds):
        with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
            root = Path(name)
            sender = many(root / "sender", HOUSEHOLDS, EACH, KILOBYTES)
            count = HOUSEHOLDS * EACH
            with lap() as first:
                path = hand_over(sender, HOUSEHOLDS)
            with lap() as second:
                found = verifying.verify(path, at="2026-01-01T00:00:00.000000Z", actor="bench")
            assert found.whole, "the package is not what was handed over"
            receiver = new_workspace(root / "receiver")
            with lap() as third:
                receipt = receiving.receive(receiver, path, actor="bench").receipt
            assert receipt.counts()["accepted"] == count, "not all papers came through"
            with lap() as peer:
                subprocess.run(["sha256sum", path], check=True, capture_output=True)
            with lap() as copy:
                fsio.copy_durably(path, root / "copy.zip")
            for workspace in (sender, receiver):
                workspace.engine.dispose()
        prepared.append(count / first.wall_s)
        proved.append(count / second.wall_s)
        taken.append(count / third.wall_s)
        summed.append(count / peer.wall_s)
        copied.append(count / copy.wall_s)
    return Section(
        title="Handover",
        how=HOW.format(households=HOUSEHOLDS, each=EACH, kilobytes=KILOBYTES),
        rows=[
            over_rounds("prepare: formalities, checks, package", prepared, "papers/s"),
            over_rounds("verify: every file, every count", proved, "papers/s"),
            over_rounds("receive into an empty workspace", taken, "papers/s"),
            over_rounds("sha256sum of the zip", summed, "papers/s"),
            over_rounds("a synced copy of the zip", copied, "papers/s"),
        ],
    )


def new_workspace(root: Path) -> Workspace:
    """Make an empty workspace."""
    return create_workspace(root, Settings(office=OfficeSettings(language="en")))


def many(root: Path, count: int, each: int, kilobytes: int) -> Workspace:
    """Make a workspace of `count` households with `each` papers, the same every time."""
    workspace = new_workspace(root)
    noise = random.Random(1)
    with writing(workspace.engine) as connection:
        people = [
            NewHousehold(borrower=Person(role="borrower", name=f"户{n}", id_number=_identity(n)))
            for n in range(1, count + 1)
        ]
        numbers = households.open_households(connection, people, opened_by="person:bench")
    fsio.make_folder(workspace.staging)
    for number in numbers:
        papers = [_paper(workspace, number, n, kilobytes, noise) for n in range(each)]
        file_papers(workspace, number, papers, actor="bench")
    return workspace


def _identity(number: int) -> str:
    first = f"110101{1950 + number % 50}0101{number % 1000:03d}"
    return first + resident_check_digit(first)


_TYPES = ("loan_contract", "iou", "inspection_report")


def _paper(
    workspace: Workspace, number: int, index: int, kilobytes: int, noise: random.Random
) -> Paper:
    said = json.dumps({"household": number, "paper": index}).encode()
    data = said + noise.randbytes(kilobytes * 512).hex().encode()
    staged = workspace.staging / f"made-{new_id()}"
    fsio.write_durably(staged, data)
    text = f"Contract HT-{number}-{index}"
    fields = {"contract_no": (FieldValue(value=f"HT-{number}", text=f"HT-{number}"),)}
    return Paper(
        staged=staged,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        media_type="text/plain",
        name=f"{number}-{index}.txt",
        name_raw=f"{number}-{index}.txt".encode(),
        reading=Reading(
            doc_type=_TYPES[index % 3], language="zh", pages=1, ocr=False, fields=fields
        ),
        content=Content((Page(1, 595, 842, (Line((Word(text),)),)),), "text/plain"),
    )


def hand_over(workspace: Workspace, count: int) -> Path:
    """Hand over all households; whatever is open is explained."""
    return preparing.prepare(
        workspace,
        Scope(kind="unit", value="bench", household_ids=tuple(range(1, count + 1))),
        Order(reasons=dict.fromkeys(("missing", "open_problem", "disagrees"), "invented")),
        target=lambda number: workspace.out / f"{number}.zip",
        words=Words(),
        asked=Asked(),
        actor="bench",
    ).path
