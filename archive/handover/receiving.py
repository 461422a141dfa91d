"""Taking in a package from another workspace: proved first, then household by household.

Nothing is unpacked before the package was found harmless and whole. Each household is taken in as
one version or not at all, so that an interrupted receipt goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive import audit, events, faults, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.events import NewEvent
from archive.handover import arriving, manifest, register, taking_in, verifying
from archive.handover.alone import alone
from archive.handover.arriving import Destination
from archive.handover.listing import PATH as LIST
from archive.handover.listing import Listing, Part
from archive.handover.outcome import Receipt, ReceivedHousehold, ReceivedItem
from archive.handover.packing import AUDIT
from archive.handover.source import Source, opened, read
from archive.handover.taking_in import Arrival
from archive.handover.verifying import Difference, Progress, Verified
from archive.store import Store
from archive.workspace import Workspace
from extractors.wording import _


class PackageDiffers(Exception):
    """A package that is not what was handed over; nothing of it was taken in.

    differences  what is not as the package says
    """

    def __init__(self, path: Path, differences: tuple[Difference, ...]) -> None:
        self.differences = differences
        super().__init__(
            _(
                "{package} is not what was handed over: {count} differences. Nothing was taken in. "
                "Ask for a new copy, or take in what is sound with --accept-differences."
            ).format(package=path, count=len(differences))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of it. again: the package had come in before; nothing was done."""

    receipt: Receipt
    again: bool = False


def receive(
    workspace: Workspace,
    path: Path,
    *,
    actor: str,
    accept_differences: bool = False,
    merge: Mapping[int, int] | None = None,
    clock: Clock = system_clock,
    progress: Progress = lambda _done, _all: None,
) -> Taken:
    """Take in the package at `path`; an interrupted receipt is finished, a done one not repeated.

    accept_differences  take in what is as it was listed, and list the rest
    merge               sender's number -> number here, for households that were held
    Raises PackageRefused, PackageDiffers, HandoverRunning, MergeRefused, OSError, ArchiveDamaged.
    """
    with alone(workspace), opened(path) as source:
        lists = manifest.lists_of(source)
        if not accept_differences:
            verifying.refuse_unlisted(source, lists)
        at = stamp(clock())
        proved = verifying.verified(source, at=at, actor=actor, progress=progress)
        if proved.differences and not accept_differences:
            raise PackageDiffers(path, proved.differences)
        # What an earlier try left half done is finished or taken back first.
        with versions.writing_lock(workspace):
            pass
        before = None if merge else receipt_of(workspace, proved.digest)
        if before:
            versions.keep(workspace, clock=clock)
            return Taken(receipt=before, again=True)
        arrival = _arrival(workspace, source, lists.payload, proved, merge or {}, at, actor)
        return Taken(receipt=_take(workspace, arrival, proved, at, actor, clock, progress))


def _arrival(
    workspace: Workspace,
    source: Source,
    expected: Mapping[str, str],
    proved: Verified,
    merge: Mapping[int, int],
    at: str,
    actor: str,
) -> Arrival:
    listing = proved.listing
    store = Store(workspace.archive, workspace.staging)
    with writing(workspace.engine) as connection:
        planned = arriving.destinations(connection, store, listing, merge)
        planned = arriving.remembered(connection, proved.digest, planned)
        arriving.open_files(connection, listing, planned, digest=proved.digest, at=at, actor=actor)
    faults.point("handover.opened")
    return Arrival(
        source=source,
        listing=listing,
        digest=proved.digest,
        name=_name(listing, proved.digest),
        planned=planned,
        expected=expected,
        bad={
            each.name: each.code
            for each in proved.differences
            if each.code in ("missing", "changed")
        },
    )


def _name(listing: Listing, digest: str) -> str:
    """Numbers are the sender's text; what becomes a folder's name holds nothing else."""
    number = "".join(ch for ch in listing.number if ch.isascii() and (ch.isalnum() or ch == "-"))
    return f"{number[:40] or 'handover'}-{digest[:8]}"


def _take(
    workspace: Workspace,
    arrival: Arrival,
    proved: Verified,
    at: str,
    actor: str,
    clock: Clock,
    progress: Progress,
) -> Receipt:
    items: list[ReceivedItem] = []
    parts = arrival.listing.parts
    for done, part in enumerate(parts, 1):
        items += taking_in.take_in(workspace, arrival, part, at=at, actor=actor)
        faults.point("handover.taken")
        progress(done, len(parts))
    items += [
        ReceivedItem(household="", archive_number="", title=each.name, pages=0, state="extra",
                     detail="not_listed")
        for each in proved.differences
        if each.code in ("extra", "own_extra")
    ]  # fmt: skip
    receipt = _receipt(workspace, arrival, items, at, actor)
    place = _keep(workspace, arrival, receipt, at=at, actor=actor)
    _note(workspace, arrival, receipt, place, at=at, actor=actor)
    faults.point("handover.received")
    versions.keep(workspace, clock=clock)
    return receipt


def _receipt(
    workspace: Workspace, arrival: Arrival, items: list[ReceivedItem], at: str, actor: str
) -> Receipt:
    listing = arrival.listing
    return Receipt(
        number=listing.number,
        digest=arrival.digest,
        sender=listing.sender.get("institution", ""),
        receiver=workspace.settings.office.institution,
        at=at,
        actor=actor,
        households=tuple(
            _household(part, arrival.planned[part.household["id"]]) for part in listing.parts
        ),
        items=tuple(items),
    )


def _household(part: Part, goes: Destination) -> ReceivedHousehold:
    return ReceivedHousehold(
        number=part.number,
        borrower=str(part.borrower["name"]),
        here=f"{goes.here:06d}" if goes.here is not None else "",
        how=goes.how,
    )


def _keep(
    workspace: Workspace, arrival: Arrival, receipt: Receipt, *, at: str, actor: str
) -> tuple[str, str]:
    """File the list, the digests and the receipt with the department; return object and path."""
    folder = f"received/{arrival.name}"
    wanted = (LIST, AUDIT, manifest.PAYLOAD, manifest.TAGS, manifest.INFO, "four-checks.json")
    present = set(arrival.source.names())
    made = {
        f"{folder}/{name.removeprefix('data/')}": read(arrival.source, name, 1024**3)
        for name in wanted
        if name in present and name not in arrival.bad
    }
    receipt_path = f"{folder}/receipt.json"
    made[receipt_path] = receipt.to_bytes()
    with versions.writing_lock(workspace) as store:
        base = versions.department_base(store, int(at[:4]))
        changes = versions.Changes(message=f"received {receipt.number}", made=made)
        versions.write(workspace, store, base, changes, at=at, actor=actor)
    return base.object_id, receipt_path


def _note(
    workspace: Workspace,
    arrival: Arrival,
    receipt: Receipt,
    place: tuple[str, str],
    *,
    at: str,
    actor: str,
) -> None:
    said = {
        "number": receipt.number,
        "digest": receipt.digest,
        "other": receipt.sender,
        "scope": " ".join(arrival.listing.scope),
        "receipt": list(place),
    }
    new = [
        NewEvent(kind=register.RECEIVED, household_id=int(each.here), detail=said | counted)
        for each in receipt.households
        if each.here
        for counted in [_counted(receipt, each.number)]
    ]
    # So that a package of which nothing could be taken is remembered too.
    new = new or [NewEvent(kind=register.RECEIVED, detail=said)]
    with writing(workspace.engine) as connection:
        events.note(connection, new, at=at, actor=actor)
        audit.append(
            connection,
            at=at,
            actor=actor,
            action="handover.receive",
            object_=f"handover:{receipt.number}",
            detail={
                "digest": receipt.digest,
                "households": [int(each.here) for each in receipt.households if each.here],
                "counts": receipt.counts(),
            },
        )


def _counted(receipt: Receipt, number: str) -> dict[str, int]:
    filed = [i for i in receipt.items if i.household == number and i.state == "accepted"]
    return {"items": len(filed), "pages": sum(item.pages for item in filed)}


def receipt_of(workspace: Workspace, digest: str) -> Receipt | None:
    """Return the receipt of a package that came in before; None when it has not."""
    with reading(workspace.engine) as connection:
        found = [
            event
            for event in events.of_kinds(connection, [register.RECEIVED])
            if register.is_own(event) and event.detail["digest"] == digest
        ]
    if not found:
        return None
    object_id, path = found[-1].detail["receipt"]
    store = Store(workspace.archive, workspace.staging)
    return Receipt.from_bytes(store.path(object_id, path).read_bytes())
