"""How like a head is to the names that a column goes by, and in what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from extractors.values.plain import folded, plain
from extractors.wording import _
from ledger.headers import bare

# Words of one meaning in the heads of registers, the longer first.
_SAME = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        (r"借款人|债务人|贷户|借款户|客户|农户|户主|户名|社员", "户"),
        (r"贷款|借款|放款|发放|出账", "贷"),
        (r"五级分类|风险分类|贷款分类|形态", "类"),
        (r"金额|额度|款额|数额", "额"),
        (r"日期|时间|日子|年月日", "日"),
        (r"号码|编号|编码|代码|账号|帐号", "号"),
        (r"姓名|名称|名字", "名"),
        (r"身份证|证件", "证"),
        (r"责任人|客户经理|信贷员|管户人|管户|经办人", "管"),
        (r"余额|结余|结欠", "余"),
        (r"利息|息", "息"),
        (r"逾期|超期|过期", "逾"),
        (r"的|之", ""),
    )
)
_SAME_NAME, _SAME_MEANING, _LIKE = 1, 2, 3
# Below this a likeness is chance.
_LEAST_RATIO = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, from 0 to 1, and why."""

    score: float
    reason: str


def likeness(head: str, names: tuple[str, ...]) -> Likeness | None:
    """Return how like a head is to the nearest of a column's names; None: not at all."""
    score, how, name = _nearest(head, names)
    if not score:
        return None
    words = {
        _SAME_NAME: _("“{name}” is a name of it"),
        _SAME_MEANING: _("means the same as “{name}”"),
        _LIKE: _("reads like “{name}”"),
    }
    return Likeness(score, words[how].format(name=name))


@lru_cache(maxsize=50_000)
def _nearest(head: str, names: tuple[str, ...]) -> tuple[float, int, str]:
    """The score, in what, and the name; a score of 0: nothing is like it."""
    found = (0.0, 0, "")
    for name in names:
        for part in _parts(head):
            score, how = _compared(part, _bare(name))
            if score > found[0]:
                found = score, how, name
    return found


@lru_cache(maxsize=5_000)
def _parts(head: str) -> tuple[str, ...]:
    """The head, what stands outside its brackets, inside them, and between strokes."""
    flat = folded(plain(head))
    outside = re.sub(r"[(\[{<《【].*?[)\]}>》】]", "", flat)
    inside = re.findall(r"[(\[{<《【](.*?)[)\]}>》】]", flat)
    parts = [flat, outside, *inside]
    parts += [piece for each in (outside, *inside) for piece in re.split(r"[/、,，;；|\n]", each)]
    return tuple(dict.fromkeys(part for each in parts if len(part := bare(each)) > 1))


def _compared(part: str, flat: str) -> tuple[float, int]:
    if part == flat:
        return 0.95, _SAME_NAME
    one, other = _canonical(part), _canonical(flat)
    if one == other:
        return 0.85, _SAME_MEANING
    shorter, longer = sorted((part, flat), key=len)
    if len(shorter) > 1 and shorter in longer:
        return 0.45 + 0.4 * len(shorter) / len(longer), _LIKE
    # The signs they share decide quickly that most names are nothing like each other.
    if 2 * len(set(one) & set(other)) < _LEAST_RATIO * min(len(set(one)), len(set(other))):
        return 0.0, _LIKE
    ratio = SequenceMatcher(None, one, other).ratio()
    return (0.7 * ratio, _LIKE) if ratio >= _LEAST_RATIO else (0.0, _LIKE)


@lru_cache(maxsize=20_000)
def _canonical(text: str) -> str:
    for pattern, one in _SAME:
        text = pattern.sub(one, text)
    return text


_bare = lru_cache(maxsize=20_000)(bare)
