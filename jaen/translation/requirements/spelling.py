"""Spellings as patterns: what of a spelling may differ in a text without its becoming another word."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jaen.model import Span
from jaen.terms.spelling import case_by_form, case_problem
from jaen.translation.requirements.requirement import Form, Kind, Place
from jaen.translation.requirements.wording import plural
from jaen.words.scripts import DIGIT, KATAKANA, LATIN

__all__ = ["find"]

_HAVE_PLURALS = (Kind.NOUN, Kind.MASS, Kind.TITLE)
_SCALES = "thousand|million|billion|trillion"
# 150 is neither in 1,150, 150.5 and 1500, nor in 150 million, 150万 and G150; but 150km and ¥150 have it.
_NO_NUMBER_BEFORE = f"(?<![{DIGIT}])(?<![{DIGIT}][.,．，])(?<![{LATIN}_])"
_NO_NUMBER_AFTER = rf"(?![{DIGIT}十百千万億兆]|[.,．，][{DIGIT}]|[\s-](?:{_SCALES}))"
_POSSESSIVE = "(?:['’ʼ]s)?"
# A term is not a part of a longer word: neither of Latin letters and digits nor of katakana. Between kanji and hiragana
# only a dictionary knows words apart, and there a longer term that is asked for as well takes its place first.
_RUNS = (f"{LATIN}{DIGIT}_\u0300-\u036f", KATAKANA)
_JOINED = re.compile(f"(?<=[{LATIN}{DIGIT}])(?:\\s|[-‐‑])(?=[{LATIN}{DIGIT}])")  # AI agent, AI-agent
_SEPARATORS = re.compile("[-‐‑\\s]+")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ｡-ﾟ]")
_HALF = [chr(code) for code in range(0xFF61, 0xFFA0)]
_HALF_WIDTH = {unicodedata.normalize("NFKC", kana): kana for kana in _HALF} | {
    unicodedata.normalize("NFKC", kana + mark): kana + mark
    for kana in _HALF
    for mark in "ﾞﾟ"
    if len(unicodedata.normalize("NFKC", kana + mark)) == 1  # ｶﾞ is ガ, and ｱﾞ two characters in any width
}


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A form in the pattern: the group of each part; and for each term in it, its group, text and how capitals are read."""

    form: Form
    groups: tuple[int, ...]
    terms: tuple[tuple[int, str, str], ...]


class Finder:
    """Finds the places where one of some forms stands.

    Args:
        forms: spellings that satisfy a requirement.
        kind: of the requirement; nouns and offices have a plural.
        language: of the texts.
        is_wide: the texts have letters and digits of full width, or kana of half width; few do, and without them the
            patterns are made twice as fast.
    """

    def __init__(self, forms: Sequence[Form], kind: Kind, language: str, is_wide: bool) -> None:
        self._kind = kind
        self._is_wide = is_wide
        self._has_plurals = language == "en" and kind in _HAVE_PLURALS
        self._has_possessives = language == "en" and kind not in (Kind.VERBATIM, Kind.NUMBER)
        self._by_group: dict[int, _Spelled] = {}
        self._groups = 0
        longest_first = sorted(forms, key=lambda form: -len(form.text))
        patterns = "|".join([self._whole(form) for form in longest_first])
        # No place begins with another character, and looking at one is much faster than trying every form.
        starts = {spelled[0] for form in forms for spelled in _alternatives(_composed(form.text)[0], is_wide)}
        self._regex = re.compile(
            f"(?=[{''.join(map(re.escape, sorted(starts)))}])(?:{patterns})",
            re.NOFLAG if kind is Kind.VERBATIM else re.IGNORECASE,
        )

    def find(self, text: str) -> tuple[Place, ...]:
        """The places, in text order; they do not overlap."""
        found = (self._place(match) for match in self._regex.finditer(text))
        return tuple(place for place in found if place)

    def _place(self, match: re.Match[str]) -> Place | None:
        """The place, unless its capitals say that it is another word."""
        spelled = self._by_group[match.lastindex or 0]
        parts = tuple(Span(*match.span(group)) for group in spelled.groups)
        is_term = self._kind not in (Kind.VERBATIM, Kind.NUMBER)
        if is_term and not all(_capitals_allow(match[group], term, case) for group, term, case in spelled.terms):
            return None
        return Place(Span(*match.span()), spelled.form, parts)

    def _whole(self, form: Form) -> str:
        """The pattern of a form: its parts, what stands between them, and no letter around."""
        whole = self._next_group()
        pattern, at, groups = "", 0, {}
        terms = form.parts or (Span(0, len(form.text)),)
        for part in sorted(set(terms)):
            groups[part] = self._next_group()
            pattern += self._literal(form.text[at : part.start]) + f"({self._part(part.of(form.text))})"
            at = part.end
        pattern += self._literal(form.text[at:])
        cases = form.cases or tuple(case_by_form(part.of(form.text)) for part in terms)
        checked = tuple((groups[part], part.of(form.text), case) for part, case in zip(terms, cases, strict=True))
        self._by_group[whole] = _Spelled(form, tuple(groups[part] for part in form.parts), checked)
        possessive = _POSSESSIVE if self._has_possessives else ""
        before, after = self._edges(form.text)
        return f"({before}{pattern}{possessive}{after})"

    def _edges(self, text: str) -> tuple[str, str]:
        """What may not stand before and after *text*."""
        before, after = _not_touching(text[0], "<!"), _not_touching(text[-1], "!")
        if self._kind is Kind.NUMBER:
            before = _NO_NUMBER_BEFORE if text[0].isdigit() else before
            after = _NO_NUMBER_AFTER if text[-1].isdigit() else after
        return before, after

    def _next_group(self) -> int:
        self._groups += 1
        return self._groups

    def _part(self, text: str) -> str:
        """A term, in the plural too where its kind has one."""
        spellings = dict.fromkeys((plural(text), text)) if self._has_plurals else (text,)
        return "|".join(self._literal(spelling) for spelling in spellings)

    def _literal(self, text: str) -> str:
        if self._kind is Kind.VERBATIM:
            return re.escape(text)
        pattern, at, text = "", 0, _composed(text)
        for joined in _JOINED.finditer(text):
            pattern += self._characters(text[at : joined.start()]) + r"(?:\s+|[-‐‑])"
            at = joined.end()
        return pattern + self._characters(text[at:])

    def _characters(self, text: str) -> str:
        return "".join([_char(char, self._is_wide) for char in text])


def find(forms: tuple[Form, ...], kind: Kind, language: str, text: str) -> tuple[Place, ...]:
    """The places of *text* where one of *forms* stands, in text order; they do not overlap."""
    return _finder(forms, kind, language, _WIDE.search(text) is not None).find(text)


@lru_cache(maxsize=4096)
def _finder(forms: tuple[Form, ...], kind: Kind, language: str, is_wide: bool) -> Finder:
    """Made once: a ladder looks for the same terms in hundreds of candidates."""
    return Finder(forms, kind, language, is_wide)


def _not_touching(char: str, look: str) -> str:
    """A look behind (`<!`) or ahead (`!`) for what may not touch *char*; "" where anything may."""
    # The class has both cases, and is slow to compile where case does not count.
    return next((f"(?{look}(?-i:[{run}]))" for run in _RUNS if re.match(f"[{run}]", char)), "")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def _char(char: str, is_wide: bool) -> str:
    """The pattern of one character of a term."""
    if char.isspace():
        return r"\s*"  # 国家サイバー統括室(NCO) needs none before the bracket
    spellings = _alternatives(char, is_wide)
    if all(len(spelling) == 1 for spelling in spellings):
        return f"[{''.join(map(re.escape, spellings))}]" if len(spellings) > 1 else re.escape(char)
    return f"(?:{'|'.join(map(re.escape, spellings))})"


def _alternatives(char: str, is_wide: bool) -> tuple[str, ...]:
    """How a text may write *char*: é as one character or two, （ narrow, ’ straight; Ａ and ｶﾞ where it *is_wide*."""
    spellings = [char, unicodedata.normalize("NFD", char)]
    if "！" <= char <= "～":
        spellings.append(chr(ord(char) - 0xFEE0))
    elif "!" <= char <= "~" and (is_wide or not char.isalnum()):
        spellings.append(chr(ord(char) + 0xFEE0))
    elif is_wide and char in _HALF_WIDTH:
        spellings.append(_HALF_WIDTH[char])
    if char in "'’ʼ":
        spellings += "'’ʼ"
    return tuple(dict.fromkeys(spellings))


def _capitals_allow(written: str, term: str, case: str) -> bool:
    if written == term or case == "any":
        return True
    return not case_problem(_plain(written), _plain(term), case, headline=False)


def _plain(text: str) -> str:
    """*text* with nothing left but what capitals could change."""
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", text))
