"""Lines in which a page's interface text is stuck to something else, as `New0 comments`."""

import re
from collections.abc import Iterator

__all__ = ["cut_glued"]

_LONGEST = 160  # characters; interface text is never glued to a paragraph
_BUTTON = (
    r"(?:View|See|Read|Show|Load|Follow|Share|Reply|Report|Subscribe|Edit|Save|Print|Copy|Listen|Watch|Add|Post|Sort|Close)"
    r"(?: (?:author|profile|more|all|full|bio|story|article|comments?|replies|link|now|this|on|to|by|page|post|posts|less|next|here|latest|a)){0,3}"
)
# Jane DoeView author: a capital right after a small letter, and a button's words to the line's end.
_BUTTON_AT_END = re.compile(rf"(?<=[a-z.])(?={_BUTTON}$)")
# New0 comments
_COUNT_AT_END = re.compile(r"(?<=[^\W\d_])(?=\d{1,6} ?(?:comments?|replies|shares?|likes?|views|reactions)$)")
# 山田太郎フォローする
_BUTTON_AT_END_JA = re.compile(
    r"(?<=[^\s、。をでにはが])(?=(?:フォローする|プロフィールを見る|記事一覧へ?|をフォロー|続きを読む|もっと見る|返信する|シェアする)$)"
)
# Shown as pictures by themselves, or because VARIATION SELECTOR-16 follows; ◇ ★ ✓ are marks of Japanese and lists.
_PICTURE = (
    "(?:[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u231a\u231b\u23e9-\u23f3\u26a1\u26bd\u26be\u26d4\u2728\u274c\u2753-\u2757\u2b50\u2b55]"
    "|[\u2190-\u2bff](?=\ufe0f))"
)
# An emoji, its modifiers and joiners, stuck to a word.
_EMOJI_AT_START = re.compile(rf"(?:{_PICTURE}[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+(?=[^\W_])")


def cut_glued(text: str) -> Iterator[tuple[int, str]]:
    """Where to cut *text*, a line without white space at its start: (offset, rule id of the part that opens there).

    >>> list(cut_glued("Jane DoeView author")), list(cut_glued("❓What is it?"))
    ([(8, 'glue-button')], [(1, 'glue-emoji')])
    """
    if len(text) > _LONGEST:
        return
    emoji = _EMOJI_AT_START.match(text)
    if emoji:
        yield emoji.end(), "glue-emoji"
    shown = text.rstrip()
    for pattern, rule in (
        (_BUTTON_AT_END, "glue-button"),
        (_COUNT_AT_END, "glue-count"),
        (_BUTTON_AT_END_JA, "glue-button"),
    ):
        match = pattern.search(shown)
        if match and match.start() > (emoji.end() if emoji else 0):
            yield match.start(), rule
            return
