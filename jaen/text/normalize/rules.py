"""The rules by name, and the profiles that choose among them."""

from functools import cache

from jaen.errors import ConfigError

RULES: dict[str, str] = {
    "controls": "Control characters are dropped (U+0000, U+0008); tabs and line breaks count as white space.",
    "invisible": "Zero-width, bidi and soft-hyphen characters, byte order marks and variation selectors are dropped; "
    "emoji keep theirs.",
    "line-breaks": "A hard line break inside a sentence goes: nothing beside Japanese, a space between other words; "
    "cyber-⏎attack keeps its hyphen.",
    "spaces": "Every white space is one ASCII space (U+3000, no-break, thin, tab, doubled); none at either end.",
    "width": "Full-width ASCII and half-width katakana take their usual width: ＡＩ is AI, ｻｲﾊﾞｰ is サイバー.",
    "composition": "Decomposed letters are composed: か + U+3099 is が; what has no composed form (か゚) stays.",
    "compatibility": "Letters squeezed into one character are spelled out: ㈱ is (株), ㍻ is 平成, ㎡ is m2, ① is (1), "
    "ﬁ is fi.",
    "radicals": "Kangxi radicals are the characters they look like: ⽇ (U+2F47) is 日.",
    "quotes": "Curly quotation marks and apostrophes are straight.",
    "dashes": "A dash is written as what it does: サ―バ is サーバ, 3～5日 is 3〜5日, an opening ― stays ―, a minus is -.",
    "ruby": "A reading in brackets is lifted out: 脆弱(ぜいじゃく)性 is 脆弱性.",
    "symbols": "The rest of NFKC, for comparing only: ™ is TM, ½ is 1⁄2, … is three full stops.",
    "script-gaps": "No space between Japanese and Latin letters or digits, for comparing only: 新しい AI is 新しいAI.",
}
"""Name and meaning of each rule, in the order they apply."""

_COMPARING_ONLY = ("symbols", "script-gaps")
PROFILES: dict[str, tuple[str, ...]] = {
    "news": tuple(name for name in RULES if name not in _COMPARING_ONLY),
    "match": tuple(RULES),
    "none": (),
}
"""Rules of each profile: `news` changes how a text is written, never what it says; `match` is for comparing."""


@cache
def rules_of(profile: str | tuple[str, ...]) -> frozenset[str]:
    """The rules of a profile's name, or the rules named.

    Raises:
        ConfigError: no such profile or rule.

    >>> sorted(rules_of(("width", "ruby")))
    ['ruby', 'width']
    """
    if isinstance(profile, str):
        if profile not in PROFILES:
            raise ConfigError(f"profile {profile!r} is not known; use one of: {', '.join(PROFILES)}")
        return frozenset(PROFILES[profile])
    unknown = [name for name in profile if name not in RULES]
    if unknown:
        raise ConfigError(f"rule {unknown[0]!r} is not known; use some of: {', '.join(RULES)}")
    return frozenset(profile)
