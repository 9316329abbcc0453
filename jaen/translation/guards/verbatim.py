"""What is the same in every language: addresses, handles, paths, code, names of versions, symbols, letters of another script."""

import re
from collections.abc import Iterator

from jaen.model import Span
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA, LATIN

__all__ = ["find_fixed", "find_verbatim"]

# Repeats are possessive or bounded: linear time.
_URL_CHAR = (
    "[!#-'*-;=?-_a-~]"  # ASCII without blanks, quotation marks, parentheses and <>`: Japanese goes on right behind
)
_URL = rf"(?:(?:https?|ftp)://|www\.){_URL_CHAR}++(?:\({_URL_CHAR}{{1,40}}\){_URL_CHAR}*+)?"
_MAIL = r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
_DOMAIN = rf"(?<![A-Za-z0-9_.@-])(?:[A-Za-z0-9-]{{2,63}}\.){{1,8}}(?:com|org|net|edu|gov|info|io|jp|uk|dev|ai)(?![A-Za-z])(?:/{_URL_CHAR}*+)?"
# A tag in Japanese takes all that follows up to a blank or a bracket (「#改正案に抗議します」), else it ends where kana begins.
_TAG = rf"[#＃](?:\w{{2,60}}(?=[\s」』）)]|\Z)|[A-Za-z0-9_]{{2,60}}|[{HAN}{KATAKANA}{DIGIT}A-Za-z_]{{2,60}})"
_HANDLE = rf"(?<![A-Za-z0-9_@])@[A-Za-z0-9_]{{2,40}}|(?<![A-Za-z0-9_#＃&])(?![#＃][{DIGIT}]+(?!\w)){_TAG}"
_PATH = (
    r"(?<![A-Za-z0-9_/.:~])(?:[A-Za-z]:\\|~?/|\.{1,2}/)[A-Za-z0-9._~-]{1,80}(?:[/\\][A-Za-z0-9._~-]{1,80}){0,20}/?"
    r"|(?<![A-Za-z0-9_./-])[A-Za-z0-9_-]{1,60}\.(?:py|js|ts|json|ya?ml|toml|txt|md|csv|tsv|xlsx?|docx?|pdf|html?|css|exe|dll|zip|sh)(?![A-Za-z0-9])"
)
_CODE = (
    r"`[^`\n]{1,200}`|(?<![A-Za-z0-9_])[A-Za-z0-9]*_[A-Za-z0-9_]{1,80}|(?<![A-Za-z0-9-])--?[a-z][a-z0-9-]{1,40}(?==)"
)
_PLACEHOLDER = (
    r"\{\{?[A-Za-z0-9_. ]{1,40}\}?\}|%\(?[a-z_]{0,20}\)?[sd](?![A-Za-z])|<[/A-Za-z][^<>\n]{0,80}>|&[a-z]{2,8};"
)
_EMOJI = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3]*+"
    "(?:\u200d[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*+)*+|[0-9*#]\ufe0f?\u20e3)"
)
_SYMBOL = "[※→←↑↓⇒⇔■□◆◇●○◎▲△▼▽★☆►▶✓✔♪♫©®™§†‡|｜]"
_VERSION = rf"(?<![{LATIN}{DIGIT}])[A-Za-z]{{1,20}}(?:[-.][A-Za-z]{{1,20}})?-?\d{{1,6}}(?:[.-][0-9A-Za-z]{{1,8}}){{0,4}}(?![{LATIN}{DIGIT}])"
_LATIN_WORD = rf"[{LATIN}](?:(?!https?://)[{LATIN}{DIGIT}'’])*+(?:[&+.\-‐/][{LATIN}{DIGIT}]++)*+\+{{0,2}}"
_NOT_CODE = r"(?![_@#]|://)"  # NCO foo_bar, AI https://…: what comes next is no word of the name
_LATIN_NAME = rf"(?<![{LATIN}{DIGIT}]){_LATIN_WORD}(?:[ ](?:{_LATIN_WORD}{_NOT_CODE}|[{DIGIT}]{{1,4}}(?:\.[{DIGIT}]{{1,3}})?(?![{DIGIT}{HAN}_])))*+"
_JAPANESE = f"[{HIRAGANA}{KATAKANA}{HAN}]++(?:[・、][{HIRAGANA}{KATAKANA}{HAN}]++)*+"
_OTHER_SCRIPT = rf"(?:(?![{LATIN}{HIRAGANA}{KATAKANA}{HAN}{DIGIT}])[^\W\d_])++"

_ALWAYS = "|".join((_URL, _MAIL, _DOMAIN, _HANDLE, _PATH, _CODE, _PLACEHOLDER, _EMOJI, _SYMBOL))
_IN_JAPANESE = re.compile(f"(?P<fixed>{_ALWAYS})|(?P<name>{_LATIN_NAME})|(?P<other>{_OTHER_SCRIPT})")
_IN_ENGLISH = re.compile(f"(?P<fixed>{_ALWAYS}|{_VERSION})|(?P<japanese>{_JAPANESE})|(?P<other>{_OTHER_SCRIPT})")
_FIXED = re.compile(f"(?P<fixed>{_ALWAYS})")
_ADDRESS_END = ".,:;!?'’*"

# Latin letters that are Japanese words: English says SNS as social media, OL as office worker.
_JAPANESE_WORDS = frozenset([
    "SNS", "CM", "OL", "OB", "OG", "GW", "HP", "NG", "TEL", "FAX", "LDK", "DK", "PR", "KY", "OK", "PV", "MC",
    "CO", "GO", "WEB", "Web", "web", "W", "LL", "SL", "NO", "No", "no", "vs", "VS", "am", "pm",
])  # fmt: skip
# Of one letter only what stands alone is kept: X(旧ツイッター), but Tシャツ is a T-shirt and Aさん is Mr. A all the same.
_WORD_BESIDE = re.compile(f"[{KATAKANA}{HAN}{HIRAGANA}]")
_FIGURE_BEFORE = re.compile(f"[{DIGIT}万億兆千百]\\Z")


def find_verbatim(text: str, language: str) -> Iterator[Span]:
    """Stretches of *text* that stand in a translation as they are, in order.

    Args:
        text: Japanese, English or another language's.
        language: of *text*. In Japanese every name in Latin letters is one (AI, OpenAI, GPT-5.5), but for units of
            measure (10km) and for letters that are Japanese words (SNS); in English every Japanese word is one.

    >>> [span.of("詳細はhttps://example.jp/a_bで。") for span in find_verbatim("詳細はhttps://example.jp/a_bで。", "ja")]
    ['https://example.jp/a_b']
    """
    pattern = _IN_ENGLISH if language == "en" else _IN_JAPANESE
    for match in pattern.finditer(text):
        if match["fixed"]:
            yield _fixed(match)
        elif language == "en" or not match["name"] or _is_kept(text, match):
            yield Span(match.start(), match.end())


def find_fixed(text: str) -> Iterator[Span]:
    """Addresses, tags, paths, code and symbols in *text*, which are no words of any language, in order.

    >>> [span.of("See #改正案 or a_b.") for span in find_fixed("See #改正案 or a_b.")]
    ['#改正案', 'a_b']
    """
    yield from map(_fixed, _FIXED.finditer(text))


def _fixed(match: re.Match[str]) -> Span:
    """Without the full stop of the sentence, which an address would take in."""
    start, end = match.span()
    if "//" in match["fixed"] or "." in match["fixed"]:
        end = start + len(match["fixed"].rstrip(_ADDRESS_END)) or end
    return Span(start, end)


def _is_kept(text: str, match: re.Match[str]) -> bool:
    """Whether letters in Japanese text are a name, and not a unit, a Japanese word or a part of one."""
    name = match["name"]
    if name in _JAPANESE_WORDS or _FIGURE_BEFORE.search(text[max(0, match.start() - 1) : match.start()]):
        return False
    beside = text[match.end() : match.end() + 1]
    return len(name) > 1 or not _WORD_BESIDE.match(beside)
