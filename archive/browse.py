"""browse/: village / household / category / papers, for people; copies, disposable, never read.

Folder names hold names of people, because people look for names; never ID numbers.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Connection

from archive import documents, fsio, households, schemes
from archive.database import reading
from archive.documents import FiledDocument
from archive.households import Household
from archive.workspace import Workspace
from extractors.wording import _, language_in_use

UNSAFE = frozenset('\\/:*?"<>|')


def safe_name(text: str) -> str:
    """Return `text` as a file name that every system takes: no separators, dots or blanks at the
    ends, at most 80 characters."""
    kept = "".join("-" if ch in UNSAFE or not ch.isprintable() else ch for ch in text)
    return kept.strip(" .")[:80] or "-"


def household_folder(workspace: Workspace, household: Household) -> Path:
    """Return where a household stands in browse/."""
    village = household.village or household.unit or _("no village")
    name = f"{household.borrower.name}_{household.number}"
    return workspace.browse / safe_name(village) / safe_name(name)


def refresh(workspace: Workspace, household_ids: Iterable[int]) -> None:
    """Bring the folders of some households up to date, adding what is missing."""
    with reading(workspace.engine) as connection:
        for household_id in sorted(set(household_ids)):
            _refresh(connection, workspace, households.household(connection, household_id))


def rebuild(workspace: Workspace, progress: Callable[[int, int], None]) -> int:
    """Make browse/ anew beside the old one, put it in place, return the number of papers."""
    fresh = workspace.browse.with_name("browse.new")
    fsio.discard(fresh)
    fresh.mkdir()
    made = 0
    with reading(workspace.engine) as connection:
        everyone = households.households(connection)
        for count, household in enumerate(everyone, 1):
            folder = fresh / household_folder(workspace, household).relative_to(workspace.browse)
            made += _fill(connection, workspace, household, folder)
            progress(count, len(everyone))
    _explain(fresh)
    old = workspace.browse.with_name("browse.old")
    fsio.discard(old)
    if workspace.browse.exists():
        workspace.browse.rename(old)
    fresh.rename(workspace.browse)
    fsio.discard(old)
    return made


def _refresh(connection: Connection, workspace: Workspace, household: Household) -> None:
    _explain(workspace.browse)
    _fill(connection, workspace, household, household_folder(workspace, household))


def _explain(folder: Path) -> None:
    note = folder / "README.txt"
    if not note.exists():
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text(
            _("Copies to look at. Changes made here are lost; the papers are in archive/.") + "\n",
            encoding="utf-8",
        )


def _fill(connection: Connection, workspace: Workspace, household: Household, folder: Path) -> int:
    filed = documents.documents_of(connection, household.id)
    # The papers of one scan are one file here too, under the name of each.
    copied: dict[tuple[str, str], Path] = {}
    for each in filed:
        target = folder / category_folder(workspace, each) / file_name(each)
        known = copied.setdefault((each.object_id, each.paper_path), target)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            # Copied under another name first, so that nobody opens half a paper.
            half = target.with_name(f".{target.name}")
            half.unlink(missing_ok=True)
            if known == target or not _linked(known, half):
                shutil.copyfile(documents.paper(workspace, each), half)
            half.replace(target)
    return len(filed)


def _linked(known: Path, half: Path) -> bool:
    """Whether the file system made `half` another name of `known`."""
    try:
        half.hardlink_to(known)
    except OSError:
        return False
    return True


def file_name(filed: FiledDocument) -> str:
    """Return what a paper is called in browse/: a part of a scan has its pages in its name."""
    path = Path(filed.paper_path)
    if filed.part_of is None:
        return path.name
    dated = f"_{filed.dated_on}" if filed.dated_on else ""
    return f"{filed.item_no:04d}_{safe_name(filed.title)}{dated}_p{filed.part_pages}{path.suffix}"


def category_folder(workspace: Workspace, filed: FiledDocument) -> str:
    """Return the name of the category's folder ("2_contracts-and-approvals") by the scheme."""
    scheme = schemes.scheme(workspace.settings.archive.scheme)
    category = scheme.category(scheme.place(filed.doc_type).category)
    return safe_name(f"{category.number}_{category.title(language_in_use())}")
