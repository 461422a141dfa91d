"""Finding labels: one compiled pattern per form for all its words, and what each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractors.form import DocType, Field
from extractors.sheet import CELL, Sheet
from extractors.values.plain import folded, is_cjk, plain
from extractors.vocabulary import LETTERS, OTHER

# Brackets that may stand between a label and its colon: 借款人(全称), 金额(大写), Deudor (a).
_BRACKETS = re.compile(
    r"(?:[ \t]*\((?![ _]*(?:19|20)?\d\d[ _]*\))[^()\n\x1f]{0,32}\)){1,2}"
    r"|[ \t]*[‰%](?=[ \t_]*(?:[:\x1f\t\n]|$|  ))"
)
# 联保小组成员1:, 保证人(二):, Fiador 2: the rank of one of several.
_RANK = re.compile(r"[ \t]*[(]?[1-9一二三四五六七八甲乙丙丁][)]?(?=[ \t]*(?:[:\t\x1f]|\(|  ))")
# What may follow a Latin label before its colon: tipo de interes nominal anual fijo.
_TAIL = re.compile(
    r"(?: (?:fij[oa]|anual|nominal|efectiva|mensual|actual|vigente|pactada|per annum|p\.a\.))+"
    r"(?= ?(?:\([^()\n]{1,12}\) ?)?:)"
)
_COLON = re.compile(r"[ \t_]*(?:[为是][ \t]*)?(?:[:：]|\.:)[ \t]*")
_SEPARATED = re.compile(r"\t|\x1f|\n| {2,}|_|$")
# A Latin label in the middle of other words says less than one that begins them.
_WORD_BEFORE = re.compile(r"\b([a-z]{2,}) $")
_ARTICLES = frozenset(
    ["el", "la", "los", "las", "the", "del", "de", "and", "or", "por", "con", "of", "al", "en"]
)
# Words before a label that leave it what it is: 本合同项下借款用途.
_LEAD_IN = re.compile(r"(?:项下的?|(?:借款|贷款)的|本合同|本次|本笔|该笔|约定的?|上述)$")
_BEFORE_OK = set('. \t\n\x1f,;。:、(（/|_"□☐☑√■·•*-—')


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A label on the paper.

    start, end   the label's words; `value_start` is after its brackets and colon
    label        folded label with its brackets, without blanks
    word         the bare label
    colon        a colon follows
    bounded      nothing of a word stands right before it
    separated    a gap, cell edge or line end follows
    """

    start: int
    end: int
    value_start: int
    label: str
    word: str
    brackets: str
    colon: bool
    bounded: bool
    separated: bool

    @property
    def is_firm(self) -> bool:
        """Whether this is surely a label, not a word of a sentence."""
        return self.bounded and (self.colon or self.separated)


def key_of(label: str) -> str:
    """Return a label's spelling for comparison: folded, without blanks and points."""
    return re.sub(r"[\s.:]", "", folded(plain(label)))


@cache
def fields_by_label(doc_type: DocType) -> dict[str, list[Field]]:
    """Return the fields that each label of a form stands for, by label key."""
    fields: dict[str, list[Field]] = {}
    for one in doc_type.fields:
        for key in dict.fromkeys(map(key_of, one.labels.all)):
            fields.setdefault(key, []).append(one)
    return fields


@cache
def label_pattern(doc_type: DocType) -> re.Pattern[str]:
    """Return one pattern for every label of `doc_type` and the general ones, longest first."""
    words = {label for one in doc_type.fields for label in one.labels.all}
    words.update(OTHER.all, LETTERS)
    return re.compile(_trie_pattern(words))


def _trie_pattern(labels: Iterable[str]) -> str:
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for label in labels:
        spelled = folded(plain(label)).strip()
        node = root
        for char in _tokens(spelled):
            node = node.setdefault(char, {})
        node[""] = {}
    return _node_pattern(root)


def _tokens(spelled: str) -> list[str]:
    """Characters, each with the blanks that may follow it on paper."""
    tokens = []
    for index, char in enumerate(spelled):
        following = spelled[index + 1 : index + 2]
        if char.isspace():
            continue
        token = re.escape(char)
        if index == 0 and char.isalpha() and not is_cjk(char):
            token = r"(?<![a-z])" + token
        if not following:
            if char.isalpha() and not is_cjk(char):
                token += r"(?![a-z])"
        elif is_cjk(char):
            token += r"[ \t]*"
        elif following.isspace():
            token += r"[ \t.:]*"
        tokens.append(token)
    return tokens


def _node_pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [
        token + _node_pattern(child)
        # What ends here comes last: "irregularities" may go on ", if any".
        for token, child in sorted(node.items(), key=lambda one: (set(one[1]) != {""}, one[0]))[
            ::-1
        ]
        if token
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{joined})?" if "" in node else joined


def occurrences(sheet: Sheet, doc_type: DocType) -> list[Occurrence]:
    """Return the labels of `doc_type` on the paper, in reading order."""
    text, pattern = sheet.folded, label_pattern(doc_type)
    found, at = [], 0
    while m := pattern.search(text, at):
        at = m.end()
        gap = _column_gap(m.group())
        if gap is not None:
            # 个人贷款        担保方式: two words of two columns, not one label.
            at = m.start() + gap.end()
            m = pattern.fullmatch(text, m.start(), m.start() + gap.start())
        # 借款人民币伍万元 names no 借款人.
        if m is not None and not text.startswith("民币", m.end()):
            found.append(_occurrence(text, m.start(), m.end()))
    return found


def _column_gap(printed: str) -> re.Match[str] | None:
    """The wide gap inside what looks like one label whose other characters stand together."""
    if not is_cjk(printed[0]):
        return None
    inner = printed.rstrip()
    gap = re.search(r"[ \t]{3,}", inner)
    if gap is None or not re.search(r"[^ \t]{2}", inner):
        return None
    return gap


def _occurrence(text: str, start: int, end: int) -> Occurrence:
    while text[end - 1] in " \t":
        end -= 1
    word = re.sub(r"[\s.:]", "", text[start:end])
    before = text[start - 1] if start else "\n"
    bounded = (
        before in _BEFORE_OK
        or before.isdigit()
        or (not is_cjk(text[start]) and not before.isalpha())
        or _LEAD_IN.search(text, max(0, start - 4), start) is not None
    )
    if bounded and not is_cjk(text[start]):
        word_before = _WORD_BEFORE.search(text, max(0, start - 24), start)
        bounded = word_before is None or word_before.group(1) in _ARTICLES
    after = end
    brackets = _BRACKETS.match(text, end)
    inside = ""
    if brackets:
        after, inside = brackets.end(), re.sub(r"\s", "", brackets.group())
    # "No.", "N.º" after a Latin label are part of it.
    number_sign = re.compile(r"[ \t]*(?:n[o.]{1,2}|nro\.?|num\.?|#)(?![a-z])").match(text, after)
    if number_sign and not is_cjk(text[end - 1]):
        after = number_sign.end()
    rank = _RANK.match(text, after)
    if rank:
        after = rank.end()
    if not is_cjk(text[end - 1]):
        tail = _TAIL.match(text, after)
        if tail:
            after, inside = tail.end(), inside + tail.group()
    colon = _COLON.match(text, after)
    has_colon = colon is not None or word.endswith("为")
    separated = colon is None and _SEPARATED.match(text, after) is not None
    return Occurrence(
        start, end, colon.end() if colon else after, word + inside, word, inside,
        has_colon, bounded, separated or text[after : after + 1] == CELL,
    )  # fmt: skip
