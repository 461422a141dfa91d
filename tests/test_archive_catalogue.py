"""Filing schemes, the catalogue of a household's file, and archive numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive import browse, catalogue, documents, schemes
from archive.catalogue import Catalogue
from archive.database import reading
from archive.settings import Settings, SettingsInvalid, load
from archive.workspace import Workspace
from extractors.forms import ALL as FORMS
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in

CONTRACT = paper(
    borrower="王小明", lender="柳河信用社", id_number=IDS[0], contract_no="HT-1",
    sign_date="2024-03-01",
)  # fmt: skip
NOTE = paper("iou", borrower="王小明", iou_no="JJ-1", contract_no="HT-1", sign_date="2024-03-02")
LATE = paper("inspection_report", borrower="王小明", contract_no="HT-1", inspect_date="2024-09-01")
EARLY = paper("inspection_report", borrower="王小明", contract_no="HT-1", inspect_date="2024-06-01")
CERTIFICATE = paper("mortgage_registration", main_contract_no="HT-1", certificate_no="ZM-9")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_workspace(tmp_path / "w")
    papers = (CONTRACT, LATE, NOTE, EARLY, CERTIFICATE)
    for number, data in enumerate(papers):
        drop(workspace, f"{number}.json", data)
        take_in(workspace)
    return workspace


def listed(workspace: Workspace) -> Catalogue:
    with reading(workspace.engine) as connection:
        return catalogue.of_household(connection, workspace, 1, language="zh")


def with_scheme(workspace: Workspace, name: str) -> Workspace:
    archive = replace(workspace.settings.archive, scheme=name)
    return replace(workspace, settings=replace(workspace.settings, archive=archive))


@pytest.mark.parametrize("name", schemes.names())
def test_every_type_of_paper_has_a_place_in_every_scheme(name: str) -> None:
    scheme = schemes.scheme(name)

    assert scheme.places.keys() == FORMS.keys()


@pytest.mark.parametrize("name", schemes.names())
def test_every_scheme_divides_the_whole_contents_among_its_categories(name: str) -> None:
    scheme = schemes.scheme(name)

    held = [slot for category in scheme.categories for slot in category.contents]
    assert sorted(held) == sorted(schemes.contents())
    assert scheme.default in {category.number for category in scheme.categories}
    assert all(title for category in scheme.categories for title in category.titles.values())


def test_there_are_schemes_a_to_f_and_a_is_the_default() -> None:
    assert schemes.names() == ("A", "B", "C", "D", "E", "F")
    assert Settings().archive.scheme == schemes.STANDARD == "A"


def test_scheme_a_is_the_class_that_each_form_states() -> None:
    scheme = schemes.scheme("A")

    assert {name: scheme.place(name).category for name in FORMS} == {
        name: form.category for name, form in FORMS.items()
    }


def test_a_type_that_no_place_names_comes_last_in_the_default_category() -> None:
    scheme = schemes.scheme("E")

    place = scheme.place("letter_from_the_moon")
    assert place.category == scheme.default
    assert place.order > max(one.order for one in scheme.places.values())


def test_papers_stand_by_category_then_order_then_date(workspace: Workspace) -> None:
    entries = listed(workspace).entries

    assert [(e.number, e.category, e.title, str(e.dated_on or "")) for e in entries] == [
        (1, 1, "不动产登记证明", ""),
        (2, 2, "借款合同", "2024-03-01"),
        (3, 2, "借据", ""),
        (4, 3, "贷后检查报告", "2024-06-01"),
        (5, 3, "贷后检查报告", "2024-09-01"),
    ]


def test_an_entry_says_its_number_who_made_it_and_its_pages(workspace: Workspace) -> None:
    _certificate, contract, note, *_reports = listed(workspace).entries

    assert (contract.document_no, contract.responsible) == ("HT-1", "柳河信用社")
    assert (note.document_no, note.responsible) == ("JJ-1", "王小明")
    assert (contract.page_from, contract.page_to, note.page_from) == (2, 2, 3)
    assert contract.archive_number == "0001-XD·2024-D10-00001-001"


def test_another_scheme_rearranges_views_and_touches_nothing_filed(workspace: Workspace) -> None:
    before = sorted(p for p in workspace.archive.rglob("*") if p.is_file())
    other = with_scheme(workspace, "D")

    assert [e.category for e in listed(other).entries] == [1, 2, 2, 2, 2]
    browse.rebuild(other, lambda *_counts: None)
    folders = {p.parent.name for p in other.browse.rglob("0*.txt")}
    assert folders == {
        "1_first-class documents (security)", "2_second-class documents",
    }  # fmt: skip
    assert sorted(p for p in workspace.archive.rglob("*") if p.is_file()) == before


def test_the_papers_of_a_scan_stand_for_it(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    drop(workspace, "scan.json", scan_of(CONTRACT, NOTE))
    take_in(workspace)

    assert [(e.title, e.within) for e in listed(workspace).entries] == [
        ("借款合同", 1),
        ("借据", 2),
    ]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{institution}-{village}-{household}-{item}", "{village}"),
        ("{institution}-{year}-{item}", "{household}"),
        ("{household}-{item", "not a pattern"),
        ("{household:zz}-{item}", "cannot be filled in"),
        ("{household}-{item.real}", "item.real"),
    ],
)
def test_a_pattern_that_cannot_number_papers_is_refused_at_the_start(
    tmp_path: Path, pattern: str, said: str
) -> None:
    settings = tmp_path / "hudang.toml"
    settings.write_text(f'[archive]\nnumber_pattern = "{pattern}"\n', encoding="utf-8")

    with pytest.raises(SettingsInvalid) as refused:
        load(settings)
    assert said in str(refused.value)


def test_a_scheme_nobody_declared_is_refused_with_those_there_are(tmp_path: Path) -> None:
    settings = tmp_path / "hudang.toml"
    settings.write_text('[archive]\nscheme = "G"\n', encoding="utf-8")

    with pytest.raises(SettingsInvalid, match="A, B, C, D, E, F"):
        load(settings)


def test_numbers_of_two_objects_are_never_the_same(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        own = documents.documents_of(connection, 1)[0]
    other = replace(own, object_id="urn:xdh:dept:2026-002")

    numbers = {documents.archive_number(workspace, each) for each in (own, other)}
    assert len(numbers) == 2
    assert any(number.endswith("-D2026-002") for number in numbers)
