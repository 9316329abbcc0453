"""Every code that a finding can have, for people who choose among them and for programs that show them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jaen.checks.consistency import inconsistent_translations
from jaen.checks.rules import ALIGNMENT_RULES, ARTICLE_RULES, PAIR_RULES
from jaen.model import Severity

__all__ = ["CODES", "Code"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code, which never changes: how grave what it finds usually is, and what that is, in one line."""

    name: str
    severity: Severity
    title: str


def title_of(check: Callable[..., Any]) -> str:
    """The first line of its docstring; its name where Python was told to drop docstrings (-OO)."""
    lines = (check.__doc__ or check.__name__.replace("_", " ")).strip().splitlines()
    return lines[0].rstrip(".")


def _all() -> Iterator[Code]:
    for rule in (*ARTICLE_RULES, *ALIGNMENT_RULES, *PAIR_RULES):
        yield Code(rule.code, rule.severity, title_of(rule.check))
    yield from _WITHOUT_RULE


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_WITHOUT_RULE = (
    Code("translation-inconsistent", _W, title_of(inconsistent_translations)),
    Code("translation-untranslated", _W, "A sentence for which there is no translation that could be passed on"),
    Code("translation-no-model", _W, "A language of the article from which nothing is there to translate"),
    Code("encoding-guess", _W, "The encoding was found out by trying, and nothing in the bytes proves it"),
    Code("encoding-mismatch", _W, "The page is in another encoding than it says"),
    Code("replaced-bytes", _W, "Bytes that are no text in the encoding were replaced"),
    Code("replaced-characters", _W, "Characters that no text can hold were replaced"),
    Code("mojibake", _W, "Text that was once decoded wrongly"),
    Code("whole-page", _I, "The article could not be told from its page, so that all of it was taken"),
    Code("duplicate-id", _I, "An article whose id an earlier one of the run has"),
)
"""What no check of one text or pair finds: across many, of machine translations as such, and of reading."""

CODES: Mapping[str, Code] = MappingProxyType({code.name: code for code in _all()})
"""By name, in the order in which they are listed for people."""
