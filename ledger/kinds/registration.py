"""抵质押登记: the certificate by which a security is the lender's right, and when it ends."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import SECURITY, day, ends, money, number, text, titles

REGISTRATION = Kind(
    name="registration",
    titles=titles("抵质押登记台账", "Inscripciones de garantías", "Registrations of securities"),
    about=EITHER,
    dated_by="on",
    key=("security", "on"),
    subject="security",
    needs=(("security",), ("until", "proof_no"), ("on",)),
    check=lambda values: ends(values, "on", "until"),
    source="contract and registration paired, missing ones listed, expiry: mechanism 54; "
    "动产担保登记 names its own end",
    fields=(
        SECURITY,
        day("on", "登记日期", "Inscrita el", "Registered on", "登记时间", required=True),
        number("proof_no", "登记证明编号", "Nº de inscripción", "Proof no.", "担保登记证明编号"),
        day("until", "登记到期日", "Vigente hasta", "Registered until", "登记有效期", "登记期限"),
        money("secured_fen", "被担保债权数额", "Importe garantizado", "Secured amount",
              "债权数额", total=False),
        text("registrar", "登记机构", "Registro", "Registrar", "登记机关", width=16),
    ),
)  # fmt: skip
