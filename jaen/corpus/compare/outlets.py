"""Who published an article, as far as it says so."""

import re
from collections.abc import Sequence

from jaen.model import MetadataField

__all__ = ["outlet_of"]

_FACTS = ("agency", "rights", "site", "source")  # the first that an article states names its outlet
_NO_NAME = re.compile(
    r"©|\(c\)|copyright|all rights reserved\.?|(?:無断|転載|複製).*|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b",
    re.IGNORECASE,
)
_EDGES = " \t\u3000.,:;|-–—・"


def outlet_of(facts: Sequence[MetadataField], otherwise: str) -> tuple[str, str]:
    """The outlet, and the fact that names it: `agency`, `rights`, `site`, `source`, or `file` where none does.

    Args:
        facts: of the article.
        otherwise: what to call the outlet where it does not name one.

    >>> rights = MetadataField(name="rights", value="© 2026 Harbor Times. All rights reserved.", span=None, rule="")
    >>> outlet_of([rights], "page"), outlet_of([], "page")
    (('Harbor Times', 'rights'), ('page', 'file'))
    """
    for name in _FACTS:
        for fact in facts:
            if fact.name == name and (outlet := _NO_NAME.sub("", fact.value).strip(_EDGES)):
                return outlet, name
    return otherwise, "file"
