"""Errors in terms: another concept's term for a term, none at all, and one that the glossary forbids.

A term is planted upon where the concept that the source names is found in the target as well. The sets of parallel texts
have few; `terms.tsv` has pairs that were written for this benchmark with terms of `glossaries/news`.
"""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.checks.planting import Planter, Sample
from jaen.glossary import Glossary
from jaen.model import Concept, Mention, Status
from jaen.translation.requirements import ENFORCED

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "news"
_CODES = frozenset(
    {
        "translation-unmet-term",
        "translation-other-concept",
        "translation-forbidden-term",
        "translation-lost-name",
        "translation-added-name",
    }
)


@cache
def _concepts() -> Sequence[Concept]:
    return Glossary.load(GLOSSARY).concepts


def _chosen(sample: Sample, chances: random.Random, forbidden: bool = False) -> Mention | None:
    """A mention of the target whose concept the source names too, and nothing else in the target."""
    here = {one.concept.id for one in sample.pair.source.mentions if one.kind in ENFORCED}
    names = [one.concept.id for one in sample.pair.target.mentions]
    places = [
        one
        for one in sample.pair.target.mentions
        if one.concept.id in here and names.count(one.concept.id) == 1 and (not forbidden or _forbidden(one))
    ]
    return chances.choice(places) if places else None


def _forbidden(mention: Mention) -> list[str]:
    language = mention.term.language
    return [one.text for one in mention.concept.terms if one.language == language and one.status is Status.FORBIDDEN]


def _with(sample: Sample, place: Mention, text: str) -> str:
    return sample.target[: place.span.start] + text + sample.target[place.span.end :]


def exchanged(sample: Sample, chances: random.Random) -> str | None:
    """The term of another concept of the same category, which the source does not name."""
    place = _chosen(sample, chances)
    if place is None:
        return None
    here = {one.concept.id for one in sample.pair.source.mentions}
    others = [
        term.text
        for concept in _concepts()
        if concept.category == place.concept.category and concept.id not in here
        for term in [concept.preferred(place.term.language)]
        if term
    ]
    return _with(sample, place, chances.choice(others)) if others else None


def dropped(sample: Sample, chances: random.Random) -> str | None:
    """A pronoun for a term."""
    place = _chosen(sample, chances)
    return _with(sample, place, "it" if place.term.language == "en" else "それ") if place else None


def forbidden(sample: Sample, chances: random.Random) -> str | None:
    """The term that the glossary forbids for the concept."""
    place = _chosen(sample, chances, forbidden=True)
    return _with(sample, place, chances.choice(_forbidden(place))) if place else None


PLANTERS: tuple[Planter, ...] = (
    Planter("a term exchanged for another concept's", _CODES, exchanged),
    Planter("a term dropped", _CODES, dropped),
    Planter("a forbidden term", _CODES, forbidden),
)
