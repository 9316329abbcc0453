import hashlib
import json
import re
import threading
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.model import Detection
from jaen.text.language import Context, detect, read_context
from jaen.text.language.function_words import ANY_FOREIGN, ENGLISH
from jaen.text.language.guess import guess
from jaen.text.language.han import han_tables

CASES = Path(__file__).parents[1] / "cases"
SHARED = Path(__file__).parents[2].parent / "shared"
TREEBANKS = SHARED / "data" / "ud"

needs_shared = pytest.mark.skipif(not TREEBANKS.is_dir(), reason="the shared data folder is not beside the project")


def _cases():
    for line in (CASES / "language.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield pytest.param(case, id=f"{case['text'][:30]}-{'document' if 'document' in case else 'alone'}")


@pytest.mark.parametrize("case", list(_cases()))
def test_table(case):
    """Every text of the table gets its language, and its runs where the table names them."""
    context = read_context(case["document"]) if "document" in case else None
    detection = detect(case["text"], context)
    assert detection.language == case["language"], f"{case['why']}; got {detection.reason}"
    if "runs" in case:
        assert _runs(case["text"], detection) == case["runs"]


def _runs(text: str, detection: Detection) -> list[list[str]]:
    return [[run.span.of(text), run.language] for run in detection.runs]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aB3 ,.:(「」)AIを使東京们서울éж🤖\u200b\u3099\ud800 the")), max_size=30))
def test_runs_tile_the_text(text):
    """Runs follow one another from the first to the last code point, and neighbors differ in language."""
    runs = detect(text).runs
    assert [run.span.start for run in runs] == [0, *(run.span.end for run in runs)][: len(runs)]
    assert (runs[-1].span.end if runs else 0) == len(text)
    assert all(a.language != b.language for a, b in pairwise(runs))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_an_answer(text):
    """No text raises, and only `und` has no confidence."""
    detection = detect(text, read_context(text))
    assert 0.0 <= detection.confidence <= 1.0
    assert (detection.confidence == 0.0) == (detection.language == "und")


def test_every_detection_says_why():
    """A reason names the rule: what decided 気象庁 alone is not what decided it inside a document."""
    document = read_context("雨が降りそうです。")
    assert detect("気象庁").reason == "han: characters only Japanese uses"
    assert detect("気象庁", document).reason == "han: document"
    assert detect("雨が降る").reason == "kana"


def test_context_of_a_mixed_document():
    """The document's language is that of most of its text; its Han and Latin parts are told apart."""
    context = read_context(
        "東京で会議が開かれた。関係者が集まり、来年の計画について話し合った。\nQuick Look at the plan"
    )
    assert context == Context(language="ja", han="ja", latin="en")
    assert read_context("") == Context(language="und", han="und", latin="und")


def test_kana_in_passing_do_not_make_a_chinese_document_japanese():
    """A Chinese text that quotes one Japanese word stays Chinese; a Japanese text has kana all over."""
    chinese = "我们认为这个问题很重要，他说政府将在明年公布新的计划。" * 3
    assert read_context(chinese + "「はい」").han == "zh"
    assert read_context("我们这里の").han == "zh"
    assert read_context("我が社は計画を発表した。").han == "ja"


def test_chinese_sentence_with_a_japanese_title_is_chinese():
    """A few kana between Chinese characters are a quotation; the same kana in Japanese are the grammar."""
    assert detect("他们在电影院看过《ひまわり》这部非常有名的日本电影，觉得很感动。").language == "zh"
    assert detect("中国の这と们という字").language == "ja"


def test_tables_hold_what_only_one_language_writes():
    """Japanese text never loses a character of a name to the Chinese tables."""
    tables = han_tables()
    assert set("円気読働込峠") <= tables.japanese
    assert set("们这说說你") <= tables.chinese
    assert not tables.simplified & set("髙﨑濵邊德祐隆國學")
    assert tables.japanese.isdisjoint(tables.chinese)


def test_function_words_are_evidence_for_one_side_only():
    """No word counts both for English and against it."""
    assert not ENGLISH & ANY_FOREIGN


def test_langdetect_is_seeded():
    """The same question gets the same answer a hundred times."""
    answers = {guess("Der Bericht kommt morgen", frozenset()) for _ in range(100)}
    assert len(answers) == 1


def test_langdetect_chooses_among_the_candidates():
    """Only languages that are plausible can be answered, and unknown ones never."""
    text = "El informe llega mañana por la tarde"
    assert guess(text, frozenset())[0] == "es"
    assert guess(text, frozenset(["pt", "it"]))[0] in ("pt", "it")
    assert guess(text, frozenset(["xx"])) == ("und", 0.0)
    assert guess("12345", frozenset()) == ("und", 0.0)


def test_langdetect_first_used_by_eight_threads(monkeypatch):
    """Nobody sees a half-loaded set of profiles (langdetect's own factory is published before it is filled)."""
    monkeypatch.setattr("jaen.text.language.guess._loaded", [])
    answers: list[str] = []
    start = threading.Barrier(8)

    def ask():
        start.wait()
        answers.append(guess("Le rapport arrive demain dans la soirée", frozenset())[0])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["fr"] * 8


def test_langdetect_recovers_from_a_failed_load(monkeypatch):
    """A load that fails leaves nothing behind: the next call loads again."""
    from jaen.text.language import guess as module

    monkeypatch.setattr(module, "_loaded", [])
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_text", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            guess("Der Bericht kommt morgen", frozenset())
    assert guess("Der Bericht kommt morgen", frozenset())[0] == "de"


def _interrupted(*_args, **_options):
    raise KeyboardInterrupt


def _latin_sentences(language: str) -> list[str]:
    parts = json.loads((CASES / "latin_sentences.json").read_text(encoding="utf-8"))[language]
    return [" ".join(first) + end for *first, end in product(parts["subjects"], parts["predicates"], parts["endings"])]


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl"])
def test_long_sentences_of_other_languages(language):
    """Of sixty sentences of 40 characters and more, none is called English and 97 % get their language."""
    sentences = _latin_sentences(language)
    assert len(sentences) == 60
    assert min(map(len, sentences)) >= 40
    answers = [detect(sentence).language for sentence in sentences]
    assert "en" not in answers
    assert answers.count(language) >= 0.97 * len(answers)


def test_one_foreign_sentence_does_not_need_its_document():
    """A whole French sentence is French in an English document; two French words in a name are not."""
    english = read_context("The minister said that the plan would be ready by the end of the year.")
    assert detect(_latin_sentences("fr")[0], english).language == "fr"
    assert detect("Le Monde", english).language == "en"


@needs_shared
@pytest.mark.parametrize(
    ("name", "language", "least"),
    [
        ("ja-ja_gsd-dev", "ja", 0.99),
        ("en-en_ewt-dev", "en", 0.99),
        ("zh-Hans-zh_gsdsimp-dev", "zh", 0.97),
        ("zh-Hant-zh_gsd-dev", "zh", 0.97),
        ("ko-ko_gsd-dev", "ko", 0.975),
    ],
)
def test_treebank_sentences(name, language, least):
    """Sentences with a word in them reach the floors (figures with peers: benchmarks/language.py)."""
    lines = (TREEBANKS / f"{name}.sentences.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if _has_word(line)]
    right = sum(detect(line).language == language for line in lines)
    assert right >= least * len(lines)


def _has_word(text: str) -> bool:
    """A small letter or a character of another script, outside addresses."""
    return re.search(r"[a-z]|[^\W\d_A-Z]", re.sub(r"https?://\S+|www\.\S+", "", text)) is not None


@needs_shared
def test_kanji_only_pieces_inside_a_japanese_document():
    """In a document with kana every kanji-only piece is Japanese."""
    text = (TREEBANKS / "ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8")
    context = read_context(text)
    pieces = set(re.findall("[一-鿿々]{1,8}", text))
    assert len(pieces) > 1000
    assert {detect(piece, context).language for piece in pieces} == {"ja"}


@needs_shared
def test_every_line_of_the_shared_articles():
    """All non-empty lines get the language that a reader gave them; a source line keeps its Japanese name apart."""
    table = json.loads((CASES / "seeds_language.json").read_text(encoding="utf-8"))["articles"]
    articles = [path.read_bytes() for path in sorted((SHARED / "seeds").glob("*.txt"))]
    assert {hashlib.sha256(data).hexdigest() for data in articles} == set(table)
    for data in articles:
        row = table[hashlib.sha256(data).hexdigest()]
        text = data.decode("utf-8")
        context = read_context(text)
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        expected = {n: language for first, last, language in row["lines"] for n in range(first, last + 1)}
        assert len(lines) == row["non_empty"]
        assert [(n, detect(line, context).language) for n, line in lines] == [(n, expected[n]) for n, _ in lines]


@pytest.mark.parametrize("unit", ["a", " ", "ア", "漢", "が a ", "(あ", "a, ", "가 a ", "http://a", "é"])
def test_long_texts_are_no_trap(unit):
    """Half a million characters of one kind get an answer like a hundred of them (a backtracking rule would hang)."""
    text = unit * (500_000 // len(unit))
    assert detect(text[:5000]).language == detect(text).language


def test_japanese_text_is_no_evidence_about_the_latin_words_in_it():
    """A Japanese document with a few names in Latin letters says English about them, not what langdetect makes of it."""
    document = (
        "新しい製品である Bluebird Pantry が発売された。開発したのは Marlow Works という会社で、来年には海外でも売る。"
    )
    assert read_context(document).latin == "en"


def test_a_page_is_not_framed_by_its_first_and_last_words():
    """Over several lines the majority decides: one Japanese line does not make an English page Japanese."""
    page = "The plan is ready.\nThe office will open in May, officials said.\nWeb上で見る"
    assert detect(page).language == "en"
    assert detect(page.splitlines()[-1]).language == "ja"
