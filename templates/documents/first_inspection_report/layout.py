"""Lays out the report of a first inspection: payments and use of the money come first."""

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
                [(words("granted_on"), "{{ granted_on|day }}"),
                 (words("inspect_by"), "{{ inspect_by|day }}")],
                [(words("place"), ""), (words("met"), "")],
            ],
            blocks.PAIR,
        ),
        *each("timing", "Note"),
        blocks.heading(words, "loans"),
        *blocks.loans(words),
        paragraph(words("this_loan"), "Note"),
        blocks.heading(words, "payments"),
        _payments(words),
        paragraph(words("paid_note"), "Note"),
        blocks.heading(words, "use"),
        facts(
            [
                [(words("agreed_use"), "{{ purpose }}")],
                [(words("real_use"), "")],
                [(words("on_record"), words("on_record_text"))],
                [(words("vouchers"), words("voucher_kinds"))],
                [(words("as_agreed"), words("as_agreed_box"))],
                [(words("flow_back"), words("flow_back_box"))],
            ],
            blocks.WIDE_PAIR,
        ),
        *_borrower(words),
        blocks.heading(words, "security"),
        *blocks.guarantors(words),
        *blocks.collateral(words),
        facts([[(words("in_place"), words("in_place_text"))]], blocks.WIDE_PAIR),
        blocks.heading(words, "repayment"),
        facts(
            [[(words("days"), "{{ days_overdue }}"), (words("arrears_in"), "{{ arrears_in|yuan }}"),
              (words("arrears_off"), "{{ arrears_off|yuan }}")]],
            (24, 22, 26, 28, 26, 28),
        ),
        blocks.heading(words, "signals"),
        *blocks.signals(words),
        *blocks.conclusion(
            words,
            [*blocks.classed(words), [(words("use_result"), words("use_result_box"))],
             *blocks.ended(words)],
        ),
    ]  # fmt: skip
    return blocks.whole("first", words, body)


def _payments(words: Words) -> str:
    return listed(
        "payments",
        [
            Column(words("paid_on"), "{{ one.on|short }}", 22, "SmallCentre"),
            Column(words("payee"), "{{ one.payee }}", 36),
            Column(words("paid"), "{{ one.amount|yuan }}", 24, "SmallNumber"),
            Column(words("mode"), "{{ one.mode }}", 18, "SmallCentre"),
            Column(words("final_payee"), "{{ one.final_payee }}", 34),
            Column(words("traced"), "{{ one.traced }}", 20, "SmallCentre"),
        ],
        empty=2,
    )


def _borrower(words: Words) -> list[str]:
    """A household's state, or a company's: a first visit asks for no statements yet."""
    person = [
        [(words("family"), words("family_text"))],
        [(words("business"), words("business_text"))],
        [(words("income"), words("income_text"))],
        [(words("events"), words("events_text"))],
    ]
    company = [
        [(words("operating"), words("operating_text"))],
        [(words("management"), words("management_text"))],
        [(words("stock"), words("stock_text"))],
        [(words("events"), words("events_company"))],
    ]
    return [
        blocks.heading(words, "person"),
        *when("not is_company", [facts(person, blocks.WIDE_PAIR)]),
        *when("is_company", [facts(company, blocks.WIDE_PAIR)]),
    ]
