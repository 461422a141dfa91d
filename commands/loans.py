"""A household's papers loan by loan: `household loans`, and the same in `household show`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, here, opened, say, table
from commands.named import household_argument, one_household
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.loans import Link, Loan, Loans, Pairing
    from archive.workspace import Workspace


@click.command(
    "loans", help=_("Show a household's papers loan by loan, and which mortgages are registered.")
)
@household_argument
@as_json_option
@here
def household_loans(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive import documents, loan_papers
    from archive.database import reading

    workspace = opened(context)
    found = one_household(workspace, wanted)
    with reading(workspace.engine) as connection:
        papers = documents.documents_of(connection, found.id)
        loans = loan_papers.of_papers(connection, papers)
    seen(workspace, "household.loans", f"household:{found.id}", papers=len(papers))
    if wants_json:
        as_json(loans_json(loans))
        return
    say(f"{found.number}  {found.borrower.name}")
    print_loans(workspace, papers, loans)


def loans_json(loans: Loans) -> dict[str, Any]:
    """Return loans for machines; papers by id."""
    from dataclasses import asdict

    return {
        "loans": [
            {"number": loan.number, "contract_filed": loan.contract_filed}
            | {"papers": [asdict(link) for link in loan.links]}
            for loan in loans.loans
        ],
        "mortgages": [asdict(pairing) for pairing in loans.pairings],
        "without_loan": list(loans.without_loan),
    }


def print_loans(workspace: Workspace, papers: Sequence[FiledDocument], loans: Loans) -> None:
    """Print each loan with its papers, then those of no loan, then what lacks its counterpart."""
    by_id = {paper.id: paper for paper in papers}
    for loan in loans.loans:
        say()
        say(_loan_heading(loan))
        _print_papers(workspace, [(by_id[link.paper], _reason(link, by_id)) for link in loan.links])
    if loans.without_loan:
        say()
        say(_("Papers of no loan"))
        _print_papers(workspace, [(by_id[each], "") for each in loans.without_loan])
    for pairing in loans.pairings:
        if sentence := _pairing_sentence(workspace, pairing, by_id):
            say(sentence)


def _loan_heading(loan: Loan) -> str:
    number = loan.number or _("without a number")
    heading = _("Loan {number}").format(number=number)
    return heading if loan.contract_filed else heading + "  " + _("(its contract is not filed)")


def _print_papers(workspace: Workspace, rows: Sequence[tuple[FiledDocument, str]]) -> None:
    from archive import documents, schemes

    scheme = schemes.scheme(workspace.settings.archive.scheme)
    table(
        (
            _("archive number"), _("class"), _("title"), _("date"), _("pages"), _("problems"),
            _("why here"),
        ),
        [
            (
                documents.archive_number(workspace, paper),
                scheme.place(paper.doc_type).category,
                paper_title(paper),
                paper.dated_on,
                paper.page_count,
                paper.problem_count or "",
                why,
            )
            for paper, why in rows
        ],
        right=(1, 4, 5),
    )  # fmt: skip


def paper_title(paper: FiledDocument) -> str:
    """Return a paper's title; of a part of a scan with its pages there."""
    if paper.part_of is None:
        return paper.title
    return _("{title} (scan, p. {pages})").format(title=paper.title, pages=paper.part_pages)


def _reason(link: Link, by_id: Mapping[str, FiledDocument]) -> str:
    words = {
        "contract": "",
        "contract_no": _("contract number"),
        "main_contract_no": _("main contract number"),
        "iou_no": _("number of the note"),
        "guarantee_contract_no": _("number of the security"),
        "deed_no": _("number of the deed"),
        "certificate_no": _("number of the certificate"),
        "property": _("the same property"),
        "only_loan": _("the household's only loan"),
    }
    said = words[link.why]
    if link.through and link.through in by_id:
        through = by_id[link.through]
        said = _("{reason}, by item {item} {title}").format(
            reason=said, item=through.item_no, title=through.title
        )
    return said if link.sure else _("likely: {reason}").format(reason=said)


def _pairing_sentence(
    workspace: Workspace, pairing: Pairing, by_id: Mapping[str, FiledDocument]
) -> str:
    from archive import documents

    def named(paper: str) -> str:
        return f"{documents.archive_number(workspace, by_id[paper])} {by_id[paper].title}"

    if pairing.contract and not pairing.registrations:
        return "? " + _("{contract}: its registration is not filed.").format(
            contract=named(pairing.contract)
        )
    if not pairing.contract:
        return "? " + _("{certificate}: the contract it registers is not filed.").format(
            certificate=named(pairing.registrations[0])
        )
    if pairing.likely:
        return "? " + _(
            "{contract} and {certificate} name the same property and no common number."
        ).format(contract=named(pairing.contract), certificate=named(pairing.registrations[0]))
    return ""
