"""Test sets for translation with required terms, built on the spot from parallel sentences that are no part of the project.

Four sets; each item is a Japanese sentence, an English reference, and the terms that must stand in the translation:

- `made-up`: everyday sentences in which a common word is exchanged on both sides for a term that exists nowhere. No
  model can know it, so nothing comes out right by itself.
- `picked`: the same kind of sentences as they are; what is required is a word that really stands in the reference.
- `news`: like `made-up`, in sentences of encyclopedias and news.
- `wrong`: a control. The sentences of `picked`, but another word of the same kind is required (トム has to become
  "Nancy"), and the reference says so. It shows what forcing a term does to the words around it.

Every set is split by a hash of its sentences as they were found, so that one sentence is in the same half of every set:
what is tuned on the half `tune` is reported on the half `held` as well.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jaen.model import Span, Token
from jaen.translation.requirements import Form, Kind, Requirement
from jaen.translation.sentence import Sentence, Wanted
from jaen.words.english_forms import plural
from jaen.words.tokens import tokenize_ja

__all__ = ["DATA", "SETS", "Item", "Term", "build", "exchange", "in_half", "pairs_in", "read_pairs", "sentence"]

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data" / "parallel"
MOST = 2  # terms in a sentence
# The small model of the tests knows short everyday sentences; each set holds what tells methods apart with it.
LONGEST = {"made-up": 30, "picked": 22}  # characters of a source
OFTENEST = 3  # sentences of `picked` that ask for the same word, lest トム be a third of them

KINDS = {
    "person": Kind.NAME,
    "place": Kind.NAME,
    "noun": Kind.NOUN,
    "being": Kind.NOUN,
    "title": Kind.TITLE,
    "mass": Kind.MASS,
    "institution": Kind.INSTITUTION,
}
COUNTED = ("noun", "being", "title")
DETERMINERS = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "every", "each", "no", "some", "any", "another", "one", "which",
    "what", "my", "your", "his", "her", "our", "their", "its",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A Japanese word with its English one and the sort of thing they name."""

    japanese: str
    english: str
    sort: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term that must stand in the translation.

    Attributes:
        source: where it stands in the source.
        reference: where it, inflected, stands in the reference.
        write: in its basic form.
        kind: how grammar treats it.
    """

    source: Span
    reference: Span
    write: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, its reference, and the terms in the order of the source.

    Attributes:
        half: `tune` or `held`.
    """

    source: str
    reference: str
    terms: tuple[Term, ...]
    half: str


@dataclass(frozen=True, slots=True)
class Found:
    """A word that stands once in a sentence and once in its reference."""

    word: Word
    source: Span
    reference: Span
    is_plural: bool


def build(name: str, folder: Path = DATA) -> tuple[Item, ...]:
    """The items of a set, in the order of its sentences; the same ones every time.

    Raises:
        OSError: the parallel sentences are not there.
    """
    return SETS[name](folder)


def sentence(item: Item) -> Sentence:
    """An item as the ladder takes it."""
    wanted = []
    for term in item.terms:
        form = Form(term.write, ())
        requirement = Requirement(span=term.source, mentions=(), kind=term.kind, forms=(form,), language="en")
        wanted.append(Wanted(term.source, requirement))
    return Sentence(item.source, tuple(wanted))


def in_half(item: Item, half: str) -> bool:
    """Whether an item belongs to the half `tune`, `held` or `all`."""
    return half in ("all", item.half)


def made_up(folder: Path) -> tuple[Item, ...]:
    """Made-up terms in everyday sentences."""
    return _exchanged([row for row in read_pairs(folder / "tatoeba.tsv") if len(row[0]) <= LONGEST["made-up"]])


def news(folder: Path) -> tuple[Item, ...]:
    """Made-up terms in sentences of encyclopedias and news."""
    return _exchanged(read_pairs(folder / "pud-a.tsv"))


def picked(folder: Path) -> tuple[Item, ...]:
    """Words that stand in the references of everyday sentences."""
    items = []
    for japanese, english, found in _picked(folder):
        terms = (Term(f.source, f.reference, f.word.english, KINDS[f.word.sort]) for f in found)
        items.append(Item(japanese, english, tuple(terms), _half(japanese)))
    return tuple(items)


def wrong(folder: Path) -> tuple[Item, ...]:
    """The sentences of `picked`, each word's English exchanged for that of another word of its sort, always the same."""
    words = _words("words.txt")
    others = {}
    for sort in KINDS:
        names = sorted({word.english for word in words if word.sort == sort})
        others.update({(sort, name): names[(at + len(names) // 2) % len(names)] for at, name in enumerate(names)})
    items = []
    for japanese, english, found in _picked(folder):
        writes = [Word(f.word.japanese, others[f.word.sort, f.word.english], f.word.sort) for f in found]
        items.append(exchange(japanese, english, found, writes))
    return tuple(items)


def _picked(folder: Path) -> Iterator[tuple[str, str, tuple[Found, ...]]]:
    asked: Counter[str] = Counter()
    for japanese, english in read_pairs(folder / "tatoeba.tsv"):
        found = pairs_in(japanese, english)
        words = [f.word.english for f in found]
        if found and len(japanese) <= LONGEST["picked"] and all(asked[word] < OFTENEST for word in words):
            asked.update(words)
            yield japanese, english, found


SETS: Mapping[str, Callable[[Path], tuple[Item, ...]]] = {
    "made-up": made_up,
    "picked": picked,
    "news": news,
    "wrong": wrong,
}


def pairs_in(japanese: str, english: str) -> tuple[Found, ...]:
    """The words of the list that stand exactly once on both sides and can be exchanged there, at most `MOST`."""
    words = [word for word in _words("words.txt") if japanese.count(word.japanese) == 1]
    tokens = tokenize_ja(japanese) if words else ()
    found: list[Found] = []
    for word in words:
        span = _in_japanese(word, japanese, tokens)
        match = _only_in_english(word, english)
        if span is None or match is None or not _fits(word, english, match):
            continue
        here = Found(word, span, Span(*match.span()), word.sort in COUNTED and match["plural"] is not None)
        if not any(f.source.overlaps(span) or f.reference.overlaps(here.reference) for f in found):
            found.append(here)
    return tuple(sorted(found[:MOST], key=lambda f: f.source))


def exchange(japanese: str, english: str, found: Sequence[Found], words: Sequence[Word]) -> Item:
    """The pair with *words* in the places of what was found; a and an, plural and first capital are seen to.

    Args:
        japanese: a sentence.
        english: its translation.
        found: in the order of the source.
        words: one for each of *found*; one with the same Japanese stays as it is there.
    """
    source, source_spans = _replaced(japanese, {f.source: w.japanese for f, w in zip(found, words, strict=True)})
    forms = {f.reference: _form(english, f, w) for f, w in zip(found, words, strict=True)}
    articles = dict(filter(None, (_article(english, f, forms[f.reference]) for f in found)))
    reference, reference_spans = _replaced(english, {**forms, **articles})
    terms = (
        Term(source_spans[f.source], reference_spans[f.reference], w.english, KINDS[w.sort])
        for f, w in zip(found, words, strict=True)
    )
    return Item(source, reference, tuple(terms), _half(japanese))


def _exchanged(rows: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    """Every row with a word that can be exchanged; which term it gets is decided by a hash."""
    terms = _words("made_up.txt")
    items = []
    for japanese, english in rows:
        found = pairs_in(japanese, english)
        taken: list[Word] = []
        for one in found:
            free = [word for word in terms if word.sort == one.word.sort and word not in taken]
            taken.append(free[_hash(japanese + one.word.japanese) % len(free)])
        if found:
            items.append(exchange(japanese, english, found, taken))
    return tuple(items)


def _in_japanese(word: Word, text: str, tokens: Sequence[Token]) -> Span | None:
    """Where the word stands by itself: not 本 in 日本, nor 大学 in 大学生."""
    start = text.index(word.japanese)
    end = start + len(word.japanese)
    inside = [token for token in tokens if token.span.start < end and start < token.span.end]
    if inside[0].span.start != start or inside[-1].span.end != end or inside[-1].upos not in ("NOUN", "PROPN"):
        return None
    before = [token for token in tokens if token.span.end == start]
    after = [token for token in tokens if token.span.start == end]
    return None if any(map(_joins, (*before, *after))) else Span(start, end)


def _joins(token: Token) -> bool:
    """Whether a neighbor makes a longer word: 語 of 日本語; さん and たち leave a word what it is."""
    is_affix = token.xpos.startswith("接") and token.surface not in ("さん", "たち", "達", "くん", "君", "お", "ご")
    return is_affix or token.upos in ("NOUN", "PROPN", "NUM")


def _only_in_english(word: Word, text: str) -> re.Match[str] | None:
    """Where the word stands, in the singular or as `plural`, when it is there only once."""
    forms = f"{re.escape(word.english)}|(?P<plural>{re.escape(plural(word.english))})"
    flags = re.IGNORECASE if word.english.islower() else 0
    matches = list(re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", text, flags))
    return matches[0] if len(matches) == 1 else None


def _fits(word: Word, text: str, match: re.Match[str]) -> bool:
    """Whether another term of the sort would be good English there: `by car` has no article to keep."""
    before = re.findall(r"[\w'’]+", text[: match.start()].lower())[-3:]
    last = before[-1] if before else ""
    if word.sort in ("person", "place"):
        beside = re.match(r"\s+[A-Z]", text[match.end() :]) or re.search(r"[A-Z][\w.]* $", text[: match.start()])
        return last not in ("a", "an", "the") and not (beside and match.start())
    if word.sort == "institution":
        return last in ("a", "an", "the") and match["plural"] is None
    if word.sort == "mass":
        return last not in ("a", "an") and match["plural"] is None
    return match["plural"] is not None or any(w in DETERMINERS or w.endswith(("'s", "’s")) for w in before)


def _form(text: str, found: Found, word: Word) -> str:
    """The term as it stands there: in the plural where the old word does, with a capital where a sentence begins."""
    form = plural(word.english) if found.is_plural else word.english
    is_first = re.search(r"(?:^|[.!?]\s)[\"“'‘]?$", text[: found.reference.start])
    return form[0].upper() + form[1:] if is_first else form


def _article(text: str, found: Found, form: str) -> tuple[Span, str] | None:
    """The article right before the word as the new term needs it; None where there is none, or it stays."""
    match = re.search(r"\b(a|an|A|An) $", text[: found.reference.start])
    if match is None:
        return None
    new = "the" if found.word.sort == "institution" else "an" if form[0] in "aeiouAEIOU" else "a"
    return Span(*match.span(1)), new.capitalize() if match[1][0].isupper() else new


def _replaced(text: str, new: Mapping[Span, str]) -> tuple[str, dict[Span, Span]]:
    """The text with each span written anew, and where each then stands."""
    result = ""
    at = 0
    spans = {}
    for span in sorted(new):
        result += text[at : span.start]
        spans[span] = Span(len(result), len(result) + len(new[span]))
        result += new[span]
        at = span.end
    return result + text[at:], spans


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The sentences of a file of parallel ones, Japanese and English."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(japanese, english) for japanese, english in rows]


@cache
def _words(name: str) -> tuple[Word, ...]:
    """The words of a list, names first, so that a sentence with two takes the name and one other."""
    return tuple(_parsed((HERE / name).read_text(encoding="utf-8")))


def _parsed(text: str) -> Iterator[Word]:
    for line in text.splitlines():
        if not line.startswith("#"):
            sort, _, entries = line.partition(": ")
            for entry in entries.split(", "):
                japanese, _, english = entry.partition(" ")
                yield Word(japanese, english, sort)


def _half(japanese: str) -> str:
    return "held" if _hash(japanese) % 2 else "tune"


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
