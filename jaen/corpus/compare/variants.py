"""In which words articles name a concept: the first use and the spread of every spelling, by outlet."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jaen.corpus.compare.digest import Digest
from jaen.model.comparison import ComparedArticle, OutletUse, Place, Variant, Variants

__all__ = ["find_variants"]


@dataclass(frozen=True, slots=True)
class _Use:
    """One spelling in one article."""

    row: ComparedArticle
    count: int
    place: Place


def find_variants(digests: Sequence[Digest]) -> tuple[Variants, ...]:
    """Concepts with several spellings: those with several in one language first, then the most frequent.

    Args:
        digests: by day where it is known.
    """
    found: dict[str, dict[tuple[str, str], list[_Use]]] = defaultdict(lambda: defaultdict(list))
    labels: dict[str, str] = {}
    for digest in digests:
        labels.update(digest.labels)
        for (concept_id, language, spelling), (count, place) in digest.spellings.items():
            found[concept_id][language, spelling].append(_Use(digest.row, count, place))
    several = [
        Variants(
            concept_id=concept_id,
            label=labels[concept_id],
            variants=tuple(
                sorted(
                    (_variant(language, spelling, uses) for (language, spelling), uses in spellings.items()),
                    key=lambda variant: (variant.language, -variant.count, variant.text),
                )
            ),
        )
        for concept_id, spellings in found.items()
        if len(spellings) > 1
    ]
    return tuple(sorted(several, key=_order))


def _variant(language: str, spelling: str, uses: Sequence[_Use]) -> Variant:
    outlets: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        outlets[use.row.outlet].append(use)
    rows = [_outlet(outlet, own) for outlet, own in outlets.items()]
    return Variant(
        text=spelling,
        language=language,
        count=sum(use.count for use in uses),
        first=uses[0].place,
        is_first_known=all(use.row.day for use in uses),
        outlets=tuple(sorted(rows, key=lambda row: (row.day or date.max, -row.count, row.outlet))),
    )


def _outlet(outlet: str, uses: Sequence[_Use]) -> OutletUse:
    return OutletUse(
        outlet=outlet,
        count=sum(use.count for use in uses),
        articles=tuple(use.row.id for use in uses),
        day=min((use.row.day for use in uses if use.row.day), default=None),
    )


def _order(variants: Variants) -> tuple[bool, int, str]:
    languages = Counter(variant.language for variant in variants.variants)
    total = sum(variant.count for variant in variants.variants)
    return max(languages.values()) < 2, -total, variants.concept_id
