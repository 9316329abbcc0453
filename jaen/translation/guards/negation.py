"""Whether a source denies what it says, and whether its translation still does.

Made to be silent when in doubt: かもしれない and なければならない deny nothing, and English has a hundred ways of saying no.
"""

import re

from jaen.model import Segment, Token

__all__ = ["NEGATIVES", "NOT_DENYING", "denial", "denies"]

# What ends in a negative and denies nothing (かもしれない), denies it twice (なくはない), or is said without a no in English.
NOT_DENYING = "|".join(
    (
        "か(?:も)?(?:しれ|知れ)(?:な|ま|ん)",
        "な(?:けれ|きゃ|けりゃ|くちゃ)(?:ば)?(?:なら|いけ|だめ|ダメ|駄目|[、。」]|、?と)|ねば(?:なら|いけ)|ざるを[得え]",
        "なくては|ない(?:と|では|で)?(?:いけ|なら|だめ|駄目)",
        "ずに(?:は|い|お)|ないで(?:は|い)られ|わけに(?:は|も)?い[かき]",
        "(?:に|と)(?:は)?(?:違い|ちがい|相違|ほか|他)な|(?:過|す)ぎ(?:な|ま)|しか(?!し)",
        "ない(?:か|かな|かしら|の|です(?:か|？))?[？?]|ませんか|ないだろうか|(?:よう|みたい)(?:では|じゃ)?ないか|じゃん",
        "(?:で|じゃ)は?(?:ない|ありません|ないん|ないの)(?:だろう|でしょう)?(?:か|かな|？|\\?|かしら)",
        "な(?:い|く)(?:わけ|こと|もの|はず)?(?:が|も|は|では|じゃ|でも)?[^。]{0,4}(?:ない|ありません|なかった)",
        "(?:申し訳|もうしわけ|仕方|しかた|しょうが|とんでも|もったい|つまら|くだら|やむを?[得え]|たまら|堪ら|さりげ|何気|なにげ|限ら|かぎら)",
        "(?:差し支え|問題|心配|絶え間)[はがもに]?(?:な|あ|ござ)|(?:構[いわ]|かま[いわ]|て聞か|途方も|否め|否定でき|はかり知れ|計り知れ|数え切れ|言うまで|いうまで|まもな|間もな)",
        "(?:疑い|間違い|まちがい|遜色|劣ら|変わら|かわら|欠かせ|ほかなら|他なら|余儀|違わ|尽き|つき|切れ|かけがえの)[^。]{0,5}(?:な|ま|ん|ず)",
        # Negatives that English has a plain word for: 少なくない many, 珍しくない common, 後を絶たない keeps happening, 辞さない ready to.
        "(?:少な|珍し|遠|遅|浅|低|難し|悪|短)く(?:は|も)?(?:ない|なかった|ありま)|(?:他人|人)事で|例外で|例を見|偶然で|(?:予断|余談)を許さ|見(?:逃|過ご)せ",
        "(?:無視でき|避けて通れ|避けられ|譲ら|ゆずら|止まら|とまら|収まら|おさまら|治まら|絶え|絶た|衰え|揺るが|揺らが|侮れ|隠せ|隠さ|隠しき|惜しま)",
        "(?:辞さ|離せ|離さ|見劣りし|黙ってい|いとまが|終わら|動じ|屈し|負け|諦め|あきらめ|忘れ|休ま|飽き|欠かさ|怠ら|落とせ|外せ|逃さ|逃せ)(?:な|ず|ま)",
        "気に(?:し|なら|留め|か?け|掛け)|て(?:たまら|なら|しかた|しょうが)|ほど",
    )
)  # fmt: skip
# What a translation often says without a no, or with one where there is none: by itself no reason to doubt a translation.
_IN_DOUBT = "だけ|ばかり|のみ|まで|より|な(?:けれ|きゃ|けりゃ|くちゃ)|許さ|何で|なんで|どうして(?!も)|なぜ"
_NO_DENIAL = re.compile(f"{NOT_DENYING}|{_IN_DOUBT}")
_SENTENCE_PARTICLES = frozenset(
    {"よ", "ね", "わ", "さ", "ぞ", "ぜ", "の", "ん", "と", "な", "もの", "もん", "から", "けど", "が"}
)
NEGATIVES = frozenset({"ない", "無い", "ず", "ぬ"})
_CONTENT = frozenset({"VERB", "ADJ", "NOUN", "PROPN", "PRON"})
_TAIL = 14  # tokens looked at from the end
# Words that deny by themselves, by a prefix or by what they mean; generous, since a false alarm costs a translation.
_NO_ENGLISH = re.compile(
    "|".join((
        r"n['’]t\b|\b(?:no|not|cannot|never|none|nothing|nobody|no-one|nowhere|nor|neither|without|ain['’]t|nope|nah|non\w*)\b",
        r"\b(?:hardly|scarcely|barely|rarely|seldom|few|little|less|least|only|until|till|unless|except|before|beyond|instead|rather|too)\b",
        r"\b(?:far from|free (?:of|from)|yet to|(?:anything|nothing|all) but|(?:rather|other|more|better|sooner) than|rule\w* out|opt\w* out|devoid|void)\b",
        r"\b(?:lack\w*|fail\w*|refus\w*|den(?:y|ies|ied|ying|ial)|miss(?:ed|es|ing)?|avoid\w*|stop\w*|prevent\w*|wonder\w*|doubt\w*|hat(?:e|es|ed))\b",
        r"\b(?:forg[eo]t\w*|ignor\w*|absen\w*|empty|still|wrong|false|bad|hard|difficult\w*|weak|poor\w*|short|stranger|unlike|minus|ban(?:s|ned)?)\b",
        r"\b(?:forbid\w*|prohibit\w*|reject\w*|against|quit\w*|ceas\w*|g[aio]ven? up|kept?|keeps|remain\w*|alone|behind|los[es]\w*|lost|loss|late)\b",
        r"\b(?:vacant|skip\w*|neglect\w*|restrain\w*|resist\w*|abandon\w*|drop\w*|cancel\w*|withh\w*|block\w*|halt\w*|declin\w*|dead|beats)\b",
        r"\bun(?!der|ion|it|iv|ique|cle|til)\w{3,}|\bdis(?!cuss|cover|tan|tri|play|h|k|ease|aster|cipl|tinct)\w{3,}|\bmis(?!ter|sion|sile|t)\w{3,}",
        r"\bin(?:ab|acc|ade|app|cap|comp[le]|cons|conv|corr|cred|cur|dec|def|diff|eff|eli|evi|exp|sig|sta|suf|tol|val|vis|jus|san|act|hum|sec|sen|dis)\w+",
        r"\bim(?:pos|prop|perf|pat|mob|mor|bal|pol|prac|mat)\w+|\bir(?:reg|rel|res|rev|rat)\w+|\bil(?:leg|lit|log)\w+|\w{3,}less(?:ly)?\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
_ENGLISH_DENIAL = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)(?: not|n['’]t)\b|\b(?:cannot|can['’]t|won['’]t|never)\b",
    re.IGNORECASE,
)
_NO_ENGLISH_DENIAL = re.compile(
    r"\bnot only\b|\bwhy (?:do|does|did|is|are|was|were|can|could|will|would|should|have|has)n['’]t|[,;] (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)n['’]t \w+\?"
    r"|^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|won)n?['’]t\b|\bn['’]t (?:help|but)\b|\bcan['’]?t help|\bcannot help|\bnot (?:un|in|im)\w+|\buntil\b|\bbut\b|\bunless\b|\bwithout\b|\bno\b.*\bnot\b|\bany\b",
    re.IGNORECASE,
)
_NO_JAPANESE = re.compile(
    "な[いかくけさきし]|ませ|ん[。、！!」だでじ]|ず|ぬ|無|不|未|非|否|まい|だめ|ダメ|駄目|嫌|いや|いえ|だけ|しか|のみ|より|まで|以外|欠|失|違|外|禁|反|やめ|止|避|難|にく|がた|忘|拒|断|消|遅|少|稀|まれ|めった|ゼロ|な！|な。|なよ"
)


def denial(segment: Segment) -> str | None:
    """The words by which *segment* denies its main statement, e.g. 使わない; None when it does not, or one can't be sure."""
    if segment.language == "ja":
        return _japanese(segment)
    if segment.language == "en":
        text = segment.text
        found = _ENGLISH_DENIAL.findall(text)
        if len(found) != 1 or _NO_ENGLISH_DENIAL.search(text) or text.rstrip("”\"' ").endswith("?"):
            return None
        return str(found[0])
    return None


def _japanese(segment: Segment) -> str | None:
    tokens = [token for token in segment.tokens[-_TAIL:] if token.upos != "PUNCT"]
    while tokens and tokens[-1].xpos.startswith("助詞") and tokens[-1].surface in _SENTENCE_PARTICLES:
        tokens.pop()
    at = _negative(tokens)
    if at is None:
        return None
    text = segment.text
    # Of a long sentence only what goes with the last predicate: a しか far before it is another clause's.
    begin = max(text.rfind("、", 0, len(text) - 6), text.rfind("「", 0, len(text) - 1)) + 1
    if _NO_DENIAL.search(text, begin) or text.rstrip("」』”。 ").endswith(("？", "?", "か", "かい", "の")):
        return None
    clause = [token for token in segment.tokens[-4 * _TAIL :] if token.span.start >= segment.span.start + begin]
    if sum(token.lemma in NEGATIVES for token in clause) != 1:
        return None  # two of them may deny each other
    content = [n for n in range(at) if tokens[n].upos in _CONTENT and "非自立" not in tokens[n].xpos]
    return "".join(token.surface for token in tokens[content[-1] if content else 0 : at + 1])  # 確認されていない


def _negative(tokens: list[Token]) -> int | None:
    """Which of *tokens* is the negative of the predicate that they end in; behind it only た, です, でした may stand."""
    for back in range(1, min(4, len(tokens)) + 1):
        token = tokens[-back]
        if token.lemma in NEGATIVES and token.upos in ("AUX", "ADJ"):
            return len(tokens) - back
        if token.upos != "AUX" or token.surface in ("で", "なら"):
            return None
    return None


def denies(target: str, language: str) -> bool:
    """Whether a translation has a word, a prefix or a verb that may stand for a denial."""
    pattern = _NO_JAPANESE if language == "ja" else _NO_ENGLISH
    return pattern.search(target) is not None
