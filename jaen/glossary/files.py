"""From a path to concepts: a folder of one YAML file per concept, a YAML file with a list, a CSV or an Excel file."""

from pathlib import Path
from stat import S_ISREG

from jaen.errors import GlossaryError
from jaen.glossary.csv_source import read_csv
from jaen.glossary.problems import Problems, nearest
from jaen.glossary.schema import ConceptReader
from jaen.glossary.tree import Fields, Items, Node, Place, Text
from jaen.glossary.xlsx_source import read_xlsx
from jaen.glossary.yaml_source import read_yaml
from jaen.model import Concept

MAX_BYTES = 64 * 1024 * 1024  # one file; 100,000 concepts of 570 bytes in one list are 57 MB

_ROWS = {".csv": read_csv, ".xlsx": read_xlsx}


def load_concepts(path: Path) -> tuple[Concept, ...]:
    """All concepts at *path*, sorted by id.

    Raises:
        GlossaryError: nothing is there, or something in it is wrong; then with all that is.
    """
    place = str(path)
    entries = _Entries()
    if path.is_dir():
        entries.read_folder(path)
    elif path.suffix == ".yaml":
        entries.read_list(path)
    elif path.suffix in _ROWS:
        entries.read_rows(path)
    elif path.exists():
        kinds = "a folder of .yaml files, a .yaml, .csv or .xlsx file"
        raise GlossaryError(place, [f"{place}: not a glossary; give {kinds}"])
    else:
        raise GlossaryError(place, [f"{place}: there is no such file or folder; check the path"])
    entries.check_links()
    entries.problems.raise_if_any(place)
    if not entries.concepts:
        raise GlossaryError(place, [f"{place}: holds no concept; add one as {path.name}/my-concept.yaml"])
    return tuple(sorted(entries.concepts, key=lambda concept: concept.id))


class _Entries:
    """The concepts read so far, where each id was first seen, and the links between them."""

    def __init__(self) -> None:
        self.problems = Problems()
        self.concepts: list[Concept] = []
        self._seen: dict[str, str] = {}  # id → file:place; also of concepts with problems, so that links to them hold
        self._links: list[tuple[str, Place, str]] = []  # file, place, target

    def read_folder(self, folder: Path) -> None:
        """One concept per file; the file's name is its id."""
        try:
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self.problems.add(str(folder), 1, f"can't be read ({error.strerror}); check its permissions")
            return
        for name in names:
            path = folder / name
            if path.suffix == ".yaml":
                self._read_concept(path)
            elif path.suffix in (".yml", ".YAML", ".YML"):
                self.problems.add(str(path), 1, f"is not read; rename it to {path.stem}.yaml")
            elif path.is_dir() and any(path.glob("*.yaml")):
                self.problems.add(str(path), 1, "holds .yaml files in a folder of a folder; move them one up")

    def _read_concept(self, path: Path) -> None:
        root = self._root(path)
        if root is None:
            self._seen.setdefault(path.stem, f"{path}:1")
        elif isinstance(root, Items):
            self._seen.setdefault(path.stem, f"{path}:1")
            what = "is a list; a file in a folder holds one concept (give a list file itself as the glossary)"
            self.problems.add(str(path), root.place, what)
        else:
            if isinstance(root, Fields) and "id" in root.values:
                place, _ = root.values.pop("id")
                self.problems.add(str(path), place, "the file's name is the id; remove the field")
            self._add(str(path), path.stem, root)

    def read_list(self, path: Path) -> None:
        """A list of concepts, each with its id."""
        root = self._root(path)
        if isinstance(root, Items):
            for item in root.values:
                self._add_item(str(path), item)
        elif root is not None:
            self.problems.add(str(path), root.place, "is no list of concepts; begin each with '- id: my-concept'")

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

    def _root(self, path: Path) -> Node | None:
        data = self._bytes(path)
        if data is None:
            return None
        before = len(self.problems.lines)
        root = read_yaml(data, str(path), self.problems)
        if root is None and len(self.problems.lines) == before:
            self.problems.add(str(path), 1, "the file is empty; write a concept or delete it")
        return root

    def _bytes(self, path: Path) -> bytes | None:
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

    def check_links(self) -> None:
        """Every link must lead to a concept of this glossary."""
        for file, place, target in self._links:
            if target and target not in self._seen:
                self.problems.add(
                    file, place, f"there is no concept '{target}' to link to; {_near(target, self._seen)}"
                )


def _near(target: str, ids: dict[str, str]) -> str:
    advice = nearest(target, ids)
    return advice if advice.startswith("did") else "add it or remove the link"
