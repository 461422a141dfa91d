"""The rules of keeping that an office may choose from. Data: nothing here computes.

The first period of a scheme whose conditions all hold for a loan is the one that counts. Every
period begins on a 1 January, so that a year's files fall due together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# What a period may ask of a loan.
CONDITIONS = ("personal", "corporate", "short", "long", "written_off", "recourse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How long one kind of loan's papers are kept.

    when           conditions that must all hold, of CONDITIONS
    years          full years kept; None: for good
    starts         the years run from 1 January of the n-th year after that of settlement
    years_in_all   at least so many years, from the 1 January after the loan was paid out
    until_settled  written off with the claim kept: for good only until the debt is recovered
    """

    name: str
    titles: Mapping[str, str]
    when: frozenset[str] = frozenset()
    years: int | None = None
    starts: int = 1
    years_in_all: int = 0
    until_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One institution's or standard's rules; `source` is printed wherever they are applied."""

    name: str
    titles: Mapping[str, str]
    source: str
    periods: tuple[Period, ...]


def _kept(years: int) -> Mapping[str, str]:
    return {"zh": f"{years}年", "es": f"{years} años", "en": f"{years} years"}


_PERMANENT = {"zh": "永久", "es": "permanente", "en": "permanent"}

# DA/T 98-2023: corporate credit 10 years; personal credit 5 years, at least 10 in all; written off
# with the claim kept: not destroyed until recovered. From 1 January after settlement.
DA_T_98 = Scheme(
    name="da98",
    titles={
        "zh": "商业银行业务档案管理规范",
        "es": "norma de archivos de negocio bancario",
        "en": "standard for the business archives of banks",
    },
    source="DA/T 98-2023",
    periods=(
        Period(
            name="da98-recourse",
            titles={
                "zh": "核销仍保留追索权的，追回前不销毁",
                "es": "castigado con derecho de cobro: no se destruye hasta cobrarlo",
                "en": "written off with the claim kept: not destroyed until recovered",
            },
            when=frozenset({"written_off", "recourse"}),
            until_settled=True,
        ),
        Period(name="da98-corporate", titles=_kept(10), when=frozenset({"corporate"}), years=10),
        Period(
            name="da98-personal",
            titles={
                "zh": "结清后5年，总期限不足10年的为10年",
                "es": "5 años desde la cancelación, 10 en total como mínimo",
                "en": "5 years after settlement, at least 10 in all",
            },
            when=frozenset({"personal"}),
            years=5,
            years_in_all=10,
        ),
    ),
)

# 贷款管理 textbook: 5 years for short-term, 20 for medium and long-term loans, from the second
# year after settlement. Read literally: settled in 2021, the years run from 2023. A reading that
# keeps a year longer destroys nothing too early.
TEXTBOOK = Scheme(
    name="textbook",
    titles={
        "zh": "信贷管理教材通例",
        "es": "regla de los manuales de crédito",
        "en": "rule of the credit textbooks",
    },
    source="公司信贷教材",
    periods=(
        Period(
            name="textbook-recourse",
            titles=_PERMANENT,
            when=frozenset({"written_off", "recourse"}),
            until_settled=True,
        ),
        Period(
            name="textbook-short", titles=_kept(5), when=frozenset({"short"}), years=5, starts=2
        ),
        Period(
            name="textbook-long", titles=_kept(20), when=frozenset({"long"}), years=20, starts=2
        ),
    ),
)


def _of_ccb(name: str, years: int | None) -> Scheme:
    """The bank's manual names three lengths; which business has which, the office must choose."""
    return Scheme(
        name=name,
        titles={
            "zh": "建设银行信贷档案管理办法",
            "es": "manual de archivo de crédito (CCB)",
            "en": "credit archive manual (CCB)",
        },
        source="中国建设银行信贷档案管理办法",
        periods=(Period(name=name, titles=_kept(years) if years else _PERMANENT, years=years),),
    )


SCHEMES: Mapping[str, Scheme] = {
    each.name: each
    for each in (
        DA_T_98,
        TEXTBOOK,
        _of_ccb("ccb-5", 5),
        _of_ccb("ccb-15", 15),
        _of_ccb("ccb-permanent", None),
    )
}
DEFAULT = DA_T_98.name
