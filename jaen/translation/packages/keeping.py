"""Installed packages are looked after: are they whole, and how they go."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jaen.errors import PackageError
from jaen.translation.packages.folders import package_folders
from jaen.translation.packages.hashes import Archive, Record, files_of, hash_file, read_record
from jaen.translation.packages.installed import InstalledPackage, read_package, survey
from jaen.translation.packages.installing import silently
from jaen.translation.packages.trial import try_out
from jaen.translation.packages.workspace import workspace

__all__ = ["Verification", "find", "remove", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found out about one folder.

    Attributes:
        folder: of the package.
        package: None where there is none that can be used.
        archive: what it was unpacked from; None when jaen has not installed it, and so knows no hashes of its files.
        problems: one line each; none when it is whole.
        sample: a sentence that it has translated on trial; "" when it could not.
    """

    folder: Path
    package: InstalledPackage | None
    archive: Archive | None
    problems: tuple[str, ...]
    sample: str


def find(name: str | None = None) -> tuple[Path, ...]:
    """The folders of packages by name: a pair of languages (`ja-en`) or a folder's own name; of all without one.

    Raises:
        PackageError: there is none of that name; those that are there are told.
        ConfigError: argostranslate's `settings.json` is none.
    """
    found = survey()
    folders = [package.folder for package in found.packages] + [broken.folder for broken in found.unusable]
    if name is None:
        return tuple(folders)
    pairs = {package.folder: package.name for package in found.packages}
    wanted = tuple(folder for folder in folders if name in (pairs.get(folder), folder.name))
    if not wanted:
        names = sorted(set(pairs.values())) + [broken.folder.name for broken in found.unusable]
        there = f"there are: {', '.join(names)}" if names else "none is installed"
        raise PackageError(f"there is no installed package {name}; {there}")
    return wanted


def verify(folder: Path) -> Verification:
    """Read every file of a package again, compare with what was recorded at its install, and translate with it.

    Raises:
        EngineUnavailable: what runs packages is not installed.
    """
    problems: list[str] = []
    package, record, sample = None, None, ""
    try:
        package = read_package(folder)
        record = read_record(folder)
    except PackageError as error:
        problems.append(str(error))
    try:
        problems += _changed(folder, record) if record else []
        sample = try_out(folder) if package else ""
    except PackageError as error:
        problems.append(str(error))
    archive = record.archive if record else None
    return Verification(folder=folder, package=package, archive=archive, problems=tuple(problems), sample=sample)


def remove(folder: Path, tell: Callable[[str], None] = silently) -> None:
    """Remove a package: it is gone in one step, then its files are deleted. Of a link only the link goes.

    Raises:
        PackageError: it can't be removed, or lies where packages do not.
        ConfigError: argostranslate's `settings.json` is none.
    """
    if folder.parent not in package_folders() or folder.name.startswith(".") or not folder.is_dir():
        raise PackageError(f"{folder}: is no folder where packages lie; nothing was removed")
    try:
        with workspace(folder.parent, tell) as work:
            folder.rename(work / "old")
    except OSError as error:
        raise PackageError(f"{folder}: {error.strerror}; nothing was removed") from error


def _changed(folder: Path, record: Record) -> list[str]:
    """What is not as it was recorded, file by file."""
    there = set(files_of(folder))
    found = [f"{name} is missing" for name in sorted(record.files.keys() - there)]
    found += [f"{name} was not in the package" for name in sorted(there - record.files.keys())]
    for name in sorted(there & record.files.keys()):
        try:
            now = hash_file(folder / name)
        except OSError as error:
            found.append(f"{name} can't be read: {error.strerror}")
            continue
        if now.sha256 != record.files[name].sha256:
            found.append(f"{name} has changed: SHA-256 {now.sha256}, recorded {record.files[name].sha256}")
    return found
