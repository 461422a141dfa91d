"""Rules of post-loan work: what each asks for, by when, and which fact shows that it was done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ledger.kinds.registry import KINDS
from ledger.recording import FactRefused
from ledger.rules.explaining import explained
from ledger.rules.forms import TABLES
from ledger.rules.registry import RULES
from ledger.rules.running import find
from tests.ledger_workbooks import id_number
from tests.tasks_ledger import LOAN, all_of, desk, inspected, made, pressing, said, secured

GRANTED = date(2024, 3, 15)
DUE = date(2026, 3, 14)
BAD = {"五级分类": "次级", "逾期天数": 100, "到期日": date(2025, 9, 22)}


def test_m088_a_routine_inspection_follows_the_last_visit_by_amount_and_guarantee(
    tmp_path: Path,
) -> None:
    workspace = made(
        tmp_path,
        {"担保方式": "抵押"},
        {"借据金额": 2000000, "余额": 2000000},
        {"业务品种": "助学贷款"},
        routine_inspections=("mortgage:0=60", "any:1000000=30"),
        exceptions=("product:助学贷款:routine_inspection_days=180",),
    )
    for n in (1, 2, 3):
        inspected(workspace, date(2024, 4, 1), n=n)

    found = all_of(workspace, date(2024, 5, 10), "routine_inspection")

    assert [task.due.due_on for task in found.values()] == [
        date(2024, 5, 31),
        date(2024, 5, 1),
        date(2024, 9, 28),
    ]
    inspected(workspace, date(2024, 5, 20))
    after = all_of(workspace, date(2024, 5, 21), "routine_inspection")
    assert after[f"routine_inspection:{LOAN}:2024-04-01"].due.done_on == date(2024, 5, 20)
    assert after[f"routine_inspection:{LOAN}:2024-05-20"].due.due_on == date(2024, 7, 19)


def test_m050_every_bad_loan_is_looked_at_each_month_and_surveyed_each_quarter(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, BAD, {})
    inspected(workspace, date(2026, 1, 20))
    said(workspace, "risk_survey", on="2026-02-03", conclusion="可诉")

    checks = all_of(workspace, date(2026, 2, 10), "bad_loan_check")
    surveys = all_of(workspace, date(2026, 2, 10), "bad_loan_survey")

    assert {task.id: task.state for task in checks.values()} == {
        f"bad_loan_check:{LOAN}:2026-01": "done",
        f"bad_loan_check:{LOAN}:2026-02": "open",
    }
    assert {task.id: task.due.done_on for task in surveys.values()} == {
        f"bad_loan_survey:{LOAN}:2025Q4": date(2026, 2, 3),
        f"bad_loan_survey:{LOAN}:2026Q1": date(2026, 2, 3),
    }


def test_m097_a_large_loan_is_inspected_by_itself(tmp_path: Path) -> None:
    same = {"借款人": "测试户1", "身份证号码": id_number(1)}
    workspace = made(tmp_path, {"借据金额": 600000, "余额": 600000}, same)
    inspected(workspace, date(2024, 5, 2), loan=False)

    (missing, _next) = all_of(workspace, date(2024, 7, 1), "large_loan_inspection").values()
    inspected(workspace, date(2024, 5, 3))
    (done, _next) = all_of(workspace, date(2024, 7, 1), "large_loan_inspection").values()

    assert (missing.id, missing.state) == (f"large_loan_inspection:{LOAN}:2024Q2", "overdue")
    assert (done.state, done.due.done_on) == ("done", date(2024, 5, 3))


def test_m022_large_clients_are_checked_off_site_each_month(tmp_path: Path) -> None:
    workspace = made(tmp_path, {}, {}, size_tiers=("large:40000", "small:0"))
    said(workspace, "offsite_check", on="2024-05-06", result="正常")

    found = all_of(workspace, date(2024, 5, 31), "offsite_monitoring")

    assert {task.id: task.state for task in found.values()} == {
        "offsite_monitoring:h1:2024-04": "done",
        "offsite_monitoring:h1:2024-05": "done",
        "offsite_monitoring:h2:2024-04": "escalated",
        "offsite_monitoring:h2:2024-05": "due_soon",
    }


def test_m023_key_clients_are_visited_each_quarter(tmp_path: Path) -> None:
    workspace = made(tmp_path, {}, {"借据金额": 39999, "余额": 39999}, size_tiers=("large:40000",))
    inspected(workspace, date(2024, 6, 28), loan=False)

    found = all_of(workspace, date(2024, 6, 30), "onsite_monitoring")

    assert [(task.id, task.state) for task in found.values()] == [
        ("onsite_monitoring:h1:2024Q1", "done"),
        ("onsite_monitoring:h1:2024Q2", "done"),
    ]


def test_m084_a_debt_is_reconciled_with_all_who_have_to_do_with_it(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "保证"})
    said(workspace, "reconciliation", on="2024-05-06", party="借款人", result="一致")

    half = find(desk(workspace, date(2024, 6, 30)), f"reconciliation_due:{LOAN}:2024Q2")
    said(workspace, "reconciliation", on="2024-05-09", party="保证人", result="一致")
    whole = find(desk(workspace, date(2024, 6, 30)), f"reconciliation_due:{LOAN}:2024Q2")

    assert half.state == "due_soon"
    assert [(each.word, each.value) for each in half.due.why] == [
        ("party_borrower", date(2024, 5, 6)),
        ("party_guarantor", None),
    ]
    assert (whole.state, whole.due.done_on) == ("done", date(2024, 5, 9))


def test_m082_a_household_is_rated_in_each_quarter(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    said(workspace, "rating", on="2024-05-06", grade="AA")

    found = all_of(workspace, date(2024, 7, 2), "rating_due")

    assert {task.id: task.state for task in found.values()} == {
        "rating_due:h1:2024Q2": "done",
        "rating_due:h1:2024Q3": "open",
    }


def test_m055_a_security_is_appraised_again_when_its_value_is_old(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "抵押"})
    secured(workspace, 评估日期=date(2024, 3, 1), 登记证明号="Q-1")
    said(
        workspace, "appraisal", security="Q-1", on="2025-02-10", value_fen="20万元",
        valid_until="2025-08-10",
    )  # fmt: skip

    found = all_of(workspace, date(2025, 9, 1), "reappraisal")

    assert {task.id: (task.due.due_on, task.state) for task in found.values()} == {
        "reappraisal:Q-1:2024-03-01": (date(2025, 3, 1), "done"),
        "reappraisal:Q-1:2025-02-10": (date(2025, 8, 10), "escalated"),
    }


def test_m056_an_insurance_is_renewed_before_it_ends(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "抵押"})
    secured(workspace, 保险到期日=date(2025, 3, 1), 登记证明号="Q-1")

    (open_,) = all_of(workspace, date(2025, 3, 2), "insurance_expiry").values()
    said(
        workspace, "insurance", security="Q-1", policy_no="B2", on="2025-03-02", until="2026-03-01"
    )
    renewed = all_of(workspace, date(2025, 3, 2), "insurance_expiry")

    assert (open_.due.due_on, open_.state, open_.level) == (
        date(2025, 1, 30),
        "escalated",
        "department",
    )
    assert renewed[open_.id].due.done_on == date(2025, 3, 2)
    assert renewed["insurance_expiry:Q-1:2026-03-01"].state == "open"


def test_m054_a_mortgage_without_its_registration_is_asked_for(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "抵押"}, {"担保方式": "抵押"})
    secured(workspace, 权证号="T-1")
    secured(workspace, n=2, 登记证明号="Q-2", 登记日期=date(2024, 3, 20))

    found = all_of(workspace, date(2024, 4, 1), "registration_missing")

    assert {task.id: task.state for task in found.values()} == {
        "registration_missing:T-1": "overdue",
        "registration_missing:Q-2": "done",
    }
    said(workspace, "registration", security="T-1", on="2024-04-02", until="2026-06-01")
    assert not pressing(workspace, date(2024, 4, 2), rule="registration_missing")
    assert pressing(workspace, date(2026, 3, 25), rule="registration_expiry") == []
    assert pressing(workspace, date(2026, 3, 26), rule="registration_expiry") == [
        "registration_expiry:T-1:2026-06-01"
    ]


def test_a_certificate_that_was_lent_comes_back_by_its_day(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "抵押"})
    secured(workspace, 登记证明号="Q-1")
    said(
        workspace, "custody_move", security="Q-1", move="临时出库", on="2024-05-06",
        expected_back_on="2024-05-16",
    )  # fmt: skip

    (late,) = all_of(workspace, date(2024, 5, 17), "certificate_return").values()
    said(workspace, "custody_move", security="Q-1", move="回库", on="2024-05-17")
    (back,) = all_of(workspace, date(2024, 5, 17), "certificate_return").values()

    assert (late.state, back.state) == ("overdue", "done")


def test_a_claim_is_kept_alive_by_what_the_debtor_signs(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"到期日": date(2024, 9, 14)})
    said(workspace, "contact", on="2025-01-10", mode="电话", feedback="月底还")
    said(workspace, "contact", on="2025-02-10", mode="信函", notice_no="催1", signed="是")
    said(workspace, "contact", on="2025-03-10", mode="信函", target="保证人", signed="是")

    found = all_of(workspace, date(2025, 12, 31), "limitation")

    assert {task.id: (task.due.due_on, task.state) for task in found.values()} == {
        f"limitation:{LOAN}:2024-09-14": (date(2027, 6, 16), "done"),
        f"limitation:{LOAN}:2025-02-10": (date(2027, 11, 12), "open"),
    }
    late = find(desk(workspace, date(2028, 2, 11)), f"limitation:{LOAN}:2025-02-10")
    assert (late.state, late.level) == ("escalated", "department")


def test_a_receipt_with_day_and_receiver_interrupts_as_a_signature_does(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"到期日": date(2024, 9, 14)})
    receipt = {"mode": "上门", "received_on": "2025-02-11"}
    said(workspace, "contact", on="2025-02-10", received_by="测试户1", **receipt)
    said(workspace, "contact", on="2025-03-10", received_by="路人", **receipt)

    found = all_of(workspace, date(2025, 12, 31), "limitation")

    assert f"limitation:{LOAN}:2025-02-11" in found
    assert len(found) == 2


def test_a_guarantor_is_asked_before_his_period_ends(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"担保方式": "保证", "到期日": date(2025, 9, 14)})

    (open_,) = all_of(workspace, date(2025, 12, 1), "guarantee_period").values()
    said(workspace, "guarantee", guarantor="李担保", on="2024-03-15", until="2027-09-14")
    (agreed,) = all_of(workspace, date(2025, 12, 1), "guarantee_period").values()
    said(workspace, "contact", on="2025-12-02", mode="信函", target="保证人", notice_no="催9")
    (asked,) = all_of(workspace, date(2025, 12, 2), "guarantee_period").values()

    assert (open_.due.due_on, open_.due.until) == (date(2026, 2, 12), date(2026, 3, 14))
    assert agreed.due.until == date(2027, 9, 14)
    assert asked.due.done_on == date(2025, 12, 2)


def test_m018_loans_that_fall_due_next_month_are_reminded_of_in_this_one(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"到期日": DUE}, {"到期日": date(2026, 4, 1)})

    assert pressing(workspace, date(2026, 2, 23), rule="maturity_reminder") == [
        f"maturity_reminder:{LOAN}:2026-03-14"
    ]
    said(workspace, "maturity_notice", on="2026-02-24", notice_no="提1", to="借款人")
    (done, _other) = all_of(workspace, date(2026, 2, 24), "maturity_reminder").values()
    assert (done.due.due_on, done.due.done_on) == (date(2026, 2, 28), date(2026, 2, 24))


def test_m093_at_each_month_end_the_loans_of_the_next_month_stand_in_the_ledger(
    tmp_path: Path,
) -> None:
    loans = [{"到期日": day} for day in (date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1))]
    workspace = made(tmp_path, *loans)

    listed = pressing(workspace, date(2026, 1, 31), rule="次月到期贷款提示")

    assert listed == [
        "maturity_reminder:JJ20240001:2026-02-01",
        "maturity_reminder:JJ20240002:2026-02-28",
    ]


def test_m019_how_a_due_loan_is_settled_is_to_be_said_before_it_is_due(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    wanted = f"due_handling:{LOAN}:2026-03-14"

    on_the_day = find(desk(workspace, DUE), wanted)
    the_day_after = find(desk(workspace, date(2026, 3, 15)), wanted)
    said(workspace, "due_handling", on="2026-03-16", way="还旧借新")
    decided = find(desk(workspace, date(2026, 3, 16)), wanted)

    assert (on_the_day.due.due_on, on_the_day.level) == (date(2026, 2, 27), "unit_head")
    assert (the_day_after.state, the_day_after.level) == ("escalated", "department")
    assert decided.state == "done"
    papers = explained(desk(workspace, date(2026, 3, 16)), decided).papers
    assert papers["loan_application"] is False and "extension_papers" not in papers


def test_an_extended_loan_is_decided_on_anew(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    said(workspace, "due_handling", on="2026-03-01", way="展期")
    said(workspace, "extension", on="2026-03-10", new_due_on="2026-06-14")

    found = all_of(workspace, date(2026, 6, 1), "due_handling")

    assert [(task.id, task.state) for task in found.values()] == [
        (f"due_handling:{LOAN}:2026-06-14", "overdue")
    ]


def test_m020_what_can_neither_be_paid_nor_extended_is_not_closed_without_all_three(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path)
    said(workspace, "due_handling", on="2026-03-10", way="两者皆不能", cause="养殖失败")
    wanted = f"three_not_spared:{LOAN}:2026-03-14"

    with pytest.raises(FactRefused, match="missing: responsible, measure"):
        said(
            workspace, "due_handling", on="2026-03-15", way="两者皆不能", cause="养殖失败",
            closed_on="2026-03-16",
        )  # fmt: skip
    open_ = find(desk(workspace, date(2026, 3, 15)), wanted)
    said(
        workspace, "due_handling", on="2026-03-16", way="两者皆不能", responsible="周测",
        measure="起诉",
    )  # fmt: skip
    done = find(desk(workspace, date(2026, 3, 16)), wanted)

    assert (open_.state, open_.level) == ("escalated", "department")
    assert [each.value for each in open_.due.why] == ["养殖失败", None, None]
    assert (done.state, done.due.done_on) == ("done", date(2026, 3, 16))


def test_m083_classes_are_collected_each_month_and_determined_each_quarter(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, {})
    said(workspace, "class_stage", on="2026-02-20", stage="初分", **{"class": "正常"})

    monthly = all_of(workspace, date(2026, 3, 5), "class_monthly")
    quarterly = all_of(workspace, date(2026, 3, 5), "class_quarterly")

    assert {task.id: (task.due.due_on, task.state) for task in monthly.values()} == {
        f"class_monthly:{LOAN}:2026-02": (date(2026, 3, 10), "done"),
        f"class_monthly:{LOAN}:2026-03": (date(2026, 4, 10), "open"),
    }
    assert {task.id: task.state for task in quarterly.values()} == {
        f"class_quarterly:{LOAN}:2025Q4": "done",
        f"class_quarterly:{LOAN}:2026Q1": "open",
    }


def test_m070_a_loan_overdue_for_more_than_ten_days_is_analysed(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"到期日": date(2025, 12, 21), "逾期天数": 10})
    wanted = f"overdue_cause:{LOAN}:2025-12-21"

    assert find(desk(workspace, date(2025, 12, 31)), wanted).state == "due_soon"
    assert find(desk(workspace, date(2026, 1, 1)), wanted).state == "overdue"
    said(workspace, "overdue_cause", on="2026-01-02", cause="外出务工", responsible="周测")
    assert find(desk(workspace, date(2026, 1, 2)), wanted).due.done_on == date(2026, 1, 2)


def test_m061_an_overdue_loan_is_asked_for_again_and_again(tmp_path: Path) -> None:
    workspace = made(tmp_path, BAD, {"表内欠息": 12.5})
    said(workspace, "contact", on="2026-01-10", mode="电话", feedback="月底还")

    found = all_of(workspace, date(2026, 1, 31), "collection_reminder")

    assert {task.id: task.state for task in found.values()} == {
        "collection_reminder:JJ20240001:2025-09-22": "done",
        "collection_reminder:JJ20240001:2026-01-10": "open",
        "collection_reminder:JJ20240002:2025-12-31": "overdue",
    }


def test_m015_each_household_has_its_class_its_target_its_plan_and_its_file(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, BAD | {"五级分类": None}, BAD)
    day = date(2026, 2, 20)

    lacking = [
        task
        for rule in ("household_class", "household_target", "household_plan", "household_file")
        for task in pressing(workspace, day, rule=rule)
    ]

    assert lacking == [
        "household_class:JJ20240001",
        "household_target:h1",
        "household_target:h2",
        "household_plan:h2:2025-12-31",
        "household_file:h1",
        "household_file:h2",
    ]
    said(workspace, "collection_plan", loan="JJ20240002", on="2026-02-01", measures="起诉")
    assert pressing(workspace, day, rule="household_plan") == []


def test_m024_suspicious_information_is_looked_into_by_its_deadline(tmp_path: Path) -> None:
    workspace = made(tmp_path, {}, {})
    said(workspace, "suspicion", on="2026-01-05", what="资金回流")
    said(workspace, "suspicion", loan="JJ20240002", on="2026-01-05", what="停产",
         investigate_by="2026-02-28")  # fmt: skip

    assert pressing(workspace, date(2026, 1, 13), rule="investigate") == [
        f"investigate:{LOAN}:2026-01-05"
    ]
    said(
        workspace, "investigation", on="2026-01-14", found_on="2026-01-05", result="属实",
        finding="款项转回配偶",
    )  # fmt: skip
    found = all_of(workspace, date(2026, 1, 14), "investigate")
    assert {task.id: task.state for task in found.values()} == {
        f"investigate:{LOAN}:2026-01-05": "done",
        "investigate:JJ20240002:2026-01-05": "open",
    }


def test_m021_imported_data_alone_prompts_what_is_due_overdue_and_lapsing(tmp_path: Path) -> None:
    workspace = made(tmp_path, BAD | {"担保方式": "保证"}, {"表外欠息": 30}, {"到期日": DUE})

    prompted = {task.partition(":")[0] for task in pressing(workspace, date(2026, 2, 25))}

    assert prompted >= {
        "overdue_cause", "collection_reminder", "guarantee_period", "maturity_reminder",
        "due_handling", "bad_loan_check",
    }  # fmt: skip


def test_loans_paid_off_ask_for_nothing(tmp_path: Path) -> None:
    workspace = made(tmp_path, {"余额": 0})

    assert pressing(workspace, date(2026, 6, 30), until=date(2030, 1, 1)) == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_what_to_do_in_three_languages_and_where_it_comes_from(name: str) -> None:
    rule = RULES[name]
    form = TABLES.get(rule.form) or KINDS.get(rule.form)

    assert {*rule.titles} == {*rule.what} == {"zh", "es", "en"}
    assert rule.source
    assert not rule.form or form
    assert {*rule.fills} <= {field.key for field in (form.fields if form else ())}
