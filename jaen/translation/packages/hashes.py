"""Hashes of a package's files: recorded when jaen installs it, else computed once and remembered.

Beside a package's own files jaen keeps `jaen.json`, which argostranslate does not read:

    {"archive": {"source": "https://…", "size": 6956057, "sha256": "…"},
     "files": {"model/model.bin": {"size": 7247831, "changed": 1753…, "inode": 123, "sha256": "…"}, …}}

A package that argostranslate has installed has none; what its files hash to is remembered in jaen's cache folder, in
the same form. Either way a hash counts only while the file has the size, time and number that it was taken with.
"""

import json
import os
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from jaen.errors import PackageError
from jaen.folders import cache_folder

__all__ = ["Archive", "FileHash", "Record", "files_of", "hash_file", "read_record", "weights_hash", "write_record"]

RECORD = "jaen.json"


@dataclass(frozen=True, slots=True)
class Archive:
    """What a package was unpacked from: a path or an address, its bytes, and their SHA-256."""

    source: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FileHash:
    """A file's SHA-256 and what tells that the file is still the one: bytes, time of change in ns, number on its disk."""

    size: int
    changed: int
    inode: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a package's files by their names in it; *archive* where jaen has installed it."""

    files: dict[str, FileHash]
    archive: Archive | None = None


def weights_hash(folder: Path) -> str:
    """One SHA-256 for the files that a translation depends on: the model, its pieces, and the metadata.

    Raises:
        PackageError: a file can't be read.
    """
    known = {**_remembered(folder), **_recorded(folder)}
    try:
        names = _that_matter(folder)
        files = {name: _fresh(folder / name, known.get(name)) or hash_file(folder / name) for name in names}
    except OSError as error:
        raise PackageError(f"{error.filename}: can't be read: {error.strerror}") from error
    if any(known.get(name) != files[name] for name in names):
        _remember(folder, files)
    return sha256("".join(f"{files[name].sha256} {name}\n" for name in names).encode()).hexdigest()


def hash_file(path: Path) -> FileHash:
    """Read a file to its end.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        return FileHash(state.st_size, state.st_mtime_ns, state.st_ino, file_digest(file, "sha256").hexdigest())


def files_of(folder: Path) -> tuple[str, ...]:
    """The names of a package's files in it, sorted; jaen's own record is none of them.

    Raises:
        PackageError: a folder can't be read.
    """
    found: list[str] = []

    def refuse(error: OSError) -> None:
        raise PackageError(f"{error.filename}: can't be read: {error.strerror}") from error

    for place, _, names in os.walk(folder, onerror=refuse):
        found += [Path(place, name).relative_to(folder).as_posix() for name in names]
    return tuple(sorted(name for name in found if name != RECORD))


def write_record(folder: Path, archive: Archive) -> None:
    """Hash every file of a package that has just been unpacked and write the hashes beside them.

    Raises:
        OSError: the disk is full or fails.
    """
    files = {name: asdict(hash_file(folder / name)) for name in files_of(folder)}
    text = json.dumps({"archive": asdict(archive), "files": files}, ensure_ascii=False, indent=1)
    (folder / RECORD).write_text(text + "\n", "utf-8")


def read_record(folder: Path) -> Record | None:
    """What was recorded when jaen installed the package; None when something else did.

    Raises:
        PackageError: the record is damaged.
    """
    try:
        return _parsed((folder / RECORD).read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PackageError(f"{RECORD} can't be read: {error.strerror}") from error


def _parsed(data: bytes) -> Record:
    try:
        values: Any = json.loads(data)
        files = {str(name): _file_hash(value) for name, value in values["files"].items()}
        about = values.get("archive")
        archive = Archive(str(about["source"]), int(about["size"]), str(about["sha256"])) if about else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackageError(f"{RECORD} is damaged ({error}); install the package again") from error
    return Record(files, archive)


def _that_matter(folder: Path) -> list[str]:
    """The files that a translation depends on; links are followed: weights may lie on another disk."""
    paths = [folder / "metadata.json", folder / "sentencepiece.model", folder / "bpe.model", *folder.glob("model/*")]
    return sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())


def _file_hash(value: dict[str, Any]) -> FileHash:
    return FileHash(int(value["size"]), int(value["changed"]), int(value["inode"]), str(value["sha256"]))


def _fresh(path: Path, known: FileHash | None) -> FileHash | None:
    """*known*, if the file is still as it was then."""
    state = path.stat()
    same = known and (known.size, known.changed, known.inode) == (state.st_size, state.st_mtime_ns, state.st_ino)
    return known if same else None


def _recorded(folder: Path) -> dict[str, FileHash]:
    try:
        record = read_record(folder)
    except PackageError:  # then the files are hashed anew; `verify` tells of the damage
        record = None
    return record.files if record else {}


def _remembered(folder: Path) -> dict[str, FileHash]:
    path = _memory_of(folder)
    try:
        return _parsed(path.read_bytes()).files if path else {}
    except (OSError, PackageError):  # a cache that can't be read is none
        return {}


def _remember(folder: Path, files: dict[str, FileHash]) -> None:
    path = _memory_of(folder)
    if path is None:
        return
    data = json.dumps({"files": {name: asdict(value) for name, value in files.items()}}).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError:
        return  # no room, or none may write: it is hashed again next time


def _replace(path: Path, data: bytes) -> None:
    """Write beside and rename: processes that start at the same time never see half."""
    descriptor, beside = mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _memory_of(folder: Path) -> Path | None:
    place = cache_folder()
    name = sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return place / "packages" / f"{name}.json" if place else None
