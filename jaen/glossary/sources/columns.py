"""The columns of sheets: their names, what people call them, and what people write in them."""

import re
import unicodedata
from collections.abc import Mapping

__all__ = [
    "COMPLETE",
    "CONCEPT_COLUMNS",
    "DATES",
    "PAIRS",
    "TERM_COLUMNS",
    "known_column",
    "known_value",
]

# Of a term: of the row's English one, or of its Japanese one where it has no English.
TERM_COLUMNS = (
    "reading", "status", "type", "use", "pos", "term-from", "term-to", "term-boundary", "term-case", "term-note",
)  # fmt: skip
CONCEPT_COLUMNS = (
    "revision", "category", "domain", "definition", "note", "review", "review-by", "review-on", "review-again", "from", "to",
    "keep", "boundary", "case", "links", "examples", "sources", "former-ids",
)  # fmt: skip
PAIRS = ("id", "ja", "en", "status", "category")  # the simple sheet: a pair of terms in a row
# The sheet that holds all of a glossary: a term in a row. `order` is the term's place in its concept.
COMPLETE = ("id", "revision", "category", "order", "ja", "en", *TERM_COLUMNS, *CONCEPT_COLUMNS[2:])
DATES = frozenset(["term-from", "term-to", "from", "to", "review-on", "review-again"])

# Names that say no language stand for `term` and `translation`; their cells tell which is Japanese.
_CALLED: Mapping[str, str] = {
    "ja": "jp jpn japanese 日本語 和文 和名 日本語訳 日本語名 日本語用語 日本語表記",
    "en": "eng english 英語 英文 英名 英訳 英語訳 英語名 英語用語 英語表記",
    "term": "source 用語 見出し語 原語 語句",
    "translation": "target 訳 訳語 対訳 訳文",
    "id": "concept-id entry-id",
    "reading": "yomi kana furigana 読み よみ 読み方 ふりがな フリガナ カナ かな 読み仮名 読みがな",
    "category": "kind 分類 カテゴリ カテゴリー 種別 種類 区分",
    "status": "term-status 状態 ステータス 使用状態 使用可否",
    "type": "term-type 語形 形",
    "pos": "part-of-speech 品詞",
    "domain": "subject subject-field field 分野 領域 専門分野 ドメイン",
    "definition": "定義 説明 意味 語義",
    "note": "notes comment comments remark remarks memo 備考 注記 注 メモ コメント 補足",
    "sources": "reference references url 出典 典拠 参考 参照",
    "from": "valid-from 開始日 有効開始日",
    "to": "valid-to 終了日 有効終了日",
    "keep": "do-not-translate dnt 翻訳しない",
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "preferred": "approved standard 優先 推奨 推奨語 承認 標準 使用",
        "admitted": "allowed provisional 許容 許容語 可",
        "deprecated": "avoid non-standard obsolete 非推奨 避ける",
        "former": "superseded 旧 旧称 旧語",
        "forbidden": "banned prohibited do-not-use 禁止 禁止語 使用禁止 不可",
    },
    "category": {
        "person": "people 人 人物 人名",
        "organization": "organisation company agency 組織 団体 機関 企業 会社 組織名",
        "role": "title 役職 肩書 肩書き",
        "product": "service 製品 商品 サービス 製品名",
        "place": "location 場所 地名",
        "law": "act 法律 法令 法",
        "event": "出来事 行事 イベント",
        "term": "general 用語 一般 一般用語 専門用語",
    },
    "type": {
        "full": "正式 正式名称",
        "abbreviation": "acronym 略語 頭字語",
        "short": "略称 短縮形",
        "variant": "異表記 表記ゆれ",
    },
    "pos": {"noun": "名詞", "verb": "動詞", "adj": "adjective 形容詞"},
    "keep": {"true": "yes y 1 ○ はい", "false": "no n 0 × いいえ"},
    "review": {"draft": "下書き", "proposed": "提案", "approved": "承認 承認済み", "rejected": "却下"},
}


def _by_name(table: Mapping[str, str]) -> dict[str, str]:
    return {name: meant for meant, names in table.items() for name in (meant, *names.split())}


_COLUMN_OF = {name: name for name in COMPLETE} | _by_name(_CALLED)
_VALUE_OF = {column: _by_name(values) for column, values in _VALUES.items()}


def known_column(name: str) -> str | None:
    """The column that a person means by *name*; None when there is none such.

    >>> known_column("Japanese "), known_column("Ｎｏｔｅｓ"), known_column("出典"), known_column("price")
    ('ja', 'note', 'sources', None)
    """
    return _COLUMN_OF.get(_folded(name))


def known_value(column: str, value: str) -> str:
    """The word of jaen for *value* in a column of fixed words; the value itself where it is unknown.

    >>> known_value("status", "使用禁止"), known_value("category", "Company"), known_value("status", "prefered")
    ('forbidden', 'organization', 'prefered')
    """
    return _VALUE_OF.get(column, {}).get(_folded(value), value)


def _folded(text: str) -> str:
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFKC", text).strip().casefold())
