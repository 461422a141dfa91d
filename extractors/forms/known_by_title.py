# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Types that are known by their title and filed, but whose values are not read yet."""

from extractors.form import DocType, Marks


def _titled(
    name: str,
    titles: tuple[str, str, str],
    category: int,
    *patterns: str,
    dated_by: str | None = None,
) -> DocType:
    return DocType(
        name=name, titles=titles, category=category, marks=Marks(titles=patterns), dated_by=dated_by
    )


TYPES = (
    _titled("pledge_contract", ("质押合同", "Contrato de prenda", "Pledge contract"), 2, r"质押(?:担保)?(?:合同|协议)(?:书)?", r"contratode(?:prenda|garantiamobiliaria).{0,30}", r"pledge(?:agreement|contract|deed)?", dated_by="sign_date"),
    _titled("risk_warning", ("风险预警信号处理表", "Alerta de riesgo", "Risk warning"), 4, r"风险预警\S{0,12}(?:表|报告|单|书)", r"预警\S{0,8}(?:表|报告|处理单)", r"(?:informe|ficha)de(?:alerta|senales).{0,30}", r"riskwarning.{0,20}", r"earlywarning(?:report|form|signal.{0,12})"),
    _titled("classification", ("五级分类认定表", "Clasificación de cartera", "Classification sheet"), 3, r"(?:五级分类|风险分类|贷款分类)\S{0,6}(?:认定)?(?:表|意见书|审批表|工作底稿)", r"(?:ficha|informe|hoja)de(?:clasificacion|calificacion).{0,30}", r"(?:asset|loan)classification(?:sheet|form|report)"),
    _titled("collateral_list", ("抵押物清单", "Relación de garantías", "Collateral list"), 2, r"抵(?:\(质\)|质)?押(?:物|财产|物品)(?:明细)?(?:清单|明细表)", r"(?:质物|质押物)清单", r"(?:relacion|lista|inventario)de(?:garantias|bienesengarantia).{0,20}", r"(?:collaterallist|listofcollateral|scheduleofcollateral)"),
    _titled("household_survey", ("农户经济档案", "Ficha socioeconómica", "Household survey"), 2, r"农户(?:经济)?(?:档案|基本情况|信息采集|信用信息|评级授信)\S{0,8}(?:表)?", r"fichasocioeconomica.{0,20}", r"householdsurvey.{0,12}"),
    _titled("transfer_list", ("档案移交清册", "Acta de traspaso de expedientes", "Transfer list"), 5, r"(?:档案|资料|信贷档案)?移交(?:清册|清单|登记表|目录)", r"(?:acta|relacion)de(?:traspaso|entrega|transferencia)deexpedientes.{0,20}", r"(?:file)?(?:transfer|handover)(?:list|checklist)"),
    _titled("judgment", ("判决书", "Sentencia", "Judgment"), 4, r"(?:民事|行政)?(?:判决书|调解书|裁定书)", r"sentencia(?:n[or.]{0,3}\S{0,12})?", r"(?:judge?ment|courtorder)"),
    _titled("npl_responsibility", ("不良贷款责任认定表", "Determinación de responsabilidad", "Responsibility record"), 4, r"(?:不良)?(?:贷款|资产)?责任认定(?:表|书|报告|意见)", r"determinacionderesponsabilidad.{0,20}", r"responsibilityrecord"),
    _titled("ledger", ("台账", "Libro de cartera", "Ledger"), 5, r"\S{0,12}(?:台账|台帐)", r"librodecartera.{0,20}", r"(?:loan)?ledger"),
    _titled("annual_summary", ("年度总结", "Resumen anual", "Annual summary"), 5, r"(?:年度|年终|全年)\S{0,8}(?:工作)?总结", r"\S{0,10}工作总结", r"(?:resumen|informe|memoria)anual.{0,30}", r"annual(?:summary|report).{0,20}"),
    _titled("work_plan", ("工作计划", "Plan de trabajo", "Work plan"), 5, r"\S{0,14}工作计划", r"plan(?:anual)?detrabajo.{0,30}", r"(?:annual)?workplan.{0,20}"),
    _titled("monthly_focus", ("本月信贷工作重点", "Prioridades del mes", "Monthly focus"), 5, r"\S{0,8}工作重点", r"prioridadesdelmes.{0,20}", r"monthlyfocus.{0,20}"),
    _titled("due_notice", ("到期贷款提示函", "Aviso de vencimiento", "Due loan notice"), 3, r"(?:贷款)?到期(?:贷款)?(?:提示|预告|提醒)(?:函|书|通知书?)", r"avisodevencimiento.{0,20}", r"(?:due|maturity)(?:loan)?(?:notice|reminder)"),
    _titled("collection_plan", ("清收方案", "Plan de cobranza", "Collection plan"), 4, r"\S{0,14}清收(?:方案|计划|处置方案)", r"一户一策\S{0,6}", r"plande(?:cobranza|recuperacion).{0,20}", r"(?:collection|recovery)plan"),
    _titled("rectification_notice", ("限期整改通知书", "Requerimiento de subsanación", "Rectification notice"), 5, r"(?:限期)?整改通知书?", r"requerimientodesubsanacion.{0,12}", r"rectificationnotice"),
    _titled("responsibility_letter", ("管户责任书", "Carta de responsabilidad", "Responsibility letter"), 5, r"(?:管户|目标|经营|贷后管理)\S{0,8}责任书", r"cartaderesponsabilidad.{0,12}", r"responsibilityletter"),
)  # fmt: skip
