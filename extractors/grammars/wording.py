# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Free text beside a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import is_blank

_TEXT_END = re.compile(r"[。;\n\t\x1f_]|\s{3,}")
_INLINE_TEXT_END = re.compile(r"[。;,\n\t\x1f_]|\s{3,}")
_IS = re.compile(r"[\s_]*[为是][\s_:]*")
# Where a long text ends though no label follows: the next numbered section, a date by itself.
_SECTION = re.compile(
    r"\n\s*(?:[一二三四五六七八九十]{1,2}、|[^\n。,;:、]{0,14}(?:公司|银行|联社|信用社|行|部|科|社)\s*(?:\n|$)"
    r"|[^\n。]{0,20}(?:\d{4}|[二〇○零一三四五六七八九]{4})\s*年[^\n。]{0,12}日\s*(?:\n|$)|[IVX]{1,4}\.\s"
    r"|(?i:atentamente|cordialmente|sin otro particular|yours (?:faithfully|truly)|sincerely|firma|signature|signed|elaborado|revisado|v\.?b\.?)\b|_{5,})"
)
_SKIP_TEXT = re.compile(r"[\s_:\"]*")


def text(limit: int = 60, *, to_stop: bool = True, lines: int = 0, inline: bool = False) -> Grammar:
    """Free text of at most `limit` characters, up to a full stop or gap (`to_stop`) or all of it."""

    def read(window: Window) -> Iterator[Found]:
        start = (_IS if window.inline else _SKIP_TEXT).match(window.text)
        if window.inline and not start:
            return
        first = start.end() if start else 0
        last = len(window.text)
        if to_stop:
            stop = _INLINE_TEXT_END if window.inline else _TEXT_END
            end = stop.search(window.text, first)
            last = end.start() if end else last
        else:
            end = _SECTION.search(window.text, first)
            last = end.start() if end else last
        while last > first and window.text[last - 1] in ' _\n\t\x1f,;"。.':
            last -= 1
        said = window.text[first:last]
        if (
            not is_blank(said)
            and len(said) <= limit
            and re.search(r"[^\W\d_]{2}|[^\W\d_] [^\W\d_]", said)
            and not _is_template(said)
        ):
            yield Found("", first, last)

    return Grammar(
        f"text_{limit}", read, strict=False, lines=lines, inline=inline, free=True,
        whole=not to_stop,
    )  # fmt: skip


_TEMPLATE = re.compile(r"^[\s_]*(?:年[\s_]*月[\s_]*日|\([^()]*\)|[□☐○][^☑√■✓]*)$")
# Words that point elsewhere: 详见清单, 同上, 以借据为准.
_ELSEWHERE = re.compile(
    r"^[\s_:\"]*(?:详?见|详细?情况|附后|后附|如下|下列|以下|同上|同前|同甲方|同乙方|[^,。;]{0,12}(?:详见|见附|见本合同|为准|附后|清单)[^,。;]{0,16}$)"
)
# What a form prints between its lines for an address: ____县____乡____村.
_PLACE_ONLY = re.compile(r"[\s_/省市县区旗乡镇街道路村庄组号社户楼室栋幢单元自治州、()]*")


def _is_template(said: str) -> bool:
    """Whether the words are the form's own: empty date places, a hint in brackets, open boxes."""
    return (
        _TEMPLATE.match(said) is not None
        or _ELSEWHERE.match(said) is not None
        or _PLACE_ONLY.fullmatch(said) is not None
        or said.count("_") > len(said) / 2
    )


_ADDRESS_END = re.compile(
    r"[。;\n\t\x1f]|\s{3,}|_+(?!_| ?[\u4e00-\u9fff\d])|,(?=邮|电|身份|系|自愿)"
)


def _address(window: Window) -> Iterator[Found]:
    """An address; the form's lines may stand between its parts: __永丰__县__恩江__镇."""
    skipped = _SKIP_TEXT.match(window.text)
    first = skipped.end() if skipped else 0
    end = _ADDRESS_END.search(window.text, first)
    last = end.start() if end else len(window.text)
    while last > first and window.text[last - 1] in ' _\n\t,;"。.':
        last -= 1
    said = window.text[first:last]
    if (
        3 <= len(said) <= 90
        and not is_blank(said)
        and not _is_template(said)
        and re.search(r"[^\W\d_]{2}", said)
    ):
        yield Found("", first, last)


# What a purpose is wrapped in: 本贷款只能用于…的需要, 借款人因…需一笔资金.
_USED_FOR = re.compile(
    r"^[^,。;]{0,14}?(?:只能|仅限|仅能|只|仅|专项|限|全部)*用于(?!以下|下列)[ _]*(?P<v>[^,。;]{2,60})"
)
# The Borrower shall use the Loan solely for …; el prestatario destinara el prestamo a ….
_LATIN_USED_FOR = re.compile(
    r"(?:the|el|la|los) [^.;]{3,40}?\b(?:used?|utili[sz]ed?|applied|destin\w+|inver\w+)\b"
    r"[^.;,]{0,40}?\b(?:for|towards?|para|a) (?:the purpose of )?(?P<v>[^.;,]{4,80})",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"^(?:借款人|甲方|乙方|本人|我)?因(?P<v>[^,。;]{2,40}?)[ _]*(?=,|需|急需|向|$)"
)
_PURPOSE_TAIL = re.compile(
    r"(?: (?:and (?:for no|not for any) other|y para ning[uú]n otr[oa]) .*|的(?:资金)?(?:需要|周转)|之用|之需|所需(?:资金)?|等用途|方面|使用|[,](?:不得|未经|借款人|乙方|甲方|贷款人|不准|并|且|专款|严禁|需|利率|期限|月利率|年利率|月息|年息|还款|金额|借款期|贷款期).*)$"
)


def _purpose(window: Window) -> Iterator[Found]:
    for start, end in _purpose_places(window):
        said = window.text[start:end]
        wrapped = _USED_FOR.match(said) or _BECAUSE.match(said) or _LATIN_USED_FOR.match(said)
        if wrapped:
            start, end = start + wrapped.start("v"), start + wrapped.end("v")
        tail = _PURPOSE_TAIL.search(window.text[start:end])
        if tail and tail.start() >= 2:
            end = start + tail.start()
        while end > start and window.text[end - 1] in " _,":
            end -= 1
        said = window.text[start:end]
        is_said = not is_blank(said) and not _is_template(said) and not _NO_PURPOSE.match(said)
        if is_said and re.search(r"[^\W\d_]{2}", said):
            yield Found("", start, end)


# Words that only lead up to the line on which a purpose is written, or follow it.
_LEADS_UP = re.compile(r".*(?:因|用于|[甲乙]方|借款人|主要|为了?|:)$")
_NO_PURPOSE = re.compile(
    r"需要?(?:[,。].*)?$|.*[□☐○☑√■].*[□☐○☑√■]|项目|急需|[,]|[甲乙]方$|借款人$|.*[□☐○☑√■].*:"
)


def _purpose_places(window: Window) -> Iterator[tuple[int, int]]:
    """Where a purpose may stand: the first piece between wide blanks or lines that says one."""
    if window.inline or window.habits.language != "zh":
        yield from ((one.start, one.end) for one in _PURPOSE_TEXT.read(window))
        return
    skipped = _SKIP_TEXT.match(window.text)
    first = skipped.end() if skipped else 0
    end = re.compile(r"[。;\n\t\x1f]| {2,}(?=[^\s:]{2,10}:)").search(window.text, first)
    last = end.start() if end else len(window.text)
    for piece in re.compile(r"(?:(?! {3,})[^_])+").finditer(window.text, first, last):
        said = piece.group().strip()
        if said and not _LEADS_UP.match(said):
            if 2 <= len(said) <= 120:
                yield piece.start() + len(piece.group()) - len(piece.group().lstrip()), piece.end()
            return


# What leads up to the thing itself: 甲方所有的, 其有权处分的.
_OWNED = re.compile(
    r"^[\s_]*(?:(?:甲方|乙方|丙方|抵押人|出质人|借款人|债务人|担保人|本人)(?:自愿|同意)*[以用将](?=[^,。]{2}))?(?:其?(?:坐落|座落)[于在][^,。;]{4,40}?的|(?:甲方|乙方|丙方|抵押人|出质人|借款人|债务人|我公司|本公司|其|本人|自己|自有|家庭)*(?:合法|依法|共同|自愿)*(?:所有|共有|拥有|享有处分权|有权处分|有处分权|名下|提供|持有|开立)*的|(?:其|本人|自己)名下|自有(?=[\u4e00-\u9fff]{2}))?[\s_]*"
)
_THING_END = re.compile(
    r"\((?:以下|下|简)[^()]{0,4}称|,|[.]\s*(?=[\u4e00-\u9fff])|向(?=[\s_]*(?:[甲乙丙]方|质权人|抵押权人|债权人|贷款人|[你贵我]))|(?:项下)(?:的)?(?:权利|全部)|作(?:为|了)?(?:本|该)?[^,。]{0,8}(?:抵押|质押|担保)|(?<=[^\s_])[ ]*(?:坐落|位于)"
    r"|为(?=[^,。]{0,24}(?:人|方|其|贷款|借款|债务|合同|上述|本))"
)
# A sentence about a security names none: 3.1 The loan is secured.
_CLAUSE = re.compile(r"\b(?:is|are|shall|agrees?|will|has|have|hereby|provides?)\b|^\d{1,2}\.\d")
# What is done with a thing is no part of it: Hypothecation of the tractor.
_DONE_WITH = re.compile(
    r"(?i)(?:hypothecation|(?:equitable |simple |registered )?mortgage|pledge|(?:first |exclusive )*charge|lien)"
    r" (?:of|over|on) (?:the )?(?=\w)"
)
_ENGLISH_THING_END = re.compile(
    r"\((?:hereinafter|the \")|, (?:which|being|more|as described|(?:ad)?measuring|valued|bounded|situated?)\b"
    r"|, (?:survey|title|plot|khasra|registered|covered|containing)\b",
    re.IGNORECASE,
)
# Words that name nothing: 下列财产, 抵押物.
_VAGUE = re.compile(
    r"(?:全部|下列|以下|上述|相关|所有|自有|合法|有效|其|本合同|前述|约定|该|等|项下|最高额|提供|足额|一定|依法|可以|的)*"
    r"(?:财产|资产|权利|抵押物|抵押品|质物|质押物|物品|不动产|动产|抵押财产|质押财产|权益|抵押|质押|担保|本人|自己|名义|方式|清单|书面|条件|人)?"
)


# What heads the other columns of a list of things, or the list: 抵 押 物 清 单.
_HEAD_OF_LIST = re.compile(
    r"(?:明细)?(?:清单|一览表)|数量|单位|规格|型号|权属|存放|序号|备注|评估|名称|[合总小共]计"
)


def _collateral(window: Window) -> Iterator[Found]:
    """A thing that secures a loan, without the words around it."""
    for found in _THING.read(window):
        start, end = found.start, found.end
        is_english = window.habits.language == "en"
        owned = (_DONE_WITH if is_english else _OWNED).match(window.text[start:end])
        start += owned.end() if owned else 0
        ends = _ENGLISH_THING_END if is_english else _THING_END
        over = ends.search(window.text[start:end])
        end = start + over.start() if over else end
        while end > start and window.text[end - 1] in " _,.":
            end -= 1
        said = window.text[start:end].strip(" _")
        if (
            len(said) >= 2
            and not _HEAD_OF_LIST.match(said.replace(" ", ""))
            and not _VAGUE.fullmatch(said)
            and not said.startswith(("下称", "以下"))
            and not (is_english and _CLAUSE.search(said.lower()))
            and not re.search(
                r"[甲乙丙]方|应当|不得|贷款人|抵押权人|债权|债务|主合同|担保|履行|清单|[你贵]行",
                said,
            )
        ):
            yield Found("", start, end)


TEXT = text()
_THING = text(120, inline=True)
COLLATERAL = Grammar("collateral", _collateral, strict=False, inline=True, free=True, lines=0)
_PURPOSE_TEXT = text(120, inline=True)
PURPOSE = Grammar("purpose", _purpose, strict=False, inline=True, lines=0, free=True)
ADDRESS = Grammar("address", _address, strict=False, lines=0, free=True)
LONG_TEXT = text(700, to_stop=False, lines=12)
