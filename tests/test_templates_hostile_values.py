"""Whatever a value holds, it stands in the document as one line of text, and nothing happens."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from extractors.wording import use_language
from ledger.figure import Figure
from templates import required
from templates.charts.chart import Chart
from templates.checking.check import check_parts
from templates.environment import without_controls
from templates.field_titles import shown, titles
from templates.kinds import KINDS
from templates.package import W, parsed, unpacked
from templates.placeholders import is_part, may_be_empty, printable
from templates.render import SHIPPED, rendered, shipped
from templates.word_template import RenderingFailed
from tests.hostile_values import hostile
from tests.templates_reading import packed, parts_of
from tests.test_templates_check import Letter

EVERY = [(kind.name, language) for kind in KINDS.values() for language in kind.titles]
VALUES = hostile()


def example_letter() -> Letter:
    return Letter(
        borrower="张三",
        manager=None,
        known_on=date(2026, 1, 5),
        balance=None,
        is_company=False,
        balance_chart=None,
        loans=(),
    )


def planted(value: Any, plant: Callable[[], str]) -> Any:
    """Return `value` with what `plant` gives in the place of every text in it."""
    match value:
        case str():
            return plant()
        case tuple():
            return tuple(planted(one, plant) for one in value)
        case Figure() | Chart():
            return value
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            kept = ("figures", "draft_number", "sources")
            fields = [one.name for one in dataclasses.fields(value) if one.name not in kept]
            changed = {name: planted(getattr(value, name), plant) for name in fields}
            return dataclasses.replace(value, **changed)
        case _:
            return value


def words_of(content: bytes) -> str:
    """Return all words of a document; every part of it is parsed strictly on the way."""
    words = []
    for name, data in parts_of(content).items():
        if name.endswith((".xml", ".rels")):
            tree = parsed(data)
            if name.startswith("word/"):
                words += [one.text or "" for one in tree.iter(f"{W}t")]
    return "".join(words)


def in_turn(values: list[str]) -> Iterator[str]:
    while True:
        yield from values


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_value_is_found_again_as_one_line(kind: str, language: str) -> None:
    template = shipped(kind, language)
    plain = KINDS[kind].example(language, 3)
    marks: list[str] = []

    def mark() -> str:
        marks.append(f"甲{len(marks):05d}乙")
        return marks[-1]

    shown = words_of(template.render(planted(plain, mark)))
    printed = [mark in shown for mark in marks]
    assert any(printed)

    values = in_turn(VALUES)
    for _round in range(-(-len(VALUES) // len(marks))):
        used: list[str] = []

        def value(used: list[str] = used) -> str:
            used.append(next(values))
            return used[-1]

        filled = planted(plain, value)
        content = template.render(filled)
        words = words_of(content)

        lost = [
            one
            for one, is_printed in zip(used, printed, strict=True)
            if is_printed and without_controls(one) not in words
        ]
        assert lost == []
        assert template.render(filled) == content


def test_a_value_is_one_line_without_signs_that_word_cannot_hold() -> None:
    for value in VALUES:
        line = without_controls(value)
        assert not set(line) & set("\n\r\t\v\f\x00\x07\x1b\ud800\udfff\ufffe\uffff\u202e\u2066")
        assert line.encode("utf-8")


def _is_there(value: Any, name: str) -> bool:
    return getattr(value, name) is not None


@pytest.fixture
def chinese() -> Iterator[None]:
    use_language("zh")
    yield
    use_language("en")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("kind", KINDS)
def test_each_field_removed_is_missed_by_its_chinese_name(kind: str) -> None:
    chosen = KINDS[kind]
    whole: Any = chosen.example(next(iter(chosen.titles)), 2)
    assert required.lacking(whole) == []
    wanted = [
        name
        for name, hint in printable(type(whole)).items()
        if not may_be_empty(hint) and _is_there(whole, name)
    ]

    for name in wanted:
        assert required.lacking(dataclasses.replace(whole, **{name: None})) == [shown(name)]

    lame = dataclasses.replace(whole, **dict.fromkeys(wanted))
    with pytest.raises(RenderingFailed, match="缺少"):
        rendered(chosen, lame, next(iter(chosen.titles)))


def _without_options(value: Any) -> Any:
    """Return `value` with everything left out that may be."""
    match value:
        case tuple():
            return tuple(_without_options(one) for one in value)
        case _ if dataclasses.is_dataclass(value) and is_part(type(value)):
            kind: Any = type(value)
            changed = {
                name: None if may_be_empty(hint) else _without_options(getattr(value, name))
                for name, hint in printable(kind).items()
                if name not in ("figures", "sources")
            }
            return dataclasses.replace(value, **changed)  # type: ignore[type-var]
        case _:
            return value


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_what_is_not_known_is_a_blank_and_never_none(kind: str, language: str) -> None:
    values = _without_options(KINDS[kind].example(language, 2))

    words = words_of(shipped(kind, language).render(values))

    assert "None" not in words


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_field_that_was_renamed_is_missed_by_the_check(kind: str, language: str) -> None:
    content = (SHIPPED / language / f"{kind}.docx").read_bytes()
    parts = parts_of(content)
    first = next(
        name
        for name, hint in printable(KINDS[kind].fields).items()
        if f"{{{{ {name} " in parts["word/document.xml"].decode("utf-8")
        or f"{{{{ {name}|" in parts["word/document.xml"].decode("utf-8")
    )
    xml = parts["word/document.xml"].decode("utf-8").replace(f"{{{{ {first}", f"{{{{ {first}_old")
    damaged = unpacked(packed({**parts, "word/document.xml": xml.encode("utf-8")}), "x")

    findings = check_parts(damaged, KINDS[kind].fields, language).findings

    assert "unknown_field" in [one.code for one in findings]
    assert any(f"{first}?" in one.message or first in one.message for one in findings)


def test_every_field_of_every_document_has_a_chinese_and_a_spanish_name() -> None:
    named, wanted = titles(), set[str]()
    seen: set[type] = set()

    def collect(kind: Any) -> None:
        if kind in seen or kind is Chart:
            return
        seen.add(kind)
        from templates.placeholders import innermost

        for name, hint in printable(kind).items():
            wanted.add(name)
            if is_part(innermost(hint)):
                collect(innermost(hint))

    for one in KINDS.values():
        collect(one.fields)

    lacking = sorted(name for name in wanted if not {"zh", "es"} <= named.get(name, {}).keys())
    assert lacking == [], "add them to templates/field_titles.toml"
