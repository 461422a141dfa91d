"""What all letters say alike: who signs, who delivers, where to pay."""

from __future__ import annotations

from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

SIGN = {
    "zh": ("{{ institution }}（盖章）", "{{ known_on|年月日 }}"),
    "es": ("{{ institution }} (sello)", "{{ known_on|day }}"),
}

CONTACT = {
    "zh": f"管户经理：{{{{ manager }}}}　　联系电话：{_B}{_B}",
    "es": f"Oficial de créditos: {{{{ manager }}}}    Teléfono: {_E}",
}

RECEIPT_TO = {"zh": "{{ institution }}：", "es": "A {{ institution }}:"}

BORROWER_SIGNS = {
    "zh": ("借款人（签字、按手印或盖章）：", "代收人（签字）：\n与借款人关系："),
    "es": ("Deudor (firma, huella o sello):", "Recibido por (firma):\nRelación con el deudor:"),
}

DELIVERED = {"zh": "送达记录（由送达人填写）", "es": "Entrega (la llena quien notifica)"}

DELIVERY = {
    "zh": (
        ("送达方式", "□当面送达　□邮寄（单号：＿＿＿＿＿＿）　□留置　□其他：＿＿＿＿"),
        ("送达地点", " "),
        ("送达人", "（两人签字）：\n送达时间：＿＿＿年＿＿月＿＿日＿＿时"),
        ("见证人", "（签字）：　　　　　　　　　　身份：＿＿＿＿＿＿"),
    ),
    "es": (
        ("Medio", f"□ En mano   □ Correo (guía {_E})   □ Bajo puerta   □ Otro: {_E}"),
        ("Lugar", " "),
        ("Notificadores", f"(dos firmas):\nFecha y hora: {_E}"),
        ("Testigo", f"(firma):                      Calidad: {_E}"),
    ),
}
