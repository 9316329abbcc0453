"""Phrases that the gloss says as a whole, because their words one by one would say something else.

The words of のではないか end in a negative, but it means maybe; those of 午前3時 are morning, 3 and time.
"""

import re
from collections.abc import Iterator

from jaen.model import Segment, Span
from jaen.words.scripts import DIGIT, HAN, HIRAGANA, KATAKANA

__all__ = ["phrases"]

_COUNTED = "人|社|件|回|校|カ所"
# Pattern and English; the longest at a place is said, "" is not said at all.
_PHRASES = tuple(
    (re.compile(pattern), english)
    for pattern, english in (
        # Negatives that do not deny.
        ("ない?(?:と|ければ|くては)(?:なら|いけ|だめ)(?:な[いかく]|ません)?|ざるを[得え]な[いかく]", "must"),
        ("かも(?:しれ|知れ)(?:な[いかく]|ません)|可能性がある", "maybe"),
        ("ませんか", "how about"),
        # 値下げするのではないか asks; 人ではないから and 人ではないかもしれない deny.
        ("[のん]?(?:では|じゃ)(?:ない(?:でしょう|だろう)?|ありません)か(?!ら|も|どうか)", "maybe"),
        ("のでは(?=[。」？?]|$)", "maybe"),
        ("(?:なん|何)の(?:こと|事)はない", ""),  # "it turns out that": nothing is denied
        # 得る is gain by itself, after another verb it is "can": 起こり得る, but 働いて得る.
        ("(?:あり|有り)[得え](?:な[いかく]|ません|ず)", "not possible"),
        ("(?:あり|有り)[得えう]る|(?:あり|有り)得ます", "possible"),
        ("(?<=[いきしちみりえけせべめれ])得(?:る|ます|(?=な[いかく]|ません))", "possible"),
        ("やむを[得え](?:な[いかく]|ず)", "unavoidable"),
        # うち is a part of what was counted, or we; 今のうちに is neither.
        (f"(?:その|の|(?<=[、（(]))うち(?=、?(?:約|およそ|少なくとも)?[{DIGIT}一二三四五六七八九十半])", "of these"),
        (f"(?<![{HIRAGANA}{HAN}])うち(?=は|も|では|の|が)", "we"),
        (f"(?<![{HIRAGANA}{HAN}])うち(?=[にへ](?:帰|戻|着))", "home"),
        # 何をすべきか would lose its question; 何か and 何も are other words.
        (f"(?<![{HAN}])何(?=[をがに]|な[のん]|です|か[。？?」])", "what"),
        (f"(?<![{HAN}])誰(?=[をがにのと])", "who"),
        ("どこ(?=[をがにでへま])", "where"),
        (f"(?<![あこそどや])いつ(?=から|まで|[に、？{HAN}])", "when"),
        (f"何(?=(?:{_COUNTED})(?:か[。？]|(?![かもで])))", "how many"),
        (f"何(?=(?:{_COUNTED})か)", "some"),
        (f"何(?=(?:{_COUNTED})も)", "many"),
        ("何が何でも", "at any cost"),
        ("かどうか|か否か", "whether"),
        # Words before a noun that are no adjectives to the tokenizer, among many that say little (この, ある).
        ("大きな(?!い)", "large"),
        ("小さな(?!い)", "small"),
        ("あらゆる", "every"),
        ("いわゆる", "so-called"),
        ("明らかに(?=す[るべ]|し[たてなまよ、]|さ[れせ])", "make clear"),
        ("明らかに(?=な[るっりら])", "become clear"),
        # 元研究員 is a former researcher; 元素 and 元年 are words of their own.
        (f"(?<![{HAN}])元(?![素気年日旦金本来凶首帥祖老栓])(?=[{HAN}{KATAKANA}]{{2}})", "former"),
    )
)
# One kanji for a country, as newspapers write it before a name or an office: 米アンソロピック, 英政府.
_COUNTRIES = {
    "米": "U.S.",
    "英": "U.K.",
    "仏": "French",
    "独": "German",
    "露": "Russian",
    "豪": "Australian",
    "韓": "South Korean",
}
_COUNTRY = re.compile(
    f"(?<![{HAN}{KATAKANA}])[米英仏独露豪韓](?=[{KATAKANA}A-Za-z]|政府|大統領|議会|軍|大手|財務|国防|国務|連邦|紙|メディア)"
)
# 午前3時ごろ, 18時42分, 午後６時半; 3時間 and 3時限目 are no time of day. Whether 午後12時 is noon or midnight nobody knows,
# so there its 午後 is a word of its own.
_CLOCK = re.compile(
    f"(?:(?P<half>午[前後])(?![1１][2２]時))?(?<![{DIGIT}.．:：,，])(?P<hour>[{DIGIT}]{{1,2}})時(?![間限点代期効給速差])"
    f"(?:(?P<minute>[{DIGIT}]{{1,2}})分(?!間|の|前)|(?P<thirty>半))?(?P<near>ごろ|頃|(?:すぎ|過ぎ)(?![るたてな]))?"
)


def phrases(segment: Segment) -> Iterator[tuple[Span, str]]:
    """Every phrase with its English, which is "" where the phrase says nothing; not in text order."""
    start, text = segment.span.start, segment.text
    for pattern, english in _PHRASES:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end()).shift(start), english
    for match in _COUNTRY.finditer(text):
        yield Span(match.start(), match.end()).shift(start), _COUNTRIES[match[0]]
    for match in _CLOCK.finditer(text):
        time = _time(match)
        if time:
            yield Span(match.start(), match.end()).shift(start), time


def _time(match: re.Match[str]) -> str | None:
    """A time of day: 3 a.m., 6:42 p.m., 18:42, 5 o'clock; None for numbers that no clock shows (25時 is still on television)."""
    hour = int(match["hour"])
    minute = 30 if match["thirty"] else int(match["minute"] or 0)
    if hour > (11 if match["half"] else 29) or minute > 59:
        return None
    if match["half"]:
        minutes = f":{minute:02}" if minute else ""
        time = f"{hour or 12}{minutes} {'a.m.' if match['half'] == '午前' else 'p.m.'}"
    elif 1 <= hour <= 12 and not (minute or match["minute"]):
        time = f"{hour} o'clock"  # in 午後2時〜5時 of the afternoon, so no 5:00
    else:
        time = f"{hour}:{minute:02}"
    if not match["near"]:
        return time
    return f"around {time}" if match["near"] in ("ごろ", "頃") else f"after {time}"
