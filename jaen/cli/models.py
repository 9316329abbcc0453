"""`jaen models`: the packages that translation runs on, and how they come and go."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, ClassVar

import click

from jaen.cli.asking import confirmed, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.commands import LazyGroup
from jaen.cli.output import counted, say
from jaen.errors import PackageError
from jaen.reading.paths import shown
from jaen.translation import packages

__all__ = ["models"]


class _Commands(LazyGroup):
    table: ClassVar[dict[str, tuple[str, str]]] = {
        "list": ("jaen.cli.models", "What is installed, and what the Argos index offers."),
        "install": ("jaen.cli.models", "Install a package from the Argos index, or from a file."),
        "verify": ("jaen.cli.models", "Read all files again, and translate a sentence."),
        "remove": ("jaen.cli.models", "Remove a package."),
    }


@click.group(cls=_Commands)
def models() -> None:
    """Keep the packages that translation runs on: those of Argos Translate.

    They lie where Argos Translate keeps them, and both programs use the same ones. Nothing is ever downloaded but by
    `jaen models install` and `jaen models list --available`.
    """


def _digest(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[0-9a-fA-F]{64}", value):
        raise click.BadParameter(f"{value!r} is no SHA-256; that is 64 hexadecimal digits")
    return value


@click.command("list")
@click.option("--installed", is_flag=True, help="Those that are installed (what is listed when nothing is asked for).")
@click.option("--available", is_flag=True, help="Those that the Argos index offers, over the network.")
def list_(installed: bool, available: bool) -> None:
    """One line for each package, and for each folder among them that can't be used, with the reason.

    \b
    jaen models list --available | grep ja
    """
    found = packages.survey()
    if installed or not available:
        _list_installed(found)
    if available:
        _list_available(found)


@click.command()
@click.argument("package", metavar="NAME|FILE")
@click.option("--sha256", metavar="HEX", callback=_digest, help="What the file must hash to.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no messages.")
def install(package: str, sha256: str | None, quiet: bool) -> None:
    """Install a package: `ja-en` from the Argos index, or a file that ends in .argosmodel.

    It is checked, unpacked aside and tried out before it takes its place; until then, what was installed stays.

    \b
    jaen models install ja-en
    jaen models install translate-ja_en-1_1.argosmodel
    """
    if not package:  # "$PACKAGE" with nothing in it
        raise click.UsageError("the name is empty; give one, such as ja-en, or a file")
    tell = _mute if quiet else say
    if _is_file(package):
        done = packages.install(package, sha256, tell)
    else:
        with _bar(quiet) as on_progress:
            done = packages.download_and_install(package, sha256, tell, on_progress)
    for folder in done.replaced:
        tell(f"it replaces {shown(folder.name)}")
    _tell_which_is_used(done.package, tell)
    _show(done.package.folder, f"{done.package.name} {done.package.version}", done.archive, done.sample)


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
def verify(name: str | None) -> int:
    """Read the files of a package (of all, without a NAME) again, compare their hashes with those recorded when it was
    installed, and translate a sentence with it. NAME is a pair of languages, or a folder's name. Exit code 1 when
    something is wrong.

    \b
    jaen models verify ja-en
    """
    folders = packages.find(name)
    if not folders:
        _tell_none()
    is_fine = True
    for folder in folders:
        result = packages.verify(folder)
        title = f"{result.package.name} {result.package.version}" if result.package else "-"
        _show(folder, title, result.archive, result.sample)
        for problem in result.problems:
            click.echo(f"  wrong: {problem}")
        if result.package and result.archive is None and not result.problems:
            click.echo("  no hashes were recorded: another program has installed it")
        is_fine = is_fine and not result.problems
    return EXIT_FINE if is_fine else EXIT_FINDINGS


@click.command()
@click.argument("name")
@yes_option
def remove(name: str, yes: bool) -> None:
    """Remove a package and its files. NAME is a pair of languages or, where several have one, a folder's name.

    \b
    jaen models remove ja-en
    """
    folders = packages.find(name)
    if len(folders) > 1:
        names = ", ".join(folder.name for folder in folders)
        raise PackageError(f"several packages are called {name}; nothing was removed; name one by its folder: {names}")
    say(f"{shown(folders[0])} is to be removed: {_megabytes(_size(folders[0]))}")
    if confirmed("Remove it?", yes):
        packages.remove(folders[0], say)
        say(f"{name} is removed")


def _list_installed(found: packages.Survey) -> None:
    for package in found.packages:
        size = _megabytes(_size(package.folder))
        click.echo(
            f"{package.name:7} {package.version:6} {size:>9}  {shown(package.folder)}{_not_used(package, found)}"
        )
    for broken in found.unusable:
        click.echo(f"-       not usable         {shown(broken.folder)}: {broken.reason}")
    if not found.packages:
        _tell_none()


def _list_available(found: packages.Survey) -> None:
    index = packages.available()
    for package in index.packages:
        versions = [one.version for one in found.packages if one.name == package.name]
        mark = "installed" if package.version in versions else ""
        if versions and not mark:
            mark = f"{', '.join(versions)} is installed"
        click.echo(f"{package.name:7} {package.version:6} available  {mark}".rstrip())
    for reason in index.passed_over:
        say(f"the index: {reason}; it is passed over")
    say(f"{counted(len(index.packages), 'packages')} can be installed: jaen models install NAME")


def _tell_none() -> None:
    places = ", ".join(map(str, packages.package_folders())) or "any folder"
    say(f"no package is installed in {places}; to install one: jaen models install ja-en")


def _show(folder: Path, title: str, archive: packages.Archive | None, sample: str) -> None:
    """A package and what is known of it."""
    click.echo(f"{title}  {shown(folder)}")
    if archive:
        click.echo(f"  from {archive.source}\n  {archive.size:,} bytes, SHA-256 {archive.sha256}")
    if sample:
        click.echo(f"  translates, for example: {sample}")


def _tell_which_is_used(package: packages.InstalledPackage, tell: Callable[[str], None]) -> None:
    found = packages.survey()
    newest = _newest(package, found)
    if newest.folder != package.folder:
        tell(f"{newest.name} {newest.version} in {newest.folder} is used nevertheless, as the newer one")


def _not_used(package: packages.InstalledPackage, found: packages.Survey) -> str:
    used = _newest(package, found)
    if used == package:
        return ""
    why = f"{used.version} is newer" if used.version != package.version else f"{shown(used.folder)} is the same version"
    return f"  (not used: {why})"


def _newest(package: packages.InstalledPackage, found: packages.Survey) -> packages.InstalledPackage:
    """The one that translation uses among all of the same languages."""
    return [one for one in found.packages if one.name == package.name][-1]


def _is_file(package: str) -> bool:
    """A path, not a name: no pair of languages has a dot; `ja-en` is one also where a file is called so, ./ja-en is not."""
    return "." in package or os.sep in package or "/" in package


def _size(folder: Path) -> int:
    """Bytes of all files; what can't be looked at counts nothing."""
    return sum(os.lstat(Path(place, name)).st_size for place, _, names in os.walk(folder) for name in names)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _mute(_: str) -> None:
    pass


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[int, int | None], None]]:
    """Bytes on a bar on standard error when that is a terminal; a download that is begun anew gets a new bar."""
    with ExitStack() as stack:
        bars: list[Any] = []

        def on_progress(done: int, whole: int | None) -> None:
            if done == 0:
                stack.close()
                hidden = quiet or whole is None or not sys.stderr.isatty()
                bar = click.progressbar(length=whole or 0, label="downloading", file=sys.stderr, hidden=hidden)
                bars[:] = [stack.enter_context(bar)]
            bars[0].update(done - bars[0].pos)
            if done == whole:  # what is said next begins a line of its own
                stack.close()

        yield on_progress
