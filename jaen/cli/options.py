"""Options that mean the same in every command, gathered into the values that commands work with."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from jaen.cli.output import Destination
from jaen.config import PROFILES, WRAPPING, Settings
from jaen.corpus import Recipe
from jaen.errors import ConfigError
from jaen.model import Severity
from jaen.reading import ReadOptions
from jaen.translation import SOURCE_OF, EngineChoice, Memory, Translator, open_translator
from jaen.translation.memory import default_path

__all__ = [
    "QUIET",
    "WORKERS",
    "Run",
    "Source",
    "Translating",
    "codes_option",
    "fail_on_option",
    "gather",
    "output_options",
    "reading_options",
    "recipe_options",
    "run_options",
    "source_options",
    "translation_options",
]

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]
WORKERS = click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to work with."
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
_GLOSSARY = click.option("-g", "--glossary", metavar="GLOSSARY", help="A folder of concept files, or one file.")


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, and how."""

    paths: tuple[str, ...]
    reading: ReadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Translating:
    """What to translate into, and how.

    Attributes:
        to: a language; None translates nothing.
        remembers: False leaves the memory alone.
        memory: its file; None is the user's own.
        fuzzy: see `Translator`.
    """

    to: str | None
    engine: EngineChoice
    remembers: bool
    memory: Path | None
    fuzzy: float | None

    def open(self) -> Translator | None:
        """The translator; None where nothing is to be translated.

        Raises:
            EngineUnavailable: there is nothing to translate with.
        """
        if self.to is None:
            return None
        path = self.memory or default_path()
        return open_translator(self.to, self.engine, Memory(path) if path and self.remembers else None, self.fuzzy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a batch runs.

    Attributes:
        workers: processes.
        resume: go on where an interrupted run stopped.
        fail_on: the severity of a finding from which the exit code is 1, or `never`.
        quiet: no progress bar and no summary.
    """

    workers: int
    resume: bool
    fail_on: str
    quiet: bool


def fail_on_option(default: str) -> Decorator:
    """`--fail-on`: the severity of a finding from which the exit code is 1."""
    return click.option(
        "--fail-on",
        type=click.Choice([*map(str, Severity), "never"]),
        default=default,
        show_default=True,
        help="Exit with 1 when there is a finding of this severity or worse.",
    )


def codes_option(codes: Iterable[tuple[str, Severity, str]]) -> Decorator:
    """`--codes`: print every code with how grave it usually is and what it finds, and exit."""
    table = tuple(codes)

    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            width = max(len(code) for code, _, _ in table)
            for code, severity, title in table:
                click.echo(f"{code:<{width}}  {severity:<7}  {title}")
            context.exit()

    return click.option(
        "--codes",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help="Print every code with what it finds, and exit.",
    )


def gather(name: str, build: Callable[..., Any], options: dict[str, Decorator]) -> Decorator:
    """Add *options* to a command, which receives them as one value called *name*."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def gathered(**values: Any) -> Any:
            values[name] = build(**{key: values.pop(key) for key in options})
            return command(**values)

        decorated: Command = gathered
        for option in reversed(options.values()):
            decorated = option(decorated)
        return decorated

    return decorate


def _read_options(encoding: str | None, replace: bool, text_field: str | None) -> ReadOptions:
    return ReadOptions(encoding=encoding, errors="replace" if replace else "strict", text_field=text_field)


reading_options = gather(
    "reading",
    _read_options,
    {
        "encoding": click.option("--encoding", metavar="NAME", help="Of the input; default: found out."),
        "replace": click.option(
            "--replace", is_flag=True, help="Replace bytes that can't be decoded, counted, instead of stopping."
        ),
        "text_field": click.option("--text-field", metavar="NAME", help="Field of a JSON line that holds the text."),
    },
)


def source_options(command: Command) -> Command:
    """PATH... and how to read them, as one `Source`."""
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    return reading_options(gather("source", Source, {"paths": paths, "reading": _given})(command))


def _given(command: Command) -> Command:
    """For a value that another group of options has gathered already."""
    return command


def _recipe(glossary: str | None, profile: str, wrapping: str, date: Any) -> Recipe:
    if glossary == "":  # -g "$GLOSSARY" with nothing in it
        raise ConfigError("-g: the name is empty; give a folder of concept files or one file, or leave -g away")
    settings = Settings(profile=profile, wrapping=wrapping, date=date.date() if date else None)
    return Recipe(glossary, settings)


recipe_options = gather(
    "recipe",
    _recipe,
    {
        "glossary": _GLOSSARY,
        "profile": click.option(
            "--profile",
            type=click.Choice(PROFILES),
            default="news",
            show_default=True,
            help="Normalization: news to read, match to compare, none.",
        ),
        "wrapping": click.option(
            "--wrapping",
            type=click.Choice(WRAPPING),
            default="auto",
            show_default=True,
            help="A line is a paragraph, or text is hard-wrapped; auto decides for each article.",
        ),
        "date": click.option(
            "--date",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="YYYY-MM-DD",
            help="The articles' day, for relative dates; default: what each article says.",
        ),
    },
)


def output_options(formats: tuple[str, ...]) -> Decorator:
    """`-f` and `-o`; the first of *formats* is the default."""
    return gather(
        "destination",
        lambda format, out: Destination(format, Path(out) if out not in (None, "-") else None),  # noqa: A006 - the option's name
        {
            "format": click.option(
                "-f",
                "--format",
                type=click.Choice(formats),
                default=formats[0],
                show_default=True,
                help="Of the output.",
            ),
            "out": click.option(
                "-o",
                "--out",
                metavar="OUT",
                help="A file, replaced when the run has ended well; default: standard output.",
            ),
        },
    )


def _translating(
    to: str | None, memory: str | None, no_memory: bool, fuzzy: float | None, **engine: Any
) -> Translating:
    choice = EngineChoice(name=engine["engine"], model=engine["model"], url=engine["url"], via=engine["via"])
    if memory is not None and no_memory:
        raise ConfigError("--memory and --no-memory: give one of them")
    if memory == "":
        raise ConfigError("--memory: the name is empty; give a file, or leave --memory away")
    if to is None and (choice != EngineChoice() or memory is not None or no_memory or fuzzy is not None):
        raise ConfigError("an option that says how to translate, but not into what; add --to en or --to ja")
    path = Path(memory) if memory else None
    return Translating(to=to, engine=choice, remembers=not no_memory, memory=path, fuzzy=fuzzy)


def translation_options(*, is_required: bool) -> Decorator:
    """`--to` and how to translate, as one `Translating`.

    Args:
        is_required: `--to` must be given.
    """
    return gather(
        "translating",
        _translating,
        {
            "to": click.option(
                "--to",
                type=click.Choice(tuple(SOURCE_OF)),
                required=is_required,
                help="The language to translate into.",
            ),
            "engine": click.option(
                "--engine",
                metavar="NAME",
                default=EngineChoice().name,
                show_default=True,
                help="What translates: argos (installed packages), ctranslate2, libretranslate, openai, echo.",
            ),
            "model": click.option(
                "--model", metavar="MODEL", help="A model's folder for ctranslate2, its name for openai."
            ),
            "url": click.option("--url", metavar="URL", help="Of a server."),
            "via": click.option(
                "--via", metavar="LANGUAGE", help="Go through this language where no package knows the pair."
            ),
            "memory": click.option(
                "--memory",
                metavar="FILE",
                help="Translations kept for the next time, and those that people reviewed; default: your own.",
            ),
            "no_memory": click.option("--no-memory", is_flag=True, help="Translate everything anew and keep nothing."),
            "fuzzy": click.option(
                "--fuzzy",
                type=click.FloatRange(0, 1),
                metavar="LIKENESS",
                help="Use a reviewed translation of a sentence this like, e.g. 0.9; default: show it only.",
            ),
        },
    )


run_options = gather(
    "run",
    Run,
    {
        "workers": WORKERS,
        "resume": click.option(
            "--resume", is_flag=True, help="Go on where an interrupted run with the same -o stopped (jsonl only)."
        ),
        "fail_on": fail_on_option("never"),
        "quiet": QUIET,
    },
)
