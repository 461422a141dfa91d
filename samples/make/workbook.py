"""The sample ledger as a clerk keeps it: title rows, notes of the unit, merged heads, sums.

XlsxWriter writes fixed zip dates, so the file is the same on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.make.figures import dotted, figures, wan, yuan
from samples.make.loans import AS_OF, PRODUCTS, Loan, all_loans
from samples.make.people import BRANCH_CODES, UNION
from samples.make.registers import (
    QUARTER_ENDS,
    class_on,
    inspections,
    notices,
    plans,
    securities,
)

Cell = str | int | float | date | None
Head = Sequence[tuple[str, Sequence[str]]]
MONEY = "#,##0.00"


@dataclass(frozen=True, slots=True)
class Sum:
    """A cell of a sum row: the rows it adds (first, last; from 0) and what they come to, in fen."""

    rows: tuple[tuple[int, int], ...]
    fen: int


class Clerk:
    """Writes one sheet from the top: title, note, two-row head, rows, sums."""

    def __init__(self, book: Any, sheet: Any, columns: int) -> None:
        self._book, self._sheet, self._columns, self.row = book, sheet, columns, 0
        line = {"border": 1, "font_name": "宋体", "font_size": 10, "valign": "vcenter"}
        self._styles = {
            "title": book.add_format(
                {"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}
            ),
            "note": book.add_format({"font_name": "宋体", "font_size": 10}),
            "head": book.add_format(
                line | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7E6E6"}
            ),
            "text": book.add_format(line | {"num_format": "@"}),
            "number": book.add_format(line | {"num_format": MONEY}),
            "plain": book.add_format(line),
            "date": book.add_format(line | {"num_format": "yyyy-mm-dd", "align": "center"}),
            "sum": book.add_format(line | {"num_format": MONEY, "bold": True}),
            "rate": book.add_format(line | {"num_format": "0.0000"}),
        }

    def title(self, text: str, *notes: str) -> None:
        self._sheet.merge_range(0, 0, 0, self._columns - 1, text, self._styles["title"])
        self._sheet.set_row(0, 28)
        places = [0, self._columns // 2, max(self._columns - 3, 1)]
        for place, note in zip(places, notes, strict=False):
            self._sheet.write(1, place, note, self._styles["note"])
        self.row = 2

    def head(self, groups: Head) -> None:
        """Write a head of two rows; a group without columns spans both."""
        column, style = 0, self._styles["head"]
        for group, columns in groups:
            if not columns:
                self._sheet.merge_range(self.row, column, self.row + 1, column, group, style)
                column += 1
                continue
            last = column + len(columns) - 1
            if last > column:
                self._sheet.merge_range(self.row, column, self.row, last, group, style)
            else:
                self._sheet.write(self.row, column, group, style)
            for name in columns:
                self._sheet.write(self.row + 1, column, name, style)
                column += 1
        self.row += 2
        self._sheet.freeze_panes(self.row, 3)

    def put(self, cells: Iterable[Cell | Sum], rates: Sequence[int] = ()) -> int:
        """Write one row and return its number."""
        for column, cell in enumerate(cells):
            self._cell(column, cell, column in rates)
        self.row += 1
        return self.row - 1

    def _cell(self, column: int, cell: Cell | Sum, rate: bool) -> None:
        sheet, styles = self._sheet, self._styles
        match cell:
            case None:
                sheet.write_blank(self.row, column, None, styles["plain"])
            case Sum(rows, fen):
                letter = _letter(column)
                parts = ",".join(f"{letter}{first + 1}:{letter}{last + 1}" for first, last in rows)
                sheet.write_formula(
                    self.row, column, f"=SUM({parts})", styles["sum"], float(yuan(fen))
                )
            case date():
                sheet.write_datetime(self.row, column, cell, styles["date"])
            case str():
                sheet.write_string(self.row, column, cell, styles["text"])
            case int():
                sheet.write_number(self.row, column, cell, styles["plain"])
            case float():
                style = styles["rate"] if rate else styles["number"]
                sheet.write_number(self.row, column, cell, style)

    def widen(self, widths: dict[int, int]) -> None:
        """Set widths of columns, in characters."""
        for column, width in widths.items():
            self._sheet.set_column(column, column, width)

    def blank(self) -> None:
        self.row += 1

    def foot(self, *notes: str) -> None:
        for note in notes:
            self._sheet.write(self.row, 0, note, self._styles["note"])
            self.row += 1


def _letter(column: int) -> str:
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def money(fen: int) -> float:
    """Excel knows only binary numbers: two decimals survive them."""
    return float(yuan(fen))


def write_workbook(path: Path) -> None:
    """Write the whole ledger to `path`."""
    loans = all_loans()
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties(
            {"title": "信贷台账", "created": datetime(2026, 1, 4, 9, 0, tzinfo=UTC)}
        )
        sheets: tuple[tuple[str, int, Callable[[Clerk, list[Loan]], None]], ...] = (
            ("贷款台账", 21, _loan_sheet),
            ("还款明细", 9, _repayment_sheet),
            ("应收利息", 8, _interest_sheet),
            ("五级分类", 7 + len(QUARTER_ENDS), _class_sheet),
            ("抵质押物", 18, _security_sheet),
            ("贷后检查", 11, _inspection_sheet),
            ("年度计划", 7, _plan_sheet),
            ("催收登记", 11, _notice_sheet),
            ("诉讼台账", 10, _lawsuit_sheet),
        )
        for name, columns, write in sheets:
            sheet = book.add_worksheet(name)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.set_column(0, 0, 6)
            sheet.set_column(1, columns - 1, 14)
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0, 3)
            write(Clerk(book, sheet, columns), loans)


LOAN_HEAD: Head = (
    ("序号", ()),
    ("机构", ()),
    ("客户信息", ("客户名称", "证件号码", "户籍地址（村）", "联系电话")),
    ("贷款信息", ("业务品种", "担保方式", "合同编号", "借据编号")),
    ("金额", ("合同金额", "借据金额", "借据余额")),
    ("利率及期限", ("执行利率（‰）", "发放日", "到期日", "逾期天数")),
    ("欠息", ("表内欠息", "表外欠息")),
    ("五级分类", ()),
    ("管户经理", ()),
)


def _loan_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({2: 10, 3: 22, 4: 12, 6: 18, 7: 9, 8: 26, 15: 12, 19: 9, 20: 9})
    clerk.title(
        f"{UNION}贷款台账",
        f"填报单位：{UNION}",
        "截止日期：2025年12月31日",
        "单位：元",
    )
    clerk.head(LOAN_HEAD)
    number, blocks, counted = 0, [], list[Loan]()
    for branch in BRANCH_CODES:
        first, own = clerk.row, [loan for loan in loans if loan.borrower.branch == branch]
        for loan in own:
            number += 1
            clerk.put(loan_row(number, loan), rates=(13,))
        block = (first, clerk.row - 1)
        clerk.put([None, f"{branch}小计", *[None] * 8, *_loan_sums((block,), own), None, None])
        blocks.append(block)
        counted += own
        clerk.blank()
    clerk.put([None, "合计", *[None] * 8, *_loan_sums(tuple(blocks), counted), None, None])
    clerk.blank()
    clerk.foot("制表人：宋小萍        复核人：刘建平        制表日期：2026年1月4日")


def loan_row(number: int, loan: Loan) -> list[Cell]:
    """Return one row of the loan sheet as at AS_OF."""
    who, balance = loan.borrower, loan.balance(AS_OF)
    arrears, days = loan.arrears(AS_OF), loan.days_past_due(AS_OF)
    # A clerk pasted some rows from another system: balances and dates came as text.
    pasted = number % 13 == 5
    return [
        number,
        who.branch,
        f"{who.name} " if number % 29 == 7 else who.name,
        who.number,
        who.village,
        int(who.phone) if number % 10 == 2 and who.phone.isdigit() else who.phone,
        loan.product.name,
        loan.product.guarantee,
        loan.contract_no,
        loan.iou_no,
        money(loan.contract_fen),
        money(loan.amount_fen),
        figures(balance) if pasted else money(balance),
        float(loan.rate),
        dotted(loan.start) if number % 11 == 3 or pasted else loan.start,
        dotted(loan.end) if number % 11 == 3 or pasted else loan.end,
        days,
        money(arrears if days <= 90 else 0),
        money(arrears if days > 90 else 0),
        class_on(loan, AS_OF) if balance else "已结清",
        loan.officer,
    ]


def _loan_sums(blocks: tuple[tuple[int, int], ...], loans: list[Loan]) -> list[Cell | Sum]:
    """Sums of the money columns.

    The balances hold text among the numbers, which Excel's SUM passes over, so the clerk typed
    that sum; contract amounts are not added, since members of a group share one contract.
    """
    inside = sum(one.arrears(AS_OF) for one in loans if one.days_past_due(AS_OF) <= 90)
    outside = sum(one.arrears(AS_OF) for one in loans if one.days_past_due(AS_OF) > 90)
    return [
        None,
        Sum(blocks, sum(one.amount_fen for one in loans)),
        money(sum(one.balance(AS_OF) for one in loans)),
        *[None] * 4,
        Sum(blocks, inside),
        Sum(blocks, outside),
    ]


def _repayment_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.title(f"{UNION}还款明细（2024—2025年）", "", "", "单位：元")
    names = [
        "序号",
        "还款日期",
        "机构",
        "客户名称",
        "借据编号",
        "收回本金",
        "收回利息",
        "收回方式",
        "经办人",
    ]
    clerk.head([(name, ()) for name in names])
    number, blocks, totals = 0, [], [0, 0]
    for year in (2024, 2025):
        rows = sorted(
            (
                (paid, loan)
                for loan in loans
                for paid in loan.repayments
                if paid.paid_on.year == year
            ),
            key=lambda row: (row[0].paid_on, row[1].iou_no),
        )
        first = clerk.row
        for paid, loan in rows:
            number += 1
            day: Cell = dotted(paid.paid_on) if number % 17 == 4 else paid.paid_on
            way = "现金" if number % 3 == 0 else "转账"
            if loan.conduct.returns_on == paid.paid_on and loan.iou_no.startswith("83"):
                way = "诉讼收回"
            clerk.put(
                [
                    number,
                    day,
                    loan.borrower.branch,
                    loan.borrower.name,
                    loan.iou_no,
                    money(paid.principal_fen),
                    money(paid.interest_fen),
                    way,
                    loan.officer,
                ]
            )
        block = (first, clerk.row - 1)
        year_totals = [
            sum(paid.principal_fen for paid, _ in rows),
            sum(paid.interest_fen for paid, _ in rows),
        ]
        sums = [Sum((block,), fen) for fen in year_totals]
        clerk.put([None, f"{year}年小计", None, None, None, *sums, None, None])
        clerk.blank()
        blocks.append(block)
        totals = [total + fen for total, fen in zip(totals, year_totals, strict=True)]
    sums = [Sum(tuple(blocks), fen) for fen in totals]
    clerk.put([None, "合计", None, None, None, *sums, None, None])


def _interest_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.title(
        f"{UNION}应收利息登记簿（2024—2025年）", "按季结息，结息日为季末月20日", "", "单位：元"
    )
    names = ["序号", "结息日", "客户名称", "借据编号", "应收利息", "实收利息", "欠息", "收息日期"]
    clerk.head([(name, ()) for name in names])
    number, blocks, totals = 0, [], [0, 0, 0]
    for year in (2024, 2025):
        rows = sorted(
            ((due, loan) for loan in loans for due in loan.interest if due.due_on.year == year),
            key=lambda row: (row[0].due_on, row[1].iou_no),
        )
        first = clerk.row
        for due, loan in rows:
            number += 1
            got = due.fen if due.paid_on else 0
            clerk.put(
                [
                    number,
                    due.due_on,
                    loan.borrower.name,
                    loan.iou_no,
                    money(due.fen),
                    money(got),
                    money(due.fen - got),
                    due.paid_on,
                ]
            )
        block = (first, clerk.row - 1)
        dues = [due for due, _ in rows]
        got = sum(due.fen for due in dues if due.paid_on)
        year_totals = [sum(due.fen for due in dues), got, sum(due.fen for due in dues) - got]
        sums = [Sum((block,), fen) for fen in year_totals]
        clerk.put([None, f"{year}年小计", None, None, *sums, None])
        blocks.append(block)
        totals = [total + fen for total, fen in zip(totals, year_totals, strict=True)]
    clerk.put([None, "合计", None, None, *[Sum(tuple(blocks), fen) for fen in totals], None])


def _class_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.title(f"{UNION}贷款五级分类台账", "按季认定", "", "单位：元")
    years: dict[int, list[str]] = {}
    for day in QUARTER_ENDS:
        years.setdefault(day.year, []).append(f"{day.year}年{day.month}月末")
    clerk.head(
        [
            *((name, ()) for name in ("序号", "机构", "客户名称", "借据编号", "担保方式")),
            *((f"{year}年度", names) for year, names in years.items()),
            ("2025年末余额", ()),
            ("认定人", ()),
        ]
    )
    first = clerk.row
    for number, loan in enumerate(loans, 1):
        clerk.put(
            [
                number,
                loan.borrower.branch,
                loan.borrower.name,
                loan.iou_no,
                loan.product.guarantee,
                *(class_on(loan, day) if loan.balance(day) else None for day in QUARTER_ENDS),
                money(loan.balance(AS_OF)),
                loan.officer,
            ]
        )
    total = Sum(((first, clerk.row - 1),), sum(loan.balance(AS_OF) for loan in loans))
    clerk.put([None, "合计", None, None, None, *[None] * len(QUARTER_ENDS), total, None])
    clerk.blank()
    clerk.foot("注：空白表示该时点尚未发放或已结清。")


def _security_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({3: 26, 4: 20, 7: 34, 9: 30, 12: 26, 14: 34})
    clerk.title(f"{UNION}抵（质）押物台账", "", "", "单位：元、平方米")
    clerk.head(
        [
            ("序号", ()),
            ("机构", ()),
            ("借款人", ()),
            ("合同编号", ()),
            (
                "抵（质）押物",
                ("名称", "类型", "权属人", "权证号", "面积（㎡）", "坐落"),
            ),
            ("评估", ("评估价值", "评估日期", "评估机构", "抵押率（%）")),
            ("登记及保险", ("登记证明号", "保险单号", "保险到期日")),
            ("状态", ()),
        ]
    )
    first, total = clerk.row, 0
    for number, one in enumerate(securities(loans), 1):
        total += one.value_fen
        clerk.put(
            [
                number,
                one.loan.borrower.branch,
                one.loan.borrower.name,
                one.loan.contract_no,
                one.name,
                one.kind,
                one.owner,
                one.certificate,
                float(one.area) if one.area else None,
                one.place or None,
                money(one.value_fen),
                dotted(one.valued_on) if number % 6 == 2 else one.valued_on,
                one.appraiser or None,
                one.rate,
                one.registration or None,
                one.policy or None,
                one.insured_until,
                one.state,
            ]
        )
    clerk.put([None, "合计", *[None] * 8, Sum(((first, clerk.row - 1),), total), *[None] * 7])


def _inspection_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({9: 38})
    clerk.title(
        f"{UNION}贷后检查登记簿（2024—2025年）", "首次检查：放款后30日内；常规检查：每半年一次"
    )
    names = "序号 机构 客户名称 借据编号 检查类型 应检查日期 检查日期 检查方式 检查人 检查结果 备注"
    clerk.head([(name, ()) for name in names.split()])
    rows = sorted(inspections(loans), key=lambda one: (one.due_on, one.loan.iou_no))
    for number, one in enumerate(rows, 1):
        clerk.put(
            [
                number,
                one.loan.borrower.branch,
                one.loan.borrower.name,
                one.loan.iou_no,
                one.kind,
                one.due_on,
                dotted(one.done_on) if one.done_on and number % 9 == 2 else one.done_on,
                one.way or None,
                one.inspectors or None,
                one.result or None,
                None if one.done_on else "未检查",
            ]
        )


def _plan_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({0: 24})
    clerk.title(f"{UNION}年度信贷计划", "", "单位：万元")
    years = list(plans(loans))
    clerk.head(
        [
            ("业务品种", ()),
            *((f"{plan.year}年", ("发放计划", "年末余额计划")) for plan in years),
        ]
    )
    first = clerk.row
    for product in PRODUCTS:
        clerk.put(
            [
                product.name,
                *(
                    float(wan(fen))
                    for plan in years
                    for fen in (plan.granted[product.name], plan.outstanding[product.name])
                ),
            ]
        )
    block = ((first, clerk.row - 1),)
    clerk.put(
        [
            "合计",
            *(
                Sum(block, sum(plan_amounts.values()) // 10_000)
                for plan in years
                for plan_amounts in (plan.granted, plan.outstanding)
            ),
        ]
    )
    clerk.blank()
    clerk.head([("控制指标", ()), *((f"{plan.year}年", ("目标", "备注")) for plan in years)])
    for name, values in _targets(years):
        clerk.put([name, *(cell for value in values for cell in (float(value), None))])


def _targets(years: Sequence[Any]) -> Iterator[tuple[str, list[str]]]:
    yield "不良贷款率（%）", [plan.npl_rate for plan in years]
    yield "不良贷款余额（万元）", [wan(plan.npl_fen) for plan in years]
    yield "到期贷款收回率（%）", [plan.due_recovery for plan in years]
    yield "利息收回率（%）", [plan.interest_recovery for plan in years]
    yield "清收不良贷款（万元）", [wan(plan.npl_cleared_fen) for plan in years]


def _notice_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({1: 26})
    clerk.title(f"{UNION}催收登记簿", "", "", "单位：元")
    names = (
        "序号 催收函编号 客户名称 借据编号 催收日期 送达方式 催收本金 欠息 签收人 签收日期 经办人"
    )
    clerk.head([(name, ()) for name in names.split()])
    for number, one in enumerate(notices(loans), 1):
        clerk.put(
            [
                number,
                one.number,
                one.loan.borrower.name,
                one.loan.iou_no,
                one.on,
                one.way,
                money(one.loan.balance(one.on)),
                money(one.loan.arrears(one.on)),
                one.signed_by or None,
                one.signed_on,
                one.loan.officer,
            ]
        )


def _lawsuit_sheet(clerk: Clerk, loans: list[Loan]) -> None:
    clerk.widen({1: 28, 7: 18})
    clerk.title(f"{UNION}诉讼台账", "", "", "单位：元")
    names = "序号 案号 被告 借据编号 受理法院 立案日期 标的金额 阶段 判决日期 执行收回"
    clerk.head([(name, ()) for name in names.split()])
    lost = [loan for loan in loans if loan.five_level_class(AS_OF) in ("可疑", "损失")]
    for number, loan in enumerate(lost, 1):
        filed = date(2025, 10, 9 + number)
        clerk.put(
            [
                number,
                f"（2025）豫青0381民初{410 + number * 23}号",
                loan.borrower.name,
                loan.iou_no,
                "青禾县人民法院",
                filed,
                money(loan.balance(filed) + loan.arrears(filed)),
                "审理中" if number % 2 else "已判决，执行中",
                None if number % 2 else date(2025, 12, 5),
                money(0),
            ]
        )
