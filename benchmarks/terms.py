"""Speed of term matching, jaen beside its peers in one run: `python benchmarks/terms.py [--large]`.

Text: the Japanese and English UD dev sentences and the PUD pairs in alternating documents of ten. Terms: names and pairs of neighboring
nouns of that text, then two random nouns of it in a row up to 100, 10,000 and, with --large, 500,000. `search + edges` is what jaen does with a
folded text: every occurrence, the script edges, then from the left the longest; peers get the same folded text and
their own word rules. `find` is the whole matcher, from tokens to mentions. `ratio` is the median, over rounds in
shuffled order, of how many times faster than pyahocorasick's iter_long it was in the same round (CPU time).
"""

import gc
import importlib
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from jaen.model import Article, Block, Concept, Role, Segment, Span, Term
from jaen.terms import Matcher
from jaen.terms.automaton import Automaton
from jaen.terms.edges import Edge, edge_at, longest
from jaen.terms.folding import fold_key
from jaen.text.segments import split
from jaen.words.english import tokenize_en
from jaen.words.tokens import tokenize_ja

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
ROUNDS = 5
Row = tuple[Callable[[], object], float]  # what is timed, seconds it took to build


def documents() -> list[str]:
    """Ten sentences each, Japanese and English in turn while both last."""
    languages = [
        (DATA / "ud" / name).read_text(encoding="utf-8").splitlines()
        for name in ("ja-ja_gsd-dev.sentences.txt", "en-en_ewt-dev.sentences.txt")
    ]
    pairs = (DATA / "parallel" / "pud-a.tsv").read_text(encoding="utf-8").splitlines()
    for lines, side in zip(languages, (0, 1), strict=True):
        lines.extend(pair.split("\t")[side] for pair in pairs)
    longest_side = max(map(len, languages))
    return ["\n".join(lines[at : at + 10]) for at in range(0, longest_side, 10) for lines in languages if lines[at:]]


def terms(count: int, texts: Sequence[str]) -> list[str]:
    """Names of the texts and pairs of neighboring nouns, then made-up pairs; about one in twenty stands in the texts."""
    rng = random.Random(1)
    found: dict[str, None] = {}
    nouns: tuple[list[str], list[str]] = ([], [])
    for text in texts:
        japanese = any("\u3040" <= char <= "\u9fff" for char in text)
        tokens = tokenize_ja(text) if japanese else tokenize_en(text)
        words = [token for token in tokens if token.upos in ("NOUN", "PROPN") and len(token.surface) > 1]
        nouns[japanese].extend(word.surface for word in words)
        for one, two in pairwise(words):
            if one.upos == "PROPN":
                found[one.surface] = None
            if (
                two.span.start - one.span.end <= (0 if japanese else 1)
                and "\n" not in text[one.span.end : two.span.start]
            ):
                found[text[one.span.start : two.span.end]] = None
    real = rng.sample(list(found), min(max(count // 20, 50), len(found)))
    made: dict[str, None] = {}
    while len(made) < count:
        one, two = rng.sample(nouns[rng.random() < 0.5], 2)
        made[f"{one} {two}" if one.isascii() else one + two] = None
    return list(dict.fromkeys([*real, *made]))[:count]


def concepts(words: Sequence[str]) -> list[Concept]:
    """One concept for each word."""
    return [
        Concept(
            id=f"c{number}",
            category="term",
            terms=(Term(text=word, language="en" if word.isascii() else "ja"),),
        )
        for number, word in enumerate(words)
    ]


def segments(text: str) -> tuple[Segment, ...]:
    """The text as one block."""
    span = Span(0, len(text))
    block = Block(id="b1", span=span, role=Role.BODY, content=True, rule="all", confidence=1.0, language="ja")
    return split(Article(id="a", text=text, source="<text>", encoding="utf-8", sha256=""), (block,))


def built(make: Callable[[], Callable[[], object]]) -> Row:
    """What *make* makes, and the seconds it took."""
    begin = time.perf_counter()
    return make(), time.perf_counter() - begin


def whole_words(text: str, hits: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The edge filter and the choice, as the matcher does them."""
    return longest(
        [hit for hit in hits if edge_at(text, hit[0]) is not Edge.RUN and edge_at(text, hit[1]) is not Edge.RUN]
    )


def ours(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """Search, script edges, choice."""
    automaton = Automaton(keys)
    return lambda: [whole_words(text, automaton.find(text)) for text in folded]


def search_only(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """The automaton alone: every occurrence."""
    automaton = Automaton(keys)
    return lambda: [automaton.find(text) for text in folded]


def pyahocorasick(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """iter_long: leftmost-longest, no word rule."""
    machine = importlib.import_module("ahocorasick").Automaton()
    for key in keys:
        machine.add_word(key, key)
    machine.make_automaton()
    return lambda: [list(machine.iter_long(text)) for text in folded]


def pyahocorasick_exact(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """Every occurrence, then our edges and choice: the same result as `ours`."""
    machine = importlib.import_module("ahocorasick").Automaton()
    for number, key in enumerate(keys):
        machine.add_word(key, (number, len(key)))
    machine.make_automaton()
    return lambda: [
        whole_words(text, [(end + 1 - length, end + 1, number) for end, (number, length) in machine.iter(text)])
        for text in folded
    ]


def flashtext2(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """Its own word rule; case ignored by the folded text."""
    processor = importlib.import_module("flashtext2").KeywordProcessor(case_sensitive=True)
    for key in keys:
        processor.add_keyword(key)
    return lambda: [processor.extract_keywords_with_span(text) for text in folded]


def phrase_matcher(keys: Sequence[str], folded: Sequence[str]) -> Callable[[], object]:
    """The PhraseMatcher of spaCy over the documents as blank Japanese tokens; tokenizing is not timed."""
    spacy = importlib.import_module("spacy")
    nlp = spacy.blank("ja")
    matcher = importlib.import_module("spacy.matcher").PhraseMatcher(nlp.vocab)
    matcher.add("terms", [nlp.make_doc(key) for key in keys])
    docs = [nlp.make_doc(text) for text in folded]
    return lambda: [matcher(doc) for doc in docs]


def measure(rows: dict[str, Row], size: float) -> None:
    """Print speed, ratio and build time of each row."""
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    gc.collect()
    gc.freeze()  # what stays for good is no garbage; else every row pays for looking through all of it
    for _ in range(ROUNDS):
        for name in random.sample(list(rows), len(rows)):
            begin = time.process_time()
            rows[name][0]()
            seconds[name].append(time.process_time() - begin)
    base = seconds.get("pyahocorasick iter_long")
    for name, taken in seconds.items():
        speed = f"{size / statistics.median(taken):10.1f} MB/s"
        ratio = f"{statistics.median(b / t for b, t in zip(base, taken, strict=True)):7.2f} x" if base else ""
        print(f"  {name:<37}{speed}{ratio}   built in {rows[name][1]:.3f} s")


def main() -> None:
    """Print one table per number of terms."""
    random.seed(1)
    texts = documents()
    split_texts = [segments(text) for text in texts]
    folded = [fold_key(text) for text in texts]
    size = sum(len(text.encode()) for text in texts) / 1e6
    for count in (100, 10_000, 500_000) if "--large" in sys.argv else (100, 10_000):
        words = terms(count, texts)
        keys = list(dict.fromkeys(fold_key(word) for word in words))
        print(f"\n{len(words):,} terms, {size:.2f} MB")
        makers: dict[str, Callable[[Sequence[str], Sequence[str]], Callable[[], object]]] = {
            "jaen search + edges + longest": ours,
            "jaen search alone": search_only,
            "pyahocorasick iter_long": pyahocorasick,
            "pyahocorasick iter + edges + longest": pyahocorasick_exact,
            "flashtext2": flashtext2,
        }
        if count <= 10_000:
            makers["spaCy PhraseMatcher, tokens ready"] = phrase_matcher
        rows: dict[str, Row] = {}
        for name, make in makers.items():
            try:
                rows[name] = built(lambda make=make, keys=keys: make(keys, folded))  # type: ignore[misc]
            except (ModuleNotFoundError, ImportError):
                print(f"  {name:<37}not installed")
        measure(rows, size)
        rows.clear()
        glossary = concepts(words)
        matcher, seconds = built(lambda glossary=glossary: Matcher(glossary))  # type: ignore[misc]
        assert isinstance(matcher, Matcher)
        gc.collect()
        gc.freeze()
        matcher.find(texts[0], split_texts[0])
        begin = time.process_time()
        mentions = sum(len(matcher.find(text, parts)) for text, parts in zip(texts, split_texts, strict=True))
        taken = time.process_time() - begin
        stored = matcher.to_bytes()
        begin = time.perf_counter()
        Matcher.from_bytes(stored, glossary)
        load = time.perf_counter() - begin
        print(f"  jaen find, segments to mentions      {size / taken:10.1f} MB/s, {mentions:,} mentions")
        print(f"  jaen built in {seconds:.2f} s; stored {len(stored) / 1e6:.1f} MB, loaded in {load * 1000:.0f} ms")


if __name__ == "__main__":
    main()
