# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Which form a paper is, and why: titles at the head of a page, then words of the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractors.form import DocType
from extractors.sheet import Sheet

# A title alone is enough; body words alone need several.
_TITLE = 12
_ENOUGH = 8
# Two forms this close are one claim too many.
_CLOSE = 3
# A title stands among the first lines of a page.
_HEAD_LINES = 14
_LONGEST_TITLE = 42
# Below a cover sheet or a long letterhead a title may stand this far down, in written lines.
_LAST_TITLE_LINE = 60
# 合同名称：借款合同 names another paper; 附件：抵押物清单 is a title.
_OF_ANOTHER = re.compile(r"(?<!附件)(?<!附表)(?<!标题)(?<!附件[1-9一二三四五])[:](?!-)")

# Papers of a loan file that none of our forms reads: their titles speak against every form.
_OTHER_TITLES = (
    r"申请(?:书|表|审批表)", r"调查(?:报告|表)", r"审批表", r"审查(?:报告|意见书|表)", r"不动产权证书", r"房屋所有权证", r"土地使用(?:权)?证(?:书)?", r"补充协议", r"展期(?:协议|合同|申请)?(?:书)?",
    r"授权书", r"征信报告", r"信用报告", r"营业执照", r"承诺(?:书|函)", r"声明(?:书)?", r"同意书", r"公证书", r"购销合同", r"买卖合同", r"租赁合同", r"承包合同", r"流转合同", r"评估报告", r"结清证明", r"收据", r"发票",
    r"委托书", r"还款计划(?:表|书)?", r"证明书?", r"户口(?:簿|本)", r"结婚证", r"身份证", r"通知书", r"决议", r"批复", r"登记申请书", r"会议纪要", r"清单", r"台账", r"公告", r"转让合同", r"转让协议", r"劳动合同", r"补偿协议", r"保险单", r"对账单",
    r"solicitud de (?:credito|prestamo)", r"contrato de (?:arrendamiento|compraventa|trabajo|servicios)", r"cronograma de pagos", r"estado de cuenta", r"recibo", r"factura", r"constancia", r"poder", r"declaracion jurada", r"acta", r"cancelacion de hipoteca", r"levantamiento de hipoteca",
    r"loan application(?: form)?", r"lease agreement", r"sale deed", r"sale agreement", r"invoice", r"receipt", r"repayment schedule", r"account statement", r"power of attorney", r"sanction letter", r"employment (?:agreement|contract)", r"(?:satisfaction|discharge|release) of mortgage", r"amendment",
)  # fmt: skip


# A line that may be a title: its number, its folded words without blanks, where it stands.
_TitleLine = tuple[int, str, int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """How strongly one form claims the paper, and by which printed marks.

    title     the title's words, folded, "" where none is the form's
    title_at  the number of its line, -1 without a title
    body      what the words of the body add to the score
    """

    doc_type: DocType | None
    score: int
    evidence: tuple[str, ...]
    title: str = ""
    title_at: int = -1
    body: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The form of a paper; `rival` when another claims it almost as strongly.

    evidence  the printed marks that decided: a form's, or the title of a paper of another kind
    """

    doc_type: DocType | None
    evidence: tuple[str, ...]
    rival: DocType | None = None


def classify(sheet: Sheet, doc_types: Iterable[DocType]) -> Verdict:
    """Return the form that claims the paper most strongly; none when no claim is strong enough.

    A title at the head decides; without one the words of the body; where they say too little, a
    title further down that some of them bear out.
    """
    forms = list(doc_types)
    head = list(_title_lines(sheet, 0, _HEAD_LINES))
    claims = [_claim(sheet, one, head) for one in forms]
    verdict = _by_title(claims, _other_title(sheet, head))
    if verdict is None:
        verdict = _strongest(claims)
    if verdict.doc_type is None and verdict.rival is None and not verdict.evidence:
        below = list(_title_lines(sheet, _HEAD_LINES, _LAST_TITLE_LINE))
        borne_out = [one for one in (_claim(sheet, form, below) for form in forms) if one.body >= 3]
        return _by_title(borne_out, _other_title(sheet, below)) or verdict
    return verdict


def _by_title(claims: list[Claim], other: tuple[int, str] | None) -> Verdict | None:
    """Return what the first title on the paper says; a later one is an annex's or a copy's."""
    titled = [claim for claim in claims if claim.title_at >= 0]
    first = min((claim.title_at for claim in titled), default=None)
    if other is not None and (first is None or other[0] < first):
        return Verdict(None, (other[1],))
    if first is None:
        return None
    # A running head may stand right above the title: the words of the body tell.
    return _strongest([claim for claim in titled if claim.title_at <= first + 1])


def _strongest(claims: list[Claim]) -> Verdict:
    """Return the form with the strongest claim, with the rival that comes too close to it."""
    ranked = sorted(claims, key=lambda claim: -claim.score)
    if not ranked or ranked[0].score < _ENOUGH:
        return Verdict(None, ())
    best = ranked[0]
    rival = next((one for one in ranked[1:] if _rivals(one, best)), None)
    if rival is None:
        return Verdict(best.doc_type, best.evidence)
    # Of two equal claims, or two without a title, none is better than a guess.
    is_guess = not best.title or best.score == rival.score
    doc_type = None if is_guess else best.doc_type
    return Verdict(doc_type, best.evidence + rival.evidence, rival.doc_type)


def _rivals(one: Claim, best: Claim) -> bool:
    """Whether `one` comes too close to `best`, and not only by words inside the other's title."""
    is_inside = one.title in best.title and one.title != best.title and one.title != ""
    return one.score >= _ENOUGH and best.score - one.score < _CLOSE and not is_inside


def _claim(sheet: Sheet, doc_type: DocType, titles: list[_TitleLine]) -> Claim:
    score, evidence, title, title_at = 0, [], "", -1
    pattern = _title_pattern(doc_type)
    for number, squeezed, start, end in titles:
        m = pattern.search(squeezed)
        if m and not _OF_ANOTHER.search(squeezed[: m.start()]):
            title, title_at = m.group(), number
            # The longer the words that match, the surer: 抵押借款合同 over 借款合同.
            score += _TITLE + min(len(title), 12) // 2
            evidence.append(sheet.printed_of(start, end).strip())
            break
    body = 0
    for word, weight in doc_type.marks.words:
        at = _find(sheet, word)
        if at:
            body += weight
            evidence.append(sheet.printed_of(*at))
    return Claim(doc_type, score + min(body, 11), tuple(evidence[:6]), title, title_at, body)


@cache
def _title_pattern(doc_type: DocType) -> re.Pattern[str]:
    if not doc_type.marks.titles:
        return re.compile(r"(?!)")
    ends = r"(?:\(.{0,24}\)|(?:(?:正|副)本)|(?:样本|范本|文本|样式|存根|第?[一二三四]联.{0,12}|第?\d+号|[:：].{0,8})|no\.?\S{0,20}|\W|\d)*$"
    return re.compile("(?:" + "|".join(doc_type.marks.titles) + ")" + ends)


@cache
def _other_pattern() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_OTHER_TITLES).replace(" ", "") + r")(?:\(.{0,20}\)|\W)*$")


def form_titled(squeezed: str, doc_types: Iterable[DocType]) -> tuple[DocType, int] | None:
    """Return the form a folded line without blanks is the title of, and where the title begins.

    Of several the one with the longest title: 抵押借款合同 over 借款合同.
    """
    found = [
        (one, m) for one in doc_types if (m := _title_pattern(one).search(squeezed)) is not None
    ]
    if not found:
        return None
    best, m = min(found, key=lambda each: each[1].start())
    return best, m.start()


def is_title_of_other(squeezed: str) -> bool:
    """Whether a folded line without blanks is the title of a paper that no form here reads."""
    return _other_pattern().search(squeezed) is not None


def _other_title(sheet: Sheet, titles: list[_TitleLine]) -> tuple[int, str] | None:
    """Return the line and the words of the first title of a paper that no form of ours reads."""
    for number, squeezed, start, end in titles:
        m = _other_pattern().search(squeezed)
        if m and not _OF_ANOTHER.search(squeezed[: m.start()]):
            return number, sheet.printed_of(start, end).strip()
    return None


def _title_lines(sheet: Sheet, after: int, upto: int) -> Iterable[_TitleLine]:
    """Yield the lines that can be titles, of the written ones after `after` and up to `upto`.

    Chinese titles are often set over two lines, so each line is offered with the one above too.
    """
    at, number, above = 0, 0, ("", 0)
    for line in sheet.folded.split("\n"):
        start, at = at, at + len(line) + 1
        squeezed = re.sub(r"[\s_\x1f]", "", line)
        if not squeezed:
            continue
        number += 1
        if number > upto:
            return
        if number <= after:
            continue
        if not re.search(r"[\u4e00-\u9fff]", squeezed):
            for part in _latin_titles(line):
                yield number, part, start, start + len(line)
            continue
        if line.strip() != squeezed:
            yield from _between_gaps(number, line, start)
        limit = _LONGEST_TITLE
        if len(squeezed) <= limit and not re.search(r"[。;,]\S", squeezed):
            yield number, squeezed, start, start + len(line)
            if above[0] and len(above[0]) + len(squeezed) <= 30 and ":" not in above[0]:
                yield number, above[0] + squeezed, above[1], start + len(line)
            above = (squeezed, start)
        else:
            above = ("", 0)


def head_titles(sheet: Sheet, lines: int) -> Iterator[str]:
    """Yield what may be titles in the first written lines, folded and without blanks, in order."""
    for _number, squeezed, _start, _end in _title_lines(sheet, 0, lines):
        if not _OF_ANOTHER.search(squeezed):
            yield squeezed


# What a letter is about is its title: Asunto: requerimiento de pago.
_SUBJECT = re.compile(r"^(?:asunto|ref(?:erencia)?|sub(?:ject)?|re|motivo|objeto)\.?[:-]+")
_LONGEST_LATIN_TITLE = 100
# A deed without a title begins with its kind.
_OPENING = re.compile(
    r"\s*this (?P<title>(?:deed|agreement|letter|bond|memorandum) (?:of|for) [a-z ]{4,40}?|(?:simple )?mortgage deed|legal charge)"
    r" (?:is |was )?(?:made|executed|entered|given|dated)\b"
)
# CONTRATO DE CONSTITUCIÓN DE PRENDA. NÚMERO DIECISIETE.- En la ciudad de …: the title runs on.
_RUNS_ON = re.compile(
    r"\s*(?P<title>(?:contrato|escritura|documento|testimonio|mutuo|prestamo|reconocimiento|hipoteca|prenda|fianza)\b[a-z ]{3,70}?)[.,: -]+"
    r"(?:(?:numero|n[or.]{1,3})\b[^.:-]{1,60}[.:-]+)? *(?:en (?:la ciudad|el municipio|la villa)|conste|comparece|ante mi|entre|yo,|nosotros,|por el presente|los suscritos)\b"
    r"|\s*(?:senora? notari[oa]|s\.n\.)[^\n]{0,140}? una (?:escritura |minuta )?(?:publica )?(?:de )?(?P<asked>(?:constitucion|contrato|hipoteca|garantia|fianza|mutuo|prestamo)\b[a-z ]{4,60}?),? (?:que|con|en)\b"
)


# CONTRATO DE CREDITO REFACCIONARIO QUE CELEBRAN …: the title runs on into who made it.
_CLOSED = re.compile(
    r"\s*(?P<title>[^.;,:]{6,90}?),? (?:que (?:celebran|otorgan?|suscriben?|formalizan|hacen)"
    r"|celebrad[oa] (?:entre|por|el)|suscrit[oa] (?:entre|por)|by and between"
    r"|entre (?:los|las|el|la|don|dona|quienes))\b"
)
# NUMERO CIENTO DOCE. LIBRO VEINTE. MUTUO HIPOTECARIO. En la ciudad …: so notaries begin.
_NOTARIAL = re.compile(
    r"\s*(?:escritura(?: publica)?|numero|instrumento(?: publico)?|testimonio) [^.]{3,60}\."
    r"(?: (?:libro|tomo|folio|volumen|protocolo)[^.]{2,40}\.)* ?(?P<title>[a-z][a-z ]{6,70})\."
)


def _latin_titles(line: str) -> Iterator[str]:
    """Yield what may be titles in a folded Latin line, without blanks: its columns, and all of it."""
    columns = [part for part in re.split(r"\t| {3,}|\x1f", line) if part.strip()]
    whole = [line] if len(columns) > 1 else []
    # POST SANCTION VISIT REPORT - AGRICULTURAL ADVANCES; This Deed of Guarantee made on …
    before_dash = [part.partition(" - ")[0] for part in columns if " - " in part]
    begun = [m["title"] for one in (_OPENING, _CLOSED, _NOTARIAL) if (m := one.match(line))]
    begun += _named(_RUNS_ON.match(line))
    for part in (*columns, *whole, *before_dash, *begun):
        squeezed = _SUBJECT.sub("", re.sub(r"[\s_\x1f]", "", part)).strip("\"'*=-.")
        is_sentence = re.search(r"[;,][a-z]{3}.*[;,.][a-z]{3}", squeezed) is not None
        if 0 < len(squeezed) <= _LONGEST_LATIN_TITLE and not is_sentence:
            yield squeezed


def _named(opening: re.Match[str] | None) -> Iterator[str]:
    """Yield the title that the opening words of a deed name."""
    if opening:
        yield from (title for title in opening.groupdict().values() if title)


def _between_gaps(number: int, line: str, start: int) -> Iterable[_TitleLine]:
    """Yield the parts of a line that stand apart: a title, and 单位：万元 at the edge."""
    for part in re.finditer(r"[^\t\x1f ]+(?: {1,2}[^\t\x1f ]+)*", line):
        squeezed = re.sub(r"[\s_]", "", part.group())
        if len(part.group()) < len(line.strip()) and 4 <= len(squeezed) <= _LONGEST_TITLE:
            yield number, squeezed, start + part.start(), start + part.end()


def _find(sheet: Sheet, word: str) -> tuple[int, int] | None:
    """Return where a folded word stands on the paper, whatever blanks are in it."""
    if re.search(r"[\u4e00-\u9fff]", word):
        return sheet.find_squeezed(word)
    first = word.split()[0]
    if first not in sheet.folded:
        return None
    m = _spaced(word).search(sheet.folded)
    return m.span() if m else None


@cache
def _spaced(word: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(re.escape(part) for part in word.split()))
