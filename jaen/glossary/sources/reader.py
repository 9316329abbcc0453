"""From one file to what it holds; what is wrong with it goes to the problems."""

import os
from pathlib import Path
from stat import S_ISREG

from jaen.errors import ExchangeError, GlossaryError
from jaen.glossary.sources.content import Broken, Content
from jaen.glossary.sources.csv_file import read_csv
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.schema import RELATIONS, ConceptReader
from jaen.glossary.sources.tree import Fields, Items, Node, Origin, Place, Text
from jaen.glossary.sources.xlsx_file import read_xlsx
from jaen.glossary.sources.yaml_file import read_yaml
from jaen.model import Concept

__all__ = ["EXCHANGED", "ROWS", "FileReader", "read_bytes"]

# Thousands of small files are read: this way takes a third of the time of Path.read_bytes. A pipe is not waited for.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
MAX_BYTES = 64 * 1024 * 1024  # one file; 100,000 concepts of 570 bytes in one list are 57 MB

ROWS = {".csv": read_csv, ".xlsx": read_xlsx}
EXCHANGED = (".tbx", ".utx")  # of other programs; a glossary may be kept in them as well


def read_bytes(path: Path, problems: Problems) -> bytes | None:
    """The bytes of the file at *path*; None, and a problem, when they can't be had or are too many."""
    try:
        handle = os.open(path, _AT_ONCE)
        try:
            info = os.fstat(handle)
            if not S_ISREG(info.st_mode):  # reading a pipe or a device might never end
                problems.add(str(path), 1, "is not a file; remove it")
            elif info.st_size > MAX_BYTES:
                problems.add(str(path), 1, _too_large(info.st_size))
            else:
                return b"".join(iter(lambda: os.read(handle, info.st_size + 1), b""))
        finally:
            os.close(handle)
    except OSError as error:
        problems.add(str(path), 1, f"can't be read ({error.strerror}); check the file")
    return None


class FileReader:
    """Reads one file.

    Args:
        path: of the file; its name without the ending is the id of a concept that stands alone.
        problems: where what is wrong goes.
    """

    def __init__(self, path: Path, problems: Problems) -> None:
        self._path = path
        self._file = str(path)
        self._problems = problems
        self._concepts: list[Concept] = []
        self._origins: list[Origin] = []
        self._broken: list[Broken] = []

    def read(self, data: bytes) -> Content:
        """A file that is a glossary by itself: rows, a list of concepts with their ids, or one concept."""
        if self._path.suffix in ROWS:
            for concept_id, fields in ROWS[self._path.suffix](data, self._file, self._problems):
                self._add(concept_id, fields)
            return self._content()
        if self._path.suffix in EXCHANGED:
            return self._exchanged(data)
        root = self._root(data)
        if isinstance(root, Items):
            for item in root.values:
                self._add_item(item)
        elif isinstance(root, Fields):
            self._add_named(root)
            return self._content(tuple(one.stem for one in self._path.parent.glob("*.yaml")))
        elif root is not None:
            what = "is neither a concept nor a list of concepts; write 'category: term' and go on with 'terms:'"
            self._problems.add(self._file, root.place, what)
        return self._content()

    def _exchanged(self, data: bytes) -> Content:
        """A file of another program; an entry or a term that can't be taken is a problem."""
        from jaen.glossary.exchange.formats import format_for  # which is built on this module

        read = format_for(None, self._file, to_write=False).read
        assert read
        try:
            incoming = read(data, self._file)
        except ExchangeError as error:
            raise GlossaryError(self._file, [str(error)]) from error
        for skipped in incoming.skipped:
            if not skipped.is_detail:
                self._problems.add(self._file, skipped.place, skipped.reason)
        return Content(
            incoming.concepts,
            tuple(self._whole(concept, incoming.places.get(concept.id, 1)) for concept in incoming.concepts),
        )

    def _whole(self, concept: Concept, place: Place) -> Origin:
        """The origin of a concept all of whose parts stand at *place*."""
        parts = (concept.terms, concept.links, concept.examples)
        return Origin(self._file, place, *((place,) * len(part) for part in parts))

    def read_one(self, data: bytes) -> Content:
        """A file of a folder: one concept, whose id is the file's name."""
        root = self._root(data)
        if root is None:
            return Content(broken=(Broken(self._path.stem, 1),))
        if isinstance(root, Items):
            what = "is a list; a file in a folder holds one concept (give a list file itself as the glossary)"
            self._problems.add(self._file, root.place, what)
            return Content(broken=(Broken(self._path.stem, 1),))
        self._add_named(root)
        return self._content()

    def _root(self, data: bytes) -> Node | None:
        before = len(self._problems)
        if len(data) > MAX_BYTES:  # a text that was not read from a file yet, but is to become one
            self._problems.add(self._file, 1, _too_large(len(data)))
            return None
        root = read_yaml(data, self._file, self._problems)
        if root is None and len(self._problems) == before:
            self._problems.add(self._file, 1, "the file is empty; write a concept or delete it")
        return root

    def _add_named(self, root: Fields | Text) -> None:
        """The one concept of a file, whose name is its id."""
        if isinstance(root, Fields) and "id" in root.values:
            place, _ = root.values.pop("id")
            self._problems.add(self._file, place, "the file's name is the id; remove the field")
        self._add(self._path.stem, root)

    def _add_item(self, item: Node) -> None:
        if not isinstance(item, Fields):
            self._problems.add(self._file, item.place, "a concept is made of fields; write '- id: my-concept'")
            return
        place, concept_id = item.values.pop("id", (item.place, None))
        if isinstance(concept_id, Text):
            self._add(concept_id.value, item)
        else:
            self._problems.add(self._file, place, "the concept has no id; write '- id: my-concept'")

    def _add(self, concept_id: str, node: Node) -> None:
        reader = ConceptReader(self._file, self._problems)
        concept = reader.read(concept_id, node)
        if concept:
            self._concepts.append(concept)
            self._origins.append(_origin(self._file, node))
        else:
            self._broken.append(Broken(concept_id, node.place, tuple(reader.links)))

    def _content(self, neighbors: tuple[str, ...] = ()) -> Content:
        return Content(tuple(self._concepts), tuple(self._origins), tuple(self._broken), neighbors)


def _too_large(size: int) -> str:
    return f"has {size:,} bytes, more than {MAX_BYTES:,}; split it into a folder"


def _origin(file: str, node: Node) -> Origin:
    """Where the concept of *node* and its parts stand."""
    links = tuple([_place_of_relation(item) for item in _items(node, "links")])
    terms, examples = ([item.place for item in _items(node, field)] for field in ("terms", "examples"))
    return Origin(file, node.place, tuple(terms), links, tuple(examples))


def _items(node: Node, field: str) -> list[Node]:
    items = node.values.get(field, (0, None))[1] if isinstance(node, Fields) else None
    return items.values if isinstance(items, Items) else []


def _place_of_relation(link: Node) -> Place:
    """A link may begin with its days; what is wrong with it is most often its target."""
    values = link.values if isinstance(link, Fields) else {}
    return next((place for key, (place, _) in values.items() if key in RELATIONS), link.place)
