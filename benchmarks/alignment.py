"""Sentence alignment beside its peers: `python benchmarks/alignment.py`.

Documents are made of 20 to 50 sentence pairs of the parallel texts in `../shared/data`: a line is a sentence. Then
10 % of the pairs (or 0, 20, 30 %) are disturbed, on either side: two neighbors merged into one sentence, one cut in two
at a comma or blank near its middle, one dropped, one of another document inserted. A bead is right when it has exactly
the sentences on both sides that it should have, sentences without a counterpart included (F1); links are pairs of
sentences that belong together.

Constants of `jaen.alignment` were chosen on the first half of each text (`tuned`); `held` is the other half. No glossary.

Peers: Gale and Church by their lengths alone, as jaen computes it, and NLTK's `gale_church`, given the same lengths.

Trust: documents with their translations (10 % and 30 % disturbed), with the translation of another document, and with a
text that tells much of the same: some of the sentences are translations, in another order, the others are foreign.
"""

import importlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jaen.alignment import align
from jaen.alignment.align import align_by_lengths
from jaen.api import split
from jaen.model import Alignment, Article, Passage, Segment
from jaen.offsets import Span, unchanged

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel"
TEXTS = {"PUD": "pud-a.tsv", "Tatoeba": "tatoeba.tsv"}
LEVELS = (0, 10, 20, 30)
ROUNDS = 4  # documents are disturbed so often, each time otherwise
Pair = tuple[str, str]
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Document:
    """Sentences of both sides, and which of them belong together."""

    source: Sequence[str]
    target: Sequence[str]
    beads: frozenset[Group]


def pairs_of(name: str) -> list[Pair]:
    lines = (DATA / TEXTS[name]).read_text("utf-8").splitlines()
    return [(row[0], row[1]) for row in (line.split("\t") for line in lines)]


def halves(name: str) -> dict[str, list[list[Pair]]]:
    """Documents of the tuned and of the held half."""
    pairs = pairs_of(name)
    middle = len(pairs) // 2
    return {"tuned": cut(pairs[:middle]), "held": cut(pairs[middle:])}


def cut(pairs: Sequence[Pair]) -> list[list[Pair]]:
    draw = random.Random(7)
    documents, at = [], 0
    while at < len(pairs):
        size = draw.randint(20, 50)
        documents.append(list(pairs[at : at + size]))
        at += size
    if len(documents) > 1 and len(documents[-1]) < 20:
        documents[-2] += documents.pop()
    return documents


def disturbed(pairs: Sequence[Pair], percent: int, foreign: Sequence[Pair], draw: random.Random) -> Document:
    """A document with some of its pairs merged, cut, dropped or joined by a foreign one."""
    wanted = set(draw.sample(range(len(pairs)), round(len(pairs) * percent / 100)))
    beads: list[tuple[list[str], list[str]]] = []
    at = 0
    while at < len(pairs):
        sides = [[pairs[at][0]], [pairs[at][1]]]
        if at in wanted:
            side = draw.randrange(2)
            match draw.choice(("merge", "cut", "drop", "insert")):
                case "merge" if at + 1 < len(pairs):
                    at += 1
                    for one in (0, 1):
                        sides[one].append(pairs[at][one])
                    sides[side] = [("", " ")[side].join(sides[side])]
                case "cut":
                    sides[side] = in_two(sides[side][0])
                case "drop":
                    sides[side] = []
                case _:
                    extra: tuple[list[str], list[str]] = ([], [])
                    extra[side].append(draw.choice(foreign)[side])
                    beads.append(extra)
        beads.append((sides[0], sides[1]))
        at += 1
    return numbered(beads)


def in_two(sentence: str) -> list[str]:
    """Cut at the comma nearest to the middle, else the blank, else in the middle."""
    middle = len(sentence) // 2
    for marks in ("、,;", " "):
        places = [at + 1 for at, char in enumerate(sentence) if char in marks and 5 < at < len(sentence) - 6]
        if places:
            at = min(places, key=lambda place: abs(place - middle))
            return [sentence[:at].strip(), sentence[at:].strip()]
    return [sentence[:middle], sentence[middle:]] if len(sentence) > 3 else [sentence]


def numbered(beads: Sequence[tuple[list[str], list[str]]]) -> Document:
    source: list[str] = []
    target: list[str] = []
    groups: set[Group] = set()
    for left, right in beads:
        rows = tuple(range(len(source), len(source) + len(left)))
        columns = tuple(range(len(target), len(target) + len(right)))
        groups.add((rows, columns))
        source += left
        target += right
    return Document(source, target, frozenset(groups))


@cache
def segment_of(line: str) -> Segment:
    """A line as one segment, wherever jaen would cut it."""
    first, *more = split(line)
    if not more and first.text == line:
        return first
    parts = (first, *more)
    return replace(
        first,
        span=Span(0, len(line)),
        text=line,
        normalized=unchanged(line),
        tokens=tuple(token for part in parts for token in part.tokens),
        marks=tuple(mark for part in parts for mark in part.marks),
    )


def passage(lines: Sequence[str], language: str) -> Passage:
    """Lines as a passage; the segments' spans count from their own line."""
    article = Article(id="benchmark", text="\n".join(lines), source="benchmark", encoding="utf-8", sha256="")
    segments = tuple(replace(segment_of(line), id=f"s{number}") for number, line in enumerate(lines))
    return Passage(article, language, segments, ())


Aligner = Callable[[Passage, Passage], list[Group]]


def groups(alignment: Alignment) -> list[Group]:
    return [(bead.source, bead.target) for bead in alignment.beads]


def nltk() -> Aligner | None:
    """NLTK's Gale and Church, with the lengths that jaen counts; None where it is not installed."""
    try:
        gale_church = importlib.import_module("nltk.translate.gale_church")
    except ImportError:
        return None
    from jaen.alignment.lengths import length_of

    def run(source: Passage, target: Passage) -> list[Group]:
        lengths = [[round(length_of(one)) for one in side.segments] for side in (source, target)]
        links = gale_church.align_blocks(*lengths)
        return joined(links, len(lengths[0]), len(lengths[1]))

    return run


def joined(links: Sequence[tuple[int, int]], rows: int, columns: int) -> list[Group]:
    """Beads of links: sentences that are linked, directly or through others, and those that are not."""
    found: list[tuple[set[int], set[int]]] = []
    for row, column in sorted(links):
        if found and (row in found[-1][0] or column in found[-1][1]):
            found[-1][0].add(row)
            found[-1][1].add(column)
        else:
            found.append(({row}, {column}))
    linked = {row for left, _ in found for row in left}, {column for _, right in found for column in right}
    beads = [(tuple(sorted(left)), tuple(sorted(right))) for left, right in found]
    beads += [((row,), ()) for row in range(rows) if row not in linked[0]]
    return beads + [((), (column,)) for column in range(columns) if column not in linked[1]]


def f1(wanted: int, found: int, right: int) -> float:
    return 2 * right / max(1, wanted + found)


def judged(documents: Sequence[Document], aligner: Aligner) -> tuple[float, float, float]:
    """F1 of beads, F1 of links, seconds for a thousand source sentences."""
    counts = [0] * 6
    taken = 0.0
    for document in documents:
        sides = passage(document.source, "ja"), passage(document.target, "en")
        start = time.process_time()
        found = set(aligner(*sides))
        taken += time.process_time() - start
        links = [
            {(row, column) for left, right in beads for row in left for column in right}
            for beads in (document.beads, found)
        ]
        for at, number in enumerate(
            (
                len(document.beads),
                len(found),
                len(document.beads & found),
                len(links[0]),
                len(links[1]),
                len(links[0] & links[1]),
            )
        ):
            counts[at] += number
    sentences = sum(len(document.source) for document in documents)
    return f1(*counts[:3]), f1(*counts[3:]), taken / sentences * 1000


def documents_of(name: str, half: str, percent: int) -> list[Document]:
    """Every document of a half, disturbed `ROUNDS` times."""
    documents = halves(name)[half]
    foreign = [
        pair for other, sets in ((other, halves(other)) for other in TEXTS) for pair in sets[half][0] if other != name
    ]
    draw = random.Random(percent)
    return [disturbed(one, percent, foreign, draw) for _ in range(ROUNDS if percent else 1) for one in documents]


def comparable(pairs: Sequence[Pair], foreign: Sequence[Pair], share: float, draw: random.Random) -> Document:
    """A text that has a share of the other's sentences, in another order, among foreign ones."""
    chosen = draw.sample(range(len(pairs)), round(len(pairs) * share))
    other = [pairs[at][1] for at in chosen] + [one[1] for one in draw.sample(foreign, len(pairs) - len(chosen))]
    draw.shuffle(other)
    return Document([one[0] for one in pairs], other, frozenset())


def trust_cases(name: str, half: str) -> Iterator[tuple[str, list[Document]]]:
    documents = halves(name)[half]
    draw = random.Random(3)
    for size in (1, 2, 3, 5, 10):
        parts = [one[at : at + size] for one in documents for at in range(0, len(one) - size + 1, size)][:100]
        yield f"true, {size} sentences", [disturbed(part, 0, part, draw) for part in parts]
        others = [*parts[1:], parts[0]]
        yield (
            f"of another, {size}",
            [
                Document([one[0] for one in part], [one[1] for one in other], frozenset())
                for part, other in zip(parts, others, strict=True)
            ],
        )
    for percent in (10, 30):
        yield f"true, {percent} % disturbed", documents_of(name, half, percent)
    rest = [pair for one in documents for pair in one]
    for share in (0.25, 0.5, 0.75, 1.0):
        yield (
            f"same story, {share:.0%} told too",
            [
                comparable(one, [pair for pair in rest if pair not in one], share, draw)
                for one in documents
                for _ in range(3)
            ],
        )


def trust() -> None:
    print(f"{'trusted':<28}" + "".join(f"{f'{name} {half}':>16}" for name in TEXTS for half in ("tuned", "held")))
    columns = [dict(trust_cases(name, half)) for name in TEXTS for half in ("tuned", "held")]
    for title in columns[0]:
        cells = []
        for column in columns:
            found = [align(passage(one.source, "ja"), passage(one.target, "en")) for one in column[title]]
            cells.append(f"{sum(one.is_trusted for one in found)}/{len(found)}")
        print(f"{title:<28}" + "".join(f"{cell:>16}" for cell in cells))


def calibration() -> None:
    """How often beads of each confidence are right."""
    table: dict[int, list[int]] = {}
    for name in TEXTS:
        for document in documents_of(name, "held", 20):
            for bead in align(passage(document.source, "ja"), passage(document.target, "en")).beads:
                row = table.setdefault(min(9, int(bead.confidence * 10)), [0, 0])
                row[0] += 1
                row[1] += (bead.source, bead.target) in document.beads
    print(
        "confidence, held, 20 % disturbed: "
        + ", ".join(
            f"from {at / 10:.1f}: {right}/{count} = {right / count:.2f}" for at, (count, right) in sorted(table.items())
        )
    )


def long_text(count: int) -> None:
    """Seconds for two texts of *count* sentences."""
    rows = pairs_of("PUD") + pairs_of("Tatoeba")
    draw = random.Random(1)
    pairs = [draw.choice(rows) for _ in range(count)]
    document = disturbed(pairs, 10, rows, draw)
    score = judged([document], lambda source, target: groups(align(source, target)))
    print(f"{count} x {count} sentences: F1 {score[0]:.3f}, {score[2] * len(document.source) / 1000:.1f} s")


def main() -> None:
    """Print the tables."""
    aligners: dict[str, Aligner | None] = {
        "jaen": lambda source, target: groups(align(source, target)),
        "lengths alone": lambda source, target: groups(align_by_lengths(source, target)),
        "nltk gale_church": nltk(),
    }
    print(f"{'F1 of beads / of links':<36}" + "".join(f"{f'{level} %':>16}" for level in LEVELS) + "   s per 1,000")
    for name in TEXTS:
        for half in ("tuned", "held"):
            for title, aligner in aligners.items():
                if aligner is None:
                    print(f"{name}, {half}: {title} is not installed")
                    continue
                scores = [judged(documents_of(name, half, level), aligner) for level in LEVELS]
                cells = "".join(f"{f'{beads:.3f} / {links:.3f}':>16}" for beads, links, _ in scores)
                print(f"{f'{name}, {half}: {title}':<36}{cells}{max(one[2] for one in scores):>10.2f}")
    trust()
    calibration()
    long_text(2000)


if __name__ == "__main__":
    main()
