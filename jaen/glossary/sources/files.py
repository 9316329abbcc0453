"""From a path to concepts: a folder of one YAML file per concept, a YAML file with a list, a CSV or an Excel file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from stat import S_ISREG

from jaen.errors import GlossaryError
from jaen.glossary.sources.csv_file import read_csv
from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.schema import LANGUAGES, ConceptReader
from jaen.glossary.sources.tree import Fields, Items, Node, Origin, Place, Text
from jaen.glossary.sources.xlsx_file import read_xlsx
from jaen.glossary.sources.yaml_file import read_yaml
from jaen.model import Concept

MAX_BYTES = 64 * 1024 * 1024  # one file; 100,000 concepts of 570 bytes in one list are 57 MB

_ROWS = {".csv": read_csv, ".xlsx": read_xlsx}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a glossary's files hold: concepts sorted by id, and where each stands."""

    concepts: tuple[Concept, ...]
    origins: dict[str, Origin]


def load_concepts(path: Path, instead: Mapping[str, bytes | None] | None = None) -> Loaded:
    """All concepts at *path*, sorted by id.

    Args:
        path: a folder or a file.
        instead: of a folder: id → the bytes to read instead of its file, None for a file that is not to be there; so
            a change is looked at as a whole before it is written.

    Raises:
        GlossaryError: nothing is there, or something in it is wrong; then with all that is.
    """
    place = str(path)
    entries = _Entries(instead or {})
    if path.is_dir():
        entries.read_folder(path)
    elif path.suffix == ".yaml":
        entries.read_file(path)
    elif path.suffix in _ROWS:
        entries.read_rows(path)
    elif path.exists():
        kinds = "a folder of .yaml files, a .yaml, .csv or .xlsx file"
        raise GlossaryError(place, [f"{place}: not a glossary; give {kinds}"])
    else:
        raise GlossaryError(place, [f"{place}: there is no such file or folder; check the path"])
    entries.check_former_ids()
    entries.check_links()
    entries.check_duplicates()
    entries.problems.raise_if_any(place)
    if not entries.concepts:
        advice = f"add one as {path.name}/my-concept.yaml" if path.is_dir() else "add one"
        raise GlossaryError(place, [f"{place}: holds no concept; {advice}"])
    return Loaded(tuple(sorted(entries.concepts, key=lambda concept: concept.id)), entries.origins)


def read_concept(path: Path, data: bytes) -> Concept:
    """The concept that *data* is as the file *path*; what else is in the folder is not looked at.

    Raises:
        GlossaryError: with all that is wrong in it.
    """
    entries = _Entries({path.stem: data})
    entries.read_concept(path)
    entries.problems.raise_if_any(str(path))
    return entries.concepts[0]


class _Entries:
    """The concepts read so far, where each id was first seen, and the links between them."""

    def __init__(self, instead: Mapping[str, bytes | None]) -> None:
        self._instead = instead
        self.problems = Problems()
        self.concepts: list[Concept] = []
        self._seen: dict[str, str] = {}  # id → file:place; also of concepts with problems, so that links to them hold
        self.origins: dict[str, Origin] = {}
        self._former: dict[str, str] = {}  # former id → the concept that took it over
        self._links: list[tuple[str, Place, str]] = []  # file, place, target

    def read_folder(self, folder: Path) -> None:
        """One concept per file; the file's name is its id."""
        try:
            names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        except OSError as error:
            self.problems.add(str(folder), 1, f"can't be read ({error.strerror}); check its permissions")
            return
        names -= {f"{one}.yaml" for one, data in self._instead.items() if data is None}
        names |= {f"{one}.yaml" for one, data in self._instead.items() if data is not None}
        for name in sorted(names):
            path = folder / name
            if path.suffix == ".yaml":
                self.read_concept(path)
            elif path.suffix in (".yml", ".YAML", ".YML"):
                self.problems.add(str(path), 1, f"is not read; rename it to {path.stem}.yaml")
            elif path.is_dir() and any(path.glob("*.yaml")):
                self.problems.add(str(path), 1, "holds .yaml files in a folder of a folder; move them one up")

    def read_concept(self, path: Path) -> None:
        """The one concept of a file in a folder."""
        root = self._root(path)
        if root is None:
            self._seen.setdefault(path.stem, f"{path}:1")
        elif isinstance(root, Items):
            self._seen.setdefault(path.stem, f"{path}:1")
            what = "is a list; a file in a folder holds one concept (give a list file itself as the glossary)"
            self.problems.add(str(path), root.place, what)
        else:
            self._add_named(path, root)

    def _add_named(self, path: Path, root: Fields | Text) -> None:
        """The one concept of a file, whose name is its id."""
        if isinstance(root, Fields) and "id" in root.values:
            place, _ = root.values.pop("id")
            self.problems.add(str(path), place, "the file's name is the id; remove the field")
        self._add(str(path), path.stem, root)

    def read_file(self, path: Path) -> None:
        """A list of concepts, each with its id, or one concept as in a folder; the latter may link to its neighbors."""
        root = self._root(path)
        if isinstance(root, Items):
            for item in root.values:
                self._add_item(str(path), item)
        elif isinstance(root, Fields):
            self._add_named(path, root)
            for neighbor in path.parent.glob("*.yaml"):
                self._seen.setdefault(neighbor.stem, str(neighbor))
        elif root is not None:
            what = "is neither a concept nor a list of concepts; write 'category: term' and go on with 'terms:'"
            self.problems.add(str(path), root.place, what)

    def _add_item(self, file: str, item: Node) -> None:
        if not isinstance(item, Fields):
            self.problems.add(file, item.place, "a concept is made of fields; write '- id: my-concept'")
            return
        place, concept_id = item.values.pop("id", (item.place, None))
        if isinstance(concept_id, Text):
            self._add(file, concept_id.value, item)
        else:
            self.problems.add(file, place, "the concept has no id; write '- id: my-concept'")

    def read_rows(self, path: Path) -> None:
        """Rows of terms."""
        data = self._bytes(path)
        if data is not None:
            for concept_id, fields in _ROWS[path.suffix](data, str(path), self.problems):
                self._add(str(path), concept_id, fields)

    def _add(self, file: str, concept_id: str, node: Node) -> None:
        here = f"{file}:{node.place}"
        first = self._seen.setdefault(concept_id, here)
        if first != here:
            what = f"the id '{concept_id}' is here twice (first at {first}); give one another id"
            self.problems.add(file, node.place, what)
        reader = ConceptReader(file, self.problems)
        concept = reader.read(concept_id, node)
        self._links.extend((file, place, target) for place, target in reader.links)
        if concept:
            self.concepts.append(concept)
            self.origins[concept_id] = _origin(file, node)

    def _root(self, path: Path) -> Node | None:
        data = self._bytes(path)
        if data is None:
            return None
        before = len(self.problems)
        root = read_yaml(data, str(path), self.problems)
        if root is None and len(self.problems) == before:
            self.problems.add(str(path), 1, "the file is empty; write a concept or delete it")
        return root

    def _bytes(self, path: Path) -> bytes | None:
        if self._instead and path.stem in self._instead:
            return self._instead[path.stem]
        try:
            info = path.stat()
            if not S_ISREG(info.st_mode):  # reading a pipe or a device might never end
                self.problems.add(str(path), 1, "is not a file; remove it")
            elif info.st_size > MAX_BYTES:
                what = f"has {info.st_size:,} bytes, more than {MAX_BYTES:,}; split it into a folder"
                self.problems.add(str(path), 1, what)
            else:
                return path.read_bytes()
        except OSError as error:
            self.problems.add(str(path), 1, f"can't be read ({error.strerror}); check the file")
        return None

    def check_former_ids(self) -> None:
        """An id that was given up belongs to one concept and is not used again."""
        for concept in self.concepts:
            origin = self.origins[concept.id]
            for one in concept.former_ids:
                other = self._seen[one] if one in self._seen else self._former.setdefault(one, concept.id)
                if other != concept.id:
                    what = f"the former id '{one}' is also used elsewhere ({other}); an id is never used again"
                    self.problems.add(origin.file, origin.place, what)

    def check_links(self) -> None:
        """Every link must lead to a concept of this glossary."""
        for file, place, target in self._links:
            if target in self._former:
                self.problems.add(file, place, f"'{target}' is now '{self._former[target]}'; link to that")
            elif target and target not in self._seen:
                self.problems.add(
                    file, place, f"there is no concept '{target}' to link to; {_near(target, self._seen)}"
                )

    def check_duplicates(self) -> None:
        """Two concepts that nothing tells apart are one: preferred terms, category and domain are the same on a day."""
        alike: dict[tuple[tuple[str, ...], str, frozenset[str]], list[Concept]] = {}
        for concept in self.concepts:
            names = tuple(term.text if term else "" for term in map(concept.preferred, LANGUAGES))
            alike.setdefault((names, concept.category, frozenset(concept.domain)), []).append(concept)
        for (names, *_), concepts in alike.items():
            concepts.sort(key=lambda concept: concept.valid.start or date.min)
            latest = concepts[0]  # the one that ends last so far
            for concept in concepts[1:]:
                overlap = (concept.valid.start or date.min) <= (latest.valid.end or date.max)
                if overlap and any(names) and concept.id != latest.id:  # an id given twice is said already
                    self._add_duplicate(concept, latest)
                latest = max(latest, concept, key=lambda one: one.valid.end or date.max)

    def _add_duplicate(self, concept: Concept, other: Concept) -> None:
        origin = self.origins[concept.id]
        title = " = ".join(term.text for term in map(concept.preferred, LANGUAGES) if term)
        what = f"{title} is also the concept '{other.id}'; make them one, or give each its own domain or days"
        self.problems.add(origin.file, origin.place, what)


def _origin(file: str, node: Node) -> Origin:
    """Where the concept of *node* and its parts stand."""
    values = node.values if isinstance(node, Fields) else {}

    def places(field: str) -> tuple[Place, ...]:
        items = values.get(field, (0, None))[1]
        return tuple(item.place for item in items.values) if isinstance(items, Items) else ()

    return Origin(file, node.place, places("terms"), places("links"), places("examples"))


def _near(target: str, ids: dict[str, str]) -> str:
    advice = nearest(target, ids)
    return advice if advice.startswith("did") else "add it or remove the link"
