"""Japanese counters: which there are, which make an ordinal, and what would make another word of them."""

import re

from jaen.text.numbers.units import COUNTERS, JAPANESE_UNITS

__all__ = ["AFTER_ONE", "ALWAYS_ORDINAL", "LATIN", "UNIT"]

LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ORDINAL_UNITS = _words(
    """四半期 世紀 号機 号線 号室 号 条 項 章 節 丁目 番地 番目 番 位 次 期 代 版 部 弾 話 巻 類 世 師団 分科会 審 幕 段
    回 段階 課 小 戦 戦目 子 刷 面"""
)

ALWAYS_ORDINAL = _words(
    """四半期 世紀 号機 号線 号室 号 条 項 章 丁目 番地 番目 番 位 年生 年目 日目 回目 人目 期目 社目 件目 例目 度目 つ目 カ国目"""
)
_OTHER_COUNTERS = _words(
    """年生 人目 回目 年目 日目 期目 社目 件目 例目 度目 つ目 カ国目 代 期 票差 人組 カ条 人家族 カ年計画
    氏 党 派 県警 階建て 両編成 連敗 連勝 連覇"""
)

# What would make another word of the counter: 3社 but 3社会, 2本 but 2本部.
_NOT_BEFORE = {
    "本": "部社店格館校線当来人名流州", "人": "口間気材工物権種員類体事", "社": "会員長外内説宅", "回": "答復線収路避", "部": "門長隊署品下分屋会族",
    "行": "政動為員方うき", "台": "湾風帳詞", "機": "関能構会種体器械", "着": "手用実陸工", "市": "場民長内", "国": "会民家内際債連籍", "法": "律廷務",
    "点": "滴検", "位": "置", "通": "信常知貨学じ", "戸": "籍", "発": "言電表展売足見注", "基": "地準礎本金", "作": "業成戦", "階": "級段層", "両": "国者方親院",
    "名": "古簿称刺", "県": "内民庁", "区": "間域分役", "町": "長", "分": "野析離類散配担割", "日": "本", "年": "齢金収俸", "元": "首々素気日年旦大社職議米に",
    "度": "重", "次": "第世官長", "席": "上", "案": "内件", "村": "長民", "省": "内エ", "件": "名数", "氏": "名族", "党": "首内員", "派": "遣", "代": "表わ替金理",
    "期": "待間限末首", "号": "泣令", "番": "組", "条": "件約例", "項": "目", "小": "学さ規中", "話": "題", "面": "積会", "課": "題税長",
}  # fmt: skip
# 一 is an article as often as a number (一歩, 一体): only with these.
AFTER_ONE = _words("人 社 カ国 か国 カ所 か所 件 年 年間 カ月 か月 週間 日間 時間 分間 回 台 棟 隻 校 円 議席 票")


def _longest_first(unit: str) -> tuple[int, str]:
    return -len(unit), unit


def _units_pattern() -> re.Pattern[str]:
    units = sorted({*JAPANESE_UNITS, *COUNTERS, *_OTHER_COUNTERS, *_ORDINAL_UNITS}, key=_longest_first)
    guarded = []
    for unit in units:
        after = "A-Za-zＡ-Ｚａ-ｚ" if LATIN.match(unit[-1]) else _NOT_BEFORE.get(unit, "")
        guarded.append(re.escape(unit) + (f"(?![{after}])" if after else ""))
    one = "|".join(guarded)
    return re.compile(
        rf"\s?(?P<unit>(?:{one})(?:[・/](?:{'|'.join(map(re.escape, sorted(COUNTERS, key=_longest_first)))}))*+)"
    )


UNIT = _units_pattern()
