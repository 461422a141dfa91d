# ruff: noqa: E501 - papers are typed as they stand
"""Which form a paper is, by its title and words; a stranger is nobody's."""

from __future__ import annotations

import pytest

from extractors.classify import classify
from extractors.form import DocType, Marks
from extractors.forms import ALL, doc_type
from extractors.sheet import Sheet
from tests.typed_paper import codes, read, typed

TITLES = {
    "借款合同": "loan_contract",
    "农户联保借款合同": "loan_contract",
    "个人额度借款合同": "loan_contract",
    "流动资金借款合同": "loan_contract",
    "最高额借款合同": "loan_contract",
    "抵押担保借款合同": "loan_contract",
    "借款协议书": "loan_contract",
    "个人消费贷款合同": "loan_contract",
    "借款借据": "iou",
    "借款凭证": "iou",
    "借条": "iou",
    "最高额抵押合同": "mortgage_contract",
    "房地产抵押合同": "mortgage_contract",
    "权利质押合同": "pledge_contract",
    "最高额保证合同": "guarantee_contract",
    "不可撤销担保书": "guarantee_contract",
    "农户联保协议书": "guarantee_contract",
    "不动产登记证明": "mortgage_registration",
    "房屋他项权证": "mortgage_registration",
    "土地他项权利证明书": "mortgage_registration",
    "动产抵押登记书": "mortgage_registration",
    "贷后检查报告": "inspection_report",
    "首次贷后检查表": "inspection_report",
    "个人客户常规检查报告": "inspection_report",
    "贷款用途检查报告": "inspection_report",
    "授信用途跟踪检查报告": "inspection_report",
    "逾期贷款催收通知书": "collection_notice",
    "贷款催收函": "collection_notice",
    "抵押物清单": "collateral_list",
    "信贷档案移交清册": "transfer_list",
    "贷款五级分类认定表": "classification",
    "风险预警信号处理表": "risk_warning",
    "不良贷款责任认定表": "npl_responsibility",
    "CONTRATO DE PRÉSTAMO": "loan_contract",
    "CONTRATO DE MUTUO DE DINERO CON GARANTÍA HIPOTECARIA": "loan_contract",
    "PAGARÉ N° 00123": "iou",
    "ESCRITURA PÚBLICA DE CONSTITUCIÓN DE HIPOTECA": "mortgage_contract",
    "CONTRATO DE FIANZA": "guarantee_contract",
    "CERTIFICADO REGISTRAL INMOBILIARIO": "mortgage_registration",
    "INFORME DE VISITA": "inspection_report",
    "FICHA DE SEGUIMIENTO DE CRÉDITO": "inspection_report",
    "NOTIFICACIÓN DE COBRANZA": "collection_notice",
    "REQUERIMIENTO DE PAGO": "collection_notice",
    "LOAN AGREEMENT": "loan_contract",
    "PROMISSORY NOTE": "iou",
    "MORTGAGE DEED": "mortgage_contract",
    "DEED OF GUARANTEE": "guarantee_contract",
    "CERTIFICATE OF REGISTRATION OF MORTGAGE": "mortgage_registration",
    "UNIT INSPECTION REPORT": "inspection_report",
    "LOAN UTILISATION CHECK": "inspection_report",
    "DEMAND NOTICE": "collection_notice",
}


@pytest.mark.parametrize(("title", "name"), TITLES.items())
def test_a_title_tells_the_form(title: str, name: str) -> None:
    reading = read(f"永丰县农村信用合作联社\n{title}\n编号：123")

    assert reading.doc_type == name
    assert title in " ".join(reading.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "土地承包合同\n甲方：王村村委会\n乙方：张三丰\n承包期限：自2019年1月1日至2029年1月1日\n金额：5000元",
        "借款申请书\n申请人：张三丰\n申请借款金额：50000元\n借款用途：养羊\n借款期限：12个月",
        "不动产权证书\n豫(2018)某某县不动产权第0004567号\n权利人：张三丰\n坐落：恩江镇",
        "借款展期协议\n借款人：张三丰\n贷款人：永丰农商银行\n原借款合同编号：123",
        "会议纪要\n时间：2021年3月5日\n地点：会议室\n与会人员讨论了贷款投放的有关事项。",
        "购销合同\n供方：李四妹\n需方：张三丰\n金额：人民币伍万元整",
        "SOLICITUD DE CRÉDITO\nSolicitante: Rosa Mamani\nMonto solicitado: S/ 5,000\nPlazo: 12 meses\nDestino: capital de trabajo",
        "LEASE AGREEMENT\nbetween the landlord and the tenant\nTerm: 12 months\nRent: $500",
        "天气很好，我们去爬山吧。",
        "",
    ],
)
def test_a_paper_of_another_kind_is_of_no_type_and_gives_nothing(text: str) -> None:
    reading = read(text)

    assert reading.doc_type is None
    assert reading.fields == {}


def test_a_contract_that_mentions_another_form_stays_what_its_title_says() -> None:
    paper = "借款合同\n借款人：张三丰\n第八条 本合同项下的担保合同包括抵押合同、保证合同。\n附件：抵押物清单\n抵押合同\n"

    assert read(paper).doc_type == "loan_contract"


def test_a_title_set_in_two_lines_is_one_title() -> None:
    assert read("永丰县农村信用合作联社\n最高额\n抵押合同\n编号：1").doc_type == "mortgage_contract"


def test_a_page_without_title_is_known_by_its_words() -> None:
    paper = "借款人：张三丰\n贷款人：永丰农商银行\n借款金额：50000元\n借款期限：12个月\n借款用途：养羊\n还款方式：按月结息\n"

    assert read(paper).doc_type == "loan_contract"


def test_two_forms_with_one_claim_are_said_to_be_ambiguous() -> None:
    reading = read("借款借据抵押合同\n抵押合同\n借款借据")

    assert reading.doc_type != "loan_contract"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("借款合同\n借款人：张三丰", "zh"),
        ("CONTRATO DE PRÉSTAMO\nel plazo de la deuda es de 12 meses", "es"),
        ("LOAN AGREEMENT\nthe term of the loan is 12 months", "en"),
        ("12345", None),
    ],
)
def test_the_language_is_known_by_script_and_small_words(text: str, language: str | None) -> None:
    assert read(text).language == language


def test_every_type_has_titles_in_three_languages_and_a_class() -> None:
    for name, declared in ALL.items():
        assert doc_type(name) is declared
        assert all(declared.title(language) for language in ("zh", "es", "en"))
        assert 1 <= declared.category <= 5
        if declared.dated_by and declared.is_read:
            assert declared.dated_by in declared.field_names()


def test_a_paper_without_required_values_says_so() -> None:
    assert ("amount", "required_missing") in codes(read("借款合同\n借款人：张三丰"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("贷 后 检 查 报 告", "inspection_report"),
        ("关于张三丰贷款的贷后检查报告", "inspection_report"),
        ("贷后检查表（样本）", "inspection_report"),
        ("2023年第三季度贷后检查报告", "inspection_report"),
        ("农户贷款回访记录", "inspection_report"),
        ("风险预警客户专项检查报告", "inspection_report"),
        ("催收贷款通知书", "collection_notice"),
        ("担保人履行责任通知书", "collection_notice"),
        ("还本付息通知单", "due_notice"),
        ("贷款到期通知书", "due_notice"),
        ("农村土地经营权抵押登记证明书", "mortgage_registration"),
        ("动产担保登记证明-初始登记", "mortgage_registration"),
        ("风险预警客户解除审批表", "risk_warning"),
        ("贷款形态调整审批表", "classification"),
        ("农户经济信息调查表", "household_survey"),
        ("信贷资料交接清单", "transfer_list"),
        ("贷后检查整改通知单", "rectification_notice"),
        ("关于张三丰不良贷款责任认定的报告", "npl_responsibility"),
    ],
)
def test_a_title_is_known_however_the_office_words_it(title: str, name: str) -> None:
    for paper in (f"永丰农商银行\n{title}\n编号：123\n", f"{title}          单位：万元\n"):
        reading = read(paper)

        assert reading.doc_type == name
        assert codes(reading) & {(None, "type_ambiguous")} == set()


@pytest.mark.parametrize(
    "title",
    [
        "购销合同", "房屋租赁合同", "增值税专用发票", "国有土地使用证", "贷前调查报告", "农户贷款调查报告",
        "抵押登记申请书", "民事起诉状", "企业征信报告", "收入证明", "催收记录", "贷款结清证明",
    ],
)  # fmt: skip
def test_a_paper_that_no_form_reads_is_of_no_type(title: str) -> None:
    reading = read(f"{title}\n客户名称：张三丰\n日期：2023年5月6日\n")

    assert reading.doc_type is None
    assert reading.fields == {}


def test_what_a_paper_of_another_kind_is_called_is_the_evidence() -> None:
    assert read("借款展期协议\n借款人：张三丰\n").evidence == ("借款展期协议",)


def test_a_title_below_a_long_letterhead_is_found() -> None:
    letterhead = "\n".join(f"地址：某县某路{number}号" for number in range(1, 25))

    reading = read(f"{letterhead}\n贷后检查报告\n客户名称：张三丰\n检查日期：2023年5月6日\n")

    assert reading.doc_type == "inspection_report"


def test_a_title_named_beside_a_label_is_another_papers() -> None:
    reading = read(
        "贷后管理\n合同名称：个人借款合同\n检查日期：2023年5月6日\n检查结论：正常\n检查人：霍青松\n"
    )
    assert reading.doc_type == "inspection_report"


def test_a_running_head_above_the_title_is_not_the_title() -> None:
    reading = read("农村信用社贷款合同文本\n贷后检查报告\n检查日期：2023年5月6日\n检查人：霍青松\n")

    assert reading.doc_type == "inspection_report"


def test_of_two_forms_that_claim_a_page_alike_none_is_chosen() -> None:
    left = DocType(name="left", titles=("左", "i", "l"), category=1, marks=Marks(titles=("左右",)))
    right = DocType(
        name="right", titles=("右", "d", "r"), category=1, marks=Marks(titles=("左右",))
    )

    verdict = classify(Sheet(typed("左右")), (left, right))

    assert verdict.doc_type is None
    assert verdict.rival in (left, right)
    assert verdict.evidence == ("左右", "左右")


def test_a_title_inside_another_title_makes_no_rival() -> None:
    reading = read("抵押担保合同\n抵押人：张三丰\n")

    assert reading.doc_type == "mortgage_contract"
    assert (None, "type_ambiguous") not in codes(reading)
