"""Lines that only their place can explain."""

import re
from collections import Counter
from itertools import takewhile

from jaen.model import Role
from jaen.text.roles.between import below_body, between_paragraphs, drops_headlines, last_of_body
from jaen.text.roles.lines import Verdict
from jaen.text.roles.page import Page
from jaen.text.roles.title import above_title, below_title, could_be_title, is_name

__all__ = ["assign_captions", "assign_places", "assign_repeats"]

_LONGEST_CAPTION = 240  # characters
_DATE_IN_CAPTION = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\.? \d{1,2}, \d{4}"
    r"|\d{1,2}[月日]"
)
_SENTENCES = re.compile(r"[.!?。！？][\"”」』)）]*\s*\S")


def assign_repeats(page: Page, title: int | None) -> None:
    """Short labels that stand on a page twice are its own furniture: its name, a button.

    A name under the title and again below the article is the author's.
    """
    counts = Counter(page.lines[i].text for i in page.shown if page.is_open(i))
    for index in _names_under(page, title):
        counts[page.lines[index].text] = 0
    for index in page.shown:
        line = page.lines[index]
        is_short = line.words <= 4 and len(line.text) <= 24
        if page.is_open(index) and is_short and counts[line.text] > 1 and not line.ends and not line.list_mark:
            page.decide(index, Verdict(Role.NAVIGATION, False, "repeated-label", 0.7))


def _names_under(page: Page, title: int | None) -> list[int]:
    """Undecided lines between the title and the first paragraph that may be people."""
    if title is None:
        return []
    below = takewhile(lambda i: not (page.is_open(i) and page.lines[i].is_prose), (i for i in page.shown if i > title))
    return [i for i in below if page.is_open(i) and is_name(page.lines[i])]


def assign_captions(page: Page) -> None:
    """Decide about lines right above a photo credit: captions, unless they are the title or a paragraph."""
    has_begun = False  # above the first title or paragraph, a line over a photo is the title
    for above, index in zip(page.shown, page.shown[1:], strict=False):
        line = page.lines[above]
        is_over_credit = page.role(index) is Role.CREDIT and page.is_open(above) and page.is_adjacent(above, index)
        if is_over_credit and not line.is_label and not line.list_mark:
            is_dated = not _SENTENCES.search(line.head) and bool(_DATE_IN_CAPTION.search(line.head))
            is_caption = is_dated if line.is_prose else has_begun or not could_be_title(line)
            if is_caption and len(line.text) <= _LONGEST_CAPTION:
                page.decide(above, Verdict(Role.CAPTION, False, "caption-above-credit", 0.7))
        has_begun = has_begun or page.role(above) is Role.TITLE or (page.is_open(above) and line.is_prose)


def assign_places(page: Page, title: int | None) -> None:
    """Decide about every line that is still open."""
    prose = page.open_prose()
    content = [i for i in page.shown if (verdict := page.verdicts[i]) is not None and verdict.content]
    if not prose and not content:
        _assign_without_prose(page)
        return
    first = prose[0] if prose else content[0]
    deck = _deck_below(page, title)
    for index in prose:
        if index == deck:
            page.decide(index, Verdict(Role.HEADING, True, "deck", 0.6))
        elif page.lines[index].list_mark:
            page.decide(index, Verdict(Role.LIST_ITEM, True, "list-mark", 0.8))
        else:
            page.decide(index, Verdict(Role.BODY, True, "sentence", 0.85))
    authors = {page.lines[i].text for i in page.shown if page.role(i) is Role.BYLINE}
    last, drops = last_of_body(page), drops_headlines(page)
    for place, index in enumerate(page.shown):
        if page.is_open(index):
            if title is not None and index < title:
                page.verdicts[index] = above_title(page.lines[index])
            elif index < first:
                verdict = below_title(page, place, title)
                page.verdicts[index] = verdict
                if verdict.role is Role.BYLINE:
                    authors.add(page.lines[index].text)
            elif index <= last:
                page.verdicts[index] = between_paragraphs(page, place, drops)
            else:
                page.verdicts[index] = below_body(page, place, authors)


def _assign_without_prose(page: Page) -> None:
    """A page without one sentence: a headline, a name, a list someone passed in. Nothing is taken for furniture."""
    for index in page.shown:
        if page.is_open(index):
            page.decide(index, Verdict(Role.BODY, True, "no-sentences", 0.4))


def _deck_below(page: Page, title: int | None) -> int | None:
    """The sentence between the title and the line that says who wrote it, or when; None without one."""
    if title is None:
        return None
    below = page.shown[page.shown.index(title) + 1 :][:2]
    is_deck = len(below) == 2 and page.role(below[1]) in (Role.BYLINE, Role.TIMESTAMP)
    return below[0] if is_deck else None
