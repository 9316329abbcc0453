"""Sheets that people keep: what is taken from them, what is not, and what is said of it."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ExchangeError
from jaen.glossary.exchange.sheets import CSV, XLSX
from jaen.model import Status


def read(text, encoding="utf-8"):
    return CSV.read(text.encode(encoding), "terms.csv")


def told(incoming):
    """What came in as {id: [texts]}."""
    return {concept.id: [term.text for term in concept.terms] for concept in incoming.concepts}


@pytest.fixture
def sheet(tmp_path):
    """Reads rows out of an Excel file."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra sheets is not installed")

    def read_rows(*rows):
        book = openpyxl.Workbook()
        book.active.title = "Terms"
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "terms.xlsx")
        return XLSX.read((tmp_path / "terms.xlsx").read_bytes(), "terms.xlsx")

    return read_rows


@pytest.mark.parametrize(
    "header",
    [
        "ja,en,reading,category,status,note",
        "JA,EN,Reading,Category,Status,Note",
        "日本語,英語,読み,分類,状態,備考",
        "Japanese,English,Furigana,Kind,Term status,Comments",
        "和文,英訳,よみ,種別,ステータス,メモ",
        "用語,訳語,読み方,カテゴリー,状態,コメント",
        "Term,Translation,yomi,category,status,Remarks",
        "Source,Target,ｙｏｍｉ,category,status,notes",
    ],
)
def test_names_of_columns(header):
    """The usual names of columns are understood, in Japanese and English, in any width and case."""
    (chip,) = read(f"{header}\n半導体,chip,はんどうたい,term,,see\n").concepts
    assert [(term.language, term.text, term.reading) for term in chip.terms] == [
        ("ja", "半導体", "はんどうたい"),
        ("en", "chip", None),
    ]
    assert (chip.id, chip.note) == ("chip", "see")


def test_the_languages_of_term_and_translation_are_seen():
    """Columns that name no language are told apart by what is in them, whichever comes first."""
    assert told(read("Term,Translation\nchip,半導体\nwafer,ウエハー\n")) == {
        "chip": ["半導体", "chip"],
        "wafer": ["ウエハー", "wafer"],
    }
    with pytest.raises(ExchangeError, match="two columns of terms in one language"):
        read("Term,Translation\nchip,semiconductor\n")


@pytest.mark.parametrize(
    ("column", "written", "status"),
    [
        ("状態", "使用禁止", Status.FORBIDDEN),
        ("状態", "許容", Status.ADMITTED),
        ("status", "Do not use", Status.FORBIDDEN),
        ("status", " Deprecated ", Status.DEPRECATED),
        ("ステータス", "推奨", Status.PREFERRED),
    ],
)
def test_words_of_statuses(column, written, status):
    """The usual words for a status are understood."""
    (concept,) = read(f"en,{column}\nchip,{written}\n").concepts
    assert concept.terms[0].status is status


def test_categories_in_japanese():
    """So are those for categories; an unknown one is not guessed."""
    incoming = read("日本語,英語,分類\n金融庁,FSA,組織\n誰か,someone,いきもの\n")
    assert [concept.category for concept in incoming.concepts] == ["organization"]
    (skipped,) = incoming.skipped
    assert (skipped.place, skipped.is_detail) == (3, False)
    assert skipped.reason.startswith("category 'いきもの' is not known; use one of: event, ")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(separator):
    """Comma, semicolon and tab part cells, whichever the names of the columns show."""
    rows = ["ja,en,note", "半導体,chip,x", "ウエハー,wafer,"]
    text = "\n".join(row.replace(",", separator) for row in rows)
    assert told(read(text)) == {"chip": ["半導体", "chip"], "wafer": ["ウエハー", "wafer"]}
    assert told(read(f"sep={separator}\n{text}")) == told(read(text))


def test_one_column_is_no_separator():
    """A comma in a text of a sheet with other separators is part of the text."""
    assert told(read("ja;en\n庁;Ministry of A, B\n")) == {"ministry-of-a-b": ["庁", "Ministry of A, B"]}


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("cp932", ("read as cp932; if signs look wrong, save it as UTF-8",)),
        ("utf-8-sig", ()),
        ("utf-16", ("read as utf-16; if signs look wrong, save it as UTF-8",)),
    ],
)
def test_encodings(encoding, notes):
    """Files in the encodings of Excel are read, and what was not UTF-8 is said."""
    incoming = read("日本語,英語\n内閣府,Cabinet Office\n①番,髙島屋 number one\n", encoding)
    assert told(incoming)["cabinet-office"] == ["内閣府", "Cabinet Office"]
    assert incoming.notes == notes


def test_bytes_that_are_no_text():
    """A file that is no text is refused by name."""
    with pytest.raises(ExchangeError, match=r"^terms.csv: "):
        CSV.read(b"\xff\xfe\x00\xd8" * 3, "terms.csv")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no column of Japanese or English terms; the first row names the columns, like: "),
        ("a,b\nc,d\n", "no column of Japanese or English terms"),
        ("ja,en,日本語\n", "terms.csv:line 1: the column ja is here twice (日本語); keep one"),
        (
            'ja,en\n"半導体,chip\nウエハー,wafer\n',
            "terms.csv:2: not CSV: a quote that is opened in this row is not closed",
        ),
        ('ja,en\nA,a\n"半導体"x,chip\n', "terms.csv:3: not CSV: "),
        ("ja,en\n" + "x" * 140_000, "terms.csv:2: not CSV: field larger than field limit"),
    ],
)
def test_files_that_are_refused(text, says):
    """A table that can't be told is refused as a whole, with the line: half of it would be taken for all."""
    with pytest.raises(ExchangeError) as caught:
        read(text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "place", "says"),
    [
        ("半導体,chip,,extra\n", 2, "'extra' stands in a column without a name"),
        (",,prefered\n", 2, "the row has no term"),
        ("半導体,chip,prefered\n", 2, "did you mean 'preferred'?"),
        (",半導体,\n", 2, "is Japanese"),
        ('半導体,"two\nlines",\n', 2, "line break"),
        ("半導体," + "x" * 20_001 + ",\n", 2, "a text of 20,001 characters; the limit is 20,000"),
        ("半導体,chip,\n半導体,chip,forbidden\n", 3, "is here twice (first in line 2)"),
    ],
)
def test_rows_that_are_skipped(rows, place, says):
    """A row that can't be taken is named with its reason; the others are taken."""
    incoming = read(f"ja,en,status\n{rows}ウエハー,wafer,\n")
    assert told(incoming) == {"wafer": ["ウエハー", "wafer"]}
    assert [one.place for one in incoming.skipped] == [place]
    assert says in incoming.skipped[0].reason


def test_a_concept_with_one_bad_row_is_not_taken_by_half():
    """What would be missing of it could not be told from what was removed on purpose."""
    incoming = read("id,ja,en,status\nchip,半導体,,\nchip,,IC,prefered\n")
    assert told(incoming) == {}
    assert [one.place for one in incoming.skipped] == [3]


def test_short_rows_and_blank_rows():
    """Empty cells at the end of a row may be left out, and empty rows are none."""
    assert told(read("ja,en,note\n半導体,chip\n\n,,\nウエハー,wafer,x\n")) == {
        "chip": ["半導体", "chip"],
        "wafer": ["ウエハー", "wafer"],
    }


def test_columns_and_rows_that_are_not_taken_are_said():
    """A title above the table, and columns that jaen has no field for."""
    incoming = read("用語集\n\n日本語,英語,確認者\n半導体,chip,田中\n")
    assert told(incoming) == {"chip": ["半導体", "chip"]}
    assert incoming.notes == (
        "1 row above the names of the columns: not taken",
        "the column '確認者' is not known: not taken",
    )


def test_ids():
    """Ids are made where the file gives none, or no usable one; a number names a row, not a concept."""
    incoming = read("id,ja,en\nmy-chip,半導体,chip\n7,ウエハー,wafer\nT_8,回路,circuit\n,抵抗,\n")
    assert list(told(incoming)) == ["my-chip", "wafer", "circuit", "teiko"]
    assert incoming.made_ids == {"wafer", "circuit", "teiko"}
    assert incoming.places == {"my-chip": 2, "wafer": 3, "circuit": 4, "teiko": 5}


def test_made_ids_differ():
    """Two concepts never get one id, and never that of another row."""
    incoming = read("id,ja,en\n,銀行,bank\n,土手,bank\nbank-3,岸,bank\n")
    assert list(told(incoming)) == ["bank", "bank-2", "bank-3"]


def test_rows_of_one_concept():
    """Rows with an id are its concept's; without one, rows below each other with the same Japanese term are one."""
    assert told(read("id,ja,en\na,庁,Agency\nb,庁,Office\na,,Bureau\n")) == {
        "a": ["庁", "Agency", "Bureau"],
        "b": ["庁", "Office"],
    }
    assert told(read("ja,en\n庁,Agency\n局,Bureau\n庁,Office\n")) == {
        "agency": ["庁", "Agency", "Office"],
        "bureau": ["局", "Bureau"],
    }


def test_order_of_terms():
    """`order` is the place of a term among those of its concept, however the sheet was sorted; without it, last."""
    text = "id,order,ja,en\na,3,,Bureau\na,,,Office\na,1,庁,\na,2,,Agency\n"
    assert told(read(text)) == {"a": ["庁", "Agency", "Bureau", "Office"]}
    assert "no whole number" in read("id,order,en\na,1.5,Bureau\n").skipped[0].reason


def test_details_belong_to_the_english_term():
    """In a row of two terms the reading is the Japanese one's, and all else the English one's."""
    (concept,) = read("ja,en,reading,status,term-note\n庁,Agency,ちょう,admitted,x\n").concepts
    japanese, english = concept.terms
    assert (japanese.reading, japanese.status, japanese.note) == ("ちょう", Status.PREFERRED, "")
    assert (english.reading, english.status, english.note) == (None, Status.ADMITTED, "x")


def test_cells_with_several_items():
    """Links, examples and definitions are written one a line, in words that a person can type."""
    cells = (
        '"holder iida-yoichi from 2025-07-01\nrelated b"',
        '"ja: 庁が来た。 → 庁\nThe Agency and the Agency. → Agency | Agency\nen: No. →"',
        '"役所\nen: an office"',
        '"https://a.example\nhttps://b.example"',
    )
    (concept,) = read(f"ja,en,links,examples,definition,sources\n庁,Agency,{','.join(cells)}\n").concepts
    assert [(link.relation, link.target) for link in concept.links] == [("holder", "iida-yoichi"), ("related", "b")]
    assert concept.links[0].valid.start == datetime.date(2025, 7, 1)
    assert [(one.language, one.text, one.finds) for one in concept.examples] == [
        ("ja", "庁が来た。", ("庁",)),
        ("en", "The Agency and the Agency.", ("Agency", "Agency")),
        ("en", "No.", ()),
    ]
    assert concept.definition == (("ja", "役所"), ("en", "an office"))
    assert concept.sources == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("links", "holder", "the link 'holder' can't be made out"),
        ("links", "holder a until 2025-01-01", "can't be made out"),
        ("links", "owner a", "a link has no field 'owner'"),
        ("examples", "The Agency.", "does not say what it finds"),
        ("examples", "The Agency. → Bureau", "'Bureau' is to be found but is not in"),
        ("review-on", "yesterday", "is no date"),
    ],
)
def test_cells_that_can_not_be_made_out(column, cell, says):
    """A cell in other words is a reason to skip the row."""
    assert says in read(f"en,{column}\nAgency,{cell}\n").skipped[0].reason


def test_excel_cells_that_are_no_text(sheet):
    """A day in a column of days and a number in one of numbers are what they seem; elsewhere they may not be."""
    day = datetime.datetime(2026, 1, 2)
    incoming = sheet(
        ["id", "en", "review-on", "order", "keep"], [7, "Agency", day, 1, True], ["b", 123, None, None, None]
    )
    (concept,) = incoming.concepts
    assert (concept.id, concept.review.on, concept.keep) == ("agency", datetime.date(2026, 1, 2), True)
    (skipped,) = incoming.skipped
    assert skipped.place == "Terms!B3"
    assert skipped.reason.startswith("the cell is the number 123, which may not be what was typed (0123 becomes 123)")


def test_an_excel_file_that_is_none():
    """What only has the name is refused."""
    with pytest.raises(ExchangeError, match=r"terms\.xlsx:1: is no Excel workbook"):
        XLSX.read(b"ja,en\n", "terms.xlsx")


def test_revisions_are_trusted_only_in_a_whole_sheet():
    """When columns of an exported sheet are gone, an empty cell says nothing; that is said."""
    incoming = read("id,revision,en\na,0123456789abcdef,Agency\n")
    assert incoming.revisions == {}
    assert incoming.notes[0].startswith("the columns category, order, ja, reading, ")
    assert incoming.notes[0].endswith("are gone, so what is in the sheet is only added")


HEADS = st.sampled_from([b"", b"ja,en\n", b"id,revision,ja,en,links,examples,definition,order\n", b"sep=;\nen;note\n"])


@settings(max_examples=150, deadline=None)
@given(HEADS, st.binary(max_size=60) | st.text(",;\"\n\r\t'=→|:日aZ9", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(head, tail):
    """Whatever is in a file, there are concepts and reasons, or one error of ours."""
    for form in (CSV, XLSX):
        with suppress(ExchangeError):
            incoming = form.read(head + tail, "terms")
            assert len({concept.id for concept in incoming.concepts}) == len(incoming.concepts)
            assert incoming.places.keys() == {concept.id for concept in incoming.concepts}


def test_a_row_that_is_there_twice():
    """A row that says just what one above says is taken once, and that is said; one that says more is not the same."""
    incoming = read("日本語,英語,備考\n半導体,chip,\n波,wave,\n半導体,chip,\n 半導体 ,chip,\n")
    assert told(incoming) == {"chip": ["半導体", "chip"], "wave": ["波", "wave"]}
    assert (incoming.skipped, incoming.notes) == ((), ("line 4 and 1 more: the same as a row above, taken once",))
    (skipped,) = read("日本語,英語,状態\n半導体,chip,\n半導体,chip,禁止\n").skipped
    assert "'chip' is here twice" in skipped.reason


def test_languages_exchanged():
    """Columns that have each other's names are told as that, once; one odd row is only that row's trouble."""
    with pytest.raises(ExchangeError, match=r"2 of 2 rows have Japanese in the column en .* exchange the two names"):
        read("ja,en\nchip,半導体\nwave,波\n")
    incoming = read("ja,en\nchip,半導体\n波,wave\n岸,shore\nNATO,NATO\n")
    assert [one.place for one in incoming.skipped] == [2]
    assert {"wave", "shore"} <= told(incoming).keys()


def test_what_to_do_with_bytes_that_are_no_text():
    """What to do is something that can be done: the command has no option for the encoding."""
    with pytest.raises(ExchangeError, match="is no utf-8 text; save it again as UTF-8") as caught:
        CSV.read("ja,en\n核分裂,fission\n".encode() + b"\xff\xfe\x00,abc\n", "terms.csv")
    assert "--" not in str(caught.value)
