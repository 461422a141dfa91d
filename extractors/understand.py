"""From what stands on a paper to what it says: type, language, fields, problems.

Pure: the same content and settings always give the same reading. A value that is not surely on
the paper is absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.amounts import grid_amounts, value_of_words
from extractors.checks import problem
from extractors.classify import classify
from extractors.confidence import calibrated
from extractors.content import Content
from extractors.form import DocType, Habits
from extractors.forms import ALL
from extractors.grammars import COLLATERAL
from extractors.language import language_of
from extractors.locate import Candidate, Locator
from extractors.names import is_organisation
from extractors.reading import FieldValue, Money, Problem, Reading
from extractors.settings import ReadingSettings
from extractors.sheet import Sheet
from extractors.sources.notes import problem_of
from extractors.standing import PATTERN
from extractors.values.dates import DateOrder, order_of
from extractors.values.money import LATIN_UNIT, currency_of
from extractors.wording import _

# Below this an OCR reading of a figure that decides filing or money is shown to a person.
_DOUBTFUL = 0.85
_DECISIVE = ("id_number", "uscc", "contract_no", "amount", "certificate_no", "main_contract_no")
_HEADING_UNIT = re.compile(
    r"(?:金额)?单位[ :]*(?:[\u4e00-\u9fff]{1,6}[、,/ ])?(?:人民币)?[ ]*(万元|千元|亿元)"
)


def understand(content: Content, settings: ReadingSettings) -> Reading:
    """Return what `content` says."""
    del settings  # nothing of it bears on understanding yet
    sheet = Sheet(content)
    language = language_of(sheet.folded)
    verdict = classify(sheet, ALL.values())
    fields: dict[str, tuple[FieldValue, ...]] = {}
    problems: list[Problem] = []
    if verdict.rival is not None:
        problems.append(_ambiguous(verdict.evidence))
    if verdict.doc_type is not None and verdict.doc_type.is_read:
        fields, found = _read(sheet, verdict.doc_type.on(sheet.folded), language, content.ocr)
        problems.extend(found)
    problems.extend(filter(None, map(problem_of, content.notes)))
    return Reading(
        doc_type=verdict.doc_type.name if verdict.doc_type else None,
        language=language,
        pages=len(content.pages),
        ocr=content.ocr,
        evidence=verdict.evidence,
        fields=fields,
        problems=tuple(problems),
    )


def habits_of(sheet: Sheet, language: str | None) -> Habits:
    """Return how this paper writes its values."""
    unit = LATIN_UNIT.search(sheet.folded) if language == "en" else _HEADING_UNIT.search(sheet.text)
    # XXX is ISO 4217's own code for "no currency known".
    currency = currency_of(sheet.folded, language) or "XXX"
    order = order_of(sheet.folded, language)
    if not order.sure and currency not in ("USD", "XXX"):
        # Only the United States write the month first.
        order = DateOrder()
    return Habits(
        language=language,
        currency=currency,
        unit=unit.group(1) if unit else "",
        decimal_comma=language == "es" and _writes_decimal_comma(sheet.text),
        dates=order,
    )


def _writes_decimal_comma(text: str) -> bool:
    commas = len(re.findall(r"\d,\d{2}(?!\d)|\d\.\d{3}(?:,|\.\d{3}|\b)", text))
    points = len(re.findall(r"\d\.\d{2}(?!\d)|\d,\d{3}(?:\.|,\d{3}|\b)", text))
    return commas > points


def _read(
    sheet: Sheet, doc_type: DocType, language: str | None, is_ocr: bool
) -> tuple[dict[str, tuple[FieldValue, ...]], list[Problem]]:
    habits = replace(habits_of(sheet, language), is_ocr=is_ocr)
    candidates = Locator(sheet, doc_type, habits).candidates()
    if "_amount_figures" in doc_type.field_names():
        candidates.extend(grid_amounts(sheet, habits))
    by_field: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_field.setdefault(candidate.field, []).append(candidate)
    many = {one.name for one in doc_type.fields if one.many}
    chosen: dict[str, tuple[FieldValue, ...]] = {}
    problems: list[Problem] = []
    _settle_amount(by_field, habits, problems)
    for name in doc_type.field_names():
        if name.startswith("_") or name not in by_field:
            continue
        picked = _pick_all(by_field[name]) if name in many else _pick_rows(by_field[name])
        chosen[name] = tuple(one.found for one in picked)
        problems.extend(
            problem(name, code) for code in dict.fromkeys(c for p in picked for c in p.doubts)
        )
        if name not in many and len(picked) == 1 and _differ(by_field[name], picked[0]):
            problems.append(problem(name, "values_differ"))
    _take_up(chosen, sheet, doc_type)
    _drop_of_persons(chosen, doc_type)
    printed = {one.name for one in doc_type.fields if one.printed}
    if chosen.keys() <= printed:
        chosen.clear()
    problems.extend(_unsure_currency(chosen))
    problems.extend(_doubts_of_ocr(chosen))
    problems.extend(
        problem(one.name, "required_missing")
        for one in doc_type.fields
        if one.required and one.name not in chosen
    )
    for check in doc_type.checks:
        problems.extend(check(chosen))
    for paper_check in doc_type.paper_checks:
        problems.extend(paper_check(sheet, chosen))
    return calibrated(chosen, problems), problems


def _take_up(chosen: dict[str, tuple[FieldValue, ...]], sheet: Sheet, doc_type: DocType) -> None:
    """Name a party in its second role, where it is the only one and a sentence says so."""
    for one in doc_type.same_parties:
        party = chosen.get(one.party, ())
        if one.field not in chosen and len(party) == 1 and re.search(one.said, sheet.folded):
            chosen[one.field] = party


def _drop_of_persons(chosen: dict[str, tuple[FieldValue, ...]], doc_type: DocType) -> None:
    """Take away what only organisations have (a legal representative) where people sign."""
    for one in doc_type.fields:
        parties = chosen.get(one.block or "", ())
        if one.of_company and not any(is_organisation(str(found.value)) for found in parties):
            chosen.pop(one.name, None)


def _pick(candidates: Sequence[Candidate]) -> Candidate:
    """The surest candidate; of equals the first on the paper."""
    return max(candidates, key=lambda one: (one.score, -one.at))


def _pick_rows(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The surest candidate, with the others of its column where that has a row for each loan."""
    best = _pick(candidates)
    if best.column < 0:
        return [best]
    rows: dict[object, Candidate] = {}
    for one in candidates:
        if one.column == best.column:
            rows.setdefault(one.found.value, one)
    return list(rows.values())


def _pick_all(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Every distinct value, in order; signatures only where nothing else speaks."""
    best = max(one.score for one in candidates)
    floor = 20 if best >= 20 else best
    kept: dict[object, Candidate] = {}
    for one in candidates:
        if one.score >= floor:
            kept.setdefault(one.found.value, one)
    return [one for one in kept.values() if not _says_less(one, kept.values())]


def _says_less(one: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether a thing in a sentence is named more fully beside a label: 仓单, 晚稻仓单 2 张."""
    said = str(one.found.value)
    return (
        one.found.rule == COLLATERAL.name
        and one.score <= PATTERN
        and any(other.score > one.score and said in str(other.found.value) for other in others)
    )


def _differ(candidates: Iterable[Candidate], picked: Candidate) -> bool:
    """Whether another place speaks as surely and says otherwise."""
    return any(
        one.score >= max(picked.score, 26) and _says_otherwise(one.found.value, picked.found.value)
        for one in candidates
    )


def _says_otherwise(one: object, other: object) -> bool:
    """A name or text that holds the other is the same, written more fully."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() not in other.casefold() and other.casefold() not in one.casefold()
    return one != other


def _settle_amount(
    by_field: dict[str, list[Candidate]], habits: Habits, problems: list[Problem]
) -> None:
    """Choose the amount: by the words where they are printed, for contracts let words prevail."""
    words_from = by_field.get("amount_words") or by_field.get("_words_alone", [])[:1]
    figures_from = (
        by_field.get("_grid_amount")
        or by_field.get("_amount_figures")
        or by_field.get("_figures_alone")
    )
    if words_from:
        by_field["amount_words"] = list(words_from)
    if "amount" not in by_field and figures_from:
        by_field["amount"] = list(figures_from)
    words = _pick(words_from) if words_from else None
    if words is None:
        return
    said = value_of_words(str(words.found.value), habits.language)
    if said is None:
        return
    figures = _nearest(figures_from or [], words)
    currency = habits.currency
    if figures is not None and isinstance(figures.found.value, Money):
        currency = figures.found.value.currency
        if figures.found.value.amount == said:
            by_field["amount"] = [_renamed(figures, "amount", figures.found.value)]
            return
        if abs(figures.at - words.at) < 400:
            problems.append(problem("amount", "amount_words_mismatch"))
    by_field["amount"] = [_renamed(words, "amount", Money(said, currency))]


def _nearest(candidates: Sequence[Candidate], words: Candidate) -> Candidate | None:
    return min(candidates, key=lambda one: abs(one.at - words.at), default=None)


def _renamed(candidate: Candidate, name: str, value: Money) -> Candidate:
    found = candidate.found
    return Candidate(
        name,
        FieldValue(
            value=value, text=found.text, page=found.page, box=found.box,
            confidence=found.confidence, rule=found.rule,
        ),
        (), 40, candidate.at,
    )  # fmt: skip


def _unsure_currency(chosen: dict[str, tuple[FieldValue, ...]]) -> list[Problem]:
    return [
        problem(name, "currency_unknown")
        for name, found in chosen.items()
        if any(isinstance(one.value, Money) and one.value.currency == "XXX" for one in found)
    ]


def _doubts_of_ocr(chosen: dict[str, tuple[FieldValue, ...]]) -> list[Problem]:
    return [
        problem(name, "low_confidence")
        for name in _DECISIVE
        if any(one.confidence < _DOUBTFUL and one.confidence != 0.8 for one in chosen.get(name, ()))
    ]


def _ambiguous(evidence: Sequence[str]) -> Problem:
    return Problem(
        None,
        "type_ambiguous",
        _("Two forms claim this paper (marks: {marks}): choose its type.").format(
            marks=" / ".join(evidence[:4])
        ),
    )
