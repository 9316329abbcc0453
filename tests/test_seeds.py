"""The five articles jaen exists for. Their texts are not the project's, so they are looked for beside it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from jaen.glossary import Glossary
from jaen.model import Bracket, BracketKind, Dash, DashKind, Quotation
from jaen.pipeline import Pipeline
from jaen.reading import read
from jaen.writing import load_schema

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="the five articles are not in ../shared/seeds")


@pytest.fixture(scope="module")
def reports():
    pipeline = Pipeline(Glossary.load(ROOT / "glossaries" / "news"))
    return [pipeline(read(path)) for path in SEEDS]


def marks(report, kind):
    return [mark for segment in report.segments for mark in segment.marks if isinstance(mark, kind)]


def test_every_line_of_output_is_valid(reports):
    """Each of the five reports is one JSON line that the published schema accepts."""
    validator = Draft202012Validator(load_schema())
    for report in reports:
        validator.validate(json.loads(json.dumps(report.to_dict())))


def test_the_interview_has_five_questions_with_answers(reports):
    """The Japanese interview is five questions, each with its answer; the dropped-in headline is in none."""
    report = reports[4]
    texts = {segment.id: segment.text for segment in report.segments}
    assert len(report.exchanges) == 5
    for exchange in report.exchanges:
        assert len(exchange.question) == 1
        assert texts[exchange.question[0]].startswith("―")
        assert exchange.answer
        assert not any("新たに対象" in texts[answer] for answer in exchange.answer)


def test_every_bracket_of_the_interview_is_typed(reports):
    """One reading, three abbreviations, one explanation, and the editor's insertions."""
    text = reports[4].article.text
    brackets = {b.span.of(text): b.kind for b in marks(reports[4], Bracket)}
    assert brackets["(ぜいじゃく)"] is BracketKind.READING
    assert [b for b, kind in brackets.items() if kind is BracketKind.ABBREVIATION] == ["(NCO)", "(AI)", "(NSS)"]
    assert brackets["(巨大IT企業)"] is BracketKind.EXPLANATION
    insertions = [b for b, kind in brackets.items() if kind is BracketKind.INSERTION]
    assert len(insertions) == 6
    assert all(kind is not BracketKind.OTHER for kind in brackets.values())


def test_every_dash_of_the_interview_is_typed(reports):
    """Five dashes ask, one attributes the related headline."""
    text = reports[4].article.text
    kinds = [dash.kind for dash in marks(reports[4], Dash) if dash.span.of(text) == "―"]
    assert kinds.count(DashKind.QUESTION) == 5
    assert kinds.count(DashKind.ATTRIBUTION) == 1
    assert len(kinds) == 6


def test_datelines_are_datelines(reports):
    """`TOKYO —` and `TOKYO -` open three of the articles."""
    for report in reports[:3]:
        assert [dash.kind for dash in marks(report, Dash)].count(DashKind.DATELINE) == 1
        assert ("dateline-place", "TOKYO") in {(m.name, m.value) for m in report.metadata}


@pytest.mark.parametrize(
    ("surface", "concept"),
    [
        ("内閣サイバー官", "national-cyber-director"),
        ("飯田陽一", "iida-yoichi"),
        ("クロード・ミュトス", "claude-mythos"),
        ("ミュトス", "claude-mythos"),
        ("アンソロピック", "anthropic"),
        ("NCO", "national-cybersecurity-office"),
        ("国家サイバー統括室", "national-cybersecurity-office"),
        ("金融庁", "financial-services-agency"),
        ("経済産業省", "ministry-of-economy-trade-and-industry"),
        ("国家安全保障局", "national-security-secretariat"),
        ("脆弱(ぜいじゃく)性", "vulnerability"),
        ("ビッグテック", "big-tech"),
        ("パブリックコメント", "public-comment"),
    ],
)
def test_the_interview_names_its_concepts(reports, surface, concept):
    """The terms of the interview are mentions of the right concepts."""
    found = {m.concept.id for m in reports[4].mentions if m.surface == surface}
    assert found == {concept}


def test_nss_is_the_secretariat(reports):
    """国家安全保障局(NSS) defines NSS; both are the National Security Secretariat."""
    assert {m.concept.id for m in reports[4].mentions if m.surface == "NSS"} == {"national-security-secretariat"}


def test_the_machine_summary_is_known_as_one(reports):
    """The page says that its summary is machine-made; the others say nothing of the kind."""
    values = [{m.value for m in report.metadata if m.name == "machine-summary"} for report in reports]
    assert "yes" in values[4]
    assert not any("yes" in value for value in values[:4])


def test_the_wrong_name_of_the_office_is_found(reports):
    """The summary's name for 国家サイバー統括室 is one the glossary forbids."""
    forbidden = [f for f in reports[4].findings if f.code == "term-forbidden"]
    assert forbidden
    assert {f.concept_id for f in forbidden} == {"national-cybersecurity-office"}


def test_the_copy_gives_the_same_segments(reports):
    """The article that is the body of another has the same sentences, with the same ids."""
    whole, body = reports[1], reports[2]
    content = [segment.text for segment in whole.segments if segment.content]
    copied = [segment.text for segment in body.segments if segment.content]
    assert content[1:] == copied  # the copy has no title
    ids = {segment.id for segment in whole.segments}
    assert all(segment.id in ids for segment in body.segments if segment.content)


def test_furniture_is_not_content(reports):
    """No mention on a line of furniture counts as content."""
    for report in reports:
        content = {segment.id for segment in report.segments if segment.content}
        furniture = {block.id for block in report.blocks if not block.content}
        for segment in report.segments:
            assert (segment.id in content) == (segment.block_id not in furniture)


def test_quotations_have_their_speakers(reports):
    """“…,” Matsubara said: the speaker is the person the text names."""
    text = reports[1].article.text
    speakers = {q.speaker.of(text) for q in marks(reports[1], Quotation) if q.speaker}
    assert "Matsubara" in speakers


def test_short_forms_are_bound_to_the_long_form(reports):
    """After Miho Matsubara, Matsubara is she."""
    short = [m for m in reports[1].mentions if m.surface == "Matsubara"]
    assert len(short) > 5
    assert {m.concept.id for m in short} == {"matsubara-miho"}


def test_languages_of_the_mixed_line(reports):
    """`Source: テレ東BIZ` is English, then Japanese."""
    (line,) = [segment for segment in reports[1].segments if segment.text.startswith("Source:")]
    assert [run.language for run in line.runs] == ["en", "ja"]
