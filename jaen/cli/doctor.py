"""`jaen doctor`: is everything there that jaen needs, and what else could be."""

import platform
from importlib.metadata import PackageNotFoundError, version

import click

from jaen.cli.codes import EXIT_ERROR, EXIT_FINDINGS, EXIT_FINE
from jaen.cli.output import counted
from jaen.errors import ConfigError, TranslationMemoryError
from jaen.translation.memory import Memory, default_path
from jaen.translation.packages import survey
from jaen.words.tokens import dictionary_version, tokenize_ja

__all__ = ["doctor"]

_CORE = (
    "fugashi", "unidic-lite", "langdetect", "daachorse", "charset-normalizer", "PyYAML", "regex", "click",
    "filelock", "platformdirs", "rapidfuzz", "urllib3", "jinja2",
)  # fmt: skip
_EXTRAS = {
    "ctranslate2": ("translation on this machine", "pip install '.[translate-light]'"),
    "sentencepiece": ("translation on this machine", "pip install '.[translate-light]'"),
    "argostranslate": ("Argos Translate itself; jaen runs its packages without it", "pip install '.[translate]'"),
    "trafilatura": ("HTML pages", "pip install '.[html]'"),
    "pyarrow": ("Parquet output", "pip install '.[scale]'"),
    "openpyxl": ("glossaries in Excel files", "pip install '.[sheets]'"),
    "lxml": ("TBX, TMX and XLIFF files", "pip install '.[xml]'"),
}


@click.command()
def doctor() -> int:
    """Check the installation: versions, the dictionary, translation packages, and what the extras would add.

    The exit code is 3 when something is absent that jaen can't do without, 1 when something is broken.
    """
    click.echo(f"jaen {version('jaen')}, Python {platform.python_version()}")
    missing = [name for name in _CORE if not _report(name, "pip install .")]
    for name, (purpose, command) in _EXTRAS.items():
        _report(name, command, f" ({purpose})")
    if missing:
        return EXIT_ERROR
    words = [token.surface for token in tokenize_ja("東京都へ行った")]
    click.echo(f"ok      dictionary {dictionary_version()}: {' '.join(words)}")
    is_whole = _report_packages()
    return EXIT_FINE if _report_memory() and is_whole else EXIT_FINDINGS


def _report(name: str, command: str, purpose: str = "") -> bool:
    """Print one line about a library; True when it is installed."""
    try:
        click.echo(f"ok      {name} {version(name)}{purpose}")
    except PackageNotFoundError:
        click.echo(f"absent  {name}{purpose}: {command}")
        return False
    return True


def _report_packages() -> bool:
    """Print a line about each translation package; False when one is broken."""
    try:
        found = survey()
    except ConfigError as error:
        click.echo(f"broken  translation packages: {error}")
        return False
    for package in found.packages:
        click.echo(f"ok      translation package {package.name} {package.version}: {package.folder}")
    for unusable in found.unusable:
        click.echo(f"broken  {unusable.folder}: {unusable.reason}")
    if not found.packages:
        click.echo("absent  translation packages: jaen models install ja-en")
    return not found.unusable


def _report_memory() -> bool:
    """Print a line about the translation memory; False when it is broken."""
    path = default_path()
    if path is None:
        click.echo("absent  translation memory (no home to keep it in): name a file in JAEN_MEMORY")
        return True
    try:
        counts = Memory(path).counts()
    except TranslationMemoryError as error:
        click.echo(f"broken  translation memory: {error}")
        return False
    click.echo(f"ok      translation memory: {path} ({counted(sum(g.count for g in counts.groups), 'translations')})")
    return True
