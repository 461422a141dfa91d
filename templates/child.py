"""Filling a department's own template in a child process.

The child gets the template and the values, has no network, little memory and little time, and
gives back the document or what is wrong. A template that loops for ever takes only the child.
"""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from extractors import host
from extractors.wording import _
from ledger.figure import Figure
from templates.checking.finding import Finding, TemplateInvalid
from templates.word_template import RenderingFailed, compiled

TIME_LIMIT_S = 30
MEMORY_MB = 1024
_ROOT = Path(__file__).parent.parent
_SUCCESS, _INVALID, _FAILED = b"D", b"I", b"F"


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
    # Our own dataclasses, made a moment ago: only this direction is pickled.
    written = io.BytesIO()
    _Pickler(written).dump((template, kind, values, language))
    request = written.getvalue()
    process = subprocess.Popen(
        [sys.executable, "-m", "templates.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        **host.start_group(),
    )
    try:
        answer, _nothing = process.communicate(request, timeout=TIME_LIMIT_S)
    except subprocess.TimeoutExpired as cause:
        raise RenderingFailed(
            _(
                "The template {name} took more than {seconds} seconds; look for a loop in it."
            ).format(name=f"{kind}.docx", seconds=TIME_LIMIT_S)
        ) from cause
    finally:
        host.kill_group(process.pid)
        process.wait()
    mark, body = answer[:1], answer[1:]
    if mark == _SUCCESS:
        return bytes(body)
    if mark == _INVALID:
        raise TemplateInvalid(f"{kind}.docx", [Finding(*one) for one in json.loads(body)])
    if mark == _FAILED:
        raise RenderingFailed(body.decode("utf-8"))
    raise RenderingFailed(
        _("The template {name} needed more memory or time than it may have.").format(
            name=f"{kind}.docx"
        )
    )


def main() -> None:
    """The child: one request on standard input, one answer on standard output."""
    from templates.kinds import KINDS

    request = sys.stdin.buffer.read()
    host.cut_off_network()
    host.limit_private_memory(MEMORY_MB)
    host.limit_this_process(cpu_s=TIME_LIMIT_S, file_mb=0, open_files=64)
    template, kind, values, language = pickle.loads(request)  # noqa: S301 - from our parent
    try:
        filled = compiled(template, name=f"{kind}.docx", kind=KINDS[kind].fields, language=language)
        answer = _SUCCESS + filled.render(values)
    except TemplateInvalid as cause:
        findings = [[one.code, one.place, one.message] for one in cause.findings]
        answer = _INVALID + json.dumps(findings).encode()
    except RenderingFailed as cause:
        answer = _FAILED + str(cause).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
