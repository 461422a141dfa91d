"""抵质押物台账: what secures loans, with its value, insurance, place and last inspection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book import View
from ledger.kinds.security import CUSTODY_MOVE, SECURITY_CHECK
from ledger.kinds.shared import titles
from ledger.registers.declaration import Column, Entry, Register
from ledger.securities import Securities, Security

_FILTERS = ("unit", "manager", "household_id")


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Security]]:
    """Securities of loans that are owed; filter `all` for those of paid loans and released ones."""
    for each in Securities(view).all:
        if not each.secures and not filters.get("all"):
            continue
        if any(filters.get(key) and not _has(each, key, filters[key]) for key in _FILTERS):
            continue
        yield Entry(each, each.thing.fact, each.thing.sources["name"])


def _has(each: Security, key: str, wanted: Any) -> bool:
    if key == "household_id":
        return bool(each.thing.household_id == wanted)
    return any(getattr(loan, key) == wanted for loan in each.loans)


def _first(each: Security, attribute: str) -> Any:
    said = dict.fromkeys(getattr(loan, attribute) for loan in each.loans)
    return "、".join(str(one) for one in said if one) or None


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Security]:
    return Column[Security](key=key, titles=titles(zh, es, en), value=value, **more)


def _answers(kind: Any, key: str) -> dict[str, Any]:
    return {each.code: each.titles for each in kind.field(key).choices}


SECURITY_REGISTER = Register(
    name="securities",
    titles=titles("抵质押物台账", "Registro de garantías", "Security register"),
    columns=(
        _column("unit", "机构", "Oficina", "Branch", lambda each: _first(each, "unit")),
        _column(
            "household", "户号", "Expediente", "Household",
            lambda each: f"{each.thing.household_id:06d}", width=8,
        ),
        _column("borrower", "借款人", "Prestatario", "Borrower",
                lambda each: _first(each, "borrower")),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda each: _first(each, "number"), width=18),
        _column("name", "名称", "Bien", "Thing", lambda each: each.thing.name, width=16),
        _column("kind", "类型", "Tipo", "Type", lambda each: each.thing.kind, width=8),
        _column("owner", "权属人", "Titular", "Owner", lambda each: each.thing.owner, width=9),
        _column(
            "title_no", "权证号", "Nº de título", "Certificate",
            lambda each: each.thing.title_no, width=22,
        ),
        _column(
            "register_no", "登记证明号", "Inscripción", "Registration",
            lambda each: each.thing.register_no, width=22,
        ),
        _column("extent", "数量/面积", "Extensión", "Extent", lambda each: each.thing.extent),
        _column("location", "坐落", "Ubicación", "Location",
                lambda each: each.thing.location, width=20),
        _column("value", "评估价值", "Valor tasado", "Value",
                lambda each: each.value_fen, kind="money", width=15, total=True),
        _column("valued_on", "评估日期", "Tasado el", "Valued on",
                lambda each: each.valued_on, kind="date", width=11),
        _column("appraiser", "评估机构", "Tasador", "Appraiser",
                lambda each: each.appraisal.text("appraiser") if each.appraisal else None),
        _column("balance", "担保贷款余额", "Saldo garantizado", "Balance secured",
                lambda each: sum(loan.balance_fen for loan in each.loans), kind="money", width=15),
        _column("ltv", "抵押率(%)", "Saldo/valor (%)", "LTV (%)",
                lambda each: each.ltv_percent, kind="percent", width=9),
        _column("policy", "保险单号", "Póliza", "Policy",
                lambda each: each.insurance.text("policy_no") if each.insurance else None),
        _column("insured_until", "保险到期日", "Seguro hasta", "Insured until",
                lambda each: each.insured_until, kind="date", width=11),
        _column("custody", "权证状态", "Custodia", "Custody",
                lambda each: each.where, kind="choice", width=9,
                words=_answers(CUSTODY_MOVE, "move")),
        _column("entered_on", "入库日期", "Ingreso", "Entered on",
                lambda each: each.entered_on, kind="date", width=11),
        _column("back_on", "预计回库日期", "Devolución prevista", "Expected back",
                lambda each: each.custody.day("expected_back_on")
                if each.custody and each.where == "lent" else None, kind="date", width=11),
        _column("checked_on", "最近检查日", "Última inspección", "Last inspected",
                lambda each: each.check.effective_on if each.check else None,
                kind="date", width=11),
        _column("state", "押品状态", "Estado", "State",
                lambda each: each.check.text("state") if each.check else None,
                kind="choice", width=9, words=_answers(SECURITY_CHECK, "state")),
        _column("released_on", "注销日期", "Cancelada el", "Released on",
                lambda each: each.release.effective_on if each.release else None,
                kind="date", width=11),
        _column("manager", "管户人", "Oficial", "Loan officer",
                lambda each: _first(each, "manager")),
    ),
    rows=rows,
    filters=frozenset({*_FILTERS, "all"}),
)  # fmt: skip
