"""Offices that people hold, told by their words."""

import re

from jaen.terms.names.lists import ROLES

__all__ = ["is_office"]

_JAPANESE = re.compile(
    r".{2,}(?:官|長|相|総裁|大臣|監|議員|首相|大統領|総理|知事|代表|社長|会長|教授|理事|大使|CEO)|首相|大統領|社長|会長|総理|CEO"
)


def is_office(text: str) -> bool:
    """Whether *text* names an office.

    >>> is_office("内閣サイバー官"), is_office("National Cyber Director"), is_office("サイバー攻撃")
    (True, True, False)
    """
    if text.isascii():
        words = text.lower().replace(" of ", " ").split()
        return bool(words) and (words[-1] in ROLES or (" of " in text and words[0] in ROLES))
    return bool(_JAPANESE.fullmatch(text))
