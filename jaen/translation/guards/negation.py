"""Whether a source denies what it says, and whether its translation still does.

Made to be silent when in doubt: かもしれない and なければならない deny nothing, and English has a hundred ways of saying no.
"""

import re

from jaen.model import Segment, Token

__all__ = ["denial", "denies"]

# What ends in a negative and denies nothing, or denies it twice.
_NO_DENIAL = re.compile(
    "か(?:も)?(?:しれ|知れ)(?:な|ま|ん)|な(?:けれ|きゃ|けりゃ|くちゃ)|なくては|ない(?:と|では|で)?(?:いけ|なら|だめ|駄目)|ね?ば(?:なら|いけ)"
    "|ざるを[得え]|ずに(?:は|い|お)|ないで(?:は|い)られ|(?:に|と)(?:は)?(?:違い|ちがい|相違|ほか|他)な|(?:に|と)?(?:過|す)ぎ(?:な|ま)"
    "|しか|(?:で|じゃ)は?(?:ない|ありません|ないん|ないの)(?:だろう|でしょう)?(?:か|かな|？|\\?|かしら)|ない(?:か|かな|かしら|の？|\\?|？|です(?:か|？))|ませんか|ません？|ないだろうか"
    "|な(?:い|く)(?:わけ|こと|もの|はず)?(?:が|も|は|では|じゃ|でも)?[^。]{0,4}(?:ない|ありません|なかった)|わけに(?:は|も)?い[かき]"
    "|(?:申し訳|もうしわけ|仕方|しかた|しょうが|とんでも|もったい|つまら|くだら|やむを[得え]|やむ[得え]|たまら|堪ら|さりげ|何気|なにげ|限ら|かぎら|構わ|かまわ|差し支え"
    "|問題|心配|絶え間|途方も|否め|否定でき|はかり知れ|計り知れ|数え切れ|思わ|何も言え|言うまで|いうまで|まもな|間もな|疑い|間違い|まちがい|遜色|劣ら|変わら|かわら|欠かせ|ほかなら|他なら"
    "|余儀|気が|気に|ほどで|違わ|尽き|つき|切れ|かけがえの|何で|なんで|どうして|なぜ|誰が|(?:いつ|どこ|何|だれ|誰)まで)[^。]{0,5}(?:な|ま|ん|ず)"
    "|じゃん|(?:よう|みたい)(?:では|じゃ)?ないか|て(?:たまら|なら|しかた|しょうが)|ほど[^。]{0,14}(?:は|もの)?(?:ない|ありません|いない|いません|なかった)"
    "|まで(?:は|に|も)?[^。]*(?:ない|ません|なかった)|うち(?:は|に)|以上|より[^。]*(?:ない|ません)|だけ|ばかり|のみ|なら|たら|ても|でも[^。]*(?:ない|ません|なかった)"
)
_SENTENCE_PARTICLES = frozenset(
    {"よ", "ね", "わ", "さ", "ぞ", "ぜ", "の", "ん", "と", "な", "もの", "もん", "から", "けど", "が"}
)
_NEGATIVES = frozenset({"ない", "無い", "ず", "ぬ"})
_TAIL = 14  # tokens looked at from the end
_NO_ENGLISH = re.compile(
    r"\b(?:no|not|cannot|never|none|nothing|nobody|nowhere|nor|neither|without|hardly|scarcely|barely|rarely|seldom|few|little|less|least"
    r"|lacks?|lacked|lacking|fails?|failed|failing|failure|refus\w*|den(?:y|ies|ied|ying)|den(?:ial)|miss(?:ed|es|ing)?|avoid\w*|stop\w*"
    r"|prevent\w*|until|till|unless|except|but|only|yet|before|beyond|instead|rather|far|wonder\w*|doubt\w*|hat(?:e|es|ed)|forg[eo]t\w*|ignor\w*"
    r"|absen\w*|empty|free|out|off|away|still|wrong|false|bad|hard|difficult\w*|weak|poor\w*|short|too|stranger|unlike|minus|ban\w*|forbid\w*|forbidden|prohibit\w*"
    r"|reject\w*|against|quit\w*|ceas\w*|gave up|give up|given up|keep|keeps|kept|stay\w*|leave|leaves|left|alone|behind|lost|los[es]\w*|loss|late|vacant|devoid|skip\w*|neglect\w*"
    r"|remain\w*|ain't|nope|nah|non\w*|un\w{3,}|im\w{3,}|in(?:a|c|e|f|s|d|v)\w{4,}|ir\w{4,}|dis\w{3,}|mis\w{3,}|\w{3,}less(?:ly)?|illegal\w*|zero|minor|contrary|opposite|last|exclu\w*"
    r"|nobody|no-one|despite|although|restrain\w*|resist\w*|abandon\w*|drop\w*|cancel\w*|withh\w*|block\w*|halt\w*|end(?:ed|s)?|drain\w*|exhaust\w*|declin\w*|opt out|rule\w* out"
    r"|sure|must|merely|just|better|than|any|anything|anyone|anymore|either|if|might|beat\w*|dead|same|unwilling)\b|n['’]t\b|nt\b",
    re.IGNORECASE,
)
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
    if sum(token.lemma in _NEGATIVES for token in segment.tokens) != 1:
        return None  # two of them may deny each other
    return "".join(token.surface for token in tokens[max(0, at - 2) : at + 1])


def _negative(tokens: list[Token]) -> int | None:
    """Which of *tokens* is the negative of the predicate that they end in; behind it only た, です, でした may stand."""
    for back in range(1, min(4, len(tokens)) + 1):
        token = tokens[-back]
        if token.lemma in _NEGATIVES and token.upos in ("AUX", "ADJ"):
            return len(tokens) - back
        if token.upos != "AUX" or token.surface in ("で", "なら"):
            return None
    return None


def denies(target: str, language: str) -> bool:
    """Whether a translation has a word, a prefix or a verb that may stand for a denial."""
    pattern = _NO_JAPANESE if language == "ja" else _NO_ENGLISH
    return pattern.search(target) is not None
