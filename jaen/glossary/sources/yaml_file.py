"""YAML, read strictly: the only module that knows PyYAML.

The tree is built from the parser's events, never by the library's composer: that one recurses in C (100,000 `[` kill
the process) and expands aliases (a billion laughs). Limits are checked on each event, before anything is built on it.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.slips import FULL_WIDTH_COLON, FULL_WIDTH_SPACE, slip_at
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text, shorten

MAX_DEPTH = 20  # a concept needs 5
MAX_SCALAR = 20_000  # characters; the longest text is an example or a note

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where PyYAML was built with it
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # YAML 1.1, section 5.1

_CONFLICT = re.compile("^<<<<<<< ", re.MULTILINE)  # two versions that git could not merge


def read_yaml(data: bytes, file: str, problems: Problems) -> Node | None:
    """The tree of one YAML document.

    Args:
        data: the file's bytes: UTF-8, with or without BOM.
        file: its name for messages.
        problems: where what is wrong goes, with its line.

    Returns:
        The tree; None when the file is empty or so wrong that no tree can be had (then a problem says why).
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(file, line, f"byte {error.start} is not UTF-8; save the file as UTF-8")
        return None
    if control := _NOT_YAML.search(text):
        line = text.count("\n", 0, control.start()) + 1
        problems.add(file, line, f"the control character U+{ord(control[0]):04X} is not allowed; remove it")
        return None
    try:
        return _Builder(file, problems).build(_LOADER(data).get_event)
    except _Refused as refused:
        problems.add(file, refused.place, str(refused))
    except yaml.MarkedYAMLError as error:
        problems.add(file, *_slip(error, text))
    return None


class Piece(NamedTuple):
    """What the parser met, in the order of the text; lists and mappings have an end of their own.

    Attributes:
        kind: text, list, fields or end.
        start: where it stands, in code points of the text; for a list or mapping its opening.
        end: where it ends.
        value: of a text.
    """

    kind: str
    start: int
    end: int
    value: str = ""


def read_pieces(text: str) -> Iterator[Piece]:
    """Where everything stands in *text*, which `read_yaml` has read without a problem; a BOM is not part of it.

    >>> [text for text in read_pieces("ja: 京都") if text.kind == "text"]
    [Piece(kind='text', start=0, end=2, value='ja'), Piece(kind='text', start=4, end=6, value='京都')]
    """
    loader = _LOADER(text)
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        assert event.start_mark
        assert event.end_mark
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            yield Piece("text", start, end, event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            yield Piece("list", start, end)
        elif isinstance(event, yaml.MappingStartEvent):
            yield Piece("fields", start, end)
        elif isinstance(event, yaml.CollectionEndEvent):
            yield Piece("end", start, end)


def _slip(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line and the message of what the parser does not take."""
    if marks := _CONFLICT.search(text):
        line = text.count("\n", 0, marks.start()) + 1
        return (
            line,
            "git's mark <<<<<<<; keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>",
        )
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    if error.context == "while scanning a quoted scalar" and start:
        return start.line + 1, "not YAML: the quote that opens here is never closed; add it where the text ends"
    if mark is None:
        return 1, f"not YAML: {error.problem}"
    if "Unicode character escape" in (error.problem or ""):  # bytes of a command line that are no text end here too
        return mark.line + 1, "not YAML: an escape in this text stands for no character; type the text itself, as UTF-8"
    opened = start.line + 1 if start and "flow" in (error.context or "") else None
    return mark.line + 1, f"not YAML: {slip_at(text, mark.line + 1, mark.column, opened)}"


class _Refused(Exception):
    """YAML that jaen does not read; ends the file."""

    def __init__(self, place: Place, what: str) -> None:
        super().__init__(what)
        self.place = place


class _Builder:
    """Builds one document's tree from events, with a stack of its own."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems

    def build(self, next_event: Callable[[], yaml.Event]) -> Node | None:
        """The document's root.

        Raises:
            _Refused: an anchor, alias, tag or second document, or a limit is passed.
        """
        root: Node | None = None
        parents: list[Items | Fields] = []
        parent: Items | Fields | None = None  # the last of them
        key: str | None = None  # waits for its value; one is enough, as a value is attached before it is entered
        key_line = 0
        node: Node
        while True:  # until the stream ends; 70 events a concept make this the loader's inner loop
            event = next_event()
            if isinstance(event, yaml.ScalarEvent):
                value, line = event.value, _line(event)
                if event.anchor or event.tag or len(value) > MAX_SCALAR:
                    raise _refused(event)
                if key is None and isinstance(parent, Fields):
                    if not value.isidentifier():  # nearly every key is one
                        _check_key(value, line)
                    key, key_line = value, line
                    continue
                node = Text(line, value)
            elif isinstance(event, yaml.CollectionEndEvent):
                parents.pop()
                parent = parents[-1] if parents else None
                continue
            elif isinstance(event, yaml.CollectionStartEvent):
                node = _collection(event, len(parents))
            elif isinstance(event, yaml.StreamEndEvent):
                return root
            else:
                _check_document(event, root)
                continue
            if isinstance(parent, Items):
                parent.values.append(node)
            elif parent is None:
                root = node
            elif key is None:
                raise _Refused(node.place, "a key is a list or a mapping; write a word before the colon")
            elif key not in parent.values:
                parent.values[key] = (key_line, node)
                key = None
            else:
                self._add_twice(parent, key, key_line)  # and the second value is dropped
                key = None
            if not isinstance(node, Text):
                parents.append(node)
                parent = node

    def _add_twice(self, parent: Fields, key: str, line: int) -> None:
        first = parent.values[key][0]
        what = f"the key '{shorten(key)}' is here twice (first in line {first}); keep one"
        self._problems.add(self._file, line, what)


def _collection(event: yaml.CollectionStartEvent, depth: int) -> Items | Fields:
    line = _line(event)
    if event.anchor or event.tag:
        raise _refused(event)
    if depth >= MAX_DEPTH:
        raise _Refused(line, f"nested more than {MAX_DEPTH} deep; a concept needs five levels")
    return Fields(line, {}) if isinstance(event, yaml.MappingStartEvent) else Items(line, [])


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    assert mark  # every event of a parsed text has one
    return mark.line + 1


def _check_document(event: yaml.Event, root: Node | None) -> None:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(line, f"the alias *{event.anchor} is not read; write the value out")
    if isinstance(event, yaml.DocumentStartEvent) and root is not None:
        raise _Refused(line, "a second document begins (---); one file holds one document")


def _check_key(key: str, line: int) -> None:
    """YAML takes `-ja: …` and `{ja：…}` as keys of these names; nobody means that."""
    if "：" in key:
        raise _Refused(line, FULL_WIDTH_COLON)
    if key.startswith("\u3000"):
        raise _Refused(line, FULL_WIDTH_SPACE)
    if key.startswith("-"):
        raise _Refused(line, f"a blank is missing after the hyphen; write '- {shorten(key[1:])}: …'")


def _refused(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> _Refused:
    line = _line(event)
    if event.anchor:
        return _Refused(line, f"the anchor &{event.anchor} is not read; remove it and write values out")
    if event.tag:
        return _Refused(line, f"the tag {event.tag} is not read; remove it (every value is text)")
    assert isinstance(event, yaml.ScalarEvent)  # a list has no other fault
    return _Refused(line, f"a text of {len(event.value):,} characters; the limit is {MAX_SCALAR:,}")
