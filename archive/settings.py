"""hudang.toml: one frozen dataclass per table, each key with its default and what it is for."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive import ledger_settings, numbering, schemes
from archive.ledger_settings import LedgerSettings as LedgerSettings
from archive.managing_settings import ManagingSettings as ManagingSettings
from extractors.settings import ReadingSettings
from extractors.wording import LANGUAGES, _

FILE_NAME = "hudang.toml"
# Settings of reading that come from elsewhere: [office], and the archive.
NOT_IN_FILE = frozenset({("reading", "language"), ("reading", "rules")})


class SettingsInvalid(Exception):
    """hudang.toml cannot be used as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """Who works here; printed on generated documents."""

    # Language of messages, file names and documents: "zh", "es" or "en".
    language: str = "zh"
    # Full name of the institution, as it signs.
    institution: str = ""
    # Department that signs plans and summaries.
    department: str = ""
    # Code of the institution in archive numbers (档号).
    institution_code: str = "0001"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxSettings:
    """How the inbox is watched."""

    # Seconds a file must stay unchanged before it is taken, on a local disk.
    quiet_seconds: float = 3.0
    # The same on a network share, where writers stall longer and no events arrive.
    share_quiet_seconds: float = 15.0
    # Seconds between two scans of the inbox; events only shorten the wait.
    scan_seconds: float = 5.0
    # Megabytes that must stay free on the archive's disk, or a twentieth of it if that is more (at
    # most 20 GB); below this nothing more is taken in.
    reserve_mb: int = 2048
    # Days a taken-in file stays in inbox/.done before `hudang` may remove it.
    keep_done_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """How household files are kept."""

    # Filing scheme of catalogues and browse/: "A" (five classes) to "F"; see docs/archive.md.
    scheme: str = "A"
    # Pattern of the archive number (档号): {institution}, {year}, {category}, and, in every
    # pattern, {household} and {item}; {item:03d} is three digits.
    number_pattern: str = "{institution}-XD·{year}-D10-{household:05d}-{item:03d}"
    # Folder on another disk or machine that gets a copy of each seal; empty: none.
    seal_copies: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySettings:
    """How papers are lent (调阅)."""

    # Days after which a file or paper that was taken away must be back.
    taken_days: int = 10
    # The same for original certificates (class 1), which leave only with approval.
    original_days: int = 3
    # How often a slip may be renewed.
    renewals: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSettings:
    """How long household files must be kept."""

    # Rule of keeping: "da98" (DA/T 98-2023), "textbook", "ccb-5", "ccb-15" or "ccb-permanent".
    rule: str = "da98"
    # Other rules for a product or a unit, as "product:NAME=RULE" or "unit:NAME=RULE".
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupSettings:
    """How backups are kept, and when `hudang status` reminds of one."""

    # Snapshots that stay in a backup; older ones are removed after a new one is finished.
    keep_snapshots: int = 30
    # Days after the last backup from which on `hudang status` reminds of it.
    remind_backup_days: int = 7
    # Days after the last restore drill from which on `hudang status` reminds of it.
    remind_drill_days: int = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSettings:
    """The office's own Word templates."""

    # Own templates are used only as approved: `hudang templates approve FILE --by NAME`, again
    # after each change.
    approval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything hudang.toml can say."""

    office: OfficeSettings = field(default_factory=OfficeSettings)
    inbox: InboxSettings = field(default_factory=InboxSettings)
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)
    custody: CustodySettings = field(default_factory=CustodySettings)
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    backup: BackupSettings = field(default_factory=BackupSettings)
    templates: TemplateSettings = field(default_factory=TemplateSettings)
    ledger: LedgerSettings = field(default_factory=LedgerSettings)
    managing: ManagingSettings = field(default_factory=ManagingSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)


def load(path: Path) -> Settings:
    """Read hudang.toml. A missing file means the defaults.

    Raises SettingsInvalid naming the file, the key and what is expected.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = ""
    except UnicodeDecodeError as cause:
        raise _not_toml(path, cause) from cause
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise _not_toml(path, cause) from cause
    settings = _settings_from(tables, path)
    _refuse_bad_ledger(settings.ledger, path, text)
    return settings


def _not_toml(path: Path, cause: ValueError) -> SettingsInvalid:
    return SettingsInvalid(
        _("{file} is not valid TOML: {cause}. Correct that line and try again.").format(
            file=path, cause=cause
        )
    )


def _settings_from(tables: dict[str, Any], path: Path) -> Settings:
    known = {table.name: table for table in dataclasses.fields(Settings)}
    _refuse_unknown(tables.keys() - known.keys(), known, path)
    filled: dict[str, Any] = {}
    for name, table in known.items():
        kind = table.default_factory
        assert isinstance(kind, type)  # noqa: S101 - a bug in Settings, not in the file
        values = tables.get(name, {})
        if not isinstance(values, dict):
            raise SettingsInvalid(
                _("{file}: [{table}] must be a table.").format(file=path, table=name)
            )
        filled[name] = _table_from(kind, values, f"{name}.", path)
    settings = Settings(**filled)
    if settings.office.language not in LANGUAGES:
        raise SettingsInvalid(
            _("{file}: office.language must be one of {choices}.").format(
                file=path, choices=", ".join(LANGUAGES)
            )
        )
    _refuse_bad_archive(settings.archive, path)
    reading = dataclasses.replace(settings.reading, language=settings.office.language)
    return dataclasses.replace(settings, reading=reading)


def _refuse_bad_archive(chosen: ArchiveSettings, path: Path) -> None:
    try:
        schemes.scheme(chosen.scheme)
        numbering.check(chosen.number_pattern)
    except ValueError as cause:
        raise SettingsInvalid(f"{path}: [archive] {cause}") from cause


def _refuse_bad_ledger(chosen: LedgerSettings, path: Path, text: str) -> None:
    wrong = ledger_settings.check(chosen)
    if wrong is None:
        return
    written, message = wrong
    lines = [n for n, line in enumerate(text.splitlines(), start=1) if written in line]
    where = _("line {line}").format(line=lines[0]) if lines else "[ledger]"
    raise SettingsInvalid(f"{path}, {where}: {message}")


def _table_from(kind: type[Any], values: dict[str, Any], prefix: str, path: Path) -> Any:
    known = {key.name: key for key in dataclasses.fields(kind)}
    _refuse_unknown({prefix + k for k in values.keys() - known.keys()}, known, path)
    values = dict(values)
    for name, value in values.items():
        expected = type(known[name].default)
        if expected is tuple and _is_texts(value):
            values[name] = tuple(value)
            continue
        if expected is float and type(value) is int:
            continue
        if type(value) is not expected:
            raise SettingsInvalid(
                _("{file}: {key} must be of type {kind}.").format(
                    file=path,
                    key=prefix + name,
                    kind="list of texts" if expected is tuple else expected.__name__,
                )
            )
        if isinstance(value, (int, float)) and value < 0:
            raise SettingsInvalid(
                _("{file}: {key} must not be negative.").format(file=path, key=prefix + name)
            )
    return kind(**values)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _refuse_unknown(unknown: Any, known: Any, path: Path) -> None:
    if unknown:
        raise SettingsInvalid(
            _("{file}: unknown key {key}. Known here: {known}.").format(
                file=path, key=", ".join(sorted(unknown)), known=", ".join(sorted(known))
            )
        )


def written(settings: Settings) -> str:
    """Return hudang.toml for `settings`: every key, its value, and its comment from this file."""
    parts = []
    for table in dataclasses.fields(Settings):
        values = getattr(settings, table.name)
        comments = _comments_of(type(values))
        parts.append(f"[{table.name}]")
        for key in dataclasses.fields(values):
            if (table.name, key.name) in NOT_IN_FILE:
                continue
            parts += [f"# {line}" for line in comments.get(key.name, [])]
            parts.append(f"{key.name} = {_toml(getattr(values, key.name))}")
        parts.append("")
    return "\n".join(parts)


def _comments_of(kind: type[Any]) -> dict[str, list[str]]:
    """Return the comment lines above each key: the source is the one place that explains a key."""
    import inspect

    comments: dict[str, list[str]] = {}
    above: list[str] = []
    for line in inspect.getsource(kind).splitlines():
        text = line.strip()
        if text.startswith("# "):
            above.append(text[2:])
        elif ":" in text and not text.startswith(("class ", '"""', "@")):
            comments[text.split(":", 1)[0]] = above
            above = []
        else:
            above = []
    return comments


def _toml(value: str | int | float | bool | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(each) for each in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
