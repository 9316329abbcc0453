"""The parallel texts, in both directions, and which alarms about them are true."""

import csv
from collections.abc import Iterator
from pathlib import Path

from benchmarks.checks.planting import Sample
from jaen.checks.passages import passage_of
from jaen.model import Pair
from jaen.terms import Matcher

__all__ = ["DATA", "SETS", "judged", "read_samples"]

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data" / "parallel"
SETS = ("pud-a", "tatoeba", "terms")


def read_samples(name: str, matcher: Matcher) -> Iterator[Sample]:
    """Every pair of a set twice: from Japanese to English, and back."""
    folder = HERE if name == "terms" else DATA  # sentences with terms of glossaries/news, written for this benchmark
    for number, line in enumerate((folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines(), 1):
        japanese, english = line.split("\t")[:2]
        ja, en = passage_of(japanese, "ja", matcher), passage_of(english, "en", matcher)
        yield Sample(name, number, japanese, english, Pair(ja, en))
        yield Sample(name, number, english, japanese, Pair(en, ja))


def judged() -> frozenset[tuple[str, int, str]]:
    """Alarms that were read and found true, as (set, number of the pair, code): people translate wrongly as well.

    The list stands in judged.tsv, one row each with a word on why; what is not in it counts as a false alarm.
    """
    with (HERE / "judged.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return frozenset((row["set"], int(row["pair"]), row["code"]) for row in rows)
