"""Watching the inbox until told to stop: the scan is the truth, events only shorten the wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from sqlalchemy.exc import DatabaseError, OperationalError
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from archive import readiness, recovery
from archive.clock import Clock, system_clock
from archive.intake import Event, Intake
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors import host

# While papers are being read, look this often whether one is done.
BUSY_SECONDS = 0.02
# Events come in bursts; one scan serves them all.
GATHER_SECONDS = 0.1
# What was filed is searchable at most this long after.
SETTLE_SECONDS = 0.5
# Being told to stop is noticed at most this long after.
STOP_SECONDS = 0.5


# What the disk, the database or the memory refuses now may work later.
REFUSALS = (OSError, OperationalError, MemoryError)


class _Wake(FileSystemEventHandler):
    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in ("opened", "closed_no_write"):
            self._wake.set()


def watch(
    workspace: Workspace,
    intake: Intake,
    *,
    stop: threading.Event,
    on_event: Callable[[Event], None],
    settled: Callable[[], None],
    clock: Clock = system_clock,
) -> None:
    """Take in what arrives until `stop` is set; the caller holds the intake lock.

    settled  called after papers were filed or held: the index and `browse/` catch up there

    A refusal of the disk (full, gone, read-only) is told and tried again: nothing is marked failed.
    """
    wake = threading.Event()
    observer = _observer(workspace, wake)
    try:
        pace = _Pace(workspace, wake)
        started = _started(intake, on_event)
        while not stop.is_set():
            try:
                if not started:
                    stop.wait(workspace.settings.inbox.scan_seconds)
                    started = _started(intake, on_event)
                    continue
                pace.step(intake, settled)
            except REFUSALS as cause:
                on_event(Event(kind="trouble", reason=_said(cause)))
                started = False
            except DatabaseError as cause:
                raise readiness.damaged(workspace, str(cause.orig)) from cause
            else:
                pace.wait(intake, stop)
        settled()
    finally:
        if observer:
            observer.stop()
            observer.join()
    recovery.prune_done(workspace, clock())


def _observer(workspace: Workspace, wake: threading.Event) -> BaseObserver | None:
    """Start to wake on what happens in the inbox; None where the system tells nothing."""
    if host.is_share(workspace.inbox):
        return None
    observer = Observer()
    try:
        # Not into sub-folders: .claimed and .done would send our own moves back to us.
        observer.schedule(_Wake(wake), str(workspace.inbox), recursive=False)
        observer.start()
    except OSError:
        # The folder is not there yet, or too many are watched: the scan finds everything.
        return None
    return observer


class _Pace:
    """When to scan, and when to let the index catch up: often enough, not all the time."""

    def __init__(self, workspace: Workspace, wake: threading.Event) -> None:
        inbox = workspace.settings.inbox
        self._scan_seconds = inbox.scan_seconds
        self._settling_seconds = min(inbox.scan_seconds, max(inbox.quiet_seconds, GATHER_SECONDS))
        self._wake = wake
        self._next_scan = 0.0
        self._unsettled_since: float | None = None

    def step(self, intake: Intake, settled: Callable[[], None]) -> None:
        """Scan if it is time, go on with what is in hand, report what was settled."""
        now = time.monotonic()
        if intake.has_room and (self._wake.is_set() or intake.more or now >= self._next_scan):
            self._wake.clear()
            intake.take()
            pause = self._settling_seconds if intake.waiting else self._scan_seconds
            self._next_scan = now + pause
        if intake.go_on() and self._unsettled_since is None:
            self._unsettled_since = now
        waited = now - (self._unsettled_since or now)
        if self._unsettled_since is not None and (not intake.busy or waited >= SETTLE_SECONDS):
            intake.keep_events()
            settled()
            self._unsettled_since = None

    def wait(self, intake: Intake, stop: threading.Event) -> None:
        """Sleep until there is something to do."""
        if intake.busy or (intake.more and intake.has_room):
            stop.wait(BUSY_SECONDS)
        elif self._wake.wait(max(0.0, min(self._next_scan - time.monotonic(), STOP_SECONDS))):
            stop.wait(GATHER_SECONDS)


def _started(intake: Intake, on_event: Callable[[Event], None]) -> bool:
    """Whether the intake has gone on from where it was; told when not."""
    try:
        intake.start()
    except (*REFUSALS, ArchiveDamaged) as cause:
        on_event(Event(kind="trouble", reason=_said(cause)))
        return False
    return True


def _said(cause: BaseException) -> str:
    """Return what the system said, in its few words: a database's message holds whole rows."""
    if isinstance(cause, OperationalError):
        return str(cause.orig)
    if isinstance(cause, MemoryError):
        return "no_memory"
    return str(getattr(cause, "strerror", None) or cause)


def take_all(intake: Intake, settled: Callable[[], None]) -> None:
    """Take in all that is whole now and return when it is filed or held (`hudang ingest`)."""
    pause = threading.Event()
    while intake.busy:
        if intake.go_on():
            settled()
        pause.wait(BUSY_SECONDS)
    intake.keep_events()
