"""What a line says about itself: a label, a time, a pattern; and the part of the page that it opens."""

import re

from jaen.model import Role
from jaen.text.roles.families import families
from jaen.text.roles.lexicon import HEADS, LABELS, Zone
from jaen.text.roles.lines import Line, Verdict, key_of
from jaen.text.roles.stamps import is_timestamp

__all__ = ["is_weak_head", "local_verdict", "zone_of"]

_LONGEST_HEAD = 40  # characters; a sentence is never a section head
_LONGEST_MENU = 120  # characters
_BETWEEN_LABELS = re.compile(r"\s*[/／|｜·•]\s*|\s{2,}|[\u3000\t]")
_COMMENT_COUNT = re.compile(
    r"\d[\d,]* (?:comments?|replies|responses)"
    r"|(?:(?:^|[\s　|/／・])(?:コメント|トラックバック|comments?|trackbacks?|pingbacks?)\s?[:：]?\s?[(（]?\d[\d,]*[)）]?)+"
)
_CONTENTS_HEAD = re.compile(r"(?:目次|もくじ|table of contents|contents)(?: .{0,8})?")
_TAG_HEAD = re.compile(r".{0,10}(?:タグ|キーワード)")
_TEASER_HEAD = re.compile(
    r"(?:more|latest|top|recent|related|popular|trending|other|recommended|featured|today's|read more)(?: [\w&'.-]+){0,4} "
    r"(?:news|stories|articles|posts|headlines|coverage|reads|videos|updates|threads)"
    r"|(?:more|other stories|other news|other articles|other headlines) (?:from|in|on|about|by) .{2,40}"
    r"|(?:related|similar|recent|popular) (?:threads|discussions|questions)"
    r"|(?:most (?:read|popular|viewed|shared|watched)|trending|latest|also|popular) (?:in|on|from|by|now|today) ?.{0,30}"
    r"|.{0,14}(?:関連|人気|新着|最新|注目|おすすめ|オススメ|お薦め|主要|話題)の?(?:記事|ニュース|トピックス?|動画|ランキング|コンテンツ|リンク|コラム|特集)"
    r"(?:一覧|ランキング|トップ\d+|top\d+|ベスト\d+)?"
    r"|.{0,16}(?:アクセス|人気|閲覧|週間|月間|デイリー|24時間|記事|ニュース|本日の|今日の|今週の|総合|動画)ランキング(?:top\d+|ベスト\d+)?"
    r"|(?:read|see) more (?:on|about|in|from) .{2,40}|(?:あわせて|合わせて|こちらも)ご(?:覧|一読)(?:ください|下さい)?"
    r"|.{0,16}(?:あわせて|合わせて|併せて)読み(?:たい|たい記事)|(?:こんな|こちらの)記事も.{0,8}"
    r"|.{0,20}(?:この|同じ)(?:記事|ニュース|テーマ|連載|特集|カテゴリー?|ジャンル|筆者|著者|記者)(?:の(?:関連|ほか|他|最新|記事)|を読んだ)[^。]{0,16}"
    r"|もっと(?:知りたい|読みたい)(?:方へ|人へ)?|.{1,12}の(?:他|ほか|その他)の(?:記事|ニュース)"
)
# Words that open a list of other stories, where headlines and no sentences follow.
_WEAK_HEAD = re.compile(
    r"(?:more|most|latest|top|related|recommended|popular|trending|today's|other|our top|also|explore|discover)(?: [\w&'.-]+){1,4}"
    r"|[^。、]{0,10}(?:関連|おすすめ|オススメ|注目|人気|最新|新着|ランキング|読まれ|こちらも|あわせて|合わせて|ほかの|他の|ピックアップ)[^。、]{0,8}"
)


def is_weak_head(line: Line) -> bool:
    """True for a label that may head other stories, if a list of headlines follows it.

    `More delays` heads a paragraph of the article as well as a list of links.
    """
    return (
        bool(line.key)
        and len(line.text) <= _LONGEST_HEAD
        and not line.is_prose
        and bool(_WEAK_HEAD.fullmatch(line.key))
    )


def zone_of(line: Line) -> Zone | None:
    """The part of the page that *line* opens, when it is a section head."""
    if not line.key or len(line.text) > _LONGEST_HEAD or line.is_prose:
        return None
    zone = HEADS.get(line.key)
    if zone is not None:
        return zone
    if _COMMENT_COUNT.fullmatch(line.text.lower()):
        return Zone.COMMENTS
    if _CONTENTS_HEAD.fullmatch(line.key):
        return Zone.CONTENTS
    if _TAG_HEAD.fullmatch(line.key) and len(line.key) <= 14:
        return Zone.TAGS
    return Zone.TEASERS if _TEASER_HEAD.fullmatch(line.key) else None


def local_verdict(line: Line) -> Verdict | None:
    """What *line* is, judged by itself; None when only its place can tell."""
    if line.key and not line.list_mark:
        kind = LABELS.get(line.key)
        if kind is not None:
            return Verdict(Role(kind), False, f"{kind}-label", 0.95)
    if is_timestamp(line.text) and not _is_list_entry(line):
        return Verdict(Role.TIMESTAMP, False, "timestamp", 0.95)
    size, is_prose = len(line.text), line.is_prose
    for family in families():
        if size <= family.longest and (family.prose or not is_prose):
            rule = family.rule_for(line.head)
            if rule:
                return Verdict(family.role, family.content, rule, family.confidence)
    return Verdict(Role.NAVIGATION, False, "labels-in-a-row", 0.9) if _is_menu(line) else None


def _is_menu(line: Line) -> bool:
    """True for labels in a row: `BUSINESS / TECH`, `Share  Tweet  Print`; three of one word each need no mark between."""
    if len(line.text) > _LONGEST_MENU or line.list_mark:
        return False
    parts, words = _BETWEEN_LABELS.split(line.text), line.text.split()
    return any(
        len(row) >= least and all(LABELS.get(key_of(part)) in ("navigation", "form") for part in row)
        for row, least in ((parts, 2), (words, 3))
    )


def _is_list_entry(line: Line) -> bool:
    """True for `1. 日時 10月3日`: what an event's notice lists is no time of publication."""
    return bool(line.list_mark) and not line.text[line.list_mark].isdigit()
