"""YAML, read strictly: the only module that knows PyYAML.

The tree is built from the parser's events, never by the library's composer: that one recurses in C (100,000 `[` kill
the process) and expands aliases (a billion laughs). Limits are checked on each event, before anything is built on it.
"""

import re
from collections.abc import Callable

import yaml

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.slips import FULL_WIDTH_COLON, FULL_WIDTH_SPACE, slip_at
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text, shorten

MAX_DEPTH = 20  # a concept needs 5
MAX_SCALAR = 20_000  # characters; the longest text is an example or a note

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where PyYAML was built with it
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # YAML 1.1, section 5.1


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
        return _Builder(file, problems).build(_LOADER(text).get_event)
    except _Refused as refused:
        problems.add(file, refused.place, str(refused))
    except yaml.MarkedYAMLError as error:
        problems.add(file, *_slip(error, text))
    return None


def _slip(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line and the message of what the parser does not take."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    if error.context == "while scanning a quoted scalar" and start:
        return start.line + 1, "not YAML: the quote that opens here is never closed; add it where the text ends"
    if mark is None:
        return 1, f"not YAML: {error.problem}"
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
        key: Text | None = None  # waits for its value; one is enough, as a value is attached before it is entered
        node: Node
        while True:  # until the stream ends; 70 events a concept make this the loader's inner loop
            event = next_event()
            if isinstance(event, yaml.ScalarEvent):
                node = _text(event)
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
                key = _key(node)
            else:
                self._put(parent, key, node)
                key = None
            if not isinstance(node, Text):
                parents.append(node)
                parent = node

    def _put(self, parent: Fields, key: Text, node: Node) -> None:
        """The value of a key; a key that is there already is a problem, and its second value is dropped."""
        values = parent.values
        if key.value not in values:
            values[key.value] = (key.place, node)
            return
        first = values[key.value][0]
        what = f"the key '{shorten(key.value)}' is here twice (first in line {first}); keep one"
        self._problems.add(self._file, key.place, what)


def _collection(event: yaml.CollectionStartEvent, depth: int) -> Items | Fields:
    line = _line(event)
    if event.anchor or event.tag:
        raise _refused_property(event)
    if depth >= MAX_DEPTH:
        raise _Refused(line, f"nested more than {MAX_DEPTH} deep; a concept needs five levels")
    return Fields(line, {}) if isinstance(event, yaml.MappingStartEvent) else Items(line, [])


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    assert mark  # every event of a parsed text has one
    return mark.line + 1


def _text(event: yaml.ScalarEvent) -> Text:
    if event.anchor or event.tag:
        raise _refused_property(event)
    value: str = event.value
    line = _line(event)
    if len(value) > MAX_SCALAR:
        raise _Refused(line, f"a text of {len(value):,} characters; the limit is {MAX_SCALAR:,}")
    return Text(line, value)


def _check_document(event: yaml.Event, root: Node | None) -> None:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(line, f"the alias *{event.anchor} is not read; write the value out")
    if isinstance(event, yaml.DocumentStartEvent) and root is not None:
        raise _Refused(line, "a second document begins (---); one file holds one document")


def _key(node: Node) -> Text:
    """*node* as a key; YAML takes `-ja: …` and `{ja：…}` as keys of these names, and nobody means that."""
    if not isinstance(node, Text):
        raise _Refused(node.place, "a key is a list or a mapping; write a word before the colon")
    if node.value.isidentifier():  # nearly every key
        return node
    if "：" in node.value:
        raise _Refused(node.place, FULL_WIDTH_COLON)
    if node.value.startswith("\u3000"):
        raise _Refused(node.place, FULL_WIDTH_SPACE)
    if node.value.startswith("-"):
        raise _Refused(node.place, f"a blank is missing after the hyphen; write '- {shorten(node.value[1:])}: …'")
    return node


def _refused_property(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> _Refused:
    line = _line(event)
    if event.anchor:
        return _Refused(line, f"the anchor &{event.anchor} is not read; remove it and write values out")
    return _Refused(line, f"the tag {event.tag} is not read; remove it (every value is text)")
