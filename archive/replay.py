"""Events entered again, each with what it changed in other tables; for rebuilding and recovery."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from archive import duplicates, events, households
from archive.events import FileEvent

# Kinds that change rows besides their own. What only is folded from events needs no line here.
# Replaying all of them in order, once or twice, gives the rows as they were.
REPLAYED: Mapping[str, Callable[[Connection, FileEvent], None]] = {
    households.OPENED: households.reopen,
    households.SET: households.set_again,
    duplicates.LINKED: duplicates.enter_again,
}


def replay(connection: Connection, kept: Sequence[FileEvent]) -> None:
    """Enter events that objects hold, in the order given, with what they changed."""
    events.enter(connection, kept)
    for event in kept:
        change = REPLAYED.get(event.kind)
        if change:
            change(connection, event)


def again(connection: Connection) -> None:
    """Make again what all events that were entered changed in other tables; for rebuilding."""
    for event in events.each_of_kinds(connection, REPLAYED):
        REPLAYED[event.kind](connection, event)
