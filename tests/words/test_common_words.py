"""The list of common words: every line can be used, and each rule of its use fires and does not fire."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from jaen.api import split
from jaen.translation import gloss
from jaen.words.scripts import HIRAGANA, KATAKANA
from jaen.words.tokens import tokenize_ja

LINES = files("jaen.words").joinpath("common_words.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
KINDS = {"*", "AFFIX", "COMPOUND", "NOUN", "VERB", "ADJ", "ADV"}
JAPANESE = re.compile(f"[{HIRAGANA}{KATAKANA}\u3400-\u9fff々]")
# The tokenizer gives these lemmas for another spelling or inside a sentence, not for the lemma written alone.
IN_CONTEXT = {
    "丸で": "まるで夢だ。", "付き": "保証付きの車", "化": "無人化の波", "十分": "十分に間に合う。", "向け": "若者向け製品",
    "多く": "多くの人", "始め": "銀行をはじめとする業界", "市内": "市内案内を読む。", "良く": "よく見る。", "買い取り": "用地買取",
    "遠く": "遠くまで見える。", "全": "全事業の見直し", "長": "支店長と相談", "差す-他動詞": "傘を差す。", "引く-他動詞": "線を引く。",
}  # fmt: skip


def glossed(text: str) -> str:
    return " | ".join(item.text for item in gloss(split(text), ()))


def test_every_line_is_well_formed():
    """Three filled columns; a known kind; the key Japanese; the English of letters, without Japanese, no "to" before a verb."""
    bad = [
        row
        for row in ROWS
        if len(row) != 3
        or row[1] not in KINDS
        or not JAPANESE.search(row[0])
        or not re.fullmatch(r"[-A-Za-z][-A-Za-z0-9' .]*", row[2])
        or row[2].startswith("to ")
    ]
    assert bad == []
    assert len(ROWS) >= 1500


def test_keys_stand_once():
    """No word has two meanings for the same part of speech, and `*` is not written beside both noun and verb."""
    assert [key for key, count in Counter((row[0], row[1]) for row in ROWS).items() if count > 1] == []
    keys = {(row[0], row[1]) for row in ROWS}
    assert [word for word, kind in keys if kind == "*" and {(word, "NOUN"), (word, "VERB")} <= keys] == []


def test_every_word_is_one_the_tokenizer_gives():
    """A word that the tokenizer can never give as lemma or dictionary spelling would be a dead line."""
    dead = []
    for word, kind, _ in ROWS:
        if kind != "COMPOUND":
            tokens = tokenize_ja(IN_CONTEXT.get(word, word))
            if not any(word in (token.lemma, token.orth_base) for token in tokens):
                dead.append(word)
    assert dead == []


def test_every_compound_is_one_the_tokenizer_splits():
    """A compound is of two to five words; one that is a single word belongs in the list as a word."""
    assert [word for word, kind, _ in ROWS if kind == "COMPOUND" and not 2 <= len(tokenize_ja(word)) <= 5] == []


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("政府が説明した。", "government · explain", "an action is a verb with する"),
        ("政府の説明を聞く。", "government · explanation · hear", "and a noun without"),
        ("専門家が話す。", "expert · speak", "a compound is said as a whole"),
        ("専門の家。", "specialty · house", "its parts apart are not the compound"),
        ("三社の司令塔だ。", "3 companies · command center", "a compound whose parts would mislead"),
        ("会社を辞める。", "company · quit", "the spelling goes before the lemma, which is 止める"),
        ("車を止める。", "car · stop", "the lemma, where the spelling is the lemma's"),
        ("対策を進めていく。", "countermeasure · push ahead with", "a helping verb in kana says nothing"),
        ("東京へ行く。", "Tokyo? · go", "a verb in kanji is said"),
        ("防御側が待つ。", "defense side · wait", "parts of one word side by side"),
        ("3票差の会社。", "3 票差 · company", "an unknown counter stays as it is"),
    ],
)
def test_the_list_in_a_gloss(text, expected, rule):
    """Each rule about the list, where it fires and where it must not."""
    assert glossed(text) == expected, rule
