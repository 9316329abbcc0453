"""Package files (.argosmodel): a zip with one folder in it. Every member is looked at before anything is unpacked.

A zip can say anything about its members, so the limits below are checked twice: by what it says, before, and by what
comes out of it, meanwhile. Names are checked on every system by the rules of all systems, so that a package is good
everywhere or nowhere.
"""

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from jaen.errors import PackageError
from jaen.translation.packages.hashes import RECORD
from jaen.translation.packages.metadata import missing_files, read_metadata

__all__ = ["MAX_METADATA", "unpack"]

MAX_MEMBERS = 2_000  # the official packages have 7 to 20
MAX_DIRECTORY = 4 << 20  # bytes of the list of members, which is read in one go
MAX_METADATA = 1 << 20
MAX_FILE = 8 << 30  # the largest models that can be had are half that
MAX_BYTES = 12 << 30
MAX_RATIO = 20  # weights hardly shrink; a folder of vocabularies shrinks to a quarter
SMALL = 64 << 20  # below this, the ratio is no matter
CHUNK = 1 << 20

_FILES = re.compile(
    r"metadata\.json|sentencepiece\.model|bpe\.model|[^/]*\.(md|txt)|(LICEN[SC]E|NOTICE|COPYING)[^/]*", re.IGNORECASE
)
_FOLDERS = ("model", "stanza", "spacy", "minisbd")
# A file of such a name is a device on Windows.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class _Member:
    """A file of the package, with its name in the package's own folder."""

    info: zipfile.ZipInfo
    name: str


def unpack(file: BinaryIO, folder: Path, pair: str | None = None) -> None:
    """Unpack a package into *folder*, which must be new; the folder inside the zip becomes this one.

    Args:
        file: the package file.
        folder: is made, in a folder that is there.
        pair: what the package must translate, e.g. `ja-en`; None takes any.

    Raises:
        PackageError: the file is no zip, or one that must not be unpacked; the message does not name the file.
        OSError: the disk is full or fails. Either way, part of the package may lie in *folder*.
    """
    with _mapped(), zipfile.ZipFile(_Bounded(file)) as archive:
        size = file.seek(0, io.SEEK_END)
        members = _checked(archive.infolist(), size)
        _check_metadata(archive, members, pair)
        allowed = max(SMALL, MAX_RATIO * size)
        folder.mkdir()
        for member in members:
            target = folder.joinpath(*member.name.split("/"))
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member.info) as source, target.open("xb") as out:
                while chunk := source.read(CHUNK):
                    allowed -= len(chunk)
                    if allowed < 0:
                        raise PackageError(f"unpacks to more than {MAX_RATIO} times its size; it is a bomb, or damaged")
                    out.write(chunk)
                if out.tell() != member.info.file_size:
                    said = f"{out.tell():,} bytes long, not {member.info.file_size:,} as it says"
                    raise PackageError(f"{_shown(member.name)} is {said}")


class _Bounded(io.RawIOBase):
    """A file that gives no more at a time than the list of members may take: a zip says itself how long its list is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > MAX_DIRECTORY:
            raise PackageError(f"its list of members is larger than {MAX_DIRECTORY >> 20} MB")
        return self._file.read(min(size, MAX_DIRECTORY) if size >= 0 else MAX_DIRECTORY)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence == io.SEEK_SET and offset < 0:
            raise zipfile.BadZipFile("it points before its own start")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


@contextmanager
def _mapped() -> Iterator[None]:
    """What zipfile and zlib raise over bytes that are no zip, as one error of ours."""
    try:
        yield
    except (NotImplementedError, *_NO_ZIP) as error:  # the first is a RuntimeError, and the next clause would take it
        raise PackageError(f"is not a whole zip file ({str(error) or 'it ends early'})") from error
    except RuntimeError as error:  # zipfile says so about passwords
        raise PackageError(f"can't be unpacked ({error})") from error


def _checked(infos: list[zipfile.ZipInfo], size: int) -> list[_Member]:
    """The files, all of them fit to be unpacked."""
    if not infos:
        raise PackageError("is an empty zip file")
    if len(infos) > MAX_MEMBERS:
        raise PackageError(f"has {len(infos):,} members; a package has at most {MAX_MEMBERS:,}")
    for info in infos:
        _check_name(info)
        _check_kind(info)
    _check_sizes(infos, size)
    _check_names_together(infos)
    members = [_Member(info, _in_package(info)) for info in infos if not info.is_dir()]
    names = {member.name for member in members}
    if RECORD in names:
        raise PackageError(f"holds {RECORD}, which only jaen writes, when it installs a package")
    for name in sorted(names):
        if not (_FILES.fullmatch(name) or name.startswith(tuple(f"{one}/" for one in _FOLDERS))):
            raise PackageError(f"holds a foreign file: {_shown(name)}; nothing but model files belongs into a package")
    lacking = missing_files(names)
    if lacking:
        raise PackageError(f"is no Argos package: {lacking}")
    return members


def _check_metadata(archive: zipfile.ZipFile, members: list[_Member], pair: str | None) -> None:
    info = next(member.info for member in members if member.name == "metadata.json")
    with archive.open(info) as file:
        metadata = read_metadata(file.read(MAX_METADATA))
    if pair not in (None, f"{metadata.source}-{metadata.target}"):
        raise PackageError(f"translates {metadata.source}-{metadata.target}, not {pair}")


def _check_name(info: zipfile.ZipInfo) -> None:
    """A name that is the same file in the same folder on every system."""
    name = info.orig_filename
    if info.filename != name:  # zipfile cuts at NUL, and Windows turns \\ into /
        raise PackageError(f"holds a file with an unfit name: {_shown(name)}")
    parts = name.removesuffix("/").split("/")
    unfit = (
        name.startswith("/")
        or any(part in ("", ".", "..") or part.endswith((".", " ")) or _RESERVED.fullmatch(part) for part in parts)
        or any(character in '\\:*?"<>|' or unicodedata.category(character) in ("Cc", "Cs") for character in name)
        or any(len(part.encode("utf-8", "surrogatepass")) > 200 for part in parts)
        or len(parts) > 12
    )
    if unfit:
        raise PackageError(f"holds a file with an unfit name: {_shown(name)}; it could land anywhere")


def _check_kind(info: zipfile.ZipInfo) -> None:
    """A plain file or a folder, not encrypted, packed in one of the two ways that packages are."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG):
        noun = "a link" if kind == stat.S_IFLNK else "no file"
        raise PackageError(f"{_shown(info.filename)} is {noun}; a package has only files and folders")
    if info.flag_bits & 0x41:
        raise PackageError(f"{_shown(info.filename)} is encrypted; a package has to be readable without a password")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackageError(f"{_shown(info.filename)} is packed by method {info.compress_type}; zip it with deflate")
    if info.is_dir() and info.file_size:
        raise PackageError(f"{_shown(info.filename)} is a folder that has content")


def _check_sizes(infos: list[zipfile.ZipInfo], size: int) -> None:
    for info in infos:
        limit = MAX_METADATA if info.filename.endswith("/metadata.json") else MAX_FILE
        if info.file_size > limit:
            raise PackageError(
                f"{_shown(info.filename)} unpacks to {info.file_size:,} bytes; at most {limit:,} are taken"
            )
    total = sum(info.file_size for info in infos)
    if total > MAX_BYTES:
        raise PackageError(f"unpacks to {total:,} bytes; at most {MAX_BYTES:,} are taken")
    if total > max(SMALL, MAX_RATIO * size):
        raise PackageError(
            f"unpacks to {total:,} bytes, more than {MAX_RATIO} times its size; it is a bomb, or damaged"
        )


def _check_names_together(infos: list[zipfile.ZipInfo]) -> None:
    """One folder at the top, and no two names that are one file on some system."""
    tops = {info.filename.split("/")[0] for info in infos}
    if any("/" not in info.filename for info in infos):
        raise PackageError("has files outside of a folder; a package is one folder with everything in it")
    if len(tops) > 1:
        raise PackageError(
            f"has {len(tops)} folders at the top ({', '.join(map(_shown, sorted(tops)[:3]))}); a package is one"
        )
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for info in infos:
        name = info.filename.removesuffix("/")
        parents = [name[:at] for at, character in enumerate(name) if character == "/"]
        own, key = (folders if info.is_dir() else files), _key(name)
        if own.get(key, name) != name or (own is files and key in files):
            raise PackageError(f"holds {_shown(name)} twice (or in capitals and small letters)")
        own[key] = name
        for parent in parents:
            if folders.setdefault(_key(parent), parent) != parent:
                raise PackageError(f"holds {_shown(parent)} twice (or in capitals and small letters)")
    both = sorted(files.keys() & folders.keys())
    if both:
        raise PackageError(f"{_shown(files[both[0]])} is a file and a folder")


def _key(name: str) -> str:
    """Equal for names that some system takes for one: Windows and macOS fold case, macOS composes accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _in_package(info: zipfile.ZipInfo) -> str:
    return info.filename.partition("/")[2]


def _shown(name: str) -> str:
    """A name in a message: whole and quoted, without control characters."""
    return repr(name) if name.isprintable() else ascii(name)
