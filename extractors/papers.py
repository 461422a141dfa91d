"""Where papers begin in a scan that holds several, and which of them are copies of one.

Pure: decided from the content alone. A cut that is not sure is a proposal with its confidence; the
reading then still speaks of the whole scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extractors import draft_numbers, separated
from extractors.content import Content, Page
from extractors.form import DocType
from extractors.forms import ALL
from extractors.learned import with_learned
from extractors.page_head import PageHead, head_of, titles_on
from extractors.reading import FieldValue, Mark, Money, Part, Problem, Reading, Value
from extractors.separated import DRAFT, LABEL, SEPARATOR, Run
from extractors.settings import ReadingSettings
from extractors.understand import understand
from extractors.wording import _

# From here on a cut needs no person.
SURE = 0.9
# Below this it is not even proposed.
_WORTH_ASKING = 0.8
# A known title with nothing read behind it: a blank form, or a heading.
_UNREAD = 0.8
_ANNEX = 0.6
# The reason of a cut that a person made or confirmed.
BY_PERSON = "person"
# Who says so where a paper of no known form surely begins: a person, a sheet, a label, a draft's
# number.
_SAID = frozenset({BY_PERSON, SEPARATOR, LABEL, DRAFT})
# Rows of text that part two notes on one page.
_APART = 3
_OWN_NUMBERS = ("iou_no", "contract_no", "certificate_no", "notice_no")
_NUMBERS = (*_OWN_NUMBERS, "main_contract_no")
# What a paper says once: a further page of it does not say it again.
_SAID_ONCE = frozenset(
    {"amount", "amount_words", "rate", "start_date", "end_date", "term_months", "purpose", "iou_no",
     "balance", "inspect_date", "secured_amount", "certificate_no"}
)  # fmt: skip
_DATES = ("start_date", "sign_date", "register_date", "inspect_date", "notice_date", "end_date")
_NAMES = ("borrower", "mortgagor", "guarantor")
_AMOUNTS = ("amount", "secured_amount", "balance")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A paper that may begin at page `at` (an index, from 0)."""

    at: int
    confidence: float
    why: tuple[str, ...]


def understand_scan(content: Content, settings: ReadingSettings) -> Reading:
    """Return what `content` says, its papers apart where it holds several."""
    runs = separated.runs_of(content.pages)
    if runs or any(map(separated.is_separator, content.pages)):
        return _separated(content, runs, settings)
    return separated.with_marks(_not_separated(content, settings), content.pages)


def _separated(content: Content, runs: Sequence[Run], settings: ReadingSettings) -> Reading:
    """What a scan says that separator sheets part: they cut surely, and are no pages of papers."""
    sheets = tuple(
        Mark(text, page.number)
        for page in content.pages
        for text in page.codes
        if separated.is_separator(page)
    )
    parts = tuple(part for run in runs for part in _parts_of_run(content, run, settings))
    if not parts:
        nothing = Reading(doc_type=None, language=None, pages=len(content.pages), ocr=True)
        return replace(nothing, codes=sheets)
    first = parts[0].reading
    whole = replace(first, pages=len(content.pages), copies=(), parts=parts, codes=sheets)
    if is_sure(parts):
        return whole
    return replace(whole, problems=(*whole.problems, _unsure(parts)))


def _parts_of_run(content: Content, run: Run, settings: ReadingSettings) -> list[Part]:
    part = replace(content, pages=run.pages)
    code = run.code
    if code is not None and code.doc_type is not None:
        found = _whole(part, settings)
    else:
        found = _parts(part, _cuts(part, _heads(part.pages), settings), settings)
        found = _without_copies(found) or _whole(part, settings)
    found = tuple(
        replace(one, reading=separated.with_marks(
            one.reading, [page for page in run.pages if page.number in one.pages], run.sheet
        ))
        for one in found
    )  # fmt: skip
    if code is None:
        return list(found)
    begins = replace(found[0], why=(*found[0].why, SEPARATOR))
    return [separated.as_stated(begins, code), *found[1:]]


def _whole(content: Content, settings: ReadingSettings) -> tuple[Part, ...]:
    """All pages as one paper."""
    numbers = tuple(page.number for page in content.pages)
    return (Part(pages=numbers, reading=_part_reading(content, settings)),)


def _not_separated(content: Content, settings: ReadingSettings) -> Reading:
    heads = _heads(content.pages)
    cuts = _cuts(content, heads, settings)
    parts = _without_copies(_parts(content, cuts, settings))
    if not parts:
        return _one_paper(content, heads, settings)
    if len(parts) == 1:
        return parts[0].reading
    if is_sure(parts):
        return replace(parts[0].reading, pages=len(content.pages), copies=(), parts=parts)
    whole = _understood(content, settings)
    return replace(whole, parts=parts, problems=(*whole.problems, _unsure(parts)))


def understand_parts(
    content: Content, pages: Sequence[Sequence[int]], settings: ReadingSettings
) -> Reading:
    """Return what `content` says when its papers stand on `pages`, as a person decided.

    pages  page numbers of each paper; one paper of all pages takes the whole scan as one
    Raises ValueError unless every page of the content is named exactly once.
    """
    named = sorted(number for one in pages for number in one)
    every = sorted(page.number for page in content.pages)
    papers = sorted(page.number for page in content.pages if not separated.is_separator(page))
    if named not in (every, papers) or not all(pages):
        raise ValueError("every page belongs to one paper")
    if len(pages) == 1 and named == every:
        return _understood(content, settings)
    parts = tuple(
        Part(
            pages=tuple(sorted(one)),
            reading=separated.with_marks(
                _part_reading(_only(content, one), settings), _only(content, one).pages
            ),
            why=(BY_PERSON,),
        )
        for one in sorted(pages, key=min)
    )
    return replace(parts[0].reading, pages=len(content.pages), copies=(), parts=parts)


def _understood(content: Content, settings: ReadingSettings) -> Reading:
    """What one paper says, with what corrections of papers of the same form taught."""
    return with_learned(content, understand(content, settings), settings.rules)


def is_sure(parts: Iterable[Part]) -> bool:
    """Whether every cut is sure and every paper of a known form, or a person said so."""
    return all(
        part.confidence >= SURE and (part.reading.doc_type or not _SAID.isdisjoint(part.why))
        for part in parts
    )


def _heads(pages: Sequence[Page]) -> list[PageHead]:
    forms = tuple(ALL.values())
    if len(pages) < 2:
        return [head_of(page, None, forms) for page in pages]
    above = [None, *pages[:-1]]
    return [head_of(page, before, forms) for page, before in zip(pages, above, strict=True)]


# -- cuts -------------------------------------------------------------------------------------


def _cuts(content: Content, heads: Sequence[PageHead], settings: ReadingSettings) -> list[_Cut]:
    cuts: list[_Cut] = []
    begun = 0
    for at in range(1, len(heads)):
        cut = _cut(content, heads, at, begun, settings)
        if cut is not None:
            cuts.append(cut)
            begun = at
    cuts = _without_cover(content, heads, cuts, settings)
    if not any(cut.confidence >= SURE for cut in cuts):
        return [cut for cut in cuts if cut.confidence >= _WORTH_ASKING]
    # Where several papers surely are, a paper of no known form is one more.
    return [
        replace(cut, confidence=max(cut.confidence, _WORTH_ASKING)) if "other" in cut.why else cut
        for cut in cuts
        if cut.confidence >= _WORTH_ASKING or "other" in cut.why
    ]


def _without_cover(
    content: Content, heads: Sequence[PageHead], cuts: list[_Cut], settings: ReadingSettings
) -> list[_Cut]:
    """The first pages, without a title and of no known form, are the cover of what follows.

    The certificate of registration has such a face: the law, a seal, a date.
    """
    if not cuts or {LABEL, DRAFT}.intersection(cuts[0].why):
        return cuts
    if any(head.title for head in heads[: cuts[0].at]):
        return cuts
    before = replace(content, pages=content.pages[: cuts[0].at])
    return cuts[1:] if understand(before, settings).doc_type is None else cuts


def _cut(
    content: Content,
    heads: Sequence[PageHead],
    at: int,
    begun: int,
    settings: ReadingSettings,
) -> _Cut | None:
    """Look at page `at`; `begun` is where the paper before it begins (indices, from 0)."""
    running = heads[begun]
    head, before = heads[at], heads[at - 1]
    ours, theirs = _drafts_at(content.pages, begun, at)
    if ours and theirs:
        return None if draft_numbers.same(ours, theirs) else _Cut(at, 0.97, (DRAFT,))
    if head.is_blank or head.is_annex or _goes_on(heads, at):
        return None
    if ours:
        return _Cut(at, 0.95, (DRAFT,))
    if separated.begins_by_label(content.pages[at], content.pages[begun]):
        return _Cut(at, 0.97, (LABEL,))
    restarts = _restarts(heads, at)
    after_blank = before.is_blank
    why = [code for code, holds in (("numbering", restarts), ("blank_page", after_blank)) if holds]
    if not head.title:
        return _Cut(at, 0.85, tuple(why)) if restarts else None
    if head.form is None:
        confidence = 0.5 + 0.35 * restarts + 0.3 * after_blank
        return _Cut(at, min(confidence, 0.88), ("title", "other", *why))
    why.insert(0, "title")
    if running.form is head.form and not restarts:
        # The title runs on as the head of every page, unless another such paper begins.
        if not _begins_anew(content, begun, at, settings):
            return None
    elif head.is_low and not restarts:
        if not _is_by_itself(content, at, head.form, settings):
            return None
    elif head.form.is_annex and not restarts and not after_blank:
        return _Cut(at, _ANNEX, tuple(why))
    says_something = _says_something(_until_next(content, heads, at), head.form, settings)
    confidence = 0.95 if says_something else _UNREAD
    if head.form.is_annex:
        confidence = min(confidence, 0.82)
    confidence += (0.04 if restarts else 0.0) + (0.02 if after_blank else 0.0)
    return _Cut(at, min(confidence, 0.99), tuple(why))


def _drafts_at(pages: Sequence[Page], begun: int, at: int) -> tuple[str | None, str | None]:
    """Return the number of the draft that page `at` bears, and of the paper before it."""
    here = draft_numbers.on_page(pages[at])
    if here is None:
        return None, None
    before = draft_numbers.on_pages(pages[begun:at])
    return here.number, before.number if before else None


def _goes_on(heads: Sequence[PageHead], at: int) -> bool:
    """Whether the page's number follows that of the page before (blank pages apart)."""
    head = heads[at]
    if head.at is None or head.at == 1:
        return False
    for steps, earlier in enumerate(reversed(heads[:at]), start=1):
        if earlier.is_blank:
            continue
        if earlier.at is None:
            # The first page of a paper often bears no number.
            return head.at == steps + 1
        return (earlier.of, earlier.at + 1) == (head.of, head.at) or earlier.at + steps == head.at
    return False


def _restarts(heads: Sequence[PageHead], at: int) -> bool:
    """Whether numbering begins at 1 again, after pages that were numbered."""
    if heads[at].at != 1:
        return False
    earlier = [head.at for head in heads[:at] if not head.is_blank]
    return bool(earlier) and earlier[-1] is not None


def _until_next(content: Content, heads: Sequence[PageHead], at: int) -> Content:
    """The pages from `at` up to the next title."""
    end = next((n for n in range(at + 1, len(heads)) if heads[n].title), len(heads))
    return replace(content, pages=content.pages[at:end])


def _says_something(content: Content, form: DocType, settings: ReadingSettings) -> bool:
    """Whether the form's values follow its title: else it may be a heading or a blank form."""
    if not form.is_read:
        return False
    reading = understand(content, settings)
    return reading.doc_type is not None and len(reading.fields) >= 2


def _is_by_itself(content: Content, at: int, form: DocType, settings: ReadingSettings) -> bool:
    """Whether a page alone says all that its form cannot do without."""
    reading = understand(Content((content.pages[at],), ""), settings)
    required = {one.name for one in form.fields if one.required}
    return (
        form.is_read
        and reading.doc_type is not None
        and len(reading.fields) >= 3
        and required <= reading.fields.keys()
    )


def _begins_anew(content: Content, begun: int, at: int, settings: ReadingSettings) -> bool:
    """Whether a page under the title of the paper begun before it is another such paper.

    It says again what a paper says once, or names itself by another number.
    """
    reading = understand(Content((content.pages[at],), ""), settings)
    before = understand(replace(content, pages=content.pages[begun:at]), settings)
    if reading.doc_type is None or len(reading.fields) < 3:
        return False
    if len(reading.fields.keys() & before.fields.keys() & _SAID_ONCE) >= 2:
        return True
    return any(
        ours.isdisjoint(theirs)
        for name in (*_OWN_NUMBERS, "id_number", "uscc")
        if (ours := _values(reading, name)) and (theirs := _values(before, name))
    )


# -- parts ------------------------------------------------------------------------------------


def _parts(content: Content, cuts: Sequence[_Cut], settings: ReadingSettings) -> tuple[Part, ...]:
    if not cuts:
        return ()
    first = (DRAFT,) if draft_numbers.on_page(content.pages[0]) else ()
    starts = [_Cut(0, 1.0, first), *cuts, _Cut(len(content.pages), 1.0, ())]
    parts = []
    for cut, following in pairwise(starts):
        pages = content.pages[cut.at : following.at]
        part = replace(content, pages=pages)
        reading = _part_reading(part, settings)
        parts.append(
            Part(
                pages=tuple(page.number for page in pages),
                reading=reading,
                confidence=cut.confidence,
                why=cut.why,
            )
        )
    return _with_parties(parts)


def _part_reading(content: Content, settings: ReadingSettings) -> Reading:
    """What one paper's pages say; two notes on its one page are said."""
    return _one_paper(content, _heads(content.pages), settings)


def _with_parties(parts: list[Part]) -> tuple[Part, ...]:
    """Say where a paper names another person than the one before."""
    said = [parts[0]]
    for before, part in pairwise(parts):
        ours, theirs = _identities(part.reading), _identities(before.reading)
        changed = bool(ours and theirs) and not ours & theirs
        said.append(replace(part, why=(*part.why, "party")) if changed else part)
    return tuple(said)


def _identities(reading: Reading) -> set[Value]:
    return {found.value for name in ("id_number", "uscc") for found in reading.fields.get(name, ())}


def _only(content: Content, numbers: Iterable[int]) -> Content:
    wanted = set(numbers)
    return replace(content, pages=tuple(p for p in content.pages if p.number in wanted))


# -- copies -----------------------------------------------------------------------------------


def _without_copies(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the papers with further printings of one paper put to it."""
    groups: list[list[Part]] = []
    for part in parts:
        known = next((group for group in groups if is_copy(group[0].reading, part.reading)), None)
        if known is None:
            groups.append([part])
        else:
            known.append(part)
    return tuple(_merged(group) if len(group) > 1 else group[0] for group in groups)


def is_copy(one: Reading, other: Reading) -> bool:
    """Whether two readings are of the same paper: the same number, amount, date and name.

    A number, amount or date that differs makes two papers of it, however alike they look.
    """
    if one.doc_type is None or one.doc_type != other.doc_type:
        return False
    agreeing = set()
    for names in (_NUMBERS, _AMOUNTS, _DATES, _NAMES):
        for name in names:
            ours, theirs = _values(one, name), _values(other, name)
            if not ours or not theirs:
                continue
            if ours & theirs:
                agreeing.add(names)
            else:
                return False
    return len(agreeing) >= 3 or (len(agreeing) == 2 and agreeing == {_NUMBERS, _NAMES})


def _values(reading: Reading, name: str) -> set[object]:
    return {_comparable(found) for found in reading.fields.get(name, ())}


def _comparable(found: FieldValue) -> object:
    match found.value:
        case Money(amount, _currency):
            return amount.normalize()
        case date():
            return found.value
        case _:
            return "".join(str(found.value).split()).casefold()


def _merged(group: Sequence[Part]) -> Part:
    """One paper of several printings: the fullest reading, every page."""
    fullest = max(group, key=lambda part: len(part.reading.fields))
    printings = tuple(part.pages for part in group)
    return replace(
        group[0],
        pages=tuple(sorted(number for pages in printings for number in pages)),
        reading=replace(fullest.reading, copies=printings, pages=sum(map(len, printings))),
    )


# -- one page ---------------------------------------------------------------------------------


def _one_paper(content: Content, heads: Sequence[PageHead], settings: ReadingSettings) -> Reading:
    """What a single paper says; that one of its pages holds two notes is said at least."""
    whole = _understood(content, settings)
    for page, head in zip(content.pages, heads, strict=True):
        if head.form is None or not head.form.is_read:
            continue
        starts = titles_on(page, head.title)
        if len(starts) < 2 or any(b - a <= _APART for a, b in pairwise(starts)):
            continue
        halves = [
            _understood(Content((_slice(page, a, b),), content.media_type), settings)
            for a, b in pairwise([*starts, len(page.lines)])
        ]
        required = {one.name for one in head.form.fields if one.required}
        full = [half for half in halves if required <= half.fields.keys()]
        if len(full) < 2:
            continue
        if all(is_copy(full[0], half) for half in full[1:]):
            copies = tuple((page.number,) for _half in full)
            return replace(full[0], pages=len(content.pages), copies=copies)
        return replace(whole, problems=(*whole.problems, _several_on_page(page.number)))
    return whole


def _slice(page: Page, start: int, end: int) -> Page:
    """Some lines of a page, and the tables that stand among them."""
    lines = page.lines[start:end]
    boxes = [line.box for line in lines if line.box]
    tables = tuple(
        table
        for table in page.tables
        if table.box and boxes
        and boxes[0][1] - 2 <= (table.box[1] + table.box[3]) / 2 <= boxes[-1][3] + 2
    )  # fmt: skip
    return replace(page, lines=lines, tables=tables)


def _several_on_page(number: int) -> Problem:
    return Problem(
        None,
        "several_papers_on_page",
        _(
            "Page {page} holds more than one paper: scan them apart, or correct what was read."
        ).format(page=number),
    )


def _unsure(parts: Sequence[Part]) -> Problem:
    return Problem(
        None,
        "split_unsure",
        _("This scan may hold {count} papers ({pages}): say where they begin.").format(
            count=len(parts), pages=", ".join(pages_text(part.pages) for part in parts)
        ),
    )


def pages_text(pages: Sequence[int]) -> str:
    """Return page numbers as people write them: 1-3, 5, 4+9."""
    runs: list[list[int]] = []
    for number in pages:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "+".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def pages_from_text(text: str) -> tuple[int, ...]:
    """Return the page numbers in "1-3" or "4+9". Raises ValueError."""
    numbers: list[int] = []
    for run in text.split("+"):
        first, dash, last = run.strip().partition("-")
        start, end = int(first), int(last) if dash else int(first)
        if not 1 <= start <= end <= 9999:
            raise ValueError(text)
        numbers += range(start, end + 1)
    return tuple(numbers)
