"""`jaen align`."""

import click

__all__ = ["align"]


@click.command()
def align() -> int:
    """Sentences beside each other."""
    return 0
