"""Where in a window of text a value may stand, and what a form prints for none."""

from __future__ import annotations

import re

from extractors.form import Window

# In running text a value follows its label at once, but for these words.
_CONNECTOR = re.compile(
    r"(?:[\s_:,.\"'¥\-]|为|是|即|人民币|大写|小写|计|共计|共|合计|不超过|最高|折合|整|\(|\)|约定|本金|金额|按|执行|确定|均|自|从|本合同|固定|,|第|号|借款|贷款"
    r"|es|de|la|el|del|por|suma|cantidad|un|una|sera|asciende|a|al|is|of|the|at|shall|be|rate|sum|in|equivalente|fija|fijo|fixed|anual|no|nro|numero|total|hasta|on|this|from|dia|los)*"
)
_PLACEHOLDER = re.compile(
    r"[\s_/\\.*xX×#-]*|无|没有|空|n/?a|ninguno|ninguna|none|nil|不适用|暂无|-+"
)


def is_blank(text: str) -> bool:
    """Whether `text` is what a form prints for nothing: lines, slashes, 无, N/A."""
    return _PLACEHOLDER.fullmatch(text.strip().lower()) is not None


def reach(window: Window) -> int:
    """How far into the window a value may start."""
    if not window.inline:
        return len(window.folded)
    matched = _CONNECTOR.match(window.folded)
    return matched.end() if matched else 0
