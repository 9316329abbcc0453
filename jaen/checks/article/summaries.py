"""A summary and the text it summarizes: which names and numbers of the summary are not those of the text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from jaen.checks.article.people import by_family, english_people, japanese_people
from jaen.checks.subject import Subject
from jaen.claims.names import is_part
from jaen.model import Claim, Concept, Mention, Number, Segment, Slot, Span, Status
from jaen.offsets import Stretches
from jaen.text.numbers import units_agree
from jaen.translation.gloss import gloss
from jaen.words.english_forms import lemmas
from jaen.words.transliteration import THRESHOLD, name_similarity

__all__ = ["Summary", "WrongName", "WrongNumber"]

_SLOTS = frozenset({"product", "body", "office", "holder"})
_NAMING = frozenset({"person", "organization", "role", "product", "law", "place", "event"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_WORD = re.compile("[a-z]{3,}")
_KATAKANA = re.compile("[ァ-ヶー・＝]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongName:
    """A name of the summary that the text does not have, and what the text has instead.

    Attributes:
        span, text: in the summary.
        instead: as the text has it.
        contradicted: the sentence of the text.
        suggestion: the preferred term of what the text names, in the summary's language; None where none is known.
    """

    span: Span
    text: str
    instead: str
    contradicted: Segment
    concept_id: str | None
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A number of the summary that the text does not have, and the one that the text has instead."""

    claim: Claim
    instead: str
    contradicted: Segment


@dataclass(frozen=True)
class Summary:
    """An article with a summary.

    Attributes:
        subject: the article.
        summary: segments of the summary; none where the article has no summary.
        text: segments of what it summarizes.
    """

    subject: Subject
    summary: tuple[Segment, ...]
    text: tuple[Segment, ...]

    @classmethod
    def of(cls, subject: Subject) -> "Summary":
        """The summary of an article."""
        ids = subject.summary_ids
        return cls(
            subject,
            tuple(segment for segment in subject.content if segment.id in ids),
            tuple(segment for segment in subject.content if segment.id not in ids),
        )

    def wrong_names(self) -> Iterator[WrongName]:
        """Names that contradict the text, each place once, in text order."""
        if not self.summary or not self.text:
            return
        statements: dict[Span, WrongName] = {}
        for wrong in self._by_statement():
            statements.setdefault(wrong.span, wrong)
        found = [*statements.values()]
        told = Stretches(wrong.span for wrong in found)
        found += [wrong for wrong in self._by_glossary() if not told.touch(wrong.span)]  # the Claude of Claude-3
        yield from sorted(found, key=lambda wrong: wrong.span)

    def _by_statement(self) -> Iterator[WrongName]:
        """Names that stand where the text has others: Anthropic's X, the chief of X."""
        said = [claim for claim in self.subject.claims if claim.slot.relation in _SLOTS]
        of_text: dict[Slot, dict[tuple[str, str], Claim]] = defaultdict(dict)  # each answer once
        for claim in said:
            if not claim.is_summary:
                of_text[claim.slot].setdefault((claim.value, claim.text), claim)
        for claim in said:
            if not claim.is_summary or self._is_named(claim):
                continue
            about = self._same.get(claim.slot.about, claim.slot.about)
            rivals = [*of_text.get(Slot(claim.slot.relation, about), {}).values()]
            # "Mythos, the successor of Claude": what the text names is there, and Claude is said beside it.
            is_beside = claim.concept_id is not None and any(rival.value in self._in_summary for rival in rivals)
            if rivals and not is_beside and all(self._differ(claim, rival) for rival in rivals):
                yield self._wrong(claim.span, claim.text, rivals[0])

    def _by_glossary(self) -> Iterator[WrongName]:
        """Names that the glossary forbids for what the text names, or warns to confuse with it."""
        for segment in self.summary:
            for mention in self._mentions(segment):
                concept = mention.concept
                if mention.term.status is Status.FORBIDDEN and concept.id in self._places:
                    yield self._other(mention, segment, concept.id)
                elif concept.category in _NAMING and concept.id not in self._places:
                    for other in self._confusable(concept):
                        if other in self._places and other not in self._in_summary:
                            yield self._other(mention, segment, other)
                            break

    def _other(self, mention: Mention, segment: Segment, concept_id: str) -> WrongName:
        there, contradicted = self._places[concept_id]
        return WrongName(
            span=mention.span,
            text=mention.surface,
            instead=there.surface,
            contradicted=contradicted,
            concept_id=concept_id,
            suggestion=_preferred(there.concept, segment.language),
        )

    def _wrong(self, span: Span, text: str, rival: Claim) -> WrongName:
        segment = self.subject.segment_at(span.start)
        concept = self._concept(rival)
        return WrongName(
            span=span,
            text=text,
            instead=rival.text,
            contradicted=self.subject.by_id[rival.segment_id],
            concept_id=rival.concept_id,
            suggestion=_preferred(concept, segment.language) if concept and segment else None,
        )

    def _mentions(self, segment: Segment) -> Sequence[Mention]:
        return self.subject.mentions_in(segment)

    @cached_property
    def _places(self) -> Mapping[str, tuple[Mention, Segment]]:
        """Concept → where the text names it first, and the sentence; what it forbids names nothing."""
        found: dict[str, tuple[Mention, Segment]] = {}
        for segment in self.text:
            for mention in self._mentions(segment):
                if mention.term.status is not Status.FORBIDDEN:
                    found.setdefault(mention.concept.id, (mention, segment))
        return found

    @cached_property
    def _in_summary(self) -> frozenset[str]:
        """Concepts that the summary names."""
        return frozenset(mention.concept.id for segment in self.summary for mention in self._mentions(segment))

    @cached_property
    def _names_of_text(self) -> frozenset[str]:
        return frozenset(name.key for segment in self.text for name in self.subject.names_in(segment))

    @cached_property
    def _same(self) -> Mapping[str, str]:
        """Key of a person's name → key of the same person's in the other language, as the family name reads."""
        found = {}
        families = by_family(japanese_people(self.subject))
        for english in english_people(self.subject):
            family = english.of_family(families)
            if len(family) == 1:
                found[english.name.key] = family[0].name.key
                found[family[0].name.key] = english.name.key
        return found

    def _is_named(self, claim: Claim) -> bool:
        """Whether the text names the same thing anywhere."""
        return claim.value in self._places or claim.value in self._names_of_text

    def _concept(self, claim: Claim) -> Concept | None:
        glossary = self.subject.glossary
        return glossary.by_id(claim.concept_id) if glossary and claim.concept_id else None

    def _confusable(self, concept: Concept) -> Iterator[str]:
        """Concepts that the glossary warns to confuse with *concept*, whichever of the two entries says so."""
        yield from (link.target for link in concept.links if link.relation == "confusable")
        yield from self._warning.get(concept.id, ())

    @cached_property
    def _warning(self) -> Mapping[str, Sequence[str]]:
        """Concept → those of the text whose entries warn to confuse them with it."""
        found: dict[str, list[str]] = defaultdict(list)
        for concept_id, (mention, _) in self._places.items():
            for target in dict.fromkeys(link.target for link in mention.concept.links if link.relation == "confusable"):
                found[target].append(concept_id)
        return found

    def _differ(self, claim: Claim, rival: Claim) -> bool:
        """Whether two answers are sure to be different things."""
        if claim.value == rival.value or self._same.get(claim.value) == rival.value:
            return False
        first, second = self._concept(claim), self._concept(rival)
        if first and second:
            return not _are_linked(first, second)
        return self._are_other_words(claim, rival, first or second)

    def _are_other_words(self, claim: Claim, rival: Claim, concept: Concept | None) -> bool:
        """For names of which at most one is a concept; silent where the two can't be compared."""
        languages = [self.subject.by_id[one.segment_id].language for one in (claim, rival)]
        texts = [rival.text] if languages[0] == languages[1] else []
        if concept:
            texts += [term.text for term in concept.terms if term.language == languages[0]]
        if texts:
            return not any(is_part(claim.text, text) for text in texts)
        kana, latin = sorted((claim.text, rival.text), key=str.isascii)
        if _KATAKANA.fullmatch(kana) and latin.isascii():
            return name_similarity(kana, latin) < THRESHOLD
        return False

    def wrong_numbers(self) -> Iterator[WrongNumber]:
        """Numbers that contradict the text, in text order."""
        if not self.summary or not self.text:
            return
        said = [claim for claim in self.subject.claims if claim.slot.relation == "number"]
        of_text = [claim for claim in said if not claim.is_summary]
        values = {value for segment in self.text for mark in segment.marks if isinstance(mark, Number)
                  for value in (mark.low, mark.high)}  # fmt: skip
        for claim in said:
            if claim.is_summary and claim.low not in values and claim.high not in values:
                words = self._words(claim.segment_id) - {claim.slot.about}
                rivals = [(len(words & self._words(one.segment_id)), one) for one in of_text
                          if _same_things(claim, one)]  # fmt: skip
                shared, rival = max(rivals, key=lambda pair: pair[0], default=(0, None))
                if shared and rival:
                    yield WrongNumber(claim, self._counted(rival), self.subject.by_id[rival.segment_id])

    def _counted(self, claim: Claim) -> str:
        """A number with the noun behind it: 14の事業者."""
        segment = self.subject.by_id[claim.segment_id]
        at = bisect_left(segment.tokens, claim.span.end, key=lambda token: token.span.start)
        if segment.language != "ja" or at == len(segment.tokens) or segment.tokens[at].surface != "の":
            return claim.text
        end = claim.span.end
        for token in islice(segment.tokens, at, None):
            if token.surface != "の" and token.upos not in ("NOUN", "PROPN"):
                break
            end = token.span.end
        return Span(claim.span.start, end).of(self.subject.article.text)

    def _words(self, segment_id: str) -> frozenset[str]:
        """What a sentence speaks of, in English words."""
        known = self._words_of.get(segment_id)
        if known is None:
            known = self._words_of[segment_id] = self._find_words(self.subject.by_id[segment_id])
        return known

    @cached_property
    def _words_of(self) -> dict[str, frozenset[str]]:
        return {}

    def _find_words(self, segment: Segment) -> frozenset[str]:
        if segment.language == "ja":
            said = " ".join(one.text for one in gloss([segment], self._mentions(segment)))
            return frozenset(lemma for word in _WORD.findall(said.casefold()) for lemma in lemmas(word))
        tokens = (token for token in segment.tokens if token.upos in _CONTENT)
        return frozenset(lemma for token in tokens for lemma in lemmas(token.surface.casefold()) if len(lemma) > 2)


def _same_things(first: Claim, second: Claim) -> bool:
    return first.slot.about == second.slot.about or units_agree(first.slot.about, second.slot.about)


def _preferred(concept: Concept, language: str) -> str | None:
    term = concept.preferred(language)
    return term.text if term else None


def _are_linked(first: Concept, second: Concept) -> bool:
    """Whether one may stand for the other: a part for the whole, a holder for an office; not what is easily confused."""
    return any(
        link.target == other.id and link.relation != "confusable"
        for one, other in ((first, second), (second, first))
        for link in one.links
    )
