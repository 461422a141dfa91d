"""Ways a loan is secured (担保方式): codes, names, and reading what people write."""

from __future__ import annotations

import re
import unicodedata

TITLES = {
    "credit": {"zh": "信用", "es": "Sin garantía", "en": "Unsecured"},
    "guarantee": {"zh": "保证", "es": "Fianza", "en": "Guarantee"},
    "joint": {"zh": "联保", "es": "Grupo solidario", "en": "Joint liability group"},
    "mortgage": {"zh": "抵押", "es": "Hipoteca", "en": "Mortgage"},
    "pledge": {"zh": "质押", "es": "Prenda", "en": "Pledge"},
    "combined": {"zh": "组合", "es": "Combinada", "en": "Combined"},
}

# Words that tell each way, in the order in which they are looked for: 联保 before 保证.
_MARKS = (
    ("joint", r"联保|互保|solidari|joint"),
    ("mortgage", r"抵押|hipotec|mortgage"),
    ("pledge", r"质押|存单|prenda|prendari|pledge"),
    ("guarantee", r"保证|担保人|fianza|fiador|aval|guarantee"),
    ("credit", r"信用|免担保|sin garant|quirograf|unsecured|credit"),
)


class UnknownGuarantee(ValueError):
    """The words name no way of securing a loan."""


def guarantee_code(text: str) -> str:
    """Return the code for a guarantee method as people write it; "combined" for several at once.

    Raises UnknownGuarantee.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain in TITLES:
        return plain
    if plain in {"组合", "组合担保", "混合担保", "combinada", "mixta"}:
        return "combined"
    found = [code for code, marks in _MARKS if re.search(marks, plain)]
    if "joint" in found:
        # 联保保证, "joint guarantee": one way, said with both words.
        found = [code for code in found if code != "guarantee"]
    if not found:
        raise UnknownGuarantee(text)
    return found[0] if len(found) == 1 else "combined"
