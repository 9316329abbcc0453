"""A page being read: its lines, and what has been decided about each so far."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from jaen.model import Role
from jaen.offsets import Span
from jaen.text.layout import Layout, is_blank
from jaen.text.roles.glue import cut_glued
from jaen.text.roles.lines import Line, Verdict, measure
from jaen.text.roles.topic import Topic

__all__ = ["Page", "read_lines"]

_OF_PICTURES = (Role.CAPTION, Role.CREDIT, Role.ALT_TEXT, Role.LABEL)
_OF_ARTICLE = (Role.BODY, Role.LIST_ITEM, Role.QUESTION, Role.SUMMARY)


@dataclass(slots=True)
class Page:
    """Working state of `label_roles`; every pass fills in verdicts that are still None.

    Attributes:
        lines: all lines in order, blank ones too.
        verdicts: what each line is, None while undecided.
        shown: indexes of the lines that are not blank.
        topic: vocabulary of the article's own paragraphs, once they are known.
        own: indexes of these paragraphs, in order.
    """

    lines: list[Line]
    verdicts: list[Verdict | None]
    shown: list[int] = field(default_factory=list)
    topic: Topic = field(default_factory=lambda: Topic([]))
    own: tuple[int, ...] = ()

    def decide(self, index: int, verdict: Verdict) -> None:
        """Decide about one line."""
        self.verdicts[index] = verdict

    def is_open(self, index: int) -> bool:
        """True while nothing is decided about the line."""
        return self.verdicts[index] is None

    def role(self, index: int) -> Role | None:
        """The role decided on, or None."""
        verdict = self.verdicts[index]
        return verdict.role if verdict else None

    def is_own(self, index: int) -> bool:
        """True for one of the article's own paragraphs."""
        at = bisect_left(self.own, index)
        return at < len(self.own) and self.own[at] == index

    def share(self, index: int) -> float:
        """The part of a line's vocabulary that the article's other paragraphs have."""
        return self.topic.share(self.lines[index].head, is_own=self.is_own(index))

    def end_mark(self) -> int:
        """Index of the first source line, rights line or separator below the article's first paragraph."""
        first = self.own[0] if self.own else 0
        for index in self.shown[bisect_left(self.shown, first) + 1 :]:
            verdict = self.verdicts[index]
            if verdict and (verdict.role in (Role.SOURCE, Role.RIGHTS) or verdict.rule == "separator"):
                return index
        return len(self.lines)

    def rule(self, index: int) -> str:
        """The rule that decided about the line, "" while it is undecided."""
        verdict = self.verdicts[index]
        return verdict.rule if verdict else ""

    def open_prose(self) -> list[int]:
        """Indexes of undecided lines that read like sentences."""
        return [i for i in self.shown if self.verdicts[i] is None and self.lines[i].is_prose]

    def at(self, place: int) -> Line:
        """The line at a place among the lines shown."""
        return self.lines[self.shown[place]]

    def introduces_prose(self, place: int) -> bool:
        """True when the next line that is no picture's is part of the article: the mark of a heading."""
        for index in self.shown[place + 1 : place + 5]:
            role = self.role(index)
            if role is None:
                return bool(self.lines[index].list_mark)
            if role not in _OF_PICTURES:
                return role in _OF_ARTICLE or self.rule(index) == "navigation-file"
        return False

    def is_adjacent(self, index: int, following: int) -> bool:
        """True when no blank line stands between the two."""
        return not any(not self.lines[i].text for i in range(index + 1, following))


def read_lines(text: str, layout: Layout) -> list[Line]:
    """The lines of *text*, glued ones cut apart; their spans tile it."""
    return [line for span in layout.paragraphs for line in _parts(text, span)]


def _parts(text: str, span: Span) -> Iterator[Line]:
    whole = span.of(text)
    if is_blank(whole):
        yield measure(text, span)
        return
    start, glue = span.start, ""
    indent = len(whole) - len(whole.lstrip())
    for offset, rule in cut_glued(whole.strip()):
        cut = span.start + indent + offset
        yield measure(text, Span(start, cut), glue or ("glue-mark" if rule == "glue-emoji" else ""))
        start, glue = cut, rule
    yield measure(text, Span(start, span.end), glue)
