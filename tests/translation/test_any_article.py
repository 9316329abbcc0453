"""What holds for any article, glossary and engine."""

import re
import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import jaen
from jaen.model import Concept, Report, Status, Term, TermUse
from jaen.reading import article_of
from jaen.translation import Translator
from jaen.translation.engines import Decoding, Hypothesis, Request
from jaen.translation.requirements.requiring import ENFORCED

FAULTS = (
    "empty",
    "truncated",
    "looping",
    "copied-source",
    "lost-number",
    "added-number",
    "lost-negation",
    "leftover-kana",
)
# Japanese and English; terms that hold one another, carriers' words, marks, "the", plurals, two scripts, an astral letter.
TERMS = (
    ("国家安全保障局", "National Security Secretariat", "organization"), ("国家安全保障局長", "NSS Secretary-General", "role"),
    ("ヤフー", "Yahoo!", "organization"), ("ドットネット", ".NET", "product"), ("米国", "U.S.", "place"), ("北面", "The North Face", "organization"),
    ("日本", "Japan", "place"), ("トム", "Tom", "person"), ("政府", "government", "organization"), ("東証", "Tokyo Stock Exchange", "organization"),
    ("統一基準", "unified standards", "term"), ("脆弱性", "vulnerability", "term"), ("森野花", "Hana Morino", "person"),
    ("𠮷野家", "Yoshinoya", "organization"), ("水", "H₂O", "term"),
)  # fmt: skip
PIECES = (
    "は", "の", "が、", "て、", "を", "。", "！？", "「", "」", "(", ")", "（", "行った", "知らない", "か？", "\n", "\t", "　", "😀", "👨‍👩‍👧", "\u200d", "\u202e",
    "مرحبا", "e\u0301", "\x00", "150社", "1億8990万円", "午後3時", "12〜15%", "(ぜいじゃく)", "NCO", "https://example.jp/a_b?c=1", " GPT-5.5 ",
    "foo_bar", "彼", "東京", "トム", "本", "・", "― ", "■",
)  # fmt: skip
SAID = (
    "The ",
    "the ",
    "Tom",
    "Tokyo",
    "'s ",
    " a ",
    "government ",
    "Japan",
    "Japanese ",
    ", ",
    ".",
    "dogs ",
    "National ",
    "\n",
    '"',
    "日本",
    "150 ",
)


class Saying:
    """An engine that says anything at all: nothing, the source, its terms, every carrier, or scraps."""

    name = engine = "saying"
    source, target = "ja", "en"

    def __init__(self, ways: list[str | None], window: int) -> None:
        self.identity = "saying 1"
        self._ways, self._window, self._asked = ways, window, 0

    def languages(self) -> frozenset[tuple[str, str]]:
        return frozenset({("ja", "en")})

    def open(self, source: str, target: str) -> "Saying":
        return self

    def fits(self, text: str) -> bool:
        return len(text) <= self._window

    def translate(self, requests: list[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        answers = []
        for request in requests:
            self._asked += 1
            way = self._ways[self._asked % len(self._ways)]
            if way == "echo":
                way = request.text
            elif way == "terms":
                way = " and ".join(target for _, target in request.terms) + "."
            answers.append(() if way is None else (Hypothesis(way, -1.0),))
        return answers


WAYS = st.lists(
    st.sampled_from([None, "", "echo", "terms", "Tom saw the government, a book, water and a teacher in Tokyo."])
    | st.lists(st.sampled_from(SAID), max_size=12).map("".join),
    min_size=1,
    max_size=4,
)
GLOSSARIES = st.lists(st.sampled_from(TERMS), min_size=1, max_size=6, unique=True)
SHORT = st.sampled_from([None, TermUse.FIRST, TermUse.AFTER_FIRST, TermUse.HEADLINE])


def glossary_of(terms: list[tuple[str, str, str]], use: TermUse | None) -> jaen.Glossary:
    concepts = []
    for number, (ja, en, category) in enumerate(terms):
        given = [Term(text=ja, language="ja"), Term(text=en, language="en")]
        if use:
            short = Term(text=f"ZQ{number}", language="en", type="abbreviation", status=Status.ADMITTED, use=use)
            given.append(short)
        concepts.append(Concept(id=f"c{number}", category=category, terms=tuple(given)))
    return jaen.Glossary("any", tuple(concepts))


def plain(text: str) -> str:
    return re.sub(r"[\s‐-]+", " ", unicodedata.normalize("NFKC", text)).casefold()


def check(report: Report) -> None:
    segments = {segment.id: segment for segment in report.segments}
    for translation in report.translations:
        asked = {
            (mention.span, mention.concept.id)
            for mention in report.mentions
            if mention.segment_id == translation.segment_id and mention.kind in ENFORCED
        }
        answered = [(term.source_span, term.concept_id) for term in translation.terms]
        assert len(set(answered)) == len(answered)
        assert set(answered) <= asked
        assert all(any(span.overlaps(other) for other, _ in answered) for span, _ in asked)
        met = [term for term in translation.terms if term.target_span]
        assert all((term.outcome == "unmet") == (term.target_span is None) for term in translation.terms)
        concepts = {mention.concept.id: mention.concept for mention in report.mentions}
        for term in met:
            texts = [one.text for one in concepts[term.concept_id].terms if one.language == "en"]
            written = plain(term.target_span.of(translation.text))
            assert any(plain(text)[:-1] in written for text in texts)
        spans = sorted({term.target_span for term in met})
        assert not any(one.overlaps(other) for one, other in pairwise(spans))
        if translation.state == "translated":
            assert translation.text.strip() or not segments[translation.segment_id].text.strip()
            assert not [flag for flag in translation.flags if flag.startswith(FAULTS)]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(PIECES) | st.integers(0, 5), max_size=25),
    GLOSSARIES,
    SHORT,
    WAYS,
    st.sampled_from([20, 400]),
)
def test_every_mention_is_accounted_for(parts, terms, use, ways, window):
    """Each enforced mention ends once, met in a place of its own that holds one of its terms, or unmet; no fault passes."""
    text = "".join(part if isinstance(part, str) else terms[part % len(terms)][0] for part in parts)
    translator = Translator(Saying(ways, window), "en")
    check(jaen.Pipeline(glossary_of(terms, use), translator=translator)(article_of(text)))


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES) | st.integers(0, 5), max_size=20), GLOSSARIES, SHORT, WAYS)
def test_the_same_again(parts, terms, use, ways):
    """An engine that gives a text one translation gives an article one, twice in a batch and alone."""
    text = "".join(part if isinstance(part, str) else terms[part % len(terms)][0] for part in parts)
    glossary = glossary_of(terms, use)

    class Steady(Saying):
        def translate(self, requests, decoding):
            self._asked = 0
            return [Saying(ways, 60).translate([request], decoding)[0] for request in requests]

    pipeline = jaen.Pipeline(glossary, translator=Translator(Steady(ways, 60), "en"))
    alone = pipeline(article_of(text)).translations
    other = article_of("東京は大きい。\n" + text + "\n彼は東京を知らない。")
    analyses = [pipeline.analyze(article) for article in (other, article_of(text), article_of(text))]
    both = [report.translations for report in pipeline.reports(analyses)]
    assert both[1] == both[2] == alone
