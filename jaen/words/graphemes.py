"""Grapheme clusters: what a reader sees as one character (Unicode UAX #29); the only door to `regex`."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

# Every character that can continue a cluster, and a few more: combining marks, voicing marks, joiners, variation
# selectors, skin tones, flags, tags, jamo and the vowel signs of Indic scripts. A text without any of them (nearly
# every text) has one cluster per character, CR LF aside.
_JOINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u0e4e\u0eb1-\u1fff\u200c\u200d"
    "\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\ud7ff\ufb1e"
    "\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f\U00010100-\U0001bfff\U0001cf00-\U0001efff\U0001f1e6-\U0001f1ff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)

_CLUSTER = 64  # code points behind an edge by which it is known for one: most clusters have fewer


def is_plain(text: str) -> bool:
    r"""True when every character of *text* certainly is a cluster of its own.

    >>> is_plain("国家安全保障局"), is_plain("か\u3099")
    (True, False)
    """
    return _JOINING.search(text) is None and "\r\n" not in text


def edges(text: str) -> list[int]:
    r"""Every offset at which *text* may be cut without cutting a cluster: 0, …, len(text).

    >>> edges("か\u3099き")
    [0, 2, 3]
    """
    if is_plain(text):
        return list(range(len(text) + 1))
    return [0, *(match.end() for match in _clusters()(text))]


def edge_before(text: str, position: int) -> int:
    r"""The last offset not after *position* at which *text* may be cut without cutting a cluster.

    >>> edge_before("か\u3099き", 1)
    0
    """
    places = edges(text)
    return places[bisect_right(places, position) - 1]


def excerpt(text: str, length: int) -> str:
    """The first *length* code points of *text*, with … where there is more; no cluster is cut.

    >>> excerpt("国家安全保障局", 4), excerpt("国家", 4)
    ('国家安全…', '国家')
    """
    return text if len(text) <= length else text[: edge_before(text[: length + _CLUSTER], length)] + "…"


@cache
def _clusters() -> Callable[[str], Iterator[re.Match[str]]]:
    import regex

    find: Callable[[str], Iterator[re.Match[str]]] = regex.compile(r"\X").finditer
    return find
