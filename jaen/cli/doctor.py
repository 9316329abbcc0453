"""`jaen doctor`: is everything there that jaen needs, and what else could be."""

import platform
from importlib.metadata import PackageNotFoundError, version

import click

from jaen.cli.codes import EXIT_ERROR, EXIT_FINE
from jaen.words.tokens import dictionary_version, tokenize_ja

__all__ = ["doctor"]

_CORE = (
    "fugashi", "unidic-lite", "langdetect", "daachorse", "charset-normalizer", "PyYAML", "regex", "click",
    "filelock", "platformdirs", "rapidfuzz", "urllib3",
)  # fmt: skip
_EXTRAS = {
    "trafilatura": ("HTML pages", "pip install '.[html]'"),
    "pyarrow": ("Parquet output", "pip install '.[scale]'"),
    "openpyxl": ("glossaries in Excel files", "pip install '.[sheets]'"),
    "lxml": ("TBX, TMX and XLIFF files", "pip install '.[xml]'"),
}


@click.command()
def doctor() -> int:
    """Check the installation: versions, the dictionary, and what the extras would add."""
    click.echo(f"jaen {version('jaen')}, Python {platform.python_version()}")
    missing = [name for name in _CORE if not _report(name, "pip install .")]
    for name, (purpose, command) in _EXTRAS.items():
        _report(name, command, f" ({purpose})")
    if missing:
        return EXIT_ERROR
    words = [token.surface for token in tokenize_ja("東京都へ行った")]
    click.echo(f"ok      dictionary {dictionary_version()}: {' '.join(words)}")
    return EXIT_FINE


def _report(name: str, command: str, purpose: str = "") -> bool:
    """Print one line about a package; True when it is installed."""
    try:
        click.echo(f"ok      {name} {version(name)}{purpose}")
    except PackageNotFoundError:
        click.echo(f"absent  {name}{purpose}: {command}")
        return False
    return True
