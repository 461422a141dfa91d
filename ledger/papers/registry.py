"""All facts that papers give. A new one is a declaration in `declared/`, listed in its FACTS."""

from __future__ import annotations

from ledger.kinds.registry import KINDS
from ledger.papers.declaration import PaperFact
from ledger.papers.declared import loan_papers, management_papers, security_papers

DECLARED: tuple[PaperFact, ...] = (
    *loan_papers.FACTS,
    *security_papers.FACTS,
    *management_papers.FACTS,
)

# Fields that the findings read beyond those the facts are made of (ledger.papers.findings and
# archive.agreement).
ALSO_READ = frozenset(
    {
        "borrower", "co_borrower", "id_number", "lender", "mortgagee", "amount", "amount_words",
        "secured_amount", "balance", "interest_arrears", "classification", "contract_no",
        "main_contract_no", "iou_no", "certificate_no", "title_certificate_no", "unit_no",
        "right", "mortgage_type", "loan_type", "register_date", "sign_date", "start_date",
        "end_date", "claim_period_end", "inspect_date", "report_date", "notice_date", "notice_no",
    }
)  # fmt: skip

FIELDS = ALSO_READ | {
    name for each in DECLARED for column in each.columns for name in column.fields
}
DOC_TYPES = frozenset(name for each in DECLARED for name in each.doc_types)


def of_type(doc_type: str) -> list[PaperFact]:
    """Return the facts that papers of a type give."""
    return [each for each in DECLARED if doc_type in each.doc_types]


for _each in DECLARED:
    if _each.kind is not None:
        _known = {field.key for field in KINDS[_each.kind].fields}
        _wrong = {column.key for column in _each.columns} - _known
        assert not _wrong, (_each.name, _wrong)  # noqa: S101 - a mistake in a declaration
