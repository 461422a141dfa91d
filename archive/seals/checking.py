"""Checking seals against themselves, the archive, the database and their copies.

Whoever owns the disk can make every digest in the archive agree again, but not the signature under
one that he does not hold the key of, nor a seal that was printed or copied elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from sqlalchemy import Connection, select

from archive import audit, audit_files, ocfl, schema, tombstones
from archive.database import reading
from archive.disposal import entering
from archive.findings import Finding, finding
from archive.seals import kept as kept_seals
from archive.seals import key as keys
from archive.seals import tables
from archive.seals.kept import Kept
from archive.seals.seal import FIRST, Leaf, folded, parse_leaves, root_of, sha256
from archive.store import Store
from archive.workspace import Workspace

# What the audit trail says when a new key is begun; its object is "key:<public key>".
NEW_KEY = "seal.key"


def check(workspace: Workspace, *, public_key: str | None = None) -> list[Finding]:
    """Return what does not agree with the seals; empty when all does, or when there is none.

    public_key  the key that the newest seal must be signed with, as it was printed; None: the one
                in the workspace
    """
    store = Store(workspace.archive, workspace.staging)
    found, damaged = kept_seals.readable(store)
    findings = [finding("seal_unreadable", path) for path in damaged]
    with reading(workspace.engine) as connection:
        findings += _chain(connection, found)
        findings += _key(workspace, found, public_key)
        findings += _roots(found)
        findings += _objects(store, found, _rewritten(connection))
        findings += _trail(connection, found)
        findings += _facts(connection, found)
        findings += _later(workspace, connection, found)
    return findings


def _name(kept: Kept) -> str:
    return f"seal/{kept.seal.number}"


def _chain(connection: Connection, found: Sequence[Kept]) -> Iterator[Finding]:
    noted = set(
        connection.scalars(select(schema.audit.c.object).where(schema.audit.c.action == NEW_KEY))
    )
    before: Kept | None = None
    for each in found:
        seal = each.seal
        follows = sha256(before.data) if before else FIRST
        expected = (before.seal.number if before else 0) + 1
        if seal.number != expected:
            yield finding("seal_unreadable", f"seal/{expected}", to=seal.number - 1)
        elif seal.previous != follows:
            yield finding("seal_chain", _name(each), since=seal.made_at)
        if not keys.is_signed(seal.public_key, seal.signature, seal.signed_bytes()):
            yield finding("seal_signature", _name(each), since=seal.made_at)
        other = before and before.seal.public_key != seal.public_key
        if other and f"key:{seal.public_key}" not in noted:
            yield finding("seal_other_key", _name(each), since=seal.made_at)
        before = each


def _key(workspace: Workspace, found: Sequence[Kept], public_key: str | None) -> Iterator[Finding]:
    if not found:
        return
    newest = found[-1]
    try:
        own = keys.public_of(keys.signing_key(workspace))
    except keys.KeyLost:
        own = newest.seal.public_key
        yield finding("seal_key_lost", keys.key_file(workspace))
    noted = public_key is None and _begun_since(workspace, own)
    if newest.seal.public_key != (public_key or own) and not noted:
        yield finding("seal_other_key", _name(newest), since=newest.seal.made_at)


def _begun_since(workspace: Workspace, public_key: str) -> bool:
    """Whether a new key was begun, and noted, that has signed nothing yet."""
    with reading(workspace.engine) as connection:
        wanted = select(schema.audit.c.seq).where(
            schema.audit.c.action == NEW_KEY, schema.audit.c.object == f"key:{public_key}"
        )
        return connection.scalar(wanted) is not None


def _roots(found: Sequence[Kept]) -> Iterator[Finding]:
    """What each seal lists must be what it was made over."""
    months: dict[str, list[bytes]] = {}
    for each in found:
        seal = each.seal
        files = ((each.leaves, seal.leaves), (each.segment, seal.segment))
        data = [_bytes(path) for path, _digest in files]
        for (path, digest), read in zip(files, data, strict=True):
            if sha256(read) != digest:
                yield finding("seal_unreadable", path, expected=digest, since=seal.made_at)
        leaves = months.setdefault(each.object_id, [])
        leaves.append(data[0])
        try:
            known = folded(leaves)
        except ValueError:
            continue  # told already: its digest differs
        if root_of(seal, known) != seal.root:
            yield finding("seal_root", _name(each), since=seal.made_at)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _rewritten(connection: Connection) -> set[tuple[str, str]]:
    """Object and digest of every inventory that a destruction list did away with, as the audit
    trail says: the trail is sealed too, and the object keeps a tombstone that says the same."""
    row = schema.audit.c
    noted = select(row.object, row.detail).where(row.action == entering.REWRITTEN)
    return {
        (object_.removeprefix("object:"), digest)
        for object_, detail in connection.execute(noted)
        for digest in detail["before"]
    }


def _objects(
    store: Store, found: Sequence[Kept], rewritten: Set[tuple[str, str]]
) -> Iterator[Finding]:
    """Each version that was ever sealed must be there with the same inventory, unless a
    destruction list had the object told again."""
    seen: set[tuple[str, Leaf]] = set()
    gone: set[str] = set()
    for each in found:
        try:
            sealed = parse_leaves(_bytes(each.leaves))
        except ValueError:
            continue
        gone |= {object_id for object_id, leaf in sealed.items() if leaf is None}
        for object_id, leaf in sealed.items():
            if leaf is None or (object_id, leaf) in seen:
                continue
            seen.add((object_id, leaf))
            folder = store.folder(object_id)
            if (object_id, leaf.digest) in rewritten:
                before = tombstones.inventories_before(folder) if folder.is_dir() else {}
                if leaf.digest in before:
                    continue
            path = folder / f"v{leaf.version}" / ocfl.INVENTORY
            said = {"seal": each.seal.number, "since": each.seal.made_at}
            if not path.is_file():
                yield finding("seal_object_missing", path, **said)
            elif hashlib.sha256(path.read_bytes()).hexdigest() != leaf.digest:
                yield finding("seal_object", path, expected=leaf.digest, **said)


def _trail(connection: Connection, found: Sequence[Kept]) -> Iterator[Finding]:
    for each in found:
        seal = each.seal
        rows = audit.rows(connection, after=seal.audit_first - 1, to=seal.audit_last)
        digest = hashlib.sha256()
        for row in rows:
            digest.update(audit.line_of(row))
        if digest.hexdigest() != seal.segment:
            seq = _first_difference(connection, each)
            yield finding(
                "seal_audit",
                f"audit/{seq}",
                seal=seal.number,
                since=seal.made_at,
                to=seal.audit_last,
            )


def _first_difference(connection: Connection, kept: Kept) -> int:
    first, last = kept.seal.audit_first, kept.seal.audit_last
    sealed = _bytes(kept.segment).splitlines(keepends=True)
    rows = audit.rows(connection, after=first - 1, to=last)
    present = {row["seq"]: audit.line_of(row) for row in rows}
    for seq, line in enumerate(sealed, first):
        if present.get(seq) != line:
            return seq
    return first


def _facts(connection: Connection, found: Sequence[Kept]) -> Iterator[Finding]:
    rebuilt = connection.scalar(
        select(schema.audit.c.seq)
        .where(schema.audit.c.action == "database.rebuild")
        .order_by(schema.audit.c.seq.desc())
    )
    redacted = _redacted(connection)
    for each in found:
        seal = each.seal
        # A database made anew numbers its rows anew; it is compared with the archive itself.
        if rebuilt and rebuilt > seal.audit_last:
            continue
        for table in seal.tables:
            if any(table.first <= row <= table.last for row in redacted.get(table.name, ())):
                continue  # a destruction list had names taken out of it; verify compares the rest
            if not tables.still_holds(connection, table):
                where = f"{table.name}/{table.first}-{table.last}"
                yield finding("seal_table", where, seal=seal.number, since=seal.made_at)


def _redacted(connection: Connection) -> dict[str, set[int]]:
    """Table -> rows out of which a destruction list had names taken, as the audit trail says."""
    row = schema.audit.c
    noted = select(row.object, row.detail).where(row.action == entering.REDACTED)
    found: dict[str, set[int]] = {}
    for object_, detail in connection.execute(noted):
        found.setdefault(object_.removeprefix("table:"), set()).update(detail["rows"])
    return found


def _later(
    workspace: Workspace, connection: Connection, found: Sequence[Kept]
) -> Iterator[Finding]:
    """Seals that somebody remembers and the archive does not hold."""
    held = {each.seal.number: each for each in found}
    newest = max(held, default=0)
    remembered = {number: f"audit/{seq}" for number, seq in _noted(workspace, connection)}
    later = {number: where for number, where in remembered.items() if number > newest}
    folder = workspace.settings.archive.seal_copies
    for path in sorted(Path(folder).glob("seals/*.json")) if folder else ():
        number = int(path.stem) if path.stem.isdecimal() else 0
        if number > newest:
            later[number] = str(path)
        elif number in held and _bytes(path) != held[number].data:
            yield finding("seal_copy_differs", path, seal=number)
    if later:
        first = min(later)
        yield finding("seal_set_back", later[first], first=first, last=max(later))


def _noted(workspace: Workspace, connection: Connection) -> Iterator[tuple[int, int]]:
    """Yield the seals that the audit trail speaks of, with the row; the files may know more."""
    wanted = select(schema.audit.c.seq, schema.audit.c.object).where(
        schema.audit.c.action == "seal.make"
    )
    for row in connection.execute(wanted):
        yield int(row.object.removeprefix("seal:")), row.seq
    for _path, _number, line in audit_files.lines(workspace):
        if b'"action":"seal.make"' in line:
            try:
                said = json.loads(line)
                yield int(said["object"].removeprefix("seal:")), said["seq"]
            except (ValueError, KeyError, TypeError):
                continue  # a damaged line is told of where the audit trail is read
