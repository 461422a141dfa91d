"""No path that we make gives a person away: not in the archive, not in pending/, not in .done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive import browse, items, pending
from archive.database import reading
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in

NAMES = ("王小明", "李红", "赵四")
PHONE = "13904170628"
CONTRACT = paper(
    borrower=NAMES[0], spouse=NAMES[1], id_number=IDS[0], contract_no="HT-1", phone=PHONE,
    sign_date="2024-03-01", borrower_address="青禾县柳河乡石桥村三组",
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Filed, held, dismissed, unreadable papers, all sent under names that say too much."""
    made = new_workspace(tmp_path / "w")
    sent = {
        "contract": CONTRACT,
        "scan": scan_of(CONTRACT, paper("inspection_report", borrower=NAMES[0], id_number=IDS[0])),
        "unsure": scan_of(CONTRACT, paper("iou", borrower=NAMES[0]), confidence=0.3),
        "stranger": paper("iou", borrower=NAMES[2], id_number=IDS[1]),
        "nothing": paper(None, borrower=NAMES[2]),
        "torn": b"not a paper",
    }
    for name, data in sent.items():
        drop(made, f"{NAMES[0]}{IDS[0]}_{PHONE}_{name}.json", data)
    take_in(made)
    with reading(made.engine) as connection:
        held = items.in_states(connection, ("held",))
    pending.dismiss(made, held[-1], why="not ours", actor="li")
    browse.catch_up(made)
    return made


def made_by_us(workspace: Workspace) -> list[str]:
    """Paths below the workspace, as far as we named them: a sender's own file name, kept as it is
    in .done for 30 days, is his."""
    root = workspace.root
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if not (workspace.done in path.parents and path.is_file())
        and workspace.browse not in (path, *path.parents)
    ]


def test_no_path_we_make_holds_a_name_or_a_number_of_a_person(workspace: Workspace) -> None:
    paths = made_by_us(workspace)

    for secret in (*NAMES, *IDS, PHONE):
        assert not [path for path in paths if secret in path]
    assert not [path for path in paths if re.search(r"(?<![0-9a-f])\d{17}[\dXx](?![0-9a-f])", path)]
    for folder in ("archive", "pending", "pending/dismissed", "inbox/.done"):
        assert [path for path in paths if path.startswith(folder + "/")]


def test_browse_has_names_and_no_numbers(workspace: Workspace) -> None:
    paths = [str(path) for path in workspace.browse.rglob("*")]

    assert [path for path in paths if NAMES[0] in path]
    assert not [path for path in paths if IDS[0] in path or PHONE in path]
