"""The short forms a name may take once it has been written in full."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jaen.model import Concept, Status, Term
from jaen.terms.affixes import GENERIC
from jaen.terms.folding import KANA
from jaen.words.scripts import HAN
from jaen.words.tokens import tokenize_ja

_KATAKANA_NAME = re.compile(f"[{KANA}]+(?:[・=＝゠ ][{KANA}]+)+")
_KANJI_NAME = re.compile(f"[{HAN}ヶノ]{{3,6}}")
_LATIN_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)+")
_SHORTEST_KATAKANA = 3
_SHORTEST_PRODUCT = 4


def short_names(concept: Concept) -> Iterator[str]:
    """Short forms of a person or a product; other names are not shortened without a definition in the text.

    Miho Matsubara gives Matsubara, 高市早苗 高市, クロード・ミュトス ミュトス, Claude Mythos Mythos.
    """
    if concept.category not in ("person", "product"):
        return
    for term in concept.terms:
        if term.type == "full" and term.status is not Status.FORBIDDEN:
            name = _short(term, concept.category)
            if name and name.lower() not in GENERIC:
                yield name


def _short(term: Term, category: str) -> str:
    text = term.text
    if _KATAKANA_NAME.fullmatch(text):
        last = re.split("[・=＝゠ ]", text)[-1]
        return last if len(last) >= _SHORTEST_KATAKANA else ""
    if category == "person" and _KANJI_NAME.fullmatch(text):
        return _family_name(text)
    if _LATIN_NAME.fullmatch(text):
        last = text.rsplit(" ", 1)[1]
        long_enough = len(last) >= (2 if category == "person" else _SHORTEST_PRODUCT)
        return last if long_enough and last[0].isupper() and last[-1].isalpha() else ""
    return ""


@lru_cache(maxsize=4096)
def _family_name(name: str) -> str:
    """高市 of 高市早苗: what the dictionary calls a family name, else two of four characters."""
    first = tokenize_ja(name)[0]
    if first.xpos == "名詞-固有名詞-人名-姓" and len(first.surface) < len(name):
        return first.surface
    return name[:2] if len(name) == 4 else ""
