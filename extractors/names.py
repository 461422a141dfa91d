# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Names of people and organisations beside a label or in a sentence: Chinese, and by language."""

from __future__ import annotations

import re
from itertools import takewhile

from extractors.latin_names import is_latin_organisation, latin_party_names
from extractors.surnames import COMMON, DOUBLE, RARE

_ORGANISATION = re.compile(
    r"(?:公司|合作社|联合社|联社|信用社|银行|支行|分行|营业部|营业所|分理处|分社|中心|经营部|加工厂|养殖场|农场|商店|商行|厂|场|村委会|村民委员会|合作联社|总行|总部|局|站|行|社|部|店|院|会|处|超市|农庄|基地|学校|门市|作坊|集团|药房|诊所|餐馆|酒楼|茶楼|中学|小学|大队|库|园)$"
)
# The print of a form behind an empty line: ____信用社 names no one.
_KIND_ONLY = re.compile(
    r"[省市县区乡镇]?(?:农村|商业|村镇|合作|信用|股份|有限|责任|农业)*"
    r"(?:公司|信用社|联社|合作社|联合社|银行|支行|分行|营业部|营业所|分社|社|行|部|所|厂|局)+"
)
# 本公司, 贵行: somebody named elsewhere.
_PRONOUN = re.compile(
    r"(?:本|我|贵|该|你|其|上述|双方|此|某)(?:公司|[行社人方厂店]|企业|单位|合作社|联社|银行|信用社|分行|支行)"
)
# 苗岭村 杨通海: where a person lives, then who it is.
_OF_VILLAGE = re.compile(
    r"[\u3400-\u9fff\d]{2,14}[村组屯乡镇寨队嘎] +(?P<name>[\u3400-\u9fff·](?: *[\u3400-\u9fff·]){1,3})(?=\s*[\n\t\x1f]|\s*$)"
)
# What cannot stand in a name that is not marked by a colon.
_NOT_IN_NAME = re.compile(
    r"[的了不未或及按须将款另贷借息约签盖同意所其本日月年元第条自愿承诺负责应当必须有权提供合是否无]"
)
_SIGNING = re.compile(
    r"[甲乙丙丁]方|签字|签章|盖章|公章|手印|签名|以下|签署|身份|如下|情况|关系|意见|[章印]$|全称|填写|按手|名称|法人|自然人|为本|授权|代表|负责|单位|捺印|经办|复核|会计|主管|出纳|记账"
)
_BARE = re.compile(
    r"[\s_\"]*(?P<name>[\u3400-\u9fff·•\U00020000-\U0003ffff]{2,4}?)(?=[,、\s_(\";。]|因|于|向|与|和|在|男|女|身份|从|为(?:购|从|了)|提供|的|所|签订|申请|办理|系|自愿|自 ?\d|欠|发放|进行|共同|名下|履行|借)"
)
_BARE_ORGANISATION = re.compile(
    r"[\s_\"]*(?P<name>[\u4e00-\u9fff()]{2,32}?(?:公司|合作社|联社|信用社|银行|支行|分行|营业部|营业所|分社|合作联社|专业合作社))(?=[,、\s_(\";。]|因|于|向|与|和|在)"
)
_SEPARATOR = re.compile(
    r"[、/]|,(?=\s*[\u3400-\u9fff]{2,4}(?:[,、\s]|$))|和(?=[\u3400-\u9fff]{2,4}$)| y (?=[A-ZÁÉÍÓÚÑ])|;"
)


def party_names(text: str, inline: bool, language: str | None) -> list[tuple[int, int]]:
    """Return where names stand in plain `text`, the stretch after a party's label.

    inline  the label stands in running text: only a name that is surely one counts
    """
    if language == "zh" or (language is None):
        return _chinese_inline(text) if inline else _chinese(text)
    return latin_party_names(text, inline)


def _chinese_inline(text: str) -> list[tuple[int, int]]:
    organisation = _BARE_ORGANISATION.match(text)
    if organisation and not re.search(r"[的在由与向]", organisation["name"][:-2]):
        return [organisation.span("name")]
    wide = _WIDE_INLINE.match(text)
    if wide and is_person(wide["name"].replace(" ", "")):
        return [wide.span("name")]
    person = _BARE.match(text)
    if not person or not is_person(person["name"]):
        return []
    return [person.span("name")]


def is_organisation(name: str) -> bool:
    """Whether `name` is a company's, a cooperative's or an office's."""
    return bool(_ORGANISATION.search(name) or is_latin_organisation(name))


# Words of forms that begin like a surname.
_WORDS = frozenset(
    [
        "金融",
        "金额",
        "常规",
        "方式",
        "方面",
        "方案",
        "余额",
        "时间",
        "时点",
        "成员",
        "成立",
        "明确",
        "全部",
        "全额",
        "全体",
        "单独",
        "项目",
        "季度",
        "应收",
        "应付",
        "车辆",
        "安全",
        "安排",
        "高额",
        "包括",
        "计划",
        "计算",
        "解除",
        "解决",
        "经营",
        "经济",
        "任务",
        "任何",
        "通过",
        "通知",
        "相关",
        "相应",
        "查封",
        "查询",
        "原告",
        "原因",
        "商业",
        "商户",
        "房屋",
        "房产",
        "费用",
        "池塘",
        "温室",
        "农户",
        "农业",
    ]
)


def is_person(name: str) -> bool:
    """Whether `name` is surely a Chinese person's: a surname, then one to three characters."""
    if name in _WORDS:
        return False
    if _SIGNING.search(name):
        return False
    if name[:2] in DOUBLE:
        return 3 <= len(name) <= 4 and not _NOT_IN_NAME.search(name[2:])
    return name[:1] in COMMON and 2 <= len(name) <= 4 and not _NOT_IN_NAME.search(name[1:])


# 1.某某 2.某某: the places of a form for several people, counted.
_COUNTED = re.compile(r"[(]?[1-9一二三四五六七八九十][.、)][ _]*(?=[\u3400-\u9fff/_])")


def _chinese(text: str) -> list[tuple[int, int]]:
    """Return the names that `text` begins with."""
    counted = list(_COUNTED.finditer(text))
    if not counted or text[: counted[0].start()].strip(" _\n:\t"):
        return _chinese_names(text)
    ends = [m.start() for m in counted[1:]] + [len(text)]
    return [
        (m.end() + first, m.end() + last)
        for m, end in zip(counted, ends, strict=True)
        for first, last in _chinese_names(text[m.end() : end])
    ]


def _chinese_names(text: str) -> list[tuple[int, int]]:
    start = len(text) - len(text.lstrip(' _\n:"\t'))
    role = _ROLE_BEFORE.match(text, start)
    start = role.end() if role else start
    # Brackets belong to organisations' names: 某某(集团)有限公司.
    whole = re.match(
        r"[\u3400-\u9fff A-Za-z0-9·•×xX*\U00020000-\U0003ffff]*(?:\([^()\n]{1,12}\)[\u3400-\u9fff]{2,20})?(?:[、/,][ ]*[\u3400-\u9fff·]{1,12}(?: +[\u3400-\u9fff·]{1,4}){0,3})*",
        text[start:],
    )
    if not whole:
        return []
    filled = _FILLED_IN.match(text, start)
    if filled and _is_filled_in(filled.group()):
        return [(start, filled.end())]
    apart = _wide_names(text, start)
    if apart:
        return apart
    wide = _WIDE_NAME.match(text, start)
    if wide and _may_be_written_wide(wide.group()):
        return [(start, wide.end())]
    wide = _WIDE_INLINE.match(text, start)
    if wide and is_person(wide["name"].replace(" ", "")):
        return [wide.span("name")]
    end = start + whole.end()
    gap = re.search(
        r"\s{2,}|\t|\x1f|_| (?=\d)|,(?=\s*[男女](?![\u3400-\u9fff]))", text[start : end + 1]
    )
    end = start + gap.start() if gap else end
    found: list[tuple[int, int]] = []
    at = start
    villager = _OF_VILLAGE.match(text, start)
    if villager and is_person(villager["name"].replace(" ", "")):
        return [villager.span("name")]
    line = _LINE_OF_PEOPLE.match(text, start)
    beside = _beside(line.group()) if line else []
    if beside:
        return [(start + first, start + last) for first, last in beside]
    for part in re.split(f"({_SEPARATOR.pattern})", text[start:end]):
        relative = _RELATIVE.match(part.lstrip())
        if relative and _is_name(part.lstrip()[relative.end() :]):
            lead = len(part) - len(part.lstrip()) + relative.end()
            found.append((at + lead, at + len(part.rstrip())))
        elif _is_name(part):
            lead = len(part) - len(part.lstrip())
            found.append((at + lead, at + len(part.rstrip())))
        at += len(part)
    return found


# 甲方:(保证人)某某: what somebody is stands in brackets before the name.
_ROLE_BEFORE = re.compile(r"\([\u3400-\u9fff ]{2,8}\)[ _]*(?=[\u3400-\u9fff])")
# ____永丰县绿源____股份有限公司: an office's name whose kind the form prints behind the line.
_FILLED_IN = re.compile(
    r"[\u3400-\u9fff()]+(?:_+[\u3400-\u9fff()]+)+(?=[\s_]*[\n\t\x1f,;。(]|[\s_]*$| {2,})"
)


# 农业银行____县支行: the place for the county is still open.
_OPEN_PLACE = re.compile(r"(?:银行|信用社|联社|公司)_{2,}[省市县区乡镇]| {4,}")


def _is_filled_in(printed: str) -> bool:
    name = printed.replace("_", "")
    if _OPEN_PLACE.search(printed):
        return False
    return _ORGANISATION.search(name) is not None and _is_name(name)


# 滕玉福之妻 葛淑清: whose relative it is, then who it is.
_RELATIVE = re.compile(r"[\u3400-\u9fff·]{2,4}之[妻夫子女父母兄弟姐妹](?:子|儿)?[ ]*")
# 龚  立  新, 皇甫 静: a name written wide, to fill its line.
_WIDE = r"[\u3400-\u9fff]{1,2}(?: {1,3}[\u3400-\u9fff]){1,2}(?![\u3400-\u9fff])"
_WIDE_NAME = re.compile(_WIDE + r"(?=\s*[\n\t\x1f:(]|\s*$| {4,})")
_WIDE_INLINE = re.compile(
    r"[ _\"]*(?P<name>[\u3400-\u9fff](?: {1,3}[\u3400-\u9fff]){1,2})"
    r"(?= *(?:[,、(;。:\n]|因|于|向|与|和|在|将|为|$))"
)
_APART = r"[\u3400-\u9fff](?: {1,6}[\u3400-\u9fff]){1,3}"
_WIDE_NAMES = re.compile(
    rf"(?:{_APART}|[\u3400-\u9fff]{{2,4}})(?:[、,/](?:{_APART}|[\u3400-\u9fff]{{2,4}}))*"
    r"(?=[\s_]*[\n\t\x1f(,;。]|[\s_]*$| {4,}|_)"
)
_WORD = re.compile(rf"{_WIDE}|\S+")


def _wide_names(text: str, start: int) -> list[tuple[int, int]]:
    """Return names written one character apart, alone or in a list; empty if they are not."""
    whole = _WIDE_NAMES.match(text, start)
    if whole is None or " " not in whole.group():
        return []
    names = list(re.compile(r"[^、,/]+").finditer(text, start, whole.end()))
    if all(is_person(m.group().replace(" ", "")) for m in names):
        return [m.span() for m in names]
    return []


def _beside(text: str) -> list[tuple[int, int]]:
    """Return the names of several persons written with blanks between them; empty if they are not."""
    words = _words(text)
    if len(words) >= 2 and all(_is_said_person(m) for m in words):
        return [m.span() for m in words]
    return []


def _may_be_written_wide(said: str) -> bool:
    """Whether characters set apart behind a label are a name, of a rare surname perhaps."""
    name = said.replace(" ", "")
    if is_person(name):
        return True
    is_each_apart = all(len(part) == 1 for part in said.split())
    may_be = name[0] in COMMON or not _NOT_IN_NAME.search(name)
    return is_each_apart and may_be and not _SIGNING.search(name)


# Up to the next label: the word before a colon is none of the people.
_LINE_OF_PEOPLE = re.compile(r"(?:(?![^\S\n]+[\u3400-\u9fff]{2,8}[ ]*:)[^\n\t\x1f_:,;。()、])*")


def _words(text: str) -> list[re.Match[str]]:
    """Return the words between blanks; the parts of a name written wide are one word."""
    words: list[re.Match[str]] = []
    at = 0
    while m := _WORD.search(text, at):
        if " " in m.group() and not _is_said_person(m):
            m = re.compile(r"\S+").match(text, m.start()) or m
        words.append(m)
        at = m.end()
    return words


def _is_said_person(word: re.Match[str]) -> bool:
    name = word.group().replace(" ", "")
    is_wide = " " in word.group()
    if is_wide and len(word.group().split(" ", 1)[0]) == 2 and name[:2] not in DOUBLE:
        return False
    return len(name) >= 2 and is_person(name)


# Words that lead up to a name in a sentence; what stands before them is not part of it.
_LEADING = re.compile(
    r".*(?:与|鉴于|兹有|现有|确保|签[订定署]|[(\"]|(?:抵押|质押|担保)?权人|[抵质]押人|出质人|[债贷借]款?[权务]?人"
    r"|保证人|担保人|出借人|[甲乙丙丁]方|申请人|愿意?为|同意为|自愿为|[,、:]"
    rf"|[ _](?!{_KIND_ONLY.pattern}$)(?=\S{{2,}}$))"
)
_LEADING_WORD = re.compile(
    r"(?:经|由|为了?|和|向|因|及|在|就|现我|我方(?=[\u3400-\u9fff()]{5,}$)|我|是|系|即|乙|甲|对|给)+"
)


def name_at_end(text: str) -> tuple[int, int] | None:
    """Return where the one name stands that plain `text` ends with; None if no name does."""
    end = len(text.rstrip(" _"))
    spaced = re.search(
        r"(?:^|[ _])(?P<name>[\u3400-\u9fff](?: {1,2}[\u3400-\u9fff]){1,3})$", text[:end]
    )
    if spaced and is_person(spaced["name"].replace(" ", "")):
        return spaced.span("name")
    lead = _LEADING.match(text[:end])
    start = lead.end() if lead else 0
    word = _LEADING_WORD.match(text[:end], start)
    for first in (word.end() if word else start, start):
        if _OPEN_PLACE.search(text[first:end]):
            return None
        name = text[first:end].replace("_", "")
        if _ORGANISATION.search(name) or is_person(name) or "·" in name:
            return (first, end) if _is_name(name) else None
    return None


_ROLED = r"[\u3400-\u9fff·]{2,4}(?:\([^()\n]{1,6}\))"
_WITH_ROLE = r"(?P<name>[\u3400-\u9fff·]{2,4})(?:\([^()\n]{1,6}\))"


def people_beside(text: str) -> list[tuple[int, int]]:
    """Return the people of a line that holds nothing but people, with any blanks between them."""
    roles = re.match(rf"[\s_:]*(?P<people>{_ROLED}(?:[、,/ ]+{_ROLED})+)\s*(?:[\n\t\x1f]|$)", text)
    if roles:
        # 雷某(主办)、黄某(协办)
        found = list(re.finditer(_WITH_ROLE, roles["people"]))
        if all(is_person(m["name"]) for m in found):
            at = roles.start("people")
            return [(at + m.start("name"), at + m.end("name")) for m in found]
    start = len(text) - len(text.lstrip(" _:\n\t"))
    line = _LINE_OF_PEOPLE.match(text, start)
    return [(start + a, start + b) for a, b in _team(line.group())] if line else []


_POST = re.compile(r"经理|主任|会计|信贷|行长|主管|部$|社$|行$|科$|股$|组$|员$")


def _team(text: str) -> list[tuple[int, int]]:
    """Return several people with blanks between them; what stands far behind them is not theirs."""
    words = _words(text)
    sure = list(takewhile(_is_said_person, words))
    if len(sure) >= 2 and (
        len(sure) == len(words) or text[: words[len(sure)].start()][-4:].isspace()
    ):
        return [m.span() for m in sure]
    # 龚正 支建国: one is surely a person, and the others may be.
    may_be = [
        re.fullmatch(r"[\u3400-\u9fff·]{2,4}", m.group().replace(" ", "")) is not None
        and not _NOT_IN_NAME.search(m.group()[1:])
        and not _SIGNING.search(m.group())
        and not _POST.search(m.group())
        for m in words
    ]
    if len(words) < 2 or not all(may_be) or not any(map(_is_said_person, words)):
        return []
    return [m.span() for m in words]


# What a register asks of a party: which kind it is, not who.
_KIND_OF_PARTY = frozenset(
    ["企业", "个人", "自然人", "法人", "个体工商户", "农业生产经营者", "单位"]
)


def _is_name(part: str) -> bool:
    bare = part.replace(" ", "")
    if bare in _KIND_OF_PARTY:
        return False
    if not 2 <= len(bare) <= 40 or re.fullmatch(r"[×xX*\d]+", bare):
        return False
    if re.search(r"[×]|xx|XX|\*", bare) and not _ORGANISATION.search(bare):
        # 张×× is a masked name, ××公司 a form's example of one.
        return bool(re.fullmatch(r"[\u3400-\u9fff][×xX*]{1,2}", bare))
    if _SIGNING.search(bare) or _KIND_ONLY.fullmatch(bare) or _PRONOUN.fullmatch(bare):
        return False
    if _ORGANISATION.search(bare):
        return len(bare) >= 3 and not re.search(r"[的应须]", bare)
    if re.search(r"\d", bare) or not re.match(r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z]", bare):
        return False
    if bare[0] in "为因由现兹如若以在对依鉴经根据自应":
        return bare[0] in "现对经应" and is_person(bare)
    if len(bare) <= 4:
        return bare[0] in COMMON | RARE or bare[:2] in DOUBLE or not _NOT_IN_NAME.search(bare)
    return "·" in bare or "•" in bare
