"""YAML read from events: the tree, and that no input can do worse than a message."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jaen.glossary.sources import yaml_file
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.tree import Fields, Items, Node, Text
from jaen.glossary.sources.yaml_file import read_yaml

PIECES = st.sampled_from(
    ["a", "京都", ": ", "：", "- ", "[", "]", "{", "}", ", ", "\n", "  ", "\t", "'", '"', "#", "&x ", "*x", "!t ", "? ", "|", ">", "---\n", "...\n", "%YAML 1.1\n", "\u3000", "\r\n", "\x85", "\x00", "\ufeff"]
)  # fmt: skip


def plain(node: Node | None) -> object:
    """A tree without its lines."""
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    if isinstance(node, Fields):
        return {key: plain(value) for key, (_, value) in node.values.items()}
    return node.value if isinstance(node, Text) else None


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_breaks_the_reader(text):
    """Whatever the text: a tree without a problem is what PyYAML composes too; else a problem names a line of it."""
    problems = Problems()
    tree = read_yaml(text.encode(), "f", problems)
    if problems.lines:
        numbers = [int(line.split(":")[1]) for line in problems.lines]
        assert all(1 <= number <= len(text.splitlines()) + 1 for number in numbers)
    else:
        assert plain(tree) == yaml.load(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(data):
    """Arbitrary bytes are a tree or a problem."""
    problems = Problems()
    assert read_yaml(data, "f", problems) is None or isinstance(problems.lines, list)


@pytest.mark.parametrize(
    "text", ["a: [1, {b: c}]\n", "- x\n- 'y: z'\n", "a: |\n  two\n  lines\n", "京都: 'ミュトス'\n", "", "# nothing\n"]
)
def test_both_parsers_give_one_tree(text, monkeypatch):
    """Where PyYAML was built without libyaml, its Python parser gives the same tree with the same lines."""
    trees = []
    for loader in (yaml.CBaseLoader, yaml.BaseLoader):
        monkeypatch.setattr(yaml_file, "_LOADER", loader)
        problems = Problems()
        trees.append(read_yaml(text.encode(), "f", problems))
        assert problems.lines == []
    assert trees[0] == trees[1]


@pytest.mark.parametrize("text", ["[" * 30_000, "- " * 30_000, "? " * 30_000, "a: &x [*x]\n", "a: [b\n"])
def test_both_parsers_refuse(text, monkeypatch):
    """What one parser refuses the other refuses at the same line."""
    lines = []
    for loader in (yaml.CBaseLoader, yaml.BaseLoader):
        monkeypatch.setattr(yaml_file, "_LOADER", loader)
        problems = Problems()
        assert read_yaml(text.encode(), "f", problems) is None
        lines.append([problem.split(":")[1] for problem in problems.lines])
    assert lines[0] == lines[1] != []


def test_lines_are_those_of_the_file():
    """Each node knows its line, comments and blank lines counted."""
    problems = Problems()
    tree = read_yaml(b"# one\n\na: x\nb:\n- y\n", "f", problems)
    assert tree == Fields(3, {"a": (3, Text(3, "x")), "b": (4, Items(5, [Text(5, "y")]))})
