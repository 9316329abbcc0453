"""Numbers, dates and English forms, jaen beside its peers: `python benchmarks/numbers_and_dates.py`.

Cases are the project's own tables (tests/cases), written for jaen's rules, so they show what each peer leaves to its
user rather than how good it is. The sentence pairs of UD PUD are nobody's own: there a pair is right when both sides
give the same values. Speed is over UD sentences; a ratio is the median of the ratios within each round.
"""

import importlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from jaen.text.dates import find_dates
from jaen.text.numbers import find_numbers
from jaen.words.english import tokenize_en
from jaen.words.english_forms import noun_lemma, verb_lemma

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
ROUNDS = 3
ANCHOR = date(2026, 5, 20)
Found = list[tuple[int, int, Any]]  # start, end, value
Finder = Callable[[str], Found]


def peer(build: Callable[[], Finder]) -> Finder | None:
    """The finder, or None when its package is not installed."""
    try:
        return build()
    except ImportError:
        return None


def pynormalizenumexp() -> Finder:
    """Japanese numbers by pynormalizenumexp (units and values, no kanji of names)."""
    package = importlib.import_module("pynormalizenumexp.normalize_numexp")
    normalizer = package.NormalizeNumexp("ja")

    def find(text: str) -> Found:
        expressions = normalizer.normalize(text)
        return [(e.position_start, e.position_end, e.value_lower_bound) for e in expressions]

    return find


def ja_timex() -> Finder:
    """Japanese dates by ja-timex."""
    pendulum = importlib.import_module("pendulum")
    parser = importlib.import_module("ja_timex").TimexParser(
        reference=pendulum.datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)
    )

    def find(text: str) -> Found:
        # 先月 is a duration there, and so is 5日間; only the first is a date to us.
        dates = [t for t in parser.parse(text) if t.type == "DATE" or not re.search("[0-9]", t.text)]
        return [(*t.span, day_of(t)) for t in dates]

    def day_of(timex: Any) -> date | None:
        try:
            value = timex.to_datetime() if timex.type == "DATE" else None
        except ValueError:  # 2月30日
            return None
        return value.date() if value else None

    return find


def dateparser() -> Finder:
    """English dates by dateparser's search."""
    search = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)}

    def find(text: str) -> Found:
        found, at = [], 0
        for surface, value in search(text, languages=["en"], settings=settings) or []:
            at = text.index(surface, at)
            found.append((at, at + len(surface), value.date()))
        return found

    return find


def our_numbers(language: str) -> Finder:
    """Our numbers: the lower value."""
    return lambda text: [(n.span.start, n.span.end, n.low) for n in find_numbers(text, language)]


def our_dates(language: str) -> Finder:
    """Our dates: the first day."""
    return lambda text: [(d.span.start, d.span.end, d.first) for d in find_dates(text, language, ANCHOR)]


def cases(name: str, language: str) -> list[tuple[str, Found]]:
    """(text, what is expected) of one table."""
    rows = []
    for line in (ROOT / "tests" / "cases" / f"{name}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        if case["language"] != language or case.get("anchor", str(ANCHOR)) != str(ANCHOR):
            continue  # every reader is given the one article date
        expected: Found = []
        for item in case[name]:
            if name == "numbers":
                top, _, bottom = item[1].partition("/")
                value: Any = float(top) / float(bottom or 1)
            else:
                value = date.fromisoformat(item[2]) if item[2] else None
            start = case["text"].index(item[0])
            expected.append((start, start + len(item[0]), value))
        rows.append((case["text"], expected))
    return rows


def equal(found: Any, expected: Any) -> bool:
    """Equal, or numbers that differ only by their last binary digits (1/3)."""
    if isinstance(expected, float) and isinstance(found, int | float | Decimal):
        return abs(float(found) - expected) < 1e-6
    return bool(found == expected)


def score(finder: Finder, rows: Iterable[tuple[str, Found]]) -> tuple[float, float, float]:
    """(share of expected places touched, share with the right value, share of texts without any left silent)."""
    touched = right = places = silent = empty = 0
    for text, expected in rows:
        found = finder(text)
        if not expected:
            empty += 1
            silent += not found
        for start, end, value in expected:
            places += 1
            hits = [v for s, e, v in found if s < end and start < e]
            touched += bool(hits)
            right += any(equal(v, value) for v in hits)
    return touched / places, right / places, silent / empty


def table(title: str, rows: list[tuple[str, Found]], finders: dict[str, Finder | None], lines: list[str]) -> None:
    """Accuracy on the cases and speed on the lines, ours first."""
    print(f"\n{title}: {len(rows)} cases, {sum(map(len, lines)) / 1000:.0f}k characters for speed")
    installed = {name: finder for name, finder in finders.items() if finder}
    times: dict[str, list[float]] = {name: [] for name in installed}
    for _ in range(ROUNDS):
        for name, finder in installed.items():
            begin = time.perf_counter()
            for line in lines:
                finder(line)
            times[name].append(time.perf_counter() - begin)
    for name in finders.keys() - installed.keys():
        print(f"  {name:20} not installed")
    for name, finder in installed.items():
        touched, right, silent = score(finder, rows)
        ratio = median(t / o for t, o in zip(times[name], times["jaen"], strict=True))
        print(f"  {name:20} found {touched:.3f}  right {right:.3f}  silent {silent:.3f}  time {ratio:6.1f} x jaen")


def pairs() -> None:
    """Do both sides of a translation give the same numbers?"""
    path = SHARED / "parallel" / "pud-a.tsv"
    if not path.exists():
        print("\nsentence pairs: no", path)
        return
    same = any_number = 0
    for line in path.read_text("utf-8").splitlines():
        sides = sorted(line.split("\t")[-2:], key=lambda side: not re.search("[ぁ-ん]", side))
        japanese, english = (
            Counter(n.low for n in find_numbers(side, lang)) for side, lang in zip(sides, ("ja", "en"), strict=True)
        )
        any_number += bool(japanese or english)
        same += bool(japanese or english) and japanese == english
    print(f"\nsentence pairs with a number: {any_number}; the same values on both sides: {same / any_number:.3f}")


def forms(lines: list[str]) -> None:
    """Lemmas of every distinct word of the sentences against the dictionary of lemminflect, beside simplemma."""
    try:
        dictionary = importlib.import_module("lemminflect")
    except ImportError:
        print("\nEnglish lemmas: lemminflect not installed")
        return
    words = {token.surface.lower() for line in lines for token in tokenize_en(line) if token.surface.isalpha()}
    for upos, lemma in (("NOUN", noun_lemma), ("VERB", verb_lemma)):
        gold = {w: f for w in words if (f := dictionary.getAllLemmas(w, upos=upos).get(upos))}
        print(
            f"\nEnglish {upos} lemmas, {len(gold)} words: jaen {sum(lemma(w) in f for w, f in gold.items()) / len(gold):.4f}"
        )
        try:
            simple = importlib.import_module("simplemma").lemmatize
        except ImportError:
            print("  simplemma not installed")
        else:
            print(
                f"  simplemma (dictionary, no part of speech) {sum(simple(w, 'en') in f for w, f in gold.items()) / len(gold):.4f}"
            )


def main() -> None:
    """All tables."""
    japanese, english = (
        path.read_text("utf-8").splitlines()[:400] if path.exists() else []
        for path in (SHARED / "ud" / "ja-ja_gsd-dev.sentences.txt", SHARED / "ud" / "en-en_ewt-dev.sentences.txt")
    )
    table(
        "Japanese numbers",
        cases("numbers", "ja"),
        {"jaen": our_numbers("ja"), "pynormalizenumexp": peer(pynormalizenumexp)},
        japanese,
    )
    table("English numbers", cases("numbers", "en"), {"jaen": our_numbers("en")}, english)
    table("Japanese dates", cases("dates", "ja"), {"jaen": our_dates("ja"), "ja-timex": peer(ja_timex)}, japanese)
    table("English dates", cases("dates", "en"), {"jaen": our_dates("en"), "dateparser": peer(dateparser)}, english)
    pairs()
    forms(english)


if __name__ == "__main__":
    main()
