"""The five classes of loan quality (五级分类): codes, order, names, and what people write."""

from __future__ import annotations

import unicodedata

# From best to worst; 2023 rules for the risk classification of financial assets, article 6.
CLASSES = ("normal", "special_mention", "substandard", "doubtful", "loss")

# 不良 (vencida y judicial): the last three.
BAD = frozenset(CLASSES[2:])

TITLES = {
    "normal": {"zh": "正常", "es": "Normal", "en": "Normal"},
    "special_mention": {"zh": "关注", "es": "Mención especial", "en": "Special mention"},
    "substandard": {"zh": "次级", "es": "Subestándar", "en": "Substandard"},
    "doubtful": {"zh": "可疑", "es": "Dudoso", "en": "Doubtful"},
    "loss": {"zh": "损失", "es": "Pérdida", "en": "Loss"},
}

_WRITTEN = {
    "normal": ("正常", "normal", "pass", "standard"),
    "special_mention": (
        "关注",
        "mención especial",
        "mencion especial",
        "special mention",
        "special_mention",
        "potencial",
        "problemas potenciales",
        "con problemas potenciales",
        "cpp",
        "watch",
    ),
    "substandard": ("次级", "subestándar", "subestandar", "deficiente", "substandard"),
    "doubtful": ("可疑", "dudoso", "doubtful"),
    "loss": ("损失", "pérdida", "perdida", "irrecuperable", "loss"),
}
_CODES = {written: code for code, ways in _WRITTEN.items() for written in ways}


# A loan with interest or principal overdue for longer belongs at least to this class (Measures for
# the Risk Classification of Financial Assets of Commercial Banks, 2023, articles 10 to 13).
DAYS_OF_CLASS = ((360, "loss"), (270, "doubtful"), (90, "substandard"))


def best_class(days_overdue: int) -> str:
    """Return the best class that a loan overdue for so many days may have."""
    return next((code for days, code in DAYS_OF_CLASS if days_overdue > days), CLASSES[0])


class UnknownClass(ValueError):
    """The words name none of the five classes."""


def class_code(text: str) -> str:
    """Return the code of a class as people write it: 次级, 次级类, 次级2, Subestándar, substandard.

    Raises UnknownClass.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    # Banks with finer grades number them within the class (正常1, 关注三级).
    plain = plain.rstrip("0123456789一二三四五级类贷款+-").strip()
    # 次级 itself ends in a character that a grade may end in.
    plain = "次级" if plain == "次" else plain
    if plain not in _CODES:
        raise UnknownClass(text)
    return _CODES[plain]
