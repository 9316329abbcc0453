"""`check-ignore.csv`: what it may say, and that all its problems are told at once."""

import re
from pathlib import Path

import pytest

from jaen.checks import CODES as ALL_CODES
from jaen.errors import GlossaryError
from jaen.glossary.house import House
from jaen.glossary.house.ignored import FILE_NAME, Ignored, read_ignored

CODES = ("term-former", "spelling-mixed", "translation-lost-number")
HEAD = "code,about,article,reason\n"


def written(folder, text, encoding="utf-8"):
    """The table in *folder*; gives its path as a text."""
    path = folder / FILE_NAME
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_a_line_has_a_code_what_it_is_about_and_why(tmp_path):
    """Each line is one decision with the place where it is written; quotes hold commas and line breaks."""
    rows = 'term-former,nisc,*.txt,"quoted, as said"\n\nspelling-mixed,,,answers stay as given\n'
    file = written(tmp_path, HEAD + rows)
    assert read_ignored(tmp_path, CODES) == (
        Ignored("term-former", "nisc", "*.txt", "quoted, as said", file, 2),
        Ignored("spelling-mixed", "", "", "answers stay as given", file, 4),
    )


def test_no_file_is_no_decision(tmp_path):
    """A desk that has decided nothing has no file."""
    assert read_ignored(tmp_path, CODES) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path, encoding):
    """Excel writes UTF-8 with a mark in front."""
    written(tmp_path, HEAD + "term-former,旧称,,引用\n", encoding)
    assert [one.about for one in read_ignored(tmp_path, CODES)] == ["旧称"]


def test_all_problems_at_once(tmp_path):
    """A slip in a code names the nearest, a missing reason and a comma outside quotes are told with their lines."""
    rows = "term-fromer,nisc,,why\nterm-former,nisc,,\nno-such-thing,,,x\nterm-former,a,b,c, d\n"
    file = written(tmp_path, HEAD + rows)
    with pytest.raises(GlossaryError) as caught:
        read_ignored(tmp_path, CODES)
    assert caught.value.problems == (
        f"{file}:2: there is no code 'term-fromer'; did you mean 'term-former'?",
        f"{file}:3: nothing says why term-former may stand; add a reason",
        f"{file}:4: there is no code 'no-such-thing'; all codes: jaen check --codes",
        f'{file}:5: has 5 cells, not 4; put a text with a comma in quotes: "a, b"',
    )


@pytest.mark.parametrize(
    ("text", "encoding", "says"),
    [
        ("code;about;article;reason\n", "utf-8", "the first line must be code,about,article,reason"),
        ("", "utf-8", "the first line must be"),
        (HEAD + "term-former,旧称,,引用\n", "cp932", "is no UTF-8 table"),
        (HEAD + '"term-former', "utf-8", "is no UTF-8 table"),
    ],
)
def test_what_is_no_such_table(tmp_path, text, encoding, says):
    """Another separator, another encoding and an open quote are one clear message each."""
    written(tmp_path, text, encoding)
    with pytest.raises(GlossaryError, match="check-ignore") as caught:
        read_ignored(tmp_path, CODES)
    assert says in str(caught.value)


def test_the_house_finds_it_beside_a_folder_and_beside_one_file(tmp_path):
    """The table lies in the glossary's folder, or beside the one file that is the glossary."""
    written(tmp_path, HEAD + "term-former,,,history page\n")
    for place in (tmp_path, tmp_path / "glossary.csv"):
        assert [one.code for one in House.beside(place, CODES).ignored] == ["term-former"]


def test_the_guide_shows_a_table_that_can_be_read(tmp_path):
    """The lines that the editors' guide shows for check-ignore.csv are right."""
    guide = (Path(__file__).parents[2] / "glossaries/README.md").read_text("utf-8")
    (table,) = re.findall(r"^```text\n(code,about,article,reason\n.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    written(tmp_path, table)
    assert [one.about for one in read_ignored(tmp_path, ALL_CODES)] == ["nisc", "3館", ""]
