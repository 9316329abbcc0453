"""Per slot, who says what: the answers of all articles to one question, and what they are to each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from jaen.claims.names import is_part
from jaen.corpus.compare.digest import Claimed, Digest
from jaen.model import Slot
from jaen.model.comparison import Answer, Place, Question, Verdict
from jaen.text.numbers.units import MEASURES

__all__ = ["find_questions"]

_BODIES = frozenset({"organization", "entity", "company", "firm", "group", "institution", "body"})
_WORDS = 4  # that a sentence must have, beside its number, to be the same as another
_LABELS = {
    "holder": "who is {}",
    "office": "office of {}",
    "body": "body of {}",
    "product": "what {} makes",
    "abbreviation": "what {} stands for",
    "number": "how many: {}",
    "name": "the name of {}",
}
_ONE_RIGHT = frozenset({"holder", "abbreviation"})  # within one story, only one answer is right
_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with who makes it.

    Attributes:
        article: its id.
        origin: the same, or the id of what it is a copy of.
        story: name of its story; `origin` where it has none.
    """

    one: Claimed
    article: str
    origin: str
    story: str


def find_questions(
    digests: Sequence[Digest], story_of: Mapping[str, str], original_of: Mapping[str, str]
) -> tuple[Question, ...]:
    """Questions that are worth telling: two articles answer them which are no mere copies, or one against itself.

    Contradictions come first.

    Args:
        digests: of all articles.
        story_of: article → name of its story, for those that have one.
        original_of: copy → original.
    """
    groups: dict[tuple[str, str, str], list[_Said]] = defaultdict(list)
    labels: dict[str, str] = {}
    for digest in digests:
        labels.update(digest.labels)
        origin = original_of.get(digest.row.id, digest.row.id)
        story = story_of.get(origin, origin)
        for one in digest.claims:
            if one.claim.high is not None and one.claim.high <= 1 and not one.contradicted:
                continue  # 週に1度
            groups[_group(one, story)].append(_Said(one, digest.row.id, origin, story))
    found = []
    for (relation, _, _), said in groups.items():
        if relation == "office" and all(_is_asked_already(groups, one) for one in said):
            continue
        if _is_worth_telling(said):
            question = _question(said, labels)
            if question.verdict is Verdict.CONTRADICTION or question.slot.about not in MEASURES:
                found.append(question)  # ten yen here and 1,000 there are nothing to put side by side
    return tuple(sorted(found, key=_order))


def _is_worth_telling(said: Sequence[_Said]) -> bool:
    """Articles that are no copies of each other answer, or a copy says what its original does not, or one is wrong."""
    values: dict[str, set[str]] = defaultdict(set)
    for one in said:
        values[one.article].add(one.one.claim.value)
    is_changed = set().union(*values.values()) != max(values.values(), key=len)
    return is_changed or len({one.origin for one in said}) > 1 or any(one.one.contradicted for one in said)


def _is_asked_already(groups: Collection[tuple[str, str, str]], one: _Said) -> bool:
    """Who holds an office says as well which office somebody holds; that is told once."""
    return not one.one.contradicted and ("holder", one.one.claim.value, "") in groups


def _group(one: Claimed, story: str) -> tuple[str, str, str]:
    """What is answered. How many there are is asked within a story only, and of all kinds of bodies together."""
    relation, about = one.claim.slot.relation, one.claim.slot.about
    if relation != "number":
        return relation, about, ""
    return relation, "organization" if about in _BODIES else about, story


def _question(said: Sequence[_Said], labels: Mapping[str, str]) -> Question:
    slots = sorted({one.one.claim.slot for one in said}, key=lambda slot: slot.about)
    answers = _answers(said, labels)
    verdict, reason = _verdict(slots[0].relation, said, answers)
    about = " / ".join(labels.get(slot.about, slot.about) for slot in slots)
    return Question(
        slot=Slot(slots[0].relation, slots[0].about),
        label=_LABELS.get(slots[0].relation, "{}").format(about),
        verdict=verdict,
        reason=reason,
        answers=answers,
    )


def _answers(said: Sequence[_Said], labels: Mapping[str, str]) -> tuple[Answer, ...]:
    by_value: dict[str, list[Claimed]] = defaultdict(list)
    for one in said:
        by_value[one.one.claim.value].append(one.one)
    answers = []
    for value, claimed in by_value.items():
        first = claimed[0].claim
        own = labels.get(first.concept_id) if first.concept_id else None
        answers.append(
            Answer(
                value=value,
                label=own or first.text,
                concept_id=first.concept_id,
                low=first.low,
                high=first.high,
                places=_firsts(one.place for one in claimed),
            )
        )
    answers += _instead(said, by_value.keys(), labels)
    return tuple(sorted(answers, key=_commonest_first))


def _instead(said: Sequence[_Said], values: Collection[str], labels: Mapping[str, str]) -> Iterator[Answer]:
    """What an article says against its own summary, where nobody gives that answer in a form that is seen."""
    found: dict[str, list[Place]] = defaultdict(list)
    for one in said:
        if one.one.instead and one.one.right and one.one.right not in values:
            found[one.one.right].append(one.one.instead)
    for value, places in found.items():
        label = labels.get(value, value)
        yield Answer(
            value=value, label=label, concept_id=value, low=None, high=None, places=tuple(dict.fromkeys(places))
        )


def _firsts(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each article, and of its machine's summary."""
    found: dict[tuple[str, bool], Place] = {}
    for place in places:
        found.setdefault((place.article_id, place.is_machine), place)
    return tuple(found.values())


def _commonest_first(answer: Answer) -> tuple[bool, int, str]:
    return answer.is_machine, -len({place.article_id for place in answer.places}), answer.value


def _verdict(relation: str, said: Sequence[_Said], answers: Sequence[Answer]) -> tuple[Verdict, str]:
    """What the answers are to each other, and why; a machine's answer is never evidence against a person's."""
    for one in said:
        if one.one.contradicted:
            return Verdict.CONTRADICTION, one.one.contradicted
    people = [answer for answer in answers if not answer.is_machine]
    if len(people) < 2:
        if len(answers) > len(people):
            return Verdict.DIFFER, "only a machine says otherwise" if people else "only machines say so"
        return Verdict.AGREE, "all say the same"
    if relation == "number":
        if against := _other_number(said):
            return Verdict.CONTRADICTION, against
        return Verdict.DIFFERENT_SETS, "nothing shows that the numbers count the same"
    if relation in _ONE_RIGHT and (against := _other_answer(said)):
        return Verdict.CONTRADICTION, against
    return Verdict.DIFFER, "each may be right"


def _other_number(said: Sequence[_Said]) -> str:
    """Two sentences with the same words and another number, and no other day; "" where there are none.

    A sentence may have two numbers of one kind (from 53% to 56%), which do not contradict each other.
    """
    seen: dict[tuple[str, frozenset[str]], dict[str, dict[str, Claimed]]] = defaultdict(lambda: defaultdict(dict))
    for one in said:
        claim, words = one.one.claim, one.one.words
        if len(words) >= _WORDS and not one.one.place.is_machine:
            seen[claim.slot.about, words][one.article].setdefault(claim.value, one.one)
    for articles in seen.values():
        first, *others = articles.values()
        for other in others:
            ours = [one for value, one in first.items() if value not in other]
            theirs = [one for value, one in other.items() if value not in first]
            days = {one.day for one in (*ours[:1], *theirs[:1]) if one.day}
            if ours and theirs and len(days) < 2:
                return f"the same sentence with {ours[0].claim.text} and with {theirs[0].claim.text}"
    return ""


def _other_answer(said: Sequence[_Said]) -> str:
    """Two articles of one story that name others; "" where none do, or where one article names both."""
    by_story: dict[str, dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        if not one.one.place.is_machine:
            by_story[one.story][one.one.claim.value].append(one)
    for values in by_story.values():
        for (_, first), (_, second) in combinations(sorted(values.items()), 2):
            origins = {one.origin for one in first}, {one.origin for one in second}
            if origins[0].isdisjoint(origins[1]) and _are_others(first[0].one, second[0].one):
                return f"within one story, {first[0].one.claim.text} and {second[0].one.claim.text}"
    return ""


def _are_others(first: Claimed, second: Claimed) -> bool:
    """Whether two answers are sure to be different: both concepts, or names of one script of which none is part of the other."""
    one, other = first.claim, second.claim
    if one.concept_id and other.concept_id:
        return one.concept_id != other.concept_id
    if one.concept_id or other.concept_id or one.text.isascii() != other.text.isascii():
        return False
    return not is_part(one.text, other.text)


def _order(question: Question) -> tuple[int, int, str, str, str]:
    articles = {place.article_id for answer in question.answers for place in answer.places}
    places = question.answers[0].places
    return (
        _ORDER.index(question.verdict),
        -len(articles),
        question.slot.relation,
        question.slot.about,
        places[0].article_id,
    )
