"""Sentences a second, and how good they are: whole articles by jaen and by Argos Translate's own API, the same package.

    python -m benchmarks.translation.throughput [--rounds 3] [--installed]

200 everyday sentences as 20 articles of five paragraphs with two sentences each. Argos Translate gets each article as it
stands. So does jaen's pipeline, which reads, segments and translates all of them, without a glossary and without a memory
of earlier translations; `engine` is jaen's engine with the sentences alone. Each runs in a process of its own; loading is
not timed. The time is the best of the rounds; chrF and BLEU compare articles, white space made one blank.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.translation.children import answer, ask, environment
from benchmarks.translation.sets import DATA, read_pairs

SENTENCES, PARAGRAPHS, TOGETHER = 200, 5, 2
WARM = "今日はいい天気です。"

Articles = Sequence[Sequence[str]]  # each its sentences
Translate = Callable[[Articles], list[str]]


def main() -> None:
    """Parse, run each way in a child, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.translation.throughput")
    parser.add_argument("--rounds", type=int, default=3, help="time is the best of so many")
    parser.add_argument("--installed", action="store_true", help="with the installed package, not that of the tests")
    parser.add_argument("--way", choices=tuple(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        answer(lambda: _measured(WAYS[options.way](), options.rounds))
        return
    print("| | sentences a second | × | CPU × | chrF | BLEU | MB |\n|---|---|---|---|---|---|---|")
    first: dict[str, Any] = {}
    with environment(installed=options.installed) as variables:
        for way in WAYS:
            print(f"{way} …", file=sys.stderr, flush=True)
            said = ask("throughput", ["--way", way, "--rounds", str(options.rounds)], variables)
            if "missing" in said:
                print(f"| {way} | {said['missing']} | | | | | |")
                continue
            first = first or said
            cells = [f"{SENTENCES / said['wall']:.0f}"]
            cells += [f"{first[clock] / said[clock]:.1f}" for clock in ("wall", "cpu")]
            cells += [f"{said[score]:.1f}" for score in ("chrf", "bleu")]
            print("| " + " | ".join([way, *cells, f"{said['megabytes']:.0f}"]) + " |", flush=True)


def argostranslate() -> Translate:
    """Article by article."""
    from argostranslate.translate import translate

    return lambda articles: [translate(_text(article), "ja", "en") for article in articles]


def pipeline() -> Translate:
    """From text to reports; all articles at once."""
    from jaen.pipeline import Pipeline
    from jaen.reading import article_of
    from jaen.translation import open_translator

    whole = Pipeline(translator=open_translator("en"))

    def translate(articles: Articles) -> list[str]:
        reports = whole.reports([whole.analyze(article_of(_text(article))) for article in articles])
        return [" ".join(translation.text for translation in report.translations) for report in reports]

    return translate


def engine() -> Translate:
    """Only the sentences, all at once."""
    from jaen.translation.engines import Decoding, EngineChoice, Request, open_engine

    model = open_engine(EngineChoice()).open("ja", "en")

    def translate(articles: Articles) -> list[str]:
        requests = [Request(sentence) for article in articles for sentence in article]
        made = (hypotheses[0].text if hypotheses else "" for hypotheses in model.translate(requests, Decoding()))
        return [" ".join(next(made) for _ in article) for article in articles]

    return translate


WAYS: dict[str, Callable[[], Translate]] = {"argostranslate": argostranslate, "pipeline": pipeline, "engine": engine}


def _measured(translate: Translate, rounds: int) -> dict[str, float]:
    from sacrebleu.metrics import BLEU, CHRF

    pairs = read_pairs(DATA / "tatoeba.tsv")[:SENTENCES]
    articles = _in_groups([japanese for japanese, _ in pairs], PARAGRAPHS * TOGETHER)
    wanted = [" ".join(english) for english in _in_groups([english for _, english in pairs], PARAGRAPHS * TOGETHER)]
    translate([[WARM]])
    times = []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        made = translate(articles)
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    outputs = [" ".join(text.split()) for text in made]
    wall, cpu = min(times)
    chrf, bleu = (metric.corpus_score(outputs, [wanted]).score for metric in (CHRF(), BLEU()))
    return {"wall": wall, "cpu": cpu, "chrf": chrf, "bleu": bleu}


def _in_groups(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def _text(article: Sequence[str]) -> str:
    return "\n".join("".join(paragraph) for paragraph in _in_groups(article, TOGETHER))


if __name__ == "__main__":
    main()
