"""Reading and filling a department's own template in a child process.

The child gets the template and the values, has no network, little memory and little time, and
gives back the document or what is wrong. A template that loops for ever takes only the child.
"""

from __future__ import annotations

import dataclasses
import io
import json
import pickle
import struct
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from extractors import host
from extractors.wording import _, language_in_use, use_language
from ledger.figure import Figure
from templates.checking import mend
from templates.checking.check import check_parts
from templates.checking.finding import Finding, TemplateInvalid
from templates.checking.mend import Change
from templates.package import unpacked
from templates.shell import zipped
from templates.word_template import RenderingFailed, WordTemplate, compiled

# For one document, or one look at a template.
TIME_LIMIT_S = 20
MEMORY_MB = 512
# For a print file of many.
PRINTING_LIMIT_S = 30
PRINTING_MB = 1024
_ROOT = Path(__file__).parent.parent
_SUCCESS, _INVALID, _FAILED = b"D", b"I", b"F"
# What is wanted: one document; the print file of many, with or without each by itself; what is
# wrong with the template; the template mended.
_ALONE, _JOINED, _JOINED_AND_EACH = "alone", "joined", "each"
_CHECK, _MEND = "check", "mend"
# Before each file of an answer.
_LENGTH = struct.Struct(">Q")


class _Pickler(pickle.Pickler):
    """Figures go without the rows behind them: a template prints none, and there may be many."""

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, Figure) and obj.rows:
            bare = {each.name: getattr(obj, each.name) for each in fields(obj)}
            return partial(Figure, **bare | {"rows": ()}), ()
        return NotImplemented


def rendered(template: bytes, kind: str, values: Any, language: str) -> bytes:
    """Fill `template` with `values` of the document kind `kind`.

    Raises TemplateInvalid, RenderingFailed.
    """
    return _asked(template, kind, [values], language, _ALONE)[0]


def printed(
    template: bytes, kind: str, notices: Sequence[Any], language: str, *, separate: bool
) -> list[bytes]:
    """Fill `template` for each of `notices`; return their print file and, if asked for, each.

    Raises TemplateInvalid, RenderingFailed.
    """
    how = _JOINED_AND_EACH if separate else _JOINED
    return _asked(template, kind, notices, language, how)


def checked(template: bytes, kind: str, language: str) -> tuple[list[Finding], frozenset[str]]:
    """Return what the check finds in `template`, and the fields it prints.

    Raises TemplateInvalid where it cannot even be read.
    """
    try:
        answer = json.loads(_asked(template, kind, (), language, _CHECK)[0])
    except RenderingFailed as cause:
        message = _("reading the template takes more memory or time than it may have")
        raise TemplateInvalid(f"{kind}.docx", [Finding("package", "", message)]) from cause
    return _findings(answer["findings"]), frozenset(answer["used"])


def mended(template: bytes, kind: str, language: str) -> tuple[bytes, list[Change]]:
    """Return the template with what is safe put right, and each change.

    Raises TemplateInvalid where it cannot be read, RenderingFailed where that takes too much.
    """
    content, changes = _asked(template, kind, (), language, _MEND)
    return content, [Change(**one) for one in json.loads(changes)]


def _asked(
    template: bytes, kind: str, values: Sequence[Any], language: str, how: str
) -> list[bytes]:
    # Our own dataclasses, made a moment ago: only this direction is pickled.
    written = io.BytesIO()
    _Pickler(written).dump((template, kind, list(values), language, how, language_in_use()))
    request = written.getvalue()
    seconds, megabytes = _limits(how in (_ALONE, _CHECK, _MEND))
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "templates.child", str(seconds), str(megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        **host.start_group(),
    )
    try:
        answer, _nothing = process.communicate(request, timeout=seconds)
    except subprocess.TimeoutExpired as cause:
        raise RenderingFailed(
            _(
                "The template {name} took more than {seconds} seconds; look for a loop in it."
            ).format(name=f"{kind}.docx", seconds=seconds)
        ) from cause
    finally:
        host.kill_group(process.pid)
        process.wait()
    mark, body = answer[:1], answer[1:]
    if mark == _SUCCESS:
        return _files_in(body)
    if mark == _INVALID:
        raise TemplateInvalid(f"{kind}.docx", _findings(json.loads(body)))
    if mark == _FAILED:
        raise RenderingFailed(body.decode("utf-8"))
    raise RenderingFailed(
        _("The template {name} needed more memory or time than it may have.").format(
            name=f"{kind}.docx"
        )
    )


def _limits(alone: bool) -> tuple[int, int]:
    return (TIME_LIMIT_S, MEMORY_MB) if alone else (PRINTING_LIMIT_S, PRINTING_MB)


def _plain(findings: Iterable[Finding]) -> list[dict[str, str | bool]]:
    return [one.to_json() for one in findings]


def _findings(plain: list[dict[str, Any]]) -> list[Finding]:
    return [Finding(**one) for one in plain]


def _framed(files: Sequence[bytes]) -> bytes:
    return b"".join(part for file in files for part in (_LENGTH.pack(len(file)), file))


def _files_in(answer: bytes) -> list[bytes]:
    files, place = [], 0
    while place < len(answer):
        (length,) = _LENGTH.unpack_from(answer, place)
        place += _LENGTH.size
        files.append(answer[place : place + length])
        place += length
    return files


def _look(template: bytes, name: str, kind: type, language: str) -> bytes:
    found = check_parts(unpacked(template, name), kind, language)
    return json.dumps({"findings": _plain(found.findings), "used": sorted(found.used)}).encode()


def _mended(template: bytes, name: str, kind: type, language: str) -> list[bytes]:
    parts, changes = mend.mended(unpacked(template, name), kind, language)
    return [zipped(parts), json.dumps([dataclasses.asdict(one) for one in changes]).encode()]


def _made(filled: WordTemplate, values: Sequence[Any], how: str) -> list[bytes]:
    from templates.batch.joined import NotJoinable
    from templates.batch.printing import printed

    if how == _ALONE:
        return [filled.render(values[0])]
    try:
        made = printed(filled, values, separate=how == _JOINED_AND_EACH)
    except NotJoinable as cause:
        raise RenderingFailed(str(cause)) from cause
    return [made.joined, *made.separate]


def main() -> None:
    """The child: one request on standard input, one answer on standard output."""
    from templates.kinds import KINDS

    given = sys.stdin.buffer.read()
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    host.cut_off_network()
    host.limit_private_memory(megabytes)
    host.limit_this_process(cpu_s=seconds, file_mb=0, open_files=64)
    # From our parent.
    template, kind, values, language, how, spoken = pickle.loads(given)  # noqa: S301
    use_language(spoken)
    name, wanted = f"{kind}.docx", KINDS[kind].fields
    try:
        if how == _CHECK:
            files = [_look(template, name, wanted, language)]
        elif how == _MEND:
            files = _mended(template, name, wanted, language)
        else:
            filled = compiled(template, name=name, kind=wanted, language=language)
            files = _made(filled, values, how)
        answer = _SUCCESS + _framed(files)
    except TemplateInvalid as cause:
        answer = _INVALID + json.dumps(_plain(cause.findings)).encode()
    except RenderingFailed as cause:
        answer = _FAILED + str(cause).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
