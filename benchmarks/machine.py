"""The circumstances of a run: processor, memory, disk, load, versions; nothing names the host."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ENGINES = (
    "onnxruntime",
    "rapidocr",
    "pypdfium2",
    "pdfplumber",
    "python-docx",
    "tantivy",
    "docxtpl",
    "openpyxl",
    "python-calamine",
    "SQLAlchemy",
    "pysqlite3",
)
GIBIBYTE = 1024**3
# With a load of this much before it begins, a measurement has company.
BUSY = 0.7


def about(command: str) -> list[tuple[str, str]]:
    """Return what a reader has to know to judge the figures: (what, value)."""
    return [
        ("Command", f"`{command}`"),
        ("Date", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"),
        ("Processor", f"{processor()}, {os.cpu_count()} cores"),
        ("Memory", f"{memory_bytes() / GIBIBYTE:.0f} GiB"),
        ("System", f"{platform.system()} {platform.release()}"),
        ("Disk", disk()),
        ("Load when it began", load()),
        ("Python", platform.python_version()),
        ("Engines", ", ".join(f"{name} {version(name)}" for name in ENGINES)),
    ]


def load() -> str:
    """Return how much other work is going on, and whether it disturbs."""
    now = os.getloadavg()[0]
    shared = "the machine was shared with other work" if now >= BUSY else "nearly idle"
    return f"{now:.1f} (one-minute average): {shared}"


def processor() -> str:
    """Return the processor's model."""
    try:
        described = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"model name\s*:\s*(.+)", described)
    return found.group(1).strip() if found else platform.machine()


def memory_bytes() -> int:
    """Return the machine's memory; 0 where the system does not say."""
    if not hasattr(os, "sysconf"):
        return 0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def disk() -> str:
    """Return the file system that the temporary folder is on, by type alone."""
    import tempfile

    here = Path(tempfile.gettempdir()).resolve()
    try:
        mounts = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return "not known"
    best = ("", "not known")
    for line in mounts:
        _device, point, kind = line.split()[:3]
        if here.is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]
