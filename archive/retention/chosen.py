"""Which scheme counts for a loan: the office's, unless its product or unit has another."""

from __future__ import annotations

from collections.abc import Sequence

from archive.retention.declarations import SCHEMES, Scheme
from extractors.wording import _


class RetentionRuleUnknown(Exception):
    """hudang.toml names a rule of keeping that does not exist."""


def scheme_for(
    scheme: str, exceptions: Sequence[str], *, product: str | None, unit: str | None
) -> Scheme:
    """Return the scheme for a loan's product and unit.

    exceptions  "product:助学贷款=textbook", "unit:城关信用社=ccb-15"; the first that fits counts
    Raises RetentionRuleUnknown for a scheme or an exception that nobody understands.
    """
    said = [_exception(each) for each in exceptions]
    own = {"product": product, "unit": unit}
    for what, value, name in said:
        if own[what] is not None and own[what] == value:
            return _scheme(name)
    return _scheme(scheme)


def _exception(text: str) -> tuple[str, str, str]:
    what, _colon, rest = text.partition(":")
    value, _equals, name = rest.rpartition("=")
    if what.strip() not in ("product", "unit") or not value.strip() or name.strip() not in SCHEMES:
        raise RetentionRuleUnknown(
            _(
                "hudang.toml, retention.exceptions: {text} is not understood. "
                "Write product:NAME=RULE or unit:NAME=RULE; rules: {known}."
            ).format(text=text, known=", ".join(SCHEMES))
        )
    return what.strip(), value.strip(), name.strip()


def _scheme(name: str) -> Scheme:
    if name not in SCHEMES:
        raise RetentionRuleUnknown(
            _("hudang.toml, retention.rule: there is no rule {name}. Known: {known}.").format(
                name=name, known=", ".join(SCHEMES)
            )
        )
    return SCHEMES[name]
