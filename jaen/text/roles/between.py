"""Lines that are no sentences, between an article's paragraphs and right below the last."""

import re
from collections.abc import Set
from itertools import pairwise

from jaen.model import Role
from jaen.text.roles.lines import Line, Verdict
from jaen.text.roles.page import Page
from jaen.text.roles.title import could_be_title, is_user
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["below_body", "between_paragraphs", "drops_headlines", "last_of_body"]

_TEXT = (Role.BODY, Role.QUESTION, Role.LIST_ITEM, Role.SUMMARY)
# What may stand between an article's last paragraph and its last list.
_PASSED_OVER = (Role.HEADING, Role.CREDIT, Role.CAPTION, Role.NOTICE, Role.ALT_TEXT, Role.LABEL)
_LONGEST_NUMBERED_HEADING = 60  # characters
_NUMBER_MARK = re.compile(r"[0-9０-９]{1,2}\s?[.．、）)]")
_ROMAN_NUMBER = re.compile(r"[IVXLC]{1,6}\.?$")
# …を更新、燃料は廃油で―山里町: whom a headline is about
_ATTRIBUTION = re.compile(rf"[―─—][{HAN}{HIRAGANA}{KATAKANA}A-Za-z・]{{2,16}}$")
_CLAUSES = re.compile(r"\S{4,}[ 　]\S{4,}")
_TWO_CLAUSES = range(20, 121)  # characters
_SMALL_LETTER = re.compile(r"[a-z]")


def last_of_body(page: Page) -> int:
    """Index of the article's last line: short sentences and list items right after the last paragraph belong to it."""
    last = max((i for i in page.shown if page.role(i) in _TEXT), default=-1)
    waiting = 0
    for above, index in pairwise(page.shown):
        if index <= last or page.role(index) in _PASSED_OVER:
            continue
        if not page.is_open(index) or waiting > 1:
            break
        line = page.lines[index]
        if line.list_mark or line.ends or page.rule(above) == "head-body":
            last, waiting = index, 0
        else:
            waiting += 1  # a heading, if a list follows
    return last


def between_paragraphs(page: Page, place: int, drops: bool) -> Verdict:
    """What an undecided line between paragraphs is.

    Args:
        page: the page so far, every sentence decided.
        place: of the line among the lines shown.
        drops: `drops_headlines` of the page.
    """
    line = page.at(place)
    if line.list_mark:
        return _marked(page, place)
    if _ROMAN_NUMBER.match(line.text):
        return Verdict(Role.HEADING, True, "section-number", 0.7)
    if line.ends:
        if not line.is_japanese and line.text.endswith("?") and page.introduces_prose(place):
            return Verdict(Role.HEADING, True, "question-heading", 0.6)
        return Verdict(Role.BODY, True, "short-sentence", 0.65)
    if is_user(page, place):
        return Verdict(Role.BYLINE, False, "name-before-time", 0.6)
    if _names_its_subject(line) or (drops and _has_two_clauses(line)):
        return Verdict(Role.TEASER, False, "headline-between-paragraphs", 0.65)
    if _SMALL_LETTER.match(line.text) and not line.is_japanese:
        return Verdict(Role.ALT_TEXT, False, "small-letter-start", 0.5)
    if page.introduces_prose(place) or _stands_over_lines(page, place):
        return Verdict(Role.HEADING, True, "heading-before-paragraph", 0.75)
    if line.is_label:
        return Verdict(Role.NAVIGATION, False, "label-between-paragraphs", 0.5)
    return Verdict(Role.BODY, True, "left-over", 0.4)


def _marked(page: Page, place: int) -> Verdict:
    """A list item; or `2. Results`: a number, no sentence, and no other item of its kind beside it."""
    line = page.at(place)
    is_short = not line.ends and len(line.text) <= _LONGEST_NUMBERED_HEADING
    if _NUMBER_MARK.match(line.text) and is_short and place + 1 < len(page.shown):
        above, below = page.at(max(place - 1, 0)), page.at(place + 1)
        is_item = any(_NUMBER_MARK.match(o.text) and not o.is_prose for o in (above, below) if o is not line)
        if not is_item and (below.is_prose or below.list_mark):
            return Verdict(Role.HEADING, True, "numbered-heading", 0.7)
    return Verdict(Role.LIST_ITEM, True, "list-mark", 0.8)


def _stands_over_lines(page: Page, place: int) -> bool:
    """True for a label over undecided lines (a list without marks), or a heading over a subheading."""
    below = [i for i in page.shown[place + 1 : place + 3] if page.is_open(i)]
    if page.at(place).is_label and len(below) == 2 and not any(page.lines[i].is_label for i in below):
        return True
    return bool(below) and below[0] == page.shown[place + 1] and page.introduces_prose(place + 1)


def _names_its_subject(line: Line) -> bool:
    return line.is_japanese and bool(_ATTRIBUTION.search(line.tail))


def _has_two_clauses(line: Line) -> bool:
    return line.is_japanese and len(line.text) in _TWO_CLAUSES and bool(_CLAUSES.search(line.text))


def _continues_list(page: Page, above: int) -> bool:
    """True when the line *above* an item is another item of the article, or a heading of the article."""
    verdict = page.verdicts[above]
    return verdict is not None and verdict.content and verdict.role in (Role.HEADING, Role.LIST_ITEM)


def drops_headlines(page: Page) -> bool:
    """True when an undecided line of two clauses between paragraphs is another story's headline on this page.

    Interviews have questions for subheadings; elsewhere two lines of this shape are subheadings.
    """
    shaped = sum(page.is_open(i) and _has_two_clauses(page.lines[i]) for i in page.shown)
    return shaped == 1 or any(page.role(i) is Role.QUESTION for i in page.shown)


def below_body(page: Page, place: int, authors: Set[str]) -> Verdict:
    """What an undecided line below the article is, with the *authors* that bylines name."""
    line = page.at(place)
    if line.text in authors:
        return Verdict(Role.BIO, False, "author-below-body", 0.7)
    if line.list_mark and _continues_list(page, page.shown[place - 1]):
        return Verdict(Role.LIST_ITEM, True, "list-below-body", 0.7)
    if line.is_label or not could_be_title(line):
        return Verdict(Role.NAVIGATION, False, "below-body", 0.6)
    return Verdict(Role.TEASER, False, "below-body", 0.55)
