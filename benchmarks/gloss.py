"""Share of a gloss that an English reader can read, with and without the list of common words.

    python benchmarks/gloss.py

A word of a gloss is readable when no Japanese character is in it; guesses of names (Sakuma?, ダニエル (Danieru?)) count
apart. The list's words were chosen on UD_Japanese-GSD dev, the first 500 pairs of Tatoeba and the five articles, and
from everyday vocabulary; PUD and the other pairs of Tatoeba are held out, but for three words added after a look at
twelve sentences of PUD (人々, 当社, 少なくとも).
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from jaen.api import split
from jaen.glossary import Glossary
from jaen.model import Segment
from jaen.pipeline import Pipeline
from jaen.reading import Failed, read_paths
from jaen.translation import gloss
from jaen.words import common_words
from jaen.words.scripts import HIRAGANA, KATAKANA

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GUESS = ("?", "?)")  # Sakuma?, ダニエル (Danieru?)
JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}\u3400-\u9fff々]")


def glosses_of_sentences(segments: Sequence[Segment]) -> list[str]:
    """Without a glossary: numbers, loan words and the list alone."""
    return [item.text for item in gloss(segments, ())]


def glosses_of_articles() -> list[str]:
    """With the news glossary."""
    pipeline = Pipeline(glossary=Glossary.load(ROOT / "glossaries" / "news"))
    articles = (article for article in read_paths([str(SHARED / "seeds")]) if not isinstance(article, Failed))
    return [item.text for article in articles for item in pipeline(article).glosses]


def shares(glosses: Sequence[str]) -> str:
    words = [word for text in glosses for word in text.split(" · ")]
    guesses = sum(word.endswith(GUESS) for word in words)
    japanese = sum(bool(JAPANESE.search(word)) and not word.endswith(GUESS) for word in words)
    read = len(words) - japanese - guesses
    return f"{len(words):>8}{read / len(words):>10.3f}{guesses / len(words):>9.3f}{japanese / len(words):>10.3f}"


def print_shares(title: str, segments: Mapping[str, Sequence[Segment]]) -> None:
    for name, parts in segments.items():
        print(f"{name:<29}{title:<9}{shares(glosses_of_sentences(parts))}")
    print(f"{'five articles, news glossary':<29}{title:<9}{shares(glosses_of_articles())}")


def main() -> None:
    """Print one table."""
    tatoeba = _japanese_side("tatoeba.tsv")
    texts = {
        "PUD (held out)": _japanese_side("pud-a.tsv"),
        "Tatoeba 501-1000 (held out)": tatoeba[500:],
        "Tatoeba 1-500": tatoeba[:500],
        "GSD dev": (SHARED / "data/ud/ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8").splitlines(),
    }
    segments = {name: [segment for line in lines for segment in split(line)] for name, lines in texts.items()}
    print(f"{'text':<29}{'list':<9}{'words':>8}{'English':>10}{'guesses':>9}{'Japanese':>10}")
    with patch.object(common_words, "_words", dict):
        print_shares("without", segments)
    print_shares("with", segments)


def _japanese_side(name: str) -> list[str]:
    lines = (SHARED / "data" / "parallel" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines]


if __name__ == "__main__":
    main()
