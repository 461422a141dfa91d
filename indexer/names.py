"""Chinese names as people type them on a Latin keyboard: zhangsan, zhang san, zs.

A surname is read as a surname first (单 is Shan, not Dan); then pypinyin. Names that are not
Chinese have no entry here: they are found as words.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Surnames that dictionaries of common words read otherwise. Source: 新华字典, entries marked 姓.
SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "曾": "zeng", "朴": "piao",
    "区": "ou", "任": "ren", "华": "hua", "盖": "ge", "繁": "po", "覃": "qin",
    "缪": "miao", "乐": "yue", "翟": "zhai", "员": "yun", "折": "she", "黑": "he",
    "宓": "mi", "尹": "yin", "冼": "xian", "令": "ling", "种": "chong",
    "秘": "bi", "撒": "sa", "瞿": "qu", "牟": "mu", "葛": "ge",
    "纪": "ji", "过": "guo", "臧": "zang", "祭": "zhai", "召": "shao",
    "卜": "bu", "逄": "pang", "适": "kuo", "句": "gou", "都": "du", "车": "che",
    "石": "shi", "沈": "shen", "柏": "bai", "应": "ying", "相": "xiang", "能": "nai",
    "盛": "sheng", "隗": "wei", "郇": "xun", "笪": "da", "么": "yao", "幺": "yao",
    "尉迟": "yuchi", "万俟": "moqi", "长孙": "zhangsun", "宇文": "yuwen", "单于": "chanyu",
    "澹台": "tantai", "尉": "wei", "令狐": "linghu", "夏侯": "xiahou", "诸葛": "zhuge",
}  # fmt: skip
_SYLLABLES_OF_DOUBLE = {
    "尉迟": ("yu", "chi"), "万俟": ("mo", "qi"), "长孙": ("zhang", "sun"), "宇文": ("yu", "wen"),
    "单于": ("chan", "yu"), "澹台": ("tan", "tai"), "令狐": ("ling", "hu"),
    "夏侯": ("xia", "hou"), "诸葛": ("zhu", "ge"),
}  # fmt: skip
_CHINESE_NAME = re.compile("[\u3400-\u9fff\U00020000-\U0003134f]{2,6}")
_LONGEST_INITIALS = 6


def latin_spellings(name: str) -> frozenset[str]:
    """Return how a Chinese name (in its search form) may be typed: full pinyin and initials.

    张三 gives zhangsan and zs; both readings where the surname has two. Empty for other names.
    """
    if not _CHINESE_NAME.fullmatch(name):
        return frozenset()
    spelt: set[str] = set()
    for syllables in _readings(name):
        spelt.add("".join(syllables))
        spelt.add("".join(syllable[0] for syllable in syllables)[:_LONGEST_INITIALS])
    return frozenset(spelt)


def syllables(name: str) -> frozenset[str]:
    """Return the single syllables of a Chinese name, for people who type zhang san."""
    if not _CHINESE_NAME.fullmatch(name):
        return frozenset()
    return frozenset(syllable for reading in _readings(name) for syllable in reading)


@lru_cache(maxsize=4096)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the surname's reading first, and the dictionary's if it differs: people type both."""
    common = _common_reading(name)
    if double := _SYLLABLES_OF_DOUBLE.get(name[:2]):
        as_surname = double + (_common_reading(name[2:]) if name[2:] else ())
    elif single := SURNAMES.get(name[0]):
        as_surname = (single, *_common_reading(name[1:]))
    else:
        return (common,)
    return (as_surname,) if as_surname == common else (as_surname, common)


def _common_reading(characters: str) -> tuple[str, ...]:
    import pypinyin

    # 吕 is typed lv or lyu: v is what input methods take.
    found = pypinyin.lazy_pinyin(characters, v_to_u=False, errors="ignore")
    return tuple(syllable for syllable in found if syllable.isascii())
