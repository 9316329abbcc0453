"""Denials in any clause of a passage, and whether another passage may make them.

What is surely a denial is told apart from what only looks like one (かもしれない, なければならない, "not only"), and what
may stand for one is taken widely ("unable", "far from", 無理, 下手): a check that compares the two is silent when in doubt.
"""

import re
from collections.abc import Iterator

from jaen.model import Passage, Segment, Span, Token
from jaen.translation.guards.negation import NEGATIVES, NOT_DENYING

__all__ = ["may_deny", "sure_denials"]

_BEFORE, _BEHIND = 24, 12  # code points around a Japanese negative in which its clause is looked for
_EDGE = re.compile("[、。「」『』（）()！？!?\u3000 ]")
_END = re.compile("[。！？!?]")
_SOFTENED = re.compile(
    NOT_DENYING
    + "|ませんでしたか|なかった(?:です)?か[？?。]|世間知ら|恥知ら|命知ら|相変わら|思わず|少なから|す[みい]ません|済みません|かね(?:ない|ません)|どころ|必要[はも]?な|ようがな|以外"
    "|のような|[にも]過ぎ|もなく|なくす|(?:だけ|ばかり|のみ)(?:で(?:は|も)?な[くい]|なら)|(?:なぜ|どうして|なんで|何で).{0,20}ない[のん]"
)
# A question, a condition, a wish: ないか, ないと倒れる, ないように, ないうちに. English turns them round.
_TURNED = re.compile(
    "うち|よう|か(?!ら)|限|かぎ|くらい|ぐらい|の(?:に|？|で?しょう|だろう)|(?:で?しょう|だろう)か|で(?!あ|し|は?な|、|くだ|くれ)"
    "|と(?![いのし]|述|言|話|発|思|考|み|見|明|報|語|説|警|批|指|主|誓|答|訴|強|約|コ)"
)
_ATTRIBUTIVE = frozenset({"ない", "無い", "なかっ", "無かっ", "ぬ"})
_LIGHT_NOUNS = frozenset([
    "こと", "の", "わけ", "ため", "はず", "訳", "為", "ん", "事", "もの", "点", "とき", "時", "場合", "以上", "上", "方",
    "方針", "考え", "見通し", "意向", "可能性", "状態", "状況", "理由",
])  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_CONTENT = frozenset({"VERB", "ADJ", *_NOUNS})
_TENSE = frozenset({"た", "です", "ます"})

_ENGLISH = re.compile(
    r"\b(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|should|must)(?: not|n['’]t)\b"
    r"|\b(?:cannot|can['’]t|won['’]t|never|nobody|nothing|none|no|not)\b",
    re.IGNORECASE,
)
_ENGLISH_IN_DOUBT = re.compile(
    r"\bnot (?:only|just|merely|yet|at all|long|far|bad|un\w+|in\w+|im\w+|(?:so|as) \w+ as)\b|\bno \w+ un\w+"
    r"|\bwhy (?:do|does|did|is|are|was|were|can|could|will|would|should|have|has)n['’]t|\bn['’]t (?:help|but)\b|\bcan['’]?t help"
    r"|[,;] (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must)n['’]t \w+\?|\bcannot help"
    r"|^[\"“]?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|won)n?['’]t\b|\buntil\b|\bunless\b"
    r"|\bno\b.*\bnot\b|\b(?:nothing but|none other)\b|\bno (?:doubt|sooner|matter|wonder|less|fewer|more than)\b|\bNo\. ?[0-9]"
    r"|\bdon['’]t (?:forget|worry|mind|hesitate|you)|\bhave not to\b|\bcan(?:no|['’])t \w+ (?:too|enough)\b|\bnever fails?\b|\bwithout\b"
    r"|\bno[,.!]|\bmust(?: not|n['’]t)|\?[\"”' ]*$",
    re.IGNORECASE,
)

_ALWAYS = {
    "en": re.compile(
        r"n['’]t\b|\b(?:no|not|cannot|never|none|nothing|nobody|no-one|nowhere|nor|neither|without|nope|nah|non\w*)\b"
        r"|\b(?:hardly|scarcely|barely|rarely|seldom|unless|instead|otherwise|beyond|unable|reluctan\w*|unwilling\w*)\b"
        r"|\b(?:far from|free (?:of|from)|yet to|(?:anything|nothing|all) but|(?:rather|other|more|better|sooner) than)\b"
        r"|\b(?:rul\w+|opt\w*|keep \w+|kept \w+) (?:out|from)\b|\b(?:devoid|void|minus|too \w+ to|out of|g[aio]ven? up|unlike|the last (?:thing|person|place|one))\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        "まい|なし|ませ?ん[。、！」でがしか]|[むム][りリ]|無理|だめ|ダメ|駄目|いや|いえ|よせ|遠慮|下手|苦手|まず[いく]|な[！。]|なよ|あらゆる"
    ),
}
_PREFIXES = (
    r"un(?!der|ion|it|iv|ique|cle|til)\w{3,}|dis(?!cuss|cover|tan|tri|play|h|k|ease|aster|cipl|tinct|cour)\w{3,}"
    r"|mis(?!ter|sion|sile|t)\w{3,}|im(?:poss|prop|perf|pat|mob|mor|bal|pol|prac|mat)\w+|ir(?:reg|rel|res|rev|rat)\w+"
    r"|in(?:abil|acc|adeq|appro|capa|comp[le]|consis|conv|corr|credu|curab|decis|defin|diff|eff|eli|evit|exp|signif)\w+"
    r"|in(?:suff|toler|valid|visib|justi|san|acti|human|secur|dis|satia|cess|aud)\w+|il(?:leg|lit|log)\w+|\w{3,}less(?:ly)?"
)
# What may stand for a denial, unless the other side says it as well: まで is no trace of a "not" where there is "until".
_BY_MEANING = tuple(
    (re.compile(rf"\b(?:{english})\b", re.IGNORECASE), re.compile(japanese))
    for english, japanese in (
        ("than", "より"),
        ("until|till", "まで"),
        ("only", "だけ|しか(?![しも])|のみ|ただ"),
        ("before", "前に|うちに"),
        ("except|other than", "以外"),
        ("few|fewer|little|less|least", "少な|わずか"),
        ("fail\\w*", "失敗|落第"),
        ("forg[eo]t\\w*", "忘れ"),
        ("miss(?:ed|es|ing)?", "逃|外し"),
        ("los(?:e|es|ing|s)|lost", "失|負け|敗れ"),
        ("stop\\w*|quit\\w*|ceas\\w*", "止|停|やめ|辞め"),
        ("wrong|false|bad|badly|worse|worst", "悪|違|誤|偽"),
        ("difficult\\w*|hard", "難し|にく[いかく]|がた[いかく]"),
        ("doubt\\w*", "疑"),
        ("prevent\\w*|avoid\\w*", "防|妨|避け"),
        ("refus\\w*|reject\\w*|den(?:y|ies|ied|ying|ial)|declin\\w*", "拒|断[らりるっ]|否|却下"),
        ("lack\\w*|absen\\w*", "欠|不足|不在|足り"),
        ("forbid\\w*|prohibit\\w*|ban(?:s|ned)?", "禁"),
        ("ignor\\w*|neglect\\w*", "無視|怠"),
        ("hat(?:e|es|ed)|against", "嫌|反対|反[しす]"),
        ("skip\\w*|cancel\\w*", "中止|欠席|休"),
        (_PREFIXES, "[不無未非]"),
    )
)


def sure_denials(passage: Passage) -> Iterator[Span]:
    """Where *passage* surely denies something, in the article: 確認されていない, "did not". In text order."""
    for segment in passage.segments:
        find = _japanese if passage.language == "ja" else _english
        yield from (span.shift(segment.span.start) for span in find(segment))


def may_deny(passage: Passage, other: Passage) -> bool:
    """Whether anything in *passage*, which translates *other* or is translated by it, may stand for a denial."""
    if _ALWAYS[passage.language].search(passage.text):
        return True
    tokens = (token for segment in passage.segments for token in segment.tokens)
    if passage.language == "ja" and any(_is_negative(token) for token in tokens):
        return True
    mine, its = (0, 1) if passage.language == "en" else (1, 0)
    return any(words[mine].search(passage.text) and not words[its].search(other.text) for words in _BY_MEANING)


def _english(segment: Segment) -> Iterator[Span]:
    """The only negative of a sentence: two of them may deny each other."""
    found = list(_ENGLISH.finditer(segment.text))
    if len(found) == 1 and not _ENGLISH_IN_DOUBT.search(segment.text):
        yield Span(found[0].start(), found[0].end())


def _japanese(segment: Segment) -> Iterator[Span]:
    """Each negative with the words that it denies, whatever clause it stands in."""
    text, start = segment.text, segment.span.start
    for number, token in enumerate(segment.tokens):
        if not _is_negative(token):
            continue
        place = Span(token.span.start - start, token.span.end - start)
        if _SOFTENED.search(_clause(text, place)) or _TURNED.match(text, place.end):
            continue
        if token.surface in _ATTRIBUTIVE and _is_before_noun(segment.tokens[number + 1 : number + 5]):
            continue  # 落ち着かない日々 are restless days
        last = segment.tokens[number + 1 : number + 2]
        end = last[0].span.end - start if last and last[0].lemma == "た" else place.end
        yield Span(_begin(segment.tokens, number) - start, end)


def _is_negative(token: Token) -> bool:
    return token.lemma in NEGATIVES and token.upos in ("AUX", "ADJ")


def _clause(text: str, place: Span) -> str:
    """What stands around *place*, up to a comma before it and to the end of the sentence behind it."""
    begin = max(0, place.start - _BEFORE)
    for edge in _EDGE.finditer(text, begin, place.start):
        begin = edge.end()
    end = _END.search(text, place.end, place.end + _BEHIND)
    return text[begin : end.end() if end else place.end + _BEHIND]


def _is_before_noun(tokens: tuple[Token, ...]) -> bool:
    """Whether the first of *tokens* that is no tense is a noun that the negative describes."""
    word = next((token for token in tokens if token.lemma not in _TENSE), None)
    return word is not None and word.upos in _NOUNS and word.surface not in _LIGHT_NOUNS


def _begin(tokens: tuple[Token, ...], number: int) -> int:
    """Where the word begins that the negative at *number* denies: 確認 of 確認されていない."""
    before = (one for one in reversed(tokens[max(0, number - 8) : number]) if one.upos in _CONTENT)
    word = next((one for one in before if "非自立" not in one.xpos), tokens[number])
    return word.span.start
