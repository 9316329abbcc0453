"""Checks of what a scraper has left in the text."""

from collections.abc import Iterator

from jaen.checks.subject import Found, Subject

__all__ = ["leftover_furniture"]


def leftover_furniture(subject: Subject) -> Iterator[Found]:
    """A line of the site's furniture inside the body of the article."""
    yield from ()
