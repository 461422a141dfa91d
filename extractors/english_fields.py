"""Fields that English papers tell in sentences, by form; each stands beside the form's own."""

from __future__ import annotations

from extractors import english_sentences as en
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import vocabulary as v
from extractors.form import Field, Labels

_PURPOSE = Field(
    name="purpose", grammar=g.PURPOSE, labels=Labels(en=v.PURPOSE.en), patterns=en.PURPOSE
)
_SECURED = Field(name="secured_amount", grammar=g.MONEY, patterns=en.SUMS)
_AGREED_UNDER = Field(name="main_contract_no", grammar=g.CONTRACT_NO, patterns=en.AGREED_UNDER)
_SITUATED = Field(name="location", grammar=g.text(100), patterns=en.SITUATED)
_TITLE = Field(
    name="title_certificate_no", grammar=g.TITLE_CERTIFICATE, patterns=en.TITLE_NUMBERS, many=True
)

LOAN = (
    Field(name="purpose", grammar=g.PURPOSE, patterns=en.PURPOSE),
    Field(name="collateral", grammar=g.COLLATERAL, patterns=en.SECURED_BY, many=True),
    Field(name="lender", grammar=g.PARTY, printed=True, patterns=said.LETTERHEAD),
)
GUARANTEE = (
    Field(name="guarantor", grammar=g.PARTY, opens="guarantor", patterns=en.YOURS, many=True),
    Field(name="borrower", grammar=g.PARTY, opens="borrower", patterns=en.ADVANCED_TO, many=True),
    Field(name="lender", grammar=g.PARTY, opens="lender", patterns=en.ADDRESSED),
    Field(name="amount", grammar=g.MONEY, patterns=en.SUMS),
    Field(name="_amount_figures", grammar=g.FIGURES, patterns=en.SUMS),
    Field(name="amount_words", grammar=g.WORDS, patterns=en.SUMS_IN_WORDS),
    Field(name="rate", grammar=g.RATE, patterns=said.RATES),
    Field(name="loan_type", grammar=g.text(30), labels=Labels(en=v.LOAN_TYPE.en)),
    _PURPOSE,
    _AGREED_UNDER,
)
MORTGAGE = (
    Field(
        name="mortgagor", grammar=g.PARTY, opens="mortgagor", patterns=en.GIVEN_BY[:2], many=True
    ),
    Field(name="mortgagee", grammar=g.PARTY, opens="mortgagee", patterns=en.TAKEN_BY[:1]),
    Field(name="collateral", grammar=g.COLLATERAL, patterns=en.OWNED, many=True),
    Field(name="appraised_value", grammar=g.MONEY, patterns=en.VALUED_BY_VALUER),
    Field(name="area_m2", grammar=g.AREA, patterns=en.MEASURING),
    Field(name="term_months", grammar=g.TERM, patterns=en.TERMS),
    Field(name="end_date", grammar=g.DATE, patterns=en.DUE),
    _SECURED,
    _SITUATED,
    _TITLE,
    _PURPOSE,
    _AGREED_UNDER,
)
PLEDGE = (
    Field(
        name="collateral",
        grammar=g.COLLATERAL,
        patterns=(*en.HYPOTHECATED, *en.SECURED_BY),
        many=True,
    ),
    _SECURED,
    _SITUATED,
    _PURPOSE,
    _AGREED_UNDER,
)
REGISTRATION = (
    Field(
        name="mortgagor", grammar=g.PARTY, opens="mortgagor", patterns=en.GIVEN_BY[2:], many=True
    ),
    Field(name="mortgagee", grammar=g.PARTY, opens="mortgagee", patterns=en.TAKEN_BY[1:]),
    Field(name="right", grammar=g.RIGHT, printed=True, patterns=en.REGISTERED_RIGHT),
    Field(name="register_date", grammar=g.DATE, patterns=en.REGISTERED_ON),
    Field(name="secured_amount", grammar=g.MONEY, patterns=en.REGISTERED_SUM),
    _SITUATED,
    _TITLE,
)
VISIT = (
    Field(name="inspector", grammar=g.PARTY, many=True, patterns=en.VISITED_BY),
    Field(name="loan_type", grammar=g.text(30), patterns=en.KIND_OF_LIMIT),
)
DEMAND = (
    Field(
        name="borrower",
        grammar=g.PARTY,
        opens="borrower",
        many=True,
        patterns=(*en.WRITTEN_TO, *en.LISTED_BORROWER),
    ),
    Field(
        name="guarantor",
        grammar=g.PARTY,
        opens="guarantor",
        many=True,
        patterns=en.LISTED_GUARANTOR,
    ),
    Field(name="lender", grammar=g.PARTY, patterns=en.LENDS, firm=True),
    Field(
        name="borrower_address", grammar=g.ADDRESS, patterns=(*en.ADDRESSEE_LIVES, *en.LISTED_HOME)
    ),
    Field(name="contract_no", grammar=g.CONTRACT_NO, patterns=en.AGREED_UNDER, firm=True),
    Field(name="amount", grammar=g.MONEY, patterns=en.LOAN_OF),
    Field(name="balance", grammar=g.MONEY, patterns=(*en.OUTSTANDING, *en.TOWARDS_PRINCIPAL)),
    Field(name="interest_arrears", grammar=g.MONEY, patterns=en.TOWARDS_INTEREST),
    Field(name="start_date", grammar=g.DATE, patterns=en.PAID_OUT),
    Field(name="end_date", grammar=g.DATE, patterns=en.DUE_BACK),
    Field(name="notice_date", grammar=g.DATE, patterns=en.WRITTEN_ON),
    Field(
        name="classification",
        grammar=g.CLASS,
        labels=Labels(en=v.CLASSIFICATION.en),
        patterns=en.CLASSIFIED,
    ),
)
