"""The house has floors: a room imports only from floors below, and each outside library has one door."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "jaen"

FLOORS = {
    "errors": 0, "offsets": 0, "model": 0, "config": 0, "folders": 0,
    "words": 1,
    "text": 2,
    "terms": 3, "reading": 3, "alignment": 3,
    "files": 4,
    "glossary": 5, "writing": 5,
    "translation": 6, "claims": 6,
    "checks": 7,
    "pipeline": 8, "explain": 8, "api": 8, "corpus": 8,
    "cli": 9, "web": 9,
}  # fmt: skip
# On one floor, these may import each other; other rooms of one floor are strangers.
NEIGHBORS = {("model", "offsets"), ("config", "errors"), ("explain", "pipeline"), ("corpus", "pipeline")}

DOORS = {
    "fugashi": "words/tokens.py",
    "unidic_lite": "words/tokens.py",
    "langdetect": "text/language",
    "daachorse": "terms/automaton.py",
    "charset_normalizer": "reading/encoding.py",
    "yaml": "glossary/sources/yaml_file.py",
    "filelock": "files/lock.py",
    "platformdirs": "folders.py",
    "rapidfuzz": "words/similarity.py",
    "regex": "words/graphemes.py",
    "trafilatura": "reading/html.py",
    "lxml": ("reading/html.py", "files/xml.py"),
    "pyarrow": "writing/parquet.py",
    "openpyxl": "glossary/sources/xlsx",
    "click": "cli/",
    "argostranslate": "translation/packages/folders.py",
    "ctranslate2": "translation/engines/decoder.py",
    "sentencepiece": "translation/engines/pieces.py",
    "urllib3": "translation/http.py",
    "jinja2": "writing/html/templates.py",
    "markupsafe": "writing/html/templates.py",
}
HEAVY = {"fugashi", "unidic_lite", "langdetect", "charset_normalizer", "regex", "trafilatura", "lxml", "daachorse",
         "argostranslate", "ctranslate2", "sentencepiece", "pyarrow", "openpyxl",
         "filelock", "platformdirs", "rapidfuzz", "urllib3", "jinja2", "markupsafe"}  # fmt: skip

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names.append(node.module or "")
            if node.module == "jaen":
                names += [f"jaen.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_rooms_import_only_from_floors_below(path):
    """A room imports from lower floors, from itself, and from no stranger on its own floor."""
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    assert room in FLOORS, f"{room} stands on no floor"
    for name in imports(ast.parse(path.read_text("utf-8"))):
        parts = name.split(".")
        if parts[0] != "jaen" or len(parts) == 1:
            continue
        other = parts[1]
        if other == room or other == "__init__":
            continue
        allowed = FLOORS[other] < FLOORS[room] or (room, other) in NEIGHBORS
        assert allowed, f"{path.name} ({room}) must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_outside_library_has_one_door(path):
    """The library fugashi is imported in words/tokens.py and nowhere else, and so on."""
    for name in imports(ast.parse(path.read_text("utf-8"))):
        door = DOORS.get(name.split(".")[0])
        if door:
            assert path.relative_to(PACKAGE).as_posix().startswith(door), f"{name} has its door at {door}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_libraries_are_imported_on_first_use(path):
    """No module imports a heavy library when it is itself imported."""
    tree = ast.parse(path.read_text("utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    for name in imports(ast.Module(body=top, type_ignores=[])):
        assert name.split(".")[0] not in HEAVY, f"{name} is imported at the top of {path.name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_rooms_stay_small(path):
    """A module of more than 400 lines has a second room inside it."""
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_the_rules_can_fail():
    """The import reader sees plain, from- and nested imports."""
    tree = ast.parse("import fugashi\nfrom jaen import cli\ndef f():\n    from jaen.web.app import x\n")
    assert imports(tree) == ["fugashi", "jaen", "jaen.cli", "jaen.web.app"]
