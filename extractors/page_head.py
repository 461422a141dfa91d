"""What the top and the foot of a page say about where papers begin: titles, page numbers, blanks.

Pure and cheap: a few lines of each page are looked at, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractors.classify import form_titled, is_title_of_other
from extractors.content import Page
from extractors.form import DocType
from extractors.values.chinese_amount import number_from_chinese
from extractors.values.plain import folded, is_cjk, plain

# A title stands among the first lines, above the text; that of a letter below its address.
_TOP_LINES, _LOW_LINES = 8, 14
_LONGEST_TITLE = 42
_LONGEST_LATIN_TITLE = 90
# Lines at each end of a page in which its number may stand.
_EDGE_LINES = 3
# A line of prose that runs over: characters, and the share of Chinese ones.
_FULL_LINE, _PROSE, _FULL_LATIN_LINE = 24, 0.7, 50
# How far a title stands in from the text, as a share of the page's width.
_INDENT = 0.12
_CAPITALS = 0.8
_COUNT = r"(\d{1,3}|[一二三四五六七八九十]{1,3})"
_NUMBERINGS = (
    re.compile(rf"第{_COUNT}页(?:[,/、(]*共{_COUNT}页)?"),
    re.compile(rf"共(?P<of>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})页[,/、(]*第(?P<at>{_COUNT})页"),
    re.compile(r"(?:pagina|pag\.?|page|hoja)n?o?\.?(\d{1,3})(?:(?:de|of|/)(\d{1,3}))?(?!\d)"),
)
_BARE_NUMBERINGS = (re.compile(r"-+(\d{1,3})-+"), re.compile(r"(\d{1,3})/(\d{1,3})"))
# 附件一, Anexo 2: what follows belongs to the paper before it.
_ANNEX = re.compile(
    r"^\W*(?:附件|附表|附录|附:|附页|续表|续页|anexo|apendice|annex|appendix|schedule)"
)
# 三、工作计划, (二)抵押合同, 第五条: a heading within a paper.
_HEADING = re.compile(
    r"^(?:[(]?[一二三四五六七八九十\d]{1,3}(?:[)、.,]|[.]\d)|第[一二三四五六七八九十百\d]{1,4}[条章节款部])"
)
# Words before a title that make it part of a sentence.
_IN_SENTENCE = re.compile(
    r"[:;,。]|根据|依据|按照|签[订定署]|本合同|上述|以下|编号为|如下|[与和及或的为]$"
)
_ABOUT = re.compile(r"^关于|^对")


@dataclass(frozen=True, slots=True)
class PageHead:
    """One page's signs.

    form      the form whose title stands at the top; None: no known title
    title     that title, or the title of a paper no form here reads, folded without blanks
    is_annex  the title is announced as an annex of what came before
    is_low    it stands lower than titles do, or below a line of text
    at, of    第2页 共3页: the page's number and how many there are, where printed
    is_blank  no text at all: a separator, the back of a sheet, or a picture
    """

    form: DocType | None = None
    title: str = ""
    is_annex: bool = False
    at: int | None = None
    of: int | None = None
    is_blank: bool = False
    is_low: bool = False


def head_of(page: Page, before: Page | None, forms: Iterable[DocType]) -> PageHead:
    """Return the signs of `page`; `before` is the page above it, for sentences that run over."""
    printed = [line.text for line in page.lines if _squeezed(line.text)]
    if not printed:
        return PageHead(is_blank=True)
    at, of = _numbering([_squeezed(text) for text in printed])
    return replace(_titled(printed, _runs_over(page, before), list(forms)), at=at, of=of)


_LONGEST_LINE = 300


def titles_on(page: Page, title: str) -> list[int]:
    """Return the lines of `page`, counted from 0, that are `title` and nothing else.

    What tells copies apart, as (第二联) and ②, is not looked at.
    """
    core = _core(title)
    # No title is long, and a line without end would take time without end.
    short = [(n, line.text) for n, line in enumerate(page.lines) if len(line.text) <= _LONGEST_LINE]
    return [n for n, text in short if core and _core(_squeezed(text)) == core]


def _core(title: str) -> str:
    return re.sub(r"\(.*?\)|第?[一二三四五①②③④\d]+联.*|[①②③④\W\d]", "", title)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s_│┃║|]", "", folded(plain(text)))


def _titled(printed: list[str], runs_over: bool, forms: list[DocType]) -> PageHead:
    is_annex = is_low = False
    for number, text in enumerate(printed[:_LOW_LINES]):
        line = _squeezed(text)
        is_annex = is_annex or _ANNEX.match(line) is not None
        limit = _LONGEST_TITLE if any(map(is_cjk, line)) else _LONGEST_LATIN_TITLE
        is_low = is_low or number >= _TOP_LINES or len(line) > limit
        if len(line) > limit or (runs_over and number == 0):
            continue
        if _HEADING.match(line) or line[-1] in "。;,:":
            continue
        found = form_titled(line, forms)
        if found and (_stands_alone(line[: found[1]]) or _in_capitals(text)):
            return PageHead(found[0], line, is_annex, is_low=is_low)
        if found is None and not is_low and is_title_of_other(line) and len(line) <= 24:
            return PageHead(None, line, is_annex)
    return PageHead()


def _stands_alone(prefix: str) -> bool:
    """Whether what stands before the title on its line may belong to a title."""
    if prefix and not any(map(is_cjk, prefix)):
        # "…according to the promissory note": Latin titles begin their line.
        return not any(char.isalpha() for char in prefix)
    return bool(_ABOUT.match(prefix)) or (
        len(prefix) <= 24 and _IN_SENTENCE.search(prefix) is None and not _ANNEX.match(prefix)
    )


def _in_capitals(text: str) -> bool:
    """AGRICULTURAL LOAN AGREEMENT: a Latin line in capitals is a title, whatever begins it."""
    letters = [char for char in text if char.isalpha()]
    return (
        not any(map(is_cjk, text))
        and sum(map(str.isupper, letters)) > _CAPITALS * len(letters)
        and _ANNEX.match(_squeezed(text)) is None
    )


def _runs_over(page: Page, before: Page | None) -> bool:
    """Whether a page's first line ends a sentence of the page before."""
    if before is None or _is_set_in(page):
        return False
    last = next(
        (
            squeezed
            for line in reversed(before.lines)
            if (squeezed := _squeezed(line.text)) and not _is_numbering(squeezed)
        ),
        "",
    )
    # Prose that fills its line: signatures, dates and rows of a table are none.
    if ":" in last or not last:
        return False
    if not any(map(is_cjk, last)):
        return len(last) >= _FULL_LATIN_LINE and (last[-1].isalpha() or last[-1] == ",")
    is_prose = sum(map(is_cjk, last)) > _PROSE * len(last)
    return len(last) >= _FULL_LINE and is_prose and last[-1] not in "。;.!?)"


def _is_set_in(page: Page) -> bool:
    """Whether the first line stands off the left edge of the text, as titles do."""
    lefts = [line.box[0] for line in page.lines if line.box]
    first = next((line for line in page.lines if _squeezed(line.text)), None)
    if first is None or first.box is None or len(lefts) < 2:
        return False
    return first.box[0] - min(lefts) > _INDENT * page.width


def _is_numbering(line: str) -> bool:
    return any(p.fullmatch(line) for p in (*_NUMBERINGS, *_BARE_NUMBERINGS))


def _numbering(lines: list[str]) -> tuple[int | None, int | None]:
    edges = [*reversed(lines[-_EDGE_LINES:]), *lines[:_EDGE_LINES]]
    for pattern in _NUMBERINGS:
        for line in edges:
            if m := pattern.search(line):
                named = m.groupdict()
                if named:
                    return _count(named["at"]), _count(named["of"])
                return _count(m.group(1)), _count(m.group(2))
    for pattern in _BARE_NUMBERINGS:
        # "-1-" alone, or "1/3": else a fraction of the text would count.
        for line in (lines[-1], lines[0]):
            if m := pattern.fullmatch(line):
                return _count(m.group(1)), _count(m.group(2)) if pattern.groups > 1 else None
    return None, None


def _count(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if printed.isdigit() else number_from_chinese(printed)
