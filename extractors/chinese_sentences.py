# ruff: noqa: E501 - patterns are easier to read unbroken
"""What Chinese notices and court papers say of a loan in their sentences, as patterns with a group `v`."""

from __future__ import annotations

_SUM = r"(?:人民币)?[\s_]*¥?[\s_]*[\d壹贰叁肆伍陆柒捌玖拾][^。;\n]{1,40}"
_FIGURES = r"(?<![\d,.])\d[\d,.]*[\s_]*万?元"
_NUMERAL = "[\\d一二三四五六七八九十〇○零]"
# A day as sentences write it, by figures, numerals or points between.
DAY = (
    rf"(?:\d{{4}}[ _]*年[ _]*\d{{1,2}}[ _]*月[ _]*\d{{1,2}}[ _]*日|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)"
    rf"|[二一][〇○零0o九]{_NUMERAL}{{2}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日)"
)
_DAY = rf"[\s_]*{DAY}"
# A sum in figures that is surely money: with 元, or with the sign before it.
SUM = r"(?:(?:人民币|rmb)?[ _]*¥?[ _]*\d[\d.,]*[ _]*万?元|(?:人民币|rmb)?[ _]*(?:¥|rmb)[ _]*\d[\d.,]*)"
NAME = r"[\u4e00-\u9fff·]{2,4}"

# 编号为…的《借款合同》; 签订的（2019）…字第…号借款合同; 《借款合同》（编号：…）.
NUMBERED = (
    r"编号为?[\s_:\"]*(?P<v>[^。;,:\n的《》]{4,40}?)[\s_\"]*的[\s_]*[《\"]?[^。;,\n》]{0,14}(?:借款|贷款|授信)[^。;,\n》]{0,4}合同",
    r"(?:签订|签定|订立|签署)了?的?[^。;\n]{0,8}?(?:编号|合同编号|合同号)?(?:为|:)?[\s_]*[《]?(?P<v>[(]?[^。;,:\n《》]{0,24}字[\s_]*第?[^。;,\n《》]{1,20}?号)[\s_]*[》]?(?:的)?[《]?[^。;\n]{0,14}合同",
    r"(?:借款|贷款)合同[》\"]?[\s]*\(?(?:合同)?(?:编号|号)(?:为|:)?[\s_:]*(?P<v>[^。;,)\n]{4,40})",
)
# What was lent, in a clause that does not speak of what is owed or was repaid.
_LENDING = r"(?:^|[。;,:\n])(?:(?!欠|偿还|归还|返还|余额|清偿)[^。;,:\n]){0,70}?"
GUARANTEE_NUMBERED = (
    r"编号为?[\s_:\"]*(?P<v>[^。;,:\n的《》]{4,40}?)[\s_\"]*的[\s_]*[《\"]?[^。;,\n》]{0,8}保证[^。;,\n》]{0,4}合同",
    r"保证(?:担保)?合同[》\"]?[\s]*\(?(?:合同)?(?:编号|号)(?:为|:)?[\s_:]*(?P<v>[^。;,)\n]{4,40})",
)
# A letter to the guarantor is addressed to him, not to the borrower.
_IS_TO_GUARANTOR = (
    r"^[^。,;:]{0,60}?(?:(?:担保|保证)人?[^\n。,;:]{0,6}(?:责任|义务|催收)[^\n。,;:]{0,4}(?:通知|催)"
    r"|催收?[^\n。,;:]{0,4}(?:担保|保证)[^\n。,;:]{0,6}通知)"
)
_VOUCHED_BY_YOU = (
    r"(?:由(?:你|您|贵)(?:方|单位|公司|户)?[^。;\n]{0,6}(?:提供|承担)[^。;\n]{0,8}(?:保证|担保)"
    r"|你[^。,;\n]{0,50}?为[^。,;\n]{1,14}?(?:提供)?担保)"
)
TO_GUARANTOR = rf"\A(?:{_IS_TO_GUARANTOR}|[\s\S]*{_VOUCHED_BY_YOU})"
NOT_TO_GUARANTOR = rf"\A(?!{_IS_TO_GUARANTOR})(?![\s\S]*{_VOUCHED_BY_YOU})"
USED_FOR = (r"用途(?:为|是(?!否)|系)[\s_:]*(?P<v>[^。;,\n]{2,30})",)
LENT = (
    rf"{_LENDING}(?:借款|贷款|发放|取得|借|申请)[^。;\n\d¥余欠还]{{0,14}}?(?P<v>(?:人民币|本金)(?:[^。;\n,余欠]|,(?=\d{{3}})){{2,50}})",
    rf"{_LENDING}(?:借款|贷款)(?:本金)?(?P<v>[\s_]*{_FIGURES})",
    rf"{_LENDING}(?:借款|贷款)(?:本金)?(?P<v>[\s_]*¥[\s_]*\d[\d,.]*)",
    rf"{_LENDING}(?:借款|贷款)(?P<v>[\s_]*[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾零〇百佰千仟万]{{0,14}}元)",
)
OWED = (
    rf"(?:尚欠|结欠|拖欠|下欠|仍欠|欠我[行社]|欠|尚有)[^。;\n\d¥:息]{{0,14}}?(?:本金|贷款|借款|余额)[^。;\n\d¥:息]{{0,8}}?(?P<v>{_SUM})",
    rf"(?:尚欠|结欠|拖欠|下欠|仍欠|欠|尚有)[^。;\n\d]{{0,12}}?(?P<v>{_FIGURES})的?(?:贷款|借款)?本金",
)
INTEREST_OWED = (
    rf"(?:利息|欠息)[^。;\n\d¥:(]{{0,12}}?(?P<v>{_SUM})",
    rf"(?P<v>{_FIGURES})的?(?:贷款|借款)?(?:利息|欠息)",
)
BORROWED_ON = (rf"于(?P<v>{_DAY})[^。;\n]{{0,24}}?(?:向|与|在)[^。;\n]{{0,20}}?(?:借|贷|签)",)
FALLS_DUE = (
    rf"(?:将于|于|至)(?P<v>{_DAY})[\s_]*(?:已?到期|期满)",
    rf"(?:借款|贷款)?期限(?:至|到)(?P<v>{_DAY})",
    rf"(?:[,;]|约定|应|须)[ _]*(?P<v>{DAY})[ _]*到期",
    rf"到期日(?:为|是)?[ _]*(?P<v>{DAY})",
)
PAY_BEFORE = (rf"(?:请|务必|必须|应|限)[^。;\n]{{0,20}}?(?:于|在)?(?P<v>{_DAY})(?:之?前|以前|内)",)
# Whom a letter is addressed to: a name and a colon on a line; a role in brackets before it.
ADDRESSED = (
    rf"(?:^|\n)[\s_]*(?:尊敬的)?(?P<v>{NAME}|[\u4e00-\u9fff](?: {{1,3}}[\u4e00-\u9fff]){{1,2}})(?:[\s_]*(?:先生|女士|同志|户|客户|\(先生/女士\)|先生/女士|\(女士\)))?[\s_]*(?:\(借款人\))?[\s_]*:[\s_]*(?=\n)",
    r"(?:^|\n)[\s_]*\(借款人[^()\n]{0,12}\)[\s_]*(?P<v>[\u4e00-\u9fff·]{2,24})[\s_]*:",
)
GUARANTOR_ADDRESSED = (
    r"(?:^|\n)[\s_]*\((?:保证人|担保人)[^()\n]{0,12}\)[\s_]*(?P<v>[\u4e00-\u9fff·]{2,24})[\s_]*:",
)
# Who signs a letter, on the line of its date or the one above.
SIGNED_BY = (
    r"\n[\s_]*(?P<v>[\u4e00-\u9fff()]{2,30}?(?:信用社|银行|支行|分行|联社|联合社|营业部|营业所|公司|分社|分理处))(?:\([^()\n]{1,8}\))?[\s_]*(?="
    + DAY
    + ")",
)
DATED = (
    rf"(?:信用社|银行|支行|分行|联社|联合社|公司|分社|营业部)(?:\([^()\n]{{1,8}}\))?[ \t_]+(?P<v>{DAY})[\s_]*(?=\n|$)",
    rf"\n[^\n。:\d\x1f]{{0,34}}?(?P<v>{DAY})[\s_]*(?=\n|$)",
)
# The paper's own number: 编号 at the edge of a line, never the one of a contract in a sentence.
OWN_NUMBER = (
    r"(?:^|\n|\t|\x1f| {2,})[ _(]*编[ ]*号[ ]*[:\x1f ][ _]*(?P<v>[^\n\x1f\t]{3,40})",
    r"(?:^|\n)[\s_]*(?P<v>[(]?[^\n:。,;]{0,16}(?:催|通|整|改)[^\n:。,;]{0,4}字?[ _]*(?:[(][ _]*\d{4}[ _]*[)])?[ _]*第?[ _]*[\da-z-]{1,16}[ _]*号)(?=\s*(?:\n|$))",
    r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff]{2,14}[(]\d{4}[)][ ]*第?[ ]*\d{1,6}[ ]*号)(?=\s*(?:\n|$))",
)
