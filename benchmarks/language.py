"""Language of sentences and of short pieces: jaen beside langdetect, lingua and py3langid, in one run.

    python benchmarks/language.py [DATA]        default: ../shared/data/ud (Universal Dependencies, development parts)

Accuracy: sentences with at least one word, and pieces of one to eight characters cut from them (whole words of
English and Korean, one to three of them; any characters of Japanese and Chinese), three from each sentence. A piece
with nothing but an acronym, a number or an address has no language of its own; jaen answers `und`, which counts as
wrong here. `kanji` are the kanji-only pieces of the Japanese part: alone, and inside their document. `other` are
sentences of six more languages that must not be called English.
Speed: times faster than langdetect on the same sentences, median of the ratios of the same round.
"""

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

from jaen.text.language import detect, read_context

HERE = Path(__file__).parent
PARTS = {
    "ja": "ja-ja_gsd-dev",
    "en": "en-en_ewt-dev",
    "zh-Hans": "zh-Hans-zh_gsdsimp-dev",
    "zh-Hant": "zh-Hant-zh_gsd-dev",
    "ko": "ko-ko_gsd-dev",
}
ROUNDS = 7
SPEED_SAMPLE = 100
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
WORD = re.compile(r"[a-z]|[^\W\d_A-Z]")

Identify = Callable[[str], str]


def use_langdetect() -> Identify:
    import langdetect

    langdetect.DetectorFactory.seed = 0

    def identify(text: str) -> str:
        try:
            return langdetect.detect(text).partition("-")[0]
        except langdetect.LangDetectException:
            return "und"

    return identify


def use_lingua() -> Identify:
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def identify(text: str) -> str:
        language = detector.detect_language_of(text)
        return language.iso_code_639_1.name.lower() if language else "und"

    return identify


def use_py3langid() -> Identify:
    import py3langid

    return lambda text: str(py3langid.classify(text)[0])


def use_jaen() -> Identify:
    return lambda text: detect(text).language


def available() -> dict[str, Identify | None]:
    """Each tool ready to answer; None when it is not installed."""
    tools: dict[str, Identify | None] = {}
    peers = {"jaen": use_jaen, "langdetect": use_langdetect, "lingua": use_lingua, "py3langid": use_py3langid}
    for name, use in peers.items():
        try:
            tools[name] = use()
        except ImportError:
            tools[name] = None
    return tools


def pieces(language: str, lines: Sequence[str]) -> list[str]:
    """Three pieces of one to eight characters from each line, the same in every run."""
    choose = random.Random(7)
    found = []
    for line in lines * 3:
        if language in ("en", "ko"):
            words = [word for word in ADDRESS.sub(" ", line).split() if len(word) <= 8]
            if not words:
                continue
            first, count = choose.randrange(len(words)), choose.randint(1, 3)
            piece = words[first]
            for word in words[first + 1 : first + count]:
                piece = f"{piece} {word}" if len(piece) + len(word) < 8 else piece
        else:
            length = choose.randint(1, 8)
            start = choose.randrange(max(1, len(line) - length))
            piece = line[start : start + length]
        if any(char.isalpha() for char in piece):
            found.append(piece)
    return found


def other_sentences() -> list[tuple[str, str]]:
    """Language and sentence, from the parts the tests use."""
    table = json.loads((HERE.parent / "tests/cases/latin_sentences.json").read_text(encoding="utf-8"))
    table.pop("about")
    return [
        (language, " ".join(first) + end)
        for language, parts in table.items()
        for *first, end in product(parts["subjects"], parts["predicates"], parts["endings"])
    ]


def accuracy(identify: Identify, language: str, texts: Sequence[str]) -> float:
    return sum(identify(text) == language for text in texts) / len(texts)


def print_accuracy(tools: dict[str, Identify | None], data: dict[str, list[str]]) -> None:
    sets = [(f"{name} sentences", name[:2], lines) for name, lines in data.items()]
    sets += [(f"{name} pieces", name[:2], pieces(name, lines)) for name, lines in data.items()]
    kanji = sorted(set(re.findall("[一-鿿々]{1,8}", "\n".join(data["ja"]))))
    sets.append(("kanji alone", "ja", kanji))
    for language in ("de", "fr", "es", "it", "pt", "nl"):
        sets.append((f"{language} sentences", language, [text for own, text in other_sentences() if own == language]))
    names = [name for name, identify in tools.items() if identify]
    print(f"{'accuracy':20}{'texts':>7}" + "".join(f"{name:>12}" for name in names))
    for title, language, texts in sets:
        row = [accuracy(tools[name], language, texts) for name in names]  # type: ignore[arg-type]
        print(f"{title:20}{len(texts):7}" + "".join(f"{value:12.4f}" for value in row))
    context = read_context("\n".join(data["ja"]))
    inside = sum(detect(piece, context).language == "ja" for piece in kanji) / len(kanji)
    print(f"{'kanji in document':20}{len(kanji):7}{inside:12.4f}")
    not_english = [1 - accuracy(tools[name], "en", [text for _, text in other_sentences()]) for name in names]  # type: ignore[arg-type]
    print(f"{'other, not English':20}{len(other_sentences()):7}" + "".join(f"{value:12.4f}" for value in not_english))


def print_speed(tools: dict[str, Identify | None], data: dict[str, list[str]]) -> None:
    print(f"\n{'speed':20}" + "".join(f"{name:>12}" for name in data) + f"{'ja + en':>12}")
    samples = [random.Random(1).sample(lines, SPEED_SAMPLE) for lines in data.values()]
    samples.append(samples[0] + samples[1])
    times: dict[str, list[list[float]]] = {name: [] for name, identify in tools.items() if identify}
    for name in times:
        tools[name]("warm up 準備")  # type: ignore[misc]
    for _ in range(ROUNDS):
        for name, rounds in times.items():
            rounds.append([_seconds(tools[name], texts) for texts in samples])  # type: ignore[arg-type]
    for name, identify in tools.items():
        if identify is None:
            print(f"{name:20} not installed")
            continue
        ratios = [
            [reference / own for reference, own in zip(*pair, strict=True)]
            for pair in zip(times["langdetect"], times[name], strict=True)
        ]
        medians = [statistics.median(column) for column in zip(*ratios, strict=True)]
        print(f"{name:20}" + "".join(f"{value:11.1f}x" for value in medians))


def _seconds(identify: Identify, texts: Sequence[str]) -> float:
    # A single pass over a hundred sentences is below the clock's grain for the fast ones.
    start, passes = time.process_time(), 0
    while time.process_time() - start < 0.005:
        for text in texts:
            identify(text)
        passes += 1
    return (time.process_time() - start) / passes


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "shared/data/ud"
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; give the one with the *.sentences.txt files")
    data = {
        name: [
            line
            for line in (folder / f"{stem}.sentences.txt").read_text(encoding="utf-8").splitlines()
            if WORD.search(ADDRESS.sub("", line))
        ]
        for name, stem in PARTS.items()
    }
    tools = available()
    print_accuracy(tools, data)
    print_speed(tools, data)


if __name__ == "__main__":
    main()
