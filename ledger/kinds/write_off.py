"""核销: that a loan was written off, by whose decision, and that the claim goes on."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import day, money, text, titles

WRITE_OFF = Kind(
    name="write_off",
    titles=titles("呆账核销登记", "Castigos de cartera", "Write-offs"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("approval_no", "written_off_fen", "recourse"),),
    source="已核销贷款台账 (账销案存); 不良贷款清收台账",
    fields=(
        day("on", "核销日期", "Fecha del castigo", "Written off on", "核销时间", required=True),
        money(
            "written_off_fen",
            "核销本金",
            "Capital castigado",
            "Principal written off",
            "核销金额",
            "核销贷款本金",
            width=15,
        ),
        money(
            "interest_in_fen",
            "核销表内利息",
            "Intereses en balance",
            "Interest, on balance sheet",
            "核销利息",
            "核销表内息",
            width=15,
        ),
        money(
            "interest_off_fen",
            "核销表外利息",
            "Intereses fuera de balance",
            "Interest, off balance sheet",
            "核销表外息",
            width=15,
        ),
        text(
            "approval_no",
            "核销批复文号",
            "Nº de autorización",
            "Approval no.",
            "批复文号",
            "核销文号",
            "批准文号",
            width=18,
        ),
        text(
            "approved_by",
            "核销审批机构",
            "Autorizado por",
            "Approved by",
            "核销审批人",
            "批准机构",
            width=14,
        ),
        text(
            "ground",
            "核销依据",
            "Fundamento",
            "Ground",
            "核销理由",
            "核销条件",
            "呆账认定条件",
            width=24,
        ),
        text(
            "recourse",
            "账销案存",
            "Se conserva la acción",
            "Claim kept",
            "是否账销案存",
            "保留追索权",
            "继续追索",
            grammar="flag",
            width=8,
        ),
    ),
)
