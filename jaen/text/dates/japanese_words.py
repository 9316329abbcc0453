"""Words and numerals that Japanese date expressions are made of."""

import re
import unicodedata
from collections.abc import Iterable

__all__ = [
    "BACKWARD",
    "DAYS",
    "MONTHS",
    "NUMERAL",
    "SEASONS",
    "SEASON_YEARS",
    "TILDE",
    "WEEKDAYS",
    "WEEKS",
    "YEARS",
    "any_of",
    "kanji_number",
    "weekday_of",
]

NUMERAL = r"(?:[0-9０-９]{1,2}(?![0-9０-９])|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
TILDE = r"\s*(?:[〜～~–—－-]|から)\s*"
WEEKDAYS = "月火水木金土日"
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}


def _steps(text: str) -> dict[str, int]:
    """`今月=0` items: how many units away from the article's own."""
    return {word: int(by) for word, by in (item.split("=") for item in text.split())}


YEARS = _steps("今年=0 本年=0 ことし=0 昨年=-1 去年=-1 来年=1 一昨年=-2 おととし=-2 再来年=2")
MONTHS = _steps("今月=0 本月=0 先月=-1 来月=1 再来月=2 先々月=-2")
WEEKS = _steps("今週=0 先週=-1 来週=1 再来週=2 先々週=-2")
DAYS = _steps(
    "きょう=0 今日=0 本日=0 昨日=-1 きのう=-1 一昨日=-2 おととい=-2 明日=1 あす=1 あした=1 明後日=2 あさって=2"
)
SEASON_YEARS = _steps("今=0 来=1 昨=-1")
# Words that point back to another date of the same text, not to the article's.
BACKWARD = ["同年度", "前年度", "同年", "前年", "翌年", "同月", "前月", "翌月", "同日", "前日", "翌日", "当日"]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def weekday_of(match: re.Match[str] | None) -> int | None:
    """The weekday (Monday is 0) that one of the groups holds, or None without a match."""
    return None if match is None else WEEKDAYS.index(next(filter(None, match.groups())))


def kanji_number(written: str) -> int:
    """The value of up to four digits or kanji digits (元 is 1)."""
    written = unicodedata.normalize("NFKC", written)
    if written == "元":
        return 1
    if written.isdecimal():
        return int(written)
    if "十" in written:
        tens, ones = written.split("十")
        return 10 * (kanji_number(tens) if tens else 1) + (kanji_number(ones) if ones else 0)
    return int("".join(str("〇一二三四五六七八九".index(kanji)) for kanji in written))
