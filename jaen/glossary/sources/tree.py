"""What a glossary file holds before its meaning is known: texts, lists and fields, each with its place.

YAML, CSV and Excel files are all read into this tree, so that one reader (`jaen.glossary.sources.schema`) decides what is right.
"""

from dataclasses import dataclass

Place = int | str  # a line of a text file, from 1, or a cell of a sheet: Sheet1!B7


@dataclass(slots=True)
class Text:
    """A scalar: always text; nothing turns NO into false or 0123 into 83."""

    place: Place
    value: str


@dataclass(slots=True)
class Items:
    """A list."""

    place: Place
    values: list["Node"]


@dataclass(slots=True)
class Fields:
    """A mapping: key → (place of the key, value), in file order."""

    place: Place
    values: dict[str, tuple[Place, "Node"]]


Node = Text | Items | Fields


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a concept stands on disk: its file, and the places of itself, its terms, links and examples, in order."""

    file: str
    place: Place
    terms: tuple[Place, ...] = ()
    links: tuple[Place, ...] = ()
    examples: tuple[Place, ...] = ()


def kind_of(node: Node) -> str:
    """What to call *node* in a message.

    >>> kind_of(Items(1, []))
    'a list'
    """
    if isinstance(node, Text):
        return f"the text {shorten(node.value)!r}" if node.value else "nothing"
    return "a list" if isinstance(node, Items) else "fields"


def shown(place: Place) -> str:
    """*place* in the middle of a message.

    >>> shown(3), shown("Sheet1!B7")
    ('line 3', 'Sheet1!B7')
    """
    return f"line {place}" if isinstance(place, int) else place


def shorten(text: str) -> str:
    """*text* short enough for a message.

    >>> shorten("あ" * 100)
    'あああああああああああああああああああああああああああああああああああああああ…'
    """
    return text if len(text) <= 40 else text[:39] + "…"
