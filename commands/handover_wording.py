"""How the commands of a handover word what came out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.desk import say, table
from extractors.wording import _, language_in_use

if TYPE_CHECKING:
    from archive.handover.formalities import Formality
    from archive.handover.four_checks import Report
    from archive.handover.listing import Listing
    from archive.handover.preparing import Prepared
    from archive.handover.receiving import Taken
    from archive.handover.register import Handover
    from archive.handover.verifying import Verified

# So many differences are shown; --json has all.
SHOWN = 50


def formality_json(found: Formality) -> dict[str, Any]:
    """Return an open formality for machines."""
    return {
        "item": found.item,
        "code": found.code,
        "household": f"{found.household_id:06d}",
        "what": found.what,
        "document": found.document or None,
    }


def say_formalities(found: Sequence[Formality]) -> None:
    """Print what is open, by household."""
    table(
        (_("open matter"), _("what is open")),
        [(each.item, each.what) for each in found],
    )


@contextmanager
def refusals() -> Iterator[None]:
    """Print every open item or difference before the refusal itself is worded."""
    from archive.handover.formalities import FormalitiesOpen
    from archive.handover.receiving import PackageDiffers

    try:
        yield
    except FormalitiesOpen as refused:
        say_formalities(refused.unexplained)
        raise
    except PackageDiffers as refused:
        for each in refused.differences[:SHOWN]:
            say(f"  {each}")
        raise


def listing_json(listing: Listing) -> dict[str, Any]:
    """Return a list in numbers."""
    return {
        "number": listing.number,
        "households": [part.number for part in listing.parts],
        "items": len(listing.entries),
        "pages": listing.pages,
        "problems": [
            {"household": part.number, "item": one.item, "what": one.what, "reason": one.reason}
            for part, one in listing.problems
        ],
    }


def prepared_json(made: Prepared, lists: Sequence[Path]) -> dict[str, Any]:
    """Return a prepared handover for machines."""
    return listing_json(made.package.listing) | {
        "package": str(made.path),
        "digest": made.package.digest,
        "checks": made.package.report.totals(),
        "lists": [str(path) for path in lists],
    }


def say_prepared(made: Prepared, lists: Sequence[Path]) -> None:
    """Print what was made, and the digest that belongs on paper."""
    listing = made.package.listing
    say(
        _("Handover {number}: {households} households, {items} papers, {pages} pages").format(
            number=listing.number,
            households=len(listing.parts),
            items=len(listing.entries),
            pages=listing.pages,
        )
    )
    say(_("Package: {file}").format(file=made.path))
    say(_("Digest, to be written on the signed list: {digest}").format(digest=made.package.digest))
    say_totals(made.package.report)
    say_lists(lists)


def say_lists(lists: Sequence[Path]) -> None:
    """Print where the lists are."""
    for path in lists:
        say(_("List: {file}").format(file=path))


def say_totals(report: Report) -> None:
    """Print how many checks came to what."""
    from archive.handover.four_checks import RESULTS

    said = ", ".join(f"{_(RESULTS[name])} {count}" for name, count in report.totals().items())
    say(_("Four properties: {said}").format(said=said))


def say_report(report: Report) -> None:
    """Print each check with its result and evidence, and the note on the standard."""
    from archive.handover.four_checks import RESULTS, shown
    from archive.handover.four_items import FOOTNOTE

    language = language_in_use()
    table(
        (_("code"), _("check"), _("result"), _("evidence")),
        [
            (
                line.item.at_point(report.point),
                line.item.name(language) + (" △" if line.item.inferred else ""),
                _(RESULTS[line.result]),
                shown(line.evidence),
            )
            for line in report.lines
        ],
    )
    say_totals(report)
    say(FOOTNOTE.get(language, FOOTNOTE["en"]))


def verified_json(found: Verified) -> dict[str, Any]:
    """Return what a package is worth, for machines."""
    return {
        "whole": found.whole,
        "number": found.listing.number,
        "digest": found.digest,
        "files": found.files,
        "bytes": found.size_bytes,
        "households": len(found.listing.parts),
        "items": len(found.listing.entries),
        "pages": found.listing.pages,
        "differences": [
            {"code": each.code, "name": each.name, "detail": each.detail}
            for each in found.differences
        ],
        "checks": found.again.to_json(),
    }


def say_verified(found: Verified) -> None:
    """Print whether a package is whole, and each difference."""
    listing = found.listing
    say(
        _("Handover {number}: {households} households, {items} papers, {pages} pages").format(
            number=listing.number,
            households=len(listing.parts),
            items=len(listing.entries),
            pages=listing.pages,
        )
    )
    say(_("Digest: {digest}").format(digest=found.digest))
    say_totals(found.again)
    if found.whole:
        say(_("Whole: every one of {files} files is as it was handed over.").format(
            files=found.files
        ))  # fmt: skip
        return
    say(_("Not whole: {count} differences").format(count=len(found.differences)))
    for each in found.differences[:SHOWN]:
        say(f"  {each}")
    if len(found.differences) > SHOWN:
        say(_("  … and {count} more (--json shows all)").format(
            count=len(found.differences) - SHOWN
        ))  # fmt: skip


def say_received(taken: Taken, path: Path) -> None:
    """Print what was taken in, and what was not simply accepted."""
    from archive.handover.outcome import DETAILS, STATES

    receipt = taken.receipt
    if taken.again:
        say(_("This package came in before, on {day}; nothing was changed.").format(
            day=receipt.at[:10]
        ))  # fmt: skip
    counted = ", ".join(
        f"{_(STATES[state])} {count}" for state, count in receipt.counts().items() if count
    )
    say(_("Handover {number}: {counted}").format(number=receipt.number, counted=counted))
    for each in receipt.households:
        if each.how != "opened":
            say(f"  {each.number} → {each.here or '—'}  {_how(each.how)}")
    for item in receipt.differences[:SHOWN]:
        why = _(DETAILS[item.detail]) if item.detail else ""
        say(f"  {item.archive_number or item.title}  {_(STATES[item.state])}: {why}")
    say(_("List of differences, for both sides to sign: {file}").format(file=path))


def _how(how: str) -> str:
    words = {
        "renumbered": _("opened under another number"),
        "merged": _("merged into the file that was here"),
        "held": _("held: decide with --merge"),
    }
    return words.get(how, how)


def state_word(state: str) -> str:
    """Return the state of a handover in words."""
    words = {
        "begun": _("begun, not finished"),
        "prepared": _("handed over"),
        "received": _("taken in"),
    }
    return words.get(state, state)


def handover_json(found: Handover) -> dict[str, Any]:
    """Return a handover for machines."""
    return {
        "number": found.number,
        "state": found.state,
        "at": found.at,
        "actor": found.actor,
        "digest": found.digest or None,
        "scope": found.scope,
        "other": found.other,
        "items": found.items,
        "pages": found.pages,
        "households": [f"{number:06d}" for number in found.households],
    }
