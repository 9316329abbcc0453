"""Translations of clauses put together: punctuation, blanks and capitals at the seams, and every place kept track of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.model import Span
from jaen.translation.guards.cutting import Joint
from jaen.translation.guards.typography import tidied, written_between
from jaen.translation.requirements import Place
from jaen.translation.sentence import Placed
from jaen.words import english_lists as lists

__all__ = ["Part", "joined"]

_FULL_STOP = re.compile(r"(?:(?<!\.)[.。]|[,、;；])\Z")
_FIRST_WORD = re.compile("[A-Za-z']+")
# A capital goes at a seam only where the word surely is no name.
_SMALL = (
    lists.DETERMINERS
    | lists.PRONOUNS
    | lists.ADPOSITIONS
    | lists.CONJUNCTIONS
    | lists.SUBORDINATORS
    | lists.BE
    | lists.HAVE_DO
    | lists.MODALS
    | lists.ADVERBS
) - {"i"}
_BETWEEN = {
    "en": {
        Joint.SENTENCE: " ", Joint.AND: ", and ", Joint.BUT: ", but ", Joint.SO: ", so ", Joint.COMMA: ", ", Joint.WORD: " ",
    },
    "ja": {
        Joint.SENTENCE: "", Joint.AND: "。そして、", Joint.BUT: "。しかし、", Joint.SO: "。そのため、", Joint.COMMA: "、", Joint.WORD: "",
    },
}  # fmt: skip
_OPENERS = {
    Joint.AND: re.compile(r"(?:and\b|そして、?)\s*", re.IGNORECASE),
    Joint.BUT: re.compile(r"(?:but\b|however\b,?|しかし、?|でも、?)\s*", re.IGNORECASE),
    Joint.SO: re.compile(r"(?:so\b|therefore\b,?|だから、?|そのため、?)\s*", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The translation of one clause, and what is placed in it."""

    text: str
    placed: tuple[Placed | None, ...]


def joined(
    parts: Sequence[Part], joints: Sequence[tuple[Joint, str]], language: str, around: tuple[str, str]
) -> tuple[str, tuple[Placed | None, ...]]:
    """The whole translation, and every part's places in it.

    Args:
        parts: translations of the clauses, in order.
        joints: between each two of them, the kind of the cut and the source's characters there.
        language: of the translations.
        around: what stands before and after the whole.

    >>> joined([Part("He slept.", ()), Part("She read.", ())], [(Joint.BUT, "が、")], "en", ("— ", ""))[0]
    '— He slept, but she read.'
    """
    before, after = around
    text = before
    placed: list[Placed | None] = []
    for number, part in enumerate(parts):
        tidy = _tidy(part, language)
        joint = joints[number - 1][0] if number else None
        following = joints[number][0] if number < len(joints) else None
        tidy = _fitted(tidy, joint, following, language)
        if number and text != before:
            text += (
                written_between(joints[number - 1][1], language)
                if joint is Joint.LAYOUT
                else _between(joint, tidy.text, language)
            )
        placed += [_moved(one, len(text)) for one in tidy.placed]
        text += tidy.text
    last = max((one.place.span.end for one in placed if one), default=0)
    if language == "ja" and after.startswith("」") and text.endswith("。") and last < len(text):
        text = text[:-1]  # newspapers write no 。 before 」
    return text + after, tuple(placed)


def _between(joint: Joint | None, text: str, language: str) -> str:
    """What stands at a seam, if there is anything behind it."""
    return _BETWEEN.get(language, _BETWEEN["en"])[joint or Joint.SENTENCE] if text else ""


def _tidy(part: Part, language: str) -> Part:
    normal = tidied(part.text, language, [one.place.span for one in part.placed if one])
    if not normal.edits:
        return part
    return Part(
        normal.text,
        tuple(
            one and _moved(one, normal.from_source(one.place.span).start - one.place.span.start) for one in part.placed
        ),
    )


def _fitted(part: Part, joint: Joint | None, following: Joint | None, language: str) -> Part:
    """A part without the full stop and the capital that it had as a sentence of its own."""
    spans = [one.place.span for one in part.placed if one]
    first, last = min((s.start for s in spans), default=len(part.text)), max((s.end for s in spans), default=0)
    text, placed = part.text, part.placed
    if following not in (None, Joint.SENTENCE, Joint.LAYOUT):
        stop = _FULL_STOP.search(text)
        if stop and stop.start() >= last:
            text = text[: stop.start()]
    opener = _OPENERS[joint].match(text) if joint in _OPENERS else None
    if opener and opener.end() <= first and opener.end() < len(text):  # and, which stands at the seam already
        text, placed = text[opener.end() :], tuple(_moved(one, -opener.end()) for one in placed)
        first -= opener.end()
    if joint in (None, Joint.SENTENCE, Joint.LAYOUT) or language != "en" or not first:
        return Part(text, placed)
    word = _FIRST_WORD.match(text)
    if word and word[0].lower() in _SMALL and (len(word[0]) == 1 or not word[0].isupper()):
        text = text[0].lower() + text[1:]
    return Part(text, placed)


def _moved(placed: Placed | None, by: int) -> Placed | None:
    if placed is None or not by:
        return placed
    place = placed.place
    parts = tuple(Span(part.start + by, part.end + by) for part in place.parts)
    return Placed(Place(Span(place.span.start + by, place.span.end + by), place.form, parts), placed.rung)
