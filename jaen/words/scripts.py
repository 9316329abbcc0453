"""Scripts of characters, by Unicode block: the first evidence for languages, edges and kinds of bracket."""

import re
from enum import StrEnum

# Character classes, for use inside [ ] of a regular expression.
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # with ー, iteration marks and half width
HAN = "\u2e80-\u2fdf\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"
DIGIT = "0-9\uff10-\uff19"


class Script(StrEnum):
    """The script of one character; punctuation, symbols and white space are OTHER."""

    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    HAN = "han"
    HANGUL = "hangul"
    LATIN = "latin"
    DIGIT = "digit"
    OTHER = "other"


_RUNS = re.compile(
    f"(?P<hiragana>[{HIRAGANA}]+)|(?P<katakana>[{KATAKANA}]+)|(?P<han>[{HAN}]+)"
    f"|(?P<hangul>[{HANGUL}]+)|(?P<latin>[{LATIN}]+)|(?P<digit>[{DIGIT}]+)"
)
_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]")


def script_of(char: str) -> Script:
    """The script of one character.

    >>> script_of("ー"), script_of("々"), script_of("。")
    (<Script.KATAKANA: 'katakana'>, <Script.HAN: 'han'>, <Script.OTHER: 'other'>)
    """
    match = _RUNS.match(char)
    return Script(match.lastgroup) if match and match.lastgroup else Script.OTHER


def has_japanese(text: str) -> bool:
    """True when a kanji or kana is in *text*.

    >>> has_japanese("Tシャツ"), has_japanese("T-shirt、")
    (True, False)
    """
    return _JAPANESE.search(text) is not None


def language_of(text: str) -> str:
    """The language of a term by its letters: `ja` with a kanji or kana in it, else `en`.

    >>> language_of("Tシャツ"), language_of("T-shirt")
    ('ja', 'en')
    """
    return "ja" if has_japanese(text) else "en"


def script_counts(text: str) -> dict[Script, int]:
    """How many characters of *text* each script has; OTHER is not counted.

    >>> script_counts("テレ東BIZ")
    {<Script.KATAKANA: 'katakana'>: 2, <Script.HAN: 'han'>: 1, <Script.LATIN: 'latin'>: 3}
    """
    counts: dict[Script, int] = {}
    for match in _RUNS.finditer(text):
        script = Script(match.lastgroup or "other")
        counts[script] = counts.get(script, 0) + match.end() - match.start()
    return counts
