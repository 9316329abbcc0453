"""How long it takes to see what a change of the glossary does to articles, beside processing the articles twice.

    python benchmarks/impact.py

Each round processes the examples of this project under one glossary, under both (and compares the reports), and measures
the impact, in turn; the ratio is the median over the rounds of each / processing once in the same round.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from jaen.config import Settings
from jaen.corpus.impact import impact
from jaen.glossary import Glossary
from jaen.model import Article
from jaen.pipeline import Pipeline
from jaen.reading import read_paths

ROUNDS = 5
COPIES = 5
ROOT = Path(__file__).parents[1]


def compare(before: Glossary, after: Glossary, articles: Sequence[Article]) -> None:
    """Print the rows of one change."""
    old, new = Pipeline(before), Pipeline(after)
    ways = {
        "processed once": lambda: [new(article) for article in articles],
        "processed twice": lambda: [old(article).mentions == new(article).mentions for article in articles],
        "impact": lambda: impact(before, after, articles, Settings()),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = perf_counter()
            way()
            times[name].append(perf_counter() - start)
    for name, own in times.items():
        ratio = median(one / once for one, once in zip(own, times["processed once"], strict=True))
        print(f"  {name:16} {median(own) / len(articles) * 1000:6.1f} ms an article  {ratio:5.2f} ×")


def main() -> None:
    """Print the table."""
    after = Glossary.load(ROOT / "glossaries" / "news")
    articles = [one for one in read_paths([str(ROOT / "examples")]) if isinstance(one, Article)] * COPIES
    print(f"{len(articles)} articles, {len(after.concepts)} concepts, one of them new")
    for concept_id in ("artificial-intelligence", "fisheries-agency"):
        before = replace(after, concepts=tuple(one for one in after.concepts if one.id != concept_id))
        found = impact(before, after, articles, Settings())
        print(f"\n{concept_id}: changes {found.sentences} sentences in {found.touched} articles")
        compare(before, after, articles)


if __name__ == "__main__":
    main()
