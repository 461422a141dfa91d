"""A workspace: the one folder that holds everything a user owns. Paths and opening, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine

from archive import database, fsio, settings
from archive.settings import Settings
from archive.store import Store
from extractors.wording import _

MIGRATIONS = Path(__file__).parent / "migrations"


class NotAWorkspace(Exception):
    """The folder is not one that `hudang init` made."""


class WorkspaceExists(Exception):
    """The folder already is a workspace, or holds something else."""


@dataclass(frozen=True)
class Workspace:
    """Paths below `root`; `settings` as hudang.toml said when it was opened."""

    root: Path
    settings: Settings

    @property
    def inbox(self) -> Path:
        """People and scanners drop files here."""
        return self.root / "inbox"

    @property
    def claimed(self) -> Path:
        """Files taken from the inbox and not yet filed or held: one folder per item."""
        return self.inbox / ".claimed"

    @property
    def done(self) -> Path:
        """Files that were taken in, by day, until they may be removed."""
        return self.inbox / ".done"

    @property
    def pending(self) -> Path:
        """Held papers, waiting for a person."""
        return self.root / "pending"

    @property
    def archive(self) -> Path:
        """The OCFL storage root."""
        return self.root / "archive"

    @property
    def staging(self) -> Path:
        """Versions being assembled, on the archive's file system, outside its storage root."""
        return self.root / ".staging"

    @property
    def browse(self) -> Path:
        """The disposable view for people."""
        return self.root / "browse"

    @property
    def index(self) -> Path:
        """The search index; disposable."""
        return self.root / "index"

    @property
    def cache(self) -> Path:
        """What is kept only for speed: made when needed, disposable."""
        return self.root / ".cache"

    @property
    def own_templates(self) -> Path:
        """The user's own Word templates."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Generated documents."""
        return self.root / "out"

    @property
    def audit(self) -> Path:
        """The audit trail once more, a file a month, beside the database."""
        return self.root / "audit"

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "hudang.db"

    @cached_property
    def engine(self) -> Engine:
        """The database, brought up to date on first use."""
        engine = database.open_engine(self.database)
        database.migrate(engine, MIGRATIONS, "archive_version")
        return engine


# What `hudang init` makes, besides hudang.toml and the database.
FOLDERS = (
    "inbox", "pending", "archive", "audit", "browse", "index", "templates", "out", ".staging",
)  # fmt: skip


def open_workspace(root: Path) -> Workspace:
    """Open the workspace at `root`.

    Raises NotAWorkspace, SettingsInvalid or DatabaseUnusable.
    """
    root = root.resolve()
    if not (root / settings.FILE_NAME).is_file():
        raise NotAWorkspace(
            _("{folder} is not a workspace. Make one with: hudang init {folder}").format(
                folder=root
            )
        )
    return Workspace(root, settings.load(root / settings.FILE_NAME))


def create_workspace(root: Path, chosen: Settings) -> Workspace:
    """Make a workspace in `root`, a new or empty folder; finishes one that was interrupted.

    Raises WorkspaceExists when there is one already, or anything else that is not ours.
    """
    root = root.resolve()
    if (root / settings.FILE_NAME).exists():
        raise WorkspaceExists(_("{folder} is a workspace already.").format(folder=root))
    fsio.make_folder(root)
    foreign = {path.name for path in root.iterdir()} - set(FOLDERS) - {"hudang.db"}
    if foreign:
        raise WorkspaceExists(
            _("{folder} is not empty. Choose a new folder for the workspace.").format(folder=root)
        )
    for name in FOLDERS:
        fsio.make_folder(root / name)
    workspace = Workspace(root, chosen)
    Store(workspace.archive, workspace.staging).create()
    with database.reading(workspace.engine):
        pass  # the first use makes the tables
    # Last: with its settings the folder is a workspace.
    fsio.write_durably(root / settings.FILE_NAME, settings.written(chosen).encode())
    return workspace
