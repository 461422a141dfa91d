"""Names of the columns that papers state, for people."""

from __future__ import annotations

from extractors.wording import _


def column(key: str) -> str:
    """Return the name of a column for people."""
    return {
        "iou_no": _("IOU number"),
        "contract_no": _("contract number"),
        "amount_fen": _("amount"),
        "contract_amount_fen": _("contract amount"),
        "rate": _("rate"),
        "granted_on": _("day granted"),
        "due_on": _("due day"),
        "guarantee": _("guarantee"),
        "product": _("product"),
        "purpose": _("purpose"),
        "manager": _("loan officer"),
        "title_no": _("title certificate"),
        "register_no": _("registration certificate"),
        "registered_on": _("day registered"),
        "name": _("thing"),
        "owner": _("owner"),
        "location": _("location"),
        "extent": _("extent"),
        "value_fen": _("value of the thing"),
        "guarantor": _("guarantor"),
        "guaranteed_fen": _("amount guaranteed"),
        "on": _("day"),
        "done_on": _("day of the visit"),
        "kind": _("kind"),
        "inspector": _("inspector"),
        "result": _("conclusion"),
        "problems": _("problems found"),
        "notice_no": _("notice number"),
        "officer": _("collector"),
        "mode": _("mode"),
        "class": _("loan class"),
        "decided_on": _("day decided"),
    }.get(key, key)
