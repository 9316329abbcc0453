"""Rules for prh, the proof-reading helper of Japanese editors: what to write instead of what.

A rule has the term to write (`expected`), what it replaces (`patterns`) and its own tests (`specs`). JSON strings are
valid YAML, so every text is written as one.
"""

import json
import re
from collections.abc import Iterator, Sequence

from jaen.errors import ExchangeError
from jaen.glossary.exchange.lines import TermList
from jaen.glossary.exchange.values import Exported, Format, Incoming, Loss
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.tree import Fields, Items, Node, Text
from jaen.glossary.sources.yaml_file import read_yaml
from jaen.model import Concept, Status, Term
from jaen.words.scripts import language_of

__all__ = ["PRH", "read_prh", "write_prh"]

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


def read_prh(data: bytes, name: str) -> Incoming:
    """The rules of a file: what is expected is preferred, what it replaces is deprecated.

    Wrong terms are the patterns that are plain texts, and the texts of a rule's tests that become just what is
    expected. Of a regular expression alone the terms can't be told; the rule is reported.

    Raises:
        ExchangeError: the file is no YAML, or holds no rules.
    """
    problems = Problems()
    root = read_yaml(data, name, problems)
    if problems.lines:
        raise ExchangeError("; ".join(problems.lines))
    rules = root.values.get("rules", (1, None))[1] if isinstance(root, Fields) else None
    if not isinstance(rules, Items):
        raise ExchangeError(f"{name}:1: there is no list of rules; a file of prh has 'rules:' with '- expected: …'")
    terms = TermList("prh", (Status.PREFERRED, Status.DEPRECATED))
    for rule in rules.values:
        _add_rule(terms, rule)
    return terms.incoming()


def _add_rule(terms: TermList, rule: Node) -> None:
    line = rule.place if isinstance(rule.place, int) else 0
    expected = _texts(rule, "expected")
    if len(expected) != 1:
        terms.refuse(line, "the rule does not say what is expected")
        return
    goal = expected[0]
    patterns = [*_texts(rule, "pattern"), *_texts(rule, "patterns")]
    tests = [one for one in _items(rule, "specs") if _texts(one, "to") == [goal]]
    wrong = [text for text in patterns if not text.startswith("/")]
    wrong += [text for one in tests for text in _texts(one, "from")]
    if not wrong:
        terms.refuse(line, f"the rule for {goal!r} has no wrong term, only a pattern; add specs, or the terms by hand")
        return
    language = language_of("".join([goal, *wrong]))
    entry = terms.entry(line, goal)
    entry.add(line, (language, goal), {})
    note = _texts(rule, "prh")
    for text in wrong:
        entry.add(line, (language, text), {"status": "deprecated", **({"note": note[0]} if note else {})})


def _items(node: Node, field: str) -> list[Node]:
    value = node.values.get(field, (0, None))[1] if isinstance(node, Fields) else None
    return value.values if isinstance(value, Items) else [value] if value else []


def _texts(node: Node, field: str) -> list[str]:
    return [one.value for one in _items(node, field) if isinstance(one, Text) and one.value]


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


PRH = Format(
    "prh",
    "rules for prh and textlint-rule-prh",
    "deprecated and forbidden terms with what to write instead, and the note",
    (".yml",),
    read_prh,
    write_prh,
)
