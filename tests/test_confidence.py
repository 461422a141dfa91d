"""How sure the reading says it is."""

from __future__ import annotations

from extractors.confidence import calibrated
from extractors.reading import FieldValue, Problem
from tests.typed_paper import read


def value(rule: str, confidence: float = 1.0) -> FieldValue:
    return FieldValue(value="x", text="x", confidence=confidence, rule=rule)


def test_words_after_a_label_are_less_sure_than_a_value_with_a_shape() -> None:
    found = calibrated({"sign_date": (value("date"),), "conclusion": (value("text_700"),)}, [])

    assert found["sign_date"][0].confidence == 1.0
    assert found["conclusion"][0].confidence < 0.95


def test_a_field_with_a_problem_is_never_called_sure() -> None:
    found = calibrated({"amount": (value("money"),)}, [Problem("amount", "values_differ", "")])

    assert found["amount"][0].confidence < 0.95


def test_what_the_engine_doubted_stays_doubted() -> None:
    found = calibrated({"amount": (value("money", 0.7),)}, [])

    assert found["amount"][0].confidence == 0.7


def test_an_amount_that_differs_from_its_words_is_not_sure_on_a_paper() -> None:
    paper = (
        "借款合同\n借款人：马小兰\n借款金额（大写）：伍万元整（小写）￥60,000.00\n借款用途：种植\n"
    )

    found = read(paper).fields["amount"][0]

    assert found.confidence < 0.95
