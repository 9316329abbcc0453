"""Universal Dependencies parts of speech for UniDic's, after the UD Japanese guidelines for short unit words."""

from functools import cache

_BY_PREFIX = {
    "名詞": "NOUN",
    "名詞-固有名詞": "PROPN",
    "名詞-数詞": "NUM",
    "名詞-助動詞語幹": "AUX",
    "代名詞": "PRON",
    "動詞": "VERB",
    "形容詞": "ADJ",
    "形状詞": "ADJ",
    "形状詞-助動詞語幹": "AUX",
    "連体詞": "DET",
    "副詞": "ADV",
    "接続詞": "CCONJ",
    "感動詞": "INTJ",
    "助詞": "ADP",
    "助詞-接続助詞": "SCONJ",
    "助詞-準体助詞": "SCONJ",
    "助詞-終助詞": "PART",
    "助動詞": "AUX",
    "接頭辞": "NOUN",
    "接尾辞": "NOUN",
    "接尾辞-形状詞的": "PART",
    "接尾辞-形容詞的": "AUX",
    "接尾辞-動詞的": "PART",
    "記号": "SYM",
    "記号-文字": "NOUN",
    "補助記号": "PUNCT",
    "補助記号-一般": "SYM",
    "補助記号-ＡＡ": "SYM",
}

_VERBS_OF_ACTION = ("為る", "出来る")
_ADJECTIVES = ("無い", "良い", "欲しい")
PAIRED = frozenset(_VERBS_OF_ACTION + _ADJECTIVES)  # lemmas of the words that `upos_pair` may say something about


@cache
def upos_of(xpos: str) -> str:
    """The part of speech of a word by itself; the longest known beginning of *xpos* decides.

    >>> upos_of("名詞-固有名詞-人名-姓"), upos_of("助詞-格助詞")
    ('PROPN', 'ADP')
    """
    parts = xpos.split("-")
    for length in range(len(parts), 0, -1):
        found = _BY_PREFIX.get("-".join(parts[:length]))
        if found:
            return found
    return "X"


def upos_pair(xpos: str, lemma: str, before: str) -> tuple[str, str] | None:
    """The parts of speech of two words that decide about each other: the word *before* and this one.

    A noun of action and する are a verb with its auxiliary (対応|する); ない after a verb or adjective is an
    auxiliary (高く|ない). None where the words stand for themselves.

    >>> upos_pair("動詞-非自立可能", "為る", "名詞-普通名詞-サ変可能")
    ('VERB', 'AUX')
    """
    if xpos == "動詞-非自立可能" and lemma in _VERBS_OF_ACTION and "サ変" in before:
        return "VERB", "AUX"
    if (
        xpos == "形容詞-非自立可能"
        and lemma in _ADJECTIVES
        and before.startswith(("動詞", "形容詞", "助動詞", "形状詞"))
    ):
        return upos_of(before), "AUX"
    return None
