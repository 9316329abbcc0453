"""The concepts that a document names: numbered as they come, counted, listed at its end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jaen.model import Concept, Mention, MentionKind, Status, Translation
from jaen.offsets import Span
from jaen.writing.digest import outcome_note
from jaen.writing.html.views import ConceptView, LinkView

__all__ = ["Concepts"]

_LANGUAGES = ("ja", "en")
_KINDS: Mapping[MentionKind, str] = {
    MentionKind.FREE: "the term itself",
    MentionKind.TITLE: "a name with a title",
    MentionKind.VARIANT: "another spelling",
    MentionKind.SHORT_FORM: "short for the full name",
    MentionKind.COMPOUND: "part of a longer word",
    MentionKind.DERIVED: "a word made from the term",
    MentionKind.NAME_PART: "part of a longer name",
}


@dataclass(slots=True)
class _Entry:
    number: int
    concept: Concept
    times: int = 0
    articles: int = 0
    last_article: int = 0
    has_anchor: bool = False


class Concepts:
    """A register that grows while articles are written; a concept keeps the number it got first."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def count(self, mentions: Iterable[Mention], article: int) -> None:
        """Count the mentions of one more article."""
        for mention in mentions:
            entry = self._entry(mention.concept)
            entry.times += 1
            entry.articles += entry.last_article != article
            entry.last_article = article

    def mention_link(self, mention: Mention) -> tuple[Span, LinkView]:
        """A mention as a link; the first one that is shown gets an anchor to jump to."""
        entry = self._entry(mention.concept)
        anchor = "" if entry.has_anchor else f"m{entry.number}"
        entry.has_anchor = True
        return mention.span, LinkView(
            number=entry.number,
            category=mention.concept.category,
            kind=_KINDS[mention.kind],
            matched_by=mention.matched_by,
            anchor=anchor,
        )

    def outcome_links(self, translation: Translation) -> list[tuple[Span, LinkView]]:
        """Where the terms of a sentence stand in its translation."""
        links = []
        for outcome in translation.terms:
            entry = self._entries.get(outcome.concept_id)
            if entry and outcome.target_span:
                link = LinkView(
                    number=entry.number,
                    category=entry.concept.category,
                    kind=outcome_note(outcome) or "as the engine translated it",
                    matched_by="",
                    anchor="",
                )
                links.append((outcome.target_span, link))
        return links

    def views(self) -> list[ConceptView]:
        """All of them, the most frequent first."""
        entries = sorted(self._entries.values(), key=lambda entry: (-entry.times, entry.number))
        return [_view(entry) for entry in entries]

    def _entry(self, concept: Concept) -> _Entry:
        return self._entries.setdefault(concept.id, _Entry(len(self._entries) + 1, concept))


def _view(entry: _Entry) -> ConceptView:
    concept = entry.concept
    preferred = [term for language in _LANGUAGES if (term := concept.preferred(language))]
    others = {term.text: term for term in reversed(concept.terms) if term not in preferred}  # AI is one in both
    return ConceptView(
        number=entry.number,
        id=concept.id,
        category=concept.category,
        names=tuple((term.language, term.text) for term in preferred),
        others=tuple((term.language, term.text, _status(term.status)) for term in reversed(others.values())),
        definitions=concept.definition,
        times=entry.times,
        articles=entry.articles,
        href=f"#m{entry.number}" if entry.has_anchor else "",
    )


def _status(status: Status) -> str:
    """What an editor must know; that a term may be written goes without saying."""
    return "" if status in (Status.PREFERRED, Status.ADMITTED) else status.value
