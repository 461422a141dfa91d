# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""贷后检查报告 and 检查表, in tables or prose; informe de visita; inspection report."""

from extractors import chinese_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import GUARANTEED_BY, GUARANTEED_HOW, LOAN_CONTRACT_NO, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks
from extractors.latin_fields import VISIT

INSPECTION_REPORT = DocType(
    name="inspection_report",
    titles=("贷后检查报告", "Informe de seguimiento", "Inspection report"),
    category=3,
    dated_by="inspect_date",
    marks=Marks(
        titles=(
            r"(?:贷后|贷款|授信|信贷|资金|用途|首次|首贷|跟踪|定期|日常|常规|专项|重点|客户|现场|实地|回访|走访|农户)(?:(?!催收|整改|评分|责任|移交|申请|审批|分类)\S){0,12}?(?:检查|跟踪|回访|走访|监控|监测)(?:(?!整改|评分|通知|责任|处罚)\S){0,6}?(?:报告单|报告|表|记录|登记簿|登记表|底稿|簿|单|日志)(?:书|表)?", r"贷后检查", r"检查报告(?:表)?", r"关于.{2,20}(?:贷后|检查)\S{0,8}报告", r"(?:抵押物|保证人|质物)检查表",
            *titled.INSPECTION_REPORT,
        ),
        words=(
            ("贷后检查", 5), ("检查人", 2), ("检查结论", 3), ("检查时间", 2), ("检查日期", 2), ("五级分类", 1), ("检查情况", 2), ("检查方式", 2), ("检查结果", 2), ("是否与合同", 2), ("贷后", 1), ("客户名称", 1), ("资金用途", 1),
            ("fecha de visita", 4), ("dias de atraso", 1), ("asesor de credito", 2), ("compromisos", 1), ("date of visit", 4), ("inspecting", 3), ("inspection", 2), ("asset classification", 2), ("fecha de la visita", 4),
        ),
    ),
    fields=(
        *party("borrower", v.CUSTOMER | Labels(zh=(*v.BORROWER.zh, "借款客户名称", "贷款客户名称", "借款人名称", "借款人姓名", "借款户", "贷款户", "借款单位", "借款企业", "被检查客户", "授信客户", "客户名", "贷款客户"), es=("prestatario", "prestataria", "deudor", "deudora", "socio/cliente", "acreditado"), en=("borrower", "name of borrower", "name of the borrower", "borrowing unit", "name of the borrowing unit", "borrower name", "loanee")), required=True,
               patterns=(r"关于(?:对|给)?[\s_]*(?P<v>[\u4e00-\u9fff()]{4,24}?(?:公司|合作社|厂|农场|经营部|商行|超市))[^\n。,;:]{0,16}?(?:贷后|检查|跟踪|首次|用途)[^\n]{0,12}报告",
                         r"(?:对|到)[\s_]*(?:借款人|客户|贷款户|农户)[\s_]*(?P<v>[\u4e00-\u9fff]{2,4})[\s_]*(?:\(|的|进行|在|家|贷款|所)", r"于" + zh.DAY + r"对(?P<v>[\u4e00-\u9fff()]{4,24}?(?:公司|合作社|厂|农场|经营部))")),
        Field(name="borrower", grammar=g.PARTY, opens="borrower", patterns=(
            r"(?:借款人|借款户|客户)[ _]*(?P<v>[\u4e00-\u9fff·]{2,4})(?=,?\(?(?:身份证|公民身份|男|女|现?住|系))",)),
        Field(name="borrower", grammar=g.PERSON, opens="borrower", patterns=(
            r"关于(?:对|给)?[\s_]*(?P<v>[\u4e00-\u9fff·]{2,4}?)[\s_]*(?:同志|客户|户|等)?的?(?:\d{4}年)?(?:第?[一二三四]季度|[上下]半年|年度|\d{1,2}月份?)?(?:农户|个人|小额|流动资金)?(?:贷款|借款|授信|信贷|资金|用途)*的?(?:首次|定期|常规|专项)?(?:贷后|检查|跟踪)[^\n]{0,10}报告",
            r"^[^\n]*\n?[\s]*(?P<v>[\u4e00-\u9fff]{2,3})贷后检查报告",
            r"于" + zh.DAY + r"对(?:借款人|客户)?(?P<v>[\u4e00-\u9fff]{2,3})(?:的|进行|贷款|户|所)")),
        *party("co_borrower", v.CO_BORROWER, many=True),
        *party("spouse", v.SPOUSE),
        *party("guarantor", v.GUARANTOR, many=True, patterns=(GUARANTEED_BY,)),
        *party("lender", Labels(zh=("贷款人", "贷款行", "贷款机构", "贷款银行"), es=("acreedor",), en=("lender", "lending bank"))),
        *person("borrower"),
        Field(name="contract_no", each_row=True, grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO, patterns=zh.NUMBERED),
        Field(name="iou_no", each_row=True, grammar=g.CONTRACT_NO, labels=v.IOU_NO),
        Field(name="loan_type", each_row=True, grammar=g.text(30, inline=True), labels=v.LOAN_TYPE,
              patterns=(r"(?:为|系|发放|办理)(?P<v>[短中长]?期?(?:流动资金|固定资产|农户联保|农户小额(?:信用)?|小额信用|个人经营(?:性)?|个人消费|住房按揭|生产经营)贷款)",)),
        Field(name="amount", each_row=True, grammar=g.MONEY, labels=v.AMOUNT | v.CREDIT_LINE,
              patterns=(r"(?:(?:我|本)(?:行|社|部|公司|联社)|发放|取得|获得|办理)了?[^。;,\n\d:余]{0,16}?(?:贷款|借款|授信)(?:本金|金额)?(?:共计|合计|为)?(?P<v>" + zh.SUM + r")",
                        r"(?:贷款|借款|授信)(?:本金|金额|额度)为?(?P<v>" + zh.SUM + r")")),
        Field(name="amount", grammar=g.MONEY, patterns=(r"(?:我|本)(?:行|社|部|联社)[^。;,\n\d:余]{0,10}?(?:借款|贷款)(?P<v>[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾零〇百佰千仟万]{0,14}元)",)),
        Field(name="amount_words", grammar=g.WORDS, labels=v.AMOUNT, patterns=(r"(?:我|本)(?:行|社|部|联社)[^。;,\n\d:余]{0,10}?(?:借款|贷款)(?P<v>[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾零〇百佰千仟万]{0,14}元)",)),
        Field(name="_amount_figures", grammar=g.FIGURES, labels=v.AMOUNT),
        Field(name="amount", each_row=True, column=True, grammar=g.MONEY, labels=Labels(zh=("金额", "授信金额", "贷款额"))),
        Field(name="balance", each_row=True, grammar=g.MONEY, labels=v.BALANCE, patterns=(r"(?:^|[。;,\n:])(?![^。;,\n]{0,24}(?:他行|其他|其它|对外|担保))[^。;,\n]{0,40}?余额(?:为|共计|合计|共)?(?P<v>" + zh.SUM + r")",)),
        Field(name="interest_arrears", each_row=True, grammar=g.MONEY, labels=v.INTEREST_ARREARS),
        Field(name="days_past_due", each_row=True, grammar=g.DAYS, labels=v.DAYS_PAST_DUE, patterns=(r"逾期[\s_]*(?P<v>\d{1,5})[\s_]*天",)),
        *RATE,
        *VISIT,
        Field(name="start_date", each_row=True, grammar=g.DATE, labels=v.START, patterns=(r"于?(?P<v>" + zh.DAY + r")[^。;\n]{0,16}(?:发放|取得|获得|申请|办理)[^。;\n]{0,12}(?:贷款|借款)", r"于?(?P<v>" + zh.DAY + r")(?:在|向|从)(?:我|本)?[^。;,\n]{1,12}?(?:贷款|借款)[^。;,\n]{0,4}[\d壹贰叁肆伍陆柒捌玖]",)),
        Field(name="start_date", each_row=True, grammar=g.PERIOD_START, labels=v.PERIOD),
        Field(name="end_date", each_row=True, grammar=g.DATE, labels=v.END, patterns=(r"(?P<v>" + zh.DAY + r")[\s_]*到期",)),
        Field(name="end_date", each_row=True, grammar=g.PERIOD_END, labels=v.PERIOD),
        Field(name="term_months", grammar=g.TERM, labels=v.PERIOD),
        Field(name="purpose", grammar=g.PURPOSE, labels=v.PURPOSE | Labels(zh=("约定用途", "合同约定用途")), patterns=(r"(?:约定|贷款|借款|资金)(?:的)?用(?:途为|于)(?P<v>[^。;,\n]{2,40})", r"用途为(?P<v>[^。;,\n]{2,40})", r"(?:贷款|借款)[^。;\n]{0,40}?,(?:主要|全部)?用于(?P<v>[^。;,\n]{2,40})")),
        Field(name="purpose", grammar=g.text(60), firm=True, patterns=zh.USED_FOR),
        # A section of its own: 一、合同约定用途, and the use in the line below.
        Field(name="purpose", grammar=g.text(30, lines=1), labels=Labels(zh=("合同约定用途", "约定用途", "批准用途", "贷款用途", "借款用途"))),
        Field(name="borrower_address", grammar=g.text(60), patterns=(r"(?:借款人|客户|户主)[\u4e00-\u9fff·]{2,4}(?:\([^()\n]{0,40}\))?[^。;\n]{0,44}?[,(](?:现|家)?住(?:址)?(?:在|于|:)?(?P<v>[^。;,\n]{5,40})",)),
        Field(name="use_matches_contract", grammar=g.YES_NO, labels=v.USE_MATCHES, patterns=(r"(?:^|[。;,\n:])(?![^。;,\n]{0,30}是否)[^。;,\n]{0,30}?(?:用途|约定|合同)[^。;,\n否□☐☑√■]{0,16}?(?P<v>(?:不|未)?(?:一致|相符|符合))(?![^。\n]{0,4}[□☐☑√■否])", r"(?P<v>(?:未|没有)?按(?:照)?(?:借款|贷款)?(?:合同)?(?:约定|规定)的?(?:用途)?使用)(?![^。\n]{0,4}[:□☐☑√■否])")),
        Field(name="guarantee_method", each_row=True, printed=True, grammar=g.GUARANTEE, labels=v.GUARANTEE_METHOD, patterns=(GUARANTEED_HOW, r"(?:用|以)[^。;,\n]{2,30}?(?:做|作|提供|设定)(?:为)?(?P<v>抵押|质押)")),
        Field(name="collateral", grammar=g.text(80), labels=v.COLLATERAL, many=True),
        Field(name="appraised_value", grammar=g.MONEY, labels=v.APPRAISED_VALUE),
        Field(name="inspect_date", each_row=True, grammar=g.DATE, labels=v.INSPECT_DATE,
              patterns=(r"(?:^|\n|[,。;:]|[社行部组])[\s]*(?:于|在)?(?P<v>" + zh.DAY + r")[^。;\n]{0,70}?(?:检查|走访|回访|查看)", r"(?:我[行社]|我们|本人|检查人员?)[^。;\n]{0,24}?于(?P<v>" + zh.DAY + r")[^。;\n]{0,90}?(?:检查|走访|回访|查看)", r"(?P<v>" + zh.DAY + r")[,]?(?:我[行社]|我们|本人|检查)[^。;\n]{0,30}?(?:检查|走访|回访)")),
        Field(name="last_inspect_date", grammar=g.DATE, labels=v.LAST_INSPECT_DATE),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(es=("fecha",), en=("date",)),
              patterns=(r"\n[\s_]*(?P<v>" + zh.DAY + r")[\s_]*$",)),
        Field(name="inspect_method", each_row=True, grammar=g.METHOD, labels=v.INSPECT_METHOD, patterns=(r"(?:进行|开展)了?[^。;,\n非]{0,8}?(?P<v>非现场|现场|实地|电话)[^。;,\n]{0,6}(?:检查|走访|回访|查看)",)),
        Field(name="inspector", grammar=g.PARTY, labels=v.INSPECTOR, many=True,
              patterns=(r"(?:客户经理|信贷员|信贷人员|检查人员|检查人|工作人员|管户人)[\s_]*(?P<v>[\u4e00-\u9fff]{2,4}?(?:[、,和 ]+[\u4e00-\u9fff]{2,4}?){0,3})(?:[一二两三四]人|等人|共同|一行)?(?:于|到|对|赴|前往|深入|在|,)[^。;\n]{0,60}?(?:检查|走访|回访|查看)",)),
        Field(name="loan_officer", grammar=g.PARTY, labels=Labels(zh=v.LOAN_OFFICER.zh), many=True),
        Field(name="reviewer", grammar=g.PARTY, labels=v.REVIEWER),
        # An opinion, and who gives it at its end: 部门负责人意见:同意。 某某
        Field(name="reviewer", grammar=g.PERSON, patterns=(
            r"(?:负责人|复核人?|审核人?|主管|行长|主任|领导|主责任人)意见[:\s\x1f][^\n\x1f]{0,60}?(?:[。;,]|签[字名章]:?| {2})[ _]*(?P<v>[\u4e00-\u9fff]{2,3})[ _]*(?=\n|$|\x1f|\d{4}| {2})",)),
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=v.CLASSIFICATION,
              patterns=(r"(?:分类|归类|划分|认定|列|维持|下调|上调|调整|调|评)(?:在|为|入|至|到|成)?(?P<v>[\"]?(?:正常|关注|次级|可疑|损失))", r"五级分类[^。;\n\x1f□☐☑√■○]{0,8}(?P<v>(?:正常|关注|次级|可疑|损失)类?)")),
        Field(name="_previous", grammar=g.CLASS, labels=v.PREVIOUS_CLASSIFICATION),
        Field(name="risk_signals", grammar=g.LONG_TEXT, labels=v.RISK_SIGNALS),
        Field(name="problems", grammar=g.LONG_TEXT, labels=v.PROBLEMS),
        Field(name="conclusion", grammar=g.LONG_TEXT, labels=v.CONCLUSION),
        Field(name="measure", grammar=g.LONG_TEXT, labels=v.MEASURE),
        Field(name="rectify_by", grammar=g.DATE, labels=v.RECTIFY_BY, patterns=(r"(?:要求|限|应|请|责令)[^。;\n\d]{0,20}?于?(?P<v>" + zh.DAY + r")(?:之?前|以前)",)),
        *english.VISIT,
    ),
    checks=(in_order("start_date", "end_date"), in_order("last_inspect_date", "inspect_date"), in_order("start_date", "inspect_date", strictly=False)),
)  # fmt: skip

TYPES = (INSPECTION_REPORT,)
