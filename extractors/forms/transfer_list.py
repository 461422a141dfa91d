# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""档案移交清册: which files went from whom to whom; acta de traspaso; transfer list."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.fields import LOAN_CONTRACT_NO
from extractors.form import DocType, Field, Labels, Marks

TRANSFER_LIST = DocType(
    name="transfer_list",
    titles=("档案移交清册", "Acta de traspaso de expedientes", "Transfer list"),
    category=5,
    dated_by="report_date",
    default_block=None,
    marks=Marks(
        titles=(
            r"(?:信贷|贷款|会计|文书)?(?:档案|资料|案卷)?(?:移交|交接)(?:清册|清单|登记表|登记簿|目录|表|单|书)",
            r"(?:acta|relacion)de(?:traspaso|entrega|transferencia)(?:y(?:recepcion))?deexpedientes.{0,20}", r"(?:file)?(?:transfer|handover)(?:list|checklist|register)",
        ),
        words=(("移交人", 4), ("接收人", 3), ("监交人", 4), ("份数", 1), ("页数", 1), ("移交", 1)),
    ),
    fields=(
        Field(name="borrower", grammar=g.PARTY, labels=v.BORROWER | v.CUSTOMER, column=True, many=True),
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.PERSON_ID, column=True, many=True),
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO, column=True, many=True),
        Field(name="iou_no", grammar=g.CONTRACT_NO, labels=v.IOU_NO, column=True, many=True),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(zh=("移交日期", "移交时间", "交接日期", "交接时间"), es=("fecha", "fecha de entrega"), en=("date", "date of transfer")),
              patterns=(r"\n[\s_]*(?P<v>(?:\d{4}|[二一][〇○零0o九])[^\n。:,\x1f]{3,16}日)[\s_]*$",)),
    ),
)  # fmt: skip

TYPES = (TRANSFER_LIST,)
