"""The process that reads documents, one after the other, within limits and without a network.

Started by extractors.child as `python -m extractors.reader`; takes {"path": …} messages on its
standard input and answers on its standard output. Whatever a library prints goes to its errors.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import json
import os
import stat
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, Any

from extractors import host
from extractors.content import Content
from extractors.frames import FrameBroken, read_frame, write_frame
from extractors.learned_rule import LearnedRule
from extractors.ocr.missing import EngineMissing
from extractors.outcome import done_to_json
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from extractors.sources.refusal import Unreadable
from extractors.wording import use_language

READER = "extractors.read"
SPARE_MEMORY_MB = 1024
OPEN_FILES = 256
WRITTEN_FILE_MB = 64

Read = Callable[..., tuple[Content, Reading]]


def main(arguments: list[str] | None = None) -> int:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m extractors.reader")
    parser.add_argument("--settings", required=True, help="ReadingSettings as JSON")
    parser.add_argument("--reader", default=READER, help="module or file that has read()")
    chosen = parser.parse_args(arguments)
    settings = ReadingSettings(**json.loads(chosen.settings))
    requests, answers = _own_pipes()
    host.cut_off_network()
    host.limit_private_memory(settings.memory_mb + SPARE_MEMORY_MB)
    use_language(settings.language)
    read = _reader(chosen.reader)
    engine = _LazyEngine(settings)
    try:
        engine.check()
    except EngineMissing as cause:
        print(cause, file=sys.stderr)  # noqa: T201 - the last words of a process that cannot start
        return 4
    write_frame(answers, {"ready": True})
    while (request := read_frame(requests)) is not None:
        host.limit_this_process(settings.time_limit_s + 5, WRITTEN_FILE_MB, OPEN_FILES)
        rules = tuple(LearnedRule.from_json(one) for one in request.get("rules", ()))
        now = replace(settings, rules=rules)
        answer = _answer(Path(request["path"]), now, read, engine)
        try:
            write_frame(answers, answer)
        except FrameBroken:
            write_frame(answers, {"failed": "too_large"})
        del answer
        gc.collect()
        # What is left are modules and models; going through them again each time costs as much
        # as reading a page of text.
        gc.freeze()
    return 0


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the two pipes for messages alone: a stray print must not break one."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def _reader(name: str) -> Read:
    """Return the `read` function of a module, given by name or by the path of its file."""
    if name.endswith(".py"):
        spec = importlib.util.spec_from_file_location("reader", name)
        if spec is None or spec.loader is None:
            raise ImportError(name)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    else:
        module = importlib.import_module(name)
    read: Read = module.read
    return read


class _LazyEngine:
    """The OCR engine, loaded when the first page image comes: most files never need it."""

    def __init__(self, settings: ReadingSettings) -> None:
        self._settings = settings
        self._engine: Any = None

    def check(self) -> None:
        """Load an engine that is not the program's own: it may be missing. Raises EngineMissing."""
        if self._settings.ocr_engine != "rapid" or self._settings.ocr_models:
            self._loaded()

    def _loaded(self) -> Any:
        if self._engine is None:
            from extractors.ocr.engines import engine_of

            self._engine = engine_of(self._settings)
        return self._engine

    def read(self, image: Any) -> Any:
        return self._loaded().read(image)

    def read_strip(self, strip: Any) -> Any:
        return self._loaded().read_strip(strip)

    def turned(self, image: Any) -> Any:
        return self._loaded().turned(image)


def _answer(
    path: Path, settings: ReadingSettings, read: Read, engine: _LazyEngine
) -> dict[str, Any]:
    try:
        data = _bytes_of(path, settings)
        content, reading = read(data, settings, engine)
        if "encrypted" in content.notes and not content.pages:
            return {"failed": "encrypted"}
        return done_to_json(content, reading)
    except Unreadable as refusal:
        return {"failed": refusal.code}
    except MemoryError:
        return {"failed": "memory", "leave": True}
    except RecursionError as cause:
        return {"failed": "unreadable", "detail": _place_of(cause)}
    except Exception as cause:  # noqa: BLE001 - foreign parsers raise anything on damaged files
        return {"failed": "crashed", "detail": _place_of(cause)}


def _bytes_of(path: Path, settings: ReadingSettings) -> bytes:
    try:
        descriptor = host.open_regular(path)
    except host.NotRegular as cause:
        raise Unreadable("not_a_file") from cause
    except FileNotFoundError as cause:
        raise Unreadable("missing") from cause
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not_a_file")
        most = settings.max_file_mb * host.MEGABYTE
        if status.st_size > most:
            raise Unreadable("too_large")
        return file.read(most + 1)


def _place_of(cause: BaseException) -> str:
    """Where it happened, without the message: messages quote what stands in the document."""
    frames = traceback.extract_tb(cause.__traceback__)[-6:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(cause).__name__} at {' < '.join(reversed(list(places)))}"


def settings_argument(settings: ReadingSettings) -> str:
    """Return `settings` as `main` takes them; rules come with each request."""
    return json.dumps({k: v for k, v in asdict(settings).items() if k != "rules"})


if __name__ == "__main__":
    sys.exit(main())
