"""What was read of a glossary the last time, so that only files that changed since are read anew.

One file per glossary, in the cache folder (`jaen.folders`). It may be deleted at any time; one that is damaged, of another version, of
another glossary or written by another user is as good as none. It holds plain JSON: nothing in it is ever executed.
"""

import contextlib
import json
import os
import re
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from errno import EPERM
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from stat import S_IWGRP, S_IWOTH

from jaen.folders import cache_folder
from jaen.glossary.sources.content import Content
from jaen.glossary.sources.packing import Packer, Unpacker

__all__ = ["Cache", "Kept", "Signature", "digest_of", "settled", "signature_of"]

_OURS = re.compile(r"glossary-(?:[0-9a-f]{32}\.json|\w{8}\.part)")
_FORMAT = 1  # counted up when the file's layout changes
_STALE = 90 * 24 * 3600  # seconds; the cache of a glossary that is gone is deleted some day
# A file changed within the clock tick in which it was looked at has the same time before and after. Ticks are 2 s
# long at worst (FAT), so a file that was that new is compared by its content next time, as git does ("racily clean").
_TICK = 2_000_000_000  # nanoseconds

Signature = tuple[int, int, int, int]  # size, time of content and of status in nanoseconds, inode


def signature_of(info: os.stat_result) -> Signature:
    """What changes whenever a file does, as git's index has it."""
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino


def digest_of(data: bytes) -> str:
    """Hash of a file's content."""
    return blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one file.

    Attributes:
        signature: of the file when it was read; None when it was too new to be told by it.
        digest: of its bytes.
        content: what it holds.
    """

    signature: Signature | None
    digest: str
    content: Content


class Cache:
    """The cache of one glossary.

    Args:
        place: the glossary's path; links are followed, so that all its names share a cache.
    """

    def __init__(self, place: Path) -> None:
        self._place = os.path.realpath(place)
        name = blake2b(os.fsencode(self._place), digest_size=16).hexdigest()
        folder = cache_folder()
        self._path = folder / f"glossary-{name}.json" if folder else None

    def load(self, prefix: str) -> dict[str, Kept]:
        """File name → what is kept of it; empty when there is no cache that can be used.

        Args:
            prefix: goes before a file's name in `Origin.file`.
        """
        if not self._path:
            return {}
        try:
            head, _, body = _read_own(self._path).partition(b"\n")
            if head != self._head(body):
                return {}
            files, shared = json.loads(body)
            unpacker = Unpacker(shared)
            return {
                name: Kept(signature and tuple(signature), digest, unpacker.unpack(packed, prefix + name))
                for name, signature, digest, packed in files
            }
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return {}

    def store(self, files: Mapping[str, Kept]) -> None:
        """Keep *files* for the next time; a folder that can't be written is no error, only slower."""
        if not self._path:
            return
        packer = Packer()
        rows = [[name, kept.signature, kept.digest, packer.pack(kept.content)] for name, kept in files.items()]
        text = json.dumps([rows, packer.shared], ensure_ascii=False, separators=(",", ":"))
        body = text.encode("utf-8", "surrogatepass")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sweep(self._path.parent)
            _replace(self._path, self._head(body) + b"\n" + body)

    def _head(self, body: bytes) -> bytes:
        """The first line: whose cache this is, by which version of the reading code, and a hash of the rest."""
        stamp = blake2b(digest_size=16)
        for part in (_code(), os.fsencode(self._place), body):
            stamp.update(blake2b(part).digest())
        return f"jaen-glossary-cache {_FORMAT} {stamp.hexdigest()}".encode()


def settled(signature: Signature | None, looked_at: int) -> Signature | None:
    """*signature* when any later change of the file will show in it, else None.

    Args:
        signature: of a file; None stays None.
        looked_at: `time.time_ns()` before it was taken.

    >>> settled((10, 7_000_000_000, 7_000_000_000, 1), 8_000_000_000), settled((10, 7, 7, 1), 8_000_000_000)
    (None, (10, 7, 7, 1))
    """
    return signature if signature and max(signature[1:3]) < looked_at - _TICK else None


def _read_own(path: Path) -> bytes:
    """The bytes of a file that nobody but this user can have written: in a shared folder anyone can put one.

    Raises:
        OSError: it is not there, or somebody else's.
    """
    at_once = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # it may be a pipe
    with os.fdopen(os.open(path, os.O_RDONLY | at_once), "rb") as file:
        info = os.fstat(file.fileno())
        if hasattr(os, "geteuid") and (info.st_uid != os.geteuid() or info.st_mode & (S_IWGRP | S_IWOTH)):
            raise PermissionError(EPERM, "is not this user's own", str(path))
        return file.read()


def _replace(path: Path, data: bytes) -> None:
    """Write beside and rename: readers and other writers see the old file or the new one, never a part."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="glossary-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@lru_cache(maxsize=1)
def _code() -> bytes:
    """Hash of the code that decides what a file means, so that no other version's verdict is taken for its own."""
    here = Path(__file__)
    package = here.parents[2]
    sources = [*sorted(here.parent.glob("*.py")), package / "model" / "glossary.py", package / "words" / "scripts.py"]
    return blake2b(b"".join(path.read_bytes() for path in sources)).digest()


def _sweep(folder: Path) -> None:
    """Delete what writers that were killed have left, and caches that nobody has written for long; no other file."""
    for path in folder.glob("glossary-*"):
        if not _OURS.fullmatch(path.name):
            continue
        with contextlib.suppress(OSError):  # another user's, or another process has just done it
            age = time.time() - path.stat().st_mtime
            if age > (3600 if path.suffix == ".part" else _STALE):
                path.unlink()
