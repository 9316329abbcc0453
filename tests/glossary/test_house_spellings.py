"""The table of a desk's own spellings."""

import pytest

from jaen.errors import GlossaryError
from jaen.glossary.house.spellings import FILE_NAME, read_spellings

HEAD = "write,instead-of,reason\n"


def write(folder, text, encoding="utf-8"):
    (folder / FILE_NAME).write_text(text, encoding=encoding, newline="")
    return folder


def test_a_table_as_excel_saves_it(tmp_path):
    """With a byte order mark, CRLF, empty lines and cells in quotes; each line knows where it stands."""
    text = f'{HEAD}email,e-mail,one word\n\nサーバー,サーバ,\n"a, b","a; b","commas, with a space"\n'.replace(
        "\n", "\r\n"
    )
    first, second, third = read_spellings(write(tmp_path, text, "utf-8-sig"))
    assert (first.write, first.instead_of, first.reason, first.line) == ("email", "e-mail", "one word", 2)
    assert (second.write, second.instead_of, second.reason, second.line) == ("サーバー", "サーバ", "", 4)
    assert (third.write, third.reason, third.file) == ("a, b", "commas, with a space", str(tmp_path / FILE_NAME))


def test_a_desk_without_a_table(tmp_path):
    """No file, and a table without lines, decide nothing."""
    assert read_spellings(tmp_path) == ()
    assert read_spellings(write(tmp_path, HEAD)) == ()


def test_all_problems_at_once(tmp_path):
    """Each with its file and line and what to do: empty cells, a word instead of itself, lines that contradict."""
    text = HEAD + ",e-mail,\nemail,,\nemail,email,\nserver,サーバ,\nサーバー,サーバ,\nserver,サーバー,\nsaver,server,\n"
    with pytest.raises(GlossaryError) as caught:
        read_spellings(write(tmp_path, text))
    message = str(caught.value)
    for expected in (
        f"{FILE_NAME}:2: write is empty; fill in both spellings",
        f"{FILE_NAME}:3: instead-of is empty; fill in both spellings",
        f"{FILE_NAME}:4: 'email' is written instead of itself; change one of the two",
        f"{FILE_NAME}:6: 'サーバ' is decided in line 5 already (write 'server'); keep one",
        f"{FILE_NAME}:5: 'server' is not written, says line 8; write 'saver' here, too",
    ):
        assert expected in message


@pytest.mark.parametrize("text", ["", "write;instead-of;reason\n", "a,b,c\n"])
def test_no_such_table(tmp_path, text):
    """Another first line is told with the one that is needed."""
    with pytest.raises(GlossaryError, match="the first line must be write,instead-of,reason"):
        read_spellings(write(tmp_path, text))


def test_another_encoding(tmp_path):
    """A file that Excel saved in the encoding of the machine says how to save it."""
    with pytest.raises(GlossaryError, match="save it as CSV, UTF-8"):
        read_spellings(write(tmp_path, HEAD + "サーバー,サーバ,\n", "cp932"))
