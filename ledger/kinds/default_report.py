"""恶意欠款报告: a debtor who could pay and will not, reported to those who can act."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import day, text, titles

DEFAULT_REPORT = Kind(
    name="default_report",
    titles=titles("恶意欠款报告", "Informe de mora dolosa", "Report of wilful default"),
    about=EITHER,
    dated_by="on",
    key=("on",),
    needs=(("signs",),),
    source="mechanism 75 (发现有恶意欠款倾向, 及时报告, 提出解决建议)",
    fields=(
        day("on", "报告日期", "Fecha", "Reported on", "上报日期", required=True),
        text(
            "signs",
            "恶意欠款表现",
            "Indicios",
            "Signs",
            "恶意拖欠情况",
            "恶意欠款情况",
            required=True,
            width=30,
        ),
        text(
            "reported_to",
            "报告单位",
            "Informado a",
            "Reported to",
            "上报单位",
            "报送单位",
            width=14,
        ),
        text("proposal", "处理建议", "Propuesta", "Proposal", "解决建议", width=24),
        text("reporter", "报告人", "Informa", "Reported by", width=10),
    ),
)
