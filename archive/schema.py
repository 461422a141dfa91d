"""Tables of the archive: households, papers, what waits in the inbox, and the audit trail.

All of it can be rebuilt from the OCFL objects on disk except what has not been filed yet.
Times are UTC, ISO 8601 text with microseconds, so that they sort and compare as text.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()

household = Table(
    "household",
    metadata,
    # 户号: given once, never reused, printed as six digits.
    Column("id", Integer, primary_key=True),
    # OCFL object of this household's file.
    Column("object_id", String, nullable=False, unique=True),
    Column("village", String),
    Column("unit", String),
    Column("manager", String),
    Column("client_class", String),
    Column("size_tier", String),
    Column("opened_at", String, nullable=False),
    # What opened it: "document:<id>" or "workbook:<document id>" or "person:<user>".
    Column("opened_by", String, nullable=False),
    sqlite_autoincrement=True,
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("household_id", ForeignKey("household.id"), nullable=False, index=True),
    # borrower, spouse or co_borrower: guarantors are parties of a paper, not of the household.
    Column("role", String, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("id_number", String, index=True),
    Column("uscc", String, index=True),
    Column("phone", String),
    Column("address", String),
    # Where the person was first named: like household.opened_by.
    Column("source", String, nullable=False),
    CheckConstraint("role IN ('borrower', 'spouse', 'co_borrower')", name="person_role"),
)

document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    # NULL: the paper belongs to the department, not to a household.
    Column("household_id", ForeignKey("household.id"), index=True),
    Column("object_id", String, nullable=False),
    # 件号 within the object, from 1.
    Column("item_no", Integer, nullable=False),
    Column("doc_type", String),
    # For people, in the workspace's language; no names, no ID numbers.
    Column("title", String, nullable=False),
    # Category of the filing scheme, 1-5 (权证, 要件, 管理, 保全, 综合).
    Column("category", Integer, nullable=False),
    # The date the paper bears; NULL when it bears none.
    Column("dated_on", Date),
    Column("language", String),
    # Of the bytes. A part of a scan has none of its own: of the scan's digest and its pages.
    Column("sha256", String, nullable=False, unique=True),
    Column("size_bytes", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    # As it was called in the inbox, for display and byte for byte.
    Column("original_name", String, nullable=False),
    Column("original_name_raw", LargeBinary, nullable=False),
    Column("page_count", Integer, nullable=False),
    Column("ocr", Boolean, nullable=False),
    # OCFL version that brought the paper in, and logical paths inside the object.
    Column("object_version", Integer, nullable=False),
    Column("paper_path", String, nullable=False),
    Column("reading_path", String, nullable=False),
    Column("filed_at", String, nullable=False),
    Column("filed_by", String, nullable=False),
    Column("problem_count", Integer, nullable=False, default=0),
    # The year in its archive number (档号), given once: a corrected date does not renumber it.
    Column("number_year", Integer),
    # The scan of several papers that this is a part of, and its pages there ("1-3", "4+9").
    Column("part_of", String, index=True),
    Column("part_pages", String),
    UniqueConstraint("object_id", "item_no"),
)

# Contract, IOU, certificate and registration numbers on papers, normalised for matching.
document_number = Table(
    "document_number",
    metadata,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("number", String, primary_key=True),
    Index("document_number_by_number", "number"),
)

# Further households whose file a paper belongs to: the members of a joint-guarantee group sign one
# contract, and each has a file of his own.
document_shared = Table(
    "document_shared",
    metadata,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("household_id", ForeignKey("household.id"), primary_key=True, index=True),
)

# The feed that the index and the ledger catch up with; rows are only added.
document_change = Table(
    "document_change",
    metadata,
    Column("seq", Integer, primary_key=True),
    # No foreign key: the feed says of a destroyed paper that it is gone.
    Column("document_id", String, nullable=False, index=True),
    # filed, corrected, moved or destroyed
    Column("what", String, nullable=False),
    Column("at", String, nullable=False),
    sqlite_autoincrement=True,
)

# One file that arrived; its states are those of archive.items.
intake_item = Table(
    "intake_item",
    metadata,
    Column("id", String, primary_key=True),
    # Path below the inbox, as bytes: names need not be UTF-8.
    Column("inbox_path", LargeBinary, nullable=False),
    Column("display_name", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("size_bytes", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("device", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    Column("first_seen_at", String, nullable=False),
    Column("updated_at", String, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("sha256", String, index=True),
    Column("media_type", String),
    # Why it waits or is held: a code of archive.reasons and what fills its sentence.
    Column("reason", String),
    Column("reason_detail", JSON),
    # Names, ID and contract numbers on a held paper: a household that shares one may be its own.
    Column("signs", JSON),
    Column("document_id", String),
)

# A version being placed: written before the first file of it enters its object, removed when its
# rows are in. What is left here after a crash is finished or taken back by archive.finishing.
filing = Table(
    "filing",
    metadata,
    Column("id", String, primary_key=True),
    Column("object_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("papers", JSON, nullable=False),
    Column("at", String, nullable=False),
)

# What happened to a household's file or a paper of it, in the order noted; rows are only added.
# What the department says today (where it stands, who has it, who is responsible) is folded from
# them. No foreign keys: an event outlives the paper it speaks of.
file_event = Table(
    "file_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    # One of the kinds that the modules of archive/ declare ("household.opened", "location.set").
    Column("kind", String, nullable=False, index=True),
    Column("household_id", Integer, index=True),
    Column("document_id", String, index=True),
    # The day it counts from, where that is not the day it was noted.
    Column("effective_on", Date),
    Column("detail", JSON, nullable=False),
    sqlite_autoincrement=True,
)

# Events that no object of the archive holds yet; archive.events carries them there.
event_unkept = Table(
    "event_unkept",
    metadata,
    Column("seq", Integer, primary_key=True),
)

# Names under which a paper arrived again, byte for byte the same.
duplicate = Table(
    "duplicate",
    metadata,
    Column("item_id", String, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("display_name", String, nullable=False),
    Column("at", String, nullable=False),
)

# How far archive.rescans came (`seq` of document_change), and the buckets a paper lies in. These
# and the pairs found are made again from the papers: no object of the archive holds them.
document_sketch = Table(
    "document_sketch",
    metadata,
    Column("number", Integer, primary_key=True),
    Column(
        "document_id", ForeignKey("document.id", ondelete="CASCADE"), nullable=False, unique=True
    ),
    Column("seq", Integer, nullable=False, index=True),
)

document_bucket = Table(
    "document_bucket",
    metadata,
    Column("bucket", Integer, primary_key=True),
    Column(
        "sketch",
        ForeignKey("document_sketch.number", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    sqlite_with_rowid=False,
)

# Two papers that may be one: a person decides (events of archive.rescans). The later one first.
likely_copy = Table(
    "likely_copy",
    metadata,
    Column("document_id", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("copy_of", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True),
    # Shares of the smaller paper's text and long figures that stand on the other.
    Column("text_percent", Integer, nullable=False),
    Column("figures_percent", Integer, nullable=False),
)

# The drafts that filed papers hold, by their numbers, and how far archive.drafts followed the feed.
draft = Table(
    "draft",
    metadata,
    Column("number", String, primary_key=True),
    Column(
        "document_id",
        ForeignKey("document.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    Column("household_id", Integer, index=True),
    Column("kind", String, nullable=False),
    Column("signed_type", String, nullable=False),
    Column("known_on", Date, nullable=False),
)
draft_followed = Table(
    "draft_followed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
)

# Append-only and chained: digest = sha256(previous digest + canonical JSON of the row).
audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("object", String, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("previous", String, nullable=False),
    Column("digest", String, nullable=False),
)

# What is left of a paper that was destroyed: no name, no number, no text. As its object says it.
tombstone = Table(
    "tombstone",
    metadata,
    # The paper's id.
    Column("id", String, primary_key=True),
    # Whose it was.
    Column("household_id", Integer, index=True),
    Column("object_id", String, nullable=False),
    # Never given again.
    Column("item_no", Integer, nullable=False),
    Column("archive_number", String, nullable=False),
    Column("doc_type", String),
    Column("title", String, nullable=False),
    Column("category", Integer, nullable=False),
    Column("dated_on", Date),
    Column("page_count", Integer, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("filed_at", String, nullable=False),
    Column("part_of", String),
    # The destruction list, and why: retention or error.
    Column("list_no", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("destroyed_at", String, nullable=False),
    # Logical path of the file in the object that says all of it, approvals included.
    Column("tombstone_path", String, nullable=False),
    UniqueConstraint("object_id", "item_no"),
)

# An erasure under way: written before anything is touched, removed when nothing of it is left to
# do. What is left here after a crash is finished or taken back by archive.finishing.
erasure = Table(
    "erasure",
    metadata,
    Column("id", String, primary_key=True),
    Column("object_id", String, nullable=False),
    # What archive.disposal.erasing needs to finish it.
    Column("act", JSON, nullable=False),
)
