"""A two-page notice to a borrower with invented values: drafting in bulk is measured with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ledger.figure import Figure, FigureRow, Source
from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.package import Page, document
from templates.document import Document
from templates.word_template import WordTemplate, compiled

AS_OF = date(2025, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLoan:
    """One loan of the notice's table. amount, balance: fen."""

    number: str
    product: str
    amount: int
    balance: Figure
    granted_on: date
    due_on: date
    rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Document):
    """A notice that loans fall due. phone: of the officer; None prints as a blank."""

    number: str
    institution: str
    borrower: str
    village: str
    household_number: str
    manager: str
    phone: str | None
    month: date
    total: Figure
    overdue: bool
    loans: tuple[NoticeLoan, ...]
    as_of: date


def notices(count: int, loans: int = 3) -> Iterator[Notice]:
    """Return `count` invented notices, always the same ones, with `loans` loans each."""
    return (notice(number, loans) for number in range(1, count + 1))


def notice(number: int, loans: int = 3) -> Notice:
    """Return the notice of this number."""
    lines = tuple(_loan(number, place) for place in range(loans))
    return Notice(
        number=f"TS-202601-{number:05d}",
        institution="青禾县农村信用合作联社",
        borrower="赵钱孙李周吴郑王"[number % 8]
        + "德春秀建国玉明"[number % 7]
        + "华山林芳"[number % 4],
        village=f"石桥镇{'东西南北'[number % 4]}坡村{number % 12 + 1}组",
        household_number=f"{number:06d}",
        manager=f"{'陈杨黄何'[number % 4]}{'立新'[number % 2]}平",
        phone=None if number % 5 == 0 else f"0999-86{number % 10_000:04d}",
        month=date(2026, 1, 1),
        total=_figure(
            f"balance({number})",
            sum(int(line.balance.value or 0) for line in lines),
            tuple(row for line in lines for row in line.balance.rows),
        ),
        overdue=number % 3 == 0,
        loans=lines,
        as_of=AS_OF,
    )


def _loan(number: int, place: int) -> NoticeLoan:
    amount = (number % 90 + 10 + place) * 100_000
    balance = amount * (number % 7 + 3) // 10
    named = f"JJ{number:06d}-{place + 1}"
    source = Source(kind="workbook", document_id="01", sheet="贷款台账", cell=f"H{number + place}")
    row = FigureRow(fact=f"loan:{number}{place}", label=named, amount=balance, source=source)
    return NoticeLoan(
        number=named,
        product="农户小额信用贷款" if place % 2 else "农户联保贷款",
        amount=amount,
        balance=_figure(f"balance({named})", balance, (row,)),
        granted_on=date(2024, 1, 1) + timedelta(days=number % 300),
        due_on=date(2026, 1, 1) + timedelta(days=(number + place) % 31),
        rate=Decimal("6.525"),
    )


def _figure(name: str, fen: int, rows: tuple[FigureRow, ...]) -> Figure:
    return Figure(name=name, value=fen, unit="fen", query="贷款余额合计", as_of=AS_OF, rows=rows)


def template() -> WordTemplate:
    """Return the notice's compiled template."""
    return compiled(layout(), name="notice.docx", kind=Notice, language="zh")


def layout() -> bytes:
    """Return the notice's template: a letter of two pages, the second a receipt to be signed."""
    row: list[Cell | str] = [
        "{{ one.number }}",
        "{{ one.product }}",
        Cell("{{ one.amount|元 }}", "TableNumber"),
        Cell("{{ one.balance|元 }}", "TableNumber"),
        Cell("{{ one.granted_on|short }}", "TableCentre"),
        Cell("{{ one.due_on|short }}", "TableCentre"),
        Cell("{{ one.rate }}", "TableNumber"),
    ]
    heads: list[Cell | str] = [
        "借据编号", "贷款品种", "借款金额", "贷款余额", "发放日", "到期日", "月利率‰",
    ]  # fmt: skip
    widths = (26, 25, 21, 21, 24, 24, 14)
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph("贷款到期提示函", "Title"),
        paragraph("编号：{{ number }}", "Draft"),
        paragraph("{{ village }}　{{ borrower }}：", "Flush"),
        paragraph(
            "你户（户号{{ household_number }}）在我社的下列贷款将于{{ month|月 }}到期，"
            "截至{{ as_of }}，余额合计{{ total|元 }}元（大写：{{ total|大写 }}）。"
            "请于到期日前备足本息，存入还款账户。"
        ),
        paragraph("单位：元", "Unit"),
        table(widths, [heads], for_each_row("loans", row)),
        *when(
            "overdue",
            [paragraph("其中有贷款已经逾期，请立即归还；逾期期间按合同约定加收罚息。")],
        ),
        *when("not overdue", [paragraph("上列贷款目前没有逾期，感谢你户的守信。")]),
        paragraph("如需延期，应当在到期日前向管户信贷员提出书面申请，未经同意不得自行延期。"),
        paragraph("管户信贷员：{{ manager }}　联系电话：{{ phone }}"),
        paragraph("{{ institution }}", "Signature", keep=True),
        paragraph("{{ as_of }}", "Signature"),
        paragraph("送达回执", "Title", page_break=True),
        paragraph("编号：{{ number }}", "Draft"),
        table(
            (38, 116),
            [],
            [
                [Cell("受送达人", "TableLabel"), "{{ borrower }}（{{ village }}）"],
                [Cell("送达文书", "TableLabel"), "贷款到期提示函{{ number }}"],
                [Cell("涉及金额", "TableLabel"), "{{ total }}（大写：{{ total|大写 }}）"],
                [Cell("送达方式", "TableLabel"), "□当面  □留置  □邮寄  □其他：＿＿＿＿"],
                [Cell("送达日期", "TableLabel"), "＿＿＿年＿＿月＿＿日"],
            ],
        ),
        paragraph("受送达人签名（按指印）：＿＿＿＿＿＿", "SignLine", keep=True),
        paragraph("送达人签名：＿＿＿＿　＿＿＿＿", "SignLine"),
    ]
    page = Page(
        language="zh",
        title="贷款到期提示函",
        header=("{{ institution }}", "户号{{ household_number }}  编号{{ number }}"),
    )
    return document(page, body)
