# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""催收通知书 and its receipt; carta de cobranza; demand notice."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import party, person
from extractors.form import DocType, Field, Labels, Marks

COLLECTION_NOTICE = DocType(
    name="collection_notice",
    titles=("催收通知书", "Notificación de cobranza", "Collection notice"),
    category=4,
    dated_by="notice_date",
    marks=Marks(
        titles=(
            r"(?:催收|催款|催缴|催还|催告|履约催告)(?:通知(?:书|单|函)?|函|单|书)", r"(?:到期|逾期)?(?:贷款|借款|欠款)?(?:本息)?(?:逾期)?催收(?:通知书?|函)?(?:.{0,4}回执)?", r"逾期(?:贷款|借款)通知书?", r"(?:还本付息|归还贷款|贷款逾期|贷款到期)通知(?:书|单)", r"履行(?:保证|担保)责任通知书",
            r"(?:notificacion|aviso|carta|requerimiento|carta(?:notarial)?)(?:notarial)?(?:de)?(?:cobranza|cobro|requerimiento|mora|pago|cobranza\w*|pagoprejudicial|requerimientodepago|vencimiento).{0,40}", r"requerimientodepago", r"cartanotarial",
            r"(?:demand|collection|overdue|default|arrears|loanrecall|recall)(?:loan|payment)?(?:notice|letter)", r"notice(?:of)?(?:default|demand|overdueloan|overduepayment|arrears|overdue|collection).{0,30}", r"(?:final)?demandforpayment", r"loanoverduenotice", r"(?:finalreminder|reminderofoverdueloan)",
        ),
        words=(
            ("催收", 3), ("尚欠", 2), ("逾期", 2), ("回执", 2), ("签收", 1), ("限期", 1), ("依法", 1), ("尽快归还", 2), ("cobranza", 3), ("vencida", 2), ("atraso", 2), ("mora", 2), ("requerimos", 2),
            ("overdue", 3), ("demand", 2), ("arrears", 2), ("legal action", 2), ("acciones legales", 2),
        ),
    ),
    fields=(
        Field(name="notice_no", grammar=g.CONTRACT_NO, labels=v.NOTICE_NO, patterns=(r"(?:^|\n)[\s]*(?:aviso|notificacion|carta|requerimiento|demand|notice)[a-z ]{0,40}n(?:o|ro|umero)\b\.?[ :]*(?P<v>[\w/-]{2,24})", r"(?:^|\n)[\s_]*(?P<v>[(]?[^\n:。,;]{0,16}(?:催|催收|通)[^\n:。,;]{0,4}字?[\s_]*(?:[(]\s*\d{4}\s*[)])?[\s_]*第[\s_]*[\w-]{1,16}[\s_]*号)(?=\s*(?:\n|$))",)),
        *party("borrower", v.BORROWER | v.ADDRESSEE | v.CUSTOMER, many=True, required=True,
               patterns=(r"(?:^|\n)[\s_]*(?:尊敬的)?(?P<v>[\u4e00-\u9fff·]{2,4})(?:[\s_]*(?:先生|女士|同志|户|客户|\(先生/女士\)|先生/女士|\(女士\)))?[\s_]*(?:\(借款人\))?[\s_]*:[\s_]*(?=\n)",
                         r"(?:^|\n)[\s_]*(?:[a-z]{3,9} \d{1,2}, \d{4}|\d{1,2} [a-z]{3,9} \d{4})[ ]*\n\s*(?P<v>[a-z][a-z .']{4,40})\n", r"(?:^|\n)\s*c\. (?P<v>[^\n,:.]{6,50})\n\s*presente\b", r"(?:^|\n)\s*(?:senor(?:a|\(a\))?|sr(?:a|\(a\))?\.?|dear (?:mr|mrs|ms|sir|madam)?\.?|to)\b(?:[:\s]+|(?<=to),\s*\n\s*)(?P<v>[^\n,:]{4,60})")),
        *party("guarantor", v.GUARANTOR, many=True),
        *party("lender", v.LENDER | Labels(zh=("催收单位", "通知单位", "通知人", "催收人")), patterns=(r"\n[\s_]*(?P<v>[\u4e00-\u9fff()]{2,30}(?:信用社|银行|支行|联社|营业部|公司|分社))(?:\([^()\n]{1,8}\))?[\s_]*[\d二〇○][^\n]{5,24}日",
               r"(?:^|\n)[\s_]*(?:[a-z .]{3,20}, ?)?(?P<v>[^\n,:;.]{0,40}?\b(?:cooperativa|banco|caja|financiera|bank|sacco|society|credit union)\b[^\n,:;]{0,50}?(?:, ?s\.[^\n:;]{0,30}?)?)[\s_.]*(?=\n|$)")),
        *person("borrower"),
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=Labels(zh=tuple(label for label in v.CONTRACT_NO.zh if label != "编号"), es=v.CONTRACT_NO.es, en=tuple(label for label in v.CONTRACT_NO.en if "ref" not in label)),
              patterns=(r"编号为?[\s_:\"]*(?P<v>[^。;,:\n的《》]{4,40}?)[\s_\"]*的[\s_]*[《\"]?[^。;,\n》]{0,14}(?:借款|贷款|授信)[^。;,\n》]{0,4}合同",
                        r"(?:签订|签定|订立|签署)的?[^。;\n]{0,8}?(?:编号|合同编号|合同号)?(?:为|:)?[\s_]*[《]?(?P<v>[(]?[^。;,:\n《》]{0,24}字[\s_]*第?[^。;,\n《》]{1,20}?号)[\s_]*[》]?(?:的)?[《]?[^。;\n]{0,14}合同",
                        r"(?:借款|贷款)合同[》\"]?[\s]*\(?(?:合同)?(?:编号|号)(?:为|:)?[\s_:]*(?P<v>[^。;,)\n]{4,40})",
                        r"(?:contrato|credito|prestamo|operacion|loan|agreement|account)[^.;\n]{0,24}? n(?:o|ro|umero)?\b\.?[ :]*(?P<v>[\w/.-]{4,30})")),
        Field(name="iou_no", grammar=g.CONTRACT_NO, labels=v.IOU_NO),
        Field(name="amount", grammar=g.MONEY, labels=v.AMOUNT,
              patterns=(r"(?:借款|贷款|发放|取得|借|申请)[^。;\n\d¥余欠]{0,14}?(?P<v>(?:人民币|本金)(?:[^。;\n,余欠]|,(?=\d{3})){2,50})", r"(?:借款|贷款)(?P<v>[\s_]*[\d,.]+[\s_]*(?:万)?元)", r"(?:prestamo|credito|loan)(?: (?:otorgado|concedido|granted))?(?: por| de| of| for)(?: la suma de| the sum of)?(?P<v> [^.;\n]{0,8}[\d$][^;\n]{2,40})")),
        Field(name="balance", grammar=g.MONEY, labels=v.BALANCE,
              patterns=(r"(?:尚欠|结欠|拖欠|欠我[行社]|欠|尚有)[^。;\n\d¥:息]{0,14}?(?:本金|贷款|借款|余额)[^。;\n\d¥:息]{0,8}?(?P<v>(?:人民币)?[\s_]*¥?[\s_]*[\d壹贰叁肆伍陆柒捌玖拾][^。;\n]{1,40})", r"(?:saldo|capital|principal|adeuda|outstanding)(?:[^.;\n\d$]{0,20}(?: as (?:at|of|on)| al| a la fecha)[^.;\n]{6,26}?)?[^.;\n\d$]{0,50}?(?P<v>(?:s/|us\$|usd|kes|ksh|ugx|tzs|ngn|inr|eur|pen|cop|mxn|rs\.?|\$|bs\.?|gs\.?|q|€)[^;\n]{2,40})")),
        Field(name="interest_arrears", grammar=g.MONEY, labels=v.INTEREST_ARREARS,
              patterns=(r"(?:利息|欠息)[^。;\n\d¥:]{0,12}?(?P<v>(?:人民币)?[\s_]*¥?[\s_]*[\d壹贰叁肆伍陆柒捌玖拾][^。;\n]{1,40})",)),
        Field(name="days_past_due", grammar=g.DAYS, labels=v.DAYS_PAST_DUE, patterns=(r"(?:已)?逾期[\s_]*(?P<v>\d{1,5})[\s_]*天", r"(?P<v>\d{1,4}) dias (?:de )?(?:atraso|mora|vencid)", r"(?P<v>\d{1,4}) days (?:overdue|past due|in arrears)", r"overdue (?:by|for) (?P<v>\d{1,4}) days")),
        Field(name="start_date", grammar=g.DATE, labels=v.START, patterns=(r"于(?P<v>[\s_]*[\d二〇][^。;\n]{5,18}日)[^。;\n]{0,24}?(?:向|与|在)[^。;\n]{0,20}?(?:借|贷|签)", r"(?:granted|disbursed|advanced|otorgad[oa]|desembolsad[oa]|concedid[oa])(?: to you)?(?: on| el| con fecha| en fecha)(?: dia)?(?P<v> [^.;,\n]{6,40})", r"availed[^;\n]{0,50}? on(?P<v> [^;,\n]{6,20})")),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD),
        Field(name="end_date", grammar=g.DATE, labels=v.END, patterns=(r"(?:于|至)(?P<v>[\s_]*[\d二〇][^。;\n]{5,18}日)[\s_]*(?:已?到期|期满)", r"(?:fell due on|matured on|due on|vencio el|vencido el|vencida el|vencimiento el)(?: dia)?(?P<v> [^.;\n]{6,40})")),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD),
        Field(name="pay_by", grammar=g.DATE, labels=v.PAY_BY,
              patterns=(r"(?:请|务必|必须|应|限)[^。;\n]{0,20}?(?:于|在)?(?P<v>[\s_]*[\d二〇][^。;\n]{5,18}日)(?:之?前|以前|内)", r"(?:antes del|hasta el|a mas tardar el|on or before|no later than|by)(?: dia)?(?P<v> [^.;\n]{6,40})")),
        Field(name="notice_date", grammar=g.DATE, labels=v.NOTICE_DATE,
              patterns=(r"(?:信用社|银行|支行|联社|公司|分社|营业部)(?:\([^()\n]{1,8}\))?[ \t_]+(?P<v>\d{4}年[^\n。:]{3,10}日)[\s_]*(?=\n|$)", r"\n[^\n。:\d]{0,34}?(?P<v>(?:\d{4}|[二一][〇○零0o九])[^\n。:]{3,20}日)[\s_]*(?=\n|$)", r"(?:^|\n)[\s_]*(?P<v>[a-z]{3,9} \d{1,2}, \d{4}|\d{1,2} [a-z]{3,9} \d{4})[ ]*(?=\n)", r"(?:^|\n)(?:[a-z .]{3,30}, )(?:a )?(?P<v>\d{1,2} de [a-z]+ del? \d{4})")),
    ),
    checks=(in_order("start_date", "end_date"), in_order("notice_date", "pay_by", strictly=False)),
)  # fmt: skip

TYPES = (COLLECTION_NOTICE,)
