"""Where an article comes from: rights, sources, bylines."""

import re

from jaen.model import Role
from jaen.text.roles.families.family import Family, any_of
from jaen.text.roles.lexicon import AGENCIES

__all__ = ["bylines", "rights", "sources"]

_AGENCY = any_of(*(re.escape(name) for name in AGENCIES))
_OPEN, _CLOSE = r"[(（【［\[〔]", r"[)）】］\]〕]"
_KANJI_NAME = r"[一-龠々ヶ]{1,4}[ 　・]?[一-龠々ぁ-んァ-ヶー]{1,4}"


def rights() -> list[Family]:
    """Copyright lines."""
    rules = {
        "rights-mark": any_of(r"[(（\[]?(?:©|ⓒ|Ⓒ|\([cｃ]\)|（[cｃ]）)", r"copyright\s*(?:©|ⓒ|\(c\)|（c）|:|\d{4})"),
        "rights-reserved": r".{0,200}(?:all rights reserved|may not be (?:published|reproduced|copied|broadcast))",
        "rights-reproduction": r".{0,60}(?:無断(?:転載|複製|使用|引用|掲載|転用)|転載を禁|禁無断)",
    }
    return [Family.of(Role.RIGHTS, 0.95, 600, prose=True, rules=rules)]


_LABEL_JA = any_of(
    "出典元?",
    "出所",
    "引用元?",
    "情報元",
    "参照元?",
    "参考",
    "配信元?",
    "転載元",
    "元記事",
    "ソース",
    "情報提供",
    "記事提供",
    "ニュース提供",
    "提供元?",
    "初出",
    "典拠",
    "一次情報",
    "発表元",
    "発信元",
    "掲載誌",
    "雑誌名",
    "著者名",
    "論文(?:タイトル)?",
    "原論文",
    "DOI",
)
_PAPER = any_of(
    "新聞社?", "テレビ", "通信社?", "放送局?", "日報", "新報", "タイムス", "タイムズ", "時報", "新聞社", "編集部"
)


def sources() -> list[Family]:
    """Agencies, publishers, where the text appeared first."""
    rules = {
        "source-label": any_of(
            r"(?:the )?(?:news |original |data )?sources?",
            "via",
            r"original (?:article|story|source)",
            r"(?:originally|first) published (?:at|by|on|in)",
            "h/t",
            "hat tip",
        )
        + r"\s*[:：]\s*\S",
        "source-label-ja": rf"[(（※]?\s?(?:記事|ニュース|データ|情報)?{_LABEL_JA}\s*[:：＝=／/]\s*\S",
        "source-appeared": r"(?:this|the) (?:\w+ )?(?:article|story|piece|post|essay|report|content|commentary)(?: \w+)? "
        r"(?:(?:was|is|has been) )?(?:originally |first |also |also originally )?"
        r"(?:published|appeared|appears|republished|posted|provided|produced|syndicated|distributed)\b",
        "source-appeared-ja": r"[※*＊(（]?(?:この|本)(?:記事|稿|コラム|連載|原稿|レポート|ニュース).{0,40}"
        r"(?:(?:から|より)(?:の)?(?:転載|配信|提供|引用)|(?:に|で)(?:掲載|公開|配信)(?:した|され)|との(?:共同|提携)|からの配信)",
        "source-agency": rf"[(（【\[―—–-]?\s?{_AGENCY}(?:[ 　・/／|,]{_AGENCY})?\s?(?:配信|提供|発)?[)）】\]]?$",
        # 三陸港新聞 · 東都テレビ NEWS; never 最新の…
        "source-medium-ja": rf"(?!.{{0,8}}(?:最新|新着|関連|の))[^\s。、「」（）()：:]{{1,16}}{_PAPER}"
        r"\s?(?:DIGITAL|ONLINE|NEWS|オンライン|デジタル|電子版|取材班|ニュース|配信)?$",
        "source-medium-en": r"(?-i:(?:The |THE )?(?:[A-Z][\w&'-]*\.? ){1,3}(?:Times|Tribune|Herald|Gazette|Journal|Chronicle|Sentinel"
        r"|Observer|Telegraph|Examiner|Dispatch|Courier|TIMES|TRIBUNE|HERALD|GAZETTE|JOURNAL|CHRONICLE|News Network|News Agency)$)",
        "source-organization-ja": r"(?:株式会社|有限会社|合同会社|一般社団法人|一般財団法人|国立大学法人|独立行政法人)[^。、]{1,24}$"
        r"|[^。、はがをに]{1,24}(?:株式会社|有限会社)$",
        "source-delivered-ja": r"[^\s。、をにではが]{2,16}\s?(?:より)?配信$",
    }
    return [Family.of(Role.SOURCE, 0.9, 160, prose=True, rules=rules)]


_BY = any_of(
    "(?:Written |Posted |Reported |Reporting |Story |Text |Words |Interview |Review |Analysis |Report |Contributed |Submitted )?[Bb][Yy]",
    "Words",
    "Author",
    "From",
)
_JOB = r"(?:reporter|correspondent|editor|writer|columnist|contributor|photographer|producer)"
_WROTE_JA = any_of(
    "写真・文",
    "文・写真",
    "取材・撮影・文",
    "取材・文",
    "文・取材",
    "取材・構成",
    "聞き手・構成",
    "文",
    "取材",
    "執筆者?",
    "編集",
    "構成",
    "聞き手",
    "著者",
    "ライター",
    "筆者",
    "投稿者",
    "翻訳",
    "訳",
    "監修",
    "文責",
    "インタビュー",
    "レポート",
    "記者",
    "作成者",
    "text",
)
_POST_JA = any_of(
    "記者", "編集委員", "論説委員", "特派員", "支局長", "通信員", "解説委員", "専門記者", "編集長", "編集部"
)

_NO_NAME_JA = "(?!写真|動画|関連|速報|独自|解説|特集|図解|詳報|随時|続報|全文|PR|広告)"


def bylines() -> list[Family]:
    """Who wrote it."""
    rules = {
        # By Jane Doe, Staff Writer · Words: Jane Doe; no verb in it
        "byline-by": rf"(?-i:{_BY})\s?:?\s+(?-i:@?[A-ZÀ-ÖØ-Þ0-9][\w'’.-]*|@\w+|\w+$)(?![^\n]*\b(?:is|was|has|had|will|are|were|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)[^。!?]{{0,90}}$",
        "byline-desk": r"[(\[]?"
        + any_of(
            r"(?:additional reporting|reporting|editing|writing|compiled|edited|translated|produced|research|graphics)(?: and \w+)? by\s+\S",
            r"(?:with )?(?:additional )?contributions? (?:by|from)\b",
        ),
        # Jane Doe | Senior Editor · JANE DOE Staff Writer
        "byline-post": rf"(?-i:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{1,3}}),?\s?[|–—,-]?\s?(?:(?:\w+ ){{0,3}}{_JOB}|special to .{{2,40}})$",
        "byline-job": rf"(?:(?:[\w&-]+ ){{1,3}}{_JOB}(?:, .{{2,30}})?|{_JOB}, .{{2,30}}|(?:staff|senior|special|foreign|contributing) {_JOB}s)$",
        "byline-ja": rf"{_OPEN}?{_WROTE_JA}(?:\s?[:：＝=／/・]|　)\s?[^。]{{1,34}}$",
        "byline-help-ja": rf"{_OPEN}?(?:取材協力|協力|撮影協力)\s?[:：＝=／/　]\s?[^。]{{1,34}}$",
        "byline-reporter-ja": rf"{_OPEN}?[^。、はがをにでの「」0-9]{{2,22}}{_POST_JA}(?:[ 　・/／][^。、はがをに]{{2,16}})?{_CLOSE}?$",
        # 科学部　山田 花子
        "byline-desk-ja": rf"[^。、はがをに\s]{{2,14}}(?:部|局|班|室|支局|総局)[ 　・]{_KANJI_NAME}$",
        # 【札幌＝山田花子】 · 【広島共同】
        "byline-dateline-ja": rf"【{_NO_NAME_JA}[一-龠々ァ-ヶー]{{2,10}}(?:\s?[\d０-９]{{1,2}}日)?"
        rf"(?:{_AGENCY}|\s?[=＝]\s?(?:{_AGENCY}|{_KANJI_NAME}))】$",
        "byline-bracket-ja": rf"{_OPEN}{_NO_NAME_JA}"
        rf"{_KANJI_NAME}(?:[、・　]{_KANJI_NAME}){{0,3}}{_CLOSE}$",
    }
    return [Family.of(Role.BYLINE, 0.9, 120, prose=False, rules=rules)]
