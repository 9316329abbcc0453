"""Rules for prh, the proof-reading helper of Japanese editors: what to write instead of what.

A rule has the term to write (`expected`), what it replaces (`patterns`) and its own tests (`specs`). JSON strings are
valid YAML, so every text is written as one.
"""

import json
import re
from collections.abc import Iterator, Sequence

from jaen.glossary.exchange.values import Exported, Loss
from jaen.model import Concept, Status, Term

__all__ = ["write_prh"]

_WRONG = (Status.DEPRECATED, Status.FORBIDDEN)


def write_prh(concepts: Sequence[Concept]) -> Exported:
    """A rule for each deprecated or forbidden term that has a preferred one in its language."""
    lines = ["version: 1"]
    rules: list[str] = []
    losses: list[Loss] = []
    for concept in concepts:
        before = len(rules)
        for term in concept.terms:
            expected = _instead(concept, term)
            if term.status in _WRONG and expected:
                rules += _rule(term, expected)
            elif term.status in _WRONG:
                what = f"{term.language} {term.text}: there is no preferred term to write instead"
                losses.append(Loss(concept.id, what))
        has_rule = len(rules) > before
        what = "only its rules are written" if has_rule else "no term of it is deprecated or forbidden: no rule"
        losses.append(Loss(concept.id, what))
    lines += ["rules:", *rules] if rules else ["rules: []"]
    return Exported(("\n".join(lines) + "\n").encode(), tuple(losses))


def _instead(concept: Concept, wrong: Term) -> Term | None:
    """What to write for *wrong*: the allowed term of the same form (BOJ for BoJ), else the preferred one."""
    allowed = (Status.PREFERRED, Status.ADMITTED)
    alike = [t for t in concept.terms if (t.language, t.type) == (wrong.language, wrong.type) and t.status in allowed]
    return alike[0] if alike else concept.preferred(wrong.language)


def _rule(wrong: Term, expected: Term) -> Iterator[str]:
    yield f"  - expected: {_quoted(expected.text)}"
    yield f"    pattern: {_quoted(_pattern(wrong, expected.text))}"
    if wrong.note:
        yield f"    prh: {_quoted(wrong.note)}"
    yield "    specs:"
    yield f"      - from: {_quoted(wrong.text)}"
    yield f"        to: {_quoted(expected.text)}"


def _pattern(wrong: Term, expected: str) -> str:
    r"""A regular expression of JavaScript between slashes, which prh takes for one.

    Where the wrong term is a part of the right one, it is wrong only elsewhere: サーバ, but not in サーバー.

    >>> _pattern(Term(text="サーバ", language="ja"), "サーバー")
    '/サーバ(?!ー)/'
    >>> _pattern(Term(text="homepage", language="en"), "website")
    '/\\bhomepage\\b/'
    """
    pattern = _escaped(wrong.text)
    at = expected.find(wrong.text)
    if at >= 0:
        before, after = _escaped(expected[:at]), _escaped(expected[at + len(wrong.text) :])
        not_before = f"(?<!{before}){pattern}" if before else ""
        not_after = f"{pattern}(?!{after})" if after else ""
        pattern = f"(?:{not_before}|{not_after})" if before and after else not_before or not_after
    if wrong.language == "en":
        pattern = rf"\b{pattern}\b"
    return f"/{pattern}/"


def _escaped(text: str) -> str:
    # Not re.escape: it writes \- and \  (a blank), which JavaScript's unicode mode refuses.
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", lambda match: "\\" + match[0], text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
