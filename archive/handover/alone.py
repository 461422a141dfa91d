"""One handover at a time: the lock of a workspace's handovers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from archive.workspace import Workspace
from extractors import host
from extractors.wording import _


class HandoverRunning(Exception):
    """Another process prepares or takes in a handover in this workspace."""


@contextmanager
def alone(workspace: Workspace) -> Iterator[None]:
    """Be the one process that hands over or takes in here. Raises HandoverRunning."""
    try:
        with host.lock(workspace.root / ".handover.lock", wait=False):
            yield
    except host.Busy as cause:
        raise HandoverRunning(
            _("Another handover is running in {folder}. Wait until it has ended.").format(
                folder=workspace.root
            )
        ) from cause
