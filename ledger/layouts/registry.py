"""All layouts the import knows, the most telling first: a tie goes to the earlier."""

from __future__ import annotations

from ledger.kinds.layout import layout_of
from ledger.kinds.registry import KINDS
from ledger.layouts.classification import CLASSIFICATION
from ledger.layouts.collateral import COLLATERAL
from ledger.layouts.controls import CONTROLS
from ledger.layouts.inspections import INSPECTIONS
from ledger.layouts.interest import INTEREST
from ledger.layouts.layout import Layout
from ledger.layouts.loans import LOANS
from ledger.layouts.plans import PLANS
from ledger.layouts.repayments import REPAYMENTS

LAYOUTS: tuple[Layout, ...] = (
    LOANS,
    REPAYMENTS,
    INTEREST,
    INSPECTIONS,
    COLLATERAL,
    CLASSIFICATION,
    PLANS,
    CONTROLS,
    *(layout_of(kind) for kind in KINDS.values()),
)
