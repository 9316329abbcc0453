"""One text through the rules of a profile."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jaen.model import Mark, Normalized, Span
from jaen.offsets import apply_edits, compose, unchanged
from jaen.text.normalize import characters, invisible, spacing
from jaen.text.normalize import marks as mark_edits
from jaen.text.normalize.rules import rules_of

_ROUNDS = 3


def normalize(text: str, profile: str | tuple[str, ...] = "news", *, marks: Sequence[Mark] | None = None) -> Normalized:
    """Write *text* in the usual way, and remember for each character where it came from.

    Args:
        text: a sentence or a block; time is linear in its length.
        profile: a name in `PROFILES`, or the names of rules of `RULES`.
        marks: brackets and dashes of *text* (spans from its start) where they are known from a larger text; found
            here when None.

    Raises:
        ConfigError: no such profile or rule.

    >>> normalize("ＡＩの脆弱(ぜいじゃく)性").text
    'AIの脆弱性'
    >>> [(e.source, e.rule) for e in normalize("3～5日").edits]
    [(Span(start=1, end=2), 'dashes')]
    """
    rules = rules_of(profile)
    # Most texts have nothing to edit, and one pass says so; where it finds something, each rule asks what was found.
    present = "".join(set(_unusual(rules).findall(text)))
    if not present and not _may_change(text, rules):
        return unchanged(text)
    done = unchanged(text)
    for edits in (invisible.edits, spacing.edits, characters.edits):
        done = _then(done, edits(done.text, present, rules))
    if mark_edits.may_have_marks(done.text, present, rules):
        done = _with_marks(done, marks, rules)
    if "script-gaps" in rules:
        done = _then(done, spacing.gap_edits(done.text))
    return done


def _with_marks(done: Normalized, marks: Sequence[Mark] | None, rules: frozenset[str]) -> Normalized:
    if marks is not None:
        return _then(done, mark_edits.edits(done.text, marks, rules, done.from_source))
    # A dash just settled can settle the next one of its word (ハ―バ―): words have no more than three.
    for _ in range(_ROUNDS):
        edits = mark_edits.edits(done.text, mark_edits.find_marks(done.text, rules), rules, _here)
        if not edits:
            break
        done = _then(done, edits)
    return done


def _then(done: Normalized, edits: Iterable[tuple[int, int, str, str]]) -> Normalized:
    """*done* with *edits* of its text on top."""
    found = list(edits)
    return compose(done, apply_edits(done.text, found)) if found else done


def _here(span: Span) -> Span:
    return span


def _may_change(text: str, rules: frozenset[str]) -> bool:
    """False when *text*, which has no unusual character, has no usual one in an unusual place either."""
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return True
    if mark_edits.may_have_marks(text, "", rules):
        return True
    return "script-gaps" in rules and " " in text


@cache
def _unusual(rules: frozenset[str]) -> re.Pattern[str]:
    """All characters that *rules* look at wherever they stand, as one class."""
    return re.compile(
        f"[{invisible.INVISIBLE}{invisible.CONTROLS}{spacing.SPACES}{spacing.BREAKS}"
        f"{mark_edits.DASHES}{characters.COMBINING}{characters.character_class(rules)}]"
    )
