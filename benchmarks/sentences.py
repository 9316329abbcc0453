"""Sentence boundaries: quality and speed beside pysbd, ja_sentence_segmenter, bunkai (without its model) and spaCy.

    python benchmarks/sentences.py [DATA]

DATA is a folder with `ud/*.sentences.txt`, `parallel/pud-a.tsv` and `segmentation/*.json` (default: `../shared/data`
beside the project). Sentences are joined in tens: Japanese without a break, English with one space. F1 is that of
the inner boundaries. Speed is MB of UTF-8 a second, and the median over the rounds of the ratio to pysbd in the same
round, once for the texts of ten sentences and once for texts of a hundred.
"""

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from jaen.text.sentences import split_sentences


class Splitter(NamedTuple):
    """A library: what it is called with, which is timed, and how its answer gives the places where sentences end."""

    run: Callable[[str], Any]
    ends: Callable[[str, Any], set[int]]


ROUNDS = 5
CORPORA = (
    ("GSD ja", "ja", "ud/ja-ja_gsd-dev.sentences.txt", 0, ""),
    ("PUD ja", "ja", "parallel/pud-a.tsv", 0, ""),
    ("PUD en", "en", "parallel/pud-a.tsv", 1, " "),
    ("EWT en", "en", "ud/en-en_ewt-dev.sentences.txt", 0, " "),
)


def string_ends(text: str, pieces: Iterable[str]) -> set[int]:
    """Where pieces that a library returned as strings end in *text*."""
    ends, place = set(), 0
    for piece in pieces:
        found = text.find(piece.strip(), place) if piece.strip() else -1
        if found >= 0:
            place = found + len(piece.strip())
            ends.add(place)
    return ends


def jaen(language: str) -> Splitter:
    return Splitter(lambda text: split_sentences(text, language), lambda _, spans: {span.end for span in spans})


def pysbd(language: str) -> Splitter:
    return Splitter(import_module("pysbd").Segmenter(language=language, clean=False).segment, string_ends)


def ja_sentence_segmenter(language: str) -> Splitter | None:
    if language != "ja":
        return None
    split = import_module("ja_sentence_segmenter.split.simple_splitter").split_punctuation
    return Splitter(lambda text: list(split(text, punctuations=r"。!?！？")), string_ends)


def bunkai(language: str) -> Splitter | None:
    if language != "ja":
        return None
    split = import_module("bunkai").Bunkai()
    return Splitter(lambda text: list(split(text)), string_ends)


def spacy(language: str) -> Splitter | None:
    if language != "en":  # its Japanese needs one more library for words
        return None
    pipe = import_module("spacy").blank(language)
    pipe.add_pipe("sentencizer")
    return Splitter(pipe, lambda _, document: {sentence.end_char for sentence in document.sents})


PEERS = (jaen, pysbd, ja_sentence_segmenter, bunkai, spacy)


def joined(texts: Sequence[str], separator: str, size: int) -> list[tuple[str, set[int]]]:
    """Texts of *size* sentences with the places where the inner ones end."""
    result = []
    for at in range(0, len(texts), size):
        group = texts[at : at + size]
        ends, place = set(), 0
        for sentence in group[:-1]:
            place += len(sentence)
            ends.add(place)
            place += len(separator)
        result.append((separator.join(group), ends))
    return result


def scores(splitter: Splitter, documents: Sequence[tuple[str, set[int]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    right = found = wanted = 0
    for text, gold in documents:
        ends = {end for end in splitter.ends(text, splitter.run(text)) if end < len(text)}
        right, found, wanted = right + len(ends & gold), found + len(ends), wanted + len(gold)
    precision, recall = 100 * right / found, 100 * right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def seconds(splitter: Splitter, documents: Sequence[tuple[str, set[int]]]) -> float:
    """Processor time, which other work on the machine disturbs less than the clock."""
    start = time.process_time()
    for text, _ in documents:
        splitter.run(text)
    return time.process_time() - start


def print_corpus(data: Path, name: str, language: str, path: str, column: int, separator: str) -> None:
    texts = [line.split("\t")[column].strip() for line in (data / path).read_text("utf-8").splitlines() if line.strip()]
    splitters: dict[str, Splitter] = {}
    print(f"\n{name}: {len(texts)} sentences\n{'':24}{'P':>7}{'R':>7}{'F1':>8}{'MB/s':>9}{'x pysbd':>9}{'in 100s':>9}")
    for peer in PEERS:
        try:
            splitter = peer(language)
        except ImportError:
            print(f"{peer.__name__:24}not installed")
            continue
        if splitter:
            splitters[peer.__name__] = splitter
    times: dict[tuple[str, int], list[float]] = {}
    for size in (10, 100):
        documents = joined(texts, separator, size)
        for _ in range(ROUNDS):
            for who, splitter in splitters.items():
                times.setdefault((who, size), []).append(seconds(splitter, documents))
    documents = joined(texts, separator, 10)
    size_in_bytes = sum(len(text.encode()) for text, _ in documents)
    for who, splitter in splitters.items():
        ratios = [
            f"{statistics.median(b / a for a, b in zip(times[who, size], times['pysbd', size], strict=True)):9.1f}"
            if "pysbd" in splitters
            else f"{'-':>9}"
            for size in (10, 100)
        ]
        precision, recall, f1 = scores(splitter, documents)
        speed = size_in_bytes / statistics.median(times[who, 10]) / 1e6
        print(f"{who:24}{precision:7.2f}{recall:7.2f}{f1:8.2f}{speed:9.2f}{ratios[0]}{ratios[1]}")


def print_golden(data: Path, language: str) -> None:
    """The golden rules of pragmatic_segmenter; blanks are not compared, rules that change the text count as failed."""
    rules = json.loads((data / "segmentation" / f"{language}.json").read_text("utf-8"))

    def dense(text: str) -> str:
        return re.sub(r"\s", "", text).replace("`", "'")

    passed = sum(
        [dense(span.of(rule["text"])) for span in split_sentences(rule["text"], language)]
        == [dense(text) for text in rule["expected"]]
        for rule in rules
    )
    print(f"golden rules {language}: {passed} of {len(rules)}")


def main() -> None:
    default = Path(__file__).parents[1].parent / "shared" / "data"
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    for corpus in CORPORA:
        print_corpus(data, *corpus)
    print()
    for language in ("ja", "en"):
        print_golden(data, language)


if __name__ == "__main__":
    main()
