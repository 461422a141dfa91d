"""What corrections taught about printed forms, kept in the archive as data.

One OCFL object holds rules.json; each change is a version, so that a rule can be looked up as it
was on any day, and nothing has to be rebuilt. A rule is learned when a person corrects a field,
confirmed when he files a paper with what it read, and retired when he corrects that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive import ocfl, versions
from archive.clock import Clock, stamp, system_clock
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace
from extractors.content import Content
from extractors.correct import BY_PERSON
from extractors.learned import learned_from, rule_of
from extractors.learned_rule import LearnedRule
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from extractors.wording import _

PATH = "rules.json"
FORMAT = 1


class UnknownRule(Exception):
    """No rule answers to that id."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("There is no rule {wanted}. See the list: hudang review rules list").format(
                wanted=wanted
            )
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a rule: "learn", "confirm", "retire", "on", "off", "remove"."""

    what: str
    rule: LearnedRule


def rules(workspace: Workspace) -> tuple[LearnedRule, ...]:
    """Return every rule, switched on or not, in the order learned. Raises ArchiveDamaged."""
    store = Store(workspace.archive, workspace.staging)
    if not store.inventory(ocfl.RULES_OBJECT).head:
        return ()
    data = json.loads(store.path(ocfl.RULES_OBJECT, PATH).read_bytes())
    return tuple(LearnedRule.from_json(one) for one in data["rules"])


def usable(workspace: Workspace) -> tuple[LearnedRule, ...]:
    """Return the rules that reading goes by; none while what keeps them is damaged.

    Reading without them is what it was before they were learned: it must not stop for that.
    """
    try:
        return tuple(one for one in rules(workspace) if one.state == "on")
    except (ArchiveDamaged, OSError, ValueError, KeyError, TypeError):
        return ()


def settings_now(workspace: Workspace) -> ReadingSettings:
    """Return how papers are read here today, rules included."""
    return replace(workspace.settings.reading, rules=usable(workspace))


def settled(reading: Reading) -> Reading:
    """Return a reading without the question whether a new rule read rightly: it was answered."""
    return replace(
        reading,
        problems=tuple(p for p in reading.problems if p.code != "learned_unconfirmed"),
        parts=tuple(replace(part, reading=settled(part.reading)) for part in reading.parts),
    )


def rule(workspace: Workspace, wanted: str) -> LearnedRule:
    """Return one rule by its id or the beginning of it. Raises UnknownRule."""
    found = [one for one in rules(workspace) if wanted and one.id.startswith(wanted)]
    if len(found) != 1:
        raise UnknownRule(wanted)
    return found[0]


def switch(
    workspace: Workspace, wanted: str, state: str, *, actor: str, clock: Clock = system_clock
) -> LearnedRule:
    """Switch a rule "on" or "off", or "remove" it; return it as it is then. Raises UnknownRule."""
    chosen = rule(workspace, wanted)
    changed = chosen if state == "remove" else replace(chosen, state=state)
    _keep(workspace, [Change(state, changed)], actor=actor, clock=clock)
    return changed


def learn(
    workspace: Workspace,
    content: Content,
    before: Reading,
    after: Reading,
    *,
    actor: str,
    clock: Clock = system_clock,
) -> list[Change]:
    """Remember what a correction of a paper shows; return what changed among the rules.

    before, after  what was read, and what it says with the person's corrections
    """
    known = {one.id: one for one in rules(workspace)}
    changes: list[Change] = []
    for one, other, content_of in _papers(content, before, after):
        for name in one.fields.keys() | other.fields.keys():
            changes += _from_field(known, content_of, one, other, name)
    if changes:
        at = stamp(clock())
        changes = [
            replace(each, rule=replace(each.rule, at=at, by=actor))
            if each.what == "learn"
            else each
            for each in changes
        ]
        _keep(workspace, changes, actor=actor, clock=clock)
    return changes


def _from_field(
    known: Mapping[str, LearnedRule], content: Content, before: Reading, after: Reading, name: str
) -> Iterable[Change]:
    was, now = before.fields.get(name, ()), after.fields.get(name, ())
    if [found.value for found in was] == [found.value for found in now]:
        return
    for found in was:
        blamed = known.get(rule_of(found) or "")
        if blamed:
            yield Change("retire", replace(blamed, state="retired"))
    if len(now) == 1 and now[0].rule == BY_PERSON:
        new = learned_from(content, before, name, now[0].value)
        # One that was switched off or retired is not learned again behind the person's back.
        if new and new.id not in known:
            yield Change("learn", new)


def confirm(
    workspace: Workspace, reading: Reading, *, actor: str, clock: Clock = system_clock
) -> None:
    """Count a paper that a person filed with what rules read on it."""
    readings = [part.reading for part in reading.parts] or [reading]
    used = {
        rule_of(found) for one in readings for values in one.fields.values() for found in values
    }
    if used - {None}:
        changes = [
            Change("confirm", replace(one, confirmed=one.confirmed + 1))
            for one in rules(workspace)
            if one.id in used and one.state == "on"
        ]
        if changes:
            _keep(workspace, changes, actor=actor, clock=clock)


def _papers(
    content: Content, before: Reading, after: Reading
) -> Iterable[tuple[Reading, Reading, Content]]:
    """Each paper before and after, with its own pages."""
    if not after.parts or len(before.parts) != len(after.parts):
        yield before, after, content
        return
    for was, now in zip(before.parts, after.parts, strict=True):
        pages = tuple(page for page in content.pages if page.number in now.pages)
        yield was.reading, now.reading, replace(content, pages=pages)


def _keep(workspace: Workspace, changes: Sequence[Change], *, actor: str, clock: Clock) -> None:
    """Write the rules as one new version of their object, and the changes to the audit trail."""
    with versions.writing_lock(workspace) as store:
        kept = {one.id: one for one in rules(workspace)}
        for change in changes:
            kept[change.rule.id] = change.rule
            if change.what == "remove":
                del kept[change.rule.id]
        said = [
            {"action": f"rule.{change.what}", "object": f"rule:{change.rule.id}"}
            for change in changes
        ]
        written = versions.Changes(
            message=", ".join(each["action"] for each in said),
            made={PATH: _json([one.to_json() for one in kept.values()])},
            said=said,
        )
        base = store.inventory(ocfl.RULES_OBJECT)
        versions.write(workspace, store, base, written, at=stamp(clock()), actor=actor)


def _json(rules: list[dict[str, Any]]) -> bytes:
    text = json.dumps(
        {"format": FORMAT, "rules": rules}, ensure_ascii=False, indent=1, sort_keys=True
    )
    return (text + "\n").encode()
