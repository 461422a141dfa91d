"""Charts of a Word template: tied to a field by their alternative text, filled, or left out."""

from __future__ import annotations

import dataclasses
import io
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pytest
from lxml import etree

from ledger.figure import Figure
from templates import provenance
from templates.build.blocks import paragraph
from templates.build.chart_look import KINDS, Look
from templates.build.package import Page, document
from templates.build.pictures import chart as chart_block
from templates.charts.chart import Chart, chart
from templates.charts.filling import C
from templates.checking.finding import TemplateInvalid
from templates.document import Document
from templates.placeholders import fields_to_print
from templates.word_template import WordTemplate, compiled
from tests.templates_reading import packed, parts_of, text_of, with_text

NS = {"c": C, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
MONTHS = ("1月", "2月", "3月")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Report(Document):
    """A document with a chart that may be missing, and one for each unit."""

    place: str
    balance: Chart | None
    units: tuple[Chart, ...] = ()


def figure(value: int | Decimal | None, unit: str = "fen") -> Figure:
    return Figure(name=f"f({value})", value=value, unit=unit, query="", as_of=date(2025, 12, 31))


def balances(*wan: int | None, title: str = "贷款余额") -> Chart:
    figures = [figure(None if value is None else value * 1_000_000) for value in wan]
    return chart(title, "zh", MONTHS[: len(wan)], [("余额", figures)])


def template(look: Look | None = None, *, change: tuple[str, str] = ("", "")) -> WordTemplate:
    """Return a compiled template with the chart `balance`, and one for each of `units`."""
    body = [
        paragraph("{{ place }}"),
        *chart_block("balance", look or Look(kind="column"), "zh"),
        paragraph("{%p for one in units %}"),
        *chart_block("one", Look(kind="line"), "zh"),
        paragraph("{%p endfor %}"),
    ]
    made = document(Page(language="zh", title="", header=("", "")), body)
    if change[0]:
        made = with_text(made, *change)
    return compiled(made, name="report.docx", kind=Report, language="zh")


def drawn(content: bytes, number: int = 1) -> etree._Element:
    return etree.fromstring(parts_of(content)[f"word/charts/chart{number}.xml"])


def texts(element: etree._Element, path: str) -> list[str]:
    return [str(one.text) for one in element.iterfind(path, NS)]


def test_a_chart_shows_its_figures_and_keeps_its_look() -> None:
    made = template().render(Report(place="县联社", balance=balances(120, None, 95)))

    series = drawn(made).find(".//c:ser", NS)
    assert series is not None
    assert texts(series, "c:tx//c:v") == ["余额"]
    assert texts(series, "c:cat//c:v") == list(MONTHS)
    assert texts(series, "c:val//c:v") == ["120", "95"]
    assert [one.get("idx") for one in series.iterfind("c:val//c:pt", NS)] == ["0", "2"]
    assert b'<a:srgbClr val="1F3864"/>' in parts_of(made)["word/charts/chart1.xml"]


def test_the_workbook_inside_holds_what_is_drawn_where_the_chart_looks_for_it() -> None:
    made = template().render(Report(place="县联社", balance=balances(120, None, 95)))

    book = openpyxl.load_workbook(io.BytesIO(parts_of(made)["word/embeddings/chart1.xlsx"]))
    rows = list(book["Sheet1"].iter_rows(values_only=True))
    assert rows == [(None, "余额"), ("1月", 120), ("2月", None), ("3月", 95)]
    assert texts(drawn(made), ".//c:val//c:f") == ["Sheet1!$B$2:$B$4"]


@pytest.mark.parametrize("missing", [None, balances(), balances(None, None)])
def test_without_data_neither_the_chart_nor_its_caption_nor_its_parts_remain(
    missing: Chart | None,
) -> None:
    made = template().render(Report(place="县联社", balance=missing))

    assert "w:drawing" not in parts_of(made)["word/document.xml"].decode()
    assert "图" not in text_of(made)
    assert not [name for name in parts_of(made) if "chart" in name or "embeddings" in name]
    assert b"chart" not in parts_of(made)["[Content_Types].xml"]
    docx.Document(io.BytesIO(made))


def test_a_chart_in_a_loop_is_drawn_once_for_each() -> None:
    units = tuple(balances(number, title=f"第{number}个") for number in (7, 8, 9))

    made = template().render(Report(place="县联社", balance=balances(1), units=units))

    assert [texts(drawn(made, number), ".//c:val//c:v") for number in (1, 2, 3, 4)] == [
        ["1"], ["7"], ["8"], ["9"],
    ]  # fmt: skip
    body = etree.fromstring(parts_of(made)["word/document.xml"])
    properties = body.findall(".//wp:docPr", NS)
    assert [one.get("descr") for one in properties] == ["贷款余额", "第7个", "第8个", "第9个"]
    assert len({one.get("id") for one in properties}) == 4


def test_further_series_get_a_look_of_their_own_and_missing_ones_go() -> None:
    one, two, three = (("甲", [figure(1)]), ("乙", [figure(2)]), ("丙", [figure(3)]))
    wide = template(Look(kind="column", series=2))

    more = wide.render(Report(place="", balance=chart("", "zh", ["1月"], [one, two, three])))
    less = wide.render(Report(place="", balance=chart("", "zh", ["1月"], [one])))

    assert texts(drawn(more), ".//c:ser/c:tx//c:v") == ["甲", "乙", "丙"]
    colours = [each.get("val") for each in drawn(more).iterfind(".//c:ser/c:spPr//*[@val]", NS)]
    assert len(set(colours)) > 3
    assert texts(drawn(less), ".//c:ser/c:tx//c:v") == ["甲"]


def test_an_axis_from_nought_opens_for_what_lies_below() -> None:
    above = template().render(Report(place="", balance=balances(5, 6)))
    below = template().render(Report(place="", balance=balances(5, -6)))

    assert drawn(above).find(".//c:valAx/c:scaling/c:min", NS) is not None
    assert drawn(below).find(".//c:valAx/c:scaling/c:min", NS) is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("series", [1, 3])
def test_the_same_data_give_the_same_bytes_in_every_kind(kind: str, series: int) -> None:
    values = Report(place="县联社", balance=balances(3, 0, 12))
    look = Look(kind=kind, series=series)

    assert template(look).render(values) == template(look).render(values)


def test_axes_bear_positive_numbers_and_every_text_its_size_and_chinese_font() -> None:
    tree = drawn(
        template(Look(kind="column", series=2)).render(Report(place="", balance=balances(1)))
    )

    assert all(int(one.get("val", "")) > 0 for one in tree.iter(f"{{{C}}}axId"))
    words = list(tree.iterfind(".//c:txPr//*[@sz]", NS))
    assert words
    for one in words:
        assert 800 <= int(one.get("sz", "")) <= 1000
        assert 'typeface="宋体"' in etree.tostring(one, encoding="unicode")


@pytest.mark.parametrize(
    ("alternative", "said"),
    [
        ("", "balance"),
        ("贷款余额", "{{ balance_chart }}"),
        ("{{ place }}", "place is not the data of a chart; known here: balance"),
        ("{{ balanse }}", "balance"),
    ],
)
def test_a_chart_tied_to_no_data_is_refused(alternative: str, said: str) -> None:
    with pytest.raises(TemplateInvalid, match="cannot be used") as refused:
        template(change=('descr="{{ balance }}"', f'descr="{alternative}"'))

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lineChart", "scatterChart", "cannot be filled"),
        ("</c:plotArea>", "", "is damaged"),
        ("c:ser", "c:serie", "cannot be filled"),
    ],
)
def test_a_chart_that_cannot_be_filled_is_refused(old: str, new: str, said: str) -> None:
    body = chart_block("balance", Look(kind="line"), "zh")
    made = parts_of(document(Page(language="zh", title="", header=("", "")), body))
    chart_part = "word/charts/chart1.xml"
    made[chart_part] = made[chart_part].replace(old.encode(), new.encode())

    with pytest.raises(TemplateInvalid, match=said):
        compiled(packed(made), name="x", kind=Report, language="zh")


def test_what_a_chart_shows_is_among_the_figures_of_its_document() -> None:
    shown = balances(120, 95)

    named = provenance.drawn(shown, None)

    assert [(one.title, one.figure.value) for one in named] == [
        ("余额 1月", 120_000_000), ("余额 2月", 95_000_000),
    ]  # fmt: skip


def test_a_template_prints_none_of_a_chart_s_inner_fields() -> None:
    assert {name for name in fields_to_print(Report) if name.startswith("Chart.")} == set()
    assert {"Report.place", "Report.balance", "Report.units"} <= fields_to_print(Report)


def test_a_series_of_another_length_and_figures_of_two_units_are_refused() -> None:
    with pytest.raises(ValueError, match="one figure for each category"):
        chart("", "zh", ["1月", "2月"], [("余额", [figure(1)])])
    with pytest.raises(ValueError, match="several units"):
        chart("", "zh", ["1月"], [("余额", [figure(1)]), ("率", [figure(Decimal(1), "percent")])])


def test_a_ring_of_more_parts_than_the_template_drew_colours_them_all() -> None:
    many = chart(
        "", "zh", [str(n) for n in range(8)], [("余额", [figure(n + 1) for n in range(8)])]
    )

    made = template(Look(kind="ring", parts=5)).render(Report(place="", balance=many))

    indexes = [one.get("val") for one in drawn(made).iterfind(".//c:dPt/c:idx", NS)]
    assert indexes == [str(number) for number in range(8)]


def test_a_chart_that_lost_its_workbook_gets_one() -> None:
    body = chart_block("balance", Look(kind="line"), "zh")
    made = parts_of(document(Page(language="zh", title="", header=("", "")), body))
    tree = etree.fromstring(made["word/charts/chart1.xml"])
    lost = tree.find("c:externalData", NS)
    assert lost is not None
    tree.remove(lost)
    made["word/charts/chart1.xml"] = etree.tostring(tree)
    del made["word/charts/_rels/chart1.xml.rels"], made["word/embeddings/chart1.xlsx"]

    report = compiled(packed(made), name="x", kind=Report, language="zh")
    filled = report.render(Report(place="", balance=balances(2)))

    assert "word/embeddings/chart1.xlsx" in parts_of(filled)
    assert drawn(filled).find("c:externalData", NS) is not None
