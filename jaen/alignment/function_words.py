"""Pronouns, question words and conjunctions that a translation keeps, and words of negation, in both languages."""

__all__ = ["FUNCTION_WORDS", "NEGATIONS"]

_SAME = (
    ("he him his himself", "彼"),
    ("she her hers herself", "彼女"),
    ("i my me mine myself", "私 僕 俺 我"),
    ("we our us ours ourselves", "我々 我我"),
    ("you your yours yourself", "貴方 君 御前"),
    ("who whom whose", "誰"),
    ("what", "何"),
    ("why", "何故 どうして"),
    ("when", "何時"),
    ("where", "何処"),
    ("how", "どう 如何"),
    ("if", "若し"),
    ("but however though although", "然し だが だけど けれど けれども でも"),
    ("because", "から 為"),
    ("this these", "此の 此れ"),
    ("that those", "其の 其れ あの 彼の"),
    ("can could able", "出来る"),
    ("want", "たい"),
    ("must should", "べし"),
    ("also too", "も"),
)

FUNCTION_WORDS: dict[str, str] = {
    word: english.split()[0] for english, japanese in _SAME for word in (*english.split(), *japanese.split())
}
"""Lemma to the key of what it means; a lemma is UniDic's or an English word in lower case."""

NEGATIONS = frozenset(
    ["not", "no", "never", "nothing", "nobody", "none", "cannot", "without", "ない", "無い", "ず", "ぬ", "まい"]
)
"""Lemmas that negate."""
