"""The database: opening it, its SQLite settings, its migrations; the only SQLite-only SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import alembic.command
import alembic.config
import alembic.migration
import alembic.script
import pysqlite3
from sqlalchemy import Connection, Engine, create_engine, event, text

from extractors import host
from extractors.wording import _

# Before this release two connections checkpointing at once could corrupt a WAL database.
SAFE_SQLITE = (3, 51, 3)

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "busy_timeout = 15000",
    "mmap_size = 0",
    "journal_size_limit = 67108864",
)


class DatabaseUnusable(Exception):
    """The database cannot be opened safely here."""


class DatabaseDamaged(Exception):
    """SQLite finds that a database file is not sound."""

    def __init__(self, path: Path, detail: str) -> None:
        self.path = path
        super().__init__(
            _("{path} is damaged ({detail}). Restore it from a backup, or rebuild it.").format(
                path=path, detail=detail
            )
        )


def open_engine(path: Path) -> Engine:
    """Open the SQLite file at `path`, creating it if it is not there.

    Raises DatabaseUnusable on a network share (SQLite's log does not work over one) and with an
    SQLite that is known to corrupt it.
    """
    if pysqlite3.sqlite_version_info < SAFE_SQLITE:
        raise DatabaseUnusable(
            _("SQLite {version} is too old to be safe; install the pysqlite3 wheel again.").format(
                version=pysqlite3.sqlite_version
            )
        )
    if host.is_share(path.parent):
        raise DatabaseUnusable(
            _(
                "{path} is on a network share, where SQLite is not safe. Put it on a local disk."
            ).format(path=path)
        )
    engine = create_engine(f"sqlite+pysqlite:///{path}", module=pysqlite3)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # The driver must not begin transactions by itself: ours are BEGIN IMMEDIATE for writers.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("hudang_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: the write lock is taken at once, the commit is durable."""
    with engine.connect().execution_options(hudang_write=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database, without holding up the writer."""
    with engine.connect() as connection, connection.begin():
        yield connection


def migrate(engine: Engine, scripts: Path, version_table: str) -> None:
    """Bring the tables of one package to its newest migration; safe to repeat and to interrupt.

    scripts        the package's Alembic folder (`archive/migrations`)
    version_table  where it notes how far it came: each package keeps its own
    Raises DatabaseUnusable when a newer version of the program has been here.
    """
    config = alembic.config.Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    script = alembic.script.ScriptDirectory.from_config(config)
    with writing(engine) as connection:
        context = alembic.migration.MigrationContext.configure(
            connection, opts={"version_table": version_table}
        )
        reached = context.get_current_revision()
        if reached == script.get_current_head():
            return
        if reached is not None and reached not in {
            each.revision for each in script.walk_revisions()
        }:
            raise DatabaseUnusable(
                _(
                    "{file} was written by a newer hudang (its tables are at {revision}). "
                    "Install that version; nothing was changed."
                ).format(file=engine.url.database, revision=reached)
            )
        config.attributes["connection"] = connection
        config.attributes["version_table"] = version_table
        alembic.command.upgrade(config, "head")


def damages(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong with its own file; empty when it is whole."""
    said = connection.scalars(text("PRAGMA integrity_check(20)"))
    return [line for line in said if line != "ok"]


def plain(value: Any) -> Any:
    """Return a raw value of a column as JSON can hold it and compares it: objects unordered."""
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def snapshot(source: Path, target: Path) -> None:
    """Write what the database `source` holds at this moment into the new file `target`.

    It is one consistent view, compact, without a write-ahead log of its own, and is taken as a
    reader: nobody who writes waits for it. Raises DatabaseDamaged when it cannot be read through.
    """
    connection = pysqlite3.connect(str(source), isolation_level=None)
    try:
        for pragma in ("busy_timeout = 15000", "cell_size_check = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("VACUUM INTO ?", (str(target),))
    except pysqlite3.DatabaseError as cause:
        if "malformed" in str(cause) or "not a database" in str(cause):
            raise DatabaseDamaged(source, str(cause)) from cause
        # A full disk, an unreadable one: the system refused, the database is as it was.
        raise OSError(str(cause)) from cause
    finally:
        connection.close()


def damage(path: Path, *, quick: bool = False) -> list[str]:
    """Return what SQLite's own check says is wrong with a database file; empty when it is sound."""
    check = "quick_check" if quick else "integrity_check"
    connection = pysqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        said = [str(row[0]) for row in connection.execute(f"PRAGMA {check}(20)")]
        wrong = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    except pysqlite3.DatabaseError as cause:
        return [str(cause)]
    finally:
        connection.close()
    return [line for line in said if line != "ok"] + [
        f"{row[0]}: a row refers to one that is not in {row[2]}" for row in wrong
    ]


def defer_foreign_keys(connection: Connection) -> None:
    """Let rows of this transaction come before those they point to; its commit looks at all."""
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))


def last_number(connection: Connection, table: str) -> int:
    """Return the last number given to a row of an autoincrementing table; 0 before the first.

    SQLite remembers it though the row be gone.
    """
    query = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
    return int(connection.scalar(query, {"table": table}) or 0)


def make_chained(connection: Connection, table: str) -> None:
    """Make the database refuse a row of `table` that does not follow the newest; for migrations.

    With it INSERT OR REPLACE cannot change a row either: to the other triggers that is no UPDATE.
    """
    connection.execute(
        text(
            f"CREATE TRIGGER {table}_follows BEFORE INSERT ON {table} "  # noqa: S608
            f"WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM {table}) "
            f"OR NEW.previous IS NOT coalesce((SELECT digest FROM {table} "
            f"ORDER BY seq DESC LIMIT 1), '{'0' * 64}') "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} must follow the newest'); END"
        )
    )


def insert_only_tables(connection: Connection) -> list[str]:
    """Return the tables whose rows the database refuses to change, by name."""
    query = text(
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' "
        "AND name = tbl_name || '_no_update' ORDER BY tbl_name"
    )
    return list(connection.scalars(query))


def empty_log(engine: Engine) -> bool:
    """Write SQLite's log into the database and cut it to nothing; return whether that was done.

    Deleted rows are overwritten with zeros in the database (secure_delete); their old pages would
    stay in the log until it is used again. A reader that is busy keeps it: then nothing is done.
    """
    with engine.connect() as connection:
        # Outside a transaction: the driver begins none by itself.
        raw = connection.connection.driver_connection
        if raw is None:
            return False
        (busy, _pages, _done) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


@contextmanager
def unsealed(connection: Connection, table: str) -> Iterator[None]:
    """Let rows of an insert-only table be changed, within the caller's transaction only.

    For the one thing that is stronger than a log: that what was destroyed is named no more.
    """
    for verb in ("update", "delete"):
        connection.execute(text(f"DROP TRIGGER {table}_no_{verb}"))
    try:
        yield
    finally:
        make_insert_only(connection, table)


def make_insert_only(connection: Connection, table: str) -> None:
    """Make the database itself refuse to change or delete rows of `table`; for migrations."""
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            text(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
            )
        )
