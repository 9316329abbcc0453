"""Names in Latin letters, looked up by how a katakana name sounds: no name is compared with all the others."""

from collections import defaultdict
from collections.abc import Sequence

from jaen.words.transliteration import fold_katakana, fold_latin, skeleton

__all__ = ["NameIndex"]

_FEW = 2  # consonants of a name that many others sound like
_MOST = 200  # names of one skeleton that are looked at, the first ones; such a skeleton says little


class NameIndex:
    """Which of many Latin names may sound like one in katakana: their consonants differ in at most one place.

    Args:
        names: in Latin letters; where hundreds have the same consonants, the first ones are kept.

    >>> NameIndex(["OpenAI", "Anthropic"]).near("アンソロピック")
    [1]
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            for shape in {shape for one in fold_latin(name) for shape in _shapes(skeleton(one))}:
                self._index[shape].append(number)

    def near(self, katakana: str) -> list[int]:
        """Numbers of the names worth comparing with `name_similarity`, in order."""
        shapes = _shapes(skeleton(fold_katakana(katakana)))
        return sorted({number for shape in shapes for number in self._index.get(shape, [])[:_MOST]})


def _shapes(bones: str) -> set[str]:
    """The consonants, and the consonants with one of them left out."""
    if len(bones) < _FEW:
        return {bones} if bones else set()
    return {bones, *(bones[:at] + bones[at + 1 :] for at in range(len(bones)) if len(bones) > _FEW)}
