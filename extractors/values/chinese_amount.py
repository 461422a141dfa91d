"""Chinese numerals and amounts in words (大写), both ways."""

from __future__ import annotations

import re

_DIGITS = "零壹贰叁肆伍陆柒捌玖"

_VALUE_OF = {
    **dict.fromkeys("零〇○Ο⊗", 0),
    **dict.fromkeys("壹一弌壱", 1),
    **dict.fromkeys("贰二弍貳两兩", 2),
    **dict.fromkeys("叁三参參叄弎", 3),
    **dict.fromkeys("肆四", 4),
    **dict.fromkeys("伍五", 5),
    **dict.fromkeys("陆六陸", 6),
    **dict.fromkeys("柒七", 7),
    **dict.fromkeys("捌八", 8),
    **dict.fromkeys("玖九", 9),
}
# 廿 and 卅 are twenty and thirty in one character.
_TENS = {"廿": "二十", "卅": "三十"}
_UNIT_OF = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
_MYRIAD_OF = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

_NUMERALS = "".join(_TENS) + "".join(_VALUE_OF) + "".join(_UNIT_OF) + "".join(_MYRIAD_OF)
# The blanks and underscores that a printed form leaves around each filled place.
_FILL = r"[ \t_\n]*"
_WORDS = re.compile(
    rf"(?:[{_NUMERALS}]{_FILL})+"
    rf"(?:[元圆]{_FILL}(?:[零〇]?{_FILL}[{_NUMERALS}]{_FILL}[角毛]{_FILL})?(?:[零〇]?{_FILL}[{_NUMERALS}]{_FILL}分{_FILL})?[整正]?"
    rf"|[角毛]{_FILL}(?:[{_NUMERALS}]{_FILL}分)?[整正]?|分[整正]?)"
)


def number_from_chinese(numeral: str) -> int | None:
    """Return the whole number `numeral` says (拾贰万, 一百零五, 二十), or None if it says none.

    A spoken short form (三万五) is None: it can be read in two ways.
    """
    for tens, spelled in _TENS.items():
        numeral = numeral.replace(tens, spelled)
    total, section, digit = 0, 0, -1
    last_unit, last_myriad = 10**4, 10**12
    zero_before = False
    for char in numeral:
        if char in _VALUE_OF:
            value = _VALUE_OF[char]
            if digit > 0:
                return None
            zero_before = zero_before or digit == 0 or value == 0
            digit = value
        elif char in _UNIT_OF:
            unit = _UNIT_OF[char]
            if unit >= last_unit or (digit < 0 and not (unit == 10 and section == 0)):
                return None
            section += (1 if digit < 0 else digit) * unit
            digit, last_unit, zero_before = -1, unit, False
        elif char in _MYRIAD_OF:
            myriad = _MYRIAD_OF[char]
            if myriad >= last_myriad or (digit < 0 and section == 0):
                return None
            if _is_short_form(digit, last_unit, zero_before, section > 0):
                return None
            total += (section + max(digit, 0)) * myriad
            section, digit, last_unit, last_myriad = 0, -1, 10**4, myriad
            zero_before = False
        else:
            return None
    if not numeral or _is_short_form(digit, last_unit, zero_before, section > 0 or total > 0):
        return None
    return total + section + max(digit, 0)


def _is_short_form(digit: int, last_unit: int, zero_before: bool, has_more: bool) -> bool:
    return digit > 0 and has_more and last_unit > 10 and not zero_before


def digits_from_chinese(numeral: str) -> str | None:
    """Return figures read one by one (二〇一七 is "2017"), or None."""
    if not numeral or any(char not in _VALUE_OF for char in numeral):
        return None
    return "".join(str(_VALUE_OF[char]) for char in numeral)


def amount_from_words(words: str) -> int | None:
    """Return the fen that `words` (叁拾陆万元整, 玖角伍分) say, or None if they say no amount."""
    bare = re.sub(r"[\s_]", "", words).rstrip("整正").replace("圆", "元").replace("毛", "角")
    yuan_words, found_yuan, rest = bare.partition("元")
    if not found_yuan:
        yuan_words, rest = ("", bare) if bare.endswith(("角", "分")) else (bare, "")
    yuan = number_from_chinese(yuan_words) if yuan_words else 0
    cents = _fen_from_words(rest)
    if yuan is None or cents is None or not (yuan_words or rest):
        return None
    return yuan * 100 + cents


def _fen_from_words(rest: str) -> int | None:
    matched = re.fullmatch(r"(?:零?(.)角)?(?:零?(.)分)?零?", rest)
    if not matched:
        return None
    jiao, fen = (_VALUE_OF.get(part, -1) if part else 0 for part in matched.groups())
    return jiao * 10 + fen if jiao >= 0 and fen >= 0 else None


def find_amount_words(text: str, start: int = 0) -> tuple[int, int, int] | None:
    """Return (fen, start, end) of the first amount in words in `text` from `start`, or None."""
    for matched in _WORDS.finditer(text, start):
        fen = amount_from_words(matched.group())
        if fen:
            end = matched.end()
            while text[end - 1].isspace() or text[end - 1] == "_":
                end -= 1
            return fen, matched.start(), end
    return None


# Characters that a scan's reader takes for those of an amount, by the one that is meant.
_LOOK_ALIKES = {
    "壹": "壶壸壷", "贰": "责贡", "叁": "参叄", "肆": "肄", "伍": "任", "柒": "染", "捌": "扒别",
    "玖": "玫致", "拾": "抬恰捨", "佰": "伯陌", "仟": "任件什阡", "万": "方", "元": "无兀冗园",
}  # fmt: skip
_MEANT = str.maketrans(
    {alike: meant for meant, alikes in reversed(_LOOK_ALIKES.items()) for alike in alikes}
)


def find_unclear_words(text: str) -> tuple[int, int, int] | None:
    """Return (fen, start, end) of an amount in words with look-alikes in it (染万无整), or None.

    Only a proposal, for text that a scan's reader gave: most of the characters must be real ones.
    """
    meant = text.translate(_MEANT)
    for matched in _WORDS.finditer(meant):
        start, end = matched.span()
        pairs = zip(text[start:end], meant[start:end], strict=True)
        changed = sum(one != other for one, other in pairs)
        fen = amount_from_words(matched.group())
        if fen and 0 < changed <= (end - start) // 3:
            return fen, start, end
    return None


def amount_in_words(fen: int) -> str:
    """Return `fen` as banks write it in words: 36000000 is 叁拾陆万元整.

    Follows 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1): zeros between digits are
    read once, 整 ends an amount without 分.
    """
    if fen < 0:
        raise ValueError("an amount in words is not negative")
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    if not rest:
        return (_integer_in_words(yuan) or "零") + "元整"
    words = _integer_in_words(yuan) + "元" if yuan else ""
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif yuan:
        words += "零"
    return words + (_DIGITS[cents] + "分" if cents else "整")


def _integer_in_words(number: int) -> str:
    """Return `number` without a unit; empty for zero."""
    if number >= 10**12:
        raise ValueError("an amount in words is below one million million yuan")
    words, gap = "", False
    for myriad, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, myriad)
        if section:
            words += "零" if words and (gap or section < 1000) else ""
            words += _section_in_words(section) + sign
        gap = not section
    return words


def _section_in_words(section: int) -> str:
    words, pending_zero = "", False
    for unit, sign in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, section = divmod(section, unit)
        if digit:
            words += ("零" if pending_zero else "") + _DIGITS[digit] + sign
            pending_zero = False
        elif words:
            pending_zero = True
    return words
