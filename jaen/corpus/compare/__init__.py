"""Several articles against each other: copies, stories, who says what, when, and in which words."""

from collections.abc import Iterable
from datetime import date

from jaen.corpus.compare.copies import find_copies
from jaen.corpus.compare.digest import Digest
from jaen.corpus.compare.questions import find_questions
from jaen.corpus.compare.stories import find_stories
from jaen.corpus.compare.timeline import find_timeline
from jaen.corpus.compare.variants import find_variants
from jaen.errors import ConfigError
from jaen.model import Report
from jaen.model.comparison import Comparison

__all__ = ["compare"]


def compare(reports: Iterable[Report]) -> Comparison:
    """Put articles side by side.

    Args:
        reports: any number; a generator is read one by one, and of each report only what is compared is kept. An
            article that is given twice counts once.

    Returns:
        The same comparison, whatever the order of the reports.

    Raises:
        ConfigError: two articles have the same id.

    >>> from jaen import Pipeline, read
    >>> drill = "The drill of 62 banks begins on Monday, the agency said. It ends after six weeks of tests."
    >>> reports = [Pipeline()(read(text)) for text in (drill, f"{drill} The banks agreed to it in May.")]
    >>> [(copy.kind.value, copy.containment, copy.shared) for copy in compare(reports).copies]
    [('contains', 1.0, 2)]
    """
    digests = _in_order(Digest.of(report) for report in reports)
    copies = find_copies(digests)
    stories = find_stories(digests, copies.original_of)
    story_of = {name: story.articles[0] for story in stories for name in story.articles}
    timeline, undated = find_timeline(digests)
    told = {*story_of, *copies.original_of, *copies.original_of.values()}
    return Comparison(
        articles=tuple(digest.row for digest in digests),
        copies=copies.copies,
        common=copies.common,
        stories=stories,
        apart=tuple(digest.row.id for digest in digests if digest.row.id not in told),
        questions=find_questions(digests, story_of, copies.original_of),
        timeline=timeline,
        undated=undated,
        variants=find_variants(digests),
    )


def _in_order(digests: Iterable[Digest]) -> list[Digest]:
    """By day where it is known, then by id; each article once."""
    found: dict[str, Digest] = {}
    for digest in digests:
        other = found.setdefault(digest.row.id, digest)
        if (other.row.source, other.sha256) != (digest.row.source, digest.sha256):
            sources = " and ".join(sorted((other.row.source, digest.row.source)))
            raise ConfigError(
                f"{digest.row.id!r}: is the id of two articles ({sources}); give each its own, "
                "or read them with one call of read_paths, which does"
            )
    return sorted(found.values(), key=lambda digest: (digest.row.day or date.max, digest.row.id))
