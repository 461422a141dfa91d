"""What a hostile template tries: the check refuses it, and behind the check the sandbox does."""

from __future__ import annotations

import dataclasses
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates import child
from templates.checking.finding import FAULT, TemplateInvalid
from templates.kinds import KINDS
from templates.package import unpacked
from templates.render import SHIPPED, rendered
from templates.word_template import RenderingFailed, compiled
from tests.templates_reading import packed, parts_of, with_text
from tests.test_templates_check import Letter, letter, looked_at, row, table

KIND = KINDS["volume-note"]
SOUND = (SHIPPED / "zh" / "volume-note.docx").read_bytes()

EXPRESSIONS = (
    # walks to Python's classes and modules
    "''.__class__", "''.__class__.__mro__[1].__subclasses__()", "().__class__.__base__",
    "borrower.__class__.__init__.__globals__", "loans.__class__", "loans.__len__()",
    "known_on.__class__.__subclasses__()", "known_on.today()", "known_on.strftime('%s')",
    "balance.__dataclass_fields__", "balance.rows", "balance.rows[0].source", "balance.value",
    "borrower['__class__']", "borrower[0]", "loans[0].__class__", "[].__class__", "{}.__class__",
    "self", "self._TemplateReference__context", "self.__init__.__globals__",
    "caller", "caller()", "varargs", "kwargs", "context", "environment", "g.pop", "request",
    "config", "url_for.__globals__", "get_flashed_messages", "__builtins__", "_printed",
    "_charts", "_printed.append('x')",
    # names that Jinja2 brings along
    "cycler.__init__.__globals__.os.popen('touch CANARY').read()", "joiner()", "namespace()",
    "namespace(a=1).a", "lipsum.__globals__['os'].system('touch CANARY')", "lipsum()", "dict(a=1)",
    "range(10)", "range(1000000000)|list", "_('a')", "gettext('%(a)s', a=1)", "ngettext('a','b',1)",
    "super()", "loop", "loop.cycle('a', 'b')", "loop.__init__", "loop.previtem",
    # filters
    "loans|attr('__class__')", "borrower|attr('format')", "loans|map(attribute='product')|join",
    "loans|selectattr('product')|list", "loans|groupby('product')", "loans|list", "loans|length",
    "borrower|format(1)", "'%s'|format(borrower)", "borrower|safe", "'<w:p/>'|safe", "borrower|e",
    "borrower|upper|lower", "borrower|replace('a', 'b')", "loans|tojson", "loans|pprint",
    "borrower|xmlattr", "borrower|urlize", "loans|random", "borrower|string",
    "balance_chart|_numbered('word/document.xml')", "borrower|_related", "borrower|_described",
    # strings, computing
    "'{0.__class__}'.format(1)", "borrower.format_map({})", "''.join(['a'])", "borrower.upper()",
    "'a' * 1000000000", "9 ** 9 ** 9", "'%1000000000s' % 1", "1 + 1", "-1", "borrower ~ borrower",
    "[1, 2]", "(1, 2)", "{'a': 1}", "[borrower][0]", "loans[0]", "loans[0:1]", "loans[-1]",
    # tests
    "borrower is callable", "borrower is sameas borrower", "borrower is filter", "1 is odd",
)  # fmt: skip
STATEMENTS = (
    "{% include 'a.docx' %}", "{% include '/etc/passwd' %}", "{% import 'os' as os %}",
    "{% from 'os' import system %}", "{% extends 'a' %}", "{% macro m() %}a{% endmacro %}{{ m() }}",
    "{% call loans() %}{% endcall %}", "{% set a = borrower.__class__ %}{{ a }}",
    "{% set a %}x{% endset %}{{ a }}", "{% set ns = namespace(a=1) %}{{ ns.a }}",
    "{% set borrower = 'x' %}", "{% block a %}{{ self.a() }}{% endblock %}",
    "{% filter upper %}a{% endfilter %}", "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% autoescape false %}{{ borrower }}{% endautoescape %}",
    "{% raw %}{{ borrower }}{% endraw %}", "{% do loans.append(1) %}", "{% debug %}",
    "{% trans %}a{% endtrans %}", "{% for a in loans recursive %}{{ loop(loans) }}{% endfor %}",
    "{% for a, b in loans %}{% endfor %}", "{% for a in range(9) %}{% endfor %}",
    "{% for a in 'abc' %}{{ a }}{% endfor %}", "{% for a in [1, 2] %}{{ a }}{% endfor %}",
    "{% for a in loans.__class__.__mro__ %}{% endfor %}", "{% for a.b in loans %}{% endfor %}",
    "{% if borrower.__class__ %}a{% endif %}", "{% if cycler %}a{% endif %}",
    "{% for a in loans if a.__class__ %}{% endfor %}", "{{ borrower if borrower.upper() else 1 }}",
    "{{ borrower if (1).__class__ }}", "{% break %}", "{% continue %}", "{% colspan borrower %}",
    "{% cellbg borrower %}", "{% hm %}", "{{r borrower }}", "{{p borrower }}",
)  # fmt: skip
PAYLOADS = tuple(f"{{{{ {one} }}}}" for one in EXPRESSIONS) + STATEMENTS


def with_payload(payload: str, directory: Path) -> bytes:
    words = payload.replace("CANARY", str(directory / "canary"))
    return letter(words.replace("&", "&amp;").replace("<", "&lt;"))


def test_there_are_more_payloads_than_the_plan_of_faults_asks_for() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_check_refuses_it_with_its_place(payload: str, tmp_path: Path) -> None:
    findings = looked_at(with_payload(payload, tmp_path)).findings

    assert any(one.weight == FAULT and one.place for one in findings)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_behind_the_check_it_still_does_nothing(payload: str, tmp_path: Path) -> None:
    from tests.test_templates_hostile_values import example_letter

    content = with_payload(payload, tmp_path)
    ran: list[str] = []

    def hook(event: str, _arguments: object) -> None:
        if watched and event in ("os.system", "subprocess.Popen", "os.exec", "import", "open"):
            ran.append(event)

    watched = False
    sys.addaudithook(hook)
    try:
        template = compiled(content, name="x", kind=Letter, language="zh", ours=True)
        watched = True
        made = template.render(example_letter())
    except (TemplateInvalid, RenderingFailed):
        made = b""
    finally:
        watched = False

    assert not (tmp_path / "canary").exists()
    assert set(ran) <= {"import"}
    # What prints after all prints a value of the document, not Python's.
    words = b"".join(parts_of(made).values()).decode("utf-8", "ignore") if made else ""
    assert not [one for one in ("&lt;class", "&lt;built-in", "object at 0x") if one in words]


def test_a_file_called_like_code_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "{{ ''.__class__ }}.docx"
    path.write_bytes(SOUND)

    assert looked_at(letter("甲")).findings == ()
    assert unpacked(path.read_bytes(), path.name)


def own(folder: Path, content: bytes) -> Path:
    (folder / "volume-note.docx").write_bytes(content)
    return folder


def inserted(words: str) -> bytes:
    paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    return with_text(SOUND, "<w:sectPr", f"{paragraph}<w:sectPr")


@pytest.mark.parametrize("payload", [EXPRESSIONS[1], "lipsum.__globals__['os'].system('id')"])
def test_the_child_refuses_it_with_the_same_finding(payload: str, tmp_path: Path) -> None:
    folder = own(tmp_path, inserted(f"{{{{ {payload} }}}}"))

    with pytest.raises(TemplateInvalid, match=r"compute or load|no field|has no"):
        rendered(KIND, KIND.example("zh", 1), "zh", folder)


# Bombs: they take only the child, and a person is told.


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts_of(SOUND).items():
            package.writestr(name, data)
        with package.open("word/media.bin", "w") as file:
            for _megabyte in range(80):
                file.write(bytes(1024 * 1024))
    return out.getvalue()


def lying_zip() -> bytes:
    """Its directory says that the largest part is small."""
    content = bytearray(zip_bomb())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


def with_document(xml: str) -> bytes:
    return packed({**parts_of(SOUND), "word/document.xml": xml.encode("utf-8")})


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + f']><w:document xmlns:w="{WORD}">&a9;</w:document>'
)
BOMBS: dict[str, Callable[[], bytes]] = {
    "zip bomb": zip_bomb,
    "zip that lies": lying_zip,
    "many parts": lambda: packed(
        {**parts_of(SOUND), **{f"word/media/{n}.png": b"" for n in range(2000)}}
    ),
    "billion laughs": lambda: with_document(LAUGHS),
    "entity of a file": lambda: with_document(
        f'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{WORD}">&a;'
        "</w:document>"
    ),
    "deep elements": lambda: with_document(
        f'<w:document xmlns:w="{WORD}">' + "<w:p>" * 50_000 + "</w:p>" * 50_000 + "</w:document>"
    ),
    "a name without end": lambda: with_document(f'<w:document xmlns:w="{"a" * 20_000_000}"/>'),
    "deep brackets": lambda: inserted("{{ " + "(" * 20_000 + "institution" + ")" * 20_000 + " }}"),
    "not not not": lambda: inserted("{% if " + "not " * 50_000 + "institution %}a{% endif %}"),
    "ors without end": lambda: inserted("{% if " + "institution or " * 50_000 + "1 %}{% endif %}"),
    "many loops in one another": lambda: inserted(
        "".join(f"{{% for a{n} in changes %}}" for n in range(300)) + "{% endfor %}" * 300
    ),
}


# Those that the check answers are tried in this process, the others in a child.
CHECKED = ("many parts", "billion laughs", "entity of a file", "deep elements", "deep brackets",
           "not not not", "ors without end", "many loops in one another", "zip bomb")  # fmt: skip


@pytest.mark.parametrize("name", CHECKED)
def test_a_bomb_is_refused_by_the_check(name: str) -> None:
    with pytest.raises(TemplateInvalid) as refused:
        compiled(BOMBS[name](), name="x", kind=KIND.fields, language="zh")

    assert len(str(refused.value)) < 2_000


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_the_child_with_a_message(
    bomb: Callable[[], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT_S", 8)
    folder = own(tmp_path, bomb())

    with pytest.raises((TemplateInvalid, RenderingFailed)) as refused:
        rendered(KIND, KIND.example("zh", 3), "zh", folder)

    assert len(str(refused.value)) < 2_000


def loops(depth: int, inside: str) -> bytes:
    begin = "".join(f"{{% for a{n} in changes %}}" for n in range(depth))
    return inserted(begin + inside + "{% endfor %}" * depth)


@pytest.mark.parametrize("inside", ["{{ institution }}", ""], ids=["printing", "silent"])
def test_a_template_that_never_ends_is_ended(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT_S", 3)
    folder = own(tmp_path, loops(10, inside))

    few: Any = KIND.example("zh", 40)
    # Forty lines, gone through ten deep: no machine ends that.
    many = dataclasses.replace(few, changes=few.changes * 10)

    with pytest.raises(RenderingFailed, match=r"took more than|more memory or time"):
        rendered(KIND, many, "zh", folder)


def test_a_template_that_eats_memory_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MEMORY_MB", 256)
    folder = own(tmp_path, loops(10, "户" * 10_000))

    with pytest.raises(RenderingFailed, match="more memory or time"):
        rendered(KIND, KIND.example("zh", 40), "zh", folder)


def test_a_large_template_is_checked_in_time() -> None:
    rows = [row(f"<w:tc>{'<w:p/>' if n % 2 else '<w:p><w:r><w:t>甲</w:t></w:r></w:p>'}</w:tc>")
            for n in range(5_000)]  # fmt: skip

    assert looked_at(letter("{{ borrower }}", table(*rows))).findings == ()
