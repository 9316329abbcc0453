"""Suggestions beyond usual articles: long runs are no terms, long sentences are shown in part, names have kinds."""

from jaen.glossary.suggest import read_sheet, suggest, write_sheet
from jaen.reading import read


def test_an_endless_run_is_no_term():
    """Thousands of kana or letters without a break are not compared with names; a name beside them still is."""
    noise = "\n".join(["アンソロピック" * 3_000 + "だ。", "The Ab" + "cdefghij" * 3_000 + " said so."])
    pair = "\nアンソロピックは新しい。アンソロピックは古い。\nAnthropic is new, says Anthropic."
    found = suggest([read(noise), read(noise + pair)])
    assert [[term.text for term in one.terms] for one in found if one.is_pair] == [["アンソロピック", "Anthropic"]]
    assert max(len(term.text) for one in found for term in one.terms) < 100


def test_evidence_is_what_stands_around_the_words():
    """Of a sentence of a page without stops; a usual sentence stands there whole. The sheet comes back."""
    short, long = (
        "国家サイバー統括室(NCO)が話した。",
        "話したことを" * 2_000 + "金融監督室(FSO)が" + "聞いたことを" * 2_000,
    )
    found = suggest([read(short), read(long)])
    texts = {one.terms[0].text: one.reasons[0].evidence[0].text for one in found if one.is_pair}
    assert texts["国家サイバー統括室"] == short
    around = texts["金融監督室"]
    assert "金融監督室(FSO)が" in around
    assert (around[0], around[-1], len(around)) == ("…", "…", 502)
    for kind in ("csv", "xlsx"):
        assert read_sheet(write_sheet(found, kind), f"f.{kind}").blank == len(found)


def test_the_dictionary_knows_places_and_people():
    """A name all of whose words are places', or people's; one that the dictionary does not know stays a term."""
    english = "\nAlaska is near Brooks, and Thomas Lincoln is far from Quibblex in Alaska."
    found = suggest([read("アラスカは近い。トーマス・リンカーンは遠い。クイブレックスも遠い。" + english)])
    kinds = {one.terms[0].text: one.category for one in found if one.is_pair}
    assert (kinds["アラスカ"], kinds["トーマス・リンカーン"], kinds["クイブレックス"]) == ("place", "person", "term")
