"""One writer at a time: the only module that knows filelock.

The lock is the system's own on a file that is never replaced, so it is free the moment its holder ends, however it
ends. Who holds it stands in a second file, for the message alone.
"""

import errno
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from jaen.errors import SaveError

__all__ = ["WAIT", "acquire", "locked"]

WAIT = 10.0  # seconds; a save takes milliseconds, an import of a hundred thousand entries a minute


@contextmanager
def locked(state: Path, place: str, by: str) -> Iterator[None]:
    """Be the only writer of a glossary.

    Args:
        state: the folder for the lock, inside the glossary's.
        place: the glossary's path as the user wrote it, for messages.
        by: who writes, for the messages of others.

    Raises:
        SaveError: someone else has been writing all the time.
        OSError: the folder can't be written.
    """
    holder = state / "lock.json"
    try:
        lock = acquire(state / "lock", WAIT)
    except TimeoutError:
        message = f"{place}: {_held(holder)}; nothing was written; try again in a moment"
        raise SaveError(message) from None
    with lock:
        try:
            _note(holder, by)
            yield
        finally:
            with suppress(OSError):
                holder.unlink(missing_ok=True)


def acquire(path: Path, wait: float, on_wait: Callable[[], None] | None = None) -> AbstractContextManager[object]:
    """Take the lock on a file, which is made where there is none; leaving the context gives it back.

    Args:
        path: of the file; its folder must be there.
        wait: seconds for which others may hold it.
        on_wait: is called when they do.

    Raises:
        TimeoutError: others have held it all the time.
        OSError: the folder can't be written.
    """
    from filelock import FileLock, Timeout

    # Whoever may write in the folder may lock it; root may also where the folder's mode lets nobody, not even its owner.
    mode = path.parent.stat().st_mode & 0o666 | 0o600
    lock = FileLock(path, mode=mode)
    try:
        return lock.acquire(timeout=0)
    except NotImplementedError as error:  # as filelock says it
        raise OSError(errno.ENOTSUP, "is on a disk that can't lock files", str(path)) from error
    except Timeout:
        if on_wait:
            on_wait()
    return lock.acquire(timeout=wait)


def _note(holder: Path, by: str) -> None:
    about = {"by": by, "pid": os.getpid(), "host": socket.gethostname(), "since": _now().isoformat(timespec="seconds")}
    with suppress(OSError):  # a disk that is full has its say when the entry itself is written
        holder.unlink(missing_ok=True)  # a colleague's file of a killed process can be removed, not written
        holder.write_text(json.dumps(about, ensure_ascii=False), "utf-8", errors="replace")


def _held(holder: Path) -> str:
    """Who is writing, as far as can be known: a note that a killed process left tells nothing about now."""
    try:
        about = json.loads(holder.read_text("utf-8"))
        by, pid, host, since = (about[key] for key in ("by", "pid", "host", "since"))
        start = datetime.fromisoformat(since)
        if host != socket.gethostname() or _is_alive(pid):
            where = "" if host == socket.gethostname() else f" on {host}"
            return f"{by} (process {pid}{where}) has been saving since {start:%Y-%m-%d %H:%M:%S}"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # no note, or one that is being written
    return f"another program has been saving for more than {WAIT:.0f} seconds"


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":  # signal 0 would end the process there
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _now() -> datetime:
    return datetime.now().astimezone()
