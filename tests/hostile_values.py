"""300 values that names, purposes and remarks of a ledger may hold."""

from __future__ import annotations

from itertools import cycle, islice

_MARKUP = (
    "&", "<", ">", '"', "'", "]]>", "<![CDATA[", "&amp;", "&lt;b&gt;", "&#60;", "<w:p/>", "</w:t>",
    "<!-- a -->", "<?xml?>", "<!DOCTYPE a>", "<script>alert(1)</script>", "&nbsp;", "a<b>c", "%20",
)  # fmt: skip
_TAGS = (
    "{{ 7 * 7 }}", "{% if a %}", "{# a #}", "{{", "}}", "{%", "%}", "{{ borrower }}",
    "{%p endif %}",
    "{% raw %}", "｛｛ a ｝｝", "{_{ a }_}", "}_}", "{_%", "${a}", "#{a}", "<%= a %>",
    "\\{\\{", "{r",
)  # fmt: skip
_SIGNS = (
    "\n", "\t", "\r\n", "\r", "\v", "\f", "\x00", "\x01", "\x07", "\x08", "\x1b[31m", "\x1f",
    "\x7f",
    "\x85", "\u2028", "\u2029", "\ud800", "\udfff", "\ufffe", "\uffff", "\ufeff",
    "\u200b", "\u200d",
    "\u200e", "\u200f", "\u202a", "\u202d", "\u202e", "\u2066", "\u2069", "\u00ad",
    "\u00a0", "\u3000",
    "\U000e0001", "\U0001f600", "e\u0301", "\u0627\u0644\u0639", "\u05d0\u05d1", "\ue000",
)  # fmt: skip
_RARE = (
    "䶮", "𬭎", "㛃", "𠅤", "㐀", "䵷", "𠀀", "𪛖", "𪜀", "𫜴", "𫝀", "𫠝", "𫠠", "𬺡", "𬺰", "𮯠",
    "\U00030000", "\U0003134a", "\U00031350", "\U000323af", "吉\U000e0100", "·", "〇", "々", "ﾊ",
)  # fmt: skip
_OTHERS = (
    "None", "null", "nan", "0", "-1", "=1+1", "@SUM(A1)", "+86", "C:\\a", "../../etc/passwd",
    "a\\n",
    "%s %d", "{0}", "O'Brien", "Núñez", "x" * 200, "户" * 10_000, " a", "a ", "a  b", "1e5",
    "1,000",
)  # fmt: skip
_ALL = (*_MARKUP, *_TAGS, *_SIGNS, *_RARE, *_OTHERS)


def hostile(count: int = 300) -> list[str]:
    """Return `count` values: each sort by itself within a name, then two of them together."""
    alone = [f"甲{one}乙" for one in _ALL]
    both = [f"{one}丙{other}" for one, other in zip(_ALL, _ALL[7:] + _ALL[:7], strict=True)]
    thrice = [f"丁{one}{one}{other}" for one, other in zip(_ALL, _ALL[31:], strict=False)]
    return list(islice(cycle([*alone, *both, *thrice]), count))
