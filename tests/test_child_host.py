"""What differs between systems: locks, shares, limits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractors import host

MOUNTS = """\
22 1 0:20 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:31 / /mnt/branch\\040share rw - cifs //server/scans rw
31 22 0:32 / /mnt/usb rw - fuseblk /dev/sdb1 rw
32 22 0:33 / /home/clerk/cloud rw shared:7 - fuse.sshfs host:/ rw
33 30 0:34 / /mnt/branch\\040share/local rw - xfs /dev/sdc rw
"""


@pytest.mark.parametrize(
    ("path", "name", "shared"),
    [
        ("/var/inbox", "ext4", False),
        ("/mnt/branch share/inbox", "cifs", True),
        ("/mnt/branch share/local/inbox", "xfs", False),
        ("/mnt/usb/inbox", "fuseblk", False),
        ("/home/clerk/cloud", "fuse.sshfs", True),
    ],
)
def test_a_share_is_told_by_the_file_system_that_is_mounted_there(
    path: str, name: str, shared: bool
) -> None:
    found = host.file_system_of(Path(path), MOUNTS)

    assert found == name
    assert host.is_shared_file_system(found) is shared


def test_a_local_folder_is_no_share(tmp_path: Path) -> None:
    assert host.is_share(tmp_path) is False


def test_a_lock_keeps_out_every_other_holder_until_it_is_released(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    program = (
        "import sys; from pathlib import Path; from extractors import host\n"
        "try:\n"
        "    with host.lock(Path(sys.argv[1]), wait=False): print('got it')\n"
        "except host.Busy: print('busy')"
    )

    def other() -> str:
        command = [sys.executable, "-c", program, str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    with host.lock(path):
        assert other() == "busy"
        with pytest.raises(host.Busy), host.lock(path, wait=False):
            pass
    assert other() == "got it"


def test_a_regular_file_is_opened_for_reading_only(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_bytes(b"text")

    descriptor = host.open_regular(path)

    try:
        assert os.read(descriptor, 10) == b"text"
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.write(descriptor, b"x")
    finally:
        os.close(descriptor)


def test_folders_can_be_synced_and_missing_ones_say_so(tmp_path: Path) -> None:
    host.sync_directory(tmp_path)

    with pytest.raises(FileNotFoundError):
        host.sync_directory(tmp_path / "none")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits on Windows")
def test_limits_stop_a_process_that_writes_too_much_or_computes_too_long(tmp_path: Path) -> None:
    program = (
        "import sys; from extractors import host\n"
        "host.limit_this_process(cpu_s=1, file_mb=1, open_files=20)\n"
        "if sys.argv[1] == 'write':\n"
        "    try: open(sys.argv[2], 'wb').write(bytes(5_000_000))\n"
        "    except OSError: print('refused')\n"
        "while sys.argv[1] == 'compute': pass"
    )

    def run(what: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", program, what, str(tmp_path / "file")]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert "refused" in run("write").stdout
    assert (tmp_path / "file").stat().st_size <= host.MEGABYTE
    assert run("compute").returncode < 0


def test_memory_in_use_is_told_for_living_processes_only() -> None:
    own = host.resident_mb(os.getpid())

    assert own is not None
    assert own > 5
    assert host.resident_mb(2**22 + 1) is None
