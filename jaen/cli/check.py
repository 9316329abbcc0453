"""`jaen check`."""

import click

__all__ = ["check"]


@click.command()
def check() -> int:
    """What is wrong in an article, or in a translation of it."""
    return 0
