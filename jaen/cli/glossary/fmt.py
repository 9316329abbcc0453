"""`jaen glossary fmt`: the canonical form of entries."""

import click

from jaen.cli.asking import by_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import glossary_option, tell_saved, with_glossary
from jaen.cli.output import counted, say
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.saving.yaml_text import canonical

__all__ = ["fmt"]


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@glossary_option
@click.option("--check", is_flag=True, help="Write nothing; list what would change, and exit with 1 if anything would.")
@by_option
def fmt(ids: tuple[str, ...], folder: str, check: bool, by: str | None) -> int:
    """Put entries into the canonical form: all of them, or those named.

    Fields stand in the order of the guide, defaults are left out, texts are in quotes only where they must be.
    Nothing that an entry says changes, and comments are kept.

    \b
    jaen glossary fmt -g glossaries/news
    jaen glossary fmt --check -g glossaries/news      for a commit hook or a build
    """
    place = GlossaryFolder(folder)
    glossary = place.load()
    names = [glossary.by_id(one).id for one in ids] or [concept.id for concept in glossary.concepts]
    base = {name: place.text(name) for name in dict.fromkeys(names)}
    texts = {name: written for name, data in base.items() if (written := canonical(data)) != data}
    for name in texts:
        click.echo(glossary.origins[name].file)
    all_of_them = counted(len(base), "entries")
    if not texts:
        say(f"{all_of_them} in canonical form already")
    elif check:
        say(
            f"{len(texts)} of {all_of_them} not in canonical form; mend with: jaen glossary fmt {with_glossary(folder)}"
        )
        return EXIT_FINDINGS
    elif saved := place.replace_texts(texts, base, editor_name(by), "canonical form"):
        say(f"{len(texts)} of {all_of_them} put into canonical form")
        tell_saved(saved, folder)
    return EXIT_FINE
