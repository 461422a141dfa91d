"""Lays out the report of a special inspection: its reasons first, each to be verified."""

from __future__ import annotations

from templates.build.blocks import each, paragraph, when
from templates.build.by_hand import FULL, Column, facts, listed
from templates.build.forms import signatures
from templates.build.inspection import blocks
from templates.build.inspection.words import ROLES, Words


def layout(language: str) -> bytes:
    """Return the template."""
    words = Words(language)
    body = [
        facts(
            [
                *blocks.who(words),
                [(words("place"), ""), (words("met"), "")],
                [(words("last_on"), "{{ last_inspected_on|day }}"),
                 (words("last_result"), "{{ last_result }}")],
            ],
            blocks.PAIR,
        ),
        blocks.heading(words, "reasons"),
        *when("reasons", [_reasons(words)]),
        *when("not reasons", [paragraph(words("no_reasons"), "FormText")]),
        blocks.heading(words, "loans"),
        *blocks.loans(words),
        paragraph(words("exposure"), "Note"),
        *each("repayment", "TableText"),
        blocks.arrears(words),
        *blocks.debts(words),
        blocks.heading(words, "security"),
        *blocks.guarantors(words),
        *blocks.collateral(words),
        blocks.heading(words, "signals"),
        *blocks.signals(words),
        blocks.heading(words, "findings"),
        facts(_findings(words), blocks.WIDE_PAIR),
        paragraph(words.heading("conclusion"), "FormHeading", keep=True),
        facts(
            [
                [(words("ability"), words("ability_text"))],
                [(words("risk"), words("risk_text"))],
                *blocks.classed(words),
                [(words("measures"), words("measures_text"))],
                [(words("advice"), "\n\n")],
                [(words("until"), words("until_blank")), (words("by"), "")],
                [(words("opinion_customer"), "\n"), (words("opinion_risk"), "\n")],
                [(words("opinion_head"), "\n")],
            ],
            (34, 43, 34, 43),
            keep=11,
        ),
        paragraph("", "Note", keep=True),
        signatures(ROLES[language], language, width_mm=FULL),
    ]  # fmt: skip
    return blocks.whole("special", words, body)


def _reasons(words: Words) -> str:
    return listed(
        "reasons",
        [
            Column(words("no"), "{{ one.number }}", 11, "SmallCentre"),
            Column(words("day"), "{{ one.on|short }}", 22, "SmallCentre"),
            Column(words("reason"), "{{ one.text }}", 65),
            Column(words("origin"), "{{ one.source }}", 26, "SmallCentre"),
            Column(words("verified"), words("verified_box"), 30),
        ],
    )


def _findings(words: Words) -> list[list[tuple[str, str]]]:
    """What was looked at, and what was found of a household or a company."""
    return [
        [(words("means"), words("means_text"))],
        [(words("finding"), "\n\n")],
        [
            (
                words("borrower_now"),
                f"{{% if is_company %}}{words('operating_text')}{{% else %}}"
                f"{words('business_text')}{{% endif %}}",
            )
        ],
        [(words("guarantor_now"), words("guarantor_box"))],
    ]
