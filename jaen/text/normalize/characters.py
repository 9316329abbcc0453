"""Single characters that are another spelling of others: width, compatibility forms, radicals, quotation marks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_VOICED = "[\u3099\u309a\uff9e\uff9f]"
_KANA = "\u3041-\u3096\u309d\u30a1-\u30fa\u30fd\uff66-\uff9d"
COMBINING = "\u0300-\u036f\u1100-\u1112\u3099\u309a\uff9e\uff9f"
_COMBINES = re.compile(f"[{COMBINING}]")
_ACCENTS = "[\u0300-\u036f]{1,30}"  # more is decoration, and composing is not linear in their number
_MARKS = {"\uff9e": ("\u3099", "゛"), "\uff9f": ("\u309a", "゜"), "\u3099": ("\u3099",) * 2, "\u309a": ("\u309a",) * 2}
_JAMO = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_QUOTES = dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'")
# In dashes by what they do, in white space, or without a plain form: － ～ ￣.
_NOT_WIDTH = "\uff0d\uff5e\uffe3\uffa0"


_BLOCKS = (
    (0xFF01, 0xFF5D, "width"),
    (0xFF61, 0xFF9F, "width"),
    (0xFFE0, 0xFFE6, "width"),
    (0x2103, 0x2103, "compatibility"),  # ℃
    (0x2109, 0x2109, "compatibility"),
    (0x2116, 0x2116, "compatibility"),  # №
    (0x2121, 0x2121, "compatibility"),  # ℡
    (0x2126, 0x2126, "compatibility"),  # Ohm
    (0x212A, 0x212B, "compatibility"),  # Kelvin, Ångström
    (0x2160, 0x217F, "compatibility"),  # Ⅳ
    (0x2460, 0x249B, "compatibility"),  # ① ⑴ ⒈
    (0x2E9F, 0x2E9F, "radicals"),
    (0x2EF3, 0x2EF3, "radicals"),
    (0x2F00, 0x2FD5, "radicals"),
    (0x3200, 0x33FF, "compatibility"),  # ㈱ ㊤ ㍻ ㎡
    (0xF900, 0xFAFF, "compatibility"),  # ideographs that Unicode itself equates: U+FA19 and 神
    (0xFB00, 0xFB06, "compatibility"),  # ﬁ
    (0xFE10, 0xFE6B, "compatibility"),  # vertical and small punctuation
    (0x2F800, 0x2FA1D, "compatibility"),
    (0x00A8, 0x00BE, "symbols"),  # ª ² ½
    (0x2016, 0x215F, "symbols"),  # … ⁴ ™ ⅓; not the dashes before them
    (0x2189, 0x2189, "symbols"),
    (0x249C, 0x24EA, "symbols"),  # ⒜ Ⓐ
    (0x3036, 0x303A, "symbols"),
    (0x1D400, 0x1D7FF, "symbols"),  # 𝐀
    (0x1F100, 0x1F1AD, "symbols"),
)


@cache
def character_table() -> dict[str, tuple[str, str]]:
    """Each character with what it is spelled as, and the rule."""
    table = {char: (plain, "quotes") for char, plain in _QUOTES.items()}
    for first, last, rule in _BLOCKS:
        for code in range(first, last + 1):
            char = chr(code)
            plain = _plain(char, rule)
            if plain != char:
                table.setdefault(char, (plain, rule))
    return table


def _plain(char: str, rule: str) -> str:
    if char in _NOT_WIDTH:
        return char
    if char in "ﾞﾟ":
        return "゛" if char == "ﾞ" else "゜"
    plain = unicodedata.normalize("NFKC", char)
    # A circle shows where a number or a word begins and ends (①②③ is not 123): brackets do it instead.
    if "<circle>" in unicodedata.decomposition(char) and rule == "compatibility":
        return f"({plain})"
    # Overlines decompose to a space and a combining mark, which is worse than what is there.
    return char if " " in plain else plain


@cache
def character_class(rules: frozenset[str]) -> str:
    """The characters of the table that *rules* look at, for use inside [ ] of a regular expression."""
    codes = {ord(char) for char, (_, rule) in character_table().items() if rule in rules}
    # Ranges: `re` tests characters beyond U+FFFF one by one.
    starts = sorted(code for code in codes if code - 1 not in codes)
    ends = sorted(code for code in codes if code + 1 not in codes)
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))


@cache
def _single(rules: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{character_class(rules)}]" if character_class(rules) else "(?!)")


@cache
def _pattern(rules: frozenset[str], *, combining: bool) -> re.Pattern[str]:
    """What the rules look at; *combining* when there are marks that may join the character before them."""
    parts = [f"[{_KANA}]{_VOICED}", rf"\S{_ACCENTS}", _JAMO] if combining else []
    return re.compile("|".join([*parts, f"{_single(rules).pattern}(?!\ufe0f)"]))  # ㊗️ is an emoji


def edits(text: str, present: str, rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """Characters spelled the usual way, one edit each; *present* holds the text's unusual characters."""
    table = character_table()
    combining = bool(_COMBINES.search(present)) and not rules.isdisjoint(("composition", "width"))
    if not combining and not _single(rules).search(present):
        return
    for match in _pattern(rules, combining=combining).finditer(text):
        found = match.group()
        if len(found) == 1:
            plain, rule = table[found]
            yield match.start(), match.end(), plain, rule
        else:
            yield from _composed(match, rules)


def _composed(match: re.Match[str], rules: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """A base and its combining marks, as one character where there is one."""
    found, start = match.group(), match.start()
    table = character_table()
    base, base_rule = table.get(found[0], (found[0], "composition"))
    if base_rule not in rules:
        base, base_rule = found[0], "composition"
    if found[-1] not in _MARKS:
        yield start, match.end(), unicodedata.normalize("NFC", base + found[1:]), "composition"
        return
    combining, alone = _MARKS[found[-1]]
    rule = "width" if base_rule == "width" or found[-1] in "ﾞﾟ" else "composition"
    if rule not in rules:
        return
    whole = unicodedata.normalize("NFC", base + combining)
    if len(whole) == 1:
        yield start, match.end(), whole, rule
        return
    if base != found[0]:
        yield start, start + 1, base, rule
    if alone != found[-1]:
        yield start + 1, start + 2, alone, rule
