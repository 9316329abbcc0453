"""How a target language writes what stands around and inside its sentences."""

import re
from collections.abc import Iterable, Iterator
from itertools import cycle

from jaen.model import Normalized, Span
from jaen.offsets import Stretches, apply_edits
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["as_it_is", "tidied", "written_after", "written_before", "written_between"]

_Edit = tuple[int, int, str, str]
_WIDE = f"{HIRAGANA}{KATAKANA}{HAN}、。「」『』（）！？"
_ENGLISH = str.maketrans(
    {
        **dict(zip("「『｢〝」』｣〟", "““““””””", strict=True)),
        **dict(zip("（）［］【】〔〕", "()[][][]", strict=True)),
        **dict(zip("！？：；％＃＆＊＋，．／－０１２３４５６７８９", "!?:;%#&*+,./-0123456789", strict=True)),
        "　": " ",
        "―": "—",
        "・": "•",
        "。": ".",
        "、": ",",
    }
)
_JAPANESE = str.maketrans({"“": "「", "”": "」", "(": "（", ")": "）", "—": "―", "•": "・", "–": "―"})
_QUOTES = re.compile('"')
# Marks that a model left as it found them, with the blanks they take in English.
_LEFT_IN_ENGLISH = re.compile(" *[、，] *|。(?=[”\"')）」』]|$)|。 *|[「」『』｢｣（）［］！？：；％　]|  +")
_BESIDE = f'{_WIDE}“”"'  # quotation marks become wide, too
_LEFT_IN_JAPANESE = re.compile(
    f"(?<=[{_BESIDE}]) +(?=[{_BESIDE}])|(?<=[{_BESIDE}])[,.!?] *(?=[{_BESIDE}]|$)|(?<=[{LATIN}{DIGIT}])\\.$"
    f'|(?<=[{_WIDE}])[()]|[()](?=[{_WIDE}])|[“”"]|\\n'
)
_BLANKLESS = {",": "、", ".": "。", "!": "！", "?": "？", "(": "（", ")": "）", "“": "「", "”": "」", "\n": ""}
_OPENS = "“(["
_REACTIONS = {
    "笑": "laughs",
    "笑い": "laughs",
    "爆笑": "laughs",
    "苦笑": "wry smile",
    "拍手": "applause",
    "涙": "tears",
    "泣": "tears",
}
_NOTE = re.compile("[(（]脚?注([0-9０-９]*)[)）]")
_REACTION = re.compile(rf"[(（]({'|'.join(sorted(_REACTIONS, key=len, reverse=True))})[)）]")


def written_before(text: str, language: str) -> str:
    """What stands before a sentence, as *language* writes it: ― is a dash and a blank in English, ・ is •.

    >>> written_before("・", "en"), written_before("―", "en"), written_before("― 「", "en"), written_before("1. ", "ja")
    ('• ', '— ', '— “', '1. ')
    """
    shown = _straight_quotes(text, "“", "“") if language == "en" else _straight_quotes(text, "「", "「")
    shown = shown.translate(_ENGLISH if language == "en" else _JAPANESE)
    if language == "en" and shown and not shown[-1].isspace() and shown[-1] not in _OPENS:
        return shown + " "
    if language == "ja":
        return re.sub("(?<=[・―「]) +", "", shown)
    return re.sub("(?<=[—•■◆●○★※▼→])(?=[“(\\[])", " ", shown)


def written_after(text: str, language: str) -> str:
    """What stands after a sentence, as *language* writes it.

    >>> written_after("」", "en"), written_after("😀", "en"), written_after("”", "ja")
    ('”', ' 😀', '」')
    """
    if language == "ja":
        return _straight_quotes(text, "」", "」").translate(_JAPANESE)
    shown = _REACTION.sub(lambda reaction: f" ({_REACTIONS[reaction[1]]})", text)
    shown = _NOTE.sub(r" (note \1)", shown).replace("(note )", "(note)")
    shown = _straight_quotes(shown, "”", "”").translate(_ENGLISH)
    if shown and not shown[0].isspace() and shown[0] not in "”)],.;:!?[*":
        return " " + shown
    return shown


def written_between(text: str, language: str) -> str:
    r"""What stands between the cells of a line, as *language* writes it.

    >>> written_between("】", "en"), written_between("\t１２％\t", "en")
    ('] ', '\t12%\t')
    """
    shown = as_it_is(text, language)
    return f"{shown.rstrip(' ')} " if shown.startswith("]") else shown


def as_it_is(text: str, language: str) -> str:
    """A text in which nothing is language, with the punctuation of *language*: １２％ is 12%.

    >>> as_it_is("１，２３４", "en")
    '1,234'
    """
    return text.translate(_ENGLISH) if language == "en" else text


def _straight_quotes(text: str, first: str, rest: str) -> str:
    return _QUOTES.sub(rest, _QUOTES.sub(first, text, count=1))


def tidied(text: str, language: str, fixed: Iterable[Span]) -> Normalized:
    """A translation with its target language's punctuation, the *fixed* places untouched.

    English takes no 、。「」, Japanese no blanks between its characters and full-width marks.

    >>> tidied("彼は 「はい」と言った.", "ja", ()).text
    '彼は「はい」と言った。'
    >>> tidied("He said 「yes」。", "en", ()).text
    'He said “yes”.'
    """
    kept = Stretches(fixed)
    edits = _english(text) if language == "en" else _japanese(text) if language == "ja" else iter(())
    return apply_edits(text, [edit for edit in edits if not kept.touch(Span(edit[0], edit[1]))])


def _english(text: str) -> Iterator[_Edit]:
    for match in _LEFT_IN_ENGLISH.finditer(text):
        mark = match[0].strip()
        if mark in ("、", "，"):
            new = ", " if match.end() < len(text) else ","
        elif mark == "。":
            last = match.end() == len(text) or text[match.end()] in "”\"')）」』"
            new = "." if last else ". "
        elif not mark:
            new = " "
        else:
            new = mark.translate(_ENGLISH)
        yield match.start(), match.end(), new, "typography"


def _japanese(text: str) -> Iterator[_Edit]:
    quotes = [match.start() for match in _QUOTES.finditer(text)]
    # Straight ones open and close by turns; one without its like is left (a display of 27").
    turns = dict(zip(quotes, cycle("「」"), strict=False)) if len(quotes) % 2 == 0 else {}
    for match in _LEFT_IN_JAPANESE.finditer(text):
        mark = match[0].strip(" ")
        new = turns.get(match.start(), mark) if mark == '"' else _BLANKLESS.get(mark, "")
        if new != match[0]:
            yield match.start(), match.end(), new, "typography"
