"""Methods 3, 4, 5, 7: debt elsewhere, rating, class, registered data: looked at every quarter."""

from __future__ import annotations

from extractors.wording import _
from ledger.methods.declaration import NOT_APPLICABLE, Judged, Method, titles
from ledger.methods.lately import is_company, judged, within
from ledger.methods.use_of_funds import QUARTER
from ledger.rules.desk import Desk
from ledger.rules.subjects import Loan


def _debt(desk: Desk, loan: Loan) -> Judged:
    """Done by a statement of debt elsewhere, or a query of the credit bureau."""
    found = [
        *desk.of_household("other_debt", loan.household_id),
        *desk.of_household("credit_query", loan.household_id),
    ]
    return within(desk, sorted(found, key=lambda each: each.on), QUARTER, _("debt elsewhere"))


def _rating(desk: Desk, loan: Loan) -> Judged:
    rated = desk.of_household("rating", loan.household_id)
    return within(desk, rated, desk.settings(loan).rating_months, _("rating"))


def _class(desk: Desk, loan: Loan) -> Judged:
    """Done by the class determined in the quarter; the first classes of the months count less."""
    classes = desk.classes.get(loan.account_id, ())
    if not classes:
        return within(desk, (), QUARTER, _("class determined"))
    since, _code, fact = classes[-1]
    return judged(desk, since, QUARTER, _("class determined"), (fact,))


def _registered(desk: Desk, loan: Loan) -> Judged:
    """Done by a look at the registered data, also one that found no change."""
    changes = desk.of_household("registered_change", loan.household_id)
    if not changes and not is_company(desk, loan):
        return Judged(NOT_APPLICABLE, _("a person has no registered data"))
    return within(desk, changes, QUARTER, _("registered data"))


OTHER_DEBT = Method(
    number=3,
    name="other_debt",
    titles=titles("严防短期借款增长", "Vigilar la deuda en otros bancos", "Watch debt elsewhere"),
    source="m081",
    judge=_debt,
    forms=("other_debt", "credit_query"),
    alerts=("other_debt_growth", "adverse_credit"),
)
RATING = Method(
    number=4,
    name="rating",
    titles=titles("严格开展信用评级", "Calificar cada trimestre", "Rate every quarter"),
    source="m082",
    judge=_rating,
    forms=("rating",),
)
CLASSIFICATION = Method(
    number=5,
    name="classification",
    titles=titles("遵循五级分类标准", "Clasificar", "Classify by the rules"),
    source="m083",
    judge=_class,
    forms=("class_stage", "class_factor"),
)
REGISTERED_DATA = Method(
    number=7,
    name="registered_data",
    titles=titles("注重公示信息变动", "Vigilar los datos registrales", "Watch registered data"),
    source="m085",
    judge=_registered,
    forms=("registered_change",),
    alerts=("registered_changes", "seals_not_updated"),
)
