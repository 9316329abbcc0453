"""Time per character of hostile texts, at one size and at four times it: `python benchmarks/linear.py`.

A ratio near 4 is linear; 16 would be quadratic. The size is the number of characters of the smaller text.
"""

import sys
import time

from jaen.glossary import Glossary
from jaen.pipeline import Pipeline
from jaen.reading import article_of

UNITS = {
    "no full stop": "攻撃が続く",
    "katakana": "ア",
    "blanks": " ",
    "tabs": "\t",
    "hyphens": "-",
    "dashes": "―",
    "open brackets": "「",
    "open parentheses": "(",
    "pairs": "「」",
    "full stops": "。",
    "latin": "a",
    "words": "word ",
    "digits": "1",
    "kanji digits": "一",
    "quotes": '"',
    "curly": "“",
    "long vowels": "ー",
    "zero width": "\u200b",
    "combining": "か\u3099",
    "emoji": "👨‍👩‍👧",
    "lines": "a\n",
    "titles": "New ",
    "ruby": "脆弱(ぜいじゃく)",
    "abbreviations": "U.S.",
    "urls": "http://a.b/",
    "half width": "ｻﾞ",
}
SIZE = 50_000


def seconds(pipeline: Pipeline, text: str) -> float:
    """The better of two runs."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        pipeline(article_of(text))
        best = min(best, time.process_time() - started)
    return best


def main(glossary: str) -> None:
    pipeline = Pipeline(Glossary.load(glossary))
    seconds(pipeline, "読み込み。Warm up.")
    print(f"{'text':<18}{'µs/character':>14}{'× 4 costs':>12}")
    for name, unit in UNITS.items():
        small = unit * (SIZE // len(unit))
        one, four = seconds(pipeline, small), seconds(pipeline, small * 4)
        print(f"{name:<18}{1e6 * four / len(small) / 4:>14.2f}{four / one:>12.1f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "glossaries/news")
