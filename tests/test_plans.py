"""Plans drafted from the ledger: what they say follows the facts, and every number has its rows."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger import inspection_schedule
from ledger.ahead import Ahead
from ledger.bad.groups import groups
from ledger.book import View
from ledger.recording import NewFact
from ledger.rules.calendar import period_of
from ledger.rules.desk import Desk
from ledger.rules.month import focus
from ledger.spans import span_of
from templates.asking import Asked, requested
from templates.document import Document
from templates.draft import draft
from templates.kinds import KINDS
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.story import Story
from templates.request import AskedWrongly
from tests.bad_loans import YEAR_END, classed, office, paid, post, say, view_of
from tests.ledger_workbooks import loan_row
from tests.templates_reading import body_of

YEAR_PLANS = ("work-plan", "company-plan", "post-loan-plan", "collection-programme")
KNOWN_ON = date(2099, 1, 5)


def rows() -> list[list[Any]]:
    """Eight loans of two branches and three officers; the first two are bad, the third is late."""
    found = []
    for n in range(1, 9):
        changed: dict[str, Any] = {
            "机构": "东河支行" if n < 6 else "西山支行",
            "管户人": ("周测", "吴算", "郑核")[n % 3],
            "到期日": date(2026, n, 14),
            "五级分类": "次级" if n < 3 else "正常",
            "余额": 10_000 * n,
            "借据金额": 10_000 * n,
        }
        if n == 3:
            changed |= {"逾期天数": 20, "五级分类": "关注", "表内欠息": 300}
        found.append(loan_row(n, **changed))
    return found


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = office(tmp_path_factory.mktemp("plans"), rows())
    say(workspace, "disposal_category", 1, 归类日期="2025-11-01", 处置类别="依法起诉")
    say(
        workspace, "campaign", 活动名称="百日清收", 活动开始日期="2025-12-01", 组长="刘志远",
        活动清收目标="50000", 违约率上限="5",
    )  # fmt: skip
    for n in (1, 2):
        say(
            workspace, "target_list", n, 名单名称="百日清收", 列入日期="2025-12-01",
            名单清收任务="8000", 清收专班="一组", 包案责任人="周测" if n == 1 else "",
        )  # fmt: skip
    say(
        workspace, "squad", 专班名称="一组", 成立日期="2025-12-01", 专班负责人="钱带",
        专班任务="30000",
    )  # fmt: skip
    say(workspace, "manager_target", 考核期="2026", 管户经理="周测", 清收不良计划="6000")
    post(workspace, [paid(1, date(2025, 12, 10), 200_000, 10_000)])
    return workspace


def outlook(workspace: Workspace, period: str = "2026", **scope: str) -> Outlook:
    """The outlook from the end of 2025."""
    span = span_of(period)
    assert span is not None
    return outlook_of(view_of(workspace).where(**scope), span)


def values(workspace: Workspace, kind: str, **asked: Any) -> Document:
    """What a document would say."""
    span = span_of(asked.pop("period", "2026")) if KINDS[kind].period else None
    with requested(workspace, kind, Asked(span=span, known_on=KNOWN_ON, **asked)) as (
        made,
        request,
    ):
        assert made.compute
        return made.compute(request).values


def said(document: Document) -> str:
    """All drafted sentences."""
    return "\n".join(one.text for one in document.sentences())


# What is coming.


def test_what_is_coming_is_what_each_loan_says_by_itself(filled: Workspace) -> None:
    view, span = view_of(filled), span_of("2026")
    assert span is not None
    ahead = Ahead(view, span)

    due, visits = Counter[int](), Counter[int]()
    for loan in view.open_loans:
        assert loan.due_on
        due[loan.due_on.month] += loan.balance_fen
        for one in inspection_schedule.schedule(
            loan.granted_on, (), loan.due_on, first_days=30, routine_days=90
        ):
            if one.on.year == 2026 and one.on <= loan.due_on:
                visits[one.on.month] += 1

    for month in span.months:
        count, balance = ahead.due_between(month)
        assert balance.value == due[month.first.month]
        assert sum(int(row.amount or 0) for row in balance.rows) == balance.value
        assert len(count.rows) == count.value
        assert ahead.visits_between(month).value == visits[month.first.month]
    assert ahead.visits_between(span).value == sum(visits.values())


def test_m013_bad_loans_of_a_plan_stand_in_their_category_and_the_rest_is_named(
    filled: Workspace,
) -> None:
    found = {
        code: (count.value, balance.value)
        for code, count, balance in groups(view_of(filled), "category")
    }

    assert found["sue"] == (1, 800_000)
    assert found["unstated"] == (1, 2_000_000)
    assert found["collect"] == (0, 0)
    text = said(values(filled, "work-plan"))
    assert "依法起诉1笔、0.80万元" in text
    assert "还有1笔、2.00万元没有归类" in text


def test_parts_of_units_and_officers_add_up_to_the_office(filled: Workspace) -> None:
    seen = outlook(filled)

    for owners in (seen.units, seen.officers):
        assert (
            sum(int(one.balance.value or 0) for one in owners)
            == seen.now["outstanding_balance"].value
        )
        assert sum(int(one.due_sum.value or 0) for one in owners) == seen.due_sum.value
        assert sum(int(one.missed.value or 0) for one in owners) == seen.missed.value


# What is said.


def test_what_last_year_missed_is_caught_up_first(filled: Workspace) -> None:
    text = said(values(filled, "work-plan"))

    assert "应查未查" in text
    assert "一季度内补齐" in text


def test_a_sound_portfolio_is_worded_otherwise(filled: Workspace) -> None:
    sound = said(values(filled, "work-plan", unit="西山支行"))
    strained = said(values(filled, "work-plan"))

    assert "年初没有不良贷款" in sound
    assert "一户一策" not in sound.split("防线前移到关注类")[0]
    assert "年初不良贷款2笔" in strained


@pytest.mark.parametrize(
    ("balance", "ratio", "key"),
    [
        (110, 3, "质量下滑"),
        (110, 1, "同向改善"),
        (90, 3, "稳住存量"),
        (90, 1, "恢复有效投放"),
    ],
)
def test_the_judgement_follows_size_and_quality_together(
    filled: Workspace, balance: int, ratio: int, key: str
) -> None:
    from dataclasses import replace

    seen = outlook(filled)
    now, then = dict(seen.now), dict(seen.now)
    for name, value, before in (("outstanding_balance", balance, 100), ("npl_ratio", ratio, 2)):
        now[name] = replace(now[name], value=value)
        then[name] = replace(then[name], name=f"{name}(then)", value=before)

    moved = Story(replace(seen, now=now, before=then), "zh").moved()

    assert key in moved.text
    assert {"outstanding_balance(then)", "npl_ratio(then)"} & {
        part.name for one in moved.stated for part in getattr(one, "parts", ())
    }


@pytest.mark.parametrize("language", ["zh", "es", "en"])
@pytest.mark.parametrize("kind", ["work-plan", "company-plan"])
def test_m106_plans_come_in_three_languages_with_the_same_figures(
    filled: Workspace, kind: str, language: str
) -> None:
    document = values(filled, kind, language=language)

    assert {one.figure.name for one in document.figures} == {
        one.figure.name for one in values(filled, kind).figures
    }
    assert len(list(document.sentences())) == len(list(values(filled, kind).sentences()))


def test_a_plan_of_a_branch_is_of_its_loans_only(filled: Workspace) -> None:
    seen = outlook(filled, unit="西山支行")

    assert [one.name for one in seen.units] == ["西山支行"]
    assert seen.now["outstanding_balance"].value == (60_000 + 70_000 + 80_000) * 100


# The month.


def test_m009_the_focus_is_that_of_the_task_desk_per_unit_and_officer(filled: Workspace) -> None:
    document: Any = values(filled, "monthly-focus", period="2026-01")
    found = focus(Desk(view_of(filled)), period_of(date(2026, 1, 1), 1))

    for lines, groups_of in ((document.units, found.units), (document.officers, found.people)):
        for line in lines:
            parts = groups_of[line.name]
            assert (line.due.value, line.due_sum.value) == (
                parts["due"].count, parts["due"].amount_fen or 0,
            )  # fmt: skip
            assert line.inspections.value == parts["inspections"].count
            assert len(line.due.rows) == line.due.value
    assert sum(line.due.value or 0 for line in document.officers) == found.office["due"].count
    owed = {line.name: line.bad_sum.value for line in document.officers}
    assert owed == {"周测": 0, "吴算": 800_000, "郑核": 2_000_000}
    assert [line.loan for line in document.due] == ["JJ20240001"]
    assert "本月到期贷款1笔、0.80万元" in said(document)
    assert "次月到期贷款1笔、2.00万元" in said(document)


# The officer.


def test_an_officers_plan_holds_his_loans_and_targets_and_no_name_in_its_file(
    filled: Workspace,
) -> None:
    made = draft(
        filled, "officer-plan", Asked(span=span_of("2026"), manager="周测", known_on=KNOWN_ON),
        actor="t",
    )  # fmt: skip
    document: Any = values(filled, "officer-plan", manager="周测")

    assert "周测" not in made.path.name
    assert "客户经理：周测" in body_of(made.path.read_bytes())
    assert [line.loan for line in document.due_loans] == ["JJ20240003", "JJ20240006"]
    bad = next(line for line in document.targets if line.title == "清收不良贷款")
    assert bad.target is not None
    assert bad.target.value == 600_000
    assert [line.loan for line in document.late_loans] == ["JJ20240003"]


def test_each_officer_gets_a_plan(filled: Workspace) -> None:
    asked = Asked(span=span_of("2026"), known_on=KNOWN_ON)
    with requested(filled, "officer-plan", asked, every=True) as (kind, request):
        assert kind.each
        found = [(one.about, one.values) for one in kind.each(request)]

    assert [about for about, _plan in found] == ["2026_01", "2026_02", "2026_03"]
    assert sorted(str(getattr(plan, "officer", "")) for _about, plan in found) == [
        "吴算",
        "周测",
        "郑核",
    ]


# Collection.


def test_m063_and_m048_the_programme_names_squads_and_what_cannot_wait(filled: Workspace) -> None:
    document: Any = values(filled, "collection-programme")

    assert [line.name for line in document.squads] == ["一组"]
    assert document.squads[0].task.value == 3_000_000
    assert "清收目标合计0.60万元" in said(document)
    assert "超过规定期限没有催收记录的2笔" in said(document)
    assert [line.loan for line in document.listed] == ["JJ20240002", "JJ20240001"]
    assert document.listed[1].category == "依法起诉"


def test_m075_a_campaigns_plan_has_its_goal_its_list_as_annex_and_what_came_in(
    filled: Workspace,
) -> None:
    (plan,) = view_of(filled).records("campaign")
    document: Any = values(filled, "campaign-plan", fact=plan.fact, as_of=YEAR_END)

    text = said(document)
    assert "目标5.00万元" in text
    assert "附表各户任务合计1.60万元，与总目标的差额" in text
    assert "已收回本息0.21万元" in text
    assert "1户（笔）没有落实包案责任人" in text
    assert [line.loan for line in document.targets] == ["JJ20240001", "JJ20240002"]
    first = document.targets[0]
    assert (first.balance.value, first.received.value, first.target.value) == (
        800_000, 210_000, 800_000,
    )  # fmt: skip
    assert document.leader == "刘志远"
    assert document.deputies is None


def test_a_fact_that_is_no_campaign_is_refused_with_those_there_are(filled: Workspace) -> None:
    (plan,) = view_of(filled).records("campaign")

    with pytest.raises(AskedWrongly, match=plan.fact):
        values(filled, "campaign-plan", fact="record:99999")


# All of them.


@pytest.mark.parametrize("kind", YEAR_PLANS)
def test_a_plan_drafted_again_as_known_then_is_the_same_to_the_byte(
    filled: Workspace, kind: str
) -> None:
    asked = Asked(span=span_of("2026"), as_of=YEAR_END, known_on=KNOWN_ON)

    first, again = (draft(filled, kind, asked, actor="t").path.read_bytes() for _n in range(2))

    assert first == again


@pytest.mark.parametrize("kind", YEAR_PLANS)
def test_nothing_in_a_plan_is_printed_as_none(filled: Workspace, kind: str) -> None:
    made = draft(filled, kind, Asked(span=span_of("2026"), known_on=KNOWN_ON), actor="t")

    assert "None" not in body_of(made.path.read_bytes())


@pytest.mark.parametrize("kind", YEAR_PLANS)
def test_every_figure_of_a_plan_has_a_title_and_a_formula_for_people(
    filled: Workspace, kind: str
) -> None:
    from templates import titles

    for one in values(filled, kind).figures:
        assert "_" not in one.title, one.figure.name
        assert titles.rule(one.figure, "zh") != one.figure.query, one.figure.name


def test_a_class_decided_later_changes_the_plan_and_not_the_one_known_before(
    tmp_path: Path,
) -> None:
    workspace = office(tmp_path, 2)
    before = _bad(view_of(workspace))
    post(workspace, [classed(1, date(2025, 12, 1), "loss")])

    assert before == 0
    assert _bad(view_of(workspace)) == 5_000_000


def _bad(view: View) -> int:
    span = span_of("2026")
    assert span is not None
    return int(outlook_of(view, span).now["npl_balance"].value or 0)


# What the office has set itself.


@pytest.fixture(scope="module")
def with_targets(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = office(tmp_path_factory.mktemp("targets"), rows())
    post(
        workspace,
        [
            NewFact(
                table="target", key=(name,), effective_on=date(2026, 1, 1),
                content={"year": 2026, "indicator": name, "value": value},
            )
            for name, value in {
                "npl_recovered_sum": 9_000_000, "npl_balance": 13_000_000, "npl_ratio": 230,
                "due_recovery_rate": 9700, "interest_collection_rate": 9850,
            }.items()
        ],
    )  # fmt: skip
    return workspace


def test_a_plan_states_the_targets_that_the_ledger_holds(with_targets: Workspace) -> None:
    document: Any = values(with_targets, "work-plan")

    targets = {line.title: line.target.value for line in document.goals if line.target}
    assert targets["收回不良贷款本金"] == 9_000_000
    assert targets["不良贷款余额"] == 13_000_000
    assert float(targets["不良贷款率"]) == 2.3
    assert float(targets["到期贷款收回率"]) == 97
    assert float(targets["利息回收率"]) == 98.5
    assert "年末不良率控制在2.30%以内" in said(document)
    assert "清收不良目标9.00万元" in said(document)
    assert "现金清收＿＿" not in said(document)


@pytest.mark.parametrize("language", ["zh", "es", "en"])
def test_the_companys_plan_states_them_in_each_language(
    with_targets: Workspace, language: str
) -> None:
    document: Any = values(with_targets, "company-plan", language=language)

    told = {one.figure.name for one in document.figures}
    assert {"target(npl_recovered_sum, 2026)", "target(npl_ratio, 2026)"} <= told
    assert sum(line.target is not None for line in document.goals) == 4


def test_the_collection_programme_aims_at_the_offices_target(with_targets: Workspace) -> None:
    assert "2026年清收不良目标9.00万元" in said(values(with_targets, "collection-programme"))


def test_an_officers_chapter_on_late_loans_counts_only_late_households(
    filled: Workspace,
) -> None:
    seen = outlook(filled, manager="郑核")
    document = values(filled, "officer-plan", manager="郑核")

    assert (seen.gaps["plan"].value, seen.gaps["late_plan"].value) == (3, 1)
    assert "还有1户没有一户一策或措施" in said(document)


@pytest.mark.parametrize("language", ["es", "en"])
def test_products_that_the_trade_knows_have_their_names_in_the_plan(language: str) -> None:
    plan: Any = KINDS["company-plan"].example(language, 3)

    assert not re.search(r"农户|商户", " ".join(line.name for line in plan.products))
