"""What of two articles is to be aligned."""

from collections.abc import Iterator

from jaen.model import Passage, Report, Role, Segment

__all__ = ["passages_of"]

# What every article has or may have alike. A summary, a caption … belongs to the page that the text stands on.
_STORY = frozenset({Role.TITLE, Role.HEADING, Role.BODY, Role.QUESTION, Role.LIST_ITEM})


def passages_of(source: Report, target: Report) -> tuple[Passage, Passage]:
    """What of two articles is to be compared.

    Of each the content in its main language: of a page in both languages, the other half is no part of the text that
    was translated. Headlines and the story always; a summary, captions, a byline … where both articles have them.
    """
    shared = _roles(source) & _roles(target) | _STORY
    return _passage(source, shared), _passage(target, shared)


def _roles(report: Report) -> frozenset[Role]:
    return frozenset(segment.role for segment in _in_main_language(report))


def _passage(report: Report, roles: frozenset[Role]) -> Passage:
    segments = tuple(segment for segment in _in_main_language(report) if segment.role in roles)
    return Passage.of(report.article, report.language, segments, report.mentions)


def _in_main_language(report: Report) -> Iterator[Segment]:
    """Also a sentence in another language inside such a paragraph, and one that is in none, as `2026`."""
    blocks = {block.id for block in report.blocks if block.language == report.language}
    for segment in report.segments:
        if segment.content and (segment.language in (report.language, "und") or segment.block_id in blocks):
            yield segment
