"""Checks of what an article says against what it says elsewhere, above all its summary against its source."""

from collections.abc import Iterator

from jaen.checks.subject import Found, Subject

__all__ = [
    "abbreviations_defined_twice",
    "names_that_contradict",
    "numbers_that_contradict",
    "readings_that_contradict",
]


def names_that_contradict(subject: Subject) -> Iterator[Found]:
    """A summary that names another concept than the source it summarizes."""
    yield from ()


def numbers_that_contradict(subject: Subject) -> Iterator[Found]:
    """A summary that has another number than the source it summarizes."""
    yield from ()


def readings_that_contradict(subject: Subject) -> Iterator[Found]:
    """A person's name in Latin letters that its Japanese spelling does not read as."""
    yield from ()


def abbreviations_defined_twice(subject: Subject) -> Iterator[Found]:
    """An abbreviation that stands for two things."""
    yield from ()
