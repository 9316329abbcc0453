"""`jaen schema`: the contract of the output."""

import click

from jaen.cli.codes import EXIT_FINE
from jaen.writing import schema_text

__all__ = ["schema"]


@click.command()
def schema() -> int:
    """Print the JSON Schema of `jaen process -f jsonl`."""
    click.echo(schema_text().rstrip())
    return EXIT_FINE
