"""How a label stands on the paper: with a colon, over a blank, in a sentence, where people sign."""

from __future__ import annotations

import re

from extractors.labels import Occurrence
from extractors.sheet import CELL, Sheet
from extractors.values.plain import is_cjk

# How surely a value belongs to its field, by how it stands to its label.
FIRM, COLON, CELL_BESIDE, CALLED, GAP, PATTERN = 32, 30, 30, 29, 26, 22
SPACE, INLINE, PREFIXED, LAST = 20, 15, 12, 11
# A party as a Latin sentence introduces it: nothing on the paper is surer of who is who.
INTRODUCED = 31

SIGNATURE = re.compile(r"签|章|印|firma|sign")
# A word before a label that makes it speak of something else.
_OTHER_PREFIX = re.compile(
    r"(?:原|上次|上期|上|前|旧|新|其他|其它|其[他它](?:银行|金融机构)|对外|已|未|他行|首付|首期|每期|每次|累计|当前|单位|家庭|出票|逾期|剩余|已还|历史|购房|买卖|预售|购销|租赁|承包|流转|保险|采购|供货|销售|变更后|变更前|展期|配偶|父亲|母亲)$"
)
_LONGER_LABEL = re.compile(
    r" (?:de|del|de la|of|for|to|para|con|en) [a-z /]{3,40}(?:\([^()\n]{1,20}\) ?)?:"
)


def is_signature(sheet: Sheet, one: Occurrence) -> bool:
    """Whether the label stands where people sign: (签字), under a line of dots, "for the …"."""
    if SIGNATURE.search(one.brackets):
        return True
    before = sheet.folded[max(0, one.start - 40) : one.start]
    return re.search(r"[._]{6,}\s*$|\b(?:for(?: the)?|por(?: la| el)?|p\.) $", before) is not None


def goes_on_as_label(sheet: Sheet, one: Occurrence) -> bool:
    """Whether these words only begin a longer label: "fecha" in Fecha de nacimiento:."""
    return (
        not (one.colon or one.separated)
        and _LONGER_LABEL.match(sheet.folded, one.value_start) is not None
    )


_OTHER_PAPER = re.compile(r"(?:》|(?<!本)(?:合同|协议)(?:书)?)\"?[\s_]*[(,][\s_]*$")


def numbers_another_paper(sheet: Sheet, one: Occurrence) -> bool:
    """Whether a number belongs to a contract named right before it: 《借款合同》(编号:…)."""
    if "号" not in one.word:
        return False
    line = sheet.text[sheet.text.rfind("\n", 0, one.start) + 1 : one.start]
    if _OTHER_PAPER.search(line) is None:
        return False
    # A title may bear its own number: 个人借款合同(编号:…).
    return "》" in line or re.search(r"[,。;的与订]", line) is not None


def is_heading(sheet: Sheet, one: Occurrence) -> bool:
    """Whether the label is the heading of a clause: 第二条 借款用途, and nothing beside it."""
    if one.colon or sheet.text[one.value_start : one.value_start + 1] != "\n":
        return False
    line = sheet.text[sheet.text.rfind("\n", 0, one.start) + 1 : one.start]
    return (
        re.fullmatch(r"\s*(?:第.{1,4}[条章节]|[一二三四五六七八九十]{1,3}[、.])\s*", line)
        is not None
    )


# 一、 over (一) over 1、 over (1): what a lower one heads belongs to the higher.
_RANKS = tuple(
    re.compile(rf"\s*{number}")
    for number in (
        r"(?:第.{1,4}[条章节]|[一二三四五六七八九十]{1,3}[、.])",
        r"\([一二三四五六七八九十]{1,3}\)",
        r"\d{1,2}[、.](?!\d)",
        r"(?:\(\d{1,2}\)|\d{1,2}\)|[①-⑳])",
    )
)


def rank_of(line: str) -> int | None:
    """Return how high the number of a paragraph stands, 0 the highest; None without a number."""
    return next((rank for rank, number in enumerate(_RANKS) if number.match(line)), None)


def starts_line(sheet: Sheet, one: Occurrence) -> bool:
    before = sheet.text[max(0, one.start - 8) : one.start]
    return (
        bool(re.search(r"(?:^|[\n\t\x1f]|  )[\s\d.、()一二三四五六七八九十*]*$", before))
        or not before
    )


def follows_blank(sheet: Sheet, one: Occurrence) -> bool:
    after = sheet.text[one.value_start : one.value_start + 1]
    return after.isspace() or after == "_"


def starts_field(sheet: Sheet, one: Occurrence) -> bool:
    """Whether a gap or an edge stands before the label."""
    before = sheet.text[max(0, one.start - 2) : one.start]
    return before == "" or before[-1] in "\n\t\x1f_ ,;。、(" or before.endswith("  ")


# What a deposit slip says of itself: 存单号码川00994417,金额壹万元,到期日….
_OF_DEPOSIT = re.compile(r"存[单折款](?:户名|号码|编号|账号|帐号|种类|凭证|金额)[^。;\n]*$")


def ends_deposit(sheet: Sheet, one: Occurrence) -> bool:
    """Whether the label asks for the last day of a deposit, not of the loan."""
    before = sheet.text[max(0, one.start - 160) : one.start]
    return "到期" in one.word and _OF_DEPOSIT.search(before) is not None


def speaks_of_other(sheet: Sheet, one: Occurrence) -> bool:
    line = sheet.text[max(0, one.start - 8) : one.start]
    if not is_cjk(sheet.text[one.start]):
        return False
    return _OTHER_PREFIX.search(re.split(r"[\s,;。:]", line)[-1]) is not None


def follows_value(sheet: Sheet, one: Occurrence) -> bool:
    """Whether another label's value runs right up to this label: 地址:王村三组电话:138…"""
    text = sheet.text
    line = text[max(text.rfind("\n", 0, one.start), text.rfind(CELL, 0, one.start)) + 1 : one.start]
    return ":" in line and len(line.rpartition(":")[2].strip()) >= 2


def is_alone(sheet: Sheet, one: Occurrence) -> bool:
    """Whether a label begins its line and a blank follows: a heading of a block."""
    return starts_line(sheet, one) and (one.brackets != "" or follows_blank(sheet, one))


def standing_of(sheet: Sheet, one: Occurrence) -> tuple[bool, int]:
    """Return whether the label stands inline, and the score of what follows it."""
    if one.colon:
        return False, COLON if one.bounded else PREFIXED
    if not one.bounded:
        return True, PREFIXED
    if one.separated:
        return False, GAP
    if starts_line(sheet, one) and follows_blank(sheet, one):
        # "Por la presente ...": a Latin word that begins a line may begin a sentence.
        return not is_cjk(sheet.text[one.start]), SPACE
    return True, INLINE
