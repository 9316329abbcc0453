"""Pairs that a text itself defines in brackets: 国家サイバー統括室(NCO), Full Name (ABBR), NSS（国家安全保障局）."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaen.glossary.suggest.sentences import Place, Sentence
from jaen.model import Bracket, BracketKind, Span
from jaen.terms.affixes import KINDS_OF_ORGANIZATION
from jaen.text.bracket_bases import long_form
from jaen.words.scripts import LATIN, language_of
from jaen.words.tokens import tokenize_ja

__all__ = ["Definition", "definitions", "readings"]

_CALLED = re.compile(
    r"\A(?:以下|略称|通称|略して|英語略称|英語名|英名|英|(?:hereafter|or|also known as|known as)(?![a-z]))(?:[、,: は]+|(?=[「『“]))",
    re.IGNORECASE,
)
_QUOTES = "「」『』“”\"'‘’ 　"
_WIDE = re.compile("[\uff01-\uff5e]+")
_SEPARATOR = re.compile(r"[、,;；/／]\s*")
_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z])(?!.*[a-z]{3})[A-Z0-9][A-Za-z0-9&.-]{1,9}")
_ENGLISH_NAME = re.compile(f"[{LATIN}][{LATIN}0-9'’&., -]*")
_DEFINING = (BracketKind.ABBREVIATION, BracketKind.EXPLANATION)
_CAPITALISED_RUN = re.compile(r"(?:[A-Z][\w'’-]* )*[A-Z][\w'’-]*\Z")
_LONGEST = 60
_SURE, _LIKELY = 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Definition:
    """Two terms of one concept, or a term and what explains it.

    Attributes:
        first, second: (language, text, type) with the type of a glossary's term.
        strength: 0 to 1.
        place: base and bracket together.
        explains: *second* is an explanation and no term.
    """

    first: tuple[str, str, str]
    second: tuple[str, str, str]
    strength: float
    place: Place
    explains: bool = False


def definitions(sentences: Iterable[Sentence]) -> Iterator[Definition]:
    """What brackets define, in order."""
    for sentence in sentences:
        for mark in sentence.segment.marks:
            is_defining = isinstance(mark, Bracket) and mark.kind in _DEFINING
            if isinstance(mark, Bracket) and is_defining and mark.base and sentence.segment.span.covers(mark.span):
                yield from _defined(sentence, mark, mark.base)


def readings(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Kanji → the kana that a bracket behind them gives: 飯田陽一(いいだ・よういち)."""
    return {
        sentence.of(mark.base): sentence.of(mark.inner).strip()
        for sentence in sentences
        for mark in sentence.segment.marks
        if isinstance(mark, Bracket) and mark.kind is BracketKind.READING and mark.base
        if sentence.segment.span.covers(mark.span) and sentence.segment.span.covers(mark.base)
    }


def _defined(sentence: Sentence, bracket: Bracket, base: Span) -> Iterator[Definition]:
    if not sentence.segment.span.covers(base):
        return
    place = Place(sentence, Span(base.start, bracket.span.end))
    written = _usual(sentence.of(base))
    inner = _usual(_CALLED.sub("", sentence.of(bracket.inner).strip()))
    if not written or len(inner) > _LONGEST or written.endswith(tuple(KINDS_OF_ORGANIZATION)):  # 映画会社(Asty Film)
        return
    if language_of(written) == "en":
        written = _whole_name(sentence, base, inner)
    parts = [part for part in _SEPARATOR.split(inner) if part] if _is_list(inner) else [inner]
    for part in parts:
        if (
            bracket.kind is BracketKind.ABBREVIATION
            or language_of(part) != language_of(written)
            or _ACRONYM.fullmatch(written)
        ):
            yield from _pair(written, part.strip(_QUOTES), place)
        elif part == inner and _is_noun(part):
            yield Definition(
                (language_of(written), written, "full"), (language_of(part), part, "full"), 0.5, place, True
            )


def _usual(text: str) -> str:
    """*text* without quotation marks, ＷＨＯ in letters of usual width."""
    return _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text.strip(_QUOTES))


def _whole_name(sentence: Sentence, base: Span, short: str) -> str:
    """The capitalised words up to the bracket where their initials spell *short*, else the base.

    The shortest words that hold the letters are not always all: of Ocean Observation Institute (OOI) two have them.
    """
    before = sentence.segment.text[: base.end - sentence.segment.span.start]
    run = _CAPITALISED_RUN.search(before)
    name = " ".join(run.group().split()[-len(short) :]) if run else ""
    is_spelled = "".join(word[0] for word in name.split() if word[0].isupper()) == short
    return name if is_spelled else _usual(sentence.of(base))


def _is_list(inner: str) -> bool:
    """National Security Secretariat、NSS: a name and its abbreviation; a comma inside a name parts nothing."""
    parts = _SEPARATOR.split(inner)
    return len(parts) == 2 and bool(_ACRONYM.fullmatch(parts[1].strip()) or _ACRONYM.fullmatch(parts[0].strip()))


def _pair(base: str, inner: str, place: Place) -> Iterator[Definition]:
    first, second = language_of(base), language_of(inner)
    if (second == "en" and not _ENGLISH_NAME.fullmatch(inner)) or (second == "ja" and not _is_noun(inner)) or not inner:
        return
    if first == second == "ja":
        yield Definition(("ja", base, "full"), ("ja", inner, "short"), _LIKELY, place)
    elif first == second:
        yield from _english(base, inner, place)
    else:
        strength = _SURE if _ACRONYM.fullmatch(inner) or _ACRONYM.fullmatch(base) else _LIKELY
        yield Definition((first, base, _type(base)), (second, inner, _type(inner)), strength, place)


def _english(base: str, inner: str, place: Place) -> Iterator[Definition]:
    """Full Name (ABBR) and ABBR (Full Name)."""
    long, short = (base, inner) if len(base) > len(inner) else (inner, base)
    if not _ACRONYM.fullmatch(short):
        return
    spelled = long_form(long + " ", len(long) + 1, short)
    if spelled is None and not (base == long and _shares_initials(long, short)):
        return
    yield Definition(("en", long, "full"), ("en", short, "abbreviation"), _SURE, place)


def _shares_initials(long: str, short: str) -> bool:
    """Sumitomo Mitsui Financial Group (SMBC): named after an older name, with the first initials in common."""
    initials = "".join(word[0] for word in long.split() if word[0].isupper())
    return len(initials) >= 2 and short[:2].upper() == initials[:2].upper()


def _type(text: str) -> str:
    return "abbreviation" if _ACRONYM.fullmatch(text) and sum(char.isupper() for char in text) > 1 else "full"


def _is_noun(text: str) -> bool:
    """Whether an explanation is a noun that could stand for the term: 巨大IT企業, not 重要インフラを所管する."""
    if language_of(text) == "en":
        return len(text.split()) <= 8 and text[:1].isalpha()
    words = tokenize_ja(text)
    is_last_noun = bool(words) and words[-1].xpos.startswith(("名詞", "接尾辞-名詞的", "記号-文字"))
    return is_last_noun and not any(word.upos in ("VERB", "AUX", "ADP", "PUNCT") for word in words)
