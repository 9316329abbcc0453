"""Direct speech with its speaker, where the text says who.

「必要がある」と述べた is speech; 「ミュトス」 is a name, 「格差」の問題 emphasis, and both are no quotation.
"""

import re
from collections.abc import Sequence

from jaen.model import Quotation, Span
from jaen.text.enclosures import Pair, find_enclosures
from jaen.text.speakers import speaker_behind, speaker_en, speaker_ja
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA
from jaen.words.tokens import tokenize_ja

__all__ = ["find_quotations", "reports_speech"]

_OPENERS = frozenset("「｢『“〝\"＂'‘`«")
_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]")
_ALONGSIDE = 80  # code points looked at behind a quotation for the verb that reports it

# 「…」と述べた and the like; と題する, と呼ぶ, という名の give a name instead.
_SAYING = (
    "述べ|語|話し|話す|言[いうっわえ]|いう|指摘|説明|強調|訴え|主張|答え|回答|返答|応え|応じ|批判|非難|表明|発言|コメント|明らか|明かし"
    "|分析|反論|反発|投稿|つづ|綴|書|記|問い|問う|尋ね|たずね|質問|促|呼び[か掛]け|警告|警鐘|求め|要求|要望|要請|たたえ|称賛|評価|期待"
    "|見[てるらた]|みる|みて|み[らて]|考え|思[いうっわ]|感じ|伝え|報じ|報告|叫|つぶや|漏ら|もら|釈明|謝罪|否定|認め|宣言|約束|誓|振り返"
    "|打ち明|念[をじ]|危惧|懸念|喜|嘆|怒|苦言|くぎ|釘|断言|断じ|結論|付け加|続け|加え|返|切り出|切り捨|一蹴|笑|うなず|首をかしげ|肩を落と"
    "|声を|胸を|意気込|力を込|抱負|驚|不満|不安|心配|悔|涙|激励|励|提案|提言|助言|忠告|予測|予想|予告|予言|推測|証言|供述|自供|容疑を|弁解"
    "|論じ|解説|紹介|披露|表現|形容|総括|評し|評す|決意|覚悟|意欲|自信|見解|見方|考え|認識|方針|姿勢|理解を|異議|拒否|拒|断[っりる]|勧め"
)
_REPORTED_JA = re.compile(
    f"(?:などと|とも|とは?|って|との|といった|と言う|という)(?P<gap>[^。「」『』\\n]{{0,40}}?)(?:{_SAYING})"
)
_NAMED_JA = re.compile(
    "(?:など)?(?:と|という|といった)(?:は)?[^。「」、]{0,12}?"
    "(?:呼[ばびぶん]|名付|名づけ|命名|題[しす]|銘打|称[しす]|書かれた|記された|いう(?:もの|名|用語|タイトル|題|愛称|異名|呼び名|表題|テーマ|言葉|語|単語|概念|意味|映画|作品|曲|本|番組|店|アプリ|制度|仕組)|訳[さし])"
)
_SPOKEN_NOUN = re.compile(
    "(?:との|といった|という|などの|など|の)(?:[^。、「」]{0,8})"
    "(?:声|意見|見方|考え|認識|指摘|批判|懸念|方針|発言|コメント|談話|見解|主張|訴え|回答|答え|質問|問い|返事|言葉|思い|姿勢|立場|説明|理由|趣旨|報告|話)"
)
_SAYS_FIRST = re.compile("(?:いわく|曰く)、?\\Z")
_LOOSE_END_JA = re.compile("(?:と(?![「『はも])|。|！|？|[\\n\r]|\\Z|――|―|──)")
_SPEECH_VERBS = re.compile(
    "(?:などと|とも?|って)[^。「」、\\n]{0,25}(?:述べ|語|話し|答え|叫|言[いっわ]|コメント|つぶや|発言|回答|一蹴|返)"
)
_CLAUSE_END = ("動詞", "助動詞", "形容詞", "助詞-終助詞", "名詞-助動詞語幹", "形状詞-助動詞語幹")

_REPORTING_EN = (
    "said|says|say|told|tells|asked|asks|added|adds|wrote|writes|stated|states|explained|noted|notes|warned|warns|argued"
    "|claimed|claims|replied|answered|stressed|insisted|announced|declared|admitted|acknowledged|testified|tweeted|posted"
    "|recalled|remarked|commented|continued|concluded|observed|complained|cautioned|emphasized|emphasised|predicted"
    "|suggested|shouted|yelled|cried|whispered|joked|urged|quipped|vowed|pledged|promised|quoted|reads|read|called"
    "|described|saying|adding|calling|telling|warning|arguing|insisting|stressing|noting|writing|explaining|stating|asking"
    "|according|denied|dismissed|praised|criticized|criticised|rejected|hailed|labeled|branded|According"
)
_REPORTS_EN = re.compile(rf"(?<![-\w])(?:{_REPORTING_EN})\b")
_REPORTS_JA = re.compile(f"(?:と|って|よう|旨を|ことを)[^。「」『』]{{0,40}}?(?:{_SAYING})|によ(?:ると|れば)")
_WORD_EN = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "and", "or", "for", "in", "on", "at", "to", "with", "by", "from", "as", "is", "vs"]
)


def find_quotations(text: str, offset: int = 0) -> tuple[Quotation, ...]:
    """Direct speech of one block.

    Args:
        text: one block.
        offset: code points before it in the article; added to every span.

    Returns:
        Outermost quotations in text order; names, titles and emphasis in quotation marks are left out. `speaker` is
        the name, office or pronoun the block gives for it; both parts of a split quotation have the same one.

    >>> text = "松本氏は「対策が必要だ」と述べた。"
    >>> [(q.inner.of(text), q.speaker.of(text)) for q in find_quotations(text)]
    [('対策が必要だ', '松本氏')]
    """
    outer = _outermost(find_enclosures(text).pairs, text)
    found: list[Quotation] = []
    before: Quotation | None = None
    for number, pair in enumerate(outer):
        next_start = outer[number + 1].start if number + 1 < len(outer) else len(text)
        last_end = outer[number - 1].end if number else 0
        continued = _continued(text, before, pair) if before and before.span.end == last_end else None
        if continued is None and not _spoken(text, pair, last_end, next_start):
            continue
        speaker = _speaker(text, pair, last_end, next_start) or continued
        before = Quotation(span=Span(pair.start, pair.end), inner=Span(pair.start + 1, pair.end - 1), speaker=speaker)
        found.append(before)
    return tuple(
        Quotation(span=q.span.shift(offset), inner=q.inner.shift(offset), speaker=q.speaker and q.speaker.shift(offset))
        for q in found
    )


def reports_speech(text: str, language: str) -> bool:
    """Whether *text* says that somebody said something, with quotation marks or without; generous.

    >>> reports_speech("雨が降ると彼は述べた。", "ja"), reports_speech("It rained.", "en")
    (True, False)
    """
    return (_REPORTS_JA if language == "ja" else _REPORTS_EN).search(text) is not None


def _outermost(pairs: Sequence[Pair], text: str) -> list[Pair]:
    outer: list[Pair] = []
    for pair in pairs:
        if text[pair.start] in _OPENERS and pair.end - pair.start > 2 and not (outer and pair.start < outer[-1].end):
            outer.append(pair)
    return outer


def _is_japanese(text: str, pair: Pair) -> bool:
    return (
        text[pair.start] in "「｢『〝" or _JAPANESE.search(text, pair.start, min(pair.end, pair.start + 60)) is not None
    )


def _spoken(text: str, pair: Pair, last_end: int, next_start: int) -> bool:
    """Whether the marks of *pair* hold direct speech; the quotations beside it end and start at the other places."""
    if _is_japanese(text, pair):
        return _is_spoken_ja(text, pair)
    return _is_spoken_en(text, pair, last_end, next_start)


def _is_spoken_ja(text: str, pair: Pair) -> bool:
    inner = text[pair.start + 1 : pair.end - 1]
    after = text[pair.end : pair.end + _ALONGSIDE]
    if _NAMED_JA.match(after):
        return False
    if _SAYS_FIRST.search(text, max(0, pair.start - 6), pair.start):
        return True
    if not _is_clause(inner):
        return _SPEECH_VERBS.match(after) is not None
    return any(rule.match(after) for rule in (_REPORTED_JA, _SPOKEN_NOUN, _LOOSE_END_JA))


def _is_clause(inner: str) -> bool:
    """Whether *inner* can be said as it stands: it holds a sentence, or ends in a predicate."""
    core = inner.rstrip("。！？!?…‥♪　 ")
    if len(core) < len(inner) and inner[-1] not in "…‥♪" and len(core) > 2:
        return True
    if "。" in core:
        return True
    words = tokenize_ja(core[-_ALONGSIDE:])
    if len(words) < 2:
        return False
    last = words[-1].xpos
    return last.startswith(_CLAUSE_END) or (last.startswith("助詞") and len(core) > 8)


def _is_spoken_en(text: str, pair: Pair, last_end: int, next_start: int) -> bool:
    inner = text[pair.start + 1 : pair.end - 1]
    words = _WORD_EN.findall(inner[:400])
    if len(words) < 2 and not inner.endswith((".", "!", "?", ",")):
        return False
    before = text[max(last_end, pair.start - 160) : pair.start]
    after = text[pair.end : min(next_start, pair.end + _ALONGSIDE)]
    if all(word[0].isupper() or word in _SMALL_WORDS for word in words) and not inner.endswith(("!", "?")):
        return speaker_behind(text, pair, next_start) is not None  # "River Light," is a title, "Yes," he said is not
    if _REPORTS_EN.search(after) or _REPORTS_EN.search(before[max(before.rfind(". "), before.rfind("\n")) + 1 :]):
        return True
    return len(words) >= 4 and inner[-1] in ".!?,—" and inner[0].isupper()


def _speaker(text: str, pair: Pair, last_end: int, next_start: int) -> Span | None:
    find = speaker_ja if _is_japanese(text, pair) else speaker_en
    return find(text, pair, last_end, next_start)


def _continued(text: str, before: Quotation, pair: Pair) -> Span | None:
    """The speaker of the quotation before, when between the two there is only who said it: "A," he said. "B"."""
    gap = text[before.span.end : pair.start]
    if len(gap) > _ALONGSIDE or "\n\n" in gap or gap.count(".") - gap.count("Mr.") - gap.count("Dr.") > 1:
        return None
    only_report = not gap.strip() or (_REPORTS_EN.search(gap) is not None and len(_WORD_EN.findall(gap)) <= 8)
    follows_ja = (
        re.fullmatch("[^。]{0,30}。?(?:さらに|また|一方で?|その上で|そのうえで|続けて|加えて)?、?", gap) is not None
    )
    return before.speaker if only_report or (_JAPANESE.search(gap) is not None and follows_ja) else None
