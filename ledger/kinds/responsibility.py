"""责任: who answers for a household or one loan, in which role, from when; changes are added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import EITHER, Choice, Fault, Field, FieldValue, Kind


def check(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    """An end before the beginning was mistyped."""
    until = values.get("until_on")
    if until is not None and until < values["from_on"]:  # type: ignore[operator]
        yield Fault(
            key="until_on",
            code="ends_before_it_begins",
            message=_("it ends before it begins"),
        )


ROLES = (
    Choice(
        "manager",
        {"zh": "管户经理", "es": "Oficial responsable", "en": "Account manager"},
        ("客户经理", "管户人", "管户", "管户客户经理", "信贷员", "管户信贷员"),
    ),
    Choice(
        "risk",
        {"zh": "风险经理", "es": "Analista de riesgos", "en": "Risk manager"},
    ),
    Choice(
        "principal",
        {"zh": "主责任人", "es": "Responsable principal", "en": "Person chiefly responsible"},
        ("管户主责任人", "经营主责任人", "主要责任人"),
    ),
    Choice(
        "risk_supervision",
        {"zh": "风险监管责任人", "es": "Supervisor de riesgos", "en": "Risk supervisor"},
        ("风险监管", "监管责任人"),
    ),
    Choice(
        "lending",
        {"zh": "放款责任", "es": "Otorgamiento", "en": "Lending"},
        ("放款责任人", "发放责任人", "原放款人", "放款人", "包放责任人"),
    ),
    Choice(
        "collection",
        {"zh": "清收管理责任", "es": "Recuperación", "en": "Collection"},
        ("清收责任人", "清收责任", "清收管理责任人", "包收责任人", "清收人"),
    ),
    Choice(
        "investigation",
        {"zh": "调查", "es": "Evaluación", "en": "Investigation"},
        ("调查人", "调查责任人", "调查岗"),
    ),
    Choice(
        "review",
        {"zh": "审查", "es": "Revisión", "en": "Review"},
        ("审查人", "审查责任人", "审查岗"),
    ),
    Choice(
        "approval",
        {"zh": "审批", "es": "Aprobación", "en": "Approval"},
        ("审批人", "审批责任人", "审批岗"),
    ),
    Choice(
        "handling",
        {"zh": "经办", "es": "Trámite", "en": "Handling"},
        ("经办人", "经办责任人", "经办客户经理"),
    ),
)

RESPONSIBILITY = Kind(
    name="responsibility",
    titles={"zh": "责任人登记", "es": "Registro de responsables", "en": "Responsibilities"},
    about=EITHER,
    dated_by="from_on",
    key=("role", "person", "from_on"),
    subject="person",
    check=check,
    source="管户责任台账, 经营责任认定; mechanisms 3, 10, 43, 62, 94",
    fields=(
        Field(
            key="role",
            titles={"zh": "责任类型", "es": "Función", "en": "Role"},
            grammar="choice",
            labels=("责任类别", "责任性质", "责任岗位", "责任"),
            choices=ROLES,
            required=True,
            width=14,
        ),
        Field(
            key="person",
            titles={"zh": "责任人", "es": "Responsable", "en": "Person"},
            labels=("责任人姓名", "责任人员"),
            required=True,
            width=10,
        ),
        Field(
            key="person_unit",
            titles={"zh": "责任人机构", "es": "Oficina del responsable", "en": "Person's unit"},
            labels=("责任单位", "责任部门"),
        ),
        Field(
            key="from_on",
            titles={"zh": "责任起始日", "es": "Desde", "en": "From"},
            grammar="date",
            labels=("起始日期", "责任起", "起始日", "接管日期", "认定日期"),
            required=True,
            width=11,
        ),
        Field(
            key="until_on",
            titles={"zh": "责任终止日", "es": "Hasta", "en": "Until"},
            grammar="date",
            labels=("终止日期", "责任止", "终止日", "移交日期"),
            width=11,
        ),
        Field(
            key="letter_no",
            titles={"zh": "责任书号", "es": "Nº de compromiso", "en": "Letter no."},
            grammar="number",
            labels=("责任书编号", "移交记录"),
        ),
        Field(
            key="finding",
            titles={"zh": "责任认定意见", "es": "Dictamen", "en": "Finding"},
            labels=("认定意见", "经营责任认定", "存在的风险和问题"),
            width=24,
        ),
    ),
)
