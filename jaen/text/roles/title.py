"""The title, and the lines around it: names, decks, what a site prints above."""

import re

from jaen.model import Role
from jaen.text.roles.lines import Line, Verdict
from jaen.text.roles.matter import is_main_heading, without_mark
from jaen.text.roles.page import Page
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["above_title", "assign_title", "below_title", "could_be_title", "is_name", "is_user"]

_LONGEST_TITLE = 200  # characters
_CLEARLY_A_TITLE = 0.55  # a headline a fifth of whose words the body has; nothing below it is looked at
_CLEARLY_BETTER = 0.05
_LEAST_SCORE = 0.2  # a label must share words with the body to be its title
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]+"
_FULL_NAME = rf"{_CAPITAL}(?: (?:de|van|von|der|da|bin|al|[A-Z]\.?))*(?: {_CAPITAL}){{1,2}}"
_NOT_A_NAME = (
    r"(?!(?:In|On|At|For|With|The|What|How|Why|When|Key|From|About|Our|Next|More|Read|New|Final|Early|Later)\b)"
)
_NAME_EN = re.compile(rf"{_NOT_A_NAME}(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?{_FULL_NAME}(?:,? (?:and|&) {_FULL_NAME})?$")
_NAME_PART = rf"[{HAN}{HIRAGANA}{KATAKANA}]{{1,4}}"
_NAME_JA = re.compile(rf"[{HAN}]{{1,4}}[ 　]?{_NAME_PART}(?:[　、・][{HAN}]{{1,4}} ?{_NAME_PART}){{0,3}}$")
_ORGANIZATION_JA = re.compile(
    r"(?:[省庁局部課室会所社館院党団科]|大学|機構|協会|財団|法人|連盟|組合|研究所|委員会|事務所|事務局)$"
)
_NOT_A_NAME_JA = re.compile(r"(?:一覧|情報|案内|登録|検索|紹介|特集|記事|写真|動画|番組|県|市|町|村)$")
# 会見で笑顔を見せる町長: a clause and then whom it shows; headlines end in a particle or a noun of action.
_CAPTION_JA = re.compile(rf"[るたいむくすうぶ][{HAN}{KATAKANA}・]{{1,12}}(?:たち|ら|さん|氏|選手|投手)?$")
_DOT = re.compile(r"[·•|・]\s*(?=\S)")
_LONGEST_SITE_NAME = 30  # characters
_ONLY_QUOTE = re.compile(r"[「『“][^」』”]{6,}[」』”]$")
_SENTENCES = re.compile(r"[.!?。！？][\"”」』)）]*\s*\S")
_HEADLINE_END = re.compile(r"[?？!！…][」』”\"')）]*$")
_SMALL_LETTER = re.compile(r"[a-z]")


def could_be_title(line: Line) -> bool:
    """True for a line with a headline's shape: no list item, no sentence unless it asks, shouts or only quotes."""
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
    subject = next((i for i in page.shown if page.role(i) is Role.TITLE), None)
    if subject is not None:
        return subject
    first = _first_paragraph(page)
    if known:
        for index in page.shown:
            if without_mark(page.lines[index].text) == known and (page.is_open(index) or index < first):
                page.decide(index, Verdict(Role.TITLE, True, "title-known", 1.0))
                return index
    best, best_score = None, 0.0
    for index in page.shown:
        if index < first and page.is_open(index) and is_main_heading(page.lines[index].text):
            page.decide(index, Verdict(Role.TITLE, True, "markdown-title", 0.95))
            return index
        if index >= first or best_score >= _CLEARLY_A_TITLE:
            break
        if page.is_open(index) and could_be_title(page.lines[index]):
            score = _title_score(page, page.lines[index])
            if score > best_score + _CLEARLY_BETTER:
                best, best_score = index, score
    if best is not None and (best_score > _LEAST_SCORE or not page.lines[best].is_label):
        page.decide(best, Verdict(Role.TITLE, True, "title-before-body", min(0.95, 0.45 + best_score)))
        return best
    return None


def _title_score(page: Page, line: Line) -> float:
    """0 to 0.6: words shared with the body, and size, because a site's name is shorter than a headline."""
    is_short = line.words <= 5 and len(line.text) <= 14
    size = 0.0 if line.is_label else 0.1 if is_short else 0.2
    if _ONLY_QUOTE.match(line.text):
        return _CLEARLY_A_TITLE  # what someone said heads a story, and no site is called that
    return 2 * min(page.topic.share(line.head), 0.2) + size


def _first_paragraph(page: Page) -> int:
    """Index of the article's first paragraph; one headline that asks or shouts may stand before it."""
    prose = page.open_prose()
    if len(prose) > 1 and could_be_title(page.lines[prose[0]]):
        before = [i for i in page.shown if i < prose[0] and page.is_open(i) and not page.lines[i].is_label]
        if not before:
            return prose[1]
    return prose[0] if prose else len(page.lines)


def above_title(line: Line) -> Verdict:
    """What an undecided line above the title is: menu entries are short, tickers of other stories long."""
    if line.is_label or not could_be_title(line):
        return Verdict(Role.NAVIGATION, False, "above-title", 0.7)
    return Verdict(Role.TEASER, False, "above-title", 0.5)


def below_title(page: Page, place: int, title: int | None) -> Verdict:
    """What an undecided line before the first paragraph is, below the *title* where there is one."""
    line = page.at(place)
    if title is not None and line.text == page.lines[title].text:
        return Verdict(Role.TITLE, True, "title-again", 0.8)
    if is_user(page, place):
        return Verdict(Role.BYLINE, False, "name-before-time", 0.6)
    if _follows_credit(page, place) and not line.is_label:
        return Verdict(Role.CAPTION, False, "caption-below-credit", 0.55)
    if line.list_mark:
        return _marked(page, place)
    name = _name(page, place) if title is not None else None
    if name is not None:
        return name
    if _SMALL_LETTER.match(line.text) and not line.ends:
        return Verdict(Role.ALT_TEXT, False, "small-letter-start", 0.5)
    if line.is_label and not (title is not None and page.introduces_prose(place)):
        return Verdict(Role.NAVIGATION, False, "label-under-title", 0.55)
    if line.ends:
        return Verdict(Role.BODY, True, "short-sentence", 0.6)
    if _CAPTION_JA.search(line.text) and title is not None and page.shown[place - 1] != title:
        return Verdict(Role.CAPTION, False, "caption-under-title", 0.5)
    return Verdict(Role.HEADING, True, "deck", 0.6)


def _marked(page: Page, place: int) -> Verdict:
    """`· Harbor Gazette` alone is who brings the story; bullets in a row are a list."""
    line = page.at(place)
    dot = _DOT.match(line.text)
    beside = [page.at(at) for at in (place - 1, place + 1) if 0 <= at < len(page.shown)]
    if dot and len(line.text) - dot.end() <= _LONGEST_SITE_NAME and not any(other.list_mark for other in beside):
        return Verdict(Role.BYLINE, False, "name-after-dot", 0.7)
    return Verdict(Role.LIST_ITEM, True, "list-above-body", 0.6)


def _name(page: Page, place: int) -> Verdict | None:
    """A person or an office that stands under the title, None for anything else."""
    line = page.at(place)
    if 4 <= len(line.text) <= 20 and _ORGANIZATION_JA.search(line.text):
        return Verdict(Role.SOURCE, False, "organization-under-title", 0.55)
    # Right above the first paragraph two words are a name, three and more may be its heading.
    if is_name(line) and (line.is_japanese or line.words == 2 or not page.introduces_prose(place)):
        return Verdict(Role.BYLINE, False, "name-under-title", 0.55)
    return None


def is_name(line: Line) -> bool:
    """True for a line that may be nothing but the names of people."""
    if line.is_japanese:
        size = 3 <= len(line.text) <= 24
        return size and bool(_NAME_JA.match(line.text)) and not _NOT_A_NAME_JA.search(line.text)
    return bool(_NAME_EN.match(line.text))


def is_user(page: Page, place: int) -> bool:
    """True for a short line right above the time of a post: who wrote it."""
    if not 0 < place < len(page.shown) - 1 or not page.at(place).is_label:
        return False
    above, below = page.role(page.shown[place - 1]), page.role(page.shown[place + 1])
    return below is Role.TIMESTAMP and above is not Role.TITLE


def _follows_credit(page: Page, place: int) -> bool:
    if place == 0:
        return False
    above = page.shown[place - 1]
    return page.role(above) is Role.CREDIT and page.is_adjacent(above, page.shown[place])
