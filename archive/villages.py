"""The village in an address, for the folders that people browse."""

from __future__ import annotations

import re

# 村 ends a village's name; what stands before it begins after the township, county or city.
_VILLAGE = re.compile(
    r"(?:.*(?:[省市县区镇乡旗盟]|街道))?([^省市县区镇乡\s\d]{1,8}?(?:村|屯|寨|庄|社区))"
)


def village_in(address: str) -> str | None:
    """Return the village named in a Chinese address ("石桥村"), None where none is named."""
    found = _VILLAGE.match("".join(address.split()))
    return found[1] if found else None
