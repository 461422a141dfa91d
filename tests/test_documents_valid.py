"""Every document that is drafted is what Word expects: by the schemas, and by other readers."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from templates import examples
from templates.build.chart_look import KINDS as CHARTS
from templates.build.chart_look import Look
from templates.kinds import KINDS
from templates.render import SHIPPED, rendered
from tests.test_charts import Report, balances, template

EVERY = [(name, language) for name, kind in KINDS.items() for language in kind.titles]


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults(validator: OpenXmlValidator, path: Path) -> list[str]:
    return [str(one) for one in validator.validate(path).errors]


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_document_is_valid_and_opens_elsewhere(
    validator: OpenXmlValidator, tmp_path: Path, kind: str, language: str
) -> None:
    content = rendered(KINDS[kind], examples.example(kind, language, 3), language)
    path = tmp_path / "made.docx"
    path.write_bytes(content)

    assert faults(validator, path) == []
    assert docx.Document(io.BytesIO(content)).paragraphs


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_shipped_template_is_valid_before_it_is_filled(
    validator: OpenXmlValidator, kind: str, language: str
) -> None:
    assert faults(validator, SHIPPED / language / f"{kind}.docx") == []


@pytest.mark.parametrize("kind", CHARTS)
def test_every_kind_of_chart_is_valid(
    validator: OpenXmlValidator, tmp_path: Path, kind: str
) -> None:
    values = Report(place="", balance=balances(5, None, -3), units=(balances(1), balances(0, 2)))
    path = tmp_path / "made.docx"
    path.write_bytes(template(Look(kind=kind, series=3)).render(values))

    assert faults(validator, path) == []


@pytest.mark.slow
@pytest.mark.parametrize("rows", [0, 1, 40])
@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_document_is_valid_with_any_number_of_rows(
    validator: OpenXmlValidator, tmp_path: Path, kind: str, language: str, rows: int
) -> None:
    path = tmp_path / "made.docx"
    path.write_bytes(rendered(KINDS[kind], examples.example(kind, language, rows), language))

    assert faults(validator, path) == []


def test_the_validator_sees_what_word_would_repair(
    validator: OpenXmlValidator, tmp_path: Path
) -> None:
    content = rendered(KINDS["work-plan"], examples.example("work-plan", "zh", 3), "zh")
    broken = docx.Document(io.BytesIO(content))
    # Properties behind the words: the schema has them before.
    paragraph = broken.paragraphs[0]._p
    properties = paragraph.pPr
    assert properties is not None
    paragraph.append(properties)
    path = tmp_path / "broken.docx"
    broken.save(str(path))

    assert faults(validator, path) != []
