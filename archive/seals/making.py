"""Making a seal: everything digested under the write lock, signed, written as a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from archive import audit, audit_files, fsio, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.seals import kept as kept_seals
from archive.seals import key as keys
from archive.seals import seal as form
from archive.seals import tables
from archive.seals.checking import NEW_KEY
from archive.seals.kept import Kept
from archive.seals.seal import Leaf, Seal
from archive.store import Store
from archive.workspace import Workspace
from extractors.wording import _

# What sealing itself leaves in the audit trail: by itself no reason for another seal.
OWN_ACTIONS = frozenset({"seal.make", "seal.view", "seal.verify"})


class SealRefused(Exception):
    """What would be sealed does not continue what was sealed before."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new seal; `trouble` says why no copy was put into the folder for copies, if so."""

    seal: Seal
    trouble: str = ""


def make(workspace: Workspace, *, actor: str, clock: Clock = system_clock) -> Made:
    """Seal the archive as it stands, and copy the seal where hudang.toml says.

    Raises SealRefused when the audit trail does not continue the last seal, KeyLost,
    ArchiveDamaged, OSError.
    """
    versions.keep(workspace, clock=clock)
    with versions.writing_lock(workspace) as store:
        now = clock()
        base = store.inventory(form.seals_object(stamp(now)))
        before = kept_seals.kept(store)
        last = before[-1] if before else None
        private = present_key(workspace)
        leaves, changed = _leaves(store, before, base.object_id)
        with reading(workspace.engine) as connection:
            segment, newest = _segment(connection, last)
            facts = tables.digests(connection, _sealed_rows(before))
        stated = Seal(
            number=last.seal.number + 1 if last else 1,
            made_at=stamp(now),
            previous=kept_seals.digest_of(last),
            objects=len(leaves),
            leaves=form.sha256(changed),
            audit_first=(last.seal.audit_last if last else 0) + 1,
            audit_last=newest["seq"],
            audit_digest=newest["digest"],
            segment=form.sha256(segment),
            tables=facts,
            root="",
            public_key=keys.public_of(private),
        ).with_root(leaves)
        seal = replace(stated, signature=private.sign(stated.signed_bytes()).hex())
        names = form.paths(seal.number)
        files = dict(zip(names, (seal.to_bytes(), changed, segment), strict=True))
        versions.write(
            workspace,
            store,
            base,
            versions.Changes(
                message=f"seal {seal.number}",
                made=files,
                said=[{"action": "seal.make", "object": f"seal:{seal.number}"}],
            ),
            at=stamp(now),
            actor=actor,
        )
    return Made(seal, _copied(workspace, files))


def present_key(workspace: Workspace) -> Ed25519PrivateKey:
    """Return the key, made if nothing was sealed yet. Raises KeyLost.

    Once there are seals a missing key is never replaced silently.
    """
    store = Store(workspace.archive, workspace.staging)
    if not keys.key_file(workspace).exists() and not kept_seals.objects(store):
        return keys.make_key(workspace)
    return keys.signing_key(workspace)


def _leaves(store: Store, before: list[Kept], month: str) -> tuple[dict[str, Leaf], bytes]:
    """Return all leaves, and the file of those that the month's object does not know yet."""
    known = kept_seals.leaves_of(before, before[-1]) if before else {}
    leaves = kept_seals.present_leaves(store, known)
    own = [each for each in before if each.object_id == month]
    said = kept_seals.leaves_of(own, own[-1]) if own else {}
    changed: dict[str, Leaf | None] = {
        object_id: leaf for object_id, leaf in leaves.items() if said.get(object_id) != leaf
    }
    changed |= dict.fromkeys(said.keys() - leaves.keys())
    return leaves, form.leaves_file(changed)


def _segment(connection: Connection, last: Kept | None) -> tuple[bytes, Mapping[str, Any]]:
    """Return the audit trail since the last seal, and its newest row."""
    seq, digest = (last.seal.audit_last, last.seal.audit_digest) if last else (0, audit.FIRST)
    rows = list(audit.rows(connection, after=max(seq - 1, 0)))
    sealed = rows.pop(0) if seq and rows else {"seq": 0, "digest": audit.FIRST}
    broken = (sealed["seq"], sealed["digest"]) != (seq, digest)
    if broken or any(audit.broken(iter(rows), digest, seq)):
        raise SealRefused(
            _(
                "The audit trail does not continue seal {number}; nothing was sealed. Find out "
                "where it breaks: hudang verify"
            ).format(number=last.seal.number if last else 0)
        )
    return b"".join(map(audit.line_of, rows)), rows[-1] if rows else sealed


def _sealed_rows(before: list[Kept]) -> dict[str, int]:
    return {each.name: each.last for kept in before for each in kept.seal.tables}


def _copied(workspace: Workspace, files: Mapping[str, bytes]) -> str:
    """Put the files of a seal into the folder for copies; return what went wrong, if anything."""
    if not workspace.settings.archive.seal_copies:
        return ""
    folder = Path(workspace.settings.archive.seal_copies)
    try:
        # Not made if missing: a share that is not mounted must not become a folder beside it.
        if not folder.is_dir():
            raise NotADirectoryError(_("there is no such folder"))
        for name, data in files.items():
            target = folder / name
            fsio.make_folder(target.parent)
            if not (target.exists() and target.read_bytes() == data):
                fsio.write_durably(target, data)
                fsio.sync_folder(target.parent)
    except OSError as cause:
        return _("The seal was made but not copied to {folder}: {why}").format(
            folder=folder, why=cause.strerror or cause
        )
    return ""


def begin_new_key(
    workspace: Workspace, *, why: str, actor: str, clock: Clock = system_clock
) -> str:
    """Sign with a new key from now on; return its public half. The old file stays beside it.

    why  goes to the audit trail, with both public keys
    """
    with versions.held_still(workspace):
        moment = stamp(clock())
        if keys.key_file(workspace).exists():
            keys.set_aside(workspace, f"{keys.FILE_NAME}.until-{moment[:19].replace(':', '')}")
        public = keys.public_of(keys.make_key(workspace))
        audit.note(
            workspace,
            actor=actor,
            action=NEW_KEY,
            object_=f"key:{public}",
            detail={"why": why},
            clock=clock,
        )
    return public


def restore_trail(workspace: Workspace, clock: Clock = system_clock) -> int:
    """Enter the audit trail into an empty database: from the seals, then from the audit files.

    To be done before a rebuild notes anything. Where they break, verification tells; what stands
    before that place is entered. Returns the number of rows.
    """
    store = Store(workspace.archive, workspace.staging)
    sealed = (
        line for each in kept_seals.kept(store) for line in audit_files.lines_of(each.segment)
    )
    with writing(workspace.engine) as connection:
        return audit_files.enter(
            connection,
            chain(sealed, audit_files.lines(workspace)),
            at=stamp(clock()),
            as_far_as_whole=True,
        )


def is_due(workspace: Workspace, clock: Clock = system_clock) -> bool:
    """Whether no seal was made today (by the office's clock) and something happened since."""
    store = Store(workspace.archive, workspace.staging)
    before = kept_seals.kept(store)
    if before and _day(datetime.fromisoformat(before[-1].seal.made_at)) >= _day(clock()):
        return False
    sealed = before[-1].seal.audit_last if before else 0
    with reading(workspace.engine) as connection:
        return any(row["action"] not in OWN_ACTIONS for row in audit.rows(connection, after=sealed))


def _day(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d")
