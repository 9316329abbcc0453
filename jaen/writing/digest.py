"""What the two formats for people have in common: terms by segment, furniture counted, places shown."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from jaen.model import Finding, Mention, Report, Role
from jaen.writing.cells import one_line

_EXCERPT = 24  # code points


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
    words = finding.span.of(report.article.text)
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    return f"at {finding.span.start}: {one_line(excerpt)}"
