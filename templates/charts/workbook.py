"""The workbook inside a chart: what Word and WPS open for "Edit data"."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal

from templates.charts.chart import Chart

SHEET = "Sheet1"
# Equal data give equal bytes.
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone


def workbook(chart: Chart, number_format: str) -> bytes:
    """Return an .xlsx: categories in column A from row 2, a series a column, titles in row 1."""
    # A chart is rare; its writer is slow to load.
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, len(chart.series), 16)
    amount = book.add_format({"num_format": number_format})
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, (series, values) in enumerate(zip(chart.series, chart.values(), strict=True), 1):
        sheet.write_string(0, column, series.title)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, column, value, amount)
    book.close()
    return out.getvalue()


def cells(column: int, first: int, last: int) -> str:
    """Return the formula of rows `first` to `last` (1 is the top) of a column (0 is A)."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    here = f"{SHEET}!${letters}${first}"
    return here if first == last else f"{here}:${letters}${last}"


def number_format(chart: Chart) -> str:
    """Return how numbers of the chart's size are written: fewer decimals the larger they are."""
    values = [abs(value) for line in chart.values() for value in line if value is not None]
    if all(value == value.to_integral_value() for value in values) and chart.per == 1:
        return "#,##0"
    largest = max(values, default=Decimal(0))
    return "#,##0" if largest >= 100 else "#,##0.0" if largest >= 10 else "#,##0.00"
