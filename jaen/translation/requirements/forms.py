"""Spellings that satisfy a requirement, made of terms."""

import re
from collections.abc import Sequence

from jaen.model import Concept, Span, Term
from jaen.terms.spelling import case_rule
from jaen.translation.requirements.requirement import Form
from jaen.words.english_forms import verb_forms

__all__ = ["Owned", "compose", "single"]

# Behind the stem of a Japanese verb, or behind a noun that する makes a verb of: 乗っ取ら|れた, 悪用|された, 乗っ取っ|た, 悪用|した.
_PASSIVE = re.compile(".(?:さ?れ|られ)")
_PAST = re.compile(".し?た(?![いくり])|んだ")  # 盗ん|だ; 流用だ is no past

Owned = tuple[Concept, Term]
"""A term with the concept it belongs to."""

# What may follow the stem of a Japanese verb, by the kana that its dictionary form ends with; that of る serves verbs of
# both classes: 乗っ取ら, 乗っ取り, 定めな.
_ROWS = {
    "う": "わいうえおっ", "く": "かきくけこい", "ぐ": "がぎぐげごい", "す": "さしすせそ", "つ": "たちつてとっ",
    "ぬ": "なにぬねのん", "ぶ": "ばびぶべぼん", "む": "まみむめもん", "る": "るらりれろっなまたてよさず", "い": "いくかけさそ",
}  # fmt: skip


def single(concept: Concept, term: Term, after: str = "") -> tuple[Form, ...]:
    """A term by itself; a verb in all its forms, first the one that fits the source.

    Args:
        concept: it belongs to.
        term: of the target language.
        after: the source from the mention's last character on: られた of 乗っ取られた, was hijacked.
    """
    return tuple(
        Form(text, (Span(0, len(text)),), (case_rule(concept, term),))
        for text in dict.fromkeys(_inflected(term, after))
    )


def _inflected(term: Term, after: str) -> tuple[str, ...]:
    if term.pos == "noun":
        return (term.text,)
    if term.language == "ja":
        stem, last = term.text[:-1], term.text[-1]
        return (term.text, *(stem + kana for kana in _ROWS.get(last, ())))
    if term.pos == "verb":
        first, blank, rest = term.text.partition(" ")
        forms = verb_forms(first)
        past = [form for form in forms[2:] if not form.endswith(("ing", "s"))]
        if _PASSIVE.match(after):
            forms = (*sorted(past, key=lambda form: not form.endswith("n")), *forms)  # stolen, not stole
        elif _PAST.match(after):
            forms = (*sorted(past, key=lambda form: form.endswith("n")), *forms)
        return tuple(form + blank + rest for form in forms)
    return (term.text,)


def compose(template: str, owned: Sequence[Owned]) -> Form:
    """Terms in a template: `{0} ({1})` with National Cybersecurity Office and NCO; `parts` are in the terms' order.

    >>> concept = Concept(id="x", category="term", terms=(Term(text="security", language="en"),))
    >>> compose("the {0}", [(concept, concept.terms[0])])
    Form(text='the security', parts=(Span(start=4, end=12),), cases=('any',))
    """
    text, starts, at = "", {}, 0
    while (opening := template.find("{", at)) >= 0:
        number = int(template[opening + 1])
        text += template[at:opening]
        starts[number] = len(text)
        text += owned[number][1].text
        at = opening + 3
    text += template[at:]
    parts = tuple(Span(starts[n], starts[n] + len(term.text)) for n, (_, term) in enumerate(owned))
    return Form(text, parts, tuple(case_rule(concept, term) for concept, term in owned))
