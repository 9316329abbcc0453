"""Whatever two texts are put together from, checking and comparing them ends, and every finding stands in its text."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import jaen
from jaen.reading import article_of

NEWS = Path(__file__).parents[2] / "glossaries" / "news"
# What the checks look at, whole and in pieces, with marks that open and never close.
PIECES = (
    "（", "）", "(", ")", "「", "」", "『", "』", "“", "”", '"', "'", "・", "。", ". ", "、", ", ", "\n", "\n\n", "―", "—", "〜",
    "NHS", "NCO", "国家サイバー統括室", "内閣サイバー官", "National Cyber Director", "飯田陽一", "Yoichi Iida", "佐久間玲子", "(さくま・れいこ)",
    "150社", "150 companies", "1億8990万", "3%", "半", "兆円", "$", "１２", "十数", "18日(火)", "May 18, 2026", "Monday", "昨日",
    "yesterday", "2025年", "until ", "旧", "former ", "e-mail", "サーバ", "サーバー", "organise", "organize", "long-term", "long term",
    "Advertisement", "続きを読む", "AI-generated summary", "要約", "Claude-3", "クロード・ミュトス", "アンソロピック", "Anthropic's ", "首相",
    "CEO ", "of ", "ではない", "not ", "かもしれない", "may ", "Harbor Office ", "の", "は", "が", "a", "B", "é", "İ", "か\u3099", "🇯🇵",
    "\u202e", "\x00x", " Le conseil a dit que ", "그는 ",
)  # fmt: skip


@cache
def pipeline():
    return jaen.Pipeline.load(NEWS)


def text(chance):
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 60)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_any_two_texts_can_be_checked_and_compared(seed):
    """Forty pairs a seed, the same in every run: no check fails on what another one would never see."""
    chance = random.Random(seed)
    for _ in range(40):
        source, target = (replace(article_of(text(chance)), id=name) for name in ("a", "b"))
        pair = pipeline().check_translation(source, target)
        for report in (pair.source, pair.target):
            spans = [one.span for one in report.findings if one.span]
            assert all(0 <= span.start <= span.end <= len(report.article.text) for span in spans)
        assert all(one.span is None or one.span.end <= len(target.text) for one in pair.findings)
        assert len(jaen.compare([pair.source, pair.target]).articles) == 2
