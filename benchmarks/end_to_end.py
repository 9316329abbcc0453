"""CPU milliseconds per article, jaen's whole pipeline beside the parts one would otherwise string together.

    python benchmarks/end_to_end.py [FOLDER]        default: examples/

The usual parts do less (no roles, brackets, numbers, dates, register or offsets): NFKC, langdetect per line, pysbd,
fugashi with `.feature`, flashtext2. Both sides see the same texts in the same round; figures are medians of rounds.
"""

import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from jaen.glossary import Glossary
from jaen.model import Article
from jaen.pipeline import Pipeline
from jaen.reading import Failed, ReadOptions, read_paths

ROUNDS = 7


def usual_parts(glossary: Glossary) -> Callable[[Article], object]:
    """What a user would write today from well-known libraries."""
    import fugashi
    import langdetect
    import pysbd
    from flashtext2 import KeywordProcessor

    langdetect.DetectorFactory.seed = 0
    tagger = fugashi.Tagger()
    splitters = {language: pysbd.Segmenter(language=language, clean=False) for language in ("ja", "en")}
    keywords = KeywordProcessor(case_sensitive=True)
    for concept in glossary.concepts:
        for term in concept.terms:
            keywords.add_keyword(term.text, concept.id)

    def run(article: Article) -> object:
        found = []
        for line in unicodedata.normalize("NFKC", article.text).splitlines():
            if not line.strip():
                continue
            try:
                language = langdetect.detect(line)
            except langdetect.LangDetectException:
                language = "und"
            for sentence in splitters["ja" if language == "ja" else "en"].segment(line):
                words = (
                    [(w.surface, w.feature.lemma, w.feature.kana, w.feature.pos1) for w in tagger(sentence)]
                    if language == "ja"
                    else []
                )
                found.append((language, sentence, words, keywords.extract_keywords_with_span(sentence)))
        return found

    return run


def cpu_ms(run: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """CPU milliseconds per article, all articles once."""
    started = time.process_time()
    for article in articles:
        run(article)
    return 1000 * (time.process_time() - started) / len(articles)


def main(folder: str) -> None:
    articles = [a for a in read_paths((folder,), ReadOptions()) if not isinstance(a, Failed)]
    glossary = Glossary.load(Path(__file__).parents[1] / "glossaries" / "news")
    pipeline = Pipeline(glossary)
    sides: dict[str, Callable[[Article], object]] = {"jaen, everything": pipeline}
    try:
        sides["usual parts"] = usual_parts(glossary)
    except ImportError as missing:
        print(f"usual parts: not installed ({missing.name})")
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS + 1):
        for name, run in sides.items():
            times[name].append(cpu_ms(run, articles))
    characters = sum(len(article.text) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {folder}, {characters:,.0f} characters each, {len(glossary.concepts)} concepts")
    ours = times["jaen, everything"][1:]
    for name, values in times.items():
        ratio = statistics.median(other / own for other, own in zip(values[1:], ours, strict=True))
        print(f"{name:<20}{statistics.median(values[1:]):>10.2f} ms/article{ratio:>8.2f} × jaen")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "examples")
