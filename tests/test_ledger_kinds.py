"""Facts of declared kinds: stated by a person or a workbook, corrected, listed, kept, rebuilt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from archive.database import reading
from archive.rebuild import rebuild
from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger import schema
from ledger.book import Book, View
from ledger.kinds.contact import CONTACT
from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.registry import KINDS
from ledger.kinds.values import chosen
from ledger.posting import Origin
from ledger.rebuild import catch_up_with_archive, rebuild_from_archive
from ledger.recording import FactRefused, NewFact, record
from ledger.registers import register
from ledger.statements import stated, taken_back
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

PERSON = Origin(kind="person", person="周测")
YEAR_END = date(2025, 12, 31)
CALL = {"on": "2025年3月1日", "mode": "电话催收", "amount_fen": "1.2万", "feedback": "月底还"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    import_workbook(
        made, workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])}), actor="t"
    )
    return made


def view_of(workspace: Workspace, as_of: date = YEAR_END) -> View:
    return Book.of(workspace).at(as_of)


def call(view: View, **said: str) -> NewFact:
    return stated(CONTACT, CALL | said, language="zh", view=view, loan="JJ20240001")


def test_what_a_person_states_in_words_is_kept_with_its_types(workspace: Workspace) -> None:
    (fact,) = record(workspace, [call(view_of(workspace))], actor="t", origin=PERSON)

    (held,) = view_of(workspace).records("contact")
    assert held.fact == fact
    assert held.values == {
        "on": date(2025, 3, 1),
        "mode": "phone",
        "amount_fen": 1_200_000,
        "feedback": "月底还",
    }
    assert held.household_id == view_of(workspace).loan("JJ20240001").household_id
    assert held.source.kind == "person"
    assert held.source.person == "周测"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"on": "2025-02-30"}, "on: "),
        ({"on": ""}, "without: on"),
        ({"mode": "飞鸽"}, "one of: 电话"),
        ({"next_on": "2025-02-01"}, "before the contact"),
        ({"colour": "red"}, "has no field colour"),
    ],
)
def test_a_statement_that_cannot_be_so_is_refused(
    workspace: Workspace, said: dict[str, str], reason: str
) -> None:
    with pytest.raises(FactRefused, match=reason):
        call(view_of(workspace), **said)


def test_two_calls_on_one_day_are_two_facts(workspace: Workspace) -> None:
    new = call(view_of(workspace))

    record(workspace, [new], actor="t", origin=PERSON)
    record(workspace, [new], actor="t", origin=PERSON)

    assert len(view_of(workspace).records("contact")) == 2


def test_a_fact_that_is_held_already_is_refused_unless_it_repeats(workspace: Workspace) -> None:
    new = replace(call(view_of(workspace)), repeats=False)
    record(workspace, [new], actor="t", origin=PERSON)

    with pytest.raises(FactRefused, match="holds this fact already"):
        record(workspace, [new], actor="t", origin=PERSON)


def test_a_refusal_does_not_repeat_the_name_in_a_facts_key(workspace: Workspace) -> None:
    view = view_of(workspace)
    said = {"guarantor": "钱七", "on": "2025-01-02"}
    new = stated(KINDS["guarantee"], said, language="zh", view=view, loan="JJ20240001")
    record(workspace, [new], actor="t", origin=PERSON)

    with pytest.raises(FactRefused) as refused:
        record(workspace, [new], actor="t", origin=PERSON)

    assert "JJ20240001 guarantee" in str(refused.value)
    assert "钱七" not in str(refused.value)


def test_a_correction_keeps_what_was_known_before_it(workspace: Workspace) -> None:
    first = datetime(2025, 3, 1, 9, tzinfo=UTC)
    later = datetime(2025, 4, 1, 9, tzinfo=UTC)
    view = view_of(workspace)
    record(workspace, [call(view)], actor="t", origin=PERSON, clock=lambda: first)
    (held,) = view_of(workspace).records("contact")
    better = stated(CONTACT, {"feedback": "拒绝"}, language="zh", view=view, correcting=held)

    with pytest.raises(FactRefused, match="Say why"):
        record(workspace, [better], actor="t", origin=PERSON)
    record(workspace, [better], actor="t", origin=PERSON, reason="听错", clock=lambda: later)

    (now,) = view_of(workspace).records("contact")
    assert (now.text("feedback"), now.whole("amount_fen")) == ("拒绝", 1_200_000)
    (then,) = Book.of(workspace).at(YEAR_END, date(2025, 3, 15)).records("contact")
    assert then.text("feedback") == "月底还"


def test_a_fact_taken_back_holds_no_more_and_cannot_be_corrected(workspace: Workspace) -> None:
    view = view_of(workspace)
    record(workspace, [call(view)], actor="t", origin=PERSON)
    (held,) = view_of(workspace).records("contact")
    undone = taken_back(CONTACT, held, view)

    record(workspace, [undone], actor="t", origin=PERSON, reason="张冠李戴")

    assert view_of(workspace).records("contact") == ()
    with pytest.raises(FactRefused, match="does not hold any more"):
        record(workspace, [undone], actor="t", origin=PERSON, reason="again")


def test_a_view_sees_nothing_that_came_after_it_was_opened(workspace: Workspace) -> None:
    view = view_of(workspace)

    record(workspace, [call(view)], actor="t", origin=PERSON)

    assert view.records("contact") == ()


def test_a_clerks_register_of_a_kind_is_imported_like_any_other(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet: list[list[object]] = [
        ["催收台账"],
        ["借款人", "身份证号码", "借据号", "催收日期", "催收方式", "金额（万元）", "反馈情况"],
        ["测试户1", id_number(1), "JJ20240001", "2025.3.1", "上门催收", 1.5, "答应六月还"],
        ["测试户1", id_number(1), "JJ20240001", "2025.6.30", "短信", 1.5, None],
    ]
    report = import_workbook(workspace, workbook(tmp_path / "c.xlsx", {"催收": sheet}), actor="t")
    again = import_workbook(workspace, tmp_path / "c.xlsx", actor="t")

    assert report.ok and report.added == {"record": 2}
    assert again.added == {} and again.corrected == {}
    visit, message = view_of(workspace).records("contact")
    assert visit.values["mode"] == "visit"
    assert visit.whole("amount_fen") == 1_500_000
    assert visit.sources["feedback"].cell == "G3"
    assert message.values["mode"] == "message"


def test_a_wrong_answer_that_a_kind_cannot_do_without_names_its_cell(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = [
        ["借款人", "借据号", "权证号", "日期", "出入库"],
        ["测试户1", "JJ20240001", "房证1", "2025.3.1", "搬家"],
    ]
    report = import_workbook(workspace, workbook(tmp_path / "c.xlsx", {"权证": sheet}), actor="t")

    assert not report.imported
    assert [(each.cell, each.code) for each in report.problems] == [("E2", "not_a_choice")]


def test_an_offices_own_word_is_kept_as_written_and_said_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = [
        ["借款人", "借据号", "催收日期", "催收方式"],
        ["测试户1", "JJ20240001", "2025.3.1", "托人捎话"],
    ]
    report = import_workbook(workspace, workbook(tmp_path / "c.xlsx", {"催收": sheet}), actor="t")

    assert report.imported
    assert any("kept as written" in each.message for each in report.findings)
    (row,) = register(view_of(workspace), "contact").text_rows("es")
    assert "托人捎话" in row


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("审理中", "heard"),
        ("已判决，执行中", "judged"),
        ("一审已判决", "judged"),
        ("未判决", None),
        ("尚未立案", None),
        ("二审", "appealed"),
        ("待定", None),
    ],
)
def test_an_answer_among_other_words_is_known_unless_it_is_negated(
    text: str, code: str | None
) -> None:
    assert chosen(KINDS["litigation"].field("stage"), text) == code


def test_a_kinds_register_lists_its_facts_with_choices_in_words(workspace: Workspace) -> None:
    record(workspace, [call(view_of(workspace))], actor="t", origin=PERSON)

    made = register(view_of(workspace), "contact")

    (row,) = made.text_rows("zh")
    assert row[made.headings("zh").index("催收方式")] == "电话"
    assert row[made.headings("zh").index("催收金额")] == "12,000.00"
    assert made.text_totals("es")[made.headings("es").index("Importe reclamado")] == "12,000.00"


def test_a_fact_about_a_loan_that_is_not_paid_out_yet_is_listed_without_it(
    workspace: Workspace,
) -> None:
    view = view_of(workspace)
    said = {"guarantor": "钱七", "on": "2024-03-01"}
    new = stated(KINDS["guarantee"], said, language="zh", view=view, loan="JJ20240001")
    record(workspace, [new], actor="t", origin=PERSON)

    before = register(view_of(workspace, date(2024, 3, 10)), "guarantee").text_rows("zh")
    after = register(view_of(workspace), "guarantee").text_rows("zh")

    assert [row[2] for row in before] == [""]
    assert [row[2] for row in after] == ["JJ20240001"]


def test_a_kinds_register_of_fewer_loans_leaves_out_what_is_about_others(
    workspace: Workspace,
) -> None:
    record(workspace, [call(view_of(workspace))], actor="t", origin=PERSON)

    view = view_of(workspace)

    assert len(register(view.where(unit="东河支行"), "contact").rows) == 1
    assert len(register(view.where(unit="西岭支行"), "contact").rows) == 0


def test_the_archive_alone_gives_stated_facts_back_row_for_row(workspace: Workspace) -> None:
    view = view_of(workspace)
    record(workspace, [call(view)], actor="t", origin=PERSON)
    (held,) = view_of(workspace).records("contact")
    better = stated(CONTACT, {"signed": "是"}, language="zh", view=view, correcting=held)
    record(workspace, [better], actor="u", origin=PERSON, reason="回执到了")
    before = facts_of(workspace)

    again = with_rebuilt_database(workspace)
    rebuild_from_archive(again)

    assert facts_of(again) == before
    assert catch_up_with_archive(again) == 0


def facts_of(workspace: Workspace) -> list[tuple[object, ...]]:
    with reading(workspace.engine) as connection:
        return [
            tuple(str(value) for value in row)
            for table in schema.FACTS.values()
            for row in connection.execute(select(table).order_by(table.c.id))
        ]


def with_rebuilt_database(workspace: Workspace) -> Workspace:
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    again = Workspace(workspace.root, workspace.settings)
    rebuild(again, lambda _done, _all: None)
    return again


EXAMPLES = {
    "text": "测试",
    "number": "ZJ2025001",
    "money": 1000,
    "date": date(2025, 6, 1),
    "period_end": "2025年6月",
    "days": 3,
    "decimal": 12.5,
    "count": 2,
    "year": 2025,
    "span": "2025年6月",
    "flag": "是",
    "class": "次级",
    "guarantee": "抵押",
    "phone": "13900000000",
}


@pytest.fixture(scope="module")
def one_loan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("kinds")
    made = create_workspace(folder / "workspace", Settings())
    import_workbook(
        made, workbook(folder / "a.xlsx", {"台账": loan_sheet([loan_row(1)])}), actor="t"
    )
    return made


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("whole", [True, False], ids=["all columns", "the needed ones"])
def test_a_kinds_own_register_is_recognised_and_read_whole(
    one_loan: Workspace, tmp_path: Path, kind: Kind, whole: bool
) -> None:
    """A sheet with the kind's titles as heads is that kind's register and no other."""
    wanted = {key for group in kind.needs for key in group} | {kind.dated_by}
    fields = [field for field in kind.fields if whole or field.required or field.key in wanted]
    about = {} if kind.about == OFFICE else {"借款人": "测试户1", "借据号": "JJ20240001"}
    heads = [*about, *(field.titles["zh"] for field in fields)]
    values = [
        *about.values(),
        *(
            field.choices[0].titles["zh"] if field.choices else EXAMPLES[field.grammar]
            for field in fields
        ),
    ]

    report = import_workbook(
        one_loan, workbook(tmp_path / "k.xlsx", {"表": [heads, values]}), actor="t", dry_run=True
    )

    assert [each.register for each in report.sheets] == [kind.name]
    assert report.problems == ()
    assert [each.code for each in report.findings if each.code == "unknown_column"] == []
    assert report.added == {"record": 1}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_says_where_it_comes_from(kind: Kind) -> None:
    assert kind.source
    assert all(set(field.titles) == {"zh", "es", "en"} for field in kind.fields)


def test_a_guarantors_id_number_is_hidden_in_print(workspace: Workspace) -> None:
    view = view_of(workspace)
    said = {"guarantor": "钱七", "identity": id_number(7), "on": "2025-01-02"}
    new = stated(KINDS["guarantee"], said, language="zh", view=view, loan="JJ20240001")
    record(workspace, [new], actor="t", origin=PERSON)

    (row,) = register(view_of(workspace), "guarantee").text_rows("zh")

    assert id_number(7) not in row
    assert any("*" * 8 in cell for cell in row)
