"""Checks of days."""

from collections.abc import Iterator

from jaen.checks.subject import Found, Subject

__all__ = ["weekdays_that_disagree"]


def weekdays_that_disagree(subject: Subject) -> Iterator[Found]:
    """A date and the weekday beside it that do not go together."""
    yield from ()
