"""What follows the article without a section head: other stories after an end mark, or after a change of topic."""

import re

from jaen.model import Role
from jaen.text.roles.lines import Verdict
from jaen.text.roles.page import Page

__all__ = ["assign_tail"]

_AFTER_END_MARK = 0.5  # of the share that a paragraph of the article usually has
_WITHOUT_MARK = 0.2
_KNOWN_PERSON = 0.2  # above the usual share, a paragraph is about someone in the article
_FEWEST_STRANGERS = 3
_COHESIVE = 0.25
_FEWEST_PARAGRAPHS = 4  # fewer tell too little about an article's vocabulary
_BIO = re.compile(
    r".{2,60}\b(?:is|was) (?:an? |the )(?:[\w,&'’-]+ ){0,6}(?:reporter|writer|journalist|editor|correspondent|columnist|author|contributor|producer|blogger|freelancer)\b"
    r"|.{0,120}\b(?:(?:she|he|they) (?:also )?(?:covers|writes|has (?:written|covered|reported)|reports on|lives in)|can be (?:reached|followed) (?:at|on)|reach (?:her|him|them) at)\b"
    r"|.{0,60}(?:記者を経て|専門は.{1,24}。|著書に|著書は|を専門に取材|を経て(?:独立|現職|フリー)|フリーライター|で連載中|が趣味)",
)
# 山田花子（やまだ・はなこ）　1970年生まれ。  やまだ・はなこ　1970年、東京都生まれ。
_BORN = re.compile(r"[^。、はが]{2,30}[　 ）)｜|](?:19|20)\d\d年[^。]{0,12}(?:生まれ|出身)")


def assign_tail(page: Page) -> None:
    """Decide about author notes and other stories below the article's last paragraph."""
    prose = page.open_prose()
    _assign_bios(page, prose)
    prose = [i for i in prose if page.is_open(i)]
    if len(prose) <= _FEWEST_PARAGRAPHS:
        return
    strangers = _strangers(page, prose[_FEWEST_PARAGRAPHS:])
    for index in strangers:
        page.decide(index, Verdict(Role.TEASER, False, "topic-break", 0.6))


def _strangers(page: Page, prose: list[int]) -> list[int]:
    """The last of these paragraphs that share next to nothing with the article.

    Below a source or rights line one is enough. Without such a mark an article may well end on another thought: then
    three in a row are other stories, if the article else keeps to its words.
    """
    usual, end = page.topic.usual, page.end_mark()
    marked: list[int] = []
    unmarked: list[int] = []
    for index in reversed(prose):
        share, ended = page.share(index), index > end
        if share >= usual * (_AFTER_END_MARK if ended else _WITHOUT_MARK):
            break
        (marked if ended else unmarked).append(index)
    if len(unmarked) >= _FEWEST_STRANGERS and usual >= _COHESIVE and len(page.own) >= 2 * len(unmarked):
        return marked + unmarked
    return marked


def _assign_bios(page: Page, prose: list[int]) -> None:
    """A note about the author stands among the last paragraphs; articles that open with a person have others below."""
    if len(prose) < 3:
        return
    for index in prose[-2:]:
        line = page.lines[index]
        is_stranger = page.share(index) < page.topic.usual + _KNOWN_PERSON
        if len(line.text) <= 400 and (_BORN.match(line.head) or (is_stranger and _BIO.match(line.head))):
            page.decide(index, Verdict(Role.BIO, False, "bio-at-end", 0.6))
