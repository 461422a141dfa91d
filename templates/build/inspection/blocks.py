"""Blocks that several inspection forms share: head, loans, securities, signals, conclusion."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, paragraph, table, when
from templates.build.by_hand import FULL, Column, facts, listed
from templates.build.forms import signatures
from templates.build.inspection.words import ROLES, STATEMENT, Words
from templates.build.package import Page, document
from templates.formats import BLANK

PAIR = (27, 50, 27, 50)
WIDE_PAIR = (38, FULL - 38)


def whole(form: str, words: Words, body: list[str]) -> bytes:
    """Return the finished template with title, appendix and page around `body`."""
    title = words.title(form)
    page = Page(
        language=words.language,
        title=title,
        header=("{{ institution }}", f"{title}  {{{{ loan_number }}}}"),
        form=True,
    )
    above = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(title, "Title"),
        paragraph(words("draft"), "Draft"),
    ]
    return document(page, [*above, *body, *appendix(words.language)])


def heading(words: Words, name: str) -> str:
    """Return the next numbered heading."""
    return paragraph(words.heading(name), "FormHeading")


def who(words: Words) -> list[list[tuple[str, str]]]:
    """Return the first rows of every head: who is inspected, by whom he is managed, when."""
    return [
        [(words("borrower"), "{{ borrower }}"), (words("identity"), "{{ id_number }}")],
        [(words("household"), "{{ household_number }}"), (words("village"), "{{ village }}")],
        [(words("unit"), "{{ unit }}"), (words("manager"), "{{ manager }}")],
        [(words("way"), words("ways")), (words("on"), words("day_blank"))],
    ]


def loans(words: Words) -> list[str]:
    """Return the list of the household's open loans, this one first."""
    # Spanish words are longer than Chinese ones, numbers of contracts are not.
    zh = words.language == "zh"
    widths = (34, 18, 13, 20, 20, 22, 14, 13) if zh else (25, 23, 17, 18, 18, 20, 14, 19)
    columns = (
        ("loan_numbers", "{{ one.number }}\n{{ one.contract_no }}", "SmallText"),
        ("product", "{{ one.product }}", "SmallText"),
        ("guarantee", "{{ one.guarantee }}", "SmallCentre"),
        ("amount", "{{ one.amount|yuan }}", "SmallNumber"),
        ("balance", "{{ one.balance|yuan }}", "SmallNumber"),
        ("granted_due", "{{ one.granted_on|short }}\n{{ one.due_on|short }}", "SmallCentre"),
        ("rate", "{{ one.rate }}", "SmallCentre"),
        ("class", "{{ one.class_name }}", "SmallCentre"),
    )
    return [
        paragraph(words("unit_yuan"), "Unit"),
        listed(
            "loans",
            [
                Column(words(head), value, width, style)
                for (head, value, style), width in zip(columns, widths, strict=True)
            ],
        ),
    ]


def guarantors(words: Words) -> list[str]:
    """Return the guarantors with room for what is seen of each."""
    found = [
        paragraph(words("guarantors"), "FormLabel"),
        listed(
            "guarantors",
            [
                Column(words("guarantor"), "{{ one.name }}", 32),
                Column(words("guarantee_no"), "{{ one.contract_no }}", 34),
                Column(words("guaranteed"), "{{ one.guaranteed|yuan }}", 22, "SmallNumber"),
                Column(words("guarantee_until"), "{{ one.until|short }}", 22, "SmallCentre"),
                Column(words("guarantor_state"), words("guarantor_box"), 44),
            ],
        ),
    ]
    return [
        *when("guarantors", found),
        *when("not guarantors", [paragraph(words("no_guarantors"), "Note")]),
    ]


def collateral(words: Words) -> list[str]:
    """Return the securities with room for what is seen of each."""
    found = [
        paragraph(words("things"), "FormLabel"),
        listed(
            "collateral",
            [
                Column(words("thing"), "{{ one.name }}", 30),
                Column(words("owner"), "{{ one.owner }}", 16, "SmallCentre"),
                Column(words("numbers"), "{{ one.title_no }}\n{{ one.register_no }}", 38),
                Column(words("value"), "{{ one.value|yuan }}", 22, "SmallNumber"),
                Column(
                    words("insured"),
                    "{{ one.insured_until|short }}\n{{ one.last_check }}",
                    22,
                    "SmallCentre",
                ),
                Column(words("thing_state"), words("thing_box"), 26),
            ],
        ),
    ]
    return [
        *when("collateral", found),
        *when("not collateral", [paragraph(words("no_things"), "Note")]),
    ]


def debts(words: Words) -> list[str]:
    """Return what is owed to others, with room for what the visit finds besides."""
    found = [
        paragraph(words("debts"), "FormLabel"),
        listed(
            "debts",
            [
                Column(words("lender"), "{{ one.lender }}", 64),
                Column(words("balance"), "{{ one.balance|yuan }}", 34, "SmallNumber"),
                Column(words("as_at"), "{{ one.on|short }}", 30, "SmallCentre"),
                Column(words("class"), "{{ one.class_name }}", 26, "SmallCentre"),
            ],
        ),
    ]
    return [
        *when("debts", found),
        *when("not debts", [paragraph(words("no_debts"), "Note")]),
    ]


def statement(words: Words) -> list[str]:
    """Return the figures that a company's statements are asked for, to be filled in."""
    heads = ("statement_item", "statement_before", "statement_now", "statement_note")
    rows: list[list[Cell | str]] = [
        [Cell(item, "SmallText"), *[Cell("", "SmallNumber")] * 3]
        for item in STATEMENT[words.language]
    ]
    return [
        paragraph(words("statement"), "FormLabel"),
        table((42, 34, 34, 44), [[Cell(words(name), "SmallHead") for name in heads]], rows),
    ]


def arrears(words: Words) -> str:
    """Return days overdue and interest in arrears, the last contact, and room for this one."""
    first: list[Cell | str] = [
        Cell(words("days"), "TableLabel"), Cell("{{ days_overdue }}", "TableCentre"),
        Cell(words("arrears_in"), "TableLabel"), Cell("{{ arrears_in|yuan }}", "TableNumber"),
        Cell(words("arrears_off"), "TableLabel"), Cell("{{ arrears_off|yuan }}", "TableNumber"),
    ]  # fmt: skip
    second: list[Cell | str] = [
        Cell(words("last_contact"), "TableLabel"), Cell("{{ last_contact }}", "TableText", span=5),
    ]  # fmt: skip
    third: list[Cell | str] = [
        Cell(words("contact_now"), "TableLabel"),
        Cell(words("contact_text"), "TableText", span=5),
    ]
    return table((26, 25, 24, 27, 24, 28), [], [first, second, third])


def signals(words: Words) -> list[str]:
    """Return what the ledger shows, and room for what is found on the spot."""
    found = [
        paragraph(words("signals_known"), "TableText"),
        *each("signals", "TableText", "● {{ one.text }}"),
    ]
    return [
        *when("signals", found),
        *when("not signals", [paragraph(words("no_signals"), "TableText")]),
        paragraph(words("found"), "TableText"),
    ]


def warnings(words: Words) -> list[str]:
    """Return the warnings that are not released, where there are any."""
    found = [
        paragraph(words("warnings"), "FormLabel"),
        listed(
            "warnings",
            [
                Column(words("warning_no"), "{{ one.number }}", 26),
                Column(words("raised_on"), "{{ one.on|short }}", 22, "SmallCentre"),
                Column(words("signal"), "{{ one.signal }}", 54),
                Column(words("stage"), "{{ one.stage }}", 30, "SmallCentre"),
                Column(words("since"), "{{ one.since|short }}", 22, "SmallCentre"),
            ],
        ),
    ]
    return when("warnings", found)


def classed(words: Words) -> list[list[tuple[str, str]]]:
    """Return the rows of a conclusion on the class: in force, before, by the rules, proposed."""
    return [
        [(words("class_now"), words("class_now_text")),
         (words("class_before"), "{{ previous_class }}")],
        [(words("class_rule"), words("class_rule_text"))],
        [(words("class_new"), words("class_box"))],
    ]  # fmt: skip


def ended(words: Words) -> list[list[tuple[str, str]]]:
    """Return the last rows of every conclusion."""
    return [
        [(words("verdict"), "\n\n")],
        [(words("advice"), "\n\n")],
        [(words("until"), words("until_blank")), (words("by"), _blank(words))],
        [(words("enclosed"), words("enclosed_text"))],
    ]


def _blank(words: Words) -> str:
    return BLANK if words.language == "zh" else "____________"


def conclusion(words: Words, rows: list[list[tuple[str, str]]]) -> list[str]:
    """Return the conclusion with the places to sign; they stay on one page."""
    return [
        paragraph(words.heading("conclusion"), "FormHeading", keep=True),
        facts(rows, (34, 43, 34, 43), keep=len(rows)),
        paragraph("", "Note", keep=True),
        signatures(ROLES[words.language], words.language, width_mm=FULL),
    ]
