"""What corrections taught: `review rules`."""

from __future__ import annotations

from typing import Any

import click

from commands.desk import actor, as_json, as_json_option, here, opened, say, table
from commands.extract import type_word
from extractors.wording import _


@click.group(help=_("What corrections taught: look at it, switch it off and on."))
def rules() -> None:
    """Group of commands."""


rule_argument = click.argument("rule_id", metavar="RULE")


@rules.command("list", help=_("List the rules that corrections taught."))
@as_json_option
@here
def rules_list(context: click.Context, wants_json: bool) -> None:
    from archive import learning

    learned = learning.rules(opened(context))
    if wants_json:
        as_json([rule.to_json() for rule in learned])
        return
    if not learned:
        say(_("Nothing was learned yet. Correct a held paper: hudang review correct"))
        return
    table(
        (_("id"), _("form"), _("field"), _("stands"), _("confirmed"), _("state")),
        [
            (
                rule.id,
                type_word(rule.doc_type),
                rule.field,
                _stands(rule),
                rule.confirmed,
                _rule_state(rule.state),
            )
            for rule in learned
        ],
        right=(4,),
    )


def _stands(rule: Any) -> str:
    """Return in words where a rule's value stands."""
    words = {
        "after": _("after “{label}”"),
        "below": _("on the line below “{label}”"),
        "right": _("in the cell right of “{label}”"),
        "under": _("in the cell under “{label}”"),
    }
    said = words[rule.place].format(label=rule.label)
    return (
        said
        if rule.nth == 1
        else _("{place}, the {n}. on the paper").format(place=said, n=rule.nth)
    )


def _rule_state(state: str) -> str:
    return {"on": _("on"), "off": _("off"), "retired": _("contradicted, no longer used")}[state]


def rule_words(rule: Any) -> str:
    """Return a rule in one line: its id, the field, where the value stands."""
    return f"{rule.id}  {rule.field}: {_stands(rule)}"


@rules.command("show", help=_("Show one rule and the form it knows."))
@rule_argument
@as_json_option
@here
def rules_show(context: click.Context, rule_id: str, wants_json: bool) -> None:
    from archive import learning
    from extractors.learned import CONFIRMED_AFTER

    rule = learning.rule(opened(context), rule_id)
    if wants_json:
        as_json(rule.to_json())
        return
    say(rule_words(rule))
    say(f"{type_word(rule.doc_type)}, {_rule_state(rule.state)}")
    say(
        _("Confirmed on {n} papers; asked about until {enough}.").format(
            n=rule.confirmed, enough=CONFIRMED_AFTER
        )
    )
    say(_("Learned from {by}, {at}").format(by=rule.by, at=rule.at[:10]))
    say(_("The form is known by its labels: {labels}").format(labels=" · ".join(rule.family)))


def _switch(context: click.Context, rule_id: str, state: str, done: str) -> None:
    from archive import learning

    rule = learning.switch(opened(context), rule_id, state, actor=actor())
    say(f"{done} {rule_words(rule)}")


@rules.command("off", help=_("Use a rule no more, until it is switched on again."))
@rule_argument
@here
def rules_off(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "off", _("Off:"))


@rules.command("on", help=_("Use a rule again."))
@rule_argument
@here
def rules_on(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "on", _("On:"))


@rules.command("remove", help=_("Forget a rule; a correction may teach it again."))
@rule_argument
@here
def rules_remove(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "remove", _("Forgotten:"))
