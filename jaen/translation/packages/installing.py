"""A package file becomes an installed package: whole, tried out, and in one step."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path

from jaen.errors import EngineUnavailable, PackageError
from jaen.files.atomic import flush_folder
from jaen.translation.packages.archive import unpack
from jaen.translation.packages.folders import package_folders
from jaen.translation.packages.hashes import Archive, write_record
from jaen.translation.packages.installed import InstalledPackage, read_package
from jaen.translation.packages.trial import try_out
from jaen.translation.packages.workspace import workspace

__all__ = ["Installation", "failed", "install", "install_folder", "place", "silently"]

NOTHING = "nothing was installed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What an install has done.

    Attributes:
        package: the one that is installed now.
        archive: what it was unpacked from.
        replaced: folders of the same version that have made room for it.
        sample: a sentence that it has translated on trial.
    """

    package: InstalledPackage
    archive: Archive
    replaced: tuple[Path, ...]
    sample: str


def silently(_: str) -> None:
    """For who does not want to be told what is being done."""


def install(file: str | Path, sha256: str | None = None, tell: Callable[[str], None] = silently) -> Installation:
    """Install a package file.

    Args:
        file: an .argosmodel file.
        sha256: 64 hexadecimal digits that the file must hash to; None takes any file.
        tell: is called with each step, in words.

    Raises:
        PackageError: the file is no package, not the one that *sha256* asks for, or does not run; or the packages'
            folder can't be written. Nothing was installed.
        EngineUnavailable: what runs packages is not installed.
        ConfigError: argostranslate's `settings.json` is none.

    >>> install("no-such-file.argosmodel")
    Traceback (most recent call last):
        ...
    jaen.errors.PackageError: no-such-file.argosmodel: No such file or directory; nothing was installed
    """
    path = Path(file)
    folder = install_folder()
    try:
        with _opened(path) as opened:
            archive = _archive(opened, path)
            if sha256 is not None and sha256.lower() != archive.sha256:
                raise PackageError(f"{path}: its SHA-256 is {archive.sha256}, not {sha256.lower()}; {NOTHING}")
            with workspace(folder, tell) as work:
                return place(opened, archive, work, tell)
    except OSError as error:
        raise failed(error, str(path), folder) from error


def install_folder() -> Path:
    """Where new packages go.

    Raises:
        PackageError: the user has no home and names no folder.
        ConfigError: argostranslate's `settings.json` is none.
    """
    folders = package_folders()
    if not folders:
        raise PackageError("there is no home folder to install into; name one: export ARGOS_PACKAGES_DIR=FOLDER")
    return folders[0]


def failed(error: OSError, what: str, folder: Path) -> PackageError:
    """What the system says when it can't do what an install needs; a full disk names no file."""
    place_ = error.filename or f"{what}: can't be unpacked in {folder}"
    return PackageError(f"{place_}: {error.strerror or error}; {NOTHING}")


def place(
    opened: BufferedReader, archive: Archive, work: Path, tell: Callable[[str], None], pair: str | None = None
) -> Installation:
    """Check, unpack and try out in *work*, then move it to where new packages go.

    Args:
        opened: the package file.
        archive: what is known of it.
        work: a `workspace`.
        tell: is called with each step, in words.
        pair: what it must translate, e.g. `ja-en`; None takes any package.

    Raises:
        PackageError: it is no package or does not run.
        EngineUnavailable: what runs packages is not installed.
        OSError: the disk is full or fails.
    """
    new = work / "new"
    try:
        tell(f"{archive.source}: checking and unpacking {archive.size:,} bytes, SHA-256 {archive.sha256}")
        unpack(opened, new, pair)
        package = read_package(new)
        tell(f"{archive.source}: trying out {package.name} {package.version}")
        sample = try_out(new)
    except PackageError as error:
        reason = str(error).replace(f"{new}{os.sep}", "")  # the place to work in says nothing to a user
        raise PackageError(f"{archive.source}: {reason}; {NOTHING}") from error
    except EngineUnavailable as error:
        raise EngineUnavailable(f"{archive.source}: can't be tried out; {NOTHING}; {error}") from error
    write_record(new, archive)
    _flush(new)
    folder = install_folder()
    old = _of_same_version(package, folder)
    final = _free_name(package, folder)
    new.rename(final)
    flush_folder(folder)
    for at, each in enumerate(old):  # only now: until here the old one was there, from here on the new one is
        try:
            each.rename(work / f"old-{at}")
        except OSError as error:
            reason = f"it could not be removed: {error.strerror}; remove it by hand"
            raise PackageError(f"{package.name} {package.version} is installed in {final}; {each}: {reason}") from error
    return Installation(package=read_package(final), archive=archive, replaced=tuple(old), sample=sample)


def _opened(path: Path) -> BufferedReader:
    """The file, if it is one: reading a pipe might never end."""
    if path.is_dir():
        raise PackageError(f"{path}: is a folder; name a package file (.argosmodel); {NOTHING}")
    if not stat.S_ISREG(path.stat().st_mode):
        raise PackageError(f"{path}: is no file; {NOTHING}")
    return path.open("rb")


def _archive(opened: BufferedReader, path: Path) -> Archive:
    digest = file_digest(opened, "sha256").hexdigest()
    return Archive(str(path), opened.tell(), digest)


def _flush(folder: Path) -> None:
    """Bring a package down to the disk: after a power cut it is whole, or not there."""
    for place_, _, names in os.walk(folder, topdown=False):
        for name in names:
            descriptor = os.open(Path(place_, name), os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        flush_folder(Path(place_))


def _of_same_version(package: InstalledPackage, folder: Path) -> list[Path]:
    """Folders that *package* replaces: its own version, and what lies broken under its name."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith("."):
            try:
                other = read_package(path)
            except PackageError:
                if path.name == _name(package):
                    found.append(path)
                continue
            if (other.source, other.target, other.version) == (package.source, package.target, package.version):
                found.append(path)
    return found


def _free_name(package: InstalledPackage, folder: Path) -> Path:
    """A new name, so that the old package can stay until the new one is there: translate-ja_en-1_1, then …-1_1-2."""
    name, count = _name(package), 1
    while os.path.lexists(folder / name):
        count += 1
        name = f"{_name(package)}-{count}"
    return folder / name


def _name(package: InstalledPackage) -> str:
    """As the official packages are called."""
    return f"translate-{package.source}_{package.target}-{package.version.replace('.', '_')}"
