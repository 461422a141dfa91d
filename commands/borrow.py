"""Borrowing (调阅): papers out, back, late; approval of original certificates; the log of use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.borrow_sheets import borrow_register, borrow_slip
from commands.custody import by_option, day_of, papers_named, who
from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    day_type,
    here,
    opened,
    say,
    table,
    today,
)  # fmt: skip
from commands.named import household_argument, one_household
from commands.slips import happenings, print_slips, slip_json
from extractors.wording import _

if TYPE_CHECKING:
    from archive.borrowing import Slip
    from archive.workspace import Workspace

slip_argument = click.argument("slip", metavar="SLIP")
item_option = click.option(
    "--item", "items", multiple=True, help=_("Item number of one paper; may be repeated.")
)


@click.group(help=_("Lending papers: out, back, what is late, who looked at what."))
def borrow() -> None:
    """Group of commands."""


@borrow.command(
    "out",
    help=_(
        "Lend a household's file, or single items of it. Original certificates (class 1) get a "
        "slip that waits for approval; run it again with the slip's number to hand them out."
    ),
)
@click.argument("wanted", metavar="HOUSEHOLD|SLIP")
@item_option
@click.option("--reader", help=_("Who borrows."))
@click.option("--unit", "reader_unit", default="", help=_("The reader's unit."))
@click.option("--purpose", help=_("What for."))
@click.option(
    "--way",
    type=click.Choice(["on_spot", "taken", "copy"]),
    default="on_spot",
    show_default=True,
    help=_("Read on the spot, taken away, or a marked copy."),
)
@click.option("--until", type=day_type, help=_("Day by which it must be back."))
@by_option
@as_json_option
@here
def borrow_out(
    context: click.Context,
    wanted: str,
    items: tuple[str, ...],
    reader: str | None,
    reader_unit: str,
    purpose: str | None,
    way: str,
    until: Any,
    by: str | None,
    wants_json: bool,
) -> None:
    from archive import lending
    from archive.database import reading
    from archive.lending import Request

    workspace = opened(context)
    if wanted.upper().startswith("DY-"):
        slip = lending.hand_out(workspace, wanted, by=who(by), today=today(), actor=actor())
        _told(workspace, slip, wants_json)
        return
    if not reader or not purpose:
        raise click.UsageError(_("Say who borrows and what for: --reader NAME --purpose TEXT"))
    household = one_household(workspace, wanted)
    with reading(workspace.engine) as connection:
        papers = papers_named(connection, household.id, items)
    slip = lending.lend(
        workspace,
        Request(
            household_id=household.id,
            papers=[each.id for each in papers],
            reader=reader,
            reader_unit=reader_unit,
            purpose=purpose,
            way=way,
            due_on=day_of(until),
            by=who(by),
        ),
        today=today(),
        actor=actor(),
    )
    _told(workspace, slip, wants_json)


def _told(workspace: Workspace, slip: Slip, wants_json: bool) -> None:
    if wants_json:
        as_json(slip_json(workspace, slip))
        return
    print_slips(workspace, [slip])
    if slip.state == "asked":
        say(
            _(
                "Original certificates: a responsible leader must approve first. "
                "hudang borrow approve {slip}"
            ).format(slip=slip.number)
        )
    elif slip.way == "copy":
        say(
            _("Mark each copy: “Copy of the archive's original, slip {slip}, {day}”.").format(
                slip=slip.number, day=slip.out_on
            )
        )


@borrow.command("approve", help=_("Approve a slip with original certificates."))
@slip_argument
@by_option
@as_json_option
@here
def borrow_approve(context: click.Context, slip: str, by: str | None, wants_json: bool) -> None:
    from archive import lending

    workspace = opened(context)
    done = lending.approve(workspace, slip, by=who(by), today=today(), actor=actor())
    _told(workspace, done, wants_json)


@borrow.command("refuse", help=_("Refuse or withdraw a slip before anything was handed out."))
@slip_argument
@click.option("--why", required=True, help=_("The reason."))
@by_option
@as_json_option
@here
def borrow_refuse(
    context: click.Context, slip: str, why: str, by: str | None, wants_json: bool
) -> None:
    from archive import lending

    workspace = opened(context)
    done = lending.refuse(workspace, slip, by=who(by), why=why, today=today(), actor=actor())
    _told(workspace, done, wants_json)


@borrow.command("renew", help=_("Give a slip a later day."))
@slip_argument
@click.option("--until", type=day_type, required=True, help=_("Day by which it must be back."))
@by_option
@as_json_option
@here
def borrow_renew(
    context: click.Context, slip: str, until: Any, by: str | None, wants_json: bool
) -> None:
    from archive import lending

    workspace = opened(context)
    done = lending.renew(
        workspace, slip, until=until.date(), by=who(by), today=today(), actor=actor()
    )
    _told(workspace, done, wants_json)


@borrow.command(
    "back",
    help=_("Take papers back: all that is out on a slip, or single items, with pages counted."),
)
@slip_argument
@item_option
@click.option("--pages", multiple=True, metavar="ITEM=N", help=_("Pages counted; may be repeated."))
@click.option(
    "--condition",
    type=click.Choice(["good", "damaged", "incomplete"]),
    default="good",
    show_default=True,
    help=_("How it came back."),
)
@click.option("--note", default="", help=_("What was noticed."))
@by_option
@as_json_option
@here
def borrow_back(
    context: click.Context,
    slip: str,
    items: tuple[str, ...],
    pages: tuple[str, ...],
    condition: str,
    note: str,
    by: str | None,
    wants_json: bool,
) -> None:
    from archive import lending
    from archive.database import reading
    from archive.lending import CameBack

    workspace = opened(context)
    counted = dict(_counted(each) for each in pages)
    with reading(workspace.engine) as connection:
        found = lending.slip(connection, slip)
        named = papers_named(connection, found.household_id, (*items, *counted))
    numbers = dict(zip((*items, *counted), named, strict=True))
    pages_of = {numbers[item].id: count for item, count in counted.items()}
    chosen = [numbers[item].id for item in items] or list(found.outstanding)
    came = {
        paper: CameBack(pages=pages_of.get(paper), condition=condition, note=note)
        for paper in dict.fromkeys((*chosen, *pages_of))
    }
    done = lending.take_back(workspace, slip, came, by=who(by), today=today(), actor=actor())
    _told(workspace, done, wants_json)
    # A paper may be named twice: as an item that came back and by its pages.
    differing = [
        paper
        for paper in {each.id: each for each in named}.values()
        if paper.id in pages_of and pages_of[paper.id] != paper.page_count
    ]
    for paper in differing:
        say(
            _("! item {item}: {counted} pages came back, {filed} are on file").format(
                item=paper.item_no, counted=pages_of[paper.id], filed=paper.page_count
            )
        )
    if differing or condition != "good":
        raise SystemExit(FINDINGS)


def _counted(text: str) -> tuple[str, int]:
    item, equals, count = text.partition("=")
    if not equals or not count.isdecimal():
        raise click.UsageError(
            _("--pages takes ITEM=N, such as 3=2; {text} is not.").format(text=text)
        )
    return item, int(count)


@borrow.command("list", help=_("List what is out; with --all every slip."))
@click.option("--all", "everything", is_flag=True, help=_("Those that came back too."))
@as_json_option
@here
def borrow_list(context: click.Context, everything: bool, wants_json: bool) -> None:
    from archive import lending
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        slips = list(lending.slips(connection).values())
    if not everything:
        slips = [each for each in slips if each.outstanding or each.state in ("asked", "approved")]
    if wants_json:
        as_json([slip_json(workspace, each) for each in slips])
    elif not slips:
        say(_("Nothing is out."))
    else:
        print_slips(workspace, slips)


@borrow.command("overdue", help=_("List what should be back, by how much, and what to do next."))
@as_json_option
@here
def borrow_overdue(context: click.Context, wants_json: bool) -> None:
    from archive import borrowing, lending
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        late = borrowing.overdue(lending.slips(connection).values(), today())
    if wants_json:
        as_json([slip_json(workspace, each) for each in late])
    elif not late:
        say(_("Nothing is late."))
    else:
        steps = {
            "remind": _("remind the reader"),
            "tell_unit": _("tell the reader's unit"),
            "report": _("report it to the responsible leader"),
        }
        table(
            (
                _("slip"), _("household"), _("reader"), _("unit"), _("due"), _("days"),
                _("next step"),
            ),
            [
                (
                    each.number, f"{each.household_id:06d}", each.reader, each.reader_unit,
                    each.due_on, each.days_overdue(today()), steps[each.next_step(today()) or ""],
                )
                for each in late
            ],
            right=(5,),
        )  # fmt: skip
    if late:
        raise SystemExit(FINDINGS)


@borrow.command(
    "view", help=_("Note that an item was looked at, printed or copied; say where it is.")
)
@household_argument
@click.argument("item", metavar="ITEM")
@click.option("--reader", required=True, help=_("Who looks at it."))
@click.option("--purpose", required=True, help=_("What for."))
@click.option("--printed", is_flag=True, help=_("It was printed."))
@click.option(
    "--copies", type=click.IntRange(min=1), help=_("So many marked copies were handed over.")
)
@here
def borrow_view(
    context: click.Context,
    wanted: str,
    item: str,
    reader: str,
    purpose: str,
    printed: bool,
    copies: int | None,
) -> None:
    from archive import borrowing, documents, lending
    from archive.database import reading

    workspace = opened(context)
    household = one_household(workspace, wanted)
    with reading(workspace.engine) as connection:
        (paper,) = papers_named(connection, household.id, (item,))
    kind = borrowing.COPIED if copies else borrowing.PRINTED if printed else borrowing.VIEWED
    lending.note_use(
        workspace, paper.id, kind, reader=reader, purpose=purpose, copies=copies, actor=actor()
    )
    say(str(documents.paper(workspace, paper)))


@borrow.command("log", help=_("Show what became of a household's papers: looks, copies, loans."))
@household_argument
@as_json_option
@here
def borrow_log(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive import borrowing, events
    from archive.database import reading

    workspace = opened(context)
    household = one_household(workspace, wanted)
    kinds = (*borrowing.SLIP_KINDS, *borrowing.USE_KINDS)
    with reading(workspace.engine) as connection:
        noted = events.of_household(connection, household.id, kinds)
    if wants_json:
        as_json(
            [
                {"at": e.at, "what": e.kind, "paper": e.document_id, "account": e.actor}
                | dict(e.detail)
                for e in noted
            ]
        )
        return
    words = happenings()
    table(
        (_("time"), _("what"), _("slip"), _("who"), _("what for")),
        [
            (
                each.at[:16].replace("T", " "),
                words[each.kind],
                each.detail.get("slip"),
                each.detail.get("reader") or each.detail.get("by"),
                each.detail.get("purpose") or each.detail.get("why"),
            )
            for each in noted
        ],
    )


borrow.add_command(borrow_register)
borrow.add_command(borrow_slip)

COMMANDS = (borrow,)
