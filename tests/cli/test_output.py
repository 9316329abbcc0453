"""What a person sees while a command works."""

import io
import sys

import pytest

from jaen.cli.output import Progress


class Terminal(io.StringIO):
    """Standard error of a person."""

    def isatty(self):
        return True


def test_a_long_article_shows_its_sentences(monkeypatch):
    """While one article is translated, the bar tells how many of its sentences are; after them, nothing of it."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(quiet=False)

    def articles():
        progress.sentences(100, 489)
        yield "a page"
        progress.sentences(489, 489)
        yield "another"

    assert list(progress.over(articles())) == ["a page", "another"]
    steps = [step.strip() for step in terminal.getvalue().split("\r")]
    assert any(step.endswith("0  100 of 489 sentences translated") for step in steps)
    assert steps[-2].endswith("]  2")


@pytest.mark.parametrize("is_quiet", [True, False])
def test_only_a_person_at_a_terminal_sees_a_bar(is_quiet, monkeypatch):
    """In a log file there is no bar, and with -q there is none at the terminal either."""
    out = Terminal() if is_quiet else io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    progress = Progress(is_quiet)
    for _ in progress.over(["a page"]):
        progress.sentences(1, 2)
    assert out.getvalue() == ""
