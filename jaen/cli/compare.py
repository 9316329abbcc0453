"""`jaen compare`."""

import click

__all__ = ["compare"]


@click.command()
def compare() -> int:
    """Articles against each other."""
    return 0
