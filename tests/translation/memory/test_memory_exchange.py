"""Reviewed translations come in from TMX, XLIFF and review sheets, and go out so that they can come in again."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import ExchangeError
from jaen.files.xml import is_writable
from jaen.translation.memory.entry import RememberedTerm, Stored
from jaen.translation.memory.exchange import (
    FORMATS,
    format_for,
    is_bilingual,
    read_bilingual,
    read_translations,
    reviewed,
)
from jaen.translation.memory.exchange.sheet import COLUMNS, read_sheet, write_csv_sheet, write_xlsx_sheet
from jaen.translation.memory.exchange.tmx import read_tmx, write_tmx
from jaen.translation.memory.exchange.xliff import read_xliff

pytest.importorskip("lxml", reason="needs the extra xml")

SHARED = Path(__file__).parents[3].parent / "shared" / "data" / "exchange"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not here")
AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
ENTRY = Stored(
    source="ja", target="en", text="今日は晴れ。", translation="Sunny today.", state="reviewed", engine="memory",
    model="mm", at=AT,
)  # fmt: skip
MACHINE = replace(
    ENTRY,
    state="translated",
    engine="argos",
    model="ja_en 1.1",
    text="NCOは警戒した。",
    translation="The NCO was wary.",
    terms=(
        RememberedTerm("nco", (0, 3), (4, 7), "repaired", "carrier"),
        RememberedTerm("x", (4, 6), None, "unmet", None),
    ),
    flags=("append: NCO", "lost-number: 3"),
)
ANY = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12).filter(str.strip)
TEXTS = st.lists(st.tuples(ANY, ANY, st.sampled_from(["mm", "田中 <k@x>"])), max_size=4)


def entries_of(texts):
    return [replace(ENTRY, text=text, translation=said, model=by) for text, said, by in texts]


def tmx(units, header='srclang="ja-JP"', version="1.4"):
    return f'<tmx version="{version}"><header {header}/><body>\n{units}</body></tmx>'.encode()


def tu(*versions, attributes="", more=""):
    tuvs = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in versions)
    return f"<tu {attributes}>{more}{tuvs}</tu>\n"


def taken(incoming):
    units = [(one.source, one.target, one.text, one.translation) for one in incoming.units]
    return units, [(one.place, one.reason) for one in incoming.refused]


# TMX


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_tmx_round_trip(texts):
    """Texts, people and moments come back as they were; what XML can't hold is told and left out."""
    entries = entries_of(texts)
    outgoing = write_tmx(entries)
    assert list(outgoing.left_out) == [
        one for one in entries if not (is_writable(one.text) and is_writable(one.translation))
    ]
    units = read_tmx(outgoing.data, "x.tmx").units
    kept = [one for one in entries if one not in outgoing.left_out]
    assert [(u.source, u.target, u.text, u.translation, u.by, u.at) for u in units] == [
        (one.source, one.target, one.text, one.translation, one.model, one.at) for one in kept
    ]


def test_a_machine_translation_does_not_become_a_reviewed_one():
    """TMX that jaen wrote of unreviewed translations is refused unit by unit."""
    data = write_tmx([ENTRY, MACHINE]).data
    units, refused = taken(read_tmx(data, "x.tmx"))
    assert [text for _, _, text, _ in units] == [ENTRY.text]
    assert [reason for _, reason in refused] == [
        "a machine's translation that nobody has reviewed; approve it in a review sheet"
    ]


def test_tmx_from_the_source_into_all_others():
    """Regions do not count; a unit's own source language goes over the header's; *all* takes every direction."""
    units = tu(("ja-JP", "雨。"), ("en-US", "Rain."), ("fr", "Pluie.")) + tu(
        ("ja", "雪。"), ("en", "Snow."), attributes='srclang="EN"'
    )
    assert taken(read_tmx(tmx(units), "x.tmx"))[0] == [
        ("ja", "en", "雨。", "Rain."), ("ja", "fr", "雨。", "Pluie."), ("en", "ja", "Snow.", "雪。"),
    ]  # fmt: skip
    both = read_tmx(tmx(tu(("ja", "雨。"), ("en", "Rain.")), 'srclang="*all*"'), "x.tmx")
    assert taken(both)[0] == [("ja", "en", "雨。", "Rain."), ("en", "ja", "Rain.", "雨。")]


def test_tmx_codes_are_left_out_and_told():
    """The words between codes and in <hi> stay; a picture's alternative text goes with its code."""
    text = '<bpt i="1">&lt;b></bpt>雨<ept i="1">&lt;/b></ept>が<hi>降る</hi><ph>&lt;img alt="<sub>絵</sub>"></ph>。'
    incoming = read_tmx(tmx(tu(("ja", text), ("en", " It <hi>rains</hi>. "))), "x.tmx")
    assert taken(incoming) == ([("ja", "en", "雨が降る。", " It rains. ")], [])
    assert incoming.notes == ("inline codes (markup) were left out, their words kept: line 2",)


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (tu(("en", "Rain."), ("fr", "Pluie.")), "it has no text in its source language (ja-JP)"),
        (tu(("ja", "雨。")), "it has a text in one language only"),
        (tu(("ja", "雨。"), ("en", " ")), "the translation is empty"),
        (tu(("ja", "<ph>x</ph>"), ("en", "Rain.")), "the source is empty"),
    ],
)
def test_tmx_units_that_are_not_taken(unit, reason):
    """Each is named with its line and reason."""
    assert taken(read_tmx(tmx(unit), "x.tmx")) == ([], [(2, reason)])


def test_texts_without_a_language():
    """A text that does not say its language is not guessed, and the rest of its unit is told of."""
    units, refused = taken(read_tmx(tmx(tu(("", "雨。"), ("", "Rain."), ("ja", "雨。"))), "x.tmx"))
    assert units == []
    assert [reason for _, reason in refused] == [
        "it does not say its language (xml:lang)",
        "it does not say its language (xml:lang)",
        "it has a text in one language only",
    ]


def test_a_second_text_in_one_language():
    """Of British and American English the first one is taken, the other one named."""
    units, refused = taken(read_tmx(tmx(tu(("ja", "雨。"), ("en-GB", "Rain."), ("en-US", "It rains."))), "x.tmx"))
    assert units == [("ja", "en", "雨。", "Rain.")]
    assert refused == [(2, "a second text in the same language (en); the first one is taken")]


def test_who_and_when():
    """The target's change goes over its creation, and over the unit's."""
    said = '<tu creationid="a" creationdate="20200101T000000Z"><tuv xml:lang="ja"><seg>雨。</seg></tuv>'
    said += '<tuv xml:lang="en" changeid="b" changedate="20260801T120000Z" creationid="c"><seg>Rain.</seg></tuv></tu>'
    unit = read_tmx(tmx(said), "x.tmx").units[0]
    assert (unit.by, unit.at) == ("b", AT)
    now = datetime.now(UTC)
    for over_file, by in ((False, "b"), (True, "mm")):
        assert [(one.by, one.at) for one in reviewed([unit], "mm", over_file=over_file)] == [(by, AT)]
    assert reviewed([replace(unit, by="", at=None)], "mm", over_file=False)[0].by == "mm"
    assert reviewed([replace(unit, at=None)], "mm", over_file=False)[0].at >= now


# What the kit's files hold: pairs taken, and refused units
KIT = {
    "ImportTest1A": (2, 0), "ImportTest1B": (1, 0), "ImportTest1C": (9, 3), "ImportTest1I": (1, 0),
    "ImportTest2A": (7, 0), "ImportTest2B": (7, 0),
}  # fmt: skip


@needs_shared
@pytest.mark.parametrize("name", sorted(path.stem for path in (SHARED / "tmx").glob("*.tmx")))
def test_the_compliance_kit(name):
    """Every file of the TMX kit is read or refused with its reason, and what is read goes out and comes in again."""
    incoming = read_tmx((SHARED / "tmx" / f"{name}.tmx").read_bytes(), name)
    entries = [
        replace(ENTRY, source=one.source, target=one.target, text=one.text, translation=one.translation)
        for one in incoming.units
    ]
    assert taken(read_tmx(write_tmx(entries).data, name))[0] == taken(incoming)[0]
    assert incoming.units or incoming.refused
    if name in KIT:
        assert (len(incoming.units), len(incoming.refused)) == KIT[name]


@needs_shared
def test_what_the_kit_wants_to_be_kept():
    """Tabs, blanks and ideographic blanks stay; formatting goes, the words and special characters stay."""
    blanks = read_tmx((SHARED / "tmx" / "ImportTest1I.tmx").read_bytes(), "x").units[0]
    assert (blanks.text, blanks.translation) == ("English segment with [    ]", "Japanese segment with [\u3000\u3000]")
    formatted = [one.text for one in read_tmx((SHARED / "tmx" / "ImportTest2A.tmx").read_bytes(), "x").units]
    assert formatted[:2] == ["The big black cat sleeps.", 'Test for special characters = <=lt, >=gt, &=amp, "=quot.']


# XLIFF


def xliff2(segments, attributes='srcLang="ja-JP" trgLang="en-US"'):
    core = "urn:oasis:names:tc:xliff:document:2.0"
    return f'<xliff xmlns="{core}" version="2.1" {attributes}><file id="f"><unit id="u">\n{segments}</unit></file></xliff>'.encode()


def segment(source, target, attributes=""):
    return f"<segment {attributes}><source>{source}</source><target>{target}</target></segment>\n"


@pytest.mark.parametrize("state", ["translated", "reviewed", "final"])
def test_xliff_2_finished_segments(state):
    """Finished segments are taken without their codes; a <cp> is a character, indentation is no text."""
    data = xliff2(
        segment(
            '<pc id="1">雨</pc>が\n   降る<ph id="2"/><cp hex="3002"/>',
            "It <mrk id='m1'>rains</mrk>.",
            f'state="{state}"',
        )
    )
    assert taken(read_xliff(data, "x.xlf")) == ([("ja", "en", "雨が降る。", "It rains.")], [])


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (segment("雨。", "Rain.", 'state="initial"'), "its state is initial, not translated, reviewed or final"),
        (segment("雨。", "Rain."), "its state is initial, not translated, reviewed or final"),
        (segment("雨。", "", 'state="final"'), "the translation is empty"),
        ('<segment state="final"><source>雨。</source></segment>\n', "it has no target"),
        (
            segment("雨。", "Rain.", 'state="translated" subState="jaen:machine"'),
            "a machine's translation that nobody has reviewed; set its state in the translation tool",
        ),
    ],
)
def test_xliff_2_unfinished_segments(one, reason):
    """What is not finished is named with its reason."""
    assert taken(read_xliff(xliff2(one), "x.xlf")) == ([], [(2, reason)])


def test_white_space_that_counts():
    """With xml:space="preserve", at the segment or above, white space is text."""
    inside = '<segment state="final"><source xml:space="preserve">雨  雪</source><target>Rain  snow</target></segment>'
    assert taken(read_xliff(xliff2(inside), "x"))[0][0][2:] == ("雨  雪", "Rain  snow")


def xliff1(units, languages='source-language="ja" target-language="en-US"'):
    core = "urn:oasis:names:tc:xliff:document:1.2"
    return f'<xliff xmlns="{core}" version="1.2"><file original="x" datatype="plaintext" {languages}><body>\n{units}</body></file></xliff>'.encode()


def trans_unit(source, target, attributes="", of_target=""):
    return (
        f'<trans-unit id="1" {attributes}><source>{source}</source><target {of_target}>{target}</target></trans-unit>\n'
    )


@pytest.mark.parametrize(
    ("attributes", "of_target"),
    [("", 'state="final"'), ("", 'state="signed-off"'), ('approved="yes"', ""), ("", 'state="translated"')],
)
def test_xliff_1_finished_units(attributes, of_target):
    """Finished or approved units are taken; <g> holds words, <x/> and <ph> do not."""
    data = xliff1(
        trans_unit('<g id="1">雨</g>が降る<x id="2"/>。', 'It rains<ph id="3">&lt;br/></ph>.', attributes, of_target)
    )
    incoming = read_xliff(data, "x.xlf")
    assert taken(incoming) == ([("ja", "en", "雨が降る。", "It rains.")], [])
    assert incoming.notes


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (trans_unit("雨。", "Rain."), "its state is not given, not translated, signed-off or final"),
        (
            trans_unit("雨。", "Rain.", "", 'state="needs-review-translation"'),
            "its state is needs-review-translation, not translated, signed-off or final",
        ),
        (
            trans_unit("雨。", "Rain.", "", 'state="translated" state-qualifier="mt-suggestion"'),
            "a machine's translation that nobody has reviewed; set its state in the translation tool",
        ),
        ('<trans-unit id="1"><source>雨。</source></trans-unit>\n', "it has no target"),
    ],
)
def test_xliff_1_unfinished_units(unit, reason):
    """What is not finished is named with its reason."""
    assert taken(read_xliff(xliff1(unit), "x.xlf")) == ([], [(2, reason)])


def test_xliff_1_sentences_of_a_unit():
    """Where the tool has marked sentences, each is a translation; where the marks do not fit, the whole unit is."""
    source = '<seg-source><mrk mtype="seg" mid="1">雨。</mrk><mrk mtype="seg" mid="2">雪。</mrk></seg-source>'
    target = '<target state="final"><mrk mtype="seg" mid="{}">Rain.</mrk> <mrk mtype="seg" mid="2">Snow.</mrk></target>'
    unit = f'<trans-unit id="1"><source>雨。雪。</source>{source}{target}</trans-unit>'
    assert taken(read_xliff(xliff1(unit.format(1)), "x"))[0] == [
        ("ja", "en", "雨。", "Rain."),
        ("ja", "en", "雪。", "Snow."),
    ]
    assert taken(read_xliff(xliff1(unit.format(3)), "x"))[0] == [("ja", "en", "雨。雪。", "Rain. Snow.")]


@needs_shared
def test_the_xliff_suite():
    """Valid files of the OASIS suite are read; invalid ones are refused or lose nothing that was valid."""
    files = sorted((SHARED / "xliff-2.1" / "core" / "valid").rglob("*.xlf"))
    assert files
    for path in files:
        read_xliff(path.read_bytes(), path.name)


# Review sheets


def sheet(rows, change):
    """A CSV sheet of entries in which an editor has changed cells."""
    table = list(csv.DictReader(io.StringIO(write_csv_sheet(rows).data.decode("utf-8-sig"), newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows({**row, **change} for row in table)
    return out.getvalue().encode("utf-8-sig")


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([write_csv_sheet, write_xlsx_sheet]))
def test_an_untouched_sheet_says_nothing(texts, write):
    """Whatever is in the texts, a sheet that nobody has filled in has no decisions and no complaints."""
    incoming = read_sheet(write(entries_of(texts)).data, "sheet")
    assert (incoming.units, incoming.refused, incoming.blank) == ((), (), len(texts))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_an_approved_sheet_gives_the_texts_back(texts):
    """Approved rows are taken as they were written, any characters; no cell is a formula."""
    entries = entries_of(
        [(text.strip(), said.strip(), by) for text, said, by in texts if text.strip() and said.strip()]
    )
    data = sheet(entries, {"approve": "yes"})
    units, refused = taken(read_sheet(data, "sheet.csv"))
    assert not refused
    assert units == [(one.source, one.target, one.text, one.translation) for one in entries]
    cells = [
        cell
        for row in csv.reader(io.StringIO(write_csv_sheet(entries).data.decode("utf-8-sig"), newline=""))
        for cell in row
    ]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_what_a_row_tells_the_editor():
    """Terms with what became of them, flags, state; a reviewed one says by whom."""
    rows = list(csv.DictReader(io.StringIO(write_csv_sheet([MACHINE, ENTRY]).data.decode("utf-8-sig"), newline="")))
    assert rows[0]["terms"].split("\n") == ["NCO → NCO (repaired: carrier)", "警戒 → nothing (unmet)"]
    assert rows[0]["flags"].split("\n") == ["append: NCO", "lost-number: 3"]
    assert (rows[0]["state"], rows[1]["state"], rows[1]["flags"]) == ("translated", "reviewed", "by mm, 2026-08-01")


@pytest.mark.parametrize(
    ("change", "translation"),
    [
        ({"approve": "yes"}, "The NCO was wary."),
        ({"approve": "○"}, "The NCO was wary."),
        ({"approve": " ＹＥＳ　"}, "The NCO was wary."),
        ({"approve": "TRUE"}, "The NCO was wary."),
        ({"correction": "The NCO warned."}, "The NCO warned."),
        ({"correction": "The NCO warned.", "approve": "no"}, "The NCO warned."),
        ({"translation": "The NCO warned.", "approve": "yes"}, "The NCO warned."),
    ],
)
def test_decisions_that_are_taken(change, translation):
    """Approved as shown, or corrected; the correction wins."""
    assert taken(read_sheet(sheet([MACHINE], change), "s.csv")) == ([("ja", "en", MACHINE.text, translation)], [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"approve": "no"}, "it is rejected without a correction; write a correction to have another translation used"),
        ({"approve": "perhaps"}, "approve is 'perhaps'; write yes or no, or nothing"),
        ({"translation": "The NCO warned."}, "its texts were changed, but neither approve nor correction is filled in"),
        ({"source": "別の文。", "approve": "yes"}, "its source, from, to or id was changed; leave them as they were"),
        ({"to": "fr", "correction": "x"}, "its source, from, to or id was changed; leave them as they were"),
        ({"translation": "", "approve": "yes"}, "the translation is empty"),
    ],
)
def test_decisions_that_are_not_taken(change, reason):
    """Each such row is named with its line and reason."""
    assert taken(read_sheet(sheet([MACHINE], change), "s.csv")) == ([], [(2, reason)])


def test_a_number_that_excel_made():
    """A correction that Excel turned into a number or a date is not guessed at."""
    openpyxl = pytest.importorskip("openpyxl", reason="needs the extra sheets")
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx_sheet([MACHINE, ENTRY]).data))
    book.active["F2"].value = 123
    book.active["G3"].value = True
    out = io.BytesIO()
    book.save(out)
    units, refused = taken(read_sheet(out.getvalue(), "s.xlsx"))
    assert [text for _, _, text, _ in units] == [ENTRY.text]
    assert [place for place, _ in refused] == ["Translations!A2"]
    assert "number 123" in refused[0][1]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"id,source\n", b"PK\x03\x04", b'id,"from\n', b"\xff\xfe\x00"])
def test_what_is_no_review_sheet(data):
    """Any other file is refused with the file's name."""
    with pytest.raises(ExchangeError, match="file"):
        read_sheet(data, "file")


# All formats


def test_a_sheet_of_broken_rows():
    """Twenty of its rows are named, and how many more there are: nobody reads a million lines."""
    head = "id,from,to,source,translation,correction,approve\n"
    with pytest.raises(ExchangeError) as caught:
        read_sheet((head + "x\n" * 1025).encode(), "r.csv")
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("r.csv:2: the row has more or fewer cells")
    assert lines[20:] == ["… and 1,005 more like these"]
    with pytest.raises(ExchangeError, match=r"^r\.csv:2: [^\n]*$"):
        read_sheet((head + "x\n").encode(), "r.csv")


def test_the_last_of_several_is_taken(tmp_path):
    """Of several translations of one text (folded alike) the last is taken, the others are named."""
    path = tmp_path / "x.tmx"
    path.write_bytes(
        tmx(
            tu(("ja", "雨 。"), ("en", "Rain."))
            + tu(("ja", "雨。"), ("en", "It rains."))
            + tu(("ja", "雨。"), ("en", "It rains."))
        )
    )
    units, refused = taken(read_translations(str(path), FORMATS["tmx"]))
    assert units == [("ja", "en", "雨。", "It rains.")]
    assert refused == [
        (2, "the same source has another translation further down, which is taken"),
        (3, "the same source is there again further down, which is taken"),
    ]


def test_json_lines():
    """One object a line with all fields; what is no Unicode is escaped, line ends inside a text too."""
    odd = replace(MACHINE, text="a\ud800\u2028b\0", translation="c")
    lines = FORMATS["jsonl"].write([MACHINE, odd]).data.decode().splitlines()
    first, second = map(json.loads, lines)
    assert (first["source"], first["terms"][0]["target_span"], first["flags"]) == (
        MACHINE.text,
        [4, 7],
        list(MACHINE.flags),
    )
    assert second["source"] == odd.text


def test_formats_by_name_and_suffix():
    """A format is found by its name or the file's suffix; else those there are are named."""
    assert format_for(None, "A.XLF", to_write=False).name == "xliff"
    assert format_for("csv", "x.tmx", to_write=True).name == "csv"
    for name, file, to_write in (
        (None, "x.doc", False),
        ("xliff", None, True),
        (None, None, True),
        ("jsonl", "x", False),
    ):
        with pytest.raises(ExchangeError, match="one of: tmx, csv, xlsx"):
            format_for(name, file, to_write=to_write)


@pytest.mark.parametrize("form", ["tmx", "xliff", "csv", "xlsx"])
@pytest.mark.parametrize("data", [b"", b"\0\xff\xfe\x81", b"<tmx", b"<a/>", b"PK\x03\x04" + b"x" * 50, b"\x89" * 99])
def test_files_of_garbage(tmp_path, form, data):
    """Any bytes give one of our errors."""
    path = tmp_path / "garbage"
    path.write_bytes(data)
    with pytest.raises(ExchangeError, match="garbage"):
        read_translations(str(path), FORMATS[form])


# All that a file holds, to be checked


def test_everything_that_has_two_texts_is_read_to_be_checked(tmp_path):
    """Unreviewed, unfinished, untranslated and repeated units are in it, in file order; the rest is refused as ever."""
    units = [
        tu(("ja", "雨。"), ("en", "Rain.")),
        tu(("ja", "雪。"), ("en", "")),
        tu(("ja", "雨。"), ("en", "Rainfall.")),
        tu(("ja", "風。")),
        tu(("ja", ""), ("en", "Wind.")),
        tu(("ja", "霧。"), ("en", "Fog.")).replace("<tuv", '<prop type="x-jaen-state">translated</prop><tuv', 1),
    ]
    path = tmp_path / "m.tmx"
    path.write_bytes(tmx("\n".join(units)))
    incoming = read_bilingual(str(path))
    assert [(one.text, one.translation) for one in incoming.units] == [
        ("雨。", "Rain."), ("雪。", ""), ("雨。", "Rainfall."), ("霧。", "Fog."),
    ]  # fmt: skip
    assert [one.place for one in incoming.units] == sorted(one.place for one in incoming.units)
    assert [one.reason for one in incoming.refused] == ["it has a text in one language only", "the source is empty"]
    taken_in = read_translations(str(path), FORMATS["tmx"])
    assert [one.translation for one in taken_in.units] == ["Rainfall."]


@pytest.mark.parametrize("state", ["initial", "translated", "final"])
def test_xliff_2_in_any_state(tmp_path, state):
    """A segment that is not finished in the translation tool is read to be checked, one without a target as well."""
    segments = f'<segment state="{state}"><source>雨。</source><target>Rain.</target></segment>'
    segments += "<segment><source>雪。</source></segment>"
    path = tmp_path / "m.xlf"
    path.write_bytes(xliff2(segments))
    assert [(one.text, one.translation) for one in read_bilingual(str(path)).units] == [("雨。", "Rain."), ("雪。", "")]


def test_xliff_1_in_any_state(tmp_path):
    """Of XLIFF 1.2 as well: new, made by a machine, without a target."""
    units = (
        '<trans-unit id="1"><source>雨。</source><target state="new">Rain.</target></trans-unit>'
        '<trans-unit id="2"><source>雪。</source><target state-qualifier="mt-suggestion">Snow.</target></trans-unit>'
        '<trans-unit id="3"><source>風。</source></trans-unit>'
    )
    path = tmp_path / "m.xliff"
    path.write_bytes(xliff1(units))
    assert [one.translation for one in read_bilingual(str(path)).units] == ["Rain.", "Snow.", ""]


@pytest.mark.parametrize(
    ("name", "answer"), [("a.tmx", True), ("A.XLF", True), ("a.xliff", True), ("a.csv", False), ("a.txt", False)]
)
def test_what_is_bilingual(name, answer):
    """Files that hold texts beside their translations are known by their names; a review sheet is none of them."""
    assert is_bilingual(name) is answer
