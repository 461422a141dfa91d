"""Reads files in limited child processes: one bad file never harms the program or the next file.

The parent loads no parser and no OCR engine. Each helper reads one file at a time, stays warm
between files, and is replaced after a number of files, when it has grown too large, and whenever
it had to be stopped.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from extractors import host
from extractors.frames import FrameBroken, read_frame, write_frame
from extractors.learned_rule import LearnedRule
from extractors.outcome import ReadDone, ReadFailed, ReadOutcome, done_from_json
from extractors.reader import READER, settings_argument
from extractors.settings import ReadingSettings
from extractors.sources.refusal import message_of
from extractors.wording import use_language

__all__ = ["ReadDone", "ReadFailed", "ReadOutcome", "ReaderNotStarted", "ReaderPool"]

FILES_PER_CHILD = 200
# How often a working child's memory is looked at, in seconds.
LOOK_EVERY_S = 0.2
# How long a child may take to come up, in seconds; a loaded machine is slow to start Python.
START_LIMIT_S = 60.0
# What a child may have written into its own folder at once, in megabytes.
WRITTEN_MB = 512
ERRORS_KEPT_BYTES = 64 * 1024

# What a child needs of the surroundings; nothing else of them is its business.
_KEPT_ENVIRONMENT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "SYSTEMROOT",
    "WINDIR",
    "LD_LIBRARY_PATH",
)
# One processor thread a process: that reads more pages a second than any other split.
_ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class ReaderPool:
    """Child processes that read documents; a context manager that ends them.

    reader  module, or file ending in .py, whose `read(data, settings, ocr)` is called
    rules   asked before each file for what corrections taught; the settings' own by default
    """

    def __init__(
        self,
        settings: ReadingSettings,
        *,
        reader: str = READER,
        rules: Callable[[], Sequence[LearnedRule]] | None = None,
    ) -> None:
        self._settings = settings
        self._rules = rules or (lambda: settings.rules)
        self._reader = reader
        count = settings.processes or os.cpu_count() or 1
        self._idle: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(count):
            self._idle.put(None)
        self._working: set[_Child] = set()
        self._closing = False
        self._guard = threading.Lock()
        self._threads = ThreadPoolExecutor(
            count, "reader", initializer=use_language, initargs=(settings.language,)
        )

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Read the file at `path` when a child is free. The future never holds an exception for
        what the document does; it holds OSError when no child can be started."""
        return self._threads.submit(self._outcome, path)

    def close(self, *, at_once: bool = False) -> None:
        """End the children: after the files that were submitted, or `at_once`, in mid-file.

        Files not begun are cancelled `at_once`; files in hand then come back as "crashed".
        """
        if at_once:
            with self._guard:
                self._closing = True
                for child in self._working:
                    child.kill()
        self._threads.shutdown(wait=True, cancel_futures=at_once)
        while not self._idle.empty():
            idle = self._idle.get()
            if idle is not None:
                idle.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(at_once=kind is not None)

    def _outcome(self, path: Path) -> ReadOutcome:
        child: _Child | None = self._idle.get()
        try:
            if child is None:
                child = _Child(self._settings, self._reader)
            outcome = self._read(child, path)
            if not child.is_fit:
                child.end()
                child = None
            return outcome
        except BaseException:
            if child is not None:
                child.kill()
                child.end()
                child = None
            raise
        finally:
            self._idle.put(child)

    def _read(self, child: _Child, path: Path) -> ReadOutcome:
        with self._guard:
            if self._closing:
                child.kill()
            self._working.add(child)
        try:
            return child.read(path, self._rules())
        finally:
            with self._guard:
                self._working.discard(child)


class _Child:
    """One helper process and the two threads that listen to it."""

    def __init__(self, settings: ReadingSettings, reader: str) -> None:
        self._settings = settings
        self._files = 0
        self._is_spent = False
        self._folder = tempfile.TemporaryDirectory(
            prefix="hudang-read-", ignore_cleanup_errors=True
        )
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [
                sys.executable,
                "-P",
                "-m",
                "extractors.reader",
                "--settings",
                settings_argument(settings),
                "--reader",
                reader,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(self._folder.name),
            cwd=self._folder.name,
            **host.start_group(),
        )
        assert self._process.stdin and self._process.stdout and self._process.stderr  # noqa: S101
        self._requests: IO[bytes] = self._process.stdin
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._errors = bytearray()
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        drain = threading.Thread(target=self._drain, args=(self._process.stderr,), daemon=True)
        drain.start()
        if self._wait(START_LIMIT_S)[0] != {"ready": True}:
            self.kill()
            self.end()
            drain.join(5)
            raise ReaderNotStarted(self._errors.decode("utf-8", "replace"))

    @property
    def is_fit(self) -> bool:
        """Whether this child may read another file."""
        return (
            not self._is_spent
            and self._process.poll() is None
            and self._files < FILES_PER_CHILD
            and not self._is_too_large()
        )

    def read(self, path: Path, rules: Sequence[LearnedRule]) -> ReadOutcome:
        """Return what came of reading `path`; a child that failed over it is spent."""
        self._files += 1
        request: dict[str, Any] = {"path": str(path.absolute())}
        if rules:
            request["rules"] = [rule.to_json() for rule in rules]
        try:
            write_frame(self._requests, request)
            answer, stopped = self._wait(float(self._settings.time_limit_s))
        except OSError:
            answer, stopped = None, "crashed"
        if answer is None:
            self._is_spent = True
            self.kill()
            return _failed(stopped, self._last_words() if stopped == "crashed" else "")
        self._is_spent = bool(answer.get("leave"))
        if "failed" in answer:
            return _failed(str(answer["failed"]), str(answer.get("detail", "")))
        try:
            return done_from_json(answer)
        except ValueError as cause:
            self._is_spent = True
            return _failed("crashed", f"answer not understood: {type(cause).__name__}")

    def kill(self) -> None:
        """Stop the child and all it started, at once."""
        if self._process.poll() is None:
            host.kill_group(self._process.pid)

    def end(self) -> None:
        """Let the child go; it ends when its input does."""
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        self._folder.cleanup()

    def _wait(self, limit_s: float) -> tuple[dict[str, Any] | None, str]:
        """Return the child's next answer, or None and why it was stopped."""
        end = time.monotonic() + limit_s
        while True:
            left = end - time.monotonic()
            if left <= 0:
                return None, "timeout"
            try:
                answer = self._answers.get(timeout=min(LOOK_EVERY_S, left))
            except queue.Empty:
                if self._is_too_large():
                    return None, "memory"
                if host.folder_mb(Path(self._folder.name)) > WRITTEN_MB:
                    return None, "temp_space"
                continue
            return answer, "crashed"

    def _is_too_large(self) -> bool:
        used = host.resident_mb(self._process.pid)
        return used is not None and used > self._settings.memory_mb

    def _listen(self, answers: IO[bytes]) -> None:
        with answers:
            while True:
                try:
                    answer = read_frame(answers)
                except (FrameBroken, OSError, ValueError):
                    answer = None
                self._answers.put(answer)
                if answer is None:
                    return

    def _drain(self, errors: IO[bytes]) -> None:
        """Read all errors, so that the child never waits for us, and keep the first of them."""
        with errors:
            while piece := errors.read(8192):
                if len(self._errors) < ERRORS_KEPT_BYTES:
                    self._errors += piece[: ERRORS_KEPT_BYTES - len(self._errors)]

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        return f"exit status {self._process.returncode}"


class ReaderNotStarted(OSError):
    """The child process does not come up: the installation is broken, not the document."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(f"the reading process does not start: {detail.strip()[-300:]}")


def _failed(code: str, detail: str) -> ReadFailed:
    return ReadFailed(code, message_of(code), detail)


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    root = str(Path(__file__).resolve().parent.parent)
    places = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP"), folder)
    return kept | _ONE_THREAD | places | {"PYTHONPATH": root}
