"""An entry's text with the place of everything in it: fields, items, comments and lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from jaen.glossary.sources.yaml_file import read_pieces

__all__ = ["Comment", "Entry", "Node", "YamlText"]

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # YAML 1.1, section 5.4
_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")


@dataclass(slots=True)
class Node:
    """A text, list or mapping and where it stands.

    Attributes:
        kind: text, list or fields.
        start: of its first code point: quote, bracket, or the first key or hyphen.
        end: behind its last code point; for lists and mappings in lines, behind that of what they hold.
        is_flow: written in brackets or braces, or inside some.
        text: of a text.
        entries: of a list or mapping.
    """

    kind: str
    start: int
    end: int
    is_flow: bool
    text: str = ""
    entries: list["Entry"] = field(default_factory=list)

    def get(self, key: str) -> "Entry | None":
        """The field *key*."""
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(slots=True)
class Entry:
    """One field of a mapping (`key` is its name), or one item of a list (`key` is "").

    Attributes:
        start: of the key; of the hyphen, for an item in lines; of the value, for an item in brackets.
    """

    start: int
    key: str
    value: Node

    @property
    def end(self) -> int:
        """Behind the value."""
        return self.value.end


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its # on; `is_alone` when nothing stands before it in its line."""

    start: int
    end: int
    text: str
    is_alone: bool


class YamlText:
    """The text of an entry that the strict reader has read without a problem.

    Args:
        text: without a BOM.

    Attributes:
        root: the entry as a tree.
        comments: all comments, in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0, *(found.end() for found in _BREAK.finditer(text))]
        leaves: list[Node] = []
        self.root = _build(text, leaves)
        self.comments = tuple(self._find_comments(leaves))
        self._comment_starts = [one.start for one in self.comments]
        self._place_items(self.root)

    def line_start(self, position: int) -> int:
        """Where the line with *position* begins."""
        return self._lines[bisect_right(self._lines, position) - 1]

    def line_end(self, position: int) -> int:
        """Where the line after the one with *position* begins, or the end of the text."""
        index = bisect_right(self._lines, position)
        return self._lines[index] if index < len(self._lines) else len(self.text)

    def column(self, position: int) -> int:
        """How many code points stand before *position* in its line."""
        return position - self.line_start(position)

    def before(self, position: int) -> str:
        """What stands before *position* in its line."""
        return self.text[self.line_start(position) : position]

    def newline(self, position: int) -> str:
        """How lines end near *position*: the one before it, else its own."""
        index = bisect_right(self._lines, position) - 1
        found = _BREAK.search(self.text, self._lines[max(0, index - 1)])
        return found[0] if found else "\n"

    def has_empty_line(self, start: int, end: int) -> bool:
        """True when one lies between the lines of *start* and *end*."""
        return any(not line.strip() for line in _BREAK.split(self.text[start:end])[1:-1])

    def comments_in(self, start: int, end: int) -> tuple[Comment, ...]:
        """The comments that begin from *start* up to *end*."""
        starts = self._comment_starts
        return self.comments[bisect_left(starts, start) : bisect_left(starts, end)]

    def comment_alone(self, line_start: int) -> Comment | None:
        """The comment in the line that begins at *line_start*, where nothing else is in it."""
        found = self.comments_in(line_start, self.line_end(line_start))
        return found[0] if found and found[0].is_alone else None

    def find_sign(self, sign: str, start: int, end: int) -> int:
        """Where *sign* stands outside comments, in a stretch that holds no text of the entry; -1 when nowhere."""
        for comment in self.comments_in(start, end):
            if (found := self.text.find(sign, start, comment.start)) >= 0:
                return found
            start = comment.end
        return self.text.find(sign, start, end)

    def _find_comments(self, leaves: list[Node]) -> Iterator[Comment]:
        """Between the texts of an entry each # begins a comment; one may also follow the | or > of a block."""
        position = 0
        for leaf in leaves:
            yield from self._comments_between(position, leaf.start)
            if self.text[leaf.start] in "|>" and not leaf.is_flow:
                yield from self._comments_between(leaf.start, self.line_end(leaf.start))
            position = leaf.end
        yield from self._comments_between(position, len(self.text))

    def _comments_between(self, start: int, end: int) -> Iterator[Comment]:
        for found in _COMMENT.finditer(self.text, start, end):
            is_alone = not self.before(found.start()).strip()
            yield Comment(found.start(), found.end(), found[0].rstrip(), is_alone)

    def _place_items(self, node: Node) -> None:
        """Give items in lines the place of their hyphens."""
        position = node.start
        for entry in node.entries:
            if node.kind == "list" and not node.is_flow:
                entry.start = self.find_sign("-", position, entry.value.start)
            position = entry.end
            self._place_items(entry.value)


def _build(text: str, leaves: list[Node]) -> Node:
    """The tree; its texts are also put into *leaves*."""
    top = Node("list", 0, 0, is_flow=False)
    open_nodes: list[Node] = [top]
    key: Node | None = None  # waits for its value
    for piece in read_pieces(text):
        parent = open_nodes[-1]
        if piece.kind == "end":
            _close(open_nodes.pop(), text, piece.end)
            continue
        is_flow = parent.is_flow or (piece.kind != "text" and text[piece.start] in "[{")
        node = Node(piece.kind, piece.start, piece.end, is_flow, piece.value)
        if piece.kind == "text":
            if not is_flow and text[piece.start] in "|>":
                node.end = piece.start + len(text[piece.start : piece.end].rstrip())
            leaves.append(node)
        if parent.kind == "list":
            parent.entries.append(Entry(node.start, "", node))
        elif key is None:
            key = node
            continue
        else:
            parent.entries.append(Entry(key.start, key.text, node))
            key = None
        if piece.kind != "text":
            open_nodes.append(node)
    return top.entries[0].value


def _close(node: Node, text: str, end: int) -> None:
    """End a list or mapping: at its bracket, or where the last of what it holds ends."""
    is_closed = text[node.start] in "[{" and text[end - 1] in "]}"
    node.end = end if is_closed or not node.entries else node.entries[-1].end
