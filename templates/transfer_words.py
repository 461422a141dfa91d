"""What the transfer checklist says of categories, states and problems, in Chinese and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

CATEGORIES: Mapping[str, Mapping[int, str]] = {
    "zh": {
        1: "一类  权证类",
        2: "二类  要件类",
        3: "三类  管理类",
        4: "四类  保全类",
        5: "五类  综合类",
    },
    "es": {
        1: "1. Títulos y garantías",
        2: "2. Contratos y requisitos",
        3: "3. Seguimiento",
        4: "4. Cobranza y recuperación",
        5: "5. Varios",
    },
}

SAID: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "missing": "缺失",
        "undecided": "待定",
        "problem": "识读疑点{count}处，待核对",
        "f_balance": "贷款余额",
        "f_items": "移交材料件数",
        "f_pages": "移交材料页数",
        "f_missing": "缺失材料",
        "f_undecided": "待定材料",
    },
    "es": {
        "missing": "Falta",
        "undecided": "Por definir",
        "problem": "{count} dudas de lectura por verificar",
        "f_balance": "Saldo de los créditos",
        "f_items": "Documentos entregados",
        "f_pages": "Hojas entregadas",
        "f_missing": "Documentos faltantes",
        "f_undecided": "Documentos por definir",
    },
}
