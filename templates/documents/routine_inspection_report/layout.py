"""Lays out the report of a routine inspection, of a household or of a company."""

from __future__ import annotations

from templates.build.blocks import each, paragraph, when
from templates.build.by_hand import Column, facts, listed
from templates.build.inspection import blocks
from templates.build.inspection.words import Words


def layout(language: str) -> bytes:
    """Return the template."""
    words = Words(language)
    body = [
        facts(
            [
                *blocks.who(words),
                [(words("place"), ""), (words("met"), "")],
                [(words("last_on"), "{{ last_inspected_on|day }}"),
                 (words("last_by"), "{{ last_inspector }}")],
                [(words("last_result"), "{{ last_result }}")],
            ],
            blocks.PAIR,
        ),
        *each("timing", "Note"),
        blocks.heading(words, "loans"),
        *blocks.loans(words),
        paragraph(words("this_loan"), "Note"),
        blocks.heading(words, "use"),
        facts(
            [
                [(words("agreed_use"), "{{ purpose }}")],
                [(words("current_use"), "")],
                [(words("as_agreed"), words("as_agreed_box"))],
            ],
            blocks.WIDE_PAIR,
        ),
        *_borrower(words),
        *blocks.debts(words),
        blocks.heading(words, "security"),
        *blocks.guarantors(words),
        *blocks.collateral(words),
        blocks.heading(words, "repayment"),
        *each("repayment", "TableText"),
        blocks.arrears(words),
        blocks.heading(words, "signals"),
        *blocks.signals(words),
        *blocks.warnings(words),
        facts([[(words("before_fixed"), words("before_fixed_text"))]], blocks.WIDE_PAIR),
        *when(
            "methods",
            [
                blocks.heading(words, "methods"),
                paragraph(words("methods_done"), "Note"),
                _methods(words),
            ],
        ),
        *blocks.conclusion(words, [*blocks.classed(words), *blocks.ended(words)]),
    ]  # fmt: skip
    return blocks.whole("routine", words, body)


def _methods(words: Words) -> str:
    return listed(
        "methods",
        [
            Column(words("no"), "{{ one.number }}", 11, "SmallCentre"),
            Column(words("method"), "{{ one.title }}", 40),
            Column(words("state"), "{{ one.state }}", 20, "SmallCentre"),
            Column(words("why"), "{{ one.why }}", 53),
            Column(words("seen"), words("seen_box"), 30, "SmallCentre"),
        ],
    )


def _borrower(words: Words) -> list[str]:
    person = [
        [(words("family"), words("family_text"))],
        [(words("business"), words("business_text"))],
        [(words("income"), words("income_text"))],
        [(words("guarantees_given"), words("none_or"))],
        [(words("events"), words("events_text"))],
    ]
    company = [
        [(words("operating"), words("operating_text"))],
        [(words("management"), words("management_text"))],
        [(words("registered"), "{{ changes }}")],
        [(words("stock"), words("stock_text"))],
        [(words("settled"), words("settled_text"))],
        [(words("guarantees_given"), words("none_or"))],
        [(words("events"), words("events_company"))],
    ]
    return [
        blocks.heading(words, "person"),
        *when("not is_company", [facts(person, blocks.WIDE_PAIR)]),
        *when("is_company", [facts(company, blocks.WIDE_PAIR), *blocks.statement(words)]),
    ]
