"""Copies measured: `python benchmarks/copies.py`.

Articles of 12 sentences each are put together at random from parallel news text (UD PUD, both languages, `../shared`);
because 500 sentences give few different articles, each sentence gets a number of its own. Of a fifth of the articles a
copy is made, in one way:

- furniture: as many lines as a quarter of the article, which the site puts on many pages, and that jaen does not know as furniture
- edited: 30 % of the sentences have two words changed
- part: half of the sentences only
- body: without title, date and source

Told is the share of copies that are brought together with their original as `contains` (>= 0.8), and at all (`near`, >=
0.5, or through another copy of it); directed is the share of those of which the original is told right; false pairs are
of articles that are no copies. Beside it what MinHash at a threshold of 0.8 estimates: the Jaccard index of shingles of five
words (of characters in Japanese), here exact, so that its chance does not count. The time is that of this process; it
should grow with the number of articles, and not with its square.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jaen.corpus.compare.copies import CONTAINS, NEAR, find_copies
from jaen.corpus.compare.digest import Digest
from jaen.model import Article
from jaen.pipeline import Pipeline
from jaen.reading import article_of

PARALLEL = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel"
SENTENCES = 12
FURNITURE = (
    "Members can read this story on every device they own, at any hour.",
    "Our editors choose the most important stories of the day for you each morning.",
    "この記事は会員の方だけが最後までお読みいただけます。",
    "編集部が選んだ今日の重要なニュースを毎朝お届けしています。",
    "Write to us when you have seen something that others should know about.",
)


@dataclass(frozen=True)
class Made:
    """A copy: how it was made, of which article."""

    way: str
    original: str


def articles(count: int, random_: random.Random) -> list[list[str]]:
    """So many articles as lists of sentences, one language each."""
    rows = [line.split("\t") for line in (PARALLEL / "pud-a.tsv").read_text("utf-8").splitlines()]
    made = []
    for number in range(count):
        column = number % 2
        chosen = random_.sample(rows, SENTENCES)
        made.append([f"{row[column][:-1]} {number * SENTENCES + at}{row[column][-1]}" for at, row in enumerate(chosen)])
    return made


def with_furniture(text: list[str], random_: random.Random) -> list[str]:
    lines = random_.sample(FURNITURE, SENTENCES // 4)
    return [lines[0], *text, *lines[1:]]


def edited(text: list[str], random_: random.Random) -> list[str]:
    chosen = set(random_.sample(range(len(text)), round(0.3 * len(text))))
    return [sentence[:5] + "changed" + sentence[9:] if at in chosen else sentence for at, sentence in enumerate(text)]


def part(text: list[str], random_: random.Random) -> list[str]:
    start = random_.randrange(len(text) // 2)
    return text[start : start + len(text) // 2]


def body(text: list[str], random_: random.Random) -> list[str]:
    return text


WAYS: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "furniture": with_furniture,
    "edited": edited,
    "part": part,
    "body": body,
}


def corpus(count: int, random_: random.Random) -> Iterator[tuple[Article, Made | None]]:
    """Articles and copies of some of them, *count* in all."""
    originals = articles(count - count // 6, random_)
    for number, text in enumerate(originals):
        name = f"o{number:05}"
        title = f"Report number {number} of the day on several matters of some interest"
        metadata = {"title": title, "site": "Harbor Times", "date": "2026-05-01"}
        yield one(name, "\n".join(text), metadata), None
    for number in range(count // 6):
        at = random_.randrange(len(originals))
        way = list(WAYS)[number % len(WAYS)]
        copied = "\n".join(WAYS[way](originals[at], random_))
        yield one(f"c{number:05}", copied, {}), Made(way, f"o{at:05}")


def one(name: str, text: str, metadata: dict[str, str]) -> Article:
    read = article_of(text)
    return Article(id=name, text=text, source=name, encoding="utf-8", sha256=read.sha256, metadata=metadata)


def measure(count: int) -> None:
    made = list(corpus(count, random.Random(5)))
    pipeline = Pipeline()
    started = time.process_time()
    digests = sorted((Digest.of(pipeline(article)) for article, _ in made), key=lambda digest: digest.row.id)
    read = time.process_time() - started
    started = time.process_time()
    found = find_copies(digests)
    seconds = time.process_time() - started
    texts = {article.id: article.text for article, _ in made}
    copies = {article.id: copy for article, copy in made if copy is not None}
    contains: Counter[str] = Counter()
    near: Counter[str] = Counter()
    directed: Counter[str] = Counter()
    resembling: Counter[str] = Counter()
    wrong = 0
    families = {name: copy.original for name, copy in copies.items()}
    for pair in found.copies:
        family = {families.get(name, name) for name in (pair.original, pair.copy)}
        wrong += len(family) > 1 and pair.containment >= NEAR
    by_copy = {frozenset((pair.original, pair.copy)): pair for pair in found.copies}
    for name, copy in copies.items():
        resembling[copy.way] += jaccard(texts[name], texts[copy.original]) >= 0.8
        told = by_copy.get(frozenset((name, copy.original)))
        contains[copy.way] += told is not None and told.containment >= CONTAINS
        near[copy.way] += root(name, found.original_of) == root(copy.original, found.original_of)
        directed[copy.way] += found.original_of.get(name) == copy.original
    total = Counter(copy.way for copy in copies.values())
    print(
        f"{count} articles: reading {read:.1f} s, copies {seconds:.2f} s ({seconds / count * 1e3:.2f} ms each); {wrong} false pairs; {len(found.common)} sentences too common"
    )
    for way in WAYS:
        row = [f"{100 * counts[way] / total[way]:5.1f} %" for counts in (contains, near, directed, resembling)]
        print(
            f"  {way:10} {total[way]:5} copies: contains {row[0]}  near {row[1]}  directed {row[2]}   Jaccard >= 0.8 {row[3]}"
        )


def root(name: str, original_of: Mapping[str, str]) -> str:
    return original_of.get(name, name)


def jaccard(first: str, second: str) -> float:
    """Of 5-grams of words, or of characters where there are no blanks."""
    sets = []
    for text in (first, second):
        words = text.split() if text.isascii() else list(text)
        sets.append({tuple(words[at : at + 5]) for at in range(max(1, len(words) - 4))})
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


if __name__ == "__main__":
    for count in (1000, 10000):
        measure(count)
