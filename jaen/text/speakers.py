"""Who said a quotation: the person, office or pronoun that its sentence names."""

import re

from jaen.model import Span
from jaen.text import bracket_bases as bases
from jaen.text.enclosures import Pair
from jaen.words.scripts import DIGIT, HAN, KATAKANA, LATIN

__all__ = ["speaker_behind", "speaker_en", "speaker_ja"]

_SENTENCE = 160  # code points looked at before a quotation
_TOPIC = re.compile(f"(?<=[{HAN}{KATAKANA}{LATIN}{DIGIT}ん）)])(?:は|も|が|によると|によれば|いわく|曰く|[:：])")
# What a name and its office are written in: 日銀の森総裁, 森さん.
_NAMED = f"(?:[{HAN}{KATAKANA}{LATIN}・々（）()の]|さん)"
_AFTER = re.compile(f"[、,]?(?:などと|とは?|って|―+|──?|—)?(?P<who>{_NAMED}{{2,40}}?)(?:は|が|も|。|、|\\Z|\n|\\))")
# 「足りない」。幹部はこう打ち明ける: the report is a sentence of its own.
_THUS = re.compile(
    f"。?(?P<who>{_NAMED}{{2,40}}?)(?:は|が|も)[^。「」\n]{{0,20}}?(?:こう|そう|このように)[^。「」\n]{{1,20}}。"
)
# What speaks: a title, a body, a pronoun, an abbreviation. By their ends: 長 is 社長 and 官房長, 員 is 議員 and 研究員.
_SPEAKING = re.compile(
    "(?:氏|さん|君|ちゃん|様|総理|大臣|相|長|官|総裁|取締役|監査役|頭取|会頭|専務|常務|党首|大使|店主|住民|遺族|知事|教授"
    "|選手|監督|コーチ|被告|代表|理事|担当|男性|女性|政府|彼女?|私|僕|省|庁|社|党|局|銀行?|側|幹部|筋"
    "|者|員|家|師|士|人|たち|ら|王|皇|大統領|CEO|CTO|COO|CFO|トップ|リーダー|アナリスト|エコノミスト|ストラテジスト|広報"
    "|協会|連盟|連合|組合|裁判所|地裁|高裁|警察|県警|大学|機構|声明|談話)\\Z"
)

_VERB = (
    "(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|stated|explained|noted|notes|warned|warns|argued|claimed|replied"
    "|answered|stressed|insisted|announced|declared|admitted|testified|tweeted|posted|recalled|remarked|commented|continued"
    "|concluded|observed|complained|cautioned|emphasized|emphasised|predicted|suggested|shouted|yelled|cried|joked|urged"
    "|quipped|vowed|pledged|called|described|praised|denied|dismissed|criticized|rejected)"
)
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\w'’-]+ ){0,4}?[\w'’-]+|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e"
    r"|(?:[A-Z][\w.'’&-]*)(?: (?:of|the|for|and|de|van|von|bin|al)(?= [A-Z])| [A-Z][\w.'’&-]*){0,7})"
)
# Behind its verb a noun phrase ends at a mark or where its relative clause or adverbial begins.
_WHO_BEHIND = (
    r"(?:(?:(?:[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal|[Mm]any) of )?(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)"
    r" (?:[\w'’-]+ ){0,5}?[\w'’-]+(?=\s*(?:[,.;:!?—–\"“”)\n]|\Z)"
    r"|\s(?:who|whose|of|in|at|on|for|from|after|as|with|when|to|and|but|during|familiar)\b))"
)
_ASIDE = r"(?:, [^,.\"“”\n]{1,80}?,)?"
_BEHIND = re.compile(
    rf"\s*(?:{_VERB} (?P<verb_first>{_WHO_BEHIND}|{_WHO})|(?P<who>{_WHO}){_ASIDE} (?:also |then |later |has |had )?{_VERB}\b)"
)
_FRONT = re.compile(
    rf"(?P<who>{_WHO}){_ASIDE} (?:also |then |later |has |have |had |reportedly )?{_VERB}\b[^\"“”\n]{{0,90}}\Z"
)
_ACCORDING = re.compile(rf"[Aa]ccording to (?P<who>{_WHO})")
_SENTENCE_START = re.compile(r"(?<=[.!?”\"]) +(?=[A-Z])|\n")


def speaker_ja(text: str, pair: Pair, last_end: int, next_start: int) -> Span | None:
    """The speaker of a Japanese quotation.

    Args:
        text: the block.
        pair: the quotation.
        last_end: where the quotation before it ends.
        next_start: where the next one starts.
    """
    after = _AFTER.match(text, pair.end, min(next_start, pair.end + 60))
    if after and _SPEAKING.search(after["who"]):
        start, end = after.span("who")
        return _compound(text, end) or Span(start, end)
    thus = _THUS.match(text, pair.end, min(next_start, pair.end + 80))
    if thus and _speaks(text, Span(*thus.span("who"))):
        return _compound(text, thus.end("who")) or Span(*thus.span("who"))
    first = max(last_end, pair.start - _SENTENCE)
    first = max(first, text.rfind("。", first, pair.start) + 1)
    for topic in _TOPIC.finditer(text, first, pair.start):
        noun = _compound(text, topic.start())
        noun = noun and _without_aside(text, noun)
        if noun is not None and _speaks(text, noun):
            return noun
    return None


def _speaks(text: str, noun: Span) -> bool:
    return bool(_SPEAKING.search(noun.of(text))) or _is_name(text, noun)


def _without_aside(text: str, noun: Span) -> Span:
    """森さん of 森さん（国籍は米国）は."""
    if text[noun.end - 1] not in ")）":
        return noun
    opener = max(text.rfind("(", noun.start, noun.end), text.rfind("（", noun.start, noun.end))
    return Span(noun.start, opener) if opener > noun.start else noun


def _compound(text: str, at: int) -> Span | None:
    """The noun that ends at *at*, over the reading or office that stands in brackets in it."""
    noun = bases.japanese_noun(text, at)
    start = noun.start if noun else at
    while start and text[start - 1] in ")）":
        opener = max(text.rfind("(", max(0, start - 40), start), text.rfind("（", max(0, start - 40), start))
        inside = bases.japanese_noun(text, opener) if opener > 0 else None
        if inside is None:
            break
        start = inside.start
    return Span(start, at) if start < at else None


def _is_name(text: str, noun: Span) -> bool:
    words = bases.words_before(text, noun.end)
    return bool(words) and ("人名" in words[-1].xpos or "組織名" in words[-1].xpos)


def speaker_en(text: str, pair: Pair, last_end: int, next_start: int) -> Span | None:
    """The speaker of an English quotation; arguments as for `speaker_ja`."""
    behind = speaker_behind(text, pair, next_start)
    if behind:
        return behind
    first = max(last_end, pair.start - _SENTENCE)
    starts = [match.end() for match in _SENTENCE_START.finditer(text, first, pair.start)]
    sentence = starts[-1] if starts else first
    front = _FRONT.search(text, sentence, pair.start) or _ACCORDING.search(text, sentence, pair.start)
    return _who(front, "who") if front else None


def speaker_behind(text: str, pair: Pair, next_start: int) -> Span | None:
    """The speaker that an English quotation's report names right behind it: "…," Mori said."""
    behind = _BEHIND.match(text, pair.end, min(next_start, pair.end + _SENTENCE))
    return _who(behind, "who" if behind["who"] else "verb_first") if behind else None


def _who(match: re.Match[str], group: str) -> Span:
    return Span(match.start(group), match.start(group) + len(match[group].rstrip(".,")))
