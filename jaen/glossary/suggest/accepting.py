"""What becomes of accepted and rejected suggestions: entries in review state `proposed`, and remembered decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jaen.glossary.changes import Change
from jaen.glossary.glossary import Glossary
from jaen.glossary.ids import new_id
from jaen.glossary.saving import GlossaryFolder, Version
from jaen.glossary.suggest.candidates import key_of
from jaen.glossary.suggest.categories import form_of
from jaen.glossary.suggest.decisions import Decision, append_decisions, read_decisions
from jaen.glossary.suggest.known import Known
from jaen.glossary.suggest.suggestion import Suggestion
from jaen.model import Concept, Review, Status, Term

__all__ = ["Answer", "Outcome", "apply_answers", "edited"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor said to a suggestion.

    Attributes:
        answer: `accepted` or `rejected`.
        suggestion: as it is to be saved, with the editor's changes.
        asked: (language, text) as it was suggested.
    """

    answer: str
    suggestion: Suggestion
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with answers.

    Attributes:
        version: of the glossary; None when no entry was written.
        saved: ids of the entries.
        known: accepted suggestions whose terms the glossary had already.
        rejected: how many suggestions will not be proposed again.
    """

    version: Version | None
    saved: tuple[str, ...]
    known: tuple[Suggestion, ...]
    rejected: int


def edited(suggestion: Suggestion, ja: Sequence[str], en: Sequence[str], category: str) -> Suggestion:
    """*suggestion* with other terms and another category; a term that stays keeps its type and reading.

    Args:
        suggestion: as it was.
        ja: Japanese terms, the preferred one first.
        en: English terms, the preferred one first.
        category: of the concept.
    """
    known = {(term.language, term.text): term for term in suggestion.terms}
    terms = []
    for language, texts in (("ja", ja), ("en", en)):
        for number, text in enumerate(dict.fromkeys(texts)):
            term = known.get((language, text), Term(text=text, language=language, type=form_of(text)))
            terms.append(replace(term, status=Status.ADMITTED if number else Status.PREFERRED))
    return replace(suggestion, terms=tuple(terms), category=category)


def apply_answers(folder: GlossaryFolder, answers: Iterable[Answer], by: str, on: date) -> Outcome:
    """Save accepted suggestions as entries to be reviewed, and remember all answers.

    Raises:
        GlossaryError: the glossary is not valid, or would not be.
        EditConflict: an entry that was to grow was changed at the same moment.
        SaveError: no room, no permission, or someone else has been saving for too long.
    """
    answers = tuple(answers)
    glossary = folder.load()
    changes: dict[str, Change] = {}
    known: list[Suggestion] = []
    taken = {one for concept in glossary.concepts for one in (concept.id, *concept.former_ids)}
    seen: set[frozenset[tuple[str, str]]] = set()
    for answer in (one for one in answers if one.answer == "accepted"):
        keys = frozenset(key_of(term.language, term.text) for term in answer.suggestion.terms)
        change = None if keys in seen else _change(glossary, answer.suggestion, taken, Review("proposed", by, on))
        seen.add(keys)
        if change is None:
            known.append(answer.suggestion)
        else:
            changes[change.id] = _after(changes.get(change.id), change)
            taken.add(change.id)
    version = folder.save(tuple(changes.values()), by, _why(changes)) if changes else None
    last = {decision.keys: decision.answer for decision in read_decisions(folder.path)}
    decisions = [Decision(one.answer, one.asked, by, on) for one in answers]
    append_decisions(folder, [one for one in decisions if last.get(one.keys) != one.answer], by)
    rejected = sum(one.answer == "rejected" for one in answers)
    return Outcome(version, tuple(changes), tuple(known), rejected)


def _why(changes: dict[str, Change]) -> str:
    return f"suggestions accepted: {', '.join(list(changes)[:3])}{' …' if len(changes) > 3 else ''}"


def _change(glossary: Glossary, suggestion: Suggestion, taken: set[str], review: Review) -> Change | None:
    """The new entry, or the addition to the entry that has a part of it; None when nothing of it is new."""
    new = next(iter(Known(glossary).new([replace(suggestion, extends=None)])), None)
    if new is None:
        return None
    if new.extends is None:
        concept = Concept(
            id=new_id(new.terms, taken),
            category=new.category,
            terms=new.terms,
            definition=new.definition,
            review=review,
        )
        return Change(None, concept)
    before = glossary.by_id(new.extends)
    return Change(before, _grown(before, new, review))


def _grown(concept: Concept, suggestion: Suggestion, review: Review) -> Concept:
    """*concept* with the terms that it lacks; one of a language that has a preferred term is admitted."""
    has = {key_of(term.language, term.text) for term in concept.terms}
    added: list[Term] = []
    for term in suggestion.terms:
        if key_of(term.language, term.text) not in has:
            is_first = concept.preferred(term.language) is None and all(one.language != term.language for one in added)
            added.append(replace(term, status=Status.PREFERRED if is_first else Status.ADMITTED))
    defined = concept.definition or suggestion.definition
    review = replace(review, again=concept.review.again)
    return replace(concept, terms=(*concept.terms, *added), definition=defined, review=review)


def _after(earlier: Change | None, change: Change) -> Change:
    """Two additions to one entry in one go."""
    if earlier is None or earlier.after is None or change.after is None:
        return change
    added = tuple(term for term in change.after.terms if term not in earlier.after.terms)
    return Change(earlier.before, replace(earlier.after, terms=(*earlier.after.terms, *added)))
