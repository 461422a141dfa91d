"""Where papers and ledger do not agree: each finding names the paper's place and the ledger's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.database import reading
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts
from ledger.book import View
from ledger.papers import shelf, wording
from ledger.papers.held import Moment
from ledger.papers.proposals import Household, Proposal, everywhere
from ledger.papers.rules import RULES
from ledger.papers.weighing import MISSING
from ledger.report import Finding


def against_the_ledger(
    workspace: Workspace, view: View, progress: Callable[[int, int], None] = lambda _d, _a: None
) -> list[Finding]:
    """Return where filed papers and the ledger disagree on the view's day."""
    moment = Moment(as_of=view.as_of, known_at=facts.moment(view.known_on))
    found: list[Finding] = []
    with reading(workspace.engine) as connection:
        total = len(shelf.households_with_papers(connection))
        for done, household in enumerate(everywhere(workspace, connection, moment), 1):
            found += of_household(household, moment)
            progress(done, total)
    return found


def of_household(household: Household, moment: Moment) -> Iterator[Finding]:
    """Return what one household's papers and the ledger say against each other."""
    for proposal in household.proposals:
        if proposal.decision is None:
            yield from _differences(proposal)
            yield from _not_there(proposal)
    for rule in RULES:
        yield from rule(household.holdings, moment)


def _differences(proposal: Proposal) -> Iterator[Finding]:
    paper = proposal.weighed.claim.paper
    for each in proposal.weighed.differences:
        if each.column is None:
            yield Finding(
                code=each.code,
                message=_(
                    "{paper} ({id}) names a loan of household {other}: its borrower is another."
                ).format(paper=paper.label, id=proposal.id, other=f"{each.ledger:06d}"),
                sources=each.sources,
            )
            continue
        yield Finding(
            code=each.code,
            message=_("{what}: {column} is {said} on {paper}, {held} in the ledger ({id}).").format(
                what=_about(proposal),
                column=wording.column(each.column),
                said=wording.value(each.column, each.paper),
                paper=paper.label,
                held=wording.value(each.column, each.ledger),
                id=proposal.id,
            ),
            sources=each.sources,
        )


def _about(proposal: Proposal) -> str:
    loan = proposal.weighed.loan
    if loan:
        return _("Loan {number}").format(number=loan.number)
    household = proposal.weighed.claim.paper.household_id
    return _("Household {number}").format(number=f"{household:06d}")


def _not_there(proposal: Proposal) -> Iterator[Finding]:
    weighed = proposal.weighed
    if weighed.state != MISSING:
        return
    why = "; ".join(weighed.against)
    message = _("{what}: the ledger has nothing of {paper} ({id}).").format(
        what=_about(proposal), paper=weighed.claim.paper.label, id=proposal.id
    )
    yield Finding(
        code=weighed.claim.declared.missing,
        message=f"{message} {why}" if why else message,
        sources=(weighed.claim.source(next(iter(weighed.claim.cells), "")),),
    )
