"""`jaen schema`: the contracts of the output."""

import click

from jaen.cli.codes import EXIT_FINE
from jaen.writing import schema_text
from jaen.writing.schema import SCHEMAS

__all__ = ["schema"]


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS), default="report", metavar="[NAME]")
def schema(name: str) -> int:
    """Print the JSON Schema of what jaen writes.

    It is that of `jaen process -f jsonl` (report), `jaen check -f json` (findings) or `jaen compare -f json` (comparison).

    \b
    jaen schema
    jaen schema findings
    jaen schema comparison
    """
    click.echo(schema_text(name).rstrip())
    return EXIT_FINE
