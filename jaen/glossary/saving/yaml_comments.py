"""Comments of an entry, each with the part of it that it is about, so that they go where that part goes.

A comment in a line of its own is about what follows, or about what stands before it when it is further to the right
than what follows; any other comment is about what ends in its line.
"""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jaen.glossary.saving.yaml_layout import Path, Plain, Unit, item_key, units
from jaen.glossary.saving.yaml_tree import Comment, Entry, Node, YamlText
from jaen.glossary.sources.schema import LANGUAGES

__all__ = ["Comments", "comments_of", "lines_with", "plain_of"]


@dataclass(slots=True)
class Notes:
    """The comments on one part of an entry."""

    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Comments:
    """All comments of an entry.

    Attributes:
        head: at the top, parted from the first field by an empty line.
        parts: by the part they are about.
        foot: at the end.
    """

    head: list[str] = field(default_factory=list)
    parts: dict[Path, Notes] = field(default_factory=dict)
    foot: list[str] = field(default_factory=list)

    def on(self, path: Path) -> Notes:
        """Those on the part *path*."""
        return self.parts.setdefault(path, Notes())

    def on_items(self, items: Container[Path]) -> list[str]:
        """Those on any part of *items*."""
        notes = [notes for path, notes in self.parts.items() if path[:2] in items]
        return [one for group in notes for one in group.above + group.beside + group.below]

    def moved(self, known: Container[Path], renamed: Mapping[Path, Path], removed: Container[Path]) -> "Comments":
        """These comments for another version of the entry.

        Args:
            known: the parts that it has.
            renamed: items of lists that are known by something else in it.
            removed: items that it does not have, whose comments go with them.
        """
        result = Comments(list(self.head), {}, list(self.foot))
        for path, notes in self.parts.items():
            if path[:2] in removed:
                continue
            place = (*renamed.get(path[:2], path[:2]), *path[2:])
            if place in known:
                there = result.on(place)
                there.above += notes.above
                there.beside += notes.beside
                there.below += notes.below
            else:  # a field that is gone, as a default is
                rest = notes.above + notes.beside + notes.below
                (result.on(place[:-1]).above if place[:-1] in known else result.foot).extend(rest)
        return result


def lines_with(fields: Mapping[str, Plain], comments: Comments) -> list[str]:
    """The canonical lines of an entry that says *fields*, with *comments* on parts that it has."""
    opened = {str(path[0]) for path in comments.parts if len(path) > 1}
    lines = [*comments.head, *([""] if comments.head else [])]
    waiting = dict(comments.parts)  # two examples may have one text: the comments stand once
    for unit in units(fields, opened):
        lines += _commented(unit, waiting.pop(unit.path, Notes()))
    return lines + comments.foot


def _commented(unit: Unit, notes: Notes) -> Iterator[str]:
    first, *others = unit.lines
    indent = first[: len(first) - len(first.lstrip(" "))]
    is_block = bool(others)  # below it, a comment would be part of the text
    for one in [*notes.above, *notes.beside[1:], *(notes.below if is_block else [])]:
        yield indent + one
    yield "  ".join([first, *notes.beside[:1]])
    yield from others
    if not is_block:
        yield from ("  " + one for one in notes.below)


class _Place(NamedTuple):
    """Where a part of an entry stands in its text."""

    start: int
    end: int
    path: Path


def comments_of(text: YamlText, start: int = 0, end: int | None = None) -> Comments:
    """The comments of *text*, or of its part from *start* to *end*, by what they are about."""
    places = list(_places(text.root))
    starts = [place.start for place in places]
    found = Comments()
    for comment in text.comments_in(start, len(text.text) if end is None else end):
        index = bisect_right(starts, comment.start)
        if comment.is_alone or not index:
            _place_alone(found, text, comment, places, index)
        else:
            path = _path_in_line(comment, places, index, text.line_start(comment.start))
            found.on(path).beside.append(comment.text)
    return found


def _path_in_line(comment: Comment, places: Sequence[_Place], index: int, line_start: int) -> Path:
    """What a comment behind the first *index* parts is about: the largest that begins in a line and ends before it."""
    first = index - 1
    while first and places[first - 1].start >= line_start:
        first -= 1
    ended = (place for place in places[first:index] if place.end <= comment.start)
    return next(ended, places[first]).path


def _place_alone(found: Comments, text: YamlText, comment: Comment, places: Sequence[_Place], index: int) -> None:
    """A comment in a line of its own is about the next part, unless it stands further to the right than that."""
    column = text.column(comment.start)
    limit = text.column(places[index].start) if index < len(places) else 0
    if index and column > limit:
        path = _path_in_line(comment, places, index, text.line_start(places[index - 1].start))
        found.on(path).below.append(comment.text)
    elif index == len(places):
        found.foot.append(comment.text)
    elif not index and text.has_empty_line(comment.end, places[0].start):
        found.head.append(comment.text)
    else:
        found.on(places[index].path).above.append(comment.text)


def _places(root: Node) -> Iterator[_Place]:
    """The parts that one can comment on, in the order of the text."""
    for entry in root.entries:
        yield _Place(entry.start, entry.end, (entry.key,))
        if entry.value.kind == "fields":
            for one in entry.value.entries:
                yield _Place(one.start, one.end, (entry.key, one.key))
        for item in entry.value.entries if entry.value.kind == "list" else []:
            path = (entry.key, item_key(plain_of(item.value)))
            yield _Place(item.start, item.end, path)
            if entry.key == "terms":
                yield from (_Place(one.start, one.end, _term_part(path, one)) for one in item.value.entries)


def _term_part(path: Path, entry: Entry) -> Path:
    return path if entry.key in LANGUAGES else (*path, entry.key)


def plain_of(node: Node) -> Plain:
    """What *node* says, without where it stands."""
    if node.kind == "text":
        return node.text
    if node.kind == "list":
        return [plain_of(entry.value) for entry in node.entries]
    return {entry.key: plain_of(entry.value) for entry in node.entries}
