"""Forms and navigation."""

from jaen.model import Role
from jaen.text.roles.families.family import Family, any_of

__all__ = ["forms", "navigation"]

_NETWORK = (
    r"(?:TikTok|X|Twitter|Facebook|Instagram|YouTube|LINE|WhatsApp|LinkedIn|Threads|Telegram|Google News|Bluesky)"
)


def forms() -> list[Family]:
    """Comment boxes, search, newsletter fields."""
    rules = {
        "form-comments": any_of(
            r"(?:be the first to|leave|add|post|write|submit|view|show|read|see|share or|hide|load)\b.{0,16}\b(?:comment(?:s|ing)?|repl(?:y|ies)|responses?)\b.{0,40}$",
            r"(?:please )?keep (?:your |all )?comments",
            r"\d[\d,]* (?:view )?(?:comments?|replies|responses|reactions)$",
            r"comments? (?:are|is|have been) (?:closed|disabled|moderated|now|turned)",
            r"join the (?:conversation|discussion|debate)",
            "required fields",
            r"(?:log|sign) ?in to (?:comment|reply|post|join)",
            "you must be logged in",
            r"commenting (?:as|guidelines|policy|rules)",
            "notify me of",
            "your email address will not",
            r"read our (?:comment|community)",
            r"community (?:guidelines|standards)",
            "save my name",
        ),
        "form-comments-ja": any_of(
            r"コメント(?:を(?:投稿|書|残|する|送|入力|読|見)|する(?:に|には)|欄|は(?:まだ|承認|投稿|表示|受け)|の投稿|投稿|ガイドライン|ポリシー|数)",
            "最初のコメント",
            r"メールアドレス(?:が|を|は|[※*＊(（])",
            r"お?名前\s?[※*＊(（]",
            "(?:ログイン|会員登録).{0,12}コメント",
            ".{0,12}件のコメント",
            r"コメント\s?\d+",
            r"\d+コメント",
        ),
        "form-user-ja": r"(?:匿名|名無し|ゲスト|通りすがり|ユーザー)(?:さん|希望|の.{1,8})?\s?\d*\s?[:：]",
        "form-fields": any_of(
            r"(?:enter|type) (?:your|an?|the) .{2,30}",
            r"your (?:e-?mail|name)\b.{0,20}",
            r"e-?mail\s?(?:address)?\s?[*:(].{0,20}",
            r"(?:first |last )?name\s?[*:(].{0,16}",
            r"search(?: for)? ?(?:\.\.\.|…|the site|this site).{0,10}",
            "(?:メールアドレス|パスワード|キーワード)(?:を|で)(?:入力|検索).{0,12}",
            "検索ワード.{0,12}",
        )
        + "$",
    }
    return [Family.of(Role.FORM, 0.9, 160, prose=True, rules=rules)]


def navigation() -> list[Family]:
    """Menus, links, buttons, tags, addresses."""
    return [
        Family.of(Role.NAVIGATION, 0.9, 140, prose=False, rules={**_links(), **_buttons(), **_lists(), **_japanese()})
    ]


_WHAT = any_of(
    "more",
    "all",
    "full",
    "story",
    "stories",
    "article",
    "articles",
    "profile",
    "author",
    "posts?",
    "comments?",
    "news",
    "photos",
    "videos",
    "(?:on|by|from|about|in|of) .{2,24}",
)


def _links() -> dict[str, str]:
    return {
        "separator": r"[\W_]+$",
        "navigation-more": r"(?:view|see|read|show|load|browse|explore|discover|shop|get|open|find)"
        rf"(?: (?:the|all|our|this|full|more|other|\d+))*(?: {_WHAT})*\s?[>»›→…]*$",
        "navigation-back": any_of(
            r"(?:back|return|go|skip|jump) to\b.{1,40}$",
            r"(?:next|previous|prev|older|newer)(?: (?:article|page|posts?|story|topic|entry|in .{2,20}))?\s?[:>»›→].{0,80}$",
            r"(?:older|newer|next|previous) (?:posts?|entries|articles?|stories)\b.{0,10}$",
            r"[<«‹←]\s?.{0,60}$",
        ),
        "navigation-breadcrumb": r"(?:[^。.!?>＞›»]{1,24}\s?[>＞›»]\s?){1,8}[^。>＞›»]{1,60}$",
        "navigation-contact": any_of(
            r"(?:[^\s@]{1,40}@[\w.-]+\.\w+|https?://\S+|www\.\S+)$",
            "(?:tel|phone|contact|(?:media|press) contact|fax|e-?mail|mail|電話(?:番号)?|代表(?:電話)?|直通|ダイヤルイン|内線|メール|担当者?|担当課|所在地|住所|url|ＴＥＬ|ＦＡＸ|℡)"
            r"\s?(?:[:：]|\d{2,4}-|（|\().{1,80}$",
            r"〒\d",
            r"\+?\d[\d ()-]{6,20}$",
        ),
        "navigation-file": r".{2,70}[(（\[【]\s?(?:PDF|EXCEL|WORD|ZIP|CSV|DOCX?|XLSX?|PPTX?|エクセル|ワード)(?:ファイル|形式|版)?"
        r"\s?(?:[:：/／,、\- ]\s?.{1,20})?[)）\]】]$",
        "navigation-site": any_of(
            "an official website of",
            "here's how you know",
            "(?:text|font) size",
            "powered by",
            "hosted by",
            "site by",
            "built with",
            "designed by",
            "theme:",
            "forum software",
            "browse by",
            "browse all",
            "sort by",
            "filter by",
            "jump to",
            "go to",
            "you are here",
            "現在位置",
            "現在地",
            "ここから本文",
            "ここまで本文",
            "文字サイズ",
            "文字の大きさ",
            "表示(?:切替|設定)",
        )
        + ".{0,40}$",
    }


def _buttons() -> dict[str, str]:
    return {
        "navigation-share": any_of(
            rf"(?:share|tweet|post|send|follow|save|pin)(?: (?:this|on|to|via|it|article|story|by|with))*(?: {_NETWORK}| email| friends?)?\s?[:：]?$",
            rf"(?:この記事を)?{_NETWORK}(?:で|に|へ)(?:シェア|共有|送る|投稿|ポスト|フォロー|保存).{{0,6}}$",
            r"share or comment on\b.{0,30}$",
            r"\d[\d,.]*[kK]?\s?(?:shares?|likes?|views|reactions|retweets|claps|votes|points|いいね!?|シェア|ブックマーク|users?)$",
            "(?:この記事を)?(?:シェア|共有|ツイート|ポスト|ブックマーク)(?:する|して).{0,12}$",
        ),
        "navigation-page": any_of(
            r"(?:page|ページ)?\s?\d{1,4}\s?(?:of|/|／|\|)\s?\d{1,4}\s?(?:ページ|pages?)?$",
            r"page \d{1,4}$",
            r"\d{1,3}$",
            r"(?:\d{1,3}[ 　|]+){1,30}(?:\d{1,3}|次へ|next|最後|\.\.\.|…).{0,8}$",
        ),
    }


def _lists() -> dict[str, str]:
    tag = any_of(
        "tags?",
        "categor(?:y|ies)",
        "topics?",
        "keywords?",
        "filed under",
        "posted in",
        "more on",
        "tagged(?: with)?",
        "section",
        "labels?",
        "カテゴリー?",
        "タグ",
        "キーワード",
        "ジャンル",
        "トピックス?",
        "テーマ",
        "関連タグ",
        "関連キーワード",
        "話題",
    )
    return {
        "navigation-pipes": any_of(
            r"(?:[^。|｜/／]{1,24}\s[|｜/／•·]\s){2,12}[^。|｜]{1,30}$", r"(?:[^。|｜]{1,20}[|｜]){2,12}[^。|｜]{1,24}$"
        ),
        "navigation-tags": any_of(rf"{tag}\s?[:：]\s?\S.*$", r"(?:[#＃][^\s#＃、。]{1,30}[\s,、]*){1,20}$"),
    }


def _japanese() -> dict[str, str]:
    media = any_of(
        "写真特集",
        "写真で見る",
        "写真・図",
        "写真",
        "動画",
        "画像",
        "映像",
        "図解?",
        "グラフ",
        "表",
        "フォト",
        "音声",
        "地図",
        "イラスト",
        "比較表",
        "一覧",
        "全文",
        "ランキング",
        "アンケート",
        "クイズ",
    )
    return {
        "navigation-list-ja": any_of(
            r"[^。、]{1,14}(?:の)?(?:一覧|トップ|ページ|ホーム|コーナー)(?:へ|を見る|はこちら|に戻る|へ戻る|で見る)$",
            r"[^。、]{0,12}(?:ニュース|記事|写真|動画|画像|コラム|番組|社説)(?:の)?一覧$",
            r"(?:すべて|全て|その他|他|ほか)の(?:画像|写真|動画|記事|ニュース)(?:を見る)?$",
            r"(?:最新|今日の?|きょうの?|主な|主要|注目の?|.{1,6}の|.{1,6}最新)ニュース$",
            r"[^。]{0,16}(?:を|は|で|も)?(?:もっと|さらに|続きを|全文を|詳しく|すべて)(?:見る|読む|みる|よむ|表示|知る)\s?[>＞→]?$",
            r"(?:次|前)(?:の|回の|号の)?(?:記事|ページ|写真|画像|回|話|ニュース)(?:へ|を見る|を読む)?(?:\s?[:：>＞→].{0,60})?$",
            r"(?:この|本)(?:記事|ニュース)の(?:写真|画像|動画|図)(?:を見る|[（(]\d+枚[)）])?.{0,8}$",
            r"[^。、]{1,14}(?:速報|結果|日程|詳細|写真|動画|画像|一覧|情報)はこちら.{0,3}$",
            r"(?:写真|画像|動画)を?(?:もっと)?(?:見る|拡大).{0,6}$",
        ),
        # 【写真】決定的瞬間を連続写真で
        "navigation-media-ja": rf"(?:【|\[|［|≪|〈|《){media}[^】\]］≫〉》]{{0,8}}(?:】|\]|］|≫|〉|》)[^。]{{2,90}}$",
    }
