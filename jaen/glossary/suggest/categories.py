"""What a candidate probably names, by its last word and by what the text says about it, and in which form."""

import re

from jaen.model import Term
from jaen.terms.names import is_office
from jaen.terms.names.lists import BODIES, GATHERINGS, PLACES

__all__ = ["category_of", "form_of"]

_BODY = re.compile(
    r".+(?:省|庁|局|委員会|銀行|大学|党|社|会社|機構|協会|連盟|研究所|財団|法人|組合|統括室|本部|通信|新聞|グループ|センター|裁判所|院|署|警察|チーム|公社|機関|理事会|財閥|会議所)"
)
_LAW = re.compile(r".+(?:法|条約|憲法|条例|法案|協定|規則)")
_EVENT = re.compile(r".+(?:大会|サミット|五輪|オリンピック|選挙|万博|総会|シンポジウム)")
_PLACE = re.compile(r".+(?:県|市|区|町|村|島|駅|空港|川|山|湖|湾|海峡|半島|地方|通り)")
_LAW_WORDS = frozenset(["act", "law", "treaty", "bill", "agreement", "constitution", "protocol", "accord", "pact"])
_CAPITALS = range(2, 7)  # letters
_VERSION = re.compile(r"[A-Za-z]+[- ]?\d+(?:\.\d+)?")


def category_of(terms: tuple[Term, ...], is_person: bool, is_role: bool) -> str:
    """A guess at the category of a concept with these terms; `term` where nothing tells.

    >>> category_of((Term(text="金融庁", language="ja"),), False, False)
    'organization'
    """
    if is_person:
        return "person"
    if is_role or any(is_office(term.text) for term in terms):
        return "role"
    for term in terms:
        found = _english(term.text) if term.language == "en" else _japanese(term.text)
        if found:
            return found
    return "term"


def form_of(text: str) -> str:
    """A guess at the form of a term that stands alone: `abbreviation` for two to six capitals, else `full`.

    >>> form_of("UNESCO"), form_of("Anthropic"), form_of("X")
    ('abbreviation', 'full', 'full')
    """
    is_short = text.isascii() and text.isalpha() and text.isupper() and len(text) in _CAPITALS
    return "abbreviation" if is_short else "full"


def _japanese(text: str) -> str:
    for pattern, category in ((_BODY, "organization"), (_LAW, "law"), (_EVENT, "event"), (_PLACE, "place")):
        if pattern.fullmatch(text):
            return category
    return ""


def _english(text: str) -> str:
    words = text.lower().split()
    kinds = ((BODIES, "organization"), (_LAW_WORDS, "law"), (GATHERINGS, "event"), (PLACES, "place"))
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    for kind, category in kinds:
        if text[:1].isupper() and (head in kind or words[-1] in kind) and len(words) > 1:
            return category
    return "product" if _VERSION.fullmatch(text) and not text.isupper() else ""
