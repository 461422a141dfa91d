"""What things are called in browse/: village, household, class and paper. Touches no disk.

Folder names hold names of people, because people look for names; never ID numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from archive import schemes
from archive.documents import FiledDocument
from archive.households import Household
from archive.workspace import Workspace
from extractors.wording import _, language_in_use

UNSAFE = frozenset('\\/:*?"<>|')
# What may be an ID, telephone or account number has no place in a name.
_NUMBER = re.compile(r"\d{6,}[\dXx]*")


def safe_name(text: str) -> str:
    """Return `text` as a file name that every system takes: no separators, dots or blanks at the
    ends, no long numbers, at most 80 characters."""
    hidden = _NUMBER.sub("…", text)
    kept = "".join("-" if ch in UNSAFE or not ch.isprintable() else ch for ch in hidden)
    return kept.strip(" .")[:80] or "-"


def household_name(household: Household) -> str:
    """Return the name of a household's folder: its borrower and its number."""
    return f"{safe_name(household.borrower.name)}_{household.number}"


def household_folder(workspace: Workspace, household: Household) -> Path:
    """Return where a household stands in browse/."""
    village = household.village or household.unit or _("no village")
    return workspace.browse / safe_name(village) / household_name(household)


def department_folder(workspace: Workspace) -> Path:
    """Return where the papers that belong to no household stand."""
    return workspace.browse / safe_name("_" + _("department"))


def aside_folder(workspace: Workspace) -> Path:
    """Return where files of people are put that stood in the way of ours."""
    return workspace.browse / safe_name("_" + _("put aside"))


def file_name(filed: FiledDocument) -> str:
    """Return what a paper is called in browse/: a part of a scan has its pages in its name."""
    path = PurePosixPath(filed.paper_path)
    if filed.part_of is None:
        return path.name
    dated = f"_{filed.dated_on}" if filed.dated_on else ""
    return f"{filed.item_no:04d}_{safe_name(filed.title)}{dated}_p{filed.part_pages}{path.suffix}"


def category_folder(workspace: Workspace, filed: FiledDocument) -> str:
    """Return the name of the category's folder ("2_contracts-and-approvals") by the scheme."""
    scheme = schemes.scheme(workspace.settings.archive.scheme)
    category = scheme.category(scheme.place(filed.doc_type).category)
    return safe_name(f"{category.number}_{category.title(language_in_use())}")


def places(
    workspace: Workspace, household_id: int | None, papers: Iterable[FiledDocument]
) -> dict[str, FiledDocument]:
    """Return each paper of a folder by its path inside it.

    Items of other households' files have numbers of their own: theirs is put before such a paper.
    """
    found: dict[str, FiledDocument] = {}
    for each in papers:
        name = file_name(each)
        if household_id is None:
            path = f"{each.object_id.rsplit(':')[-1][:4]}/{category_folder(workspace, each)}/{name}"
        else:
            path = f"{category_folder(workspace, each)}/{name}"
        if path in found:
            path = str(PurePosixPath(path).with_name(f"{each.id[-6:]}_{name}"))
        found[path] = each
    return found


def views(household: Household, papers: Iterable[FiledDocument]) -> list[str]:
    """Return where else a household's folder can be found: by its officer, by its papers' years."""
    name = household_name(household)
    years = {each.dated_on.year if each.dated_on else int(each.filed_at[:4]) for each in papers}
    by_year = [f"{safe_name('_' + _('by year'))}/{year}/{name}" for year in sorted(years)]
    if not household.manager:
        return by_year
    officer = f"{safe_name('_' + _('by officer'))}/{safe_name(household.manager)}/{name}"
    return [officer, *by_year]
