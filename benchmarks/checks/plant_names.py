"""Errors in names: one exchanged for another, one left out.

A name is planted upon only where it is sure which words say it in both languages: the Japanese one is a proper noun of
UniDic or a run of katakana that UniDic does not know, and the English one sounds or reads like it, or is the country's.
"""

import random
import re
from collections.abc import Iterator

from benchmarks.checks.planting import Planter, Sample
from jaen.model import Span
from jaen.words.readings import fold_romaji, romanize
from jaen.words.transliteration import THRESHOLD, name_similarity

_PEOPLE = (
    ("Henderson", "ヘンダーソン"), ("Kowalski", "コワルスキ"), ("Okafor", "オカフォー"), ("Lindqvist", "リンドクビスト"),
    ("Moreau", "モロー"), ("Fitzgerald", "フィッツジェラルド"), ("Delgado", "デルガド"), ("Novotny", "ノボトニー"),
    ("Takeda", "武田"), ("Murakami", "村上"), ("Barlow", "バーロー"), ("Ivanova", "イワノワ"), ("Nguyen", "グエン"),
    ("Petrosyan", "ペトロシャン"), ("Whitfield", "ウィットフィールド"), ("Sorensen", "ソレンセン"), ("Gallagher", "ギャラガー"),
    ("Yamashita", "山下"), ("Castellano", "カステラーノ"), ("Obrecht", "オブレヒト"),
)  # fmt: skip
_PLACES = (
    ("Marseille", "マルセイユ"), ("Edinburgh", "エディンバラ"), ("Nairobi", "ナイロビ"), ("Sapporo", "札幌"), ("Toronto", "トロント"),
    ("Valparaiso", "バルパライソ"), ("Krakow", "クラクフ"), ("Kagoshima", "鹿児島"), ("Winnipeg", "ウィニペグ"), ("Lagos", "ラゴス"),
    ("Gothenburg", "ヨーテボリ"), ("Montevideo", "モンテビデオ"),
)  # fmt: skip
_COUNTRIES = (
    ("Canada", "カナダ"), ("France", "フランス"), ("Germany", "ドイツ"), ("Egypt", "エジプト"), ("Mexico", "メキシコ"), ("Italy", "イタリア"),
    ("China", "中国"), ("Japan", "日本"), ("Russia", "ロシア"), ("South Korea", "韓国"), ("United States", "米国"),
    ("United States", "アメリカ"), ("Britain", "英国"), ("Britain", "イギリス"), ("Spain", "スペイン"), ("Poland", "ポーランド"),
)  # fmt: skip
_RUN = re.compile("[ァ-ヴー]+(?:・[ァ-ヴー]+)*")
_WORDS = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][\w]+(?: [A-ZÀ-Þ][\w]+){0,2}(?![\w-])")
_SURE = 80.0


def _places(sample: Sample) -> Iterator[tuple[str, Span, Span]]:
    """(kind, where in the Japanese text, where in the English one) of names that stand once in both."""
    is_japanese = sample.pair.source.language == "ja"
    japanese, english = (sample.source, sample.target) if is_japanese else (sample.target, sample.source)
    passage = sample.pair.source if is_japanese else sample.pair.target
    for there, here in _COUNTRIES:
        if japanese.count(here) == 1 and english.count(there) == 1 and english.find(there + "n") < 0:
            yield "country", _span(japanese, here), _span(english, there)
    tokens = [token for segment in passage.segments for token in segment.tokens]
    latin = [Span(*match.span()) for match in _WORDS.finditer(english)]
    for token in tokens:
        kind = "person" if "人名" in token.xpos else "place" if "地名-一般" in token.xpos else ""
        run = next((one for one in _RUN.finditer(japanese) if Span(*one.span()).covers(token.span)), None)
        if run and (kind or token.is_unknown) and run[0] not in (name for _, name in _COUNTRIES):
            alike = [(name_similarity(run[0], span.of(english)), span) for span in latin]
            score, span = max(alike, default=(0.0, Span(0, 0)))
            if score >= max(_SURE, THRESHOLD) and japanese.count(run[0]) == 1:
                yield kind or "person", Span(*run.span()), span
        elif kind and token.reading and not run:
            read = fold_romaji(romanize(token.reading))
            for span in latin:
                if fold_romaji(span.of(english)) == read:
                    yield kind, token.span, span


def _span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def _edited(sample: Sample, chances: random.Random, exchange: bool) -> str | None:
    found = list(_places(sample))
    if not found:
        return None
    kind, japanese, english = chances.choice(found)
    to_english = sample.pair.target.language == "en"
    place, column = (english, 0) if to_english else (japanese, 1)
    if exchange:
        names = {"country": _COUNTRIES, "person": _PEOPLE, "place": _PLACES}[kind]
        here = {
            japanese.of(sample.target),
            english.of(sample.source),
            japanese.of(sample.source),
            english.of(sample.target),
        }
        text = chances.choice([row[column] for row in names if not {*row} & here])
    else:
        text = ("it" if kind != "person" else "they") if to_english else "それ"
    return sample.target[: place.start] + text + sample.target[place.end :]


def exchanged(sample: Sample, chances: random.Random) -> str | None:
    """Another person for a person, another place for a place."""
    return _edited(sample, chances, exchange=True)


def dropped(sample: Sample, chances: random.Random) -> str | None:
    """A pronoun for a name."""
    return _edited(sample, chances, exchange=False)


_CODES = frozenset(
    {"translation-lost-name", "translation-added-name", "translation-unmet-term", "translation-other-concept"}
)
PLANTERS: tuple[Planter, ...] = (
    Planter("a name exchanged", _CODES, exchanged),
    Planter("a name dropped", _CODES, dropped),
)
