"""How alike a name in katakana and a name in Latin letters sound: アンソロピック and Anthropic.

Both are brought into one rough spelling. Katakana loses the vowels that Japanese has to add (the o of ド in クロード),
Latin letters lose what katakana can't tell apart (l and r, b and v, th and s, c and k). Half of the score is how alike
the two spellings are, half how alike their consonants are. Letters sound different in different languages, so a Latin
name has a spelling for each way of reading it, and the best one counts. The score is evidence: an editor decides.

Measured on NETransliteration-COLING2018 by `benchmarks/suggest.py`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from jaen.words.readings import kana_sounds
from jaen.words.similarity import likeness

__all__ = ["THRESHOLD", "fold_katakana", "fold_latin", "name_similarity", "skeleton"]

THRESHOLD = 77.0
"""From here on two names that are each other's best match are one name: at least 97 of 100 such pairs are right."""

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), written) for pattern, written in pairs)


_DOUBLED = (r"(.)\1+", r"\1")
_LIP = (r"m(?=[bp])", "n")
_CONSONANTS = _rules(("[・＝ ]", ""), ("sh|ts|z|j", "s"), ("ch", "t"), ("v", "b"))
_FROM_KANA = _rules(_LIP, ("ei|ee", "e"), ("o[uo]", "o"), _DOUBLED)
_ADDED_VOWEL = re.compile("[kgsfbpmrh]u|[td][ou]")

# Letters whose sound a plain letter without its mark would not show.
_LETTERS = {
    "č": "ch", "ć": "ch", "š": "sh", "ş": "sh", "ś": "sh", "ž": "z", "ç": "s", "ł": "w", "ø": "o", "ß": "ss", "æ": "e",
    "đ": "d", "ñ": "ny", "ö": "e", "ä": "e", "ü": "u", "ı": "i", "ă": "a",
}  # fmt: skip
_ANY_LANGUAGE = _rules(
    ("sch|sh|sz", "s"), ("tsch|tch|cz", "t"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("gh(?![aeiou])", ""),
    ("gn(?=[aeiou])", "ny"), ("c(?=[eiy])", "s"), ("wh", "w"), ("rh", "r"), ("[td]z|zz|ts", "s"), ("dg(?=e)|dj", "s"),
)  # fmt: skip
_LIKE_ENGLISH = _rules(
    ("(?<=[aeiou])r(?![aeiouy])", ""), ("e$", ""), ("th", "s"), ("ch", "t"), ("qu", "kw"), ("[cq]", "k"), ("j|z", "s"),
    ("l", "r"), ("v", "b"), ("(?<=[aeiou])h(?![aeiou])", ""), ("ai|ay|ei|ey", "e"), ("au|aw|ou|ow|oa", "o"),
    ("ee|ea", "i"), ("oo", "u"), ("y(?![aeiou])", "i"), _LIP, _DOUBLED,
)  # fmt: skip
_LIKE_GERMAN = _rules(
    ("er$", "a"), ("th", "t"), ("ch", "h"), ("qu|[cq]", "k"), ("j", "y"), ("z", "s"), ("l", "r"), ("v", "b"),
    ("w(?=[aeiou])", "b"), ("(?<=[aeiou])h(?![aeiou])", ""), ("ay|ei|ey", "ai"), ("aw", "au"), ("ou", "u"), ("oe", "e"),
    ("ie", "i"), ("y(?![aeiou])", "i"), _LIP, _DOUBLED,
)  # fmt: skip
_LIKE_FRENCH = _rules(
    ("gi(?=[aou])|g(?=[eiy])|j|z", "s"), ("ch", "s"), ("th", "t"), ("qu|[cq]", "k"), ("l", "r"), ("v", "b"), ("h", ""),
    ("oi|oy", "wa"), ("eau|au", "o"), ("ou", "u"), ("ai|ay|ei", "e"), ("y(?![aeiou])", "i"), _LIP, ("e$", ""), _DOUBLED,
)  # fmt: skip
_READ_AS = (_LIKE_ENGLISH, _LIKE_GERMAN, _LIKE_FRENCH)
_VOWELS = re.compile("[aeiouyw]")
_ONCE = _rules(_DOUBLED)
_NO_LETTER = re.compile("[^a-z]")


def name_similarity(katakana: str, latin: str) -> float:
    """How alike the two names sound, 0 to 100; spaces, ・, accents and case do not count.

    >>> name_similarity("アンソロピック", "Anthropic") > 90 > 40 > name_similarity("アンソロピック", "OpenAI")
    True
    """
    sound = fold_katakana(katakana)
    bones = skeleton(sound)
    heard = [one for one in fold_latin(latin) if one]
    if not sound or not heard:
        return 0.0
    return max((likeness(sound, one) + likeness(bones, skeleton(one))) / 2 for one in heard)


@lru_cache(maxsize=65536)
def fold_katakana(kana: str) -> str:
    """The rough spelling of a name in kana; "" when nothing of it is kana.

    >>> fold_katakana("クロード・ミュトス"), fold_katakana("グーグル")
    ('krodmyuts', 'gugr')
    """
    return _applied(_FROM_KANA, "".join(_without_added_vowels(kana)))


def _without_added_vowels(kana: str) -> Iterable[str]:
    """The sounds of *kana*, each without a vowel that Japanese probably had to add behind its consonant."""
    sounds = kana_sounds(kana)
    for (sound, written), (following, next_written) in zip(sounds, [*sounds[1:], ("", "")], strict=False):
        folded = "n" if written == "ン" else "" if written in "ッー" else _applied(_CONSONANTS, sound.casefold())
        is_held = next_written == "ー" or following[:1] in tuple("aiueo")  # グー, フア
        yield folded[:-1] if _ADDED_VOWEL.fullmatch(folded) and not is_held else folded


@lru_cache(maxsize=65536)
def fold_latin(name: str) -> tuple[str, ...]:
    """The rough spellings of a name in Latin letters, each once: as read in English, German and French.

    >>> fold_latin("Claude")
    ('krod', 'kraude')
    """
    marked = "".join(_LETTERS.get(char, char) for char in unicodedata.normalize("NFC", name.casefold()))
    plain = _applied(_ANY_LANGUAGE, _NO_LETTER.sub("", unicodedata.normalize("NFKD", marked)))
    return tuple(dict.fromkeys(_applied(rules, plain) for rules in _READ_AS))


def skeleton(sound: str) -> str:
    """The consonants of a rough spelling.

    >>> skeleton("krodmyuts")
    'krdmts'
    """
    return _applied(_ONCE, _VOWELS.sub("", sound))


def _applied(rules: Iterable[tuple[re.Pattern[str], str]], text: str) -> str:
    for pattern, written in rules:
        text = pattern.sub(written, text)
    return text
