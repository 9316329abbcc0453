"""What the formats for people have in common: what stands under a sentence, terms, furniture counted, places shown."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jaen.model import Finding, Mention, Related, Report, Role, TermOutcome, Translation
from jaen.words import graphemes
from jaen.writing.cells import one_line

_EXCERPT = 24  # code points
_LANGUAGE = {"en": "english", "ja": "japanese"}
_WORST_FIRST = ("unmet", "repaired", "satisfied")


def mentions_by_segment(report: Report) -> Mapping[str, Sequence[Mention]]:
    """The mentions of each segment, one per concept, in text order."""
    found: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in report.mentions:
        found[mention.segment_id].setdefault(mention.concept.id, mention)
    return {segment_id: tuple(mentions.values()) for segment_id, mentions in found.items()}


def counterpart(mention: Mention) -> str | None:
    """The term of the other language: English for a Japanese mention, Japanese for any other; None without one."""
    term = mention.concept.preferred("en" if mention.term.language == "ja" else "ja")
    return term.text if term else None


def renderings(report: Report) -> Mapping[str, tuple[str, str]]:
    """What a reader of the other language gets: segment id to (text, kind).

    Kind is the language of a translation (`en`), or `gloss`; a segment that is in that language already has none, and
    neither has one of which nothing can be said.
    """
    best = {gloss.segment_id: (gloss.text, "gloss") for gloss in report.glosses}
    best.update({t.segment_id: (t.text, t.language) for t in report.translations if t.state != "untranslated"})
    return best


def rows_under(translation: Translation | None, rendering: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """What stands under a sentence, as (label, text): its rendering, and what a reviewer should know of it.

    `english`, `japanese` or `gloss`; then `reviewed`, `flags`, `draft` (what was rejected) and `similar`.
    """
    if rendering:
        text, kind = rendering
        yield language_name(kind), one_line(text)
    if translation is None:
        return
    if translation.state == "reviewed":
        yield "reviewed", f"by {one_line(translation.model)}"
    if flags := one_line("; ".join(translation.flags)):
        yield "flags", f"not translated: {flags}" if translation.state == "untranslated" else flags
    if translation.state == "untranslated" and translation.text.strip():
        yield "draft", one_line(translation.text)
    if similar := translation.similar:
        yield "similar", f"{similar.score:.0%}: {one_line(similar.source)} → {one_line(similar.text)}"


def language_name(tag: str) -> str:
    """`english` and `japanese`; of another language its tag."""
    return _LANGUAGE.get(tag, tag)


def outcomes(translation: Translation | None) -> Mapping[str, TermOutcome]:
    """Concept id to what became of it in a translation that is passed on; of several mentions, the worst."""
    if translation is None or translation.state == "untranslated":
        return {}
    ranked = sorted(translation.terms, key=lambda term: _WORST_FIRST.index(term.outcome), reverse=True)
    return {term.concept_id: term for term in ranked}


def outcome_note(outcome: TermOutcome) -> str:
    """In brackets after a term: `repaired: carrier`, `unmet`, and nothing where the engine wrote it by itself."""
    if outcome.outcome == "satisfied":
        return ""
    return f"{outcome.outcome}: {outcome.rung}" if outcome.rung else outcome.outcome


def left_out(report: Report) -> str:
    """One line on the furniture that is not shown, "" when there is none.

    `left out: 3 lines of the site's furniture (navigation 2, rights 1)`
    """
    roles = Counter(block.role.value for block in report.blocks if not block.content and block.role is not Role.BLANK)
    total = sum(roles.values())
    if not total:
        return ""
    listed = ", ".join(f"{role} {count}" for role, count in roles.most_common())
    return f"left out: {total} line{'s' if total != 1 else ''} of the site's furniture ({listed})"


def place(report: Report, finding: Finding) -> str:
    """Where a finding is: its first offset and words, "" when it is about the whole article."""
    if finding.span is None:
        return ""
    return f"at {finding.span.start}: {excerpt(finding.span.of(report.article.text))}"


def related_note(report: Report, related: Related) -> str:
    """Another place that a finding speaks of: `contradicts, at 210: 国家サイバー統括室`; in another article with its id."""
    where = "at" if related.article_id == report.article.id else f"in {one_line(related.article_id)} at"
    return f"{role_phrase(related.role)}, {where} {related.span.start}: {excerpt(related.text)}"


def role_phrase(role: str) -> str:
    """What a related place is to a finding, in words.

    >>> role_phrase("contradicted"), role_phrase("first-use")
    ('contradicts', 'first use')
    """
    return "contradicts" if role == "contradicted" else role.replace("-", " ")


def excerpt(text: str, length: int = _EXCERPT) -> str:
    """The first code points of *text*, on one line."""
    return one_line(graphemes.excerpt(text, length))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(0, "article"), counted(2, "copy", "copies")
    ('1 article', '0 articles', '2 copies')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
