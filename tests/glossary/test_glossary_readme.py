"""The editors' guide is right: its entries load, their examples pass, and it names all that an entry may say."""

import re
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.sources import schema
from jaen.model import MentionKind

FOLDER = Path(__file__).parents[2] / "glossaries"
README = (FOLDER / "README.md").read_text("utf-8")
NEWS = Glossary.load(FOLDER / "news")
BLOCKS = re.findall(r"^```yaml\n# ([a-z]+)\.yaml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
TABLES = re.findall(r"^```csv\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
KINDS = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", README, re.MULTILINE)
WORDS = [
    *schema.CONCEPT_FIELDS, *schema.TERM_FIELDS, *schema.CATEGORIES, *schema.RELATIONS, *schema.TERM_TYPES, *schema.USES,
    *schema.PARTS_OF_SPEECH, *schema.STATUSES, *schema.BOUNDARIES, *schema.CASES, *schema.REVIEW_STATES, *MentionKind,
]  # fmt: skip


def test_every_block_is_tested():
    """Two entries, one list and one table; no block has slipped past the patterns above."""
    assert [name for name, _ in BLOCKS] == ["wafer", "chip", "glossary"]
    assert len(TABLES) == 1
    assert README.count("```yaml") + README.count("```csv") == 4


def test_entries_load_and_pass(tmp_path):
    """The entries as a folder are a glossary whose examples pass; so is each beside its neighbors."""
    (tmp_path / "README.md").write_text(README, "utf-8")  # is no entry
    for name, text in BLOCKS[:2]:
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    assert [concept.id for concept in Glossary.load(tmp_path).concepts] == ["chip", "wafer"]
    assert Glossary.load(tmp_path).test() == ()
    assert Glossary.load(tmp_path / "chip.yaml").test() == ()


def test_the_full_entry_has_every_field():
    """The long entry shows each field of a concept and of a term at least once."""
    text = dict(BLOCKS)["chip"]
    missing = [field for field in schema.CONCEPT_FIELDS | schema.TERM_FIELDS if not re.search(rf"\b{field}:", text)]
    assert missing == []


def test_list_and_table_are_one_glossary(tmp_path):
    """The list and the table hold the same concepts, but for the term that only the table forbids."""
    (tmp_path / "list.yaml").write_text(dict(BLOCKS)["glossary"], "utf-8")
    (tmp_path / "table.csv").write_text(TABLES[0], "utf-8")
    listed, tabled = Glossary.load(tmp_path / "list.yaml").concepts, Glossary.load(tmp_path / "table.csv").concepts
    assert [concept.id for concept in listed] == [concept.id for concept in tabled] == ["chip", "wafer"]
    assert listed[1] == tabled[1]
    assert [term.text for term in tabled[0].terms] == ["半導体", "chip", "silicon brick"]


@pytest.mark.parametrize("word", sorted(set(map(str, WORDS))))
def test_every_word_is_explained(word):
    """Each field, each allowed value and each kind of mention stands in the guide as code."""
    assert f"`{word}`" in README


def test_the_table_of_kinds_is_whole():
    """Each kind of mention has its row."""
    assert [kind for kind, _, _ in KINDS] == list(MentionKind)


@pytest.mark.parametrize(("kind", "surface", "text"), KINDS, ids=[kind for kind, _, _ in KINDS])
def test_kinds_are_as_shown(kind, surface, text):
    """The shipped glossary finds each row's term as the row says."""
    assert (surface, kind) in [(mention.surface, mention.kind) for mention in NEWS.find(text)]
