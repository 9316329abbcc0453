"""The entry: commands by name, and what every failure looks like to the shell."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import ClassVar

import click

from jaen.cli.codes import EXIT_ERROR, EXIT_FINE, EXIT_INTERRUPTED, EXIT_USAGE
from jaen.cli.commands import LazyGroup
from jaen.errors import JaenError

__all__ = ["main", "run"]


class Commands(LazyGroup):
    """The commands by name."""

    table: ClassVar[dict[str, tuple[str, str]]] = {
        "process": ("jaen.cli.process", "Articles in, one clean term-aligned stream out."),
        "translate": ("jaen.cli.translate", "Articles in the other language, every glossary term in its place."),
        "detect": ("jaen.cli.views", "The language of every sentence, with the reason."),
        "normalize": ("jaen.cli.views", "The text after normalization, or every edit with its rule."),
        "segment": ("jaen.cli.views", "One sentence a line."),
        "tokenize": ("jaen.cli.views", "Words with lemma, reading and part of speech."),
        "terms": ("jaen.cli.views", "Where the glossary's concepts occur."),
        "check": ("jaen.cli.check", "What is wrong in an article, or in a translation of it."),
        "align": ("jaen.cli.align", "Which sentence of a translation says what which sentence of the source says."),
        "compare": ("jaen.cli.compare", "What several articles say differently, and which are copies."),
        "explain": ("jaen.cli.explain", "Every decision that touched one character, and why."),
        "glossary": ("jaen.cli.glossary.group", "Keep a glossary: look up, add, check, review, exchange."),
        "models": ("jaen.cli.models", "The packages that translation runs on: list, install, verify, remove."),
        "memory": ("jaen.cli.memory", "Translations kept: what models made, what people reviewed."),
        "schema": ("jaen.cli.schema", "Print the JSON Schema of the output."),
        "doctor": ("jaen.cli.doctor", "Check the installation."),
    }


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="jaen", prog_name="jaen")
@click.option("--debug", is_flag=True, help="Add the traceback to error messages.")
def cli(debug: bool) -> None:
    """Scraped Japanese and English articles in; one clean, term-aligned stream out."""


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; see the README for what each code means."""
    if sys.stdout is None:  # started with stdout closed: everything printed would be lost in silence
        return _complain("standard output is closed; redirect it to a file or use -o OUT")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        # Not cli.main(): it answers a closed pipe with exit code 1.
        with cli.make_context("jaen", list(arguments)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        return _complain("interrupted", EXIT_INTERRUPTED)
    except JaenError as error:
        if "--debug" in arguments:
            raise
        return _complain(str(error))
    except OSError as error:
        return _file_trouble(error, arguments)
    return code if isinstance(code, int) else EXIT_FINE


def _file_trouble(error: OSError, arguments: Sequence[str]) -> int:
    if error.errno == errno.EPIPE:  # `jaen … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        if {"--yes", "-y"}.isdisjoint(arguments):
            return EXIT_FINE
        return _complain("standard output was closed before anything was written; send it to a file")
    if "--debug" in arguments:
        raise error
    place = f"{error.filename}: " if error.filename else ""
    return _complain(f"{place}{error.strerror}; nothing more was written")


def _complain(message: str, code: int = EXIT_ERROR) -> int:
    if sys.stderr is not None:
        click.echo(f"jaen: {message}", err=True)
    return code
