"""What a database file says of itself, and the words that lie beside a backup for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pysqlite3

from archive.backup import place
from extractors.wording import _


def of_database(view: Path) -> dict[str, Any]:
    """Return counts of papers and households, and the newest row of the audit trail."""
    connection = pysqlite3.connect(f"{view.resolve().as_uri()}?mode=ro", uri=True)
    try:
        papers = connection.execute("SELECT count(*) FROM document").fetchone()[0]
        households = connection.execute("SELECT count(*) FROM household").fetchone()[0]
        newest = connection.execute(
            "SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    except pysqlite3.DatabaseError:
        # A database of before these tables: sound, but without counts.
        return {}
    finally:
        connection.close()
    audit = {"audit_seq": newest[0], "audit_digest": newest[1]} if newest else {}
    return {"papers": papers, "households": households, **audit}


def readme(kind: str) -> str:
    """Return README.txt of a backup folder."""
    if kind == place.ENCRYPTED:
        return _(
            "This folder holds encrypted backups of a workspace of hudang.\n\n"
            "To restore:   hudang restore THIS-FOLDER NEW-FOLDER\n"
            "To look:      hudang backup list THIS-FOLDER\n"
            "To prove it:  hudang backup drill THIS-FOLDER\n\n"
            "Each asks for the passphrase, or for the recovery code on the recovery sheet in the\n"
            "safe. Without one of them nobody can open it. The format is described in\n"
            "docs/formats.md of hudang, so that another program can read it.\n"
            "Change nothing in here by hand.\n"
        )
    return _(
        "This folder holds backups of a workspace of hudang.\n\n"
        "To restore:   hudang restore THIS-FOLDER NEW-FOLDER\n"
        "To prove it:  hudang backup drill THIS-FOLDER\n\n"
        "archive/      all papers, as an OCFL 1.1 storage root: open it with any file manager;\n"
        "              each folder's inventory.json says what is in it\n"
        "archive-sha256.txt   to check the papers without hudang: sha256sum -c archive-sha256.txt\n"
        "snapshots/    by time (UTC): the database, the papers that were waiting, settings and\n"
        "              templates; in each: sha256sum -c manifest-sha256.txt\n"
        "superseded/   the earlier state of files that were written anew\n"
        "incomplete/   what was sound of versions that held a damaged file\n\n"
        "The index, browse/ and out/ are not here: they are made again, or filed in the archive.\n"
        "It holds personal data: lock it away. Change nothing in here by hand.\n"
    )
