"""Making the ledger again from the archive alone: every import's journal, in the order recorded."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, RowMapping, func, insert, select

from archive import documents, events, households
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.events import FileEvent
from archive.store import Store
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, schema
from ledger.columns.stock import kept_in
from ledger.held import Held, flat
from ledger.journal import FORMAT, NAME
from ledger.layouts.layout import Borrower
from ledger.planning import Completion, Plan, Posting
from ledger.posting import Origin, post
from ledger.recording import POSTED


class LedgerNotEmpty(Exception):
    """The ledger holds facts already; a rebuild only fills an empty one."""


class JournalDamaged(Exception):
    """A journal in the archive is not what an import wrote."""


@dataclass(frozen=True, slots=True)
class _Journal:
    """One import's journal: which workbook, when, and its lines."""

    document_id: str
    sha256: str
    head: dict[str, Any]
    lines: list[dict[str, Any]]


def rebuild_from_archive(workspace: Workspace) -> int:
    """Fill an empty ledger from the journals filed in the archive; return the number of facts.

    Households must be there already (`hudang rebuild` restores those with papers); one that only
    a workbook named is opened anew. Raises LedgerNotEmpty, JournalDamaged.
    """
    engine = facts.ready(workspace)
    with reading(engine) as connection:
        if any(
            connection.scalar(select(func.count()).select_from(table))
            for table in (schema.loan_account, schema.record)
        ):
            raise LedgerNotEmpty(_("The ledger holds facts already; nothing was rebuilt."))
    return _post_all(workspace, known=frozenset())


def catch_up_with_archive(workspace: Workspace) -> int:
    """Post the journals of the archive that the ledger does not know; return the number of facts.

    For a database that was restored beside a newer archive. Raises JournalDamaged.
    """
    with reading(facts.ready(workspace)) as connection:
        imports = schema.workbook_import.c
        rows = connection.execute(select(imports.document_id, imports.recorded_at))
        known = frozenset((row.document_id, row.recorded_at) for row in rows)
    return _post_all(workspace, known=known)


def _post_all(workspace: Workspace, known: frozenset[tuple[str, str]]) -> int:
    """Post what the archive holds but those of `known` imports, in the order recorded."""
    engine = facts.ready(workspace)
    kept_in(workspace).forget()
    with reading(engine) as connection:
        filed = [d for d in documents.documents_of(connection, None) if d.doc_type == "ledger"]
        stated = events.of_kinds(connection, [POSTED])
    by_id = {each.id: each for each in filed}
    journals = [found for each in filed if (found := _journal(workspace, each, by_id))]
    waiting: list[tuple[str, _Journal | FileEvent]] = [
        (str(journal.head["recorded_at"]), journal)
        for journal in journals
        if (journal.document_id, journal.head["recorded_at"]) not in known
    ]
    waiting += [(event.at, event) for event in stated]
    done = 0
    for _at, one in sorted(waiting, key=lambda each: each[0]):
        with writing(engine) as connection:
            if isinstance(one, FileEvent):
                done += _post_stated(connection, one)
            else:
                done += _post(connection, one)
    return done


def _post_stated(connection: Connection, event: FileEvent) -> int:
    """Post the facts that a person or a paper stated, unless the ledger holds them."""
    lines = [line for line in event.detail["facts"] if not _is_posted(connection, line, event.at)]
    account = schema.loan_account.c
    numbers = set(connection.scalars(select(account.number)))
    held = _held(connection, lines)
    plan = Plan(postings=[_posting(line, {}, held) for line in lines])
    plan.postings = [each._replace(household=event.household_id) for each in plan.postings]
    plan.new_loans = list(
        dict.fromkeys(
            line["loan"] for line in lines if line["fact"] == "loan" and line["loan"] not in numbers
        )
    )
    origin = Origin(document_id=event.document_id, **event.detail["origin"])
    added, corrected = post(
        connection,
        plan,
        origin=origin,
        actor=event.actor,
        at=event.at,
        reason=event.detail["reason"] or "",
    )
    return added.total() + corrected.total()


def _is_posted(connection: Connection, line: dict[str, Any], at: str) -> bool:
    table = schema.FACTS[line["fact"]]
    same = select(table.c.id).where(table.c.key == line["key"], table.c.recorded_at == at)
    return connection.execute(same.limit(1)).first() is not None


def _journal(
    workspace: Workspace, filed: FiledDocument, by_id: dict[str, FiledDocument]
) -> _Journal | None:
    """The journal beside a workbook, or filed by itself under the workbook's id; None: neither."""
    if filed.original_name.endswith(".jsonl"):
        workbook = by_id.get(filed.original_name.removesuffix(".jsonl"))
        if workbook:
            return _parsed(documents.paper(workspace, filed), workbook)
    store = Store(workspace.archive, workspace.staging)
    beside = f"beside/{filed.item_no:04d}/{NAME}"
    if beside not in store.inventory(filed.object_id).state:
        return None
    return _parsed(store.path(filed.object_id, beside), filed)


def _parsed(path: Path, workbook: FiledDocument) -> _Journal:
    try:
        head, *lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if head["format"] != FORMAT:
            raise ValueError(head["format"])
    except (ValueError, KeyError, TypeError) as cause:
        raise JournalDamaged(
            _(
                "The journal of {name} in the archive cannot be read. Restore archive/ from a "
                "backup and try again."
            ).format(name=workbook.original_name)
        ) from cause
    return _Journal(workbook.id, workbook.sha256, head, lines)


def _post(connection: Connection, journal: _Journal) -> int:
    head = journal.head
    plan = _plan(connection, journal)
    added, corrected = post(
        connection,
        plan,
        origin=Origin(kind="workbook", document_id=journal.document_id),
        actor=head["actor"],
        at=head["recorded_at"],
        reason=head["reason"],
    )
    count = added.total() + corrected.total()
    connection.execute(
        insert(schema.workbook_import).values(
            document_id=journal.document_id,
            sha256=journal.sha256,
            recorded_at=head["recorded_at"],
            actor=head["actor"],
            rows_left_out=head["rows_left_out"],
            facts_added=count,
        )
    )
    return count


def _plan(connection: Connection, journal: _Journal) -> Plan:
    stated = [line for line in journal.lines if "fact" in line]
    named = {line["household"]: line for line in journal.lines if "household" in line}
    completed = [line for line in journal.lines if "completes" in line]
    wanted = {line["of_household"] for line in stated if line["of_household"]}
    wanted |= {line["completes"] for line in completed}
    known = households.by_identity(connection, sorted(wanted))
    numbers = set(Held(connection).accounts(line["loan"] for line in stated if line["loan"]))
    plan = Plan()
    plan.completions = {
        known[line["completes"]]: Completion(
            village=line["village"], unit=line["unit"], manager=line["manager"]
        )
        for line in completed
        if line["completes"] in known
    }
    for identity in sorted(named.keys() & wanted - known.keys(), key=list(named).index):
        line = named[identity]
        plan.new_households[identity] = Borrower(
            name=line["name"], identity=identity, village=line["village"], phone=line["phone"]
        )
        plan.offices[identity] = (line["unit"], line["manager"])
    for line in stated:
        if line["fact"] == "loan" and line["loan"] not in numbers:
            numbers.add(line["loan"])
            plan.new_loans.append(line["loan"])
    held = _held(connection, stated)
    postings = (
        _after(_posting(line, known, held), held.get((line["fact"], line["key"])))
        for line in stated
    )
    plan.postings = [posting for posting in postings if posting]
    return plan


def _held(
    connection: Connection, lines: Sequence[dict[str, Any]]
) -> dict[tuple[str, str], RowMapping]:
    """The facts in force under the keys of these lines."""
    held = Held(connection)
    keys: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        keys[line["fact"]].append(line["key"])
    return {
        (table, key): row
        for table, wanted in keys.items()
        for key, row in held.facts(table, wanted).items()
    }


def _after(posting: Posting, held: RowMapping | None) -> Posting | None:
    """A fact beside what the ledger holds under its key; None: it holds the same.

    An import that died before it posted was begun again: the archive has two journals of it.
    """
    if held is None or posting.supersedes is not None:
        return posting
    before = flat(held)
    same = before["effective_on"] == posting.effective_on and all(
        before.get(column) == value for column, value in posting.content.items()
    )
    return None if same else posting._replace(supersedes=held["id"])


def _posting(
    line: dict[str, Any], known: dict[str, int], held: Mapping[tuple[str, str], RowMapping]
) -> Posting:
    table = schema.FACTS[line["fact"]]
    days = {column.name for column in table.columns if isinstance(column.type, Date)}
    household = line["of_household"]
    return Posting(
        table=line["fact"],
        key=line["key"],
        effective_on=date.fromisoformat(line["effective_on"]),
        content={
            name: date.fromisoformat(value) if name in days else value
            for name, value in line["content"].items()
        },
        cells=line["cells"],
        sheet=line["sheet"],
        cell=line["cell"],
        number=line["loan"],
        household=known.get(household, household),
        supersedes=held[line["fact"], line["key"]]["id"] if line["corrects"] else None,
        void=line["void"],
        page=line.get("page"),
        box=tuple(line["box"]) if line.get("box") else None,
    )
