"""Fields that Spanish and English papers tell in sentences, for forms of several languages."""

from __future__ import annotations

from extractors import grammars as g
from extractors import latin_sentences as said
from extractors.form import Field, Labels

# What a narrative report of a visit tells.
VISIT = (
    Field(
        name="borrower",
        grammar=g.PARTY,
        opens="borrower",
        labels=Labels(es=("beneficiario", "beneficiaria", "beneficiario del credito")),
    ),
    Field(name="borrower", grammar=g.PARTY, opens="borrower", patterns=said.VISITED_OF),
    Field(name="contract_no", grammar=g.CONTRACT_NO, patterns=said.OPERATION),
    Field(name="amount", grammar=g.MONEY, patterns=said.LENT_SUM),
    Field(name="balance", grammar=g.MONEY, patterns=said.OWED),
    Field(name="days_past_due", grammar=g.DAYS, patterns=said.LATE),
    Field(name="start_date", grammar=g.DATE, patterns=said.LENT_ON),
    Field(name="end_date", grammar=g.DATE, patterns=said.DUE_ON),
    Field(name="purpose", grammar=g.PURPOSE, patterns=said.USED_FOR),
    Field(name="use_matches_contract", grammar=g.YES_NO, patterns=said.USE_FOUND),
    Field(name="inspect_date", grammar=g.DATE, patterns=said.VISITED),
    Field(name="inspector", grammar=g.PARTY, many=True, patterns=said.VISITED_BY),
)

# What a letter that asks for money tells.
DEMAND = (
    Field(name="contract_no", grammar=g.CONTRACT_NO, patterns=said.OPERATION),
    Field(name="amount", grammar=g.MONEY, patterns=said.LENT_SUM),
    Field(name="balance", grammar=g.MONEY, patterns=said.OWED),
    Field(name="interest_arrears", grammar=g.MONEY, patterns=said.INTEREST_OWED),
    Field(name="days_past_due", grammar=g.DAYS, patterns=said.LATE),
    Field(name="start_date", grammar=g.DATE, patterns=said.LENT_ON),
    Field(name="end_date", grammar=g.DATE, patterns=said.DUE_ON),
    Field(name="pay_by", grammar=g.DATE, patterns=said.PAY_BEFORE),
    Field(name="notice_no", grammar=g.CONTRACT_NO, patterns=said.TITLE_NUMBERS),
    Field(
        name="co_borrower", grammar=g.PARTY, opens="co_borrower", many=True,
        patterns=said.CO_DEBTORS,
    ),
    Field(name="lender", grammar=g.PARTY, printed=True, patterns=said.LETTERHEAD),
)  # fmt: skip
