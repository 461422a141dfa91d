# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""借款合同: loan contracts, also 联保, 最高额 and 抵押担保借款 ones; contrato de préstamo; loan agreement."""

from extractors import contract_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import differs_from, in_order, term_matches
from extractors.chinese_sentences import GUARANTEE_NUMBERED
from extractors.fields import (
    AMOUNT,
    DATES,
    DRAWN_WITHIN,
    GUARANTEED_BY,
    GUARANTEED_HOW,
    INSTITUTION,
    NUMBER_LINES,
    RATE,
    SIGNING,
    party,
    person,
    spouse,
)
from extractors.form import DocType, Field, Labels, Marks
from extractors.sums import plan_adds_up

LOAN_CONTRACT = DocType(
    name="loan_contract",
    titles=("借款合同", "Contrato de préstamo", "Loan contract"),
    category=2,
    dated_by="sign_date",
    marks=Marks(
        titles=(
            r"(?:借款|贷款|借贷|授信|额度)(?:担保|抵押|保证|质押|联保|信用)?(?:额度)?合同(?:书)?", r"(?:借款|贷款|借贷)(?:担保)?协议(?:书)?",
            *titled.LOAN_CONTRACT,
        ),
        words=(
            ("借款人", 1), ("贷款人", 1), ("借款金额", 2), ("借款期限", 2), ("借款用途", 2), ("本合同", 1), ("还款方式", 1),
            ("贷款利率", 1), ("prestamista", 2), ("prestatario", 2), ("contrato de prestamo", 3), ("contrato de mutuo", 3), ("loan agreement", 3),
            ("the lender", 2), ("the borrower", 2), ("principal", 1), ("mutuario", 2), ("plazo", 1), ("tasa de interes", 1),
        ),
    ),
    fields=(
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=v.CONTRACT_NO,
              patterns=(*NUMBER_LINES, *said.TITLE_NUMBERS, *said.OPERATION)),
        *party("borrower", v.BORROWER, many=True, required=True, called=("mutuatario", "acreditado", "obligor")),
        *party("co_borrower", v.CO_BORROWER, many=True),
        Field(name="borrower", grammar=g.PARTY, opens="borrower", last=True, many=True,
              labels=Labels(zh=("户名", "客户名称", "客户姓名", "客户", "申请人", "户主"))),
        *spouse(),
        *party("lender", v.LENDER, called=INSTITUTION,
               patterns=(r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff()]{4,30}?(?:银行|支行|信用社|营业所|联社))\(以下简称(?:贷款方|贷款人)\)", *said.LENT_BY[3:])),
        Field(name="lender", grammar=g.PARTY, printed=True, patterns=said.LETTERHEAD),
        *party("guarantor", v.GUARANTOR, many=True,
               patterns=(GUARANTEED_BY, *zh.GUARANTOR, *said.GUARANTEED_BY)),
        *party("mortgagor", v.MORTGAGOR, many=True),
        # The members of a group who borrow together are named in a table or in numbered lines.
        Field(name="borrower", grammar=g.PARTY, labels=v.MEMBER_NAME, column=True, many=True, on_papers=r"联保", patterns=zh.NUMBERED_MEMBERS),
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.PERSON_ID, column=True, many=True, on_papers=r"联保"),
        *person("borrower"),
        Field(name="id_number", grammar=g.PERSON_ID, block="borrower", many=True,
              patterns=(r"(?:prestatari[oa]|deudora?|mutuari[oa]|borrower)[^\n]{0,30}?(?:dni|cedula|c\.i\.|id no\.?)[ .:no]*(?P<v>[\w.-]{6,20})",)),
        *AMOUNT,
        Field(name="amount", grammar=g.MONEY, labels=v.CREDIT_LINE),
        Field(name="_amount_figures", grammar=g.FIGURES, labels=v.CREDIT_LINE),
        Field(name="amount_words", grammar=g.WORDS, labels=v.CREDIT_LINE),
        *DATES,
        Field(name="start_date", grammar=g.PERIOD_START, patterns=(DRAWN_WITHIN,)),
        Field(name="start_date", grammar=g.DATE, patterns=zh.PAID_OUT),
        Field(name="end_date", grammar=g.PERIOD_END, patterns=(DRAWN_WITHIN,)),
        *RATE,
        Field(name="purpose", grammar=g.PURPOSE, labels=v.PURPOSE,
              patterns=(*zh.USED_FOR, r"(?:借款|贷款|款项|资金|[,;)\n\s]|仅限|限于|专项)(?:仅限|只能|限|专门|专项)?用于(?P<v>[^。;,\n]{2,40})",
                        *said.USED_FOR)),
        Field(name="loan_type", grammar=g.text(30, inline=True), labels=v.LOAN_TYPE, patterns=zh.LOAN_KIND),
        Field(name="guarantee_method", printed=True, grammar=g.GUARANTEE, labels=v.GUARANTEE_METHOD,
              patterns=(r"(?:^|\n)[^\n。,:]{0,18}?(?P<v>联保|信用|保证|抵押|质押)(?:担保)?(?:借款|贷款)[^\n。,:社]{0,6}(?:合同|协议)",
                        r"(?:提供|发放|给予)[^。;,\n]{0,6}?(?P<v>信用)(?:贷款|借款)", r"(?:采取|采用|以)(?P<v>信用|联保)(?:的)?方式",
                        GUARANTEED_HOW)),
        Field(name="guarantee_method", printed=True, needs="guarantor", last=True, grammar=g.GUARANTEE, patterns=zh.SAID_GUARANTEE),
        Field(name="guarantee_contract_no", grammar=g.CONTRACT_NO, labels=v.GUARANTEE_CONTRACT_NO, many=True, patterns=(*zh.GUARANTEE_CONTRACT, *GUARANTEE_NUMBERED)),
        Field(name="collateral", grammar=g.COLLATERAL, labels=v.COLLATERAL, many=True, patterns=(*zh.COLLATERAL, *said.THINGS)),
        Field(name="collateral_value", items=True, grammar=g.MONEY, labels=v.COLLATERAL_VALUE, patterns=(*zh.COLLATERAL_VALUE, *said.WORTH)),
        Field(name="appraised_value", items=True, grammar=g.MONEY, labels=v.APPRAISED_VALUE, patterns=zh.APPRAISED_VALUE),
        Field(name="area_m2", grammar=g.AREA, items=True, labels=v.AREA),
        Field(name="location", grammar=g.text(100), items=True, labels=v.LOCATION, patterns=(r"(?:坐落|座落)[于在][\s_]*(?P<v>[^。;,:\n]{4,40}?)[\s_]*的(?=\S{2})",)),
        Field(name="title_certificate_no", grammar=g.TITLE_CERTIFICATE, labels=v.TITLE_NO, many=True),
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER),
        *SIGNING,
        *english.LOAN,
    ),
    checks=(in_order("start_date", "end_date"), in_order("sign_date", "end_date"), term_matches(), differs_from("guarantor", "borrower")),
    paper_checks=(plan_adds_up,),
)  # fmt: skip

TYPES = (LOAN_CONTRACT,)
