"""贷款台账: one row a drawdown, with its terms and its state on the day of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.wording import _
from ledger.layouts import shared
from ledger.layouts.layout import (
    Column,
    Layout,
    Proposal,
    Row,
    RowRefused,
    Spread,
    stated,
)

STATE = ("days_overdue", "arrears_in_fen", "arrears_off_fen")


def propose(row: Row) -> Iterator[Proposal]:
    """The terms; the balance and arrears stated for the day; the class on that day."""
    number = shared.loan_of(row)
    granted_on, due_on = row.values["granted_on"], row.values.get("due_on")
    if due_on and due_on < granted_on:
        raise RowRefused("due_on", "due_before_granted", _("falls due before it was granted"))
    content, cells = stated(
        row,
        "iou_no",
        "contract_no",
        "product",
        "guarantee",
        "occurrence",
        "purpose",
        "unit",
        "manager",
        "amount_fen",
        "contract_amount_fen",
        "granted_on",
        "due_on",
    )
    if "rate" in row.values:
        rate = row.values["rate"]
        content |= {"rate": format(rate.value, "f"), "rate_unit": rate.unit}
        cells |= {"rate": row.cells["rate"], "rate_unit": row.cells["rate"]}
    if content["amount_fen"] <= 0:
        raise RowRefused("amount_fen", "amount_not_positive", _("the amount must be above nought"))
    yield Proposal(
        table="loan",
        loan=number,
        key=(),
        effective_on=granted_on,
        content=content,
        cells=cells,
        sheet=row.sheet,
        row=row.number,
        borrower=shared.borrower_of(row),
    )
    yield from states(row)
    yield from classes(row)


def states(row: Row) -> Iterator[Proposal]:
    """What the row says of the loan's balance and arrears, each for its day."""
    said, where = stated(row, *STATE, balance_fen="balance_fen")
    if "arrears_fen" in row.values and "arrears_in_fen" not in said:
        # 欠息 without saying which kind counts as on the balance sheet.
        said["arrears_in_fen"] = row.values["arrears_fen"]
        where["arrears_in_fen"] = row.cells["arrears_fen"]
    by_day = {row.as_at: (said, where)} if said and row.as_at else {}
    for one in row.dated:
        if one.key == "balance_fen":
            content, cells = by_day.setdefault(one.day, ({}, {}))
            content["balance_fen"], cells["balance_fen"] = one.value, one.cell
    for day, (content, cells) in by_day.items():
        yield Proposal(
            table="statement",
            loan=shared.loan_of(row),
            key=(day.isoformat(),),
            effective_on=day,
            content=content,
            cells=cells,
            sheet=row.sheet,
            row=row.number,
        )


def classes(row: Row) -> Iterator[Proposal]:
    """The class the row states, and those in columns named for a day."""
    found = {one.day: (one.value, one.cell) for one in row.dated if one.key == "class"}
    if "class" in row.values and row.as_at:
        found[row.as_at] = (row.values["class"], row.cells["class"])
    for day, (code, cell) in found.items():
        content, cells = {"class": code}, {"class": cell}
        if day == row.as_at:
            more, where = stated(
                row, "decided_on", "why", "previous_class", decided_by="decided_by"
            )
            content, cells = content | more, cells | where
        yield Proposal(
            table="classification",
            loan=shared.loan_of(row),
            key=(day.isoformat(),),
            effective_on=day,
            content=content,
            cells=cells,
            sheet=row.sheet,
            row=row.number,
        )


BALANCE = Column(
    key="balance_fen",
    grammar="money",
    labels=(
        "借据余额", "贷款余额", "余额", "本金余额", "结欠本金", "期末余额", "当前余额", "结余",
        "结余金额", "尚欠本金", "尚欠本金余额", "期末结欠本金", "合同余额", "saldo",
        "saldo de capital", "saldo capital", "saldo actual", "balance", "outstanding",
        "outstanding balance", "principal balance",
    ),
)  # fmt: skip
DAYS_OVERDUE = Column(
    key="days_overdue",
    grammar="days",
    labels=(
        "逾期天数", "逾期日数", "逾期(天)", "本金逾期天数", "días de atraso", "días de mora",
        "días vencidos", "days overdue", "days past due", "dpd", "overdue days",
    ),
)  # fmt: skip
ARREARS_IN = Column(
    key="arrears_in_fen",
    grammar="money",
    labels=("表内欠息", "表内利息", "表内欠息余额", "欠息表内", "表内应收未收利息", "表内"),
)
ARREARS_OFF = Column(
    key="arrears_off_fen",
    grammar="money",
    labels=("表外欠息", "表外利息", "表外欠息余额", "欠息表外", "表外应收未收利息", "表外"),
)
ARREARS = Column(
    key="arrears_fen",
    grammar="money",
    labels=(
        "欠息", "欠息金额", "欠息合计", "拖欠利息", "欠息余额", "尚欠利息", "结欠利息",
        "intereses atrasados", "interés en mora", "intereses vencidos", "interest arrears",
        "interest in arrears",
    ),
)  # fmt: skip
CLASS = Column(
    key="class",
    grammar="class",
    labels=(
        "五级分类", "风险分类", "贷款分类", "分类", "五级", "五级形态", "贷款形态",
        "五级分类结果", "风险分类(账面)", "风险分类(实际)", "认定", "认定结果", "认定级次",
        "本期分类", "分类结果", "认定分类", "本期认定", "最终认定", "clasificación", "categoría",
        "clasificación de riesgo", "classification", "class", "risk class", "loan class",
        "five-level class",
    ),
)  # fmt: skip
PREVIOUS_CLASS = Column(
    key="previous_class",
    grammar="class",
    labels=(
        "上期分类", "上期", "上期认定", "原分类", "上次分类", "上期五级分类",
        "clasificación anterior", "previous class",
    ),
)  # fmt: skip
DECISION = (
    PREVIOUS_CLASS,
    Column(
        key="decided_on",
        grammar="date",
        labels=(
            "认定日期",
            "认定时间",
            "分类日期",
            "分类认定日期",
            "decided on",
            "fecha de clasificación",
        ),
    ),
    Column(
        key="decided_by",
        grammar="text",
        labels=(
            "认定人",
            "认定单位",
            "认定机构",
            "分类认定人",
        ),
    ),
    Column(
        key="why",
        grammar="text",
        labels=("调整原因", "分类理由", "认定理由", "分类原因", "认定依据"),
    ),
)
GRANTED_ON = Column(
    key="granted_on",
    grammar="date",
    required=True,
    labels=(
        "发放日", "发放日期", "放款日", "放款日期", "贷款发放日", "贷款发放日期", "借据起始日",
        "借据起始日期", "起始日", "起始日期", "借款日期", "贷款日期", "贷出日期", "贷款起始日",
        "借款起始日", "首次发放日", "出账日期", "发放时间", "放款时间", "贷款起始日期", "起息日",
        "fecha de desembolso", "desembolso", "fecha de otorgamiento", "fecha de concesión",
        "fecha de inicio", "granted on", "disbursed on", "disbursement date", "start date",
        "drawdown date", "date granted", "grant date",
    ),
)  # fmt: skip
DUE_ON = Column(
    key="due_on",
    grammar="date",
    labels=(
        "到期日", "到期日期", "贷款到期日", "贷款到期日期", "借据到期日", "借据到期日期",
        "借款到期日", "终止日", "终止日期", "最后到期日", "到期时间", "止期", "还款到期日",
        "fecha de vencimiento", "vencimiento", "due date", "maturity", "maturity date", "due on",
        "end date",
    ),
)  # fmt: skip
AMOUNT = Column(
    key="amount_fen",
    grammar="money",
    required=True,
    labels=(
        "借据金额", "发放金额", "贷款金额", "借款金额", "放款金额", "贷款本金", "出账金额",
        "本金", "金额", "贷款发放额", "初始本金", "合同金额", "monto", "monto otorgado",
        "monto desembolsado", "importe", "capital", "principal", "amount", "loan amount",
        "amount granted", "drawdown amount",
    ),
)  # fmt: skip

LOANS = Layout(
    name="loans",
    needs=(("iou_no", "contract_no"), ("amount_fen",), ("granted_on",)),
    dated=frozenset({"balance_fen", "arrears_fen", "class", *STATE}),
    columns=(
        shared.UNIT,
        replace(shared.BORROWER, required=True),
        shared.DOCUMENT,
        shared.CLIENT,
        replace(shared.IDENTITY, required=True),
        shared.VILLAGE,
        shared.PHONE,
        # The IOU number names the loan: one without it would go by its contract's.
        replace(shared.IOU_NO, required=True),
        shared.CONTRACT_NO,
        shared.PRODUCT,
        shared.GUARANTEE,
        shared.MANAGER,
        Column(
            key="occurrence",
            grammar="occurrence",
            labels=("发生类型", "发放类型", "tipo de operación", "occurrence"),
        ),
        Column(
            key="purpose",
            grammar="text",
            labels=(
                "贷款用途", "借款用途", "用途", "资金用途", "destino", "finalidad", "purpose",
            ),
        ),
        Column(
            key="contract_amount_fen",
            grammar="money",
            labels=(
                "合同金额", "授信金额", "授信额度", "monto del contrato", "contract amount",
            ),
        ),
        AMOUNT,
        BALANCE,
        Column(
            key="rate",
            grammar="rate",
            labels=(
                "执行利率", "利率", "贷款利率", "月利率", "年利率", "合同利率", "执行月利率",
                "执行年利率", "tasa", "tasa de interés", "tasa anual", "tasa mensual", "rate",
                "interest rate", "annual rate", "monthly rate",
            ),
        ),
        GRANTED_ON,
        DUE_ON,
        DAYS_OVERDUE,
        ARREARS_IN,
        ARREARS_OFF,
        ARREARS,
        CLASS,
        *DECISION,
        *shared.NOTED,
    ),
    spreads=(
        Spread(key="balance_fen", grammar="money", rest=r"(借据|贷款|本金)?余额|saldo.*|balance"),
        Spread(key="class", grammar="class", rest=r"(五级|风险)?分类|class|clasificación"),
    ),
    propose=propose,
)  # fmt: skip
