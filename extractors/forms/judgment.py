# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""判决书, 裁定书, 调解书 on a loan: who owes whom what, as the court found it; sentencia; judgment."""

from extractors import chinese_sentences as zh
from extractors import grammars as g
from extractors import vocabulary as v
from extractors.fields import LOAN_CONTRACT_NO, RATE, party
from extractors.form import DocType, Field, Labels, Marks

_NAME = r"(?P<v>[\u4e00-\u9fff·]{2,4}?)"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"

JUDGMENT = DocType(
    name="judgment",
    titles=("判决书", "Sentencia", "Judgment"),
    category=4,
    default_block=None,
    marks=Marks(
        titles=(
            r"(?:民事|行政|刑事|执行)?(?:判决书|调解书|裁定书)", r"支付令",
            r"sentencia(?:n[or.]{0,3}\S{0,12})?", r"auto(?:final|dejecucion)\S{0,10}", r"(?:judge?ment|courtorder|decree)",
        ),
        words=(
            ("原告", 2), ("被告", 2), ("判决如下", 4), ("裁定如下", 4), ("本院认为", 4), ("审判员", 2), ("案件受理费", 3), ("经审理查明", 3),
            ("demandante", 2), ("demandado", 2), ("se resuelve", 3), ("juzgado", 2), ("plaintiff", 2), ("defendant", 2), ("it is ordered", 3),
        ),
    ),
    fields=(
        Field(name="lender", grammar=g.PARTY, opens="lender", labels=Labels(zh=("原告", "申请执行人", "申请人", "原告(反诉被告)", "上诉人", "被上诉人(原审原告)"), es=("demandante", "ejecutante"), en=("plaintiff", "claimant", "decree holder")),
              patterns=(r"(?:原告|申请执行人|申请人)(?:\([^()\n]{1,12}\))?[: _]*(?P<v>[\u4e00-\u9fff()]{4,32}?(?:公司|联社|信用社|银行|支行|分社|营业部|合作社))(?=[,。;\n( ]|诉|与|住所)",)),
        # Who borrowed, by what the court found; the first defendant where it says nothing of it.
        Field(name="borrower", grammar=g.PERSON, opens="borrower", firm=True,
              patterns=(rf"被告{_NAME}(?:、[^。;,\n]{{2,12}})?(?:因|于|向|以|为|在|与原告)(?![^。;\n]{{0,30}}(?:提供|承担)[^。;\n]{{0,8}}(?:保证|担保))[^。;\n]{{0,80}}?(?:借款|贷款|借到|借得)",)),
        Field(name="borrower", grammar=g.PARTY, opens="borrower", firm=True, patterns=(r"被告[: ]*(?P<v>[\u4e00-\u9fff()]{4,30}?(?:公司|合作社|厂|农场|经营部))(?=[,;。]|住所|因|与|于|向|偿还|、)",)),
        *party("borrower", Labels(zh=("被告", "被执行人", "被申请人", "被告一", "第一被告", "借款人"), es=("demandado", "demandada", "ejecutado"), en=("defendant", "judgment debtor")), required=True),
        *party("guarantor", Labels(zh=("保证人", "担保人")), many=True),
        Field(name="guarantor", grammar=g.PERSON, opens="guarantor", many=True, patterns=(
            rf"(?:(?:^|[,;。、:\s])(?:被告)?|被告|判令|由)(?!被告|原告){_NAME}(?:自愿)?(?:为(?:该|上述|此|其|被告|本)?[^。;,\n]{{0,24}})?(?:提供|承担|对)(?:了)?(?:(?!抵押|质押)[^。;,\n]){{0,16}}(?:保证|担保|连带清偿责任|连带责任)(?!期)",
            rf"[;。,]{_NAME}与原告签订《?(?:最高额)?保证")),
        Field(name="mortgagor", grammar=g.PARTY, many=True, patterns=(r"(?:被告)?(?P<v>[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff()]{4,30}?公司)(?:自愿)?以(?:其|自有)?[^。;\n]{2,60}?(?:提供|设定|作为?)抵押",)),
        Field(name="location", grammar=g.text(60), patterns=(r"以[^。;\n]{0,8}?位于(?P<v>[^。;,\n]{4,40}?)的?(?:房屋|房产|房地产|土地|不动产|厂房|商铺)[^。;\n]{0,20}?抵押",)),
        Field(name="guarantee_contract_no", grammar=g.CONTRACT_NO, patterns=zh.GUARANTEE_NUMBERED),
        Field(name="uscc", grammar=g.USCC, patterns=(r"被告[^。\n]{0,80}?。?[^。\n]{0,20}?统一社会信用代码[: ]*(?P<v>[\da-z]{18})",)),
        Field(name="legal_rep", grammar=g.PERSON, patterns=(r"被告[^\n]{0,120}\n[ ]*(?:法定代表人|负责人)[: ]*(?P<v>[\u4e00-\u9fff·]{2,4})(?=[,。])",)),
        Field(name="spouse", grammar=g.PERSON, patterns=(
            rf"被告{_NAME},[^。\n]{{0,120}}?[系是](?:被告)?[\u4e00-\u9fff·]{{2,4}}的?之?(?:妻子?|丈夫|夫|配偶)",)),
        Field(name="id_number", grammar=g.PERSON_ID, patterns=(r"被告[^。\n]{0,140}?(?:公民身份号码|身份证号码?|公民身份证号码?)[: 为]*(?P<v>\d{17}[\dx])",)),
        Field(name="borrower_address", grammar=g.text(60), patterns=(r"被告[^。\n]{0,120}?[,。](?:现|户籍)?住(?:所地|址)?(?:地)?[:]?(?P<v>(?!同上|址同上)[^。;,\n]{5,40})",)),
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO, patterns=zh.NUMBERED),
        Field(name="amount", grammar=g.MONEY, patterns=zh.LENT),
        Field(name="balance", grammar=g.MONEY, patterns=(*zh.OWED, r"判令[^。;\n]{0,40}?(?:偿还|归还|清偿)[^。;,\n\d]{0,8}?(?:借款|贷款)?本金(?P<v>[\d,.]+[\s_]*万?元)")),
        Field(name="interest_arrears", grammar=g.MONEY, patterns=zh.INTEREST_OWED),
        *RATE,
        Field(name="purpose", grammar=g.text(30, inline=True), labels=v.PURPOSE, patterns=(r"被告[\u4e00-\u9fff·]{2,4}?(?:以|因)(?P<v>[^。;,\n]{2,16}?)(?:需要|所需|需|为由|之需|缺少资金|缺乏资金|资金不足|资金周转)", r"被告(?:公司|[\u4e00-\u9fff·]{2,4}?)?因(?P<v>(?:购|养|种|建|经营|收购|进货|扩)[^。;,\n]{1,14}?)(?=与原告|向原告|,)", r"用于(?P<v>[^。;,\n]{2,20})")),
        Field(name="start_date", grammar=g.DATE, patterns=(rf"(?P<v>{_DAY}),?(?:原告[^。;,\n]{{0,24}}?与)?被告[^。;\n]{{0,80}}?(?:借款|贷款)", rf"于(?P<v>{_DAY})[^。;,\n]{{0,20}}?(?:借款|贷款|签订)")),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD),
        Field(name="end_date", grammar=g.DATE, patterns=(*zh.FALLS_DUE, rf"(?:于|至)(?P<v>{_DAY})(?:止|归还|偿还)")),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD),
    ),
)  # fmt: skip

TYPES = (JUDGMENT,)
