"""Errors in what is said: a denial or a doubt lost, marks of speech lost, words left over, repeated or cut off."""

import random
import re
from collections.abc import Mapping, Sequence

from benchmarks.checks.planting import Planter, Sample
from jaen.text.enclosures import find_enclosures

__all__ = ["PLANTERS"]

# What makes a denial of a statement, and the statement that is left without it; the first one that fits is taken.
_DENIALS = {
    "en": (
        (r"\bcan(?:not|['’]t)\b", "can"),
        (r"\bwon['’]t\b", "will"),
        (r"\b(?:do|does|did)(?:n['’]t| not) ", ""),
        (r"n['’]t\b", ""),
        (r"\b(?:not|never) ", ""),
        (r"\bno longer ", "still "),
        (r"\bno\b", "a"),
    ),
    "ja": (
        ("ませんでした", "ました"),
        ("ません", "ます"),
        ("(?<=てい)なかった", "た"),
        ("(?<=てい)ない", "る"),
        ("(?<=[れえべけせてめ])なかった", "た"),
        ("(?<=[れえべけせてめ])ない", "る"),
        ("できなかった", "できた"),
        ("できない", "できる"),
        ("(?:では|じゃ)なかった", "だった"),
        ("(?:では|じゃ)ない", "である"),
        ("ではなく", "であり"),
        ("(?<=て|し)いない", "いる"),
        ("なかった", "た"),
        ("ない", "る"),
    ),
}
_DENIES = {
    "en": re.compile(r"n['’]t\b|\b(?:no|not|cannot|never|none|nothing|nobody|neither|nor|without)\b", re.IGNORECASE),
    "ja": re.compile("な[いかくけ]|ません|ず|ぬ|無|不|未|非"),
}
_DOUBTS = {
    "en": (
        (r"\b(?:may|might|could) (?=have )", ""),
        (r"\b(?:may|might|could) (?=be )", "will "),
        (r"\b(?:may|might) ", "will "),
        (r"\bcould ", "can "),
        (r"\b(?:is|are) (?:likely|expected|thought|believed|said|reported|supposed) to\b", "will"),
        (r"\b(?:was|were) (?:likely|expected|thought|believed|said|reported|supposed) to\b", "did"),
        (r"\b(?:reportedly|allegedly|likely|possibly|probably|perhaps|apparently|presumably) ", ""),
    ),
    "ja": (
        ("(?:の)?か(?:も)?しれ(?:ない|ません)", ""),
        ("(?:する)?可能性[がも]ある", "する"),
        ("[とだ](?:み|見)られ(?:ている|る|ていた|た)", ""),
        ("(?:だ|で)?(?:ろう|しょう)(?=[。」と])", ""),
        ("(?:らしい|ようだ|そうだ|はずだ)(?=[。」と])", ""),
        ("見通し(?:だ|である|です)?(?=[。」と])", ""),
    ),
}
_MARKS = '“”"「」『』'
_JAPANESE_WORD = re.compile("[\u4e00-\u9fff]{2,}|[\u30a1-\u30fc]{3,}")
_ENGLISH_WORDS = re.compile(r"(?<![\w'’])(?:[a-z]{2,} ){3,5}[a-z]{2,}(?![\w'’])")


def _without(sample: Sample, changes: Mapping[str, Sequence[tuple[str, str]]]) -> str | None:
    """The target with the first change that fits at one place only."""
    for pattern, new in changes[sample.pair.target.language]:
        if len(re.findall(pattern, sample.target)) == 1:
            return re.sub(pattern, new, sample.target)
    return None


def denial_dropped(sample: Sample, chances: random.Random) -> str | None:
    """Without the only denial, of a source that has one as well."""
    source, target = (_DENIES[side.language] for side in (sample.pair.source, sample.pair.target))
    if not source.search(sample.source) or len(target.findall(sample.target)) != 1:
        return None
    return _without(sample, _DENIALS)


def doubt_dropped(sample: Sample, chances: random.Random) -> str | None:
    """Without the only doubt, of a source that has one as well."""
    if not any(re.search(pattern, sample.source) for pattern, _ in _DOUBTS[sample.pair.source.language]):
        return None
    if sum(len(re.findall(pattern, sample.target)) for pattern, _ in _DOUBTS[sample.pair.target.language]) > 2:
        return None
    return _without(sample, _DOUBTS)


def quotation_marks_dropped(sample: Sample, chances: random.Random) -> str | None:
    """Without any quotation mark, where both sides have speech of five words or more in them."""
    texts = (sample.source, sample.target)
    if not all(
        any(text[one.start] in _MARKS and one.end - one.start > 25 for one in find_enclosures(text).pairs)
        for text in texts
    ):
        return None
    return "".join(char for char in sample.target if char not in _MARKS)


def quotation_marks_added(sample: Sample, chances: random.Random) -> str | None:
    """The whole target as somebody's words, of a source without any quotation mark."""
    if any(mark in sample.source + sample.target for mark in _MARKS):
        return None
    if sample.pair.target.language == "ja":
        return f"「{sample.target.rstrip('。')}」と述べた。"
    return f"“{sample.target.rstrip('.')},” he said."


def words_left(sample: Sample, chances: random.Random) -> str | None:
    """Words of the source in the place of some of the target's."""
    if sample.pair.target.language == "en":
        found: list[str] = _JAPANESE_WORD.findall(sample.source)
        words = sample.target.split()
        if not found or len(words) < 4:
            return None
        words[chances.randrange(1, len(words) - 1)] = chances.choice(found)
        return " ".join(words)
    phrases: list[str] = _ENGLISH_WORDS.findall(sample.source)
    stops = [match.end() for match in re.finditer("[はがをに、]", sample.target)]
    if not phrases or not stops:
        return None
    at = chances.choice(stops)
    return sample.target[:at] + chances.choice(phrases) + sample.target[at:]


def cut_off(sample: Sample, chances: random.Random) -> str | None:
    """The first 40 to 60 %, as a model leaves it that stops too soon."""
    share = chances.uniform(0.4, 0.6)
    if sample.pair.target.language == "en":
        words = sample.target.split()
        return " ".join(words[: int(len(words) * share)]) if len(words) >= 6 else None
    return sample.target[: int(len(sample.target) * share)] if len(sample.target) >= 12 else None


def phrase_repeated(sample: Sample, chances: random.Random) -> str | None:
    """Some words in a row, three times more, somewhere."""
    if sample.pair.target.language == "en":
        words = sample.target.split()
        if len(words) < 6:
            return None
        size = chances.randrange(2, 5)
        at = chances.randrange(size, len(words))
        return " ".join(words[:at] + words[at - size : at] * 3 + words[at:])
    size = chances.randrange(3, 8)
    if len(sample.target) < size + 4:
        return None
    at = chances.randrange(size, len(sample.target))
    return sample.target[:at] + sample.target[at - size : at] * 3 + sample.target[at:]


def source_copied(sample: Sample, chances: random.Random) -> str | None:
    """The source for the translation."""
    return sample.source


def emptied(sample: Sample, chances: random.Random) -> str | None:
    """Nothing, or a full stop only."""
    return chances.choice(("", "."))


PLANTERS: tuple[Planter, ...] = (
    Planter("a denial dropped", frozenset({"translation-lost-negation"}), denial_dropped),
    Planter("a doubt dropped", frozenset({"translation-lost-modality"}), doubt_dropped),
    Planter("quotation marks dropped", frozenset({"translation-lost-quotation"}), quotation_marks_dropped),
    Planter("quotation marks added", frozenset({"translation-added-quotation"}), quotation_marks_added),
    Planter("words left in the source's language", frozenset({"translation-leftover"}), words_left),
    Planter("cut off in the middle", frozenset({"translation-truncated"}), cut_off),
    Planter("a phrase repeated", frozenset({"translation-repeated"}), phrase_repeated),
    Planter("the source copied", frozenset({"translation-copied"}), source_copied),
    Planter("emptied", frozenset({"translation-empty"}), emptied),
)
