"""抵质押物台账: what secures loans, one row a thing."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, RowRefused, stated

COLUMNS = (
    "kind",
    "name",
    "owner",
    "title_no",
    "register_no",
    "location",
    "extent",
    "value_fen",
    "appraised_on",
    "registered_on",
    "insured_until",
    "custody",
)


def propose(row: Row) -> Iterator[Proposal]:
    """One thing, told from others by its certificate, else by what and where it is."""
    content, cells = stated(row, *COLUMNS)
    number = row.values.get("iou_no") or row.values.get("contract_no")
    if number is None and "identity" not in row.values:
        raise RowRefused(
            "contract_no", "no_loan", _("neither the loan's number nor the borrower's ID is given")
        )
    key = row.values.get("title_no") or row.values.get("register_no")
    yield Proposal(
        table="collateral",
        loan=number,
        key=(key,) if key else (content["name"], content.get("location") or ""),
        # Filled in from the loan where the sheet gives no day.
        effective_on=row.values.get("registered_on") or row.values.get("appraised_on"),
        content=content,
        cells=cells,
        sheet=row.sheet,
        row=row.number,
        borrower=shared.borrower_of(row),
        repeats=key is None,
    )


COLLATERAL = Layout(
    name="collateral",
    needs=(
        ("iou_no", "contract_no", "identity"),
        ("name",),
        ("value_fen", "title_no", "register_no"),
    ),
    columns=(
        shared.UNIT,
        shared.BORROWER,
        shared.DOCUMENT,
        shared.CLIENT,
        shared.IDENTITY,
        shared.IOU_NO,
        shared.CONTRACT_NO,
        shared.MANAGER,
        Column(
            key="name",
            grammar="text",
            required=True,
            labels=(
                "抵押物", "抵质押物", "抵押物名称", "抵质押物名称", "押品名称", "押品", "名称",
                "担保物", "担保物名称", "质物", "质物名称", "抵(质)押物", "抵(质)押物名称",
                "抵（质）押物名称", "bien", "garantía", "descripción",
                "descripción de la garantía", "collateral", "asset", "description",
                "item pledged",
            ),
        ),
        Column(
            key="kind",
            grammar="text",
            labels=(
                "类型", "抵押物类型", "押品类型", "抵质押物类型", "种类", "押品种类",
                "抵押物种类", "抵质押类型", "tipo", "tipo de bien", "tipo de garantía", "kind",
                "type", "collateral type",
            ),
        ),
        Column(
            key="owner",
            grammar="text",
            labels=(
                "权属人", "所有权人", "抵押人", "产权人", "权利人", "出质人", "抵质押人",
                "抵押物权属人", "propietario", "titular del bien", "owner", "mortgagor",
            ),
        ),
        Column(
            key="title_no",
            grammar="number",
            labels=(
                "权证号", "权证号码", "权证编号", "产权证号", "不动产权证号", "不动产权证书号",
                "房产证号", "权属证书号", "土地证号", "所有权证号", "权属证号", "título",
                "nº de título", "matrícula", "title no", "certificate no", "title certificate",
            ),
        ),
        Column(
            key="register_no",
            grammar="number",
            labels=(
                "登记证明号", "他项权证号", "不动产登记证明号", "抵押登记证号", "他项权利证号",
                "登记号", "登记编号", "登记证号", "他项权证", "inscripción", "nº de inscripción",
                "registration no",
            ),
        ),
        Column(key="location", grammar="text",
               labels=(
                   "坐落", "位置", "座落", "地址", "抵押物坐落", "存放地点", "坐落位置",
                   "ubicación", "location",
               )),
        Column(key="extent", grammar="text",
               labels=(
                   "面积", "建筑面积", "数量", "数量/面积", "面积/数量", "superficie", "área",
                   "area", "quantity",
               )),
        Column(
            key="value_fen",
            grammar="money",
            labels=(
                "评估价值", "评估价", "评估金额", "评估值", "抵押物价值", "押品价值", "认定价值",
                "现估值", "valor", "valor de tasación", "valor tasado", "tasación",
                "appraised value", "value",
            ),
        ),
        Column(key="appraised_on", grammar="date",
               labels=(
                   "评估日期", "评估时间", "估值日期", "fecha de tasación", "appraisal date",
                   "appraised on",
               )),
        Column(key="registered_on", grammar="date",
               labels=(
                   "登记日期", "登记时间", "抵押登记日期", "入库日期", "fecha de inscripción",
                   "registration date", "registered on",
               )),
        Column(key="insured_until", grammar="date",
               labels=(
                   "保险到期日", "保险到期", "保险到期日期", "保单到期日", "insured until",
                   "vencimiento del seguro",
               )),
        Column(key="custody", grammar="text",
               labels=(
                   "状态", "权证状态", "出入库状态", "保管状态", "estado", "custody", "status",
               )),
        Column(key="noted", grammar="ignored",
               labels=(
                   "评估机构", "抵押率", "抵押率(%)", "保险单号", "出库日期", "出库原因",
                   "预计回库日期", "实际回库日期",
               )),
        *shared.NOTED,
    ),
    propose=propose,
)  # fmt: skip
