"""Files for other programs: what is written, and that the loss report leaves nothing out."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from jaen.glossary import Glossary
from jaen.glossary.exchange.mecab import write_mecab
from jaen.glossary.exchange.omegat import write_omegat
from jaen.glossary.exchange.pairs import Limits, make_pairs
from jaen.glossary.exchange.prh import write_prh
from jaen.glossary.exchange.prompt import write_prompt
from jaen.glossary.exchange.services import write_amazon, write_azure, write_deepl, write_google
from jaen.glossary.exchange.spacy import write_spacy
from jaen.glossary.exchange.utx import COLUMNS, write_utx
from jaen.model import Concept, Review, Status, Term, TermUse

NEWS = Path(__file__).parents[2] / "glossaries" / "news"


def ja(text, status=Status.PREFERRED, **more):
    return Term(text=text, language="ja", status=status, **more)


def en(text, status=Status.PREFERRED, **more):
    return Term(text=text, language="en", status=status, **more)


AGENCY = Concept(
    id="agency",
    category="organization",
    terms=(
        ja("金融庁", reading="きんゆうちょう"),
        ja("キンユウチョウ", Status.FORBIDDEN),
        en("Financial Services Agency"),
        en("FSA", Status.ADMITTED, type="abbreviation", use=TermUse.AFTER_FIRST),
        en("Finance Agency", Status.FORBIDDEN, note="not its name"),
    ),
    definition=(("en", "Supervises\tbanks"),),
)
BRAND = Concept(id="brand", category="product", terms=(ja("iPhone"),), keep=True)
JAPANESE_ONLY = Concept(id="only", category="term", terms=(ja("半導体"),))
PLAIN = Concept(id="plain", category="term", terms=(ja("銀行"), en("bank")))


def losses(exported, concept):
    return [loss.what for loss in exported.losses if loss.concept_id == concept.id]


@pytest.mark.parametrize("write", [write_deepl, write_google, write_azure])
def test_pairs_are_one_direction_and_have_no_header(write):
    """Each line is a source term, a tab and the preferred target term."""
    assert write([AGENCY, PLAIN], "en").data.decode() == "金融庁\tFinancial Services Agency\n銀行\tbank\n"
    assert write([AGENCY, PLAIN], "ja").data.decode() == (
        "Financial Services Agency\t金融庁\nFSA\t金融庁\nbank\t銀行\n"
    )


def test_amazon_has_a_header_of_language_codes():
    """The first column is the source; a term with a comma stands in quotes."""
    comma = Concept(id="c", category="term", terms=(ja("防衛"), en("Army, Navy")))
    rows = list(csv.reader(io.StringIO(write_amazon([comma], "en").data.decode())))
    assert rows == [["ja", "en"], ["防衛", "Army, Navy"]]


def test_amazon_refuses_long_terms_and_says_so():
    """A term over 200 bytes is left out and named; one of 200 bytes is written."""
    fits, too_long = "x" * 200, "y" * 201
    concepts = [
        Concept(id=name, category="term", terms=(ja(name), en(text)))
        for name, text in (("fits", fits), ("long", too_long))
    ]
    exported = write_amazon(concepts, "en")
    assert fits in exported.data.decode()
    assert too_long not in exported.data.decode()
    assert losses(exported, concepts[0]) == []
    assert losses(exported, concepts[1]) == ["ja long: 201 bytes, more than the 200 that one term may have"]


def test_a_file_never_passes_its_limit():
    """What would pass the service's limit of bytes is left out and named; what fits is written."""
    concepts = [Concept(id=f"c{n}", category="term", terms=(ja("あ" * n), en("a"))) for n in (1, 2, 3)]
    found = make_pairs(concepts, "en", Limits(phrase=100, file=7 + 10))
    assert [pair.source for pair in found.pairs] == ["あ", "ああ"]
    assert [loss.concept_id for loss in found.losses] == ["c3"]
    assert "would pass 17 bytes" in found.losses[0].what


def test_a_source_stands_once():
    """The second concept with the same source term is named as a loss; other terms of it are written."""
    other = Concept(id="river", category="place", terms=(ja("銀行"), ja("土手"), en("riverside")))
    exported = write_deepl([PLAIN, other], "en")
    assert exported.data.decode() == "銀行\tbank\n土手\triverside\n"
    assert "ja 銀行: the concept 'plain' has the same term already" in losses(exported, other)


def test_kept_names_become_equal_pairs():
    """A concept that is not translated is a pair of the same text."""
    assert write_deepl([BRAND], "en").data.decode() == "iPhone\tiPhone\n"


def test_what_has_no_counterpart_is_a_loss():
    """A concept without a preferred target term is no pair, and is named."""
    exported = write_deepl([JAPANESE_ONLY], "en")
    assert exported.data == b""
    assert losses(exported, JAPANESE_ONLY) == ["ja 半導体: there is no preferred English term for it"]
    assert [loss.what for loss in write_deepl([JAPANESE_ONLY], "ja").losses] == ["it has no English term"]


def test_forbidden_terms_are_not_sources():
    """A forbidden term is left out of the pairs, and named."""
    exported = write_deepl([AGENCY], "en")
    assert "キンユウチョウ" not in exported.data.decode()
    assert "ja キンユウチョウ: forbidden terms are not written" in losses(exported, AGENCY)
    assert any("definition" in what for what in losses(exported, AGENCY))


def test_a_concept_that_fits_a_list_of_pairs_has_no_loss():
    """Nothing is reported for a plain pair."""
    for write in (write_deepl, write_google, write_azure, write_amazon):
        assert losses(write([PLAIN], "en"), PLAIN) == []


def test_omegat_offers_every_allowed_target_and_says_what_is_wrong():
    """One line for each allowed target; the comment has the definition and the forbidden names, without tabs."""
    lines = write_omegat([AGENCY], "en").data.decode().splitlines()
    comment = "Supervises banks. Not: Finance Agency"
    assert lines == [f"金融庁\tFinancial Services Agency\t{comment}", f"金融庁\tFSA\t{comment}"]
    assert losses(write_omegat([JAPANESE_ONLY], "en"), JAPANESE_ONLY)
    assert losses(write_omegat([PLAIN], "en"), PLAIN) == []


def test_utx_has_its_header_and_a_status_in_each_line():
    """Two header lines, CR LF, and the status of the term that is not the preferred one."""
    text = write_utx([AGENCY], "en").data.decode()
    head, columns, *lines = text.split("\r\n")[:-1]
    assert head == "#UTX 1.11; ja-JP/en-US"
    assert columns == "#" + "\t".join(COLUMNS)
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]
    assert [(row["src"], row["tgt"], row["term status"]) for row in rows] == [
        ("金融庁", "Financial Services Agency", "approved"),
        ("キンユウチョウ", "Financial Services Agency", "forbidden"),
        ("金融庁", "FSA", "provisional"),
        ("金融庁", "Finance Agency", "forbidden"),
    ]
    assert {row["concept ID"] for row in rows} == {"agency"}
    assert rows[0]["src:yomi"] == "きんゆうちょう"
    assert losses(write_utx([JAPANESE_ONLY], "en"), JAPANESE_ONLY)
    assert losses(write_utx([PLAIN], "en"), PLAIN) == []


def test_prh_writes_a_rule_for_each_wrong_term():
    """The rule names the right term, a pattern, the note and a test of its own."""
    text = write_prh([AGENCY]).data.decode()
    assert '  - expected: "Financial Services Agency"\n    pattern: "/\\\\bFinance Agency\\\\b/"' in text
    assert '    prh: "not its name"\n    specs:\n      - from: "Finance Agency"' in text
    assert text.count("expected:") == 2


def test_prh_leaves_the_right_term_alone():
    """A wrong term that is a part of the right one is matched only elsewhere; characters of patterns are escaped."""
    server = Concept(
        id="server",
        category="term",
        terms=(ja("大サーバー"), ja("サーバ", Status.DEPRECATED), ja("鯖.", Status.FORBIDDEN)),
    )
    text = write_prh([server]).data.decode()
    assert r'pattern: "/(?:(?<!大)サーバ|サーバ(?!ー))/"' in text
    assert r'pattern: "/鯖\\./"' in text


def test_prh_replaces_an_abbreviation_by_an_abbreviation():
    """BoJ is corrected to BOJ, not to the full name."""
    bank = Concept(
        id="boj", category="organization",
        terms=(
            en("Bank of Japan"),
            en("BOJ", Status.ADMITTED, type="abbreviation"),
            en("BoJ", Status.DEPRECATED, type="abbreviation"),
        ),
    )  # fmt: skip
    assert 'expected: "BOJ"' in write_prh([bank]).data.decode()


def test_prh_without_wrong_terms_is_empty_and_says_so():
    """A concept without a wrong term makes no rule, and is named."""
    exported = write_prh([PLAIN])
    assert exported.data == b"version: 1\nrules: []\n"
    assert losses(exported, PLAIN) == ["no term of it is deprecated or forbidden: no rule"]


def test_spacy_patterns_carry_the_id():
    """Every term, whatever its status, is a pattern with the concept's id and a label."""
    rows = [json.loads(line) for line in write_spacy([AGENCY]).data.decode().splitlines()]
    assert [row["pattern"] for row in rows] == [term.text for term in AGENCY.terms]
    assert {(row["label"], row["id"]) for row in rows} == {("ORG", "agency")}


def test_the_prompt_says_what_to_write_and_what_never():
    """One line a concept, with the uses of its terms and the names that are wrong."""
    text = write_prompt([AGENCY, BRAND, JAPANESE_ONLY], "en").data.decode()
    assert "- 金融庁 → Financial Services Agency; or FSA (after the first mention). Never: Finance Agency\n" in text
    assert "- iPhone → (keep as it is)\n" in text
    assert "半導体" not in text
    assert losses(write_prompt([JAPANESE_ONLY], "en"), JAPANESE_ONLY) == ["it has no pair of terms"]
    assert losses(write_prompt([PLAIN], "en"), PLAIN) == []


def test_the_mecab_dictionary_compiles_and_finds_its_terms(tmp_path):
    """The tool of fugashi builds it, and a term that the dictionary splits is one word then."""
    import unidic_lite
    from fugashi import Tagger

    office = Concept(
        id="office", category="organization",
        terms=(ja("海洋,状況監視室", reading="かいようじょうきょうかんししつ"), ja("宇宙巡回監視室"), en("MSA")),
    )  # fmt: skip
    exported = write_mecab([office, AGENCY])
    (tmp_path / "user.csv").write_bytes(exported.data)
    command = [Path(sys.executable).parent / "fugashi-build-dict", "-d", unidic_lite.DICDIR, "-u", tmp_path / "u.dic"]
    subprocess.run([*command, "-f", "utf-8", "-t", "utf-8", tmp_path / "user.csv"], check=True, capture_output=True)
    tagger = Tagger(f"-u {tmp_path / 'u.dic'}")
    assert [word.surface for word in tagger("新しい宇宙巡回監視室と海洋,状況監視室が動いた")] == [
        "新しい", "宇宙巡回監視室", "と", "海洋,状況監視室", "が", "動い", "た",
    ]  # fmt: skip
    assert "removed en MSA (preferred)" in losses(exported, office)
    assert "ja 宇宙巡回監視室: has no reading, so its entry has none" in losses(exported, office)


@pytest.mark.parametrize("target", ["en", "ja"])
def test_no_concept_of_a_real_glossary_goes_missing_in_silence(target):
    """Of the news glossary, each concept that is not in a file is named in its loss report."""
    concepts = Glossary.load(NEWS).concepts
    for write in (write_deepl, write_google, write_azure, write_amazon, write_omegat, write_utx, write_prompt):
        exported = write(concepts, target)
        named = {loss.concept_id for loss in exported.losses}
        text = exported.data.decode()
        for concept in concepts:
            assert concept.id in named or any(term.text in text for term in concept.terms), (write, concept.id)


def test_a_review_state_is_a_loss():
    """What an approved entry says of its review is in no list of pairs."""
    approved = Concept(id="a", category="term", terms=PLAIN.terms, review=Review(state="approved", by="mm"))
    assert losses(write_deepl([approved], "en"), approved) == ["review approved by mm → proposed"]
