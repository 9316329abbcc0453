"""The entry: commands by name, and what every failure looks like to the shell."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from jaen.cli.codes import EXIT_ERROR, EXIT_FINE, EXIT_INTERRUPTED, EXIT_USAGE
from jaen.errors import JaenError

__all__ = ["main", "run"]

# Name → module and one-line help, so that `jaen --help` loads no command.
COMMANDS = {
    "process": ("jaen.cli.process", "Articles in, one clean term-aligned stream out."),
    "detect": ("jaen.cli.views", "The language of every sentence, with the reason."),
    "normalize": ("jaen.cli.views", "The text after normalization, or every edit with its rule."),
    "segment": ("jaen.cli.views", "One sentence a line."),
    "tokenize": ("jaen.cli.views", "Words with lemma, reading and part of speech."),
    "terms": ("jaen.cli.views", "Where the glossary's concepts occur."),
    "explain": ("jaen.cli.explain", "Every decision that touched one character, and why."),
    "glossary": ("jaen.cli.glossary", "Look into a glossary and run its entries' own tests."),
    "schema": ("jaen.cli.schema", "Print the JSON Schema of the output."),
    "doctor": ("jaen.cli.doctor", "Check the installation."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and take the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click, but an unknown command is answered with the nearest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"the commands are: {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)


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
        return _file_trouble(error, "--debug" in arguments)
    return code if isinstance(code, int) else EXIT_FINE


def _file_trouble(error: OSError, debug: bool) -> int:
    if error.errno == errno.EPIPE:  # `jaen … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        return EXIT_FINE
    if debug:
        raise error
    place = f"{error.filename}: " if error.filename else ""
    return _complain(f"{place}{error.strerror}; nothing more was written")


def _complain(message: str, code: int = EXIT_ERROR) -> int:
    if sys.stderr is not None:
        click.echo(f"jaen: {message}", err=True)
    return code
