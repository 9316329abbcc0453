"""How much of a line's vocabulary an article shares: the evidence for stories that are not the article's own."""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import median

from jaen.words.scripts import HAN, KATAKANA, LATIN

__all__ = ["Topic", "features"]

_LATIN_WORD = re.compile(f"[{LATIN}][{LATIN}'’-]{{2,}}")
_STEM_END = re.compile(r"(?:['’]s|ies|ing|ed|es|s|e)$")
_EAST_ASIAN = re.compile(f"[{KATAKANA}]{{2,}}|[{HAN}]{{2,}}")
_LONGEST = 4000  # characters of one line that are looked at
# Words every article has. Nothing rarer: a name that every page of a site carries is told by repetition.
_COMMON_WORDS = """
the and for that with from this have has had was were are been will would could should may might can not but they
their them there then than which what when where who whom whose how why about into over under after before between
through during against also more most other some such only own same very just its his her hers him she you your our
ours out off all any each few both here because while until again once said says say according told new one two three
year month week day last first next many much make made take taken get got see seen use used including include like
well even still back way part people time high low late early
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def features(text: str) -> frozenset[str]:
    """Stems of English content words, katakana words and pairs of neighboring kanji.

    >>> sorted(features("The banks tested 新型モデル"))
    ['bank', 'test', 'モデル', '新型']
    """
    found = set()
    for word in _LATIN_WORD.findall(text[:_LONGEST]):
        folded = word.lower()
        if folded not in _COMMON:
            found.add(_STEM_END.sub("", folded) if len(folded) > 4 else folded)
    for run in _EAST_ASIAN.findall(text[:_LONGEST]):
        if run[0] >= "\u3400":
            found.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.add(run)
    return frozenset(found)


class Topic:
    """The vocabulary of an article's own lines, and how much of it one of them usually shares with the others."""

    def __init__(self, lines: Iterable[str]) -> None:
        own = [features(line) for line in lines]
        self.counts = Counter(feature for found in own for feature in found)
        shares = [sum(self.counts[f] > 1 for f in found) / len(found) for found in own if len(found) >= 4]
        # One paragraph has no others to share with: then a fifth is a fair guess.
        self.usual = median(shares) if len(shares) > 1 else 0.2

    def share(self, text: str, is_own: bool = False) -> float:
        """The part of *text*'s features that the article has, 0 to 1; 0 for a text without features.

        Args:
            text: a line.
            is_own: the line is one of the article's own, and does not count as its own company.
        """
        found = features(text)
        return sum(self.counts[f] > is_own for f in found) / len(found) if found else 0.0
