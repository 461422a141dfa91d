"""Names of products that the trade knows, in Spanish and English; others stay as the ledger's."""

from __future__ import annotations

# Longest first: the first that is the whole name counts. Sources: the product lists of postal and
# cooperative lenders' annual reports, in the words their own translations use.
_NAMES: dict[str, dict[str, str]] = {
    "农户小额信用贷款": {"es": "Microcrédito a hogares", "en": "Household micro-credit"},
    "农户小额贷款": {"es": "Microcrédito a hogares", "en": "Household micro-credit"},
    "农户保证贷款": {"es": "Crédito a hogares con aval", "en": "Guaranteed household loan"},
    "农户联保贷款": {"es": "Crédito solidario a hogares", "en": "Household joint-liability loan"},
    "商户联保贷款": {"es": "Crédito solidario a comercios", "en": "Trader joint-liability loan"},
    "商户小额贷款": {"es": "Microcrédito a comercios", "en": "Trader micro-credit"},
    "个人商务贷款": {"es": "Crédito comercial personal", "en": "Personal business loan"},
    "个人经营贷款": {"es": "Crédito comercial personal", "en": "Personal business loan"},
    "个人消费贷款": {"es": "Crédito de consumo", "en": "Consumer loan"},
    "个人住房贷款": {"es": "Crédito hipotecario de vivienda", "en": "Home loan"},
    "存单质押贷款": {"es": "Crédito con prenda de depósito", "en": "Deposit-pledge loan"},
    "抵押贷款": {"es": "Crédito con hipoteca", "en": "Mortgage-backed loan"},
    "保证贷款": {"es": "Crédito con aval", "en": "Guaranteed loan"},
    "质押贷款": {"es": "Crédito prendario", "en": "Pledge loan"},
    "信用贷款": {"es": "Crédito sin garantía", "en": "Unsecured loan"},
    "小企业贷款": {"es": "Crédito a pequeña empresa", "en": "Small-business loan"},
    "流动资金贷款": {"es": "Capital de trabajo", "en": "Working-capital loan"},
    "扶贫小额信贷": {"es": "Microcrédito social", "en": "Poverty-relief micro-loan"},
    "助学贷款": {"es": "Crédito educativo", "en": "Student loan"},
}


def trade_name(name: str, language: str) -> str:
    """Return what a product is called in `language`."""
    return _NAMES.get(name, {}).get(language, name)
