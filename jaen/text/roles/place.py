"""Lines that only their place can explain: title, headings, names under the title, what is left over."""

import re
from collections import Counter
from itertools import pairwise

from jaen.model import Role
from jaen.text.roles.lines import Line
from jaen.text.roles.page import Page
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["assign_captions", "assign_places", "assign_repeats", "assign_title"]

_LONGEST_TITLE = 200
_NAME_EN = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-Z][\w'’.-]+(?: (?:de|van|von|der|da|bin|al|[A-Z]\.?))*(?: [A-Z][\w'’-]+){1,2}(?:,? (?:and|&) [A-Z][\w'’.-]+(?: [A-Z][\w'’-]+){1,2})?$"
)
_NAME_JA = re.compile(
    rf"[{HAN}]{{1,4}}[ 　]?[{HAN}{HIRAGANA}{KATAKANA}]{{1,4}}(?:[　、・][{HAN}]{{1,4}} ?[{HAN}{HIRAGANA}{KATAKANA}]{{1,4}}){{0,3}}$"
)
_ORGANIZATION_JA = re.compile(
    r"(?:[省庁局部課室会所社館院党団]|大学|機構|協会|財団|法人|連盟|組合|研究所|委員会|事務所|事務局)$"
)
_NOT_A_NAME_JA = re.compile(r"(?:一覧|情報|案内|登録|検索|紹介|特集|記事|写真|動画|番組|県|市|町|村)$")
_NUMBER_MARK = re.compile(r"[0-9０-９]{1,2}\s?[.．、）)]")
_ROMAN_NUMBER = re.compile(r"[IVXLC]{1,6}\.?$")
_DOT_NAME = re.compile(r"[·•|・]\s*(?=\S)")
_DATE_IN_CAPTION = re.compile(
    r"\b(?:on|in)? ?(?:January|February|March|April|May|June|July|August|September|October|November|December)\.? \d{1,2}, \d{4}|\d{1,2}[月日]|[（(][^）)]*[0-9０-９]+[月日年]"
)
_SENTENCES = re.compile(r"[.!?。！？][\"”」』)）]*\s*\S")
_HEADLINE_END = re.compile(r"[?？!！…][」』”\"')）]*$")
_ATTRIBUTION = re.compile(rf"[―─—][{HAN}{HIRAGANA}{KATAKANA}A-Za-z・]{{2,16}}$")
_CLAUSES = re.compile(r"\S{4,}[ 　]\S{4,}")
# What may stand between an article's last paragraph and its last list.
_BETWEEN = (Role.HEADING, Role.CREDIT, Role.CAPTION, Role.NOTICE, Role.ALT_TEXT, Role.LABEL)
_LOWER_START = re.compile(r"[a-z]")


def could_be_title(line: Line) -> bool:
    """True for a line with a headline's shape: no list item, no sentence unless it asks or shouts."""
    if line.list_mark or len(line.text) > _LONGEST_TITLE:
        return False
    if not line.is_prose or line.text[0] in "「『“":
        return True
    return bool(_HEADLINE_END.search(line.tail)) and not _SENTENCES.search(line.text)


def assign_title(page: Page, known: str) -> int | None:
    """Decide which line before the article's first paragraph is its title; its index, or None.

    The first that shares words with the body wins: a deck below it often shares more.

    Args:
        page: the page so far.
        known: the title that the container states, "" when it states none.
    """
    first = _first_paragraph(page)
    if known:
        for index in page.shown:
            if page.lines[index].text == known and (page.is_open(index) or index < first):
                page.decide(index, Role.TITLE, True, "title-known", 1.0)
                return index
    candidates = [i for i in page.shown if i < first and page.is_open(i) and could_be_title(page.lines[i])]
    best, best_score = None, 0.0
    for index in candidates:
        line = page.lines[index]
        share = page.topic.share(line.head)
        is_short = line.words <= 5 and len(line.text) <= 14
        score = min(share, 0.34) + (0.0 if line.is_label else 0.1 if is_short else 0.2)
        if score > best_score + 0.05:
            best, best_score = index, score
    if best is not None and (best_score > 0.2 or not page.lines[best].is_label):
        page.decide(best, Role.TITLE, True, "title-before-body", 0.45 + best_score)
        return best
    return None


def _first_paragraph(page: Page) -> int:
    """Index of the article's first paragraph; one headline that asks or shouts may stand before it."""
    prose = page.open_prose()
    if len(prose) > 1 and could_be_title(page.lines[prose[0]]):
        before = [i for i in page.shown if i < prose[0] and page.is_open(i) and not page.lines[i].is_label]
        if not before:
            return prose[1]
    return prose[0] if prose else len(page.lines)


def assign_repeats(page: Page) -> None:
    """Short labels that stand on a page twice are its own furniture: its name, a button."""
    counts = Counter(page.lines[i].text for i in page.shown if page.is_open(i))
    for index in page.shown:
        line = page.lines[index]
        is_short = line.words <= 4 and len(line.text) <= 24
        if page.is_open(index) and is_short and counts[line.text] > 1 and not line.ends and not line.list_mark:
            page.decide(index, Role.NAVIGATION, False, "repeated-label", 0.7)


def assign_captions(page: Page) -> None:
    """The line right above a photo credit is its caption, or stands in for the picture."""
    below_body = False  # before a title or a paragraph, a line over a photo is the title
    for place, index in enumerate(page.shown[1:], start=1):
        above = page.shown[place - 1]
        line = page.lines[above]
        was_below, below_body = below_body, below_body or _begins_body(page, above)
        if page.role(index) is not Role.CREDIT or not page.is_open(above) or not page.is_adjacent(above, index):
            continue
        if line.is_label or line.list_mark:
            continue
        single = not _SENTENCES.search(line.text) and len(line.text) <= 240
        if line.is_prose and not (single and _DATE_IN_CAPTION.search(line.text)):
            continue
        if not line.is_prose and not was_below and could_be_title(line):
            continue
        page.decide(above, Role.CAPTION, False, "caption-above-credit", 0.7)


def _begins_body(page: Page, index: int) -> bool:
    return page.role(index) is Role.TITLE or (page.is_open(index) and page.lines[index].is_prose)


def assign_places(page: Page, title: int | None) -> None:
    """Decide about every line that is still open."""
    prose = page.open_prose()
    decided_content = [i for i in page.shown if (v := page.verdicts[i]) is not None and v.content]
    if not prose and not decided_content:
        _assign_without_prose(page)
        return
    first = prose[0] if prose else min(i for i in decided_content)
    for index in prose:
        if title is not None and _is_deck(page, title, index):
            page.decide(index, Role.HEADING, True, "deck", 0.6)
        elif page.lines[index].list_mark:
            page.decide(index, Role.LIST_ITEM, True, "list-mark", 0.8)
        else:
            page.decide(index, Role.BODY, True, "sentence", 0.85)
    last, drops = _last_of_body(page), _drops_headlines(page)
    for place, index in enumerate(page.shown):
        if not page.is_open(index):
            continue
        if title is not None and index < title:
            _above_title(page, index)
        elif index < first:
            _below_title(page, place, title)
        elif index <= last:
            _inside(page, place, drops)
        else:
            _after(page, index)


def _assign_without_prose(page: Page) -> None:
    """A page without one sentence: a headline, a name, a list someone passed in. Nothing is taken for furniture."""
    for index in page.shown:
        if page.is_open(index):
            page.decide(index, Role.BODY, True, "no-sentences", 0.4)


def _above_title(page: Page, index: int) -> None:
    if page.lines[index].is_label:
        page.decide(index, Role.NAVIGATION, False, "above-title", 0.7)
    else:
        page.decide(
            index, Role.TEASER if could_be_title(page.lines[index]) else Role.NAVIGATION, False, "above-title", 0.5
        )


def _below_title(page: Page, place: int, title: int | None) -> None:
    """A line between the title and the first paragraph."""
    index = page.shown[place]
    line = page.lines[index]
    if title is not None and line.text == page.lines[title].text:
        page.decide(index, Role.TITLE, True, "title-again", 0.8)
    elif _is_user(page, place):
        page.decide(index, Role.BYLINE, False, "name-before-time", 0.6)
    elif _follows_credit(page, place) and not line.is_label and not line.ends:
        page.decide(index, Role.CAPTION, False, "caption-below-credit", 0.55)
    elif line.list_mark:
        mark = _DOT_NAME.match(line.text)
        alone = not _has_list_neighbor(page, place)
        if mark and alone and len(line.text) - mark.end() <= 30:
            page.decide(index, Role.BYLINE, False, "name-after-dot", 0.7)
        else:
            page.decide(index, Role.LIST_ITEM, True, "list-above-body", 0.6)
    elif title is not None and _ORGANIZATION_JA.search(line.text) and 4 <= len(line.text) <= 20:
        page.decide(index, Role.SOURCE, False, "organization-under-title", 0.55)
    elif title is not None and _is_name_ja(line):
        page.decide(index, Role.BYLINE, False, "name-under-title", 0.55)
    elif _NAME_EN.match(line.text) and title is not None and not _introduces_prose(page, place):
        page.decide(index, Role.BYLINE, False, "name-under-title", 0.55)
    elif _LOWER_START.match(line.text) and not line.ends:
        page.decide(index, Role.ALT_TEXT, False, "small-letter-start", 0.5)
    elif line.is_label and not (title is not None and _introduces_prose(page, place)):
        page.decide(index, Role.NAVIGATION, False, "label-under-title", 0.55)
    elif line.ends and not (title is not None and _is_deck(page, title, index)):
        page.decide(index, Role.BODY, True, "short-sentence", 0.6)
    else:
        page.decide(index, Role.HEADING, True, "deck", 0.6)


def _follows_credit(page: Page, place: int) -> bool:
    above = page.shown[place - 1]
    return place > 0 and page.role(above) is Role.CREDIT and page.is_adjacent(above, page.shown[place])


def _is_name_ja(line: Line) -> bool:
    return 3 <= len(line.text) <= 24 and bool(_NAME_JA.match(line.text)) and not _NOT_A_NAME_JA.search(line.text)


def _is_user(page: Page, place: int) -> bool:
    """True for a short line right above the time of a post: who wrote it."""
    following = page.shown[place + 1] if place + 1 < len(page.shown) else None
    return (
        following is not None
        and page.role(following) is Role.TIMESTAMP
        and page.lines[page.shown[place]].is_label
        and page.role(page.shown[place - 1]) is not Role.TITLE
    )


def _has_list_neighbor(page: Page, place: int) -> bool:
    return any(page.lines[page.shown[at]].list_mark for at in (place - 1, place + 1) if 0 <= at < len(page.shown))


def _introduces_prose(page: Page, place: int) -> bool:
    """True when the next line that is no picture's is part of the article."""
    for index in page.shown[place + 1 : place + 5]:
        role = page.role(index)
        if role in (Role.CAPTION, Role.CREDIT, Role.ALT_TEXT, Role.LABEL):
            continue
        if role is None:
            return bool(page.lines[index].list_mark)
        return role in (Role.BODY, Role.LIST_ITEM, Role.QUESTION, Role.SUMMARY, Role.NAVIGATION) and (
            role is not Role.NAVIGATION or page.lines[index].text.endswith((")", "）"))
        )
    return False


def _is_deck(page: Page, title: int, index: int) -> bool:
    """True for a sentence between the title and the line that says who wrote it, or when."""
    around = [i for i in page.shown if title < i <= index + 6]
    if not around or around[0] != index or len(around) < 2:
        return False
    return page.role(around[1]) in (Role.BYLINE, Role.TIMESTAMP)


def _last_of_body(page: Page) -> int:
    """Index of the article's last line: short sentences and list items right after the last paragraph belong to it."""
    last = max((i for i in page.shown if page.role(i) in (Role.BODY, Role.QUESTION, Role.LIST_ITEM)), default=-1)
    pending: list[int] = []
    for previous, index in pairwise(page.shown):
        if index <= last:
            continue
        line = page.lines[index]
        if page.role(index) in _BETWEEN:
            continue
        if not page.is_open(index) or len(pending) > 1:
            break
        if line.list_mark or line.ends or page.rule(previous) == "head-body":
            last, pending = index, []
        else:
            pending.append(index)  # a heading, if a list follows
    return last


def _inside(page: Page, place: int, drops: bool) -> None:
    """A line that is no sentence, between paragraphs."""
    index = page.shown[place]
    line = page.lines[index]
    if line.list_mark and not _is_numbered_heading(page, place):
        page.decide(index, Role.LIST_ITEM, True, "list-mark", 0.8)
    elif line.list_mark:
        page.decide(index, Role.HEADING, True, "numbered-heading", 0.7)
    elif _ROMAN_NUMBER.match(line.text):
        page.decide(index, Role.HEADING, True, "section-number", 0.7)
    elif line.ends:
        page.decide(index, Role.BODY, True, "short-sentence", 0.65)
    elif _is_user(page, place):
        page.decide(index, Role.BYLINE, False, "name-before-time", 0.6)
    elif line.is_japanese and (_ATTRIBUTION.search(line.text) or (drops and _has_two_clauses(line))):
        page.decide(index, Role.TEASER, False, "headline-between-paragraphs", 0.65)
    elif _LOWER_START.match(line.text) and not line.is_japanese:
        page.decide(index, Role.ALT_TEXT, False, "small-letter-start", 0.5)
    elif _introduces_prose(page, place) or _heading_follows(page, place):
        page.decide(index, Role.HEADING, True, "heading-before-paragraph", 0.75)
    elif line.is_label:
        page.decide(index, Role.NAVIGATION, False, "label-between-paragraphs", 0.5)
    else:
        page.decide(index, Role.BODY, True, "left-over", 0.4)


def _is_numbered_heading(page: Page, place: int) -> bool:
    """True for `2. Results` between paragraphs: a number, no sentence, and no other item of its kind beside it."""
    line = page.lines[page.shown[place]]
    mark = _NUMBER_MARK.match(line.text)
    if not mark or line.ends or len(line.text) > 60 or place + 1 >= len(page.shown):
        return False
    beside = [page.lines[page.shown[at]] for at in (place - 1, place + 1) if at >= 0]
    if any(_NUMBER_MARK.match(other.text) and not other.is_prose for other in beside):
        return False
    following = page.shown[place + 1]
    return page.lines[following].is_prose or bool(page.lines[following].list_mark)


def _heading_follows(page: Page, place: int) -> bool:
    """True when an undecided line follows that introduces a paragraph: heading over subheading."""
    if place + 1 >= len(page.shown):
        return False
    following = page.shown[place + 1]
    return page.is_open(following) and _introduces_prose(page, place + 1)


def _has_two_clauses(line: Line) -> bool:
    return line.is_japanese and 20 <= len(line.text) <= _LONGEST_TITLE and bool(_CLAUSES.search(line.text))


def _drops_headlines(page: Page) -> bool:
    """True when a line of two clauses between paragraphs is another story's headline on this page.

    Interviews have questions for subheadings; elsewhere two lines of this shape are subheadings.
    """
    shaped = sum(page.is_open(i) and _has_two_clauses(page.lines[i]) for i in page.shown)
    return shaped == 1 or any(page.role(i) is Role.QUESTION for i in page.shown)


def _after(page: Page, index: int) -> None:
    """A line below the article."""
    line = page.lines[index]
    if line.is_label or not could_be_title(line):
        page.decide(index, Role.NAVIGATION, False, "below-body", 0.6)
    else:
        page.decide(index, Role.TEASER, False, "below-body", 0.55)
