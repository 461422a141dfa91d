"""Everything that differs between POSIX and Windows, and nothing else.

The rest of the program calls these functions and never `fcntl`, `resource`, `msvcrt` or `/proc`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024

# Of Linux's renameat2(2); the kernel's numbers, which Python does not name.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

# File systems whose changes send no events and whose locks and renames cross machines.
_SHARED_FILE_SYSTEMS = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs",
        "nfs", "nfs4", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
    }
)  # fmt: skip

# What a file system answers when it does not know the call, rather than failing at it.
_NOT_KNOWN_HERE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


class NotRegular(OSError):
    """The path is a link, folder, pipe, socket or device: nothing that may be read as a paper."""


class Busy(OSError):
    """Another process holds the lock."""


def open_regular(path: Path) -> int:
    """Return a descriptor for reading the regular file at `path`; the caller closes it.

    Never follows a link at the last step and never waits for a pipe's writer.
    Raises NotRegular for anything but a regular file, OSError for what the system refuses.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
        flags |= getattr(os, name, 0)
    if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
        raise NotRegular(f"not a regular file: {path}")
    try:
        descriptor = os.open(path, flags)
    except OSError as cause:
        if _is_other_than_regular(path):
            raise NotRegular(f"not a regular file: {path}") from cause
        raise
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise NotRegular(f"not a regular file: {path}")


def is_being_written(descriptor: int) -> bool:
    """Whether some program has the open file `descriptor` open for writing.

    False where the system cannot tell: on shares, for other people's files, on macOS.
    """
    if sys.platform == "win32":
        return _is_shared_for_writing(descriptor)
    if sys.platform != "linux":
        return False
    try:
        # Who opens the file for writing at this very moment makes us a signal: one that is ignored.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as cause:
        return cause.errno == errno.EAGAIN
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


def _is_shared_for_writing(descriptor: int) -> bool:
    """Windows refuses a second handle that does not let others write while one of them may."""
    if sys.platform != "win32":
        return False
    import msvcrt

    generic_read, share_read = 0x80000000, 0x1  # winnt.h
    reopen = ctypes.windll.kernel32.ReOpenFile
    reopen.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
    found = reopen(handle, generic_read, share_read, 0)
    if found in (None, ctypes.c_void_p(-1).value):
        return bool(ctypes.windll.kernel32.GetLastError() == 32)  # ERROR_SHARING_VIOLATION
    ctypes.windll.kernel32.CloseHandle(ctypes.c_void_p(found))
    return False


def _is_other_than_regular(path: Path) -> bool:
    """Links give ELOOP, sockets ENXIO, folders EACCES on Windows: look once what it was."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def sync_directory(path: Path) -> None:
    """Make renames inside the folder `path` durable (on Windows NTFS's journal does it).

    Some shares know no such thing and say so; there the server decides. Raises OSError when the
    disk reports an error; the rename must then be taken as not done.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as cause:
        if cause.errno not in _NOT_KNOWN_HERE:
            raise
    finally:
        os.close(descriptor)


def forget_cached(descriptor: int) -> None:
    """Let the next reads of an open file come from the disk, as far as the system can."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders of one file system change names in one step.

    Returns False, having done nothing, where the system cannot: not Linux, or a file system
    without it. Raises OSError when it refuses for another reason.
    """
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
        return False
    raise OSError(code, os.strerror(code), str(other))


@contextmanager
def lock(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the exclusive advisory lock of the file `path` (made if missing, never removed).

    The lock ends with the process, however it ends. Raises Busy when another holder has it and
    `wait` is False.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock(descriptor, path, wait=wait)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(descriptor: int, path: Path, *, wait: bool) -> None:
        while True:
            os.lseek(descriptor, 0, os.SEEK_SET)
            try:
                # LK_LOCK gives up after ten tries; we wait as long as it takes.
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError as cause:
                if not wait:
                    raise Busy(f"locked by another process: {path}") from cause
                time.sleep(0.05)
            else:
                return

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, path: Path, *, wait: bool) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as cause:
            raise Busy(f"locked by another process: {path}") from cause

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def is_share(path: Path) -> bool:
    """Whether `path` lies on a network share, where no change events arrive. False if unknown."""
    if sys.platform == "win32":
        drive = os.path.splitdrive(path.absolute())[0]
        remote = 4  # DRIVE_REMOTE
        return drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote
        )
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_shared_file_system(file_system_of(path.resolve(), mounts))


def is_shared_file_system(name: str) -> bool:
    """Whether a Linux file system of this name is served by another machine or a program."""
    return name in _SHARED_FILE_SYSTEMS or name.startswith("fuse.")


def file_system_of(path: Path, mountinfo: str) -> str:
    """Return the name of the file system that holds the absolute `path`; "" if none is listed.

    mountinfo  the text of /proc/self/mountinfo, see proc(5); later mounts hide earlier ones
    """
    best, name = -1, ""
    for line in mountinfo.splitlines():
        before, _dash, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        mount = Path(_unescaped(fields[4]))
        depth = len(mount.parts)
        if depth >= best and path.is_relative_to(mount):
            best, name = depth, after.split(" ")[0]
    return name


def _unescaped(field: str) -> str:
    """mountinfo writes blanks, tabs, newlines and backslashes as three octal digits."""
    for escape, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(escape, character)
    return field


def limit_this_process(cpu_s: int, file_mb: int, open_files: int) -> None:
    """Let this process use at most `cpu_s` more processor seconds, write files of `file_mb`
    megabytes, hold `open_files` descriptors, and leave no core dump. Nothing on Windows.

    May be called again: the processor seconds then count from the new call.
    """
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    _lower("RLIMIT_CPU", used + cpu_s)
    _lower("RLIMIT_FSIZE", file_mb * MEGABYTE)
    _lower("RLIMIT_NOFILE", open_files)
    _lower("RLIMIT_CORE", 0)


def limit_private_memory(mb: int) -> None:
    """Refuse this process more than `mb` megabytes of private data, as far as the system can.

    A backstop behind watching `resident_mb`: it catches what grows faster than one can look.
    """
    if sys.platform == "linux":
        _lower("RLIMIT_DATA", mb * MEGABYTE)


def _lower(name: str, value: int) -> None:
    """Set the soft limit, which this process may raise again, never above the hard one."""
    if sys.platform == "win32":
        return
    import resource

    limit = getattr(resource, name)
    _soft, hard = resource.getrlimit(limit)
    wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(limit, (wanted, hard))


def cut_off_network() -> None:
    """Leave this process without any network, as far as the system allows; before threads start.

    On Linux an empty network namespace; elsewhere, and besides, Python may open no more sockets.
    """
    if sys.platform == "linux":
        new_net, new_user = 0x40000000, 0x10000000  # CLONE_NEWNET, CLONE_NEWUSER of sched.h
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(new_net) != 0:
            libc.unshare(new_net | new_user)
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in ("socket.__new__", "socket.connect", "socket.bind"):
        raise PermissionError("reading a document needs no network")
    if event in ("os.fork", "os.forkpty"):
        raise PermissionError("reading a document needs no copies of its process")


def start_group() -> dict[str, Any]:
    """Return the arguments of `subprocess.Popen` that put a child at the head of its own group."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def kill_group(pid: int) -> None:
    """End the child `pid` started with `start_group`, and all it started, at once."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603
            ["taskkill", "/PID", str(pid), "/T", "/F"],  # noqa: S607
            check=False,
            capture_output=True,
        )
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def room(folder: Path) -> tuple[int, int, int | None]:
    """Return what is free and what there is of the disk that holds `folder`, in bytes, and how many
    more files it takes; None where that has no limit."""
    usage = shutil.disk_usage(folder)
    if sys.platform == "win32":
        return usage.free, usage.total, None
    found = os.statvfs(folder)
    return usage.free, usage.total, found.f_favail if found.f_files else None


def clone(source: Path, target: Path) -> None:
    """Copy a file to the new file `target`; the two share their blocks where the system can.

    Writing to one never changes the other.
    """
    if sys.platform == "linux":
        share_blocks = 0x40049409  # FICLONE of linux/fs.h
        with source.open("rb") as reader, target.open("xb") as writer:
            try:
                fcntl.ioctl(writer.fileno(), share_blocks, reader.fileno())
                return
            except OSError:
                shutil.copyfileobj(reader, writer, 1024 * 1024)
                return
    shutil.copyfile(source, target)


def folder_mb(folder: Path) -> int:
    """Return the megabytes of the files in `folder` itself and one level below it."""
    total = 0
    for path in (*folder.glob("*"), *folder.glob("*/*")):
        # What vanishes while it is looked at takes no room.
        with suppress(OSError):
            total += path.lstat().st_size
    return total // MEGABYTE


def resident_mb(pid: int) -> int | None:
    """Return the megabytes of memory process `pid` really uses; None if it cannot be told."""
    if sys.platform == "linux":
        try:
            pages = int(Path(f"/proc/{pid}/statm").read_bytes().split()[1])
        except (OSError, IndexError, ValueError):
            return None
        return pages * os.sysconf("SC_PAGE_SIZE") // MEGABYTE
    if sys.platform == "win32":
        return _resident_mb_windows(pid)
    shown = subprocess.run(  # noqa: S603
        ["ps", "-o", "rss=", "-p", str(pid)],  # noqa: S607
        check=False,
        capture_output=True,
        text=True,
    ).stdout.strip()
    return int(shown) // 1024 if shown.isdigit() else None


def _resident_mb_windows(pid: int) -> int | None:
    if sys.platform != "win32":
        return None

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = [
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        ]

    query_and_read = 0x0410  # PROCESS_QUERY_INFORMATION | PROCESS_VM_READ
    handle = ctypes.windll.kernel32.OpenProcess(query_and_read, False, pid)
    if not handle:
        return None
    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    try:
        if not ctypes.windll.psapi.GetProcessMemoryInfo(
            handle, ctypes.byref(counters), counters.cb
        ):
            return None
        return int(counters.WorkingSetSize) // MEGABYTE
    finally:
        ctypes.windll.kernel32.CloseHandle(handle)
