"""Sentences lost and added in a translation of a whole article: `python -m benchmarks.documents`.

Articles of 25 translations made by people (UD PUD first half; strung together, for no parallel news articles may be
copied), in both directions, odd and even articles apart. Whole: alarms about sentences per 1,000 sentences of complete
translations. Lost and added: one sentence in ten was taken out of the translation or of the source; the share that is
told as such at its place, and alarms about other sentences per 1,000. Strangers: the translation of another article; the
share of which it is said that nothing can be compared. Hints (info) count as not told.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jaen.model import Finding, Severity
from jaen.pipeline import Pipeline
from jaen.reading import article_of

DATA = Path(__file__).parents[2] / "shared" / "data" / "parallel" / "pud-a.tsv"
SIZE = 25
TAKEN = 10  # one in so many
SEEDS = 3  # articles with other sentences taken out, of each
LOST, ADDED, UNTRUSTED = "translation-lost-sentence", "translation-added-sentence", "alignment-untrusted"

Rows = Sequence[tuple[str, str]]


@dataclass
class Score:
    """What was counted over several articles."""

    planted: int = 0
    told: int = 0
    others: int = 0
    sentences: int = 0

    def __str__(self) -> str:
        """The share told, and alarms about other sentences."""
        share = f"{self.told / self.planted:.3f}" if self.planted else "    -"
        return f"{share} of {self.planted:3}; {1000 * self.others / self.sentences:4.1f} others per 1,000"


def found(pipeline: Pipeline, source: Sequence[str], target: Sequence[str]) -> tuple[Finding, ...]:
    """What is said of the sentences of two texts; hints are left out."""
    sides = [replace(article_of("\n\n".join(side)), id=name) for name, side in (("a", source), ("b", target))]
    report = pipeline.check_translation(*sides)
    codes = (LOST, ADDED, UNTRUSTED)
    return tuple(one for one in report.findings if one.code in codes and one.severity is not Severity.INFO)


def count(score: Score, findings: Sequence[Finding], code: str, planted: Sequence[str], sentences: int) -> None:
    """Count which of the *planted* sentences are told with *code*, and what else is said."""
    told = [one.related[0].text if one.related else one.message for one in findings if one.code == code]
    hits = [any(text in line or line[:40] in text for text in told) for line in planted]
    right = [any(text in line or line[:40] in text for line in planted) for text in told]
    score.planted += len(planted)
    score.told += sum(hits)
    score.others += len(findings) - sum(right)
    score.sentences += sentences


def measure(pipeline: Pipeline, articles: Sequence[Rows]) -> None:
    """Print one table."""
    whole, lost, added, strangers = Score(), Score(), Score(), []
    for number, rows in enumerate(articles):
        source, target = [row[0] for row in rows], [row[1] for row in rows]
        count(whole, found(pipeline, source, target), LOST, [], len(rows))
        for seed in range(SEEDS):
            taken = sorted(random.Random(f"{number} {seed}").sample(range(len(rows)), len(rows) // TAKEN or 1))
            shorter = [line for n, line in enumerate(target) if n not in taken]
            count(lost, found(pipeline, source, shorter), LOST, [source[n] for n in taken], len(rows))
            shorter = [line for n, line in enumerate(source) if n not in taken]
            count(added, found(pipeline, shorter, target), ADDED, [target[n] for n in taken], len(rows))
        other = [row[1] for row in articles[number - 1]]
        strangers.append({one.code for one in found(pipeline, source, other)} == {UNTRUSTED})
    print(f"  whole      {whole}")
    print(f"  lost       {lost}")
    print(f"  added      {added}")
    print(f"  strangers  {sum(strangers)} of {len(strangers)}")


def main() -> None:
    """Print all tables."""
    lines = [line.split("\t") for line in DATA.read_text("utf-8").splitlines()]
    rows = [(line[0], line[1]) for line in lines]
    articles = [rows[start : start + SIZE] for start in range(0, len(rows), SIZE)]
    pipeline = Pipeline()
    for direction, turned in (("ja-en", articles), ("en-ja", [[(en, ja) for ja, en in one] for one in articles])):
        for half, first in (("odd", 0), ("even", 1)):
            print(f"{direction}, {half} articles")
            measure(pipeline, turned[first::2])


if __name__ == "__main__":
    main()
