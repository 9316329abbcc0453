"""A family of patterns: rules for one role, asked together."""

import re
from dataclasses import dataclass

from jaen.model import Role

__all__ = ["Family", "any_of"]


def any_of(*patterns: str) -> str:
    """One pattern that matches where any of *patterns* does."""
    return "(?:" + "|".join(patterns) + ")"


@dataclass(frozen=True, slots=True)
class Family:
    """Rules for one role.

    Attributes:
        role: what a line is that one of them matches.
        confidence: 0 to 1.
        longest: characters; longer lines are not asked.
        prose: asked of sentences too, not of labels and headlines alone.
        pattern: all rules as one expression; a rule's id is its group's name with `_` for `-`.
        content: whether such lines belong to the article.
        words: the rules match only where one of these stands in small letters; () where they name no words. Looking
            for a word is forty times as quick as asking the pattern, and most lines have none.
    """

    role: Role
    confidence: float
    longest: int
    prose: bool
    pattern: re.Pattern[str]
    content: bool = False
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, role: Role, confidence: float, longest: int, *, prose: bool, rules: dict[str, str]) -> "Family":
        """Compile a family; all rules match from a line's start, in capitals and small letters alike."""
        joined = "|".join(f"(?P<{name.replace('-', '_')}>{rule})" for name, rule in rules.items())
        return cls(role, confidence, longest, prose, re.compile(joined, re.IGNORECASE))

    def rule_for(self, text: str) -> str | None:
        """Id of the first rule that matches *text*, or None."""
        if self.words:
            folded = text.lower()
            if not any(map(folded.__contains__, self.words)):
                return None
        match = self.pattern.match(text)
        return match.lastgroup.replace("_", "-") if match and match.lastgroup else None
