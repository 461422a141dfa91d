"""What must be in order before a household's file changes hands, and what is not.

Seed of the rule: 手续未完备的先完备；无法完备的说明原因，作为问题记入移交清册.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive import (
    borrowing,
    compared,
    completeness,
    documents,
    households,
    items,
    lending,
    pending,
)
from archive.database import reading as reading_view
from archive.handover.listing import ListedProblem
from archive.workspace import Workspace
from extractors.wording import N_, _

# Code -> what it means. A household file under two managers is no formality that a reason mends
# for an officer's loan book: see archive.handover.officer.
CODES: Mapping[str, str] = {
    "missing": N_("a required paper is not on file"),
    "open_problem": N_("something on a paper was not settled when it was filed"),
    "held": N_("a held paper seems to belong to this household"),
    "lent": N_("a paper is lent out"),
    "disagrees": N_("papers of the file contradict each other"),
    "two_managers": N_("more than one officer manages the household"),
}

Managers = Callable[[int], Sequence[str]]
Lent = Callable[[Connection, int], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formality:
    """Something that is not in order.

    item      names it for the clerk and stays the same: "000012/missing/iou"
    what      in words, without personal data
    document  the paper it concerns, "" for none
    """

    code: str
    household_id: int
    item: str
    what: str
    document: str = ""

    def explained(self, reason: str) -> ListedProblem:
        """Return it as a problem of the list, with why it could not be completed."""
        return ListedProblem(
            code=self.code, item=self.item, what=self.what, reason=reason, document=self.document
        )


class FormalitiesOpen(Exception):
    """Files cannot be handed over while something is neither in order nor explained.

    unexplained  what has no reason yet, in the order of the list
    """

    def __init__(self, unexplained: Sequence[Formality]) -> None:
        self.unexplained = tuple(unexplained)
        super().__init__(
            _(
                "{count} formalities are open. Complete them, or say why they cannot be completed "
                '(--reason ITEM="why", or fill in the list: --dry-run --reasons FILE.xlsx).'
            ).format(count=len(unexplained))
        )


def of_households(
    workspace: Workspace,
    household_ids: Iterable[int],
    *,
    lent: Lent | None = None,
    managers: Managers | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Formality]:
    """Return what is not in order in some households' files, household by household.

    lent      papers that are out: (document id, what is known of it); by default by the slips
    managers  officers whom other records name as managing a household
    """
    wanted = sorted(set(household_ids))
    lent = lent or _lent(workspace)
    held = _held(workspace, set(wanted))
    found: list[Formality] = []
    for done, number in enumerate(wanted, 1):
        found += _of_household(workspace, number, lent, managers)
        found += held.get(number, ())
        progress(done, len(wanted))
    return found


def _of_household(
    workspace: Workspace, number: int, lent: Lent, managers: Managers | None
) -> list[Formality]:
    with reading_view(workspace.engine) as connection:
        household = households.household(connection, number)
        filed = documents.documents_of(connection, number)
        required = completeness.verdict(connection, workspace, number)
        out = lent(connection, number)
    found = [
        _formality("missing", number, line.doc_type, _("missing: {title}").format(title=line.title))
        for line in required
        if line.state == "missing"
    ]
    labels = {each.id: f"{each.item_no:04d}" for each in filed}
    for each in filed:
        if each.problem_count and each.part_of is None:
            what = _("item {item} {title}: {count} doubts when it was read").format(
                item=each.item_no, title=each.title, count=each.problem_count
            )
            found.append(_formality("open_problem", number, labels[each.id], what, each.id))
    for document_id, what in out:
        found.append(
            _formality("lent", number, labels.get(document_id, document_id), what, document_id)
        )
    for said in compared.of_household(workspace, number):
        papers = [paper.id for paper in said.papers]
        name = "+".join([said.code, *(labels.get(each, each[-8:]) for each in papers)])
        found.append(_formality("disagrees", number, name, said.message, papers[0]))
    named = {each for each in (household.manager, *(managers(number) if managers else ())) if each}
    if len(named) > 1:
        what = _("managed by {names}").format(names=", ".join(sorted(named)))
        found.append(_formality("two_managers", number, "file", what))
    return found


def _lent(workspace: Workspace) -> Lent:
    """Look up once what is out on slips."""
    with reading_view(workspace.engine) as connection:
        out = borrowing.out_now(lending.slips(connection).values())

    def of_household(_connection: Connection, number: int) -> list[tuple[str, str]]:
        return [
            (paper, _("lent out on slip {slip}").format(slip=slip.number))
            for paper, slip in out.items()
            if slip.household_id == number
        ]

    return of_household


def _held(workspace: Workspace, wanted: set[int]) -> dict[int, list[Formality]]:
    with reading_view(workspace.engine) as connection:
        waiting = items.in_states(connection, ("held",))
    found: dict[int, list[Formality]] = {}
    for item in waiting:
        for candidate in pending.candidates_now(workspace, item):
            if candidate.household_id in wanted:
                what = _("held paper {item} may belong here: hudang review show {item}").format(
                    item=item.id[-8:]
                )
                found.setdefault(candidate.household_id, []).append(
                    _formality("held", candidate.household_id, item.id[-8:], what)
                )
    return found


def _formality(code: str, number: int, name: str, what: str, document: str = "") -> Formality:
    return Formality(
        code=code,
        household_id=number,
        item=f"{number:06d}/{code}/{name}",
        what=what,
        document=document,
    )


def explained(
    found: Sequence[Formality], reasons: Mapping[str, str]
) -> dict[int, list[ListedProblem]]:
    """Return the problems of the list, by household.

    reasons  by item ("000012/missing/iou"), or by code for all of its kind; an item goes first
    Raises FormalitiesOpen with what has no reason.
    """
    given = {name.strip(): text.strip() for name, text in reasons.items() if text.strip()}
    bare = [one for one in found if one.item not in given and one.code not in given]
    if bare:
        raise FormalitiesOpen(bare)
    problems: dict[int, list[ListedProblem]] = {}
    for one in found:
        reason = given.get(one.item) or given[one.code]
        problems.setdefault(one.household_id, []).append(one.explained(reason))
    return problems
