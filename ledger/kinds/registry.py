"""All kinds of facts by name. A new one is a file beside this and a line here."""

from __future__ import annotations

from extractors.wording import _
from ledger.kinds import credit, due_work, figures, monitoring, security
from ledger.kinds.assessment import ASSESSMENT
from ledger.kinds.campaign import CAMPAIGN
from ledger.kinds.campaign_minutes import CAMPAIGN_MINUTES
from ledger.kinds.classing import CLASSING
from ledger.kinds.clients import CLIENTS
from ledger.kinds.collection_plan import COLLECTION_PLAN
from ledger.kinds.company_watch import COMPANY_WATCH
from ledger.kinds.contact import CONTACT
from ledger.kinds.declaration import RESERVED, Kind
from ledger.kinds.default_report import DEFAULT_REPORT
from ledger.kinds.disposal_category import DISPOSAL_CATEGORY
from ledger.kinds.execution import EXECUTION
from ledger.kinds.formation_cause import FORMATION_CAUSE
from ledger.kinds.funds_flow import FUNDS_FLOW
from ledger.kinds.liability import LIABILITY
from ledger.kinds.litigation import LITIGATION
from ledger.kinds.office_work import OFFICE_WORK
from ledger.kinds.other_lenders import OTHER_LENDERS
from ledger.kinds.owner_level import OWNER_LEVEL
from ledger.kinds.plan_progress import PLAN_PROGRESS
from ledger.kinds.reconciliation import RECONCILIATION
from ledger.kinds.recoverability import RECOVERABILITY
from ledger.kinds.registration import REGISTRATION
from ledger.kinds.repossession import REPOSSESSION
from ledger.kinds.responsibility import RESPONSIBILITY
from ledger.kinds.reward_rule import REWARD_RULE
from ledger.kinds.risk_survey import RISK_SURVEY
from ledger.kinds.squad import SQUAD
from ledger.kinds.staff import STAFF
from ledger.kinds.swap import SWAP
from ledger.kinds.target_list import TARGET_LIST
from ledger.kinds.targets import TARGETS
from ledger.kinds.village_group import VILLAGE_GROUP
from ledger.kinds.warning import WARNINGS
from ledger.kinds.write_off import WRITE_OFF
from ledger.kinds.write_off_receipt import WRITE_OFF_RECEIPT

KINDS: dict[str, Kind] = {
    each.name: each
    for each in (
        CONTACT,
        credit.RATING,
        credit.CREDIT_LINE,
        credit.EXTENSION,
        credit.REFINANCING,
        credit.GUARANTEE,
        credit.GUARANTEE_GROUP,
        credit.AFFILIATION,
        security.APPRAISAL,
        security.APPRAISER,
        security.INSURANCE,
        security.CUSTODY_MOVE,
        security.SECURITY_CHECK,
        security.RELEASE,
        figures.FINANCE,
        figures.LOAN_PURPOSE,
        RESPONSIBILITY,
        DISPOSAL_CATEGORY,
        RECOVERABILITY,
        RISK_SURVEY,
        FORMATION_CAUSE,
        LIABILITY,
        COLLECTION_PLAN,
        PLAN_PROGRESS,
        LITIGATION,
        EXECUTION,
        WRITE_OFF,
        WRITE_OFF_RECEIPT,
        SWAP,
        REPOSSESSION,
        OWNER_LEVEL,
        TARGET_LIST,
        SQUAD,
        CAMPAIGN,
        CAMPAIGN_MINUTES,
        DEFAULT_REPORT,
        VILLAGE_GROUP,
        REWARD_RULE,
        *FUNDS_FLOW,
        *OTHER_LENDERS,
        *COMPANY_WATCH,
        RECONCILIATION,
        *WARNINGS,
        *CLASSING,
        REGISTRATION,
        due_work.MATURITY_NOTICE,
        due_work.DUE_HANDLING,
        due_work.OVERDUE_CAUSE,
        monitoring.OFFSITE_CHECK,
        monitoring.SUSPICION,
        monitoring.INVESTIGATION,
        monitoring.TASK_WAIVER,
        *STAFF,
        *CLIENTS,
        *TARGETS,
        *ASSESSMENT,
        *OFFICE_WORK,
    )
}


class UnknownFactKind(Exception):
    """No kind of fact has that name."""


class KindMisdeclared(Exception):
    """A kind cannot work as it is declared."""


def kind_of(name: str) -> Kind:
    """Return the kind by its name or its title in any language. Raises UnknownFactKind."""
    for kind in KINDS.values():
        if name in (kind.name, *kind.titles.values()):
            return kind
    raise UnknownFactKind(
        _("There is no kind of fact {name}. Known: {known}.").format(
            name=name, known=", ".join(KINDS)
        )
    )


def _verify(kind: Kind) -> None:
    keys = {field.key for field in kind.fields}
    named = {kind.dated_by, *kind.key, *([kind.subject] if kind.subject else [])}
    if keys & RESERVED or named - keys or len(keys) < len(kind.fields):
        raise KindMisdeclared(kind.name)


for _kind in KINDS.values():
    _verify(_kind)
