"""Checks of people, organizations and other names."""

from collections.abc import Iterator, Sequence

from jaen.checks.bilingual.concepts import is_name, wrong_concepts
from jaen.checks.bilingual.counterparts import Comparison, Exchange, JapaneseName, compare_names
from jaen.checks.bilingual.counterparts.english import EnglishName
from jaen.checks.bilingual.counterparts.japanese import Sort
from jaen.checks.bilingual.counterparts.named import is_named_elsewhere
from jaen.checks.bilingual.once import once_a_pair
from jaen.checks.subject import Found
from jaen.model import Pair, Severity
from jaen.words.exonyms import english_exonyms, japanese_exonyms

__all__ = ["added_names", "lost_names", "unknown_names"]


def lost_names(pair: Pair) -> Iterator[Found]:
    """A name of the source that has no counterpart in the translation.

    Names that the glossary knows are left to the rules of terms. Others are compared by how they sound (クリントン), by
    the readings that the dictionary has for them (飯田陽一) and by a list (ドイツ). Where another name stands instead, that is
    told with it, and so is half a name that is read otherwise. A name that the translation has elsewhere in the article
    may be a pronoun here, and is only worth a look.
    """
    compared = _compared(pair)
    is_from_japanese = pair.source.language == "ja"
    for exchange in compared.exchanges:
        yield _exchanged(exchange, is_from_japanese)
    for other in compared.parts:
        japanese, english = other.japanese, other.english
        severity = None if other.is_family else Severity.INFO
        message = f"{japanese.text} is {english.text} here, but the dictionary reads {other.part} {other.read}"
        if is_from_japanese:
            yield Found(message=message, span=english.span, source=japanese.span, severity=severity)
        else:
            yield Found(message=message, span=japanese.span, source=english.span, severity=severity)
    for name in compared.japanese if is_from_japanese else compared.english:
        is_elsewhere = is_named_elsewhere(name, pair.target)
        yield Found(
            message=f"{name.text} is not named here" + (", only elsewhere in the text" if is_elsewhere else ""),
            source=name.span,
            suggestion=_exonym(name),
            severity=Severity.INFO if is_elsewhere else None,
        )


def added_names(pair: Pair) -> Iterator[Found]:
    """A name of the translation that has no counterpart in the source.

    Silent where the source names it elsewhere in the article: Japanese leaves out what English has to say again. Where
    the translation lacks a concept of the glossary, the name may stand for it, and the rule of terms tells so.
    """
    lacking = sum(wrong.other is None and is_name(wrong.mention.concept) for wrong in wrong_concepts(pair))
    for name in list(unknown_names(pair))[lacking:]:
        yield Found(message=f"nothing in the source is {name.text}", span=name.span)


def unknown_names(pair: Pair) -> Iterator[EnglishName | JapaneseName]:
    """Names of the target that nothing in the article of the source accounts for."""
    compared = _compared(pair)
    names: Sequence[EnglishName | JapaneseName] = compared.english
    if pair.source.language != "ja":
        names = compared.japanese
    yield from (name for name in names if not is_named_elsewhere(name, pair.source))


@once_a_pair
def _compared(pair: Pair) -> Comparison:
    """The names of both passages compared; nothing where they are not Japanese and English."""
    match pair.source.language, pair.target.language:
        case "ja", "en":
            return compare_names(pair.source, pair.target)
        case "en", "ja":
            return compare_names(pair.target, pair.source)
        case _:
            return Comparison()


def _exchanged(exchange: Exchange, is_from_japanese: bool) -> Found:
    japanese, english = exchange.japanese, exchange.english
    source, target = (japanese, english) if is_from_japanese else (english, japanese)
    return Found(
        message=f"{source.text} is not named here; {target.text} stands instead",
        span=target.span,
        source=source.span,
        suggestion=_exonym(source),
        severity=Severity.INFO if exchange.is_alike else None,
    )


def _exonym(name: JapaneseName | EnglishName) -> str | None:
    """What to write for a name that the list has; how others are spelled nobody can tell for sure."""
    if isinstance(name, EnglishName):
        return next(iter(japanese_exonyms(name.text)), None)
    if name.sort is Sort.EXONYM:
        return next(iter(english_exonyms(name.text)), None)
    return name.text if name.sort is Sort.LETTERS else None
