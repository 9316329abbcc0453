"""Checks of what a scraper has left in the text."""

import re
from collections.abc import Iterator
from itertools import groupby

from jaen.checks.subject import Found, Subject
from jaen.model import Block, Dash, DashKind, Role, Segment, Severity, Span
from jaen.text.roles.lexicon import HEADS, LABELS, Zone
from jaen.text.roles.lines import key_of, measure
from jaen.text.roles.patterns import local_verdict
from jaen.words.scripts import HAN, KATAKANA

__all__ = ["leftover_furniture"]

_FURNITURE = (Role.NOTICE, Role.NAVIGATION, Role.FORM, Role.TEASER)
_STORY = (Role.BODY, Role.QUESTION)
_PARAGRAPH = (*_STORY, Role.HEADING)  # a paragraph that ends in a label ends as headings do
_LONG_LABEL = 8  # characters; a shorter one with a full stop may be somebody's word: "Continue."
_MOST = 2  # lines that were left between two paragraphs; more are a part of the page
_ZONES = (Zone.TEASERS, Zone.NEWSLETTER, Zone.COMMENTS)
_OTHER_RULES = ("separator", "navigation-contact")  # *** between paragraphs, an address at the end of one
# What follows the end of the last sentence: (続きを読む), Advertisement. No digits: "... in the U.S. 12"
_BEHIND_SENTENCE = re.compile(
    r"(?<=[.!?…。！？」』”\")）])(?:\s+|(?=[(（\[［【A-Z])|(?<=[。！？」』]))"
    r"(?P<label>[(（\[［【]?[^.!?…。！？「」『』“”\"()（）0-9]{2,40}[)）\]］】]?)\s*\Z"
)
# A word that texts have as well as sites: 写真, ニュース, business.
_SECTION = re.compile(f"[a-z]+|[{HAN}]{{1,3}}|[{KATAKANA}]+")
_ADVERTISING = ("advertisement", "advertising", "広告")
_ENDS = re.compile(r"[.!?…。！？]\s*\Z")


def leftover_furniture(subject: Subject) -> Iterator[Found]:
    """Furniture of the site inside the body of the article.

    Stuck to a paragraph, where it is read as the article's own words; or a line or two between two paragraphs, which
    are set apart already and so only information.
    """
    for _, group in groupby(subject.content, key=lambda segment: segment.block_id):
        paragraph = list(group)
        if paragraph[0].role in _PARAGRAPH:
            yield from _stuck(paragraph)
    yield from _between(subject)


def _stuck(paragraph: list[Segment]) -> Iterator[Found]:
    """What the page says to its readers at either end of a paragraph."""
    first, last = paragraph[0], paragraph[-1]
    for segment in (first, last) if len(paragraph) > 1 else ():
        if _is_left(segment.text):
            yield _found(segment.text, segment.span)
            return
    label = _BEHIND_SENTENCE.search(last.text)
    if label and _is_label(label["label"]):
        yield _found(label["label"], Span(*label.span("label")).shift(last.span.start))


def _is_left(text: str) -> bool:
    return _is_notice(text) or (_is_label(text) and (len(key_of(text)) >= _LONG_LABEL or not _ENDS.search(text)))


def _is_label(text: str) -> bool:
    """Whether the words are a label of the site; a single word only if it is no other: 写真, News and Business are."""
    key = key_of(text)
    is_label = LABELS.get(key) in ("notice", "navigation", "form") or HEADS.get(key) in _ZONES
    return is_label and (key in _ADVERTISING or not _SECTION.fullmatch(key))


def _is_notice(text: str) -> bool:
    """Whether a sentence speaks to the readers of the site: "Click here to subscribe."."""
    verdict = local_verdict(measure(text, Span(0, len(text))))
    if verdict is None or verdict.rule in _OTHER_RULES or verdict.rule.endswith("-label"):
        return False
    return verdict.role in _FURNITURE


def _between(subject: Subject) -> Iterator[Found]:
    """Short runs of furniture with paragraphs of the story on both sides."""
    sentences: dict[str, list[Segment]] = {}
    for segment in subject.segments:
        sentences.setdefault(segment.block_id, []).append(segment)
    blocks = [block for block in subject.blocks if block.role is not Role.BLANK]
    runs = [(key, list(group)) for key, group in groupby(blocks, key=_kind)]
    for (before, _), (kind, run), (after, _) in zip(runs, runs[1:], runs[2:], strict=False):
        if kind == "furniture" and len(run) <= _MOST and before == after == "story":
            for block in run:
                yield from _set_apart(block, sentences.get(block.id, []))


def _set_apart(block: Block, sentences: list[Segment]) -> Iterator[Found]:
    """A line of furniture; or in a paragraph that was taken for one, the sentences that made it so."""
    left = [sentence for sentence in sentences if _is_left(sentence.text)]
    if len(sentences) == 1 and (left or _is_headline(block, sentences[0])):
        yield _found(sentences[0].text, sentences[0].span, Severity.INFO)
    elif len(left) < len(sentences):
        yield from (_found(sentence.text, sentence.span) for sentence in left)


def _is_headline(block: Block, sentence: Segment) -> bool:
    """Whether another story's headline stands there: …が新たに対象―米アンソロピック names its source as only headlines do."""
    dashes = (mark for mark in sentence.marks if isinstance(mark, Dash))
    return block.role is Role.TEASER and any(dash.kind is DashKind.ATTRIBUTION for dash in dashes)


def _kind(block: Block) -> str:
    if block.content:
        return "story" if block.role in _STORY else "other"
    return "furniture" if block.role in _FURNITURE else "other"


def _found(text: str, span: Span, severity: Severity | None = None) -> Found:
    return Found(message=f"{text!r} is the site's and no part of the article; remove it", span=span, severity=severity)
