"""Brackets by kind: readings, abbreviations, explanations, insertions, and the rest.

脆弱(ぜいじゃく)性 hides a term until the reading is lifted out; 国家サイバー統括室(NCO) defines a short form;
ビッグテック(巨大IT企業) explains; (重要インフラを所管する)金融庁 is part of the sentence and must be translated.
"""

import re

from jaen.model import Bracket, BracketKind, Span
from jaen.text import bracket_bases as bases
from jaen.text.enclosures import Pair, find_enclosures
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from jaen.words.tokens import tokenize_ja

__all__ = ["find_brackets", "find_unclosed"]

_OPENERS = frozenset("(（[［〔【")
_JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}]")
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}]+(?:[・ 　=＝][{HIRAGANA}{KATAKANA}]+)*")
_KANJI_BEFORE = re.compile(f"[{HAN}ヶケ々]\\Z")

# What is no statement about the words before it: numbers of items, reactions, credits, captions, series, notes.
_OTHER_JA = re.compile(
    r"[\d０-９\W]*|[0-9０-９一二三四五六七八九十]+|[①-⑳㈠-㈩]"
    "|笑い?|爆笑?|苦笑|失笑|泣|汗|涙|怒|拍手|会場笑い?|右|左|中央?|上|下|前列?|後列?|奥|手前|[右左上下]から.*|同[右左]"
    "|写真.*|図.*|表[0-9０-９]*|資料.*|提供.*|.*提供|.*撮影|.*[=＝].*(?:共同|時事|撮影|提供|本社).*|イメージ|画像.*"
    "|共同|時事|ロイター|ＡＰ|AP|AFP|ＡＦＰ|AFP時事|AP=共同|EPA時事|PA|UPI|聯合|新華社|ブルームバーグ|テレビ朝日|TBS|NHK"
    "|終わ?り|おわり|続く|つづく|了|完|完結|敬称略|前編|中編|後編|以上|注.*|※.*|参考.*|出典.*|出所.*|引用.*|文=.*|聞き手.*"
    "|株|有|社|財|学|医|同|仮|案|仮称|改|新|旧|第?[0-9０-９一二三四五六七八九十]+[回面部章]|後略|中略|前略|略|以下略|税込み?|税別|税抜き?|本文.*参照|.*[をは]?参照"
)
_OTHER_EN = re.compile(
    r"[\d\W]*|[ivxIVX]{1,5}|[a-zA-Z]|s|es|sic|laughs?|laughter|applause|smiles|pictured|left|right|centre|center|above|below"
    r"|(?:top|bottom|far|second|third|from) (?:left|right)|\w+ (?:left|right)|[A-Z]{0,4}-?(?:Reuters|AP|AFP|UPI|Kyodo|Jiji|Xinhua|Bloomberg)"
    r"|Reuters|Kyodo|Jiji Press|Jiji|Xinhua|Bloomberg|CNN|BBC|(?:Photo|Image|Credit|Source|Picture|File|Video|Illustration|Graphic)s?\b.*"
    r"|.*\b(?:Photo|File photo|Getty Images)|see .*|Fig(?:ure|\.) .*|Table .*|p{1,2}\. ?\d.*|cont(?:inued|\.)?|ditto"
    r"|(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.? )?\d{1,2}?,? ?\d{4}(?:\s?[-–]\s?(?:\d{2,4})?)?",
)
_AGE = re.compile(r"[0-9０-９]{1,3}歳?")
_WEEKDAY = re.compile("[月火水木金土日](?:曜日?)?(?:・祝)?|祝")
_PERSON = re.compile(
    f"(?:氏|さん|君|ちゃん|容疑者|被告|選手|議員|社長|会長|教授|大臣|首相|知事|監督|[{HAN}々]{{2,6}}|[{KATAKANA}・]{{3,}})\\Z"
)
_DAY = re.compile("[0-9０-９一二三四五六七八九十]日\\Z")

_ACRONYM = re.compile(r"(?=[^a-z]*[A-ZＡ-Ｚ])[A-ZＡ-Ｚ0-9０-９][A-Za-zＡ-Ｚ0-9０-９&.\-‐/＆・]{1,9}")
_SMALL_LETTERS = re.compile("[a-z]{3,}")
_NAMED = re.compile(
    '(?:以下|略称|通称|略して|英語略称)[、,: は]*[「『“"]?(?P<name>[^」』”"]+?)[」』”"]?(?:という|とする|と略す|と呼ぶ)?'
)

_PARTICLES = ("助詞-格助詞", "助詞-係助詞", "助詞-接続助詞")
_ADDED_WORDS = frozenset(
    [
        "など",
        "ら",
        "たち",
        "のみ",
        "だけ",
        "ほか",
        "まで",
        "から",
        "とも",
        "さん",
        "くん",
        "ちゃん",
        "また",
        "および",
        "または",
    ]
)
_STOP_BEFORE = re.compile(r"[。！？!?．.][」』）)”\"]*\s*\Z")
_MORE = re.compile(r"\s*\S")
_LATIN_BEFORE = re.compile(f"[{LATIN}] \\Z")
_KANJI_OR_KATAKANA = re.compile(f"[{HAN}{KATAKANA}]+")
_CONTENT = re.compile(f"[{HAN}{KATAKANA}{LATIN}]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LONGEST = 200  # code points; a longer bracket is text
_LONGEST_NAME = 32  # code points of a name in quotation marks

_NAMED_EN = re.compile(
    r"(?:hereafter|hereinafter|henceforth|abbreviated(?: as| to)?|also known as|aka|a\.k\.a\.|or)[, ]+[“\"']?[A-Z]"
)
_INSERTED_EN = re.compile(
    r"(?:who|whom|whose|which|that|when|where|while|if|as|in|on|at|by|for|from|to|of|with|without|about|after|before|during"
    r"|since|until|under|over|despite|because|although|though|and|or|but|not|also|then|now|still|even|especially|including"
    r"|excluding|except|mostly|mainly|partly|only|up|down|plus|formerly|previously|currently|based|known|compared|according"
    r"|he|she|it|they|we|you|i|this|these|those|there|is|are|was|were|will|would|can|could|may|might|has|have|had|having"
    r"|[a-z]+ed|[a-z]+ing|[a-z]+ly)\b"
)


def find_unclosed(text: str) -> tuple[int, ...]:
    """Places of brackets and quotation marks in *text* that are never closed, in code points.

    >>> find_unclosed("「はい」と言い（中略")
    (7,)
    """
    return find_enclosures(text).unclosed


def find_brackets(text: str, offset: int = 0) -> tuple[Bracket, ...]:
    """Every closed parenthesis or square bracket of *text* with its kind.

    Args:
        text: one block.
        offset: code points before it in the article; added to every span.

    Returns:
        In the order of their openers, inner ones after the one they stand in. Brackets that are never closed are
        left out (`find_unclosed`). Linear in the length of *text*.

    >>> [(b.kind.value, b.base.of("国家安全保障局(NSS)は")) for b in find_brackets("国家安全保障局(NSS)は")]
    [('abbreviation', '国家安全保障局')]
    """
    pairs = find_enclosures(text).pairs
    quoted = {pair.end: pair.start for pair in pairs if text[pair.start] not in _OPENERS}
    found: list[Bracket] = []
    ends: dict[int, Span | None] = {}  # where a bracket ends → its base, for a second bracket behind it
    for pair in pairs:
        if text[pair.start] not in _OPENERS:
            continue
        kind, base = _typed(text, pair, quoted, ends)
        ends[pair.end] = base
        found.append(
            Bracket(
                span=Span(pair.start, pair.end).shift(offset),
                inner=Span(pair.start + 1, pair.end - 1).shift(offset),
                kind=kind,
                base=base and base.shift(offset),
            )
        )
    return tuple(found)


def _typed(
    text: str, pair: Pair, quoted: dict[int, int], ends: dict[int, Span | None]
) -> tuple[BracketKind, Span | None]:
    """Kind and base of one bracket.

    Args:
        text: the block.
        pair: the bracket.
        quoted: where quotations and names in quotation marks end → where they begin.
        ends: where the brackets before it end → their bases.
    """
    start, inner = pair.start, text[pair.start + 1 : min(pair.end - 1, pair.start + _LONGEST)].strip()
    if text[start] in "【〔" or not _LETTER_OR_DIGIT.search(inner):
        return BracketKind.OTHER, None
    before = text[max(0, start - 3) : start].rstrip()
    japanese = _JAPANESE.search(inner) or _JAPANESE.search(before[-1:])
    if text[start] in "[［":
        is_other = (_OTHER_JA if japanese else _OTHER_EN).fullmatch(inner)
        return (BracketKind.OTHER if is_other else BracketKind.INSERTION), None
    if pair.end - start > _LONGEST:
        return BracketKind.INSERTION, None
    known = ends.get(start)  # 国家安全保障局(NSS)(東京)
    name_end = start - 1 if text[start - 1 : start] == " " else start
    if name_end in quoted and name_end - quoted[name_end] <= _LONGEST_NAME:
        known = Span(quoted[name_end] + 1, name_end - 1)  # 「クロード」(最新版), "River Light" (a show)
    if japanese:
        return _typed_ja(text, pair, inner, known)
    return _typed_en(text, pair, inner, known)


def _typed_ja(text: str, pair: Pair, inner: str, known: Span | None) -> tuple[BracketKind, Span | None]:
    start = pair.start
    if (_AGE.fullmatch(inner) and _PERSON.search(text[max(0, start - 12) : start])) or (
        _WEEKDAY.fullmatch(inner) and _DAY.search(text[max(0, start - 3) : start])
    ):
        return BracketKind.EXPLANATION, bases.japanese_noun(text, start)
    if _OTHER_JA.fullmatch(inner):
        return BracketKind.OTHER, None
    if _KANA.fullmatch(inner) and inner not in _ADDED_WORDS and _KANJI_BEFORE.search(text[max(0, start - 1) : start]):
        read = bases.read_kanji(text, start, inner)
        if read:
            return BracketKind.READING, read
    base = known or bases.japanese_noun(text, start)
    if base is None and _LATIN_BEFORE.search(text[max(0, start - 2) : start]):
        name = bases.english_phrase(text, start)  # National Security Secretariat (国家安全保障局)
        base = name if name and text[name.start].isupper() else None
    if base is None:
        return _without_base(text, pair, inner), None
    named = _NAMED.match(inner)
    if named or _is_acronym(inner):
        return BracketKind.ABBREVIATION, base
    short = _shortened(base.of(text), inner)
    if short is not None:
        return BracketKind.ABBREVIATION, Span(base.start + short, base.end)
    if inner in _ADDED_WORDS or _carries_grammar(text, pair):
        return BracketKind.INSERTION, None
    return BracketKind.EXPLANATION, base


def _without_base(text: str, pair: Pair, inner: str) -> BracketKind:
    """A bracket that follows no noun is part of the sentence, unless it is a bare noun behind one: 。(山田太郎)."""
    if inner.endswith("。") or not _STOP_BEFORE.search(text[max(0, pair.start - 3) : pair.start]):
        return BracketKind.INSERTION
    words = bases.words_before(text, pair.end - 1)
    if _MORE.match(text, pair.end) or any(not word.xpos.startswith(("名詞", "接", "補助")) for word in words):
        return BracketKind.INSERTION
    return BracketKind.OTHER


def _is_acronym(inner: str) -> bool:
    """Whether *inner* is a short form in Latin letters: NSS, AI, G7, IoT, LLMs; not ChatGPT, not Big Tech."""
    if not _ACRONYM.fullmatch(inner) or _SMALL_LETTERS.search(inner):
        return False
    return sum(char.isupper() for char in inner) >= 2 or (inner[0].isupper() and inner[1:].isdigit())


def _shortened(long: str, short: str) -> int | None:
    """Where in *long* the words begin that the kanji *short* abbreviates (公正取引委員会 → 公取委), or None."""
    if not _KANJI_OR_KATAKANA.fullmatch(short) or len(short) < 2 or len(short) * 3 > len(long) * 2:
        return None
    begin = long.find(short[0])
    at = begin
    for char in short:
        at = long.find(char, at) + 1
        if at == 0:
            return None
    return begin if begin >= 0 else None


def _carries_grammar(text: str, pair: Pair) -> bool:
    """Whether what is inside goes on with the sentence: it begins or ends with a particle, or modifies what follows."""
    words = tokenize_ja(text[pair.start + 1 : pair.end - 1])
    first, last = words[0].xpos, words[-1].xpos
    if first.startswith(("助詞", "助動詞")) or last.startswith(_PARTICLES) or words[-1].surface in "。！？":
        return True
    return last.startswith(("動詞", "助動詞", "形容詞")) and bool(_CONTENT.match(text, pair.end))


def _typed_en(text: str, pair: Pair, inner: str, known: Span | None) -> tuple[BracketKind, Span | None]:
    start = pair.start
    is_short = _is_acronym(inner)
    if is_short and (long := bases.long_form(text, start, inner)):
        return BracketKind.ABBREVIATION, long
    if _OTHER_EN.fullmatch(inner):
        return BracketKind.OTHER, None
    base = known or bases.english_phrase(text, start)
    if (is_short or _NAMED_EN.match(inner)) and base is not None:
        return BracketKind.ABBREVIATION, base
    if base is None or _INSERTED_EN.match(inner) or inner.endswith((".", "!", "?")):
        return BracketKind.INSERTION, None
    return BracketKind.EXPLANATION, base
