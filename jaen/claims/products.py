"""What a company makes, as the text says it or the glossary knows it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jaen.claims.names import Name
from jaen.claims.statement import Statement
from jaen.model import Segment

__all__ = ["products"]

_SORT = "(?:models?|systems?|apps?|services?|AI|chatbots?|products?|software|platforms?|tools?|chips?)"
_ITS = re.compile(r"['’]s (?:[a-z][\w-]* |AI ){0,5}")
_ITS_SORT = re.compile(rf"['’]s (?:[a-z][\w-]* |AI ){{0,4}}{_SORT},? (?:called |named |known as )?[\"“']?")
_MADE_BY = re.compile(
    r"[\"”']?,? (?:an? |the )?(?:[\w-]+ ){0,6}?(?:developed|made|released|built|created|unveiled|introduced) by(?: the)? "
)
_MAKES_JA = re.compile("(?:社|側)?(?:が|の)(?:(?:開発|公開|発表|提供|展開|発売|製造|運営|作)[^。、「]{0,10})?[「『]?")


def products(segment: Segment, names: Sequence[Name]) -> Iterator[Statement]:
    """Who makes what: Anthropic's Claude Mythos; アンソロピックが開発した「クロード・ミュトス」.

    Args:
        segment: the sentence.
        names: in it, in text order.
    """
    text, start = segment.text, segment.span.start
    for first, second in pairwise(names):
        between = text[first.span.end - start : second.span.start - start]
        if first.kind == "organization" and _is_product(second):
            if segment.language == "ja":
                said = _MAKES_JA.fullmatch(between)
            else:
                said = (_ITS if second.kind else _ITS_SORT).fullmatch(between)
            if said:
                yield Statement("product", first, second)
        elif second.kind == "organization" and _is_product(first) and _MADE_BY.fullmatch(between):
            yield Statement("product", second, first)


def _is_product(name: Name) -> bool:
    return name.kind in ("product", "")
