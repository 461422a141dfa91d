"""Which numbers name a borrower in a register: the rules for an ID cell, and why one is refused.

A Chinese register names people by resident number and companies by credit code, each with a check
place; permits are taken only where a column says that the document is one. Registers in Spanish
or English hold the national documents of many countries: those are told by their plain shape.
Nothing here repeats a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractors.values.identity import birth_date, find_latin_id, is_resident_id, is_uscc
from extractors.wording import _

PERSON, COMPANY, PERMIT, MILITARY = "person", "company", "permit", "military"

# What a column such as 证件类型 calls the document.
_DOCUMENTS = (
    (PERMIT, r"护照|港澳|台湾|台胞|回乡|通行证|居留|居住证|外国人|passport|permit"),
    (MILITARY, r"军官|士兵|军人|文职|武警|警官"),
    (COMPANY, r"信用代码|营业执照|社会信用"),
    (PERSON, r"身份证|户口"),
)
# What a column such as 客户类型 calls the borrower. A sole trader (个体工商户) may go by either.
_CLIENTS = (
    (None, r"个体|家庭农场"),
    (COMPANY, r"个人独资"),
    (PERSON, r"自然人|个人|(?<!非)农户|居民|职工"),
    (COMPANY, r"对公|企业|公司|法人|合作社|单位|机构|村委|集体"),
)
# 港澳 permits, passports: letters and figures; 台胞证: figures alone; residence: three and twelve.
_PERMIT = re.compile(r"[A-Z]{1,3}\d{6,12}|\d{8}|\d{10}[A-Z]?")
_MILITARY = re.compile(r"[\u4e00-\u9fff]{0,6}\d{5,10}号?")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a number names nobody for sure; codes and texts as in ledger.grammars.CellRefused."""

    code: str
    message: str
    expected: str


def kind_said(document: str, client: str) -> str | None:
    """Return what the row's own columns say the number is; None where they do not say.

    document  text of 证件类型, client  text of 客户类型; empty where there is no such column
    """
    for said, marks in ((document, _DOCUMENTS), (client, _CLIENTS)):
        for kind, pattern in marks:
            if said and re.search(pattern, said, flags=re.IGNORECASE):
                return kind
    return None


def fault_of(number: str, *, chinese: bool, kind: str | None = None) -> Wrong | None:
    """Return why `number` (upper case, without blanks) is refused; None: it is right.

    chinese  whether the register's head is in Chinese
    kind     what the row says it is (kind_said)
    """
    if "*" in number:
        return Wrong("id_masked", _("the ID number is masked"), _("the full ID number"))
    if kind == PERMIT:
        return None if is_resident_id(number) or _PERMIT.fullmatch(number) else _no_permit(number)
    if kind == MILITARY:
        return None if _MILITARY.fullmatch(number) else _no_permit(number)
    mistyped = kind != COMPANY and _looks_resident(number) and not is_resident_id(number)
    if kind != COMPANY and _is_person(number):
        return None
    if kind != PERSON and not mistyped and (is_company(number) or is_business_licence(number)):
        return None
    if not chinese and not mistyped:
        found = find_latin_id(number)
        if found and found.number == number and found.valid is not False:
            return None
    return _wrong(number, kind)


def is_company(number: str) -> bool:
    """Whether the number is a company's: a credit code, or an old licence.

    Figures alone can pass both checks; a person's birth date decides.
    """
    return not _is_person(number) and (is_uscc(number) or is_business_licence(number))


def is_business_licence(number: str) -> bool:
    """Whether `number` is an old business licence of 15 figures with its check (GS 15-2006)."""
    if not re.fullmatch(r"\d{15}", number):
        return False
    product = 10
    for digit in number[:14]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (product + int(number[14])) % 10 == 1


def _is_person(number: str) -> bool:
    if re.fullmatch(r"\d{15}", number):
        return birth_date(number) is not None
    return is_resident_id(number)


def _looks_resident(number: str) -> bool:
    """Eighteen places with a birthday in them: a resident number, right or mistyped."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    born = birth_date(number)
    return born is not None and date(1900, 1, 1) <= born <= date(2099, 12, 31)


def _wrong(number: str, kind: str | None) -> Wrong:
    expected = {
        PERSON: _("the resident ID number of 18 places (or the old one of 15), as text"),
        COMPANY: _("the credit code of 18 places (or the old licence number of 15), as text"),
    }.get(kind or "", _("an ID number of 18 places or a unified social credit code, as text"))
    if kind == COMPANY and _is_person(number):
        return Wrong("not_a_company", _("the number is a person's, not a company's"), expected)
    if kind == PERSON and is_company(number):
        return Wrong("not_a_person", _("the number is a company's, not a person's"), expected)
    if kind != COMPANY and re.fullmatch(r"\d{17}[\dX]", number):
        return Wrong("check_digit", _("the check digit of the ID number is wrong"), expected)
    if re.fullmatch(r"[0-9A-Z]{18}", number):
        return Wrong("check_digit", _("the check place of the credit code is wrong"), expected)
    return Wrong(
        "not_an_id",
        _("{count} places are no ID number").format(count=len(number)),
        expected,
    )


def _no_permit(number: str) -> Wrong:
    return Wrong(
        "not_a_permit",
        _("{count} places are no number of such a document").format(count=len(number)),
        _("the number as printed on the document, such as a letter and eight figures"),
    )
