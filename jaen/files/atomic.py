"""A file is replaced whole or not at all: a temporary file beside it, flushed to the disk, takes its name.

Until `os.replace` the old file stands untouched, after it the new one does; there is no moment between. A process that
is killed leaves at most its temporary files, whose names begin with a dot, so that nobody reads them.
"""

import errno
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_IRGRP, S_ISREG, S_IWGRP

__all__ = ["discard", "flush_folder", "leads_out", "put", "read_bytes", "stage", "stage_all", "sweep", "write_whole"]

_TEMPORARY = ".jaen-tmp"
_WRITABLE = 0o222


def read_bytes(path: Path) -> bytes | None:
    """What is in a file; None when there is none.

    Raises:
        OSError: it can't be read, or is no file (reading a pipe might never end).
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "is not a file", str(path))
        return path.read_bytes()
    except FileNotFoundError:
        return None


def leads_out(path: Path, folder: Path) -> bool:
    """True for a symbolic link to what is not in *folder*."""
    return path.is_symlink() and not _target(path).is_relative_to(_target(folder))


def stage_all(texts: Mapping[Path, bytes]) -> None:
    """Stage many files at a time: a disk brings sixteen down almost as fast as one.

    Raises:
        OSError: as `stage` does.
    """
    with ThreadPoolExecutor(max_workers=16) as pool:
        for _ in pool.map(stage, texts.keys(), texts.values()):
            pass


def stage(path: Path, data: bytes) -> None:
    """Write *data* beside *path*, down to the disk; `put` then gives it the name.

    A symbolic link stays one: the file that it leads to is the one replaced. Mode, owner and group are kept as far as
    the system lets us; a new file in a folder that a group may write is one that the group may read and write.

    Raises:
        OSError: no room, no permission, *path* is no file, one that is marked read-only, or a link that leads nowhere.
    """
    target = _target(path)
    old = target.stat() if target.exists() else None
    if old and not S_ISREG(old.st_mode):  # a device would be gone for all programs
        raise OSError(errno.EINVAL, "is not a file", str(path))
    if not old and path.is_symlink():
        raise OSError(errno.ENOENT, "is a link that leads nowhere", str(path))
    if old and not (old.st_mode & _WRITABLE and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "the file is read-only", str(path))
    temporary = _beside(target)
    descriptor = _create(temporary)
    try:
        with os.fdopen(descriptor, "wb") as out:
            if old:
                _keep_owner_and_mode(descriptor, old)
            else:
                _share(descriptor, target.parent)
            out.write(data)
            out.flush()
            os.fsync(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def put(path: Path, is_staged: bool) -> None:
    """Give what was staged its name, or, when nothing was, remove the file (of a link: the link)."""
    if is_staged:
        target = _target(path)
        _beside(target).replace(target)
    else:
        path.unlink(missing_ok=True)


def discard(paths: Iterable[Path]) -> None:
    """Take back what was staged for *paths*."""
    for path in paths:
        with suppress(OSError):
            _beside(_target(path)).unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Replace one file and see to it that its name is on the disk too."""
    stage(path, data)
    put(path, is_staged=True)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Bring a folder's names down to the disk, where the system can do that (Windows can't)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove the temporary files that killed processes left in *folder*; only the holder of its lock may call this."""
    with os.scandir(folder) as entries:
        left = [entry.path for entry in entries if entry.name.endswith(_TEMPORARY) and entry.name.startswith(".")]
    for path in left:
        Path(path).unlink(missing_ok=True)


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _beside(target: Path) -> Path:
    # One name per file, not a random one: the holder of the lock is alone, and a name left behind is used again.
    return target.with_name(f".{target.name}{_TEMPORARY}")


def _create(path: Path) -> int:
    """The descriptor of a new file, also where a killed process has left one of this name."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return os.open(path, flags, 0o666)
    except FileExistsError:
        path.unlink()
        return os.open(path, flags, 0o666)


def _keep_owner_and_mode(descriptor: int, old: os.stat_result) -> None:
    if not hasattr(os, "fchown"):  # Windows has neither
        return
    for owner in (old.st_uid, -1):  # who may not give files away may still give them to a group of their own
        with suppress(PermissionError):
            os.fchown(descriptor, owner, old.st_gid)
            break
    os.fchmod(descriptor, S_IMODE(old.st_mode))


def _share(descriptor: int, folder: Path) -> None:
    """Let those who may write in *folder* go on with a new file: one whose umask is 077 would shut all others out."""
    mode = folder.stat().st_mode
    if mode & S_IWGRP and hasattr(os, "fchmod"):
        os.fchmod(descriptor, S_IMODE(os.fstat(descriptor).st_mode) | mode & (S_IRGRP | S_IWGRP))
