"""One text through the rules of a profile."""

import re
from collections.abc import Sequence
from functools import cache

from jaen.model import Mark, Normalized
from jaen.offsets import apply_edits, compose, unchanged
from jaen.text.normalize import characters, invisible, spacing
from jaen.text.normalize import marks as mark_edits
from jaen.text.normalize.rules import rules_of


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
    if not rules or not _may_change(text, rules):
        return unchanged(text)
    done = unchanged(text)
    for edits in (invisible.edits, spacing.edits, characters.edits):
        done = compose(done, apply_edits(done.text, edits(done.text, rules)))
    if mark_edits.may_have_marks(done.text, rules):
        if marks is None:
            found = mark_edits.edits(done.text, mark_edits.find_marks(done.text, rules), rules, lambda span: span)
        else:
            found = mark_edits.edits(done.text, marks, rules, done.from_source)
        done = compose(done, apply_edits(done.text, found))
    if "script-gaps" in rules:
        done = compose(done, apply_edits(done.text, spacing.gap_edits(done.text)))
    return done


def _may_change(text: str, rules: frozenset[str]) -> bool:
    """False when no rule can touch *text*: one search over it, as most sentences need nothing."""
    if _trigger(rules).search(text) or "  " in text or text[:1] == " " or text[-1:] == " ":
        return True
    if "(" in text and mark_edits.may_have_marks(text, rules):
        return True
    return "script-gaps" in rules and " " in text


@cache
def _trigger(rules: frozenset[str]) -> re.Pattern[str]:
    """All characters any rule looks at, as one character class."""
    singles = "".join(char for char, (_, rule) in characters.character_table().items() if rule in rules)
    return re.compile(
        f"[{invisible.INVISIBLE}{invisible.CONTROLS}{spacing.SPACES}{spacing.BREAKS}{mark_edits.DASHES}"
        f"\u0300-\u036f\u1100-\u1112\u3099\u309a{re.escape(singles)}]"
    )
