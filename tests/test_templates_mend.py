"""What is safe is mended, said, and nothing else is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from templates.check import check, fix_file
from templates.checking.check import check_parts
from templates.checking.mend import mended
from templates.package import unpacked
from templates.render import SHIPPED
from templates.shell import zipped
from tests.templates_reading import parts_of, with_text
from tests.test_templates_check import (
    Letter,
    cell,
    found,
    letter,
    looked_at,
    row,
    table,
    with_relation,
)


def mend(*blocks: str) -> tuple[str, list[str], list[str]]:
    """Return the words after mending, what was changed to what, and the codes still found."""
    parts, changes = mended(unpacked(letter(*blocks), "x"), Letter, "zh")
    left = check_parts(parts, Letter, "zh").findings
    xml = parts["word/document.xml"].decode("utf-8")
    words = re.sub(r"<[^>]*>", "", re.sub(r"</w:p>", "\n", xml)).strip()
    return words, [f"{one.before} → {one.after}" for one in changes], [one.code for one in left]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("致｛｛ borrower ｝｝：", "致{{ borrower }}："),
        ("{{ known_on｜年月日 }}", "{{ known_on|年月日 }}"),
        ("{％ if （manager） ％}有{％ endif ％}", "{% if (manager) %}有{% endif %}"),
        ("{% if borrower ＝＝ “甲，乙” %}{% endif %}", '{% if borrower == "甲，乙" %}{% endif %}'),
        ("{borrower}与｛manager｝", "{{ borrower }}与{{ manager }}"),
        ("{{ borower }}", "{{ borrower }}"),
        ("{{ 借款人 }}", "{{ borrower }}"),
        ("{{ balance|percnt }}", "{{ balance|percent }}"),
        ("｛｛ borower ｝｝", "{{ borrower }}"),
        ("（甲，乙）【丙】", "（甲，乙）【丙】"),
        ("{{ nothing_like_it }}", "{{ nothing_like_it }}"),
    ],
)  # fmt: skip
def test_a_line_is_put_right(before: str, after: str) -> None:
    words, changes, _left = mend(before)

    assert words == after
    assert bool(changes) == (before != after)


def test_a_name_with_two_candidates_is_left_to_the_clerk() -> None:
    words, changes, left = mend("{{ balance_c }}")

    assert words == "{{ balance_c }}"
    assert changes == []
    assert left == ["unknown_field"]


def test_the_ends_of_a_loop_are_put_at_one_level_where_both_are_alone() -> None:
    _words, changes, left = mend(
        table(
            row(cell("品种")),
            row(cell("{% for one in loans %}")),
            row(cell("{{ one.product }}")),
            row(cell("{%tr endfor %}")),
        ),
        "{% if manager %}",
        "有",
        "{% endif %}",
    )

    assert changes == [
        "{% for one in loans %} → {%tr for one in loans %}",
        "{% if manager %} → {%p if manager %}",
        "{% endif %} → {%p endif %}",
    ]
    assert left == []


def test_words_beside_a_line_tag_are_not_moved() -> None:
    words, changes, left = mend("次序 {%p if manager %}", "有", "{%p endif %}")

    assert words.startswith("次序 {%p if manager %}")
    assert changes == []
    assert left == ["swallowed"]


def test_a_cell_gets_the_line_that_would_be_left() -> None:
    filled = cell("{%p if manager %}", "有", "{%p endif %}")

    _words, changes, left = mend(table(row(filled)))

    assert len(changes) == 1
    assert left == []


def test_the_mended_tag_keeps_the_look_of_its_first_brace() -> None:
    runs = "".join(
        f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"
        for look, text in (("<w:b/>", "致｛"), ("<w:i/>", "｛ borrower"), ("<w:u/>", " ｝｝：谨"))
    )

    parts, _changes = mended(unpacked(letter(f"<w:p>{runs}</w:p>"), "x"), Letter, "zh")

    xml = parts["word/document.xml"].decode("utf-8")
    told = re.findall(r"<w:rPr><w:(\w)/></w:rPr><w:t[^>]*>([^<]*)<|<w:(i)/></w:rPr><w:t", xml)
    assert ("b", "致{{ borrower }}", "") in told
    assert ("u", "：谨", "") in told


def test_a_tie_to_a_template_is_undone() -> None:
    content = letter("甲")
    settings = "word/settings.xml"
    tied = with_text(content, "</w:settings>", "<w:attachedTemplate/></w:settings>", settings)
    relations = with_relation(content, "attachedTemplate", "file:///C:/a.dotm")
    parts = {
        **parts_of(tied),
        "word/_rels/settings.xml.rels": parts_of(relations)["word/_rels/document.xml.rels"],
    }
    assert [one.code for one in looked_at(zipped(parts)).findings] == ["external"]

    out, changes = mended(parts, Letter, "zh")

    assert [one.before for one in changes] == ["file:///C:/a.dotm"]
    assert b"attachedTemplate" not in out["word/settings.xml"]
    assert looked_at(zipped(out)).findings == ()


def test_what_is_sound_is_given_back_byte_for_byte() -> None:
    parts = unpacked(letter("尊敬的{{ borrower }}："), "x")

    assert mended(parts, Letter, "zh") == (parts, [])


def test_a_mended_template_has_nothing_more_to_mend() -> None:
    assert found("{{ borrower }}") == []


def test_the_file_as_it_was_is_kept_each_time(tmp_path: Path) -> None:
    sound = (SHIPPED / "zh" / "work-plan.docx").read_bytes()
    path = tmp_path / "work-plan.docx"

    for wrong in ("｛｛ year ｝｝", "{{ yeer }}"):
        path.write_bytes(with_text(sound, "{{ year }}", wrong))
        assert fix_file(path, None, "zh") != []
        assert check(path, None, "zh") == []

    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "work-plan.docx",
        "work-plan.docx.bak",
        "work-plan.docx.bak2",
    ]
    assert "｛｛ year ｝｝" in parts_of((tmp_path / "work-plan.docx.bak").read_bytes())[
        "word/document.xml"
    ].decode("utf-8")
