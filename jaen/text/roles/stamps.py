"""Lines that only say when something was published."""

import re

__all__ = ["is_timestamp"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Without one of these a line states no time, whatever else it holds.
_TIME = re.compile(
    r"\d{4}\s?[年./／-]\s?\d{1,2}|\d{1,2}[/／]\d{1,2}(?!\d)|\d{1,2}\s?月\s?\d{1,2}\s?日|\d{1,2}[:：]\d{2}"
    rf"|\b{_MONTH}\.?\s+\d|\b\d\d?(?:st|nd|rd|th)?\s+{_MONTH}\b"
    r"|\d{1,3}\s?(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|h|m|d)\s+ago|\d{1,3}\s?(?:時間|分|日|週間|か月)前"
    r"|\d{1,3}\s?[- ]?min(?:ute)?s?\s+read|\d{1,3}分で読め",
    re.IGNORECASE,
)
# All that such a line is made of.
_PARTS = re.compile(
    rf"\b(?:{_MONTH}|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|[ap]\.?m\.?|gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|bst|cet|jst|ist|aest|hkt|sgt|updated|published|posted|modified|last|first|date|on|at|by|as|of|the|and|time|edited|created"
    r"|ago|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|h|m|d|min|read|reading|estimated|today|yesterday|st|nd|rd|th|release|released|issued)\b"
    r"|令和|平成|昭和|元|西暦|年|月|日|時|分|秒|前|頃|ごろ|午前|午後|最終|更新|公開|掲載|配信|投稿|作成|発表|発行|放送|登録|日時|付け?|現在|初版|朝刊|夕刊|電子版"
    r"|有料会員限定|会員限定|有料記事|有料|限定|記事|この|は|で|読めます|読了|時間|約|まで|[月火水木金土日祝](?=曜|[)）])|曜日?|up(?=\d|$)|[ap]m",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\d{1,2}\s?[/／]\s?\d{1,2}")  # a score or a page number: a day has a year or a time
_FILED = re.compile(
    r"[\s　/／|・]*(?:カテゴリー?|ジャンル|テーマ|タグ|categor(?:y|ies)|tags?|filed under)\s?[:：]\s?[^:：]{1,40}$",
    re.IGNORECASE,
)
# Whose page it is, beside its day: 2026年6月3日　潮見新聞; June 3, 2026 - Shiomi Shimbun.
_OUTLET = (
    r"(?:[^\W\d_]{1,12}(?:新聞|通信|放送|テレビ|ニュース|スポーツ|ジャーナル|タイム[スズ]|日報|新報|時報)(?:社|電子版|オンライン)?"
    r"|(?:[A-Z][\w.&'’]*\s){1,4}(?:Shimbun|News|Sports|Times|Post|Press|Journal|Herald|Today|Daily|Gazette|Review|Tribune|Mainichi|Asia)"
    r"|(?:AFP|AP|Bloomberg|Jiji|Kyodo|Reuters))"
)
_BESIDE = re.compile(rf"^{_OUTLET}[\s　|／/・,-]+(?=.*\d{{4}})|(?<=[\d日)）])[\s　|／/・,-]+{_OUTLET}$")
_LETTERS = re.compile(r"[^\W\d_]")


def is_timestamp(text: str) -> bool:
    """True for a line made of nothing but dates, times and words about publishing.

    >>> is_timestamp("更新 2026年5月1日 10:00"), is_timestamp("Posted: Oct 14, 2025 / 06:12 PM EDT")
    (True, True)
    >>> is_timestamp("2026年6月3日(水)　潮見新聞"), is_timestamp("June 3, 2026 - Shiomi Shimbun")
    (True, True)
    >>> is_timestamp("2026年8月23日(日)　夕凪スポーツ"), is_timestamp("August 23, 2026 - Reuters")
    (True, True)
    >>> is_timestamp("May 18 attack"), is_timestamp("2026年"), is_timestamp("2026年6月3日 潮見新聞を読む会")
    (False, False, False)
    """
    text = _BESIDE.sub("", _FILED.sub("", text.strip("*_ ")))
    if len(text) > 120 or _FRACTION.fullmatch(text) or not _TIME.search(text):
        return False
    spaced = re.sub(r"(?<=\d)(?=[A-Za-z])|T(?=\d\d:)", " ", text)
    return not _LETTERS.search(_PARTS.sub(" ", spaced))
