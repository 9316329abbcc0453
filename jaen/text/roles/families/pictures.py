"""Credits, captions and alternative texts of pictures."""

import re

from jaen.model import Role
from jaen.text.roles.families.family import Family, any_of
from jaen.text.roles.lexicon import AGENCIES

__all__ = ["alt_texts", "captions", "credits_"]

_AGENCY = any_of(*(re.escape(name) for name in AGENCIES))
_PICTURE = any_of(
    r"(?:file )?photo(?:graph)?s?",
    "images?",
    "pictures?",
    "pics?",
    "illustrations?",
    "graphics?",
    "video",
    "visuals?",
    "artwork",
    "render",
    "screenshot",
    "cover",
    "main image",
    "top image",
    "featured image",
)
_PICTURE_JA = any_of(
    "写真・図版",
    "写真",
    "画像",
    "映像",
    "図版?",
    "図表",
    "イラスト",
    "動画",
    "取材・撮影",
    "撮影",
    "グラフ(?:ィック)?",
    "アイキャッチ",
    "カメラ",
    "トップ画像",
    "サムネイル",
    "ヘッダー画像",
    "カバー写真",
)
_OPEN, _CLOSE = r"[(（\[【〔［]", r"[)）\]】〕］]"


def credits_() -> list[Family]:
    """Who made a picture."""
    rules = {
        # Photo by Jane Doe · Image: AP · Photograph © Jane Doe
        "credit-photo-by": rf"[(\[]?{_PICTURE}(?: credits?| courtesy| sources?| illustration)?\s*"
        r"(?:(?:by|courtesy of|courtesy|via)\b|[:：/|]|\(?©)\s*(?=\S)",
        # REUTERS/Jane Doe
        "credit-agency-start": rf"(?-i:{_AGENCY})\s?[/／]\s?[^。.]{{2,40}}$",
        "credit-courtesy": r"[(\[]?"
        + any_of(
            r"courtesy (?:of|photo)\b",
            r"courtesy\s?[:：]",
            r"credits?\s?[:：]",
            r"handout\b",
            r"(?:file|stock|handout|courtesy|archive) (?:photo|image|picture)\b",
        )
        + r".{0,80}$",
        # Jane Doe/AFP · Contributor via Getty Images
        "credit-agency-end": rf"(?=.{{1,90}}$)[^。.:]{{1,70}}\s?(?:/|／|\bvia\b|＝|=|\|)\s?{_AGENCY}(?:[ /／][\w ]{{1,24}})?[)）]?$",
        # 写真＝県警提供 · 撮影：山田花子
        "credit-ja": rf"{_OPEN}?{_PICTURE_JA}(?:提供|協力|出典|撮影|素材|引用|クレジット)?者?\s*"
        # 写真＝完成した新駅舎＝9日、山形市 says what it shows
        rf"(?:[:：＝=/／・|]|は|©)\s*(?!イメージ|[^。＝=]{{1,40}}[＝=][^。]{{0,8}}[\d０-９]{{1,2}}[日月])[^。]{{1,22}}{_CLOSE}?$",
        # （山田花子撮影） · 山田花子さん提供
        "credit-ja-end": any_of(
            rf"{_OPEN}\s?[^。（(]{{1,24}}(?:撮影|提供|写す)\s?{_CLOSE}$",
            r"[^。、はがを]{1,16}(?:写す|[=＝]撮影|氏撮影|さん提供|さん撮影)$",
        ),
        "credit-ja-provided": any_of(
            r"(?:写真|画像|資料|イメージ)提供\s?[:：＝=/／]\s?.{1,30}$",
            r"(?:写真|画像)[^。]{0,12}(?:提供|撮影|より|引用)$",
        ),
    }
    rules["credit-capitals"] = (
        r"(?-i:[A-Z][A-Z.'’-]{1,20} [A-Z][A-Z .'’-]{1,30}/ ?[A-Z][A-Z .'’&-]{3,40}$)"  # ANN LEE/HARBOR LEDGER
    )
    return [Family.of(Role.CREDIT, 0.9, 140, prose=False, rules=rules)]


_PLACE = any_of(
    r"[\d０-９]{1,2}日",
    r"[\d０-９]{1,2}月",
    "午[前後]",
    "[都道府県市区町村](?!長)",
    "撮影",
    "提供",
    "写す",
    "代表",
    "共同",
    "時事",
    "ロイター",
    "ＡＰ",
    "AP",
    "AFP",
)
_IN_BRACKETS = any_of(
    r"[^。）)]{0,20}[\d０-９]{1,2}[日月年][^。）)]{0,30}",
    r"[^。）)]{0,30}(?:撮影|提供)(?:[・＝=:：][^。）)]{1,14})?",
    "資料写真",
    "資料",
    "イメージ",
    r"写真はイメージ(?:です)?",
    "代表撮影",
    r"[^。）)]{1,14}で",
)


def captions() -> list[Family]:
    """What a picture shows."""
    rules = {
        "caption-photo-ja": any_of(
            "写真[＝=:：]",
            "［写真］",
            r"\[写真\]",
            "〔写真〕",
            r"図表?\s?[\d０-９]*\s?[:：.．　＝=]",
            r"図表?\s?[\d０-９]+ ",
            "(?:上の|下の|左の|右の)写真は",
            "資料写真[＝=:：]",
        )
        + "(?!ランキング).{3,}",
        # 会見する社長＝4日、東京都内
        "caption-place-ja": rf"(?!【[^】]{{1,30}}】$)[^。]{{6,120}}[＝=][^。＝=]{{0,30}}{_PLACE}[^。]{{0,16}}$",
        # 実った稲（10月、新潟県）
        "caption-date-ja": rf"[^。]{{6,100}}[（(]{_IN_BRACKETS}[)）]$",
        "caption-image-only": r"[※*＊(（]?\s?(?:写真|画像|イラスト|映像)は?(?:すべて|全て)?(?:イメージ|参考|資料|提供写真)(?:画像|写真|図)?(?:です|となります)?[。)）]?$",
        "caption-seen": any_of(
            r"in this (?:\w+ ){0,4}(?:photo|image|picture|photograph|illustration|frame|screengrab|handout|undated)\b",
            r"this (?:\w+ ){0,3}(?:photo|image|picture|photograph|frame) (?:shows|taken|provided|released|made)\b",
            r"a (?:file|handout|undated|general view|combination|stock) (?:photo|picture|image|view)\b",
            r"(?:pictured|seen here|shown here|above|left to right|from left|clockwise from [\w ]{3,12})\s?[:,]",
        ),
        "caption-pictured": r".{3,160}"
        + any_of(
            r"[(（](?:pictured|above|left|right|centre|center|file photo|stock image|file)[^)）]{0,30}[)）]",
            r"\b(?:is|are) (?:pictured|seen|shown) (?:here|in|on|at|during)\b.{0,60}$",
        ),
        # A beach at dusk (Photo: Jane Doe)
        "caption-credit": any_of(
            # … in his workshop. (Jane Doe/The Verlin Post)
            r"(?-i:.{12,220}[.!?”\"] ?[(（][A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} ?(?:/|for|via) ?[A-Z][^)）]{1,40}[)）]$)",
            r".{8,200}[(（\[](?:photo|image|picture|ap photo|file|credit|reuters|screenshot|courtesy|kyodo|via)\b[^)）\]]{0,60}[)）\]]\s*$",
            r".{8,180}\b(?:photo|photograph|image|picture|credit)\s?:\s?[A-Z][^.]{2,50}$",
        ),
        "caption-figure": r"(?:figure|fig\.|table|chart|graphic|map)\s?\d{1,2}\s?[:.]\s?\S",
    }
    return [Family.of(Role.CAPTION, 0.85, 240, prose=True, rules=rules)]


def alt_texts() -> list[Family]:
    """What a page says instead of a picture."""
    kinds = any_of(
        "portrait",
        "photo(?:graph)?",
        "picture",
        "image",
        "screenshot",
        "illustration",
        "headshot",
        "drawing",
        "painting",
        "rendering",
        "close[- ]?up",
        "aerial (?:view|photo)",
        "profile (?:photo|picture|image)",
        "map",
        "graph",
        "chart",
        "diagram",
        "view",
    )
    rules = {
        "alt-logo": any_of(
            r".{0,70}\b(?:logo|icon|banner|avatar|headshot|thumbnail)$",
            r".{0,40}(?:のロゴ|ロゴマーク|ロゴ|アイコン|のサムネイル|のバナー|のアイキャッチ(?:画像)?)$",
        ),
        "alt-portrait": rf"{kinds}s? (?:of|from|showing)\b(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\.|[^.!?]){{2,110}}$",
        "alt-of-ja": r"[^。、]{2,50}(?:の|した|する|いる|れた)(?:写真|画像|イラスト|イメージ画像|顔写真|スクリーンショット|イメージ図|アイキャッチ)$",
        # a close-up of a leaf: no capital, no full stop, opens with an article
        "alt-lower": r"(?-i:(?:a|an|the|two|three|several|some|people|man|woman) (?:[a-z][\w'’-]*(?: |$)){2,24}$)",
    }
    return [Family.of(Role.ALT_TEXT, 0.8, 140, prose=False, rules=rules)]
