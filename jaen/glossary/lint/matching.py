"""Checks of what the matcher makes of the terms."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from jaen.glossary.lint.book import Book, loose
from jaen.glossary.lint.finding import Found
from jaen.glossary.lint.probes import is_certain, is_found
from jaen.model import Concept, MatchRule, Status, Term
from jaen.terms.index import without_okurigana
from jaen.terms.spelling import case_problem, case_rule, usual_width
from jaen.words.english import tokenize_en
from jaen.words.scripts import Script, script_of
from jaen.words.tokens import tokenize_ja

__all__ = ["common_words", "derivable_variants", "shadowed", "short_inside_words", "unreachable"]

_CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "ADV"})
_SHORT = 2  # characters
_EDGES = ("free", "compound")


def unreachable(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is not found even where it stands all alone."""
    for number, term in enumerate(concept.terms):
        verdict = book.verdict(concept, number)
        if not verdict.is_found and not verdict.others:
            advice = "write it as a text would, or set `match: {boundary: any}`"
            if term.pos != "noun":
                advice = f"write its dictionary form, or leave `pos: {term.pos}` away"
            yield Found(f"{term.text!r} is not found even in 「{term.text}」", advice, ("terms", number))


def shadowed(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is never found, because another concept is meant wherever it stands."""
    for number, term in enumerate(concept.terms):
        verdict = book.verdict(concept, number)
        if verdict.is_found or not verdict.others or book.is_shared(concept, term):  # which shared-term says
            continue
        other = verdict.others[0]
        message = f"{term.text!r} is always taken for {other.term.text!r} of {other.concept.id}"
        yield Found(message, "remove it, or correct that term's match rule", ("terms", number))


def derivable_variants(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is found without being listed: another spelling, or a plural, of a term that is."""
    if len(concept.terms) < 2 or not concept.is_matched:
        return
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, term in enumerate(concept.terms):
        if term.pos == "noun":
            alike[term.language, _bare(book, term)].append(number)
    for numbers in alike.values():
        first = concept.terms[numbers[0]]
        for number in numbers[1:]:
            term = concept.terms[number]
            without = replace(concept, terms=concept.terms[:number] + concept.terms[number + 1 :])
            if _adds_nothing(first, term) and (
                _folds_to(book, concept, first, term) or _is_found_alone(book, without, term)
            ):
                message = f"{term.text!r} is found without being listed, as another spelling of {first.text!r}"
                yield Found(message, "remove it", ("terms", number), fix=without)


def short_inside_words(concept: Concept, book: Book) -> Iterator[Found]:
    """A term of one or two characters is looked for inside other words."""
    for number, term in enumerate(concept.terms):
        if len(term.text) <= _SHORT and (term.match or concept.match).boundary == "any":
            message = f"{term.text!r} is so short that with boundary any it is found inside unrelated words"
            yield Found(message, "use `boundary: compound`", ("terms", number))


def common_words(concept: Concept, book: Book) -> Iterator[Found]:
    """A term is a common word, which mostly means something else."""
    for number, term in enumerate(concept.terms):
        meaning = _common_kana(term) if term.language == "ja" else _common_english(concept, term)
        if meaning and term.status is not Status.FORBIDDEN:
            message = f"{term.text!r} is a common word ({meaning}), and found wherever that stands"
            yield Found(message, "remove it, or write more of the name", ("terms", number))


def _common_kana(term: Term) -> str:
    """What a term of one or two kana means otherwise; "" for a name, and for what the dictionary does not know."""
    if len(term.text) > _SHORT or any(script_of(char) is not Script.HIRAGANA for char in term.text):
        return ""
    words = tokenize_ja(term.text)
    if len(words) != 1 or words[0].is_unknown or words[0].upos == "PROPN":
        return ""
    return words[0].upos.lower()


def _common_english(concept: Concept, term: Term) -> str:
    """What a word of the closed classes is; "" where its capitals tell it apart (IT, US)."""
    if " " in term.text or (case_rule(concept, term) == "exact" and not term.text.islower()):
        return ""
    words = tokenize_en(term.text.lower())
    return words[0].upos.lower() if len(words) == 1 and words[0].upos in _CLOSED else ""


def _bare(book: Book, term: Term) -> str:
    """What terms have in common of which one may be derived from the other."""
    kanji = without_okurigana(book.key(term)) if term.language == "ja" else term.text
    return loose(kanji) if kanji != term.text else book.loose(term)


def _adds_nothing(first: Term, term: Term) -> bool:
    """True when *term* says no more than that it is a spelling of *first*."""
    is_plain = not term.note and term.valid == first.valid and term.use is first.use
    same_match = (term.match or MatchRule()) == (first.match or MatchRule())
    same_status = term.status is first.status or (term.status, first.status) == (Status.ADMITTED, Status.PREFERRED)
    return is_plain and same_match and same_status


def _folds_to(book: Book, concept: Concept, first: Term, term: Term) -> bool:
    """True when the matcher can't but take *term* for *first*, so that it need not be asked."""
    if not is_certain(first) or not is_certain(term) or book.key(first) != book.key(term):
        return False
    return not case_problem(usual_width(term.text), usual_width(first.text), case_rule(concept, first), headline=False)


def _is_found_alone(book: Book, concept: Concept, term: Term) -> bool:
    """True when *concept*, the only one in a glossary, is found where *term* stands."""
    from jaen.glossary.glossary import Glossary  # which has a method that lints

    live = replace(concept, links=(), review=replace(concept.review, state="approved"))
    return is_found(Glossary(book.glossary.name, (live,)), live, term)
