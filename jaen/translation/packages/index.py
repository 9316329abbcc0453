"""The Argos index: which packages can be had, and having them."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import file_digest
from pathlib import Path

from jaen.errors import ConfigError, PackageError
from jaen.translation.addresses import checked_url, shown
from jaen.translation.http import DOWNLOAD, NoAnswer, Patience, download, get_json
from jaen.translation.packages.folders import index_url
from jaen.translation.packages.hashes import Archive, read_record
from jaen.translation.packages.installed import InstalledPackage, installed_packages, version_key
from jaen.translation.packages.installing import NOTHING, Installation, failed, install_folder, place, silently
from jaen.translation.packages.metadata import check_metadata
from jaen.translation.packages.workspace import workspace

__all__ = ["AvailablePackage", "Index", "available", "download_and_install"]

INDEX = Patience(read=15.0, total=60.0, size=4 << 20)  # it has 40 kB
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailablePackage:
    """A package that the index offers.

    Attributes:
        source, target: BCP 47 tags.
        version: as the index says.
        links: http and https addresses of the one file; others (ipfs) are left out.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]

    @property
    def name(self) -> str:
        """The pair of languages, e.g. `ja-en`."""
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Index:
    """What can be had.

    Attributes:
        packages: sorted by languages, older versions first.
        passed_over: why other entries can't be used, one line each.
    """

    packages: tuple[AvailablePackage, ...]
    passed_over: tuple[str, ...]

    def newest(self, name: str) -> AvailablePackage:
        """The newest package of a pair: `ja-en`, also written `ja_en` or `translate-ja_en`.

        Raises:
            PackageError: there is none; near names are told.
        """
        wanted = _plain(name)
        fitting = [package for package in self.packages if _plain(package.name) == wanted]
        if fitting:
            return fitting[-1]
        names = sorted({package.name for package in self.packages})
        near = get_close_matches(wanted, names, 3, 0.5)
        hint = f"near names: {', '.join(near)}; " if near else ""
        raise PackageError(f"the index has no package {name}; {hint}all of them: jaen models list --available")


def available() -> Index:
    """Ask the index, over the network, which packages can be had.

    Raises:
        PackageError: it is not there, or is none.
        ConfigError: its address, or argostranslate's `settings.json`, can't be used.
    """
    url = index_url()
    try:
        entries = get_json(url, patience=INDEX)
    except NoAnswer as error:
        without = "a package that is there as a file needs no network: jaen models install FILE.argosmodel"
        raise PackageError(f"the index of packages can't be had: {error}; {without}") from error
    if not isinstance(entries, list):
        raise PackageError(f"{shown(url)}: is no index of packages: a list is expected")
    packages, passed_over = [], []
    for at, entry in enumerate(entries, 1):
        try:
            packages.append(_package(entry))
        except PackageError as error:
            passed_over.append(
                f"entry {at}: {str(error).replace(' in metadata.json', '').replace('metadata.json', 'it')}"
            )
    packages.sort(key=lambda package: (package.source, package.target, version_key(package.version)))
    return Index(tuple(packages), tuple(passed_over))


def download_and_install(
    name: str,
    sha256: str | None = None,
    tell: Callable[[str], None] = silently,
    on_progress: Progress = lambda done, whole: None,
) -> Installation:
    """Install the newest package of a pair of languages that the index offers.

    The index gives no hashes. So the SHA-256 of what came is recorded, and the next download of the same version must
    have the same one, or be asked for by its own.

    Args:
        name: of the pair, e.g. `ja-en`.
        sha256: 64 hexadecimal digits that the file must hash to; None takes what comes.
        tell: is called with each step, in words.
        on_progress: is called with the bytes that are there and, where the server says it, the bytes of the whole.

    Raises:
        PackageError: there is no such package, it can't be had as a whole, is broken, or is another than it was.
        EngineUnavailable: what runs packages is not installed.
        ConfigError: the address of the index, or argostranslate's `settings.json`, can't be used.
    """
    package = available().newest(name)
    folder = install_folder()
    try:
        with workspace(folder, tell) as work:
            file = work / "download"
            url = _download(package, file, tell, on_progress)
            with file.open("rb") as opened:
                digest = file_digest(opened, "sha256").hexdigest()
                archive = Archive(shown(url), opened.tell(), digest)
                _check_hash(package, archive, sha256)
                return place(opened, archive, work, tell, package.name)
    except OSError as error:
        raise failed(error, package.name, folder) from error


def _package(entry: object) -> AvailablePackage:
    data = check_metadata(entry)
    links = tuple(link for link in data.links if _is_web_address(link))
    if not links:
        raise PackageError(f"{data.source}-{data.target} {data.version} has no http or https link")
    return AvailablePackage(source=data.source, target=data.target, version=data.version, links=links)


def _is_web_address(link: str) -> bool:
    try:
        checked_url(link)
    except ConfigError:
        return False
    return True


def _plain(name: str) -> str:
    return name.removeprefix("translate-").replace("_", "-").lower()


def _download(package: AvailablePackage, file: Path, tell: Callable[[str], None], on_progress: Progress) -> str:
    """The address that the file came from: links are tried in their order. What comes in part is begun anew or dropped."""
    failures = []
    for url in package.links:
        tell(f"{package.name} {package.version}: downloading {shown(url)}")
        try:
            download(url, file, on_progress, DOWNLOAD)
        except NoAnswer as error:
            failures.append(str(error))
        else:
            return url
    raise PackageError(f"{package.name} {package.version} can't be downloaded: {'; '.join(failures)}; {NOTHING}")


def _check_hash(package: AvailablePackage, archive: Archive, sha256: str | None) -> None:
    if sha256 is not None:
        if sha256.lower() != archive.sha256:
            raise PackageError(f"{archive.source}: its SHA-256 is {archive.sha256}, not {sha256.lower()}; {NOTHING}")
        return
    for other in installed_packages():
        if (other.name, other.version) == (package.name, package.version):
            record = _recorded(other)
            if record and _is_web_address(record.source) and record.sha256 != archive.sha256:
                raise PackageError(
                    f"{archive.source}: its SHA-256 is {archive.sha256}; the same version in {other.folder} came with "
                    f"{record.sha256}; {NOTHING}; if you trust it, add --sha256 {archive.sha256}"
                )


def _recorded(package: InstalledPackage) -> Archive | None:
    try:
        record = read_record(package.folder)
    except PackageError:  # a damaged record knows no hash; `verify` tells of it
        return None
    return record.archive if record else None
