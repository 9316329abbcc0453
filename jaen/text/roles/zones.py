"""Parts of a page that a section head opens, and where the article goes on after them."""

from dataclasses import dataclass

from jaen.model import Role
from jaen.text.roles.lexicon import Zone
from jaen.text.roles.lines import Line, Verdict
from jaen.text.roles.page import Page
from jaen.text.roles.patterns import is_weak_head, zone_of
from jaen.text.roles.questions import is_question_line
from jaen.text.roles.topic import Topic, features

__all__ = ["assign_zones"]

_HEAD = {
    Zone.TEASERS: (Role.NAVIGATION, False),
    Zone.COMMENTS: (Role.FORM, False),
    Zone.AUTHOR: (Role.BIO, False),
    Zone.NEWSLETTER: (Role.NAVIGATION, False),
    Zone.TAGS: (Role.NAVIGATION, False),
    Zone.CONTENTS: (Role.NAVIGATION, False),
    Zone.CONTACT: (Role.NAVIGATION, False),
    Zone.FAQ: (Role.FAQ, True),
    Zone.SUMMARY: (Role.LABEL, False),
    Zone.BODY: (Role.HEADING, True),
}
_ITEM = {
    Zone.TEASERS: (Role.TEASER, False),
    Zone.COMMENTS: (Role.FORM, False),
    Zone.AUTHOR: (Role.BIO, False),
    Zone.NEWSLETTER: (Role.FORM, False),
    Zone.TAGS: (Role.NAVIGATION, False),
    Zone.CONTENTS: (Role.NAVIGATION, False),
    Zone.CONTACT: (Role.NAVIGATION, False),
    Zone.FAQ: (Role.FAQ, True),
    Zone.SUMMARY: (Role.SUMMARY, True),
}
# Parts of an article: they stay what they are wherever on the page they stand.
_OF_ARTICLE = (Zone.FAQ, Zone.SUMMARY, Zone.CONTENTS, Zone.BODY)
_AFTER_HEADLINES = 0.5  # share of the article's vocabulary, relative to its paragraphs' usual one, that resumes it
_AFTER_PROSE = 0.9  # the same where the other stories are told in sentences, twice in a row
_LONGEST_TAG = 24


@dataclass(slots=True)
class _Open:
    """The zone being read: its head's index and what it has held so far."""

    zone: Zone
    head: int
    items: int = 0
    prose: int = 0
    first: Line | None = None
    last: int = -1


def assign_zones(page: Page) -> None:
    """Decide about every section head and the lines it rules over."""
    heads = {i: zone for place, i in enumerate(page.shown) if (zone := _head_of(page, place)) is not None}
    main = _main_prose(page, heads)
    page.topic = Topic(page.lines[i].head for i in main)
    page.own = tuple(main)
    first_prose = main[0] if main else -1
    opened: _Open | None = None
    for place, index in enumerate(page.shown):
        zone = heads.get(index)
        if zone is not None:
            opened = _enter(page, place, zone, opened)
        elif opened is not None and _leaves(page, opened, index):
            opened = None
        elif opened is not None and opened.zone is Zone.CONTACT and page.role(index) in (Role.BYLINE, Role.SOURCE):
            _take(page, opened, index)
        elif opened is not None and page.is_open(index):
            is_foreign = opened.zone not in _OF_ARTICLE
            if is_foreign and index < first_prose:
                continue  # a menu above the article: only its place can tell what these lines are
            if (is_foreign and page.is_own(index)) or _ends(page, opened, place):
                opened = None
            else:
                _take(page, opened, index)


def _head_of(page: Page, place: int) -> Zone | None:
    """The zone that a line opens; a glued part of a line opens none."""
    index = page.shown[place]
    if not page.is_open(index):
        return None
    zone = zone_of(page.lines[index])
    if zone is None and is_weak_head(page.lines[index]) and _heads_headlines(page, place):
        return Zone.TEASERS
    return zone


def _heads_headlines(page: Page, place: int) -> bool:
    """True when two undecided lines follow that are headlines, or one that ends the page."""
    below = [page.lines[i] for i in page.shown[place + 1 : place + 3] if page.is_open(i)]
    is_end = place + 2 >= len(page.shown)
    enough = len(below) == 2 or (is_end and len(below) == 1)
    return enough and not any(line.is_prose or line.list_mark or line.is_label for line in below)


def _main_prose(page: Page, heads: dict[int, Zone]) -> list[int]:
    """The article's own paragraphs, roughly: the stretch between section heads with most text in sentences.

    What no head introduces counts three times, what follows another story's head and no headline not at all.
    """
    stretches: list[tuple[float, list[int]]] = [(3.0, [])]
    items = 0
    for index in page.shown:
        zone, line = heads.get(index), page.lines[index]
        if zone is Zone.BODY:
            continue
        if zone is not None:
            stretches.append((_weight(zone, stretches[-1][0]), []))
            items = 0
        elif page.is_open(index) and line.is_prose and not line.list_mark:
            weight, held = stretches[-1]
            if not held and not items and len(stretches) > 1 and weight:
                stretches[-1] = (weight / 4, held)
            held.append(index)
        else:
            items += page.is_open(index)
    # A summary is no rival of the text it sums up, but what follows it belongs to the article.
    weights = [weight * sum(len(page.lines[i].text) for i in held) for weight, held in stretches]
    best = max(range(len(stretches)), key=lambda n: weights[n])
    return stretches[best][1] if weights[best] else _all_prose(stretches)


def _weight(zone: Zone, before: float) -> float:
    """How likely the article is what follows a head: under a summary's as likely as above it, under others less."""
    match zone:
        case Zone.SUMMARY | Zone.CONTENTS | Zone.TAGS:
            return before
        case Zone.FAQ:
            return 0.0
    return 1.0


def _all_prose(stretches: list[tuple[float, list[int]]]) -> list[int]:
    return [index for _, held in stretches for index in held]


def _enter(page: Page, place: int, zone: Zone, opened: _Open | None) -> _Open | None:
    """Decide about a section head; the zone it opens, or the one that stays open around it."""
    index = page.shown[place]
    if zone is Zone.SUMMARY and len(page.own) > 1 and page.own[1] < index:
        zone = Zone.BODY  # key facts in the middle of an article are a list of it
    if zone is Zone.BODY:
        if opened is not None and opened.zone is Zone.CONTENTS and not _introduces_prose(page, place):
            page.decide(index, Verdict(Role.NAVIGATION, False, "zone-contents", 0.85))
            return opened
        foreign = opened is not None and opened.zone not in (*_OF_ARTICLE, Zone.CONTACT)
        if foreign and not _goes_on(page, place + 1, _AFTER_HEADLINES):
            return opened
        if page.verdicts[index] is None:
            page.decide(index, Verdict(Role.HEADING, True, "head-body", 0.8))
        return None
    role, content = _HEAD[zone]
    if zone is Zone.CONTACT and _introduces_prose(page, place):
        role, content = Role.HEADING, True
    page.decide(index, Verdict(role, content, f"head-{zone}", 0.9))
    return _Open(zone, index)


def _introduces_prose(page: Page, place: int) -> bool:
    """True when an undecided sentence follows; a menu entry is followed by labels, a contact by its address."""
    following = page.shown[place + 1 : place + 2]
    return any(page.is_open(index) and page.lines[index].is_prose for index in following)


def _take(page: Page, opened: _Open, index: int) -> None:
    role, content = _ITEM[opened.zone]
    page.decide(index, Verdict(role, content, f"zone-{opened.zone}", 0.85))
    line = page.lines[index]
    opened.items += 1
    opened.prose += line.is_prose
    opened.first = opened.first or line
    opened.last = index


def _leaves(page: Page, opened: _Open, index: int) -> bool:
    """True for a link to a list of stories below an author's box: the box is over."""
    return opened.zone is Zone.AUTHOR and opened.items > 0 and page.rule(index).startswith("navigation-list")


def _ends(page: Page, opened: _Open, place: int) -> bool:
    """True when the line at *place* is the article again."""
    index = page.shown[place]
    line = page.lines[index]
    match opened.zone:
        case Zone.TEASERS:
            return _ends_teasers(page, opened, place)
        case Zone.COMMENTS:
            return line.is_prose and _goes_on(page, place, _AFTER_PROSE, times=2)
        case Zone.AUTHOR:
            return is_question_line(line) or (
                line.is_prose and opened.items > 0 and _goes_on(page, place, _AFTER_PROSE, times=2)
            )
        case Zone.NEWSLETTER:
            return line.is_prose and (opened.items > 2 or _goes_on(page, place, _AFTER_HEADLINES))
        case Zone.TAGS:
            return line.is_prose or len(line.text) > _LONGEST_TAG or "、" in line.text
        case Zone.CONTENTS | Zone.CONTACT:
            return line.is_prose
        case Zone.SUMMARY:
            return _ends_summary(page, opened, index)
    return False


def _ends_teasers(page: Page, opened: _Open, place: int) -> bool:
    line = page.lines[page.shown[place]]
    if is_question_line(line):
        return True
    if not line.is_prose:
        return False
    if opened.prose or not opened.items:
        return _goes_on(page, place, _AFTER_PROSE, times=2)
    if _retells(page, opened, line):
        return False
    return _goes_on(page, place, _AFTER_HEADLINES) or (opened.head < page.end_mark() and _runs_on(page, place))


def _runs_on(page: Page, place: int) -> bool:
    """True when two paragraphs in a row follow that share anything with the article: a box of headlines was between.

    Short articles hardly repeat a word; but other stories come as headline and snippet in turns.
    """
    two = page.shown[place : place + 2]
    return (
        len(two) == 2
        and all(page.is_open(i) and page.lines[i].is_prose for i in two)
        and any(page.share(i) > 0 for i in two)
    )


def _retells(page: Page, opened: _Open, line: Line) -> bool:
    """True when *line* is the snippet under another story's headline: it shares more with that than with the article."""
    headline = features(page.lines[opened.last].head)
    shared = len(headline & features(line.head)) / len(headline) if headline else 0.0
    return shared >= 0.4 and page.topic.share(page.lines[opened.last].head) < shared


def _goes_on(page: Page, place: int, ratio: float, times: int = 1) -> bool:
    """True when the next paragraph (with *times* 2, the next two) shares the article's vocabulary."""
    needed = max(0.12, ratio * page.topic.usual)
    found = 0
    for index in page.shown[place : place + 8]:
        line = page.lines[index]
        if not (page.is_open(index) and line.is_prose):
            continue
        if page.share(index) < needed:
            return False
        found += 1
        if found == times:
            return True
    return found > 0 and times == 1


def _ends_summary(page: Page, opened: _Open, index: int) -> bool:
    """A summary is bullets, or labels in a row, or one paragraph: of another kind or behind that the article begins."""
    line = page.lines[index]
    if opened.first is None:
        return False
    if bool(line.list_mark) != bool(opened.first.list_mark):
        return True
    if line.list_mark:
        return False
    return line.is_prose or opened.first.is_prose or not page.is_adjacent(opened.last, index)
