"""A clerk takes a copy of a template, edits it, checks it, looks at it, and has it approved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

import cli
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from templates import approval, child
from templates.check import listed
from templates.checking.finding import TemplateInvalid
from templates.kinds import KINDS
from templates.lengthened import lengthened
from templates.own import eject
from templates.preview import previews
from templates.render import SHIPPED, rendered
from tests.templates_reading import text_of, with_text

KIND = KINDS["volume-note"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "office", Settings(office=OfficeSettings(language="en")))


def run(workspace: Workspace, *words: str) -> Result:
    return CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "templates", *words])


def own(workspace: Workspace) -> Path:
    return workspace.own_templates / "volume-note.docx"


def damage(path: Path, old: str, new: str) -> None:
    path.write_bytes(with_text(path.read_bytes(), old, new))


def test_a_copy_is_made_once_and_never_overwritten(workspace: Workspace) -> None:
    first = run(workspace, "eject", "卷内备考表", "--lang", "zh")
    damage(own(workspace), "备考表", "备考表（本社）")
    again = run(workspace, "eject", "volume-note", "--lang", "zh")

    assert first.exit_code == 0
    assert "hudang templates check" in first.stderr
    assert again.exit_code == 2
    assert "left as it is" in again.stderr
    assert "（本社）" in text_of(own(workspace).read_bytes())


def test_the_list_says_what_was_changed_and_what_the_program_has_changed_since(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")

    def states() -> tuple[bool | None, bool | None]:
        found = next(one for one in listed(workspace) if one.own)
        return found.changed, found.outdated

    assert states() == (False, False)
    damage(own(workspace), "备考表", "备考表（本社）")
    assert states() == (True, False)

    newer = tmp_path / "word"
    (newer / "zh").mkdir(parents=True)
    (newer / "zh" / "volume-note.docx").write_bytes(b"another")
    monkeypatch.setattr("templates.own.SHIPPED", newer)
    assert states() == (True, True)


def test_a_copy_made_by_hand_has_no_known_origin(workspace: Workspace) -> None:
    own(workspace).write_bytes((SHIPPED / "zh" / "volume-note.docx").read_bytes())

    assert [one.changed for one in listed(workspace) if one.own] == [None]


def test_all_own_templates_are_checked_at_once(workspace: Workspace) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    run(workspace, "eject", "volume-note", "--lang", "es")
    sound = run(workspace, "check")
    damage(own(workspace), "{{ institution }}", "｛｛ institution ｝｝")
    bad = run(workspace, "check", "--json")

    assert sound.exit_code == 0
    assert bad.exit_code == 1
    found = {Path(one["file"]).parent.name: one["findings"] for one in json.loads(bad.stdout)}
    assert found["es"] == []
    assert [one["code"] for one in found["templates"]] == ["full_width"]


def test_a_file_that_no_document_is_called_by_is_told_of(workspace: Workspace) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    own(workspace).rename(workspace.own_templates / "备考表最终版.docx")

    result = run(workspace, "check", "--json")

    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)
    assert found["file"].endswith("备考表最终版.docx")
    assert [one["code"] for one in found["findings"]] == ["unknown_kind"]


def test_fixing_says_what_was_changed_and_leaves_the_rest(workspace: Workspace) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    damage(own(workspace), "{{ institution }}", "｛｛ institution ｝｝")

    told = run(workspace, "check", "volume-note")
    fixed = run(workspace, "check", "volume-note", "--fix")

    assert told.exit_code == 1
    assert "--fix" in told.stderr
    assert fixed.exit_code == 0
    assert "｛｛ institution ｝｝ is now {{ institution }}" in fixed.stdout
    assert own(workspace).with_name("volume-note.docx.bak").exists()


def test_a_bad_own_template_makes_no_document_at_all(workspace: Workspace) -> None:
    path = eject(workspace, KIND, "zh", on=date(2026, 1, 5))
    damage(path, "{{ institution }}", "｛｛ institution ｝｝")

    with pytest.raises(TemplateInvalid, match="institution"):
        rendered(KIND, KIND.example("zh", 1), "zh", workspace.own_templates)


def test_fields_that_a_copy_leaves_out_are_only_a_note(workspace: Workspace) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    word = docx.Document(str(own(workspace)))
    for paragraph in word.paragraphs:
        if "{{ household_number }}" in paragraph.text:
            paragraph.text = "（户号从略）"
    word.save(str(own(workspace)))

    result = run(workspace, "check", "volume-note", "--json")

    assert result.exit_code == 0, result.stdout
    notes = json.loads(result.stdout)["findings"]
    assert {one["weight"] for one in notes} <= {"note"}


def test_a_preview_shows_no_line_one_many_and_the_longest_names(workspace: Workspace) -> None:
    made = {one.name: text_of(one.content) for one in previews(KIND, "es", None, (0, 1, 40))}

    assert len(made) == 4
    nothing, one, many, longest = made.values()
    assert nothing.count("\n") < one.count("\n") < many.count("\n")
    assert "Santísima Trinidad" in longest


def test_previews_lie_in_a_folder_of_their_own_and_take_the_place_of_earlier_ones(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("templates.pdf.converter", lambda: None)
    run(workspace, "preview", "volume-note", "--rows", "0,2", "--lang", "zh")
    result = run(workspace, "preview", "volume-note", "--rows", "0,2", "--lang", "zh")

    assert result.exit_code == 0
    assert "LibreOffice" in result.stderr
    assert len(list((workspace.out / "preview").iterdir())) == 3


def test_long_examples_keep_numbers_dates_and_sentences() -> None:
    kind = KINDS["maturity-letter"]
    plain: Any = kind.example("zh", 2)

    longer: Any = lengthened(plain, "zh")

    assert type(longer) is type(plain)
    assert longer.known_on == plain.known_on
    assert len(longer.borrower) > len(plain.borrower)
    assert longer.household_number == plain.household_number


def approving(workspace: Workspace) -> Workspace:
    settings = workspace.root / "hudang.toml"
    text = settings.read_text(encoding="utf-8")
    assert "approval = false" in text
    settings.write_text(text.replace("approval = false", "approval = true"), encoding="utf-8")
    return open_workspace(workspace.root)


def test_where_approval_is_wanted_a_changed_template_is_approved_again(
    workspace: Workspace,
) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    workspace = approving(workspace)

    with pytest.raises(TemplateInvalid, match="approve"):
        approval.own_templates(workspace, KIND, "zh")
    assert run(workspace, "approve", "volume-note", "--by", "李主任").exit_code == 0
    assert approval.own_templates(workspace, KIND, "zh") == workspace.own_templates

    damage(own(workspace), "备考表", "备考表（改）")
    with pytest.raises(TemplateInvalid, match="approve"):
        approval.own_templates(workspace, KIND, "zh")
    # The shipped ones need none.
    approval.own_templates(workspace, KIND, "es")


def test_a_template_with_a_fault_is_not_approved(workspace: Workspace) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    damage(own(workspace), "{{ institution }}", "{{ institutoin }}")

    result = run(workspace, "approve", "volume-note", "--by", "李主任")

    assert isinstance(result.exception, TemplateInvalid)
    assert not approval.is_approved(workspace, own(workspace))


def test_a_check_that_takes_too_long_is_a_finding(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(workspace, "eject", "volume-note", "--lang", "zh")
    monkeypatch.setattr(child, "TIME_LIMIT_S", 0)

    result = run(workspace, "check", "volume-note", "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["findings"][0]["code"] == "package"
