# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Words of a list, and answers of yes or no; a marked check box decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import reach


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
        if not hits or (not marked and hits[0][0] > (reach(window) + 4 if window.inline else 40)):
            return
        # Several bare choices side by side are the form's own list, not an answer.
        others = {hit[2] for hit in hits if hit[0] < hits[0][3] + 4 and hit[0] >= hits[0][3]}
        if not marked and len(others - {hits[0][2]}) >= 2:
            return
        if not marked and _is_offered(window.folded, [(hit[0], hit[3]) for hit in hits]):
            return
        yield Found(hits[0][2], hits[0][0], hits[0][3])

    return Grammar(name, read, closed=True)


def _is_offered(text: str, places: list[tuple[int, int]]) -> bool:
    """Whether the first choice is one of a printed list: Standard / SMA-0 / SMA-1."""
    following = [start for start, _ in places if start >= places[0][1]]
    between = text[places[0][1] : following[0]] if following else ""
    return re.fullmatch(r"\s*[/|]\s*", between) is not None


_MARK = "☑√■✓☒●◉"
_OPEN = "☐□○"


def _is_marked(text: str, start: int, end: int) -> bool:
    if _boxes_stand_behind(text):
        return text[end : end + 3].strip(" ()")[:1] in tuple(_MARK)
    before = text[max(0, start - 3) : start].strip(" (")
    after = text[end : end + 3].strip(" )")
    if before and before[-1] in _MARK:
        return True
    if before and before[-1] in _OPEN:
        return False
    return bool(after) and after[0] in _MARK


def _boxes_stand_behind(text: str) -> bool:
    """Whether each word has its box behind it: 是☑ 否□."""
    line = re.search(f"[^\n\x1f]*[{_MARK}{_OPEN}][^\n\x1f]*", text)
    said = line.group().strip(" _:()\t") if line else ""
    return said[-1:] in tuple(_MARK + _OPEN) and said[0] not in _MARK + _OPEN


_YES = re.compile(
    r"^[\s:]*(?:是|按|一致|相符|符合|是的|按约定|属实|真实|si\b|conforme|cumple|coincide|corresponde|concuerda|acorde|fue(?:ron)? (?:utilizad|destinad|invertid|aplicad)|used\b|utili[sz]ed|applied|yes\b|verified|verificado)"
)
_NO = re.compile(r"^[\s:]*(?:否|不一致|不符|不相符|未|no\b|挪用|不是|not )")


_PRINTED_CHOICES = re.compile(r"^[\s:(]*(?:yes ?/ ?no|si ?/ ?no)\)?[\s:]+(?=\w)")


def _yes_no(window: Window) -> Iterator[Found]:
    inverted = "挪用" in window.label
    # The form's own choices stand before the answer: Yes / No      YES.
    text_ = _PRINTED_CHOICES.sub(lambda m: " " * len(m.group()), window.folded)
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


_CLASSES = (
    (r"正常", "正常"), (r"关注", "关注"), (r"次级", "次级"), (r"可疑", "可疑"), (r"损失", "损失"),
    (r"\bnormal\b", "Normal"), (r"\bcpp\b|con problemas potenciales|problemas potenciales", "CPP"),
    (r"\bdeficiente\b", "Deficiente"), (r"\bdudoso\b", "Dudoso"), (r"\bperdida\b", "Pérdida"), (r"\bvencida\b", "Vencida"), (r"\bvigente\b", "Vigente"),
    (r"\bsma ?- ?0\b", "SMA-0"), (r"\bsma ?- ?1\b", "SMA-1"), (r"\bsma ?- ?2\b", "SMA-2"),
    (r"\bsub ?-? ?standard\b", "Sub-standard"), (r"\bstandard\b", "Standard"), (r"\bdoubtful\b", "Doubtful"), (r"\bloss\b", "Loss"),
    (r"\bnpa\b|\bnon[- ]performing assets?\b", ""),
    (r"\bpass\b", "Pass"), (r"\bwatch\b", "Watch"), (r"\bspecial mention\b", "Special mention"), (r"(?<![\w])[a-f](?![\w])", ""),
)  # fmt: skip
_GUARANTEES = (
    (r"信用", "信用"), (r"联保", "联保"), (r"保证", "保证"), (r"抵押", "抵押"), (r"质押", "质押"),
    (r"hipotec\w+", "hipoteca"), (r"prendari\w+|prenda\b", "prenda"), (r"fianza|aval\b|fiador\w*|garante", "fianza"), (r"quirografari\w+|sin garantia|a sola firma", "quirografaria"),
    (r"mortgage", ""), (r"unsecured", ""), (r"(?:third[- ]party )?guarantee", ""), (r"pledge|hypothecation", ""),
)  # fmt: skip
_MORTGAGES = (
    (r"最高额", "最高额抵押"), (r"一般抵押", "一般抵押"),
    (r"abierta|sin limite de cuantia", "abierta"), (r"cerrada", "cerrada"),
    (r"primer grado|primera? (?:y preferente )?hipoteca|primer rango|primera hipoteca", "primer grado"), (r"segundo grado|segundo rango", "segundo grado"),
    (r"first (?:legal )?(?:mortgage|charge)|registered mortgage", ""), (r"second (?:mortgage|charge)", ""),
)  # fmt: skip
_METHODS = (
    (r"(?<!非)(?:现场|实地)", ""), (r"入户(?:走访|调查|检查|查看)?|上门(?:走访|检查|查看)?|走访", ""), (r"非现场", "非现场"), (r"电话", "电话"), (r"presencial|in situ", "presencial"),
    (r"en campo|de campo", "en campo"), (r"telefonic\w+", "telefónica"), (r"on[- ]site", "on-site"), (r"off[- ]site", "off-site"), (r"telephone|phone", "telephone"),
)  # fmt: skip
_LEVELS = (
    (r"[红橙黄蓝]色?", ""),
    (r"一级", "一级"), (r"二级", "二级"), (r"三级", "三级"), (r"\broj[ao]\b", "rojo"), (r"\bamarill[ao]\b", "amarillo"), (r"\bred\b", "red"), (r"\byellow\b", "yellow"),
)  # fmt: skip
_RIGHTS = (
    (r"(?:预购)?(?:商品房)?(?:抵押权?)?预告登记", ""), (r"异议登记", "异议登记"), (r"地役权", "地役权"), (r"抵押权", "抵押权"), (r"抵押", "抵押"),
    (r"hipoteca", "hipoteca"), (r"embargo", "embargo"), (r"prenda", "prenda"), (r"mortgage", "mortgage"), (r"charge", "charge"),
)  # fmt: skip


YES_NO = Grammar("yes_no", _yes_no, strict=False, closed=True)
CLASS = choice("class", *_CLASSES)
GUARANTEE = choice("guarantee", *_GUARANTEES)
MORTGAGE_TYPE = choice("mortgage_type", *_MORTGAGES)
METHOD = choice("method", *_METHODS)
LEVEL = choice("level", *_LEVELS)
RIGHT = choice("right", *_RIGHTS)
