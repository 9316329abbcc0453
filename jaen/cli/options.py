"""Options that mean the same in every command, gathered into the values that commands work with."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from jaen.cli.output import Destination
from jaen.config import PROFILES, WRAPPING, Settings
from jaen.corpus import Recipe
from jaen.errors import ConfigError
from jaen.reading import ReadOptions

__all__ = ["Source", "gather", "output_options", "reading_options", "recipe_options", "source_options"]

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]
_GLOSSARY = click.option("-g", "--glossary", metavar="GLOSSARY", help="A folder of concept files, or one file.")


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, and how."""

    paths: tuple[str, ...]
    reading: ReadOptions


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
