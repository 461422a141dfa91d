# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""借据、借款凭证、借条: what proves that the money was paid out; pagaré; promissory note."""

from extractors import contract_sentences as zh
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import in_order, term_matches
from extractors.fields import AMOUNT, DATES, INSTITUTION, RATE, SIGNING, party, person, spouse
from extractors.form import DocType, Field, Labels, Marks
from extractors.sums import plan_adds_up

IOU = DocType(
    name="iou",
    titles=("借据", "Pagaré", "Promissory note"),
    category=2,
    dated_by="start_date",
    marks=Marks(
        titles=(
            r"(?:借款|贷款)?(?:借据|凭证)", r"借款(?:借据|凭证|凭据)", r"借款(?:协议|合同)(?:书)?\((?:代?借据|借条)\)", r"贷款(?:发放|放款)通知书", r"贷款(?:凭证|借据|转存凭证)", r"放款通知书", r"借款支用(?:申请)?(?:书|单)", r"(?:借|欠)条", r"借款收据", r"贷款发放(?:凭证|通知书)",
            *titled.IOU,
        ),
        words=(
            ("今借到", 5), ("兹根据", 2), ("借据号", 2), ("借据编号", 2), ("结欠金额", 1), ("到期归还", 1), ("立据人", 2),
            ("pagare", 2), ("me obligo a pagar", 4), ("debo y pagare", 6), ("prometo pagar", 6), ("promise to pay", 6), ("promissory note", 4), ("a la orden de", 4),
        ),
    ),
    fields=(
        Field(name="iou_no", grammar=g.CONTRACT_NO, labels=v.IOU_NO | Labels(zh=("编号", "NO"), es=("no", "numero"), en=("no",)), patterns=said.TITLE_NUMBERS),
        Field(name="contract_no", grammar=g.CONTRACT_NO,
              labels=Labels(zh=("合同编号", "合同号", "借款合同号", "借款合同编号", "贷款合同号", "贷款合同编号", "合同流水号", "借款合同"),
                            es=("contrato no", "no de contrato", "contrato nro", "contrato de prestamo no", "no de credito", "no de operacion", "credito no"),
                            en=("loan agreement no", "contract no", "agreement no", "loan no", "loan account no")),
              patterns=(*zh.MAIN_CONTRACT, r"(?:兹?根据|依据)(?:编号)?[为:]?(?P<v>[\s_]*[(]?[^。;,]{2,40}?字[\s_]*第[^。;,]{1,20}?号)[\s_]*的?(?:借款|贷款)?合同",)),
        *party("borrower", v.BORROWER | Labels(zh=("立据人", "借款经手人", "今借款人", "户名", "借款户名称", "客户名称", "客户姓名", "申请人", "支用申请人", "借条人", "欠条人", "立借据人", "立借条人"), es=("el suscrito", "yo", "nosotros", "obligado"), en=("i",)), many=True, required=True,
               patterns=(r"(?:yo|el suscrito|la suscrita),? (?P<v>[^,;\n]{4,60}),", r"(?:^|\n)i,? (?P<v>[a-z .]{4,60}),", r"\bon demand,? i,? (?P<v>[a-z .]{4,60}),",
                         *zh.NOTE_BORROWER, *zh.PAID_TO)),
        *spouse(),
        *party("lender", v.LENDER | Labels(zh=("致",)), called=INSTITUTION,
               patterns=(r"(?:今|兹)(?:由于?[^。;\n]{0,20})?(?:向|自|从)?(?!根据|依据)(?P<v>[\u4e00-\u9fff()]{2,30}?(?:信用社|银行|支行|联社|营业所|分社|公司|合作社))(?:借到|借款|处借|借)",
                         r"(?:今|兹)借到(?P<v>[\u4e00-\u9fff()]{2,30}?(?:信用社|银行|支行|联社|营业所|分社|公司))(?:人民币|现金|贷款|借款)",
                         *zh.NOTE_LENDER,
                         *said.LENT_BY)),
        Field(name="lender", grammar=g.PARTY, printed=True, patterns=said.LETTERHEAD),
        *party("guarantor", v.GUARANTOR, many=True, patterns=said.GUARANTEED_BY),
        *party("co_borrower", v.CO_BORROWER, many=True, patterns=said.CO_DEBTORS),
        *person("borrower"),
        *AMOUNT,
        *DATES,
        Field(name="start_date", grammar=g.DATE, last=True, patterns=(*zh.HEAD_DAY, *zh.VOUCHER_DAY)),
        Field(name="end_date", grammar=g.DATE, patterns=(*zh.PAID_BACK, r"\bel dia(?P<v> \d{1,2} de [a-z]+ del? \d{4})")),
        *RATE,
        Field(name="purpose", grammar=g.PURPOSE, labels=v.PURPOSE, patterns=(*zh.USED_FOR, *zh.NOTE_PURPOSE, *said.USED_FOR, r"(?:因|用于)(?P<v>(?:购|种|养|建|经营|生产|春耕|周转|治病|上学)[^。;,\n]{1,30}?)(?:,|。|需|\n|,?(?:今|特)|资金)",)),
        Field(name="loan_type", grammar=g.text(30, inline=True), labels=v.LOAN_TYPE),
        Field(name="guarantee_method", printed=True, grammar=g.GUARANTEE, labels=v.GUARANTEE_METHOD),
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER),
        *SIGNING,
    ),
    checks=(in_order("start_date", "end_date"), term_matches()),
    paper_checks=(plan_adds_up,),
)  # fmt: skip

TYPES = (IOU,)
