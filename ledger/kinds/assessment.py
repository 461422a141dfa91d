"""How post-loan work is judged: sheets of points, notices to put right, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import OFFICE, Fault, Field, FieldValue, Kind
from ledger.kinds.shared import choice, chosen, day, ends, number, text, titles


def whom(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    """A score is a unit's or a person's."""
    if not (values.get("scored_unit") or values.get("person")):
        yield Fault(
            key="scored_unit", code="nobodys", message=_("it names neither a person nor a unit")
        )


def _about(*, required_sheet: bool = True) -> tuple[Field, ...]:
    return (
        day("on", "检查日期", "Fecha", "On", "评分日期", "检查时间", required=True),
        text("sheet", "评分表", "Ficha", "Sheet", "评分表名称", "考核办法", required=required_sheet,
             width=18),
        text("scored_unit", "被检查单位", "Oficina", "Unit", "受检单位", "被考核单位", "机构",
             "单位"),
        text("person", "被检查人", "Persona", "Person", "被考核人", "责任人", "管户经理", width=10),
    )  # fmt: skip


SCORE = Kind(
    name="score",
    titles=titles("检查评分台账", "Registro de evaluaciones", "Scores"),
    about=OFFICE,
    dated_by="on",
    key=("on", "sheet", "scored_unit", "person"),
    subject="scored_unit",
    needs=(("sheet",), ("on",), ("scored_unit", "person"), ("inspectors", "total")),
    check=whom,
    source="《贷后管理日常检查评分表》, 信贷管理制度落实情况检查量化考核: mechanisms 28, 29, 71",
    fields=(
        *_about(),
        text("inspectors", "检查人", "Evaluadores", "Inspectors", "检查人员", "检查组", width=14),
        # As written on the sheet; what counts is 100 less the points lost (ledger.managing.scores).
        text("total", "得分", "Puntaje", "Total", "合计得分", "总分", grammar="decimal", width=8),
        text("remark", "检查评价", "Comentario", "Remark", "总体评价", width=24),
    ),
)  # fmt: skip

SCORE_ITEM = Kind(
    name="score_item",
    titles=titles("检查扣分明细", "Puntos perdidos", "Points lost"),
    about=OFFICE,
    dated_by="on",
    key=("on", "sheet", "scored_unit", "person", "item"),
    subject="scored_unit",
    needs=(("item",), ("lost",), ("on",), ("scored_unit", "person")),
    check=whom,
    repeats=True,
    source="the items of a filled sheet that lost points: mechanisms 28, 29, 32",
    fields=(
        *_about(),
        number("item", "项目编号", "Ítem", "Item", "项目", "评分项目", required=True, width=10),
        text("lost", "扣分", "Puntos perdidos", "Points lost", "扣减分数", grammar="decimal",
             required=True, width=8),
        text("fault", "扣分原因", "Motivo", "Fault", "存在问题", "问题", width=28),
        number("rule_no", "制度编号", "Norma", "Rule", "依据", "依据条款"),
        text("loans", "涉及借据", "Créditos", "Loans", "涉及贷款", "借据号", width=20),
        text("papers", "涉及资料", "Documentos", "Papers", "资料编号", width=20),
    ),
)  # fmt: skip

RECTIFICATION = Kind(
    name="rectification",
    titles=titles("限期整改台账", "Órdenes de regularización", "Notices of rectification"),
    about=OFFICE,
    dated_by="issued_on",
    key=("notice_no",),
    subject="notice_no",
    needs=(("notice_no",), ("issued_on",), ("deadline",)),
    check=lambda values: ends(values, "issued_on", "deadline"),
    source="限期整改通知书: mechanism 31",
    fields=(
        number("notice_no", "整改通知书编号", "Nº de orden", "Notice no.", "通知书编号", "整改编号",
               required=True),
        day("issued_on", "下发日期", "Emitida el", "Issued on", "通知日期", "签发日期",
            required=True),
        text("charged_unit", "整改单位", "Oficina", "Unit", "责任单位", "机构", "单位"),
        text("person", "整改责任人", "Responsable", "Person", "责任人", width=10),
        text("basis", "整改依据", "Motivo", "Basis", "检查依据", "依据"),
        text("problems", "存在问题", "Problemas", "Problems", "整改内容", "问题", width=28),
        number("rule_no", "制度编号", "Norma", "Rule", "制度条款"),
        text("loans", "涉及借据", "Créditos", "Loans", "涉及贷款", "借据号", width=20),
        day("deadline", "整改期限", "Plazo", "Deadline", "整改截止日", "限期", required=True),
        text("issued_by", "签发人", "Emitida por", "Issued by", "签发单位", width=10),
    ),
)  # fmt: skip

RECTIFICATION_STEP = Kind(
    name="rectification_step",
    titles=titles("整改跟踪", "Seguimiento de regularización", "Steps of rectification"),
    about=OFFICE,
    dated_by="on",
    key=("notice_no", "on", "step"),
    subject="notice_no",
    needs=(("notice_no",), ("step",), ("on",)),
    check=lambda values: ends(values, "on", "new_deadline"),
    source="整改回复, 复查, 销号: mechanism 31",
    fields=(
        number("notice_no", "整改通知书编号", "Nº de orden", "Notice no.", "通知书编号", "整改编号",
               required=True),
        day("on", "日期", "Fecha", "On", "回复日期", "复查日期", required=True),
        chosen(
            "step", "整改环节", "Paso", "Step",
            choice("replied", "回复", "Respuesta", "Replied", "整改报告", "整改回复"),
            choice("extended", "延期", "Prórroga", "Extended", "同意延期"),
            choice("passed", "复查合格", "Verificada", "Passed", "销号", "合格", "整改到位"),
            choice("failed", "复查不合格", "No superada", "Failed", "不合格", "未整改到位"),
            required=True,
            labels=("环节", "整改进度"),
            width=12,
        ),
        day("new_deadline", "新整改期限", "Nuevo plazo", "New deadline", "延期至"),
        text("said", "情况说明", "Detalle", "What was said", "整改情况", "复查情况", width=28),
        text("by", "办理人", "Por", "By", "复查人", "回复人", width=10),
    ),
)  # fmt: skip

ASSESSMENT = (SCORE, SCORE_ITEM, RECTIFICATION, RECTIFICATION_STEP)
