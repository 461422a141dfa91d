"""How like a head is to the names that a column goes by, and in what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractors.values.plain import folded, plain
from extractors.wording import _
from ledger.headers import bare

# Words of one meaning in the heads of registers, the longer first.
_SAME = (
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
)
# Below this a likeness is chance.
_LEAST_RATIO = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, from 0 to 1, and why."""

    score: float
    reason: str


def likeness(head: str, names: Sequence[str]) -> Likeness | None:
    """Return how like a head is to the nearest of a column's names; None: not at all."""
    parts = [part for part in _parts(head) if len(part) > 1]
    found: Likeness | None = None
    for name in names:
        flat = bare(name)
        for part in parts:
            one = _compared(part, flat, name)
            if one and (found is None or one.score > found.score):
                found = one
    return found


def _parts(head: str) -> Iterator[str]:
    """The head, what stands outside its brackets, inside them, and between strokes."""
    flat = folded(plain(head))
    yield bare(flat)
    outside = re.sub(r"[(\[{<《【].*?[)\]}>》】]", "", flat)
    inside = re.findall(r"[(\[{<《【](.*?)[)\]}>》】]", flat)
    for each in (outside, *inside):
        yield bare(each)
        yield from (bare(piece) for piece in re.split(r"[/、,，;；|\n]", each))


def _compared(part: str, flat: str, name: str) -> Likeness | None:
    if part == flat:
        return Likeness(0.95, _("“{name}” is a name of it").format(name=name))
    if _canonical(part) == _canonical(flat):
        return Likeness(0.85, _("means the same as “{name}”").format(name=name))
    shorter, longer = sorted((part, flat), key=len)
    if len(shorter) > 1 and shorter in longer:
        return Likeness(
            0.45 + 0.4 * len(shorter) / len(longer), _("reads like “{name}”").format(name=name)
        )
    ratio = SequenceMatcher(None, _canonical(part), _canonical(flat)).ratio()
    if ratio < _LEAST_RATIO:
        return None
    return Likeness(0.7 * ratio, _("reads like “{name}”").format(name=name))


def _canonical(text: str) -> str:
    for pattern, one in _SAME:
        text = re.sub(pattern, one, text)
    return re.sub(r"的|之|户(?=名$)", "", text)
