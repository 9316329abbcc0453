"""Checks of who is said to hold which office."""

from collections.abc import Iterator

from jaen.checks.subject import Found, Subject

__all__ = ["holders_out_of_office"]


def holders_out_of_office(subject: Subject) -> Iterator[Found]:
    """Somebody is called the holder of an office that was not theirs on the article's day."""
    yield from ()
