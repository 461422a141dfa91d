"""Workbooks in Excel's old format (.xls, and .et of WPS Office)."""

from pathlib import Path

from extractors.filetype import XLS, media_type
from extractors.settings import ReadingSettings
from extractors.sources import open_content

OLD = Path(__file__).parent / "papers" / "台账_旧版.xls"


def test_an_old_workbook_is_read_like_a_new_one() -> None:
    data = OLD.read_bytes()
    content = open_content(data, ReadingSettings())

    assert media_type(data) == content.media_type == XLS
    assert content.text.split("\n") == [
        "贷款台账",
        "户名 身份证号 贷款金额（万元） 到期日",
        "周水生 410321195803024411 5.5 2012-03-08",
        "吴木林 410321196103024412 3 2012-06-01",
    ]
    assert content.pages[0].tables[0].cells[0].column_span == 4
