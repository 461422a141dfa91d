# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Grammars as forms use them: each reads one kind of value out of a window of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.form import Found, Grammar, Window
from extractors.names import party_names, people_beside
from extractors.reading import Money, Rate
from extractors.values import dates, identity, money, numbers, rates, terms
from extractors.values.chinese_amount import find_amount_words
from extractors.values.latin_amount import find_number_words
from extractors.values.plain import tidy

# In running text a value follows its label at once, but for these words.
_CONNECTOR = re.compile(
    r"(?:[\s_:,.\"'¥\-]|为|是|即|人民币|大写|小写|计|共计|共|合计|不超过|最高|折合|整|\(|\)|约定|本金|金额|按|执行|确定|均|自|从|本合同|固定|,|第|号|借款|贷款"
    r"|es|de|la|el|del|por|suma|cantidad|un|una|sera|asciende|a|al|is|of|the|at|shall|be|rate|sum|in|equivalente|fija|fijo|fixed|anual|no|nro|numero|total|hasta|on|this|from|dia|los)*"
)
_PLACEHOLDER = re.compile(
    r"[\s_/\\.*xX×#-]*|无|没有|空|n/?a|ninguno|ninguna|none|nil|不适用|暂无|-+"
)


def is_blank(text: str) -> bool:
    """Whether `text` is what a form prints for nothing: lines, slashes, 无, N/A."""
    return _PLACEHOLDER.fullmatch(text.strip().lower()) is not None


def _reach(window: Window) -> int:
    """How far into the window a value may start."""
    if not window.inline:
        return len(window.folded)
    matched = _CONNECTOR.match(window.folded)
    return matched.end() if matched else 0


def _dates(window: Window) -> list[dates.FoundDate]:
    return dates.find_dates(window.folded, window.habits.language, window.habits.dates)


def _as_found(one: dates.FoundDate) -> Found:
    return Found(one.day, one.start, one.end, ("date_ambiguous",) if one.unsure else ())


def _date(window: Window) -> Iterator[Found]:
    for one in _dates(window)[:1]:
        if one.start <= _reach(window):
            yield _as_found(one)


_UNTIL = re.compile(r"起|至|到|止|~|-|—|al?\b|hasta|to\b|until|till|through|y\b|and\b")


def _range(window: Window) -> tuple[dates.FoundDate, dates.FoundDate] | None:
    found = _dates(window)
    for first, second in pairwise(found):
        between = window.folded[first.end : second.start]
        if len(between) <= 30 and _UNTIL.search(between):
            return first, second
    return None


def _period_start(window: Window) -> Iterator[Found]:
    both = _range(window)
    if both:
        yield _as_found(both[0])


def _period_end(window: Window) -> Iterator[Found]:
    both = _range(window)
    if both:
        yield _as_found(both[1])
        return
    for one in _dates(window)[:1]:
        if re.search(r"至|到|hasta|until|till", window.folded[: one.start][-12:]):
            yield _as_found(one)


def _term(window: Window) -> Iterator[Found]:
    found = terms.find_term(window.folded, window.habits.language)
    if found is None:
        return
    is_sum = re.search(r"共[计]?[ _]*$", window.folded[: found[1]]) is not None
    if is_sum or found[1] <= (_reach(window) if window.inline else 80):
        yield Found(found[0], found[1], found[2])


def _amounts(window: Window) -> Iterator[tuple[Decimal, str, int, int, str]]:
    """Yield (amount, currency, start, end, kind) for figures and words in the window."""
    habits, at = window.habits, 0
    words = find_amount_words(window.text) if habits.language in ("zh", None) else None
    if words:
        yield money.in_main_unit(Decimal(words[0]) / 100), "CNY", words[1], words[2], "words"
    while True:
        found = money.find_figures(
            window.folded, at, unit=window.unit or habits.unit, decimal_comma=habits.decimal_comma
        )
        if found is None:
            return
        at = found.end
        if _is_money(window, found):
            yield found.amount, found.currency or habits.currency, found.start, found.end, "figures"


_NOT_MONEY_AFTER = re.compile(
    r"\s*(?:%|‰|年|月|日|个|笔|号|条|天|户|亩|m2|平方|公顷|份|期|次|点|页|分之|头|只|台|斤|吨|人|倍"
    r"|\.\d|dias?\b|mes|ano|cuotas|por ?ciento|per ?cent|months|years|days|instal)"
)


def _is_money(window: Window, found: money.Figures) -> bool:
    if found.amount == 0 and not (found.unit or "." in window.text[found.start : found.end]):
        return False
    if found.has_sign or found.unit:
        return True
    if _NOT_MONEY_AFTER.match(window.folded, found.end):
        return False
    before = window.folded[max(0, found.start - 2) : found.start]
    after = window.folded[found.end : found.end + 1]
    if re.search(r"[a-z第.\-/(]$", before.strip(" ")) and not re.search(r"(?:\(|: ?)$", before):
        return False
    if after in ("/", "-") or re.match(r"[a-z]", after):
        return False
    figures = window.folded[found.start : found.end].strip()
    # Long runs of figures are account numbers; dates were met by their signs.
    return len(re.sub(r"\D", "", figures)) <= 12


def _money(window: Window) -> Iterator[Found]:
    reach = _reach(window)
    found = sorted(_amounts(window), key=lambda one: one[2])
    for amount, currency, start, end, _ in found[:1]:
        if start <= reach:
            yield Found(Money(amount, currency), start, end)


def _figures(window: Window) -> Iterator[Found]:
    reach = _reach(window)
    for amount, currency, start, end, kind in _amounts(window):
        near = start <= reach or (window.inline and start <= reach + 40)
        if kind == "figures" and near:
            yield Found(Money(amount, currency), start, end)
            return


def _words(window: Window) -> Iterator[Found]:
    reach = _reach(window)
    if window.habits.language in ("zh", None):
        found = find_amount_words(window.text)
        if found and found[1] <= (reach if window.inline else 60):
            yield Found(tidy(window.text[found[1] : found[2]]).replace(" ", ""), found[1], found[2])
        return
    latin = find_number_words(window.folded)
    if latin and latin[0] >= 100 and latin[1] <= 90:
        end = latin[2]
        tail = re.match(
            r"\s*(?:con|and|y)?\s*\d{2}/100(?:\s*(?:de\s+)?[a-z]+){0,2}|\s+(?:de\s+)?(?:pesos|soles|euros|dolares|dollars|rupees|quetzales|guaranies|bolivianos|lempiras|cordobas|colones|shillings)(?:\s+only)?",
            window.folded[end:],
        )
        end += tail.end() if tail else 0
        only = re.match(r"\s+only\b", window.folded[end:])
        end += only.end() if only else 0
        unit = re.search(
            r"(?:rupees|dollars|shillings|pesos|soles|euros)\s+$", window.folded[: latin[1]]
        )
        start = unit.start() if unit else latin[1]
        yield Found(window.text[start:end].strip(), start, end)


def _rate(window: Window) -> Iterator[Found]:
    reach = _reach(window) + 40 if window.inline else 160
    found = rates.find_rate(window.folded, window.label, window.habits.language)
    if found and found.start <= reach:
        before = window.folded[: found.start]
        if re.search(r"上浮|下浮|加收|上调|罚息|逾期|mora|penal|default|overdue|浮动", before):
            return
        doubts: tuple[str, ...] = ("rate_period_assumed",) if found.assumed else ()
        if not rates.is_plausible(found.value, found.unit) or (
            # ‰ read as % is the commonest misreading of a scan.
            window.habits.is_ocr and found.unit == "percent_month" and found.value > 4
        ):
            doubts += ("rate_implausible",)
        yield Found(Rate(found.value, found.unit), found.start, found.end, doubts)


# What kind of paper the number is of, printed before it: DNI 28234567.
_KIND_OF_ID = re.compile(
    r"[\s_:.]*(?:DNI|D\.N\.I\.|C\.?I\.?|C\.?C\.?|NIF|NIE|DPI|DUI|ID|NIN)\b\.?[\s:]*(?:N[°ºo.]+\s*)?(?=\d)",
    re.IGNORECASE,
)


def _person_id(window: Window) -> Iterator[Found]:
    if window.habits.language == "zh":
        found = identity.find_resident_id(window.text)
        company = identity.find_uscc(window.text)
        if found and company and company.start == found.start and company.valid:
            return
        yield from _further_ids(window.text, found)
    else:
        kind = _KIND_OF_ID.match(window.text)
        found = identity.find_latin_id(window.text[kind.end() :] if kind else window.text)
        if found and kind:
            found = replace(found, start=found.start + kind.end(), end=found.end + kind.end())
        # In running text a label like "documento" needs its number at once.
        if found and found.start > min(_reach(window), 25):
            return
    if found:
        doubts = ("id_check_digit",) if found.valid is False else ()
        yield Found(found.number, found.start, found.end, doubts)


def _further_ids(text: str, first: identity.FoundNumber | None) -> Iterator[Found]:
    """The numbers of the others in a list: 410…、410…."""
    while first:
        joint = re.compile(r"[ ]*[、,/;和][ ]*(?=\d)").match(text, first.end)
        if not joint:
            return
        rest = identity.find_resident_id(text[joint.end() :])
        if rest is None or rest.start:
            return
        first = replace(rest, start=joint.end(), end=joint.end() + rest.end)
        yield Found(
            first.number,
            first.start,
            first.end,
            ("id_check_digit",) if first.valid is False else (),
        )


def _uscc(window: Window) -> Iterator[Found]:
    if window.habits.language == "zh":
        found = identity.find_uscc(window.text)
        if found:
            doubts = ("uscc_check",) if found.valid is False else ()
            yield Found(found.number, found.start, found.end, doubts)
        return
    found = identity.find_latin_id(window.text)
    if found and found.start <= min(_reach(window), 12):
        yield Found(found.number, found.start, found.end)


def _phone(window: Window) -> Iterator[Found]:
    found = identity.find_phone(window.text)
    if found and found[1] <= 12:
        yield Found(found[0], found[1], found[2])


_NUMBER_END = re.compile(r"[,;。:\n\"]|\s{3,}|\t|\x1f")
_STARTS_NUMBER = re.compile(r"[\s_:.oO]*")


# In a sentence only what is surely a number: …字第…号, or a run of letters and figures.
_SURE_NUMBER = re.compile(
    r"[^\s,。;()]{0,12}(?:\([ _]*\d{2,4}[ _]*\))?年?[^\s,。;()]{0,16}字[^,。;]{0,6}第[ _]*[\w-]{1,20}[ _]*号|[A-Za-z0-9][\w-]{5,}"
)


def _contract_no(window: Window) -> Iterator[Found]:
    """The number up to the next sign of punctuation or gap; it holds a figure."""
    start = _skip(
        window.text,
        r"[\s_:第为是]*(?:《[^》\n]{2,24}》)?[\s_:第为是]*"
        if not window.inline
        else r"[\s_:第为是\".]*(?:no\.?|nro\.?)?\s*",
    )
    end_match = _NUMBER_END.search(window.text, start)
    end = end_match.start() if end_match else len(window.text)
    if window.habits.language != "zh":
        latin = re.match(r"[A-Za-z0-9][\w./-]*(?: ?[-/] ?[\w.]+)*", window.text[start:end])
        end = start + (latin.end() if latin else 0)
        if latin and len(latin.group()) > 60:
            return
    else:
        number = re.match(
            r"[(（]?[^()《》]{0,24}[)）]?[^()《》]{0,30}?(?:\([^()]{0,12}\)[^()《》]{0,20}?)?(?:第\s*[_\s]*[\w\s_-]{1,24}号|$|(?=[《》的]))",
            window.text[start:end],
        )
        end = start + (number.end() if number else 0)
    while end > start and window.text[end - 1] in " _.-/":
        end -= 1
    closing = window.text.find(")", start, end)
    if closing >= 0 and "(" not in window.text[start:closing]:
        end = closing
    if window.inline and window.habits.language == "zh":
        number = _SURE_NUMBER.match(window.text[start:end])
        end = start + (number.end() if number else 0)
    printed = window.text[start:end]
    if _is_number(printed, window.inline):
        yield Found("", start, end)


def _is_number(printed: str, inline: bool) -> bool:
    bare = re.sub(r"[\s_]", "", printed)
    figures = sum(char.isdigit() for char in re.sub(r"\(?(?:19|20)\d{2}\)?年?", "", bare, count=1))
    is_date = bool(re.fullmatch(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?", bare))
    if is_date or not 3 <= len(bare) <= 50 or "月" in bare or "元" in bare:
        return False
    if "字" in bare and re.search(r"第(?:号|$)", bare):
        return False
    if "字" in bare:
        return figures >= 1
    if inline:
        return figures >= 3
    return figures >= 2 or (figures == 1 and len(bare) >= 7)


def _skip(text: str, pattern: str) -> int:
    matched = re.match(pattern, text, re.IGNORECASE)
    return matched.end() if matched else 0


def _certificate(kind: str) -> Callable[[Window], Iterable[Found]]:
    def read(window: Window) -> Iterator[Found]:
        for start, end in numbers.find_certificates(window.text, kind):
            yield Found("", start, end)

    return read


_OLD_CERTIFICATE = re.compile(
    r"(?:[\u4e00-\u9fff]\s*[(]\s*\d{4}\s*[)]\s*)?[\u4e00-\u9fff]{0,8}(?:房|土|地|林|国用|集用|农地|他项|他)[\u4e00-\u9fff]{0,8}\s*(?:[(（]\s*\d{4}\s*[)）年]*)?\s*[\u4e00-\u9fff]{0,6}(?:字)?\s*第?\s*[\dA-Z][\dA-Z-]{2,20}\s*号"
)


def _title_no(window: Window) -> Iterator[Found]:
    found = False
    for start, end in numbers.find_certificates(window.text, "权"):
        found = True
        yield Found("", start, end)
    if found or window.inline:
        return
    for one in _OLD_CERTIFICATE.finditer(window.text):
        found = True
        yield Found("", one.start(), one.end())
    if not found:
        yield from _contract_no(window)


def _units(window: Window) -> Iterator[Found]:
    for number, start, end in numbers.find_units(window.text):
        yield Found(number, start, end)


_TEXT_END = re.compile(r"[。;\n\t\x1f_]|\s{3,}")
_INLINE_TEXT_END = re.compile(r"[。;,\n\t\x1f_]|\s{3,}")
_IS = re.compile(r"[\s_]*[为是][\s_:]*")
# Where a long text ends though no label follows: the next numbered section, a date by itself.
_SECTION = re.compile(
    r"\n\s*(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]\)|[^\n]{0,14}(?:公司|银行|联社|信用社|支行)\s*\n"
    r"|[^\n。]{0,20}(?:\d{4}|[二〇○零一]{4})\s*年[^\n。]{0,12}日\s*(?:\n|$)|[IVX]{1,4}\.\s|\d{1,2}[.、]\s)"
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

    return Grammar(f"text_{limit}", read, strict=False, lines=lines, inline=inline)


_TEMPLATE = re.compile(r"^[\s_]*(?:年[\s_]*月[\s_]*日|\([^()]*\)|[□☐○][^☑√■✓]*)$")


def _is_template(said: str) -> bool:
    """Whether the words are the form's own: empty date places, a hint in brackets, open boxes."""
    return _TEMPLATE.match(said) is not None or said.count("_") > len(said) / 2


# Under these labels several people stand side by side, with wide blanks between them.
_TEAM = re.compile(r"检查|人员|成员|调查")


def _party(window: Window) -> Iterator[Found]:
    names = party_names(window.text, window.inline, window.habits.language)
    if _TEAM.search(window.label):
        names = people_beside(window.text) or names
    for name in names:
        yield Found("", name[0], name[1])


_AREA = re.compile(
    r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)\s*(?P<unit>m2|平方米|平米|㎡|平方公尺|公顷|亩|metros cuadrados|m\.2|mts2|square met(?:er|re)s|sq\.? ?m|sqm|hectareas|hectares|has?\.?\b|acres?)?"
)
_SQUARE_METRES = {"公顷": 10000, "hectareas": 10000, "hectares": 10000, "ha": 10000, "has": 10000}


def _area(window: Window) -> Iterator[Found]:
    for m in _AREA.finditer(window.folded):
        unit = (m["unit"] or "").rstrip(".")
        named = unit or next((u for u in ("m2", "平方米", "公顷", "亩") if u in window.label), "")
        if not named and ("建筑面积" in window.label or "(m)" in window.label):
            named = "m2"
        if not named or "亩" in named or "acre" in named:
            continue
        printed = m["number"]
        comma = window.habits.decimal_comma or bool(re.search(r",\d{1,2}$", printed))
        number = money.number_of(printed, comma)
        if m.start() <= (_reach(window) if window.inline else 40):
            yield Found(number * _SQUARE_METRES.get(named, 1), m.start(), m.end())
        return


def choice(name: str, *choices: tuple[str, str]) -> Grammar:
    """One of a list of words: (folded regex, value as kept). A marked check box decides."""
    compiled = tuple((re.compile(pattern), kept) for pattern, kept in choices)

    def read(window: Window) -> Iterator[Found]:
        marked = re.search(r"[☑√■✓☒☐□]", window.text) is not None
        hits = []
        for pattern, kept in compiled:
            for m in pattern.finditer(window.folded):
                if marked and not _is_marked(window.text, m.start(), m.end()):
                    continue
                hits.append(
                    (m.start(), -m.end(), kept or window.text[m.start() : m.end()], m.end())
                )
        hits.sort()
        if not hits or (not marked and hits[0][0] > (_reach(window) + 4 if window.inline else 40)):
            return
        # Several bare choices side by side are the form's own list, not an answer.
        others = {hit[2] for hit in hits if hit[0] < hits[0][3] + 4 and hit[0] >= hits[0][3]}
        if not marked and len(others - {hits[0][2]}) >= 2:
            return
        yield Found(hits[0][2], hits[0][0], hits[0][3])

    return Grammar(name, read, closed=True)


_MARK = "☑√■✓☒●◉"
_OPEN = "☐□○"


def _is_marked(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 3) : start].strip(" (")
    after = text[end : end + 3].strip(" )")
    if before and before[-1] in _MARK:
        return True
    if before and before[-1] in _OPEN:
        return False
    return bool(after) and after[0] in _MARK


_YES = re.compile(
    r"^[\s:]*(?:是|按|一致|相符|符合|是的|按约定|属实|真实|si\b|conforme|cumple|yes\b|verified|verificado)"
)
_NO = re.compile(r"^[\s:]*(?:否|不一致|不符|不相符|未|no\b|挪用|不是|not )")


def _yes_no(window: Window) -> Iterator[Found]:
    inverted = "挪用" in window.label
    text_ = window.folded
    if re.search(f"[{_MARK}{_OPEN}]", text_):
        yes = [
            m
            for m in re.finditer(r"(?<!不)(?:是|一致|相符|符合|\bsi\b|\byes\b)", text_)
            if _is_marked(text_, m.start(), m.end())
        ]
        no = [
            m
            for m in re.finditer(r"否|不一致|不相符|不符合|不符|\bno\b", text_)
            if _is_marked(text_, m.start(), m.end())
        ]
        if bool(yes) != bool(no):
            hit = (yes or no)[0]
            yield Found(bool(yes) != inverted, hit.start(), hit.end())
        return
    for pattern, answer in ((_NO, False), (_YES, True)):
        m = pattern.match(text_)
        if (
            m
            and not (answer and re.match(r"[\s:]*[/、]?\s*(?:否|不)", text_[m.end() :]))
            and not re.match(r"[\s]*/", text_[m.end() :])
        ):
            yield Found(answer != inverted, m.start(), m.end())
            return


def _days(window: Window) -> Iterator[Found]:
    m = re.match(r"[\s_:为]*(?P<n>\d{1,5})\s*(?:天|日|dias|days)?(?![\d.,%/年月-])", window.folded)
    if m:
        yield Found(int(m["n"]), m.start("n"), m.end())


def _registry_no(window: Window) -> Iterator[Found]:
    m = re.match(
        r"[\s_:.]*(?:(?:no|nro|numero|num)\b\.?[\s:]*)?(?P<v>[A-Za-z]{0,4}[-/ ]?\d[\dA-Za-z./-]*)",
        window.text,
        re.IGNORECASE,
    )
    if m:
        end = m.end()
        while window.text[end - 1] in "./-":
            end -= 1
        if sum(char.isdigit() for char in window.text[m.start("v") : end]) >= 2:
            yield Found("", m.start("v"), end)


def _deed_no(window: Window) -> Iterator[Found]:
    yield from _registry_no(window)


_CLASSES = (
    (r"正常", "正常"), (r"关注", "关注"), (r"次级", "次级"), (r"可疑", "可疑"), (r"损失", "损失"),
    (r"\bnormal\b", "Normal"), (r"\bcpp\b|con problemas potenciales|problemas potenciales", "CPP"),
    (r"\bdeficiente\b", "Deficiente"), (r"\bdudoso\b", "Dudoso"), (r"\bperdida\b", "Pérdida"), (r"\bvencida\b", "Vencida"), (r"\bvigente\b", "Vigente"),
    (r"\bsma ?- ?0\b", "SMA-0"), (r"\bsma ?- ?1\b", "SMA-1"), (r"\bsma ?- ?2\b", "SMA-2"),
    (r"\bsub ?-? ?standard\b", "Sub-standard"), (r"\bstandard\b", "Standard"), (r"\bdoubtful\b", "Doubtful"), (r"\bloss\b", "Loss"),
    (r"\bpass\b", "Pass"), (r"\bwatch\b", "Watch"), (r"\bspecial mention\b", "Special mention"), (r"(?<![\w])[a-f](?![\w])", ""),
)  # fmt: skip
_GUARANTEES = (
    (r"信用", "信用"), (r"联保", "联保"), (r"保证", "保证"), (r"抵押", "抵押"), (r"质押", "质押"),
    (r"hipotec\w+", "hipoteca"), (r"prendari\w+|prenda\b", "prenda"), (r"fianza|aval\b|fiador\w*|garante", "fianza"), (r"quirografari\w+|sin garantia|a sola firma", "quirografaria"),
    (r"mortgage", ""), (r"unsecured", ""), (r"(?:third[- ]party )?guarantee", ""), (r"pledge|hypothecation", ""),
)  # fmt: skip
_MORTGAGES = (
    (r"最高额", "最高额抵押"), (r"一般抵押", "一般抵押"), (r"抵押权预告|预告", "预告抵押"),
    (r"abierta|sin limite de cuantia", "abierta"), (r"cerrada", "cerrada"),
    (r"primer grado|primera? (?:y preferente )?hipoteca|primer rango|primera hipoteca", "primer grado"), (r"segundo grado|segundo rango", "segundo grado"),
    (r"first (?:legal )?(?:mortgage|charge)|registered mortgage", ""), (r"second (?:mortgage|charge)", ""),
)  # fmt: skip
_METHODS = (
    (r"现场|实地", "现场"), (r"非现场", "非现场"), (r"电话", "电话"), (r"presencial|in situ", "presencial"),
    (r"telefonic\w+", "telefónica"), (r"on[- ]site", "on-site"), (r"off[- ]site", "off-site"), (r"telephone|phone", "telephone"),
)  # fmt: skip
_LEVELS = (
    (r"红色?", "红"), (r"橙色?", "橙"), (r"黄色?", "黄"), (r"蓝色?", "蓝"),
    (r"一级", "一级"), (r"二级", "二级"), (r"三级", "三级"), (r"\broj[ao]\b", "rojo"), (r"\bamarill[ao]\b", "amarillo"), (r"\bred\b", "red"), (r"\byellow\b", "yellow"),
)  # fmt: skip
_RIGHTS = (
    (r"预告登记", "预告登记"), (r"异议登记", "异议登记"), (r"地役权", "地役权"), (r"抵押权", "抵押权"), (r"抵押", "抵押"),
    (r"hipoteca", "hipoteca"), (r"embargo", "embargo"), (r"prenda", "prenda"), (r"mortgage", "mortgage"), (r"charge", "charge"),
)  # fmt: skip

DATE = Grammar("date", _date)
PERIOD_START = Grammar("period_start", _period_start)
PERIOD_END = Grammar("period_end", _period_end)
TERM = Grammar("term", _term)
MONEY = Grammar("money", _money, lines=2)
FIGURES = Grammar("figures", _figures, lines=2)
WORDS = Grammar("words", _words, lines=2)
RATE = Grammar("rate", _rate)
PERSON_ID = Grammar("person_id", _person_id)
USCC = Grammar("uscc", _uscc)
PHONE = Grammar("phone", _phone, strict=False, lines=0)
CONTRACT_NO = Grammar("contract_no", _contract_no, strict=False, inline=True)
CERTIFICATE = Grammar("certificate", _certificate("证明"))
TITLE_CERTIFICATE = Grammar("title_certificate", _title_no, strict=False)
UNIT = Grammar("unit_no", _units)
PARTY = Grammar("party", _party)
AREA = Grammar("area", _area)
DAYS = Grammar("days", _days, strict=False)
YES_NO = Grammar("yes_no", _yes_no, strict=False, closed=True)
REGISTRY_NO = Grammar("registry_no", _registry_no)
DEED_NO = Grammar("deed_no", _deed_no)
CLASS = choice("class", *_CLASSES)
GUARANTEE = choice("guarantee", *_GUARANTEES)
MORTGAGE_TYPE = choice("mortgage_type", *_MORTGAGES)
METHOD = choice("method", *_METHODS)
LEVEL = choice("level", *_LEVELS)
RIGHT = choice("right", *_RIGHTS)
TEXT = text()
LONG_TEXT = text(400, to_stop=False, lines=6)
