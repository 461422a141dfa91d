"""A template may print, loop and ask; whatever else it tries is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.settings import Settings
from templates import child, examples
from templates.check import check, listed
from templates.checking.finding import TemplateInvalid
from templates.kinds import KINDS
from templates.render import SHIPPED, rendered
from templates.word_template import RenderingFailed, compiled
from tests.templates_reading import packed, parts_of, text_of, with_text

KIND = KINDS["work-plan"]
SOUND = (SHIPPED / "zh" / "work-plan.docx").read_bytes()

PAYLOADS = (
    "''.__class__.__mro__[1].__subclasses__()",
    "year.__class__",
    "institution.upper()",
    "situation.__init__.__globals__",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "lipsum.__globals__['os']",
    "namespace()",
    "range(10)",
    "dict(a=1)",
    "self._TemplateReference__context",
    "situation|attr('__class__')",
    "situation|map(attribute='text')|join",
    "institution|format(1)",
    "'%s'|format(1)",
    "'{0.__class__}'.format(1)",
    "institution.format_map({})",
    "''|safe",
    "situation|list",
    "months|length",
    "'a' * 1000000000",
    "9 ** 9 ** 9",
    "1 + 1",
    "-year",
    "'%1000000000s' % 1",
    "_printed.append('x')",
    "_printed",
    "situation",
    "situation[0].figures.count('x')",
    "opening_on.year",
    "opening_on.strftime('%s')",
    "month_total.count.rows[0].source",
    "loop.index",
    "request",
    "config",
    "url_for('x')",
    "undefined_name",
    "''.join(['a'])",
    "institution['__class__']",
    "situation['__class__']",
    "g.pop",
    "super()",
)


def compiled_with(payload: str) -> bytes:
    return with_text(SOUND, "九、工作要求", f"{{{{ {payload.replace('&', '&amp;')} }}}}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_template_cannot_do_more_than_print(payload: str) -> None:
    with pytest.raises((TemplateInvalid, RenderingFailed)):
        compiled(compiled_with(payload), name="x.docx", kind=KIND.fields, language="zh").render(
            examples.example("work-plan")
        )


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% set x = situation.__class__ %}{{ x }}",
        "{% macro m() %}a{% endmacro %}{{ m() }}",
        "{% call situation() %}{% endcall %}",
        "{% for a in year %}{% endfor %}",
        "{% do 1 %}",
    ],
)
def test_a_template_cannot_load_define_or_call(tag: str) -> None:
    with pytest.raises((TemplateInvalid, RenderingFailed)):
        compiled(
            with_text(SOUND, "九、工作要求", tag), name="x.docx", kind=KIND.fields, language="zh"
        ).render(examples.example("work-plan"))


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% from 'os' import path %}",
        "{% extends 'x' %}",
        "{% macro m() %}a{% endmacro %}",
        "{% call situation() %}{% endcall %}",
    ],
)
def test_the_check_already_refuses_what_loads_or_defines(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "work-plan.docx"
    path.write_bytes(with_text(SOUND, "九、工作要求", tag))

    assert "forbidden" in [one.code for one in check(path)]


@pytest.mark.parametrize(
    ("damage", "code", "place", "message"),
    [
        (("{{ year }}", "{{ yaer }}"), "unknown_field", "yaer", "did you mean year?"),
        (("{{ one.opening|cell }}", "{{ one.openning|cell }}"), "unknown_field", "openning",
         "did you mean one.opening?"),
        (("{{ year }}", "｛｛ year ｝｝"), "full_width", "year", "full-width"),
        (("{{ year }}", "{｛ year }}"), "full_width", "year", "full-width"),
        (("one.opening|cell", "one.opening｜cell"), "full_width", "opening", "full-width"),
        (("|年月日", "|年月"), "unknown_filter", "年月", "年月日"),
        (("{{ year }}", "{{ year }"), "unclosed", "year", "no end"),
        (("{%p for one in situation %}", "次序 {%p for one in situation %}"), "swallowed",
         "次序", "vanish"),
        (("{%tr for one in goals %}", "目标 {%tr for one in goals %}"), "swallowed", "目标",
         "vanish"),
    ],
)  # fmt: skip
def test_a_slip_of_the_clerk_is_named_with_its_place(
    tmp_path: Path, damage: tuple[str, str], code: str, place: str, message: str
) -> None:
    path = tmp_path / "work-plan.docx"
    path.write_bytes(with_text(SOUND, *damage))

    findings = check(path)

    assert code in [one.code for one in findings]
    found = next(one for one in findings if one.code == code)
    assert place in found.place
    assert message in found.message


def test_a_loop_that_ends_at_another_level_is_not_written() -> None:
    broken = with_text(SOUND, "{%tr for one in goals %}", "{% for one in goals %}")

    with pytest.raises((TemplateInvalid, RenderingFailed)):
        compiled(broken, name="x.docx", kind=KIND.fields, language="zh").render(
            examples.example("work-plan")
        )


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"not a zip",
        SOUND[:2000],
        packed({"x": b""}),
        packed({**parts_of(SOUND), "word/vbaProject.bin": b"x"}),
        with_text(SOUND, "<w:body>", "<w:bodyy>"),
        packed(
            {**parts_of(SOUND), "word/header1.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
        ),
    ],
    ids=["empty", "no zip", "cut", "no document", "macros", "broken", "doctype"],
)
def test_what_is_no_sound_word_document_is_refused(damaged: bytes) -> None:
    with pytest.raises(TemplateInvalid):
        compiled(damaged, name="x.docx", kind=KIND.fields, language="zh")


def test_the_departments_own_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "work-plan.docx").write_bytes(with_text(SOUND, "九、工作要求", "九、本社要求"))

    text = text_of(rendered(KIND, examples.example("work-plan"), "zh", tmp_path))

    assert "九、本社要求" in text
    assert "九、工作要求" not in text


def test_an_own_chinese_template_is_not_taken_for_another_language(tmp_path: Path) -> None:
    kind = KINDS["annual-summary"]
    (tmp_path / "annual-summary.docx").write_bytes(b"not looked at")

    text = text_of(rendered(kind, examples.example(kind.name, "es"), "es", tmp_path))

    assert "Resumen de crédito: 2025" in text


def test_a_bad_own_template_is_refused_from_the_child_with_its_findings(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "work-plan.docx").write_bytes(with_text(SOUND, "{{ year }}", "{{ yaer }}"))

    with pytest.raises(TemplateInvalid, match="yaer"):
        rendered(KIND, examples.example("work-plan"), "zh", tmp_path)


def test_an_own_template_that_never_ends_takes_only_its_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loops = "".join(f"{{% for a{n} in months %}}" for n in range(10))
    ends = "{% endfor %}" * 10
    (tmp_path / "work-plan.docx").write_bytes(
        with_text(SOUND, "九、工作要求", f"{loops}{{{{ year }}}}{ends}")
    )
    monkeypatch.setattr(child, "TIME_LIMIT_S", 3)

    with pytest.raises(RenderingFailed):
        rendered(KIND, examples.example("work-plan"), "zh", tmp_path)


def test_own_templates_are_listed_as_own(tmp_path: Path) -> None:
    class Office:
        own_templates = tmp_path
        settings = Settings()

    (tmp_path / "work-plan.docx").write_bytes(SOUND)

    own = [one.kind for one in listed(Office()) if one.own]  # type: ignore[arg-type]

    assert own == ["work-plan"]


def test_a_value_that_does_not_reach_the_text_is_not_lost_in_silence() -> None:
    hidden = with_text(SOUND, 'w:val="TitleAbove"/>', 'w:val="TitleAbove {{ institution }}"/>')
    template = compiled(hidden, name="x.docx", kind=KIND.fields, language="zh", ours=True)

    with pytest.raises(RenderingFailed, match="lost a value"):
        template.render(examples.example("work-plan"))


def test_a_field_beside_another_of_its_type_is_still_checked_in_loops() -> None:
    wrong = with_text(SOUND, "{{ one.visits|cell }}", "{{ one.opening|cell }}")

    with pytest.raises(TemplateInvalid, match="opening"):
        compiled(wrong, name="x.docx", kind=KIND.fields, language="zh")
