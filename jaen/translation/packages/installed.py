"""Which Argos packages are installed, and which folders among them are none that can be used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jaen.errors import PackageError
from jaen.translation.packages.archive import MAX_METADATA
from jaen.translation.packages.folders import package_folders
from jaen.translation.packages.hashes import weights_hash
from jaen.translation.packages.metadata import missing_files, read_metadata

__all__ = [
    "InstalledPackage",
    "Survey",
    "UnusablePackage",
    "installed_packages",
    "read_package",
    "survey",
    "version_key",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledPackage:
    """A package with all files that are needed; whether they are whole, `verify` finds out.

    Attributes:
        folder: with `metadata.json`, `model/` and `sentencepiece.model` (or `bpe.model`).
        source, target: BCP 47 tags.
        version: as its metadata says.
        target_prefix: a piece that every translation of the model begins with, and that is no part of it; mostly "".
    """

    folder: Path
    source: str
    target: str
    version: str
    target_prefix: str = ""

    @property
    def name(self) -> str:
        """The pair of languages, e.g. `ja-en`."""
        return f"{self.source}-{self.target}"

    @property
    def identity(self) -> str:
        """Name, version and a hash of all files that a translation depends on.

        Raises:
            PackageError: a file can't be read.
        """
        return f"{self.source}_{self.target} {self.version} sha256:{weights_hash(self.folder)[:16]}"


@dataclass(frozen=True, slots=True)
class UnusablePackage:
    """A folder among the packages that is none, or none that can be used; *reason* says why."""

    folder: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Survey:
    """All that lies where packages lie.

    Attributes:
        packages: sorted by languages, older versions first; of two of one version, that of the folder asked first is last.
        unusable: sorted by folder.
    """

    packages: tuple[InstalledPackage, ...]
    unusable: tuple[UnusablePackage, ...]


def survey() -> Survey:
    """Look at every folder where packages lie; nothing is created, and a broken package hides no other.

    Raises:
        ConfigError: argostranslate's `settings.json` is none.
    """
    packages, unusable = [], []
    for place in reversed(package_folders()):
        try:
            for folder in _folders(place):
                try:
                    packages.append(read_package(folder))
                except PackageError as error:
                    unusable.append(UnusablePackage(folder, str(error)))
        except OSError as error:
            unusable.append(UnusablePackage(place, f"can't be looked into: {error.strerror}"))
    packages.sort(key=lambda package: (package.source, package.target, version_key(package.version)))
    return Survey(tuple(packages), tuple(sorted(unusable, key=lambda one: one.folder)))


def installed_packages() -> tuple[InstalledPackage, ...]:
    """The packages that can be used, older versions first.

    Raises:
        ConfigError: argostranslate's `settings.json` is none.
    """
    return survey().packages


def read_package(folder: Path) -> InstalledPackage:
    """The package in *folder*.

    Raises:
        PackageError: there is none, or none that can be used; the message says why, without naming the folder.
    """
    try:
        # Files only: a pipe is waited for without end, and a link may lead nowhere.
        paths = [path for path in [*folder.iterdir(), *folder.glob("model/*")] if path.is_file()]
        names = {path.relative_to(folder).as_posix() for path in paths}
        lacking = missing_files(names)
        if lacking and "metadata.json" not in names:
            raise PackageError(lacking)
        with (folder / "metadata.json").open("rb") as file:
            data = file.read(MAX_METADATA + 1)
        if len(data) > MAX_METADATA:
            raise PackageError(f"metadata.json has more than {MAX_METADATA:,} bytes; it describes no package")
        metadata = read_metadata(data)
    except OSError as error:
        raise PackageError(f"can't be read: {error.strerror}") from error
    if lacking:
        raise PackageError(lacking)
    return InstalledPackage(
        folder=folder,
        source=metadata.source,
        target=metadata.target,
        version=metadata.version,
        target_prefix=metadata.target_prefix,
    )


def version_key(version: str) -> tuple[int, ...]:
    """By this, versions sort as they follow each other.

    >>> sorted(["1.10", "1.9", "1.9.1"], key=version_key)
    ['1.9', '1.9.1', '1.10']
    """
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


def _folders(place: Path) -> Iterator[Path]:
    """The folders in *place* by name; hidden ones are no packages (an install that is under way works in one)."""
    if place.is_dir():
        yield from sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith("."))
