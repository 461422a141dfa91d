"""A correction on one paper is used on the next of the same printed form, and on no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.correct import corrected
from extractors.learned import (
    CONFIRMED_AFTER,
    learned_from,
    rule_of,
    same_form,
    with_learned,
)
from extractors.learned_rule import LearnedRule
from extractors.papers import understand_scan
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from tests.typed_paper import codes, invented_id, said, table, typed

FORM = """农户借款合同
文书号：{number}
借款人：{borrower}
身份证号：{identity}
贷款人：青河县农村信用合作联社
归口经管人：{officer}
借款金额：{amount}元
借款用途：{purpose}
月利率：7.5‰
签订日期：2025年3月1日"""
FIRST = FORM.format(
    number="QH-2025-0042", borrower="周大山", identity=invented_id(), officer="陈志强",
    amount="50,000.00", purpose="购买化肥",
)  # fmt: skip
SECOND = FORM.format(
    number="QH-2025-0107", borrower="何小满", identity=invented_id(order="617"), officer="刘文彬",
    amount="30,000.00", purpose="养羊",
)  # fmt: skip
OTHER_FORM = """个人借款合同
甲方：何小满
证件号码：{identity}
乙方：白水县农村商业银行
借款本金：人民币30,000.00元
归口经管人：刘文彬
年利率：5.2%
借款期限：自2025年3月1日至2026年2月28日
还款方式：按月结息，到期还本
担保方式：信用""".format(identity=invented_id(order="617"))


def read(text: str, *rules: LearnedRule) -> Reading:
    return understand_scan(typed(text), replace(ReadingSettings(), rules=rules))


def rule(field: str, value: str, paper: str = FIRST) -> LearnedRule:
    before = read(paper)
    after = corrected(before, {field: value})
    learned = learned_from(typed(paper), before, field, after.fields[field][0].value)
    assert learned is not None
    return learned


def test_the_papers_of_these_tests_are_not_read_without_a_rule() -> None:
    assert "loan_officer" not in read(FIRST).fields
    assert "loan_officer" not in read(SECOND).fields


def test_what_was_corrected_once_is_read_on_the_next_paper_of_the_form() -> None:
    learned = rule("loan_officer", "陈志强")

    assert (learned.label, learned.place) == ("归口经管人", "after")
    assert said(read(SECOND, learned), "loan_officer") == "刘文彬"


def test_a_value_read_by_a_rule_says_so_and_is_asked_about() -> None:
    learned = rule("loan_officer", "陈志强")

    reading = read(SECOND, learned)

    [found] = reading.fields["loan_officer"]
    assert rule_of(found) == learned.id
    assert found.confidence <= 0.7
    assert ("loan_officer", "learned_unconfirmed") in codes(reading)


def test_a_rule_that_was_confirmed_often_enough_is_believed() -> None:
    learned = replace(rule("loan_officer", "陈志强"), confirmed=CONFIRMED_AFTER)

    reading = read(SECOND, learned)

    assert reading.fields["loan_officer"][0].confidence == 0.95
    assert ("loan_officer", "learned_unconfirmed") not in codes(reading)


def test_another_form_is_not_touched() -> None:
    learned = rule("loan_officer", "陈志强")

    assert read(OTHER_FORM, learned) == read(OTHER_FORM)


@pytest.mark.parametrize("state", ["off", "retired"])
def test_a_rule_that_is_off_changes_nothing(state: str) -> None:
    learned = replace(rule("loan_officer", "陈志强"), state=state)

    assert read(SECOND, learned) == read(SECOND)


@pytest.mark.parametrize("left", ["", "________", "　　"])
def test_an_empty_place_stays_empty(left: str) -> None:
    learned = rule("loan_officer", "陈志强")

    assert "loan_officer" not in read(SECOND.replace("刘文彬", left), learned).fields


def test_what_does_not_read_as_the_field_is_not_taken() -> None:
    learned = rule(
        "sign_date", "2025-03-02", FIRST.replace("归口经管人：陈志强", "办讫：2025年3月2日")
    )
    paper = SECOND.replace("归口经管人：刘文彬", "办讫：见附页")

    assert said(read(paper, learned), "sign_date") == "2025-03-01"


def test_a_value_read_at_the_wrong_place_gives_way_to_the_learned_one() -> None:
    paper = FIRST.replace("归口经管人：陈志强", "办讫：2025年3月2日")
    learned = rule("sign_date", "2025-03-02", paper)
    nextone = SECOND.replace("归口经管人：刘文彬", "办讫：2025年4月5日")

    assert said(read(nextone), "sign_date") == "2025-03-01"
    assert said(read(nextone, learned), "sign_date") == "2025-04-05"


def test_where_the_learned_place_is_empty_a_value_from_the_wrong_place_is_dropped() -> None:
    paper = FIRST.replace("归口经管人：陈志强", "办讫：2025年3月2日")
    learned = rule("sign_date", "2025-03-02", paper)
    nextone = SECOND.replace("归口经管人：刘文彬", "办讫：")

    assert "sign_date" not in read(nextone, learned).fields


def test_a_value_that_is_read_anyway_is_left_as_it_is() -> None:
    learned = rule("loan_officer", "陈志强")
    paper = SECOND + "\n信贷员：刘文彬"

    assert "loan_officer" not in {name for name, code in codes(read(paper, learned)) if code}


def test_a_value_in_a_table_is_learned_by_its_cell() -> None:
    def paper(officer: str) -> Reading:
        grid = table(["归口经管人", officer], ["复查结果", "属实"])
        return typed(FIRST.replace("归口经管人：陈志强\n", ""), grid)  # type: ignore[return-value]

    before = understand_scan(paper("陈志强"), ReadingSettings())  # type: ignore[arg-type]
    learned = learned_from(paper("陈志强"), before, "loan_officer", "陈志强")  # type: ignore[arg-type]

    assert learned is not None
    assert (learned.label, learned.place) == ("归口经管人", "right")
    after = with_learned(paper("刘文彬"), before, [learned])  # type: ignore[arg-type]
    assert said(after, "loan_officer") == "刘文彬"


def test_a_value_on_the_line_below_its_label_is_learned() -> None:
    learned = rule("loan_officer", "陈志强", FIRST.replace("经管人：陈志强", "经管人：\n陈志强"))

    assert learned.place == "below"
    assert said(read(SECOND.replace("经管人：", "经管人：\n"), learned), "loan_officer") == "刘文彬"


def test_a_value_that_is_not_on_the_paper_teaches_nothing() -> None:
    assert learned_from(typed(FIRST), read(FIRST), "loan_officer", "赵无名") is None


def test_a_paper_with_hardly_a_label_is_no_form() -> None:
    note = "借条\n今借到人民币伍万元整。\n经管：陈志强"

    assert learned_from(typed(note), read(note), "loan_officer", "陈志强") is None


def test_the_form_is_known_by_its_labels_not_by_what_was_filled_in() -> None:
    one, other = rule("loan_officer", "陈志强"), rule("loan_officer", "刘文彬", SECOND)

    assert one.family == other.family
    assert one.id == other.id
    assert not {"周大山", "陈志强", "购买化肥"} & set(one.family)


def test_a_form_that_lost_a_label_in_the_scan_is_still_the_same() -> None:
    family = rule("loan_officer", "陈志强").family

    assert same_form(family, family[:3] + family[4:])
    assert not same_form(family, tuple(reversed(family)))


def test_a_rule_comes_back_from_json() -> None:
    learned = rule("loan_officer", "陈志强")

    assert LearnedRule.from_json(learned.to_json()) == learned
