"""Every placeholder of every shipped template has its field, and every field its placeholder."""

from __future__ import annotations

import pytest

from templates.build.__main__ import built
from templates.check import checked_here, fields_of, listed, unused_fields
from templates.kinds import KINDS, UnknownKind, kind_of
from templates.render import SHIPPED

SHIPPED_FILES = sorted(SHIPPED.rglob("*.docx"))


def test_a_template_is_shipped_for_each_kind_and_language() -> None:
    wanted = {
        SHIPPED / lang / f"{kind.name}.docx" for kind in KINDS.values() for lang in kind.titles
    }

    assert set(SHIPPED_FILES) == wanted


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_placeholders_and_fields_are_the_same(path) -> None:  # type: ignore[no-untyped-def]
    assert checked_here(path, KINDS[path.stem], path.parent.name).findings == ()
    assert unused_fields(path) == []


@pytest.mark.parametrize("path", SHIPPED_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_build_script_makes_what_is_shipped(path) -> None:  # type: ignore[no-untyped-def]
    relative = path.relative_to(SHIPPED).as_posix()

    assert built()[relative] == path.read_bytes(), "edited by hand? then retire the build script"


def test_fields_of_a_kind_include_those_of_its_lines() -> None:
    fields = fields_of("annual-summary")

    assert {"Summary.heading", "ProductLine.granted_sum", "Sentence.text"} <= set(fields)
    assert "Sentence.figures" not in fields


def test_all_shipped_templates_are_listed_without_a_workspace() -> None:
    assert {one.path for one in listed()} == set(SHIPPED_FILES)
    assert not any(one.own for one in listed())


def test_an_unknown_kind_is_refused_with_the_nearest_or_with_all() -> None:
    with pytest.raises(UnknownKind, match="Did you mean annual-summary"):
        kind_of("anual-summary")
    with pytest.raises(UnknownKind, match=r"annual-summary \(年度总结\), .*borrowing-register"):
        kind_of("zzz")


def test_a_part_of_a_title_leads_to_the_kinds_that_have_it() -> None:
    with pytest.raises(UnknownKind, match=r"collection-notice \(逾期贷款催收通知书\)"):
        kind_of("催收")


def test_a_kind_is_known_by_its_title_in_any_language() -> None:
    assert kind_of("年度总结").name == kind_of("Resumen-anual").name == "annual-summary"
    # Another command makes a document of the same title.
    assert kind_of("移交清册").name == "transfer-checklist"


def test_a_kind_without_that_language_is_refused() -> None:
    with pytest.raises(UnknownKind, match="not available in es"):
        kind_of("score-sheet", "es")
