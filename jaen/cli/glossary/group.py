"""The commands of `jaen glossary` by name."""

from typing import ClassVar

import click

from jaen.cli.commands import LazyGroup

__all__ = ["glossary"]


class _Commands(LazyGroup):
    table: ClassVar[dict[str, tuple[str, str]]] = {
        "search": ("jaen.cli.glossary.look", "Find concepts by any part of a term, in kanji, kana or romaji."),
        "show": ("jaen.cli.glossary.look", "One concept with all that its entry says."),
        "add": ("jaen.cli.glossary.add", "A new pair of terms; near duplicates are shown first."),
        "edit": ("jaen.cli.glossary.edit", "Change an entry in your editor; it is checked when you close it."),
        "lint": ("jaen.cli.glossary.lint", "What is wrong or doubtful in the entries; --fix mends what is safe."),
        "test": ("jaen.cli.glossary.look", "Run the examples of every concept."),
        "fmt": ("jaen.cli.glossary.fmt", "Put files into the canonical form."),
        "diff": ("jaen.cli.glossary.diff", "What differs between two versions, concept by concept."),
        "impact": ("jaen.cli.glossary.impact", "What a change of the glossary does to articles."),
        "usage": ("jaen.cli.glossary.usage", "Where articles use a concept, in both languages."),
        "suggest": ("jaen.cli.glossary.suggest", "Candidates for new entries, found in articles."),
        "review": ("jaen.cli.glossary.review", "What waits for a decision; approve or reject it."),
        "merge": ("jaen.cli.glossary.merge", "Make one concept of two, or bring two folders together."),
        "import": ("jaen.cli.glossary.import_", "Take terms in from a sheet or another program."),
        "export": ("jaen.cli.glossary.export", "Write terms for a sheet or another program."),
        "history": ("jaen.cli.glossary.history", "The versions of a glossary or of a concept."),
        "undo": ("jaen.cli.glossary.history", "Take a change back."),
    }


@click.group(cls=_Commands)
def glossary() -> None:
    """Keep a glossary: look things up, add, check, review, exchange.

    The glossary is given with -g or, once for all commands, in the environment variable JAEN_GLOSSARY.
    """
