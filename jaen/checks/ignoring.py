"""Where findings that an editor lets stand are marked with the reason; they are shown as such and never fail a run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from jaen.glossary.house import Ignored
from jaen.model import Article, Finding

__all__ = ["mark_ignored"]


def mark_ignored(findings: Iterable[Finding], article: Article, ignored: Sequence[Ignored]) -> tuple[Finding, ...]:
    """All *findings*, those that may stand with the reason (`Finding.ignored`); of several lines the first one counts.

    Args:
        findings: about *article*.
        article: that they are about; `Ignored.article` is matched with the end of its source.
        ignored: what may stand; see `jaen.glossary.house.ignored`.
    """
    by_code: dict[str, list[Ignored]] = {}
    for one in ignored:
        if _is_about(one.article, article.source):
            by_code.setdefault(one.code, []).append(one)
    return tuple(_marked(finding, article, by_code) for finding in findings)


def _marked(finding: Finding, article: Article, by_code: Mapping[str, Sequence[Ignored]]) -> Finding:
    lines = by_code.get(finding.code)
    if not lines:
        return finding
    names = _names(finding, article)
    one = next((one for one in lines if not one.about or _folded(one.about) in names), None)
    return replace(finding, ignored=one.reason) if one else finding


def _is_about(pattern: str, source: str) -> bool:
    """`page.txt` is every file of that name, `news/*.txt` those in every folder `news`, as in a .gitignore file."""
    path = source.replace("\\", "/")
    return not pattern or fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")


def _names(finding: Finding, article: Article) -> set[str]:
    """What a line can call the finding by: its concept, the words at its place, those of the source it was made from."""
    words = [one.text for one in finding.related if one.role == "source"]
    if finding.span:
        words.append(finding.span.of(article.text))
    return {_folded(one) for one in words} | ({finding.concept_id} if finding.concept_id else set())


def _folded(words: str) -> str:
    return " ".join(words.split())
