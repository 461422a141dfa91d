# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""抵押物清单, 质物清单: what secures a loan, item by item; relación de garantías; schedule of collateral."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.fields import NUMBER_LINES, SIGNING, party, person
from extractors.form import DocType, Field, Labels, Marks
from extractors.owners import THINGS

COLLATERAL_LIST = DocType(
    name="collateral_list",
    is_annex=True,
    titles=("抵押物清单", "Relación de garantías", "Collateral list"),
    category=2,
    dated_by="sign_date",
    default_block="mortgagor",
    marks=Marks(
        titles=(
            r"抵(?:\(质\)|质|、质|/质)?押(?:物|财产|物品|品)(?:明细|详细)?(?:清单|明细表|明细|登记表)", r"(?:质物|质押物|质押财产|质押权利|出质财产)(?:明细)?(?:清单|明细表)", r"押品(?:明细)?清单",
            r"(?:relacion|lista|inventario)de(?:garantias|bienesengarantia).{0,20}", r"(?:collaterallist|listofcollateral|scheduleofcollateral)",
        ),
    ),
    fields=(
        Field(name="contract_no", grammar=g.CONTRACT_NO,
              labels=v.CONTRACT_NO | Labels(zh=("抵押合同编号", "抵押合同号", "质押合同编号", "质押合同号", "担保合同编号", "最高额抵押合同编号", "最高额质押合同编号", "所属合同编号", "对应合同编号")),
              patterns=NUMBER_LINES),
        *party("mortgagor", v.MORTGAGOR, many=True),
        *party("pledgor", v.PLEDGOR, many=True),
        *party("mortgagee", v.MORTGAGEE | v.PLEDGEE | Labels(zh=("债权人", "贷款人"))),
        *party("co_owner", v.CO_OWNER, many=True),
        *party("borrower", Labels(zh=("债务人", "借款人", "借款单位", "主债务人", "借款人名称"), en=("borrower",), es=("prestatario", "deudor")), many=True),
        *person("mortgagor"),
        Field(name="secured_amount", grammar=g.MONEY, labels=v.SECURED_AMOUNT),
        Field(name="collateral", grammar=g.COLLATERAL, labels=v.COLLATERAL | Labels(zh=("质押财产", "押品名称")), many=True),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称", "品名", "种类", "资产名称", "名称及规格"), es=("descripcion", "bien"), en=("description", "item")), many=True, column=True),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称", "种类")), block=THINGS, many=True),
        Field(name="collateral_value", items=True, grammar=g.MONEY, labels=v.COLLATERAL_VALUE),
        Field(name="appraised_value", items=True, grammar=g.MONEY, labels=v.APPRAISED_VALUE),
        Field(name="location", items=True, grammar=g.text(100), labels=v.LOCATION),
        Field(name="area_m2", items=True, grammar=g.AREA, labels=v.AREA),
        Field(name="area_m2", items=True, column=True, grammar=g.AREA, labels=Labels(zh=("数量", "抵押数量", "抵押物数量", "面积或数量"))),
        Field(name="unit_no", grammar=g.UNIT, labels=v.UNIT_NO, many=True),
        Field(name="title_certificate_no", grammar=g.TITLE_CERTIFICATE, labels=v.TITLE_NO, many=True),
        *SIGNING,
    ),
)  # fmt: skip

TYPES = (COLLATERAL_LIST,)
