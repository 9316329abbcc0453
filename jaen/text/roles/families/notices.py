"""What a site says to its readers: paywall, cookies, advertising, requests, disclaimers."""

from dataclasses import replace

from jaen.model import Role
from jaen.text.roles.families.family import Family, any_of

__all__ = ["notices"]

_NETWORK = any_of(
    "X", "Twitter", "Facebook", "Instagram", "LinkedIn", "YouTube", "TikTok", "Threads", "Mastodon", "Bluesky", "LINE"
)
_SITE = r"\b[\w-]+\.(?:com|org|net|jp|co|io|gov|edu|example)\b"


# Every alternative of `_access`, `_disclaimers` and `_anywhere_ja` holds one of these.
_WORDS = (
    "advertisement",
    "sponsor",
    "continue",
    "cookie",
    "クッキー",
    "subscri",
    "sign in",
    "sign up",
    "signing up",
    "log in",
    "regist",
    "free article",
    "trial",
    "unlock",
    "member",
    "view this",
    "view it",
    "eive this",
    "eived this",
    "eiving this",
    "got this",
    "submitting",
    "clicking",
    "javascript",
    "ad block",
    "adblock",
    "recaptcha",
    "terms of service",
    "commission",
    "affiliate",
    "partnership",
    "expressed",
    "reflect",
    "represent",
    "constitute",
    "advice",
    "translat",
    "generated",
    "written",
    "produced",
    "created",
    "updated",
    "corrected",
    "edited",
    "amended",
    "アフィリエイト",
    "プロモーション",
    "広告",
    "個人の",
    "投資",
    "翻訳",
    "生成",
    "作成",
    "校正",
    "会員",
    "有料",
    "残り",
    "あと",
    "independently",
    "paid if",
    "paid when",
    "compensated",
    "続き",
    "ログイン",
    "登録",
    "電子版",
    "フォロー",
    "友だち",
    "友達",
    "アプリ",
    "メルマガ",
    "メールマガジン",
    "ニュースレター",
    "こちら",
    "コチラ",
    "下記",
    "以下",
    "情報提供",
    "意見",
    "感想",
    "投稿",
    "[pr]",
    "【pr】",
    "(pr)",
    "（pr）",
    "この記事は",
)


def notices() -> list[Family]:
    """All notices; both families are asked of sentences too."""
    anywhere = Family.of(Role.NOTICE, 0.85, 300, prose=True, rules={**_access(), **_disclaimers(), **_anywhere_ja()})
    return [
        Family.of(Role.NOTICE, 0.85, 300, prose=True, rules={**_requests(), **_opening_ja()}),
        replace(anywhere, words=_WORDS),
    ]


def _access() -> dict[str, str]:
    return {
        "notice-advertisement": r"(?:advertisement|story continues|article continues|content continues|sponsored)\b.{0,40}$",
        "notice-cookies": r".{0,80}"
        + any_of(
            r"\b(?:we|this (?:site|website)|our (?:site|website|partners)) (?:\w+ ){0,4}(?:use|uses|using|store) (?:\w+ ){0,2}cookies(?: (?:to|and|for|on)\b|[.,]|$)",
            "accept (?:all )?cookies",
            "(?:Cookie|クッキー).{0,20}(?:使用|利用|同意|設定|許可)",
        ),
        "notice-paywall": r".{0,60}"
        + any_of(
            r"\b(?:subscribe|sign in|log in|register|sign up)\b.{0,24}\b(?:to (?:continue|read|keep|unlock|access)|for full access)",
            r"already (?:a |an )?(?:subscriber|subscribed|member)\s?(?:[?.!,:|]|$)",
            r"free articles? (?:left|remaining|this month)",
            "to continue reading",
            "start your (?:free )?trial",
            "unlock (?:this|unlimited)",
            r"(?:this|the) (?:article|story|content) is (?:for|available (?:only )?to|reserved|exclusive)\b.{0,30}(?:subscriber|member)",
        ),
        "notice-subscribed": r".{0,60}"
        + any_of(
            r"\bunsubscribe\b",
            r"view (?:this|it) (?:email|in your browser)",
            r"you (?:are receiving|receive|received|got) this",
            r"by (?:submitting|signing up|subscribing|clicking|registering|continuing)\b.{0,60}\b(?:agree|accept|consent)",
            r"enable javascript|javascript (?:is|を)",
            r"ad ?block",
            "reCAPTCHA",
            "terms of service apply",
        ),
    }


_ASKS = any_of(
    r"sign up (?:for|to|here|now|today)\b",
    r"subscribe (?:to|now|here|today|for)\b",
    rf"follow (?:us|me|our|@|the \w+ on|.{{2,30}} on {_NETWORK}\b)",
    "like us on",
    r"join (?:us on|our|the .{2,24} (?:newsletter|channel|community))",
    r"download (?:the|our)\b.{0,40}\bapps?\b",
    r"get (?:the|our|more|all the|unlimited|breaking)\b.{0,50}(?:inbox|app|newsletter|alerts|delivered)",
    r"visit (?:our|us)\b",
    r"check out (?:our|more)\b",
    r"click (?:here|on)\b",
    r"listen to (?:the|our|this)\b.{0,30}(?:podcast|episode|article)",
    r"stay (?:tuned|up to date|informed|connected)",
    r"support (?:our|independent|quality|local)\b.{0,20}journalism",
    r"become a (?:member|subscriber|supporter)",
    r"donate (?:now|today|to)\b",
    "enjoyed this",
    "enjoying this",
    r"did you (?:like|enjoy|find)\b",
    r"was this (?:article|page|story|helpful)",
    r"have (?:a|any) (?:tip|news tip|story|question|feedback)",
    r"got (?:a|any) (?:tip|story|news)",
    r"do you have a (?:story|tip)",
    r"send (?:us|your|news tips|tips)\b",
    r"(?:email|contact) (?:us|[A-Z][\w.'-]+ [\w.'-]+ at)\b",
    r"for more (?:news|stories|information|on this|from|coverage|details)\b.{0,60}(?:visit|follow|subscribe|check|see|go to|click|contact|read)",
    r"learn more (?:at|about|here)\b",
    r"shop (?:now|the)\b",
    r"buy (?:now|tickets)\b",
    r"(?:join|register|save|book|buy|get)\b.{0,80}(?:\$\d+|\d+ ?% off|discount|early[- ]bird|your (?:pass|tickets?|seat))",
    "spread the word",
    r"thanks? (?:you )?for (?:reading|subscribing|your support)",
)


def _requests() -> dict[str, str]:
    return {
        "notice-promotion": rf"[^a-z]{{0,6}}(?:please )?{_ASKS}",
        "notice-correction": any_of(
            "correction",
            "clarification",
            "editor['’]s note",
            "editors['’] note",
            "update",
            "note to readers",
            "disclosure",
            "disclaimer",
            "訂正",
            "おことわり",
            "お断り",
            "お詫びと訂正",
            "おわびと訂正",
            "編集部注",
            "編注",
            "追記",
            "注記",
            "免責",
        )
        + r"\s?(?:[(（].{0,16}[)）])?\s?[:：]",
        # A version of this story appeared in print
        "notice-version": r"an? (?:\w+ ){0,2}version of this (?:article|story|column|essay|interview|review)(?: \w+)?"
        r" (?:appears?|appeared|(?:was|is|has been)(?: \w+)? (?:published|printed)|ran)\b",
        # Readers interested in … may visit example.com
        "notice-reader": r"(?:interested |curious |our |prospective )?(?:readers|subscribers|viewers|listeners|visitors|followers|job ?seekers)\b.{0,140}"
        r"\b(?:can|may|should|are (?:invited|encouraged|welcome)|might)\b.{0,100}"
        + any_of(_SITE, r"\bour (?:site|website|app|newsletter|page|guide|job|podcast|channel)", "newsletter"),
    }


def _disclaimers() -> dict[str, str]:
    text = r"(?:article|story|page|text|content|report|summary|it)"
    done = r"(?:translated|generated|written|produced|created|updated|corrected|edited|amended)"
    return {
        "notice-commission": r".{0,160}"
        + any_of(
            r"earn (?:an? )?(?:\w+ )?commissions?",
            r"affiliate (?:links?|commission)",
            r"(?:get|be|are) (?:paid|compensated) (?:if|when) you (?:buy|purchase|click|order)",
            r"independently (?:selected|reviewed|chosen)",
            r"sponsored (?:post|content|by)",
            "paid partnership",
            r"(?:views|opinions) expressed (?:in this|here|are|by)",
            r"not (?:necessarily )?(?:reflect|represent) the (?:views|opinions)",
            "does not constitute",
            r"not (?:investment|financial|legal|medical) advice",
            "アフィリエイト",
            "プロモーション(?:を|が)含",
            "広告(?:を|が)含",
            r"個人の(?:見解|意見|感想)(?:です|であ)",
            r"投資(?:勧誘|を推奨)する(?:もの|こと)",
        ),
        "notice-translated": r".{0,60}"
        + any_of(
            rf"(?:this|the|original) {text} (?:was|has been|is) (?:\w+ )?{done}\b.{{0,30}}\b(?:by|with|using|to|for|from|on)\b",
            "(?:machine|automatic|AI)[- ]translat",
            r"(?:AI|機械|自動|生成AI).{0,12}翻訳(?:された|した|し|して|です|を使|で|による)",
            r"(?:記事|ページ|本文)は.{0,20}(?:AI|機械|自動).{0,16}(?:翻訳|生成|作成|校正)",
        ),
    }


def _anywhere_ja() -> dict[str, str]:
    return {
        "notice-paywall-ja": r".{0,40}"
        + any_of(
            r"(?:有料|無料|プレミアム|月額)?会員(?:限定(?:記事|の記事|です|で)|登録(?:すると|で|して|が必要)|になると|の方は)",
            "有料(?:会員|プラン|記事|版)(?:の|に|で|への|です)",
            r"(?:残り|あと)\s?[\d０-９,，]+\s?(?:文字|字|枚)",
            "続きを(?:お読み|読むには|ご覧)",
            "続きは.{0,12}(?:会員|ログイン|登録|購読|電子版)",
            "(?:ログイン|会員登録|ユーザー登録|無料登録)(?:して|すると|が必要)",
            "この記事は.{0,16}(?:限定|有料|会員)",
            "電子版(?:でお読み|で読む|購読)",
        ),
        "notice-follow-ja": r".{0,50}"
        + any_of(
            rf"(?:公式|アカウント|チャンネル|{_NETWORK}).{{0,16}}(?:フォロー|友だち追加|友だちになる|友達追加|チャンネル登録)(?:する|して|は|を|お願い|$)",
            "アプリ(?:を|の)(?:ダウンロード|インストール|入手)",
            "(?:メルマガ|メールマガジン|ニュースレター)(?:の|を|に|で)?(?:登録|購読|配信|お申し?込み|お届け)",
            "(?:お申し?込み|詳細|詳しく|続き|ご購入|登録|応募|購読|ご意見|ご感想|請求|予約|相談)は(?:こちら|コチラ|下記|以下)",
            "(?:情報提供|ご意見|ご感想|投稿)(?:は|を).{0,20}(?:お寄せ|こちら|募集|お待ち)",
            r"\[PR\]",
            "【PR】",
            "【広告】",
            r"[(（]PR[)）]",
        ),
    }


def _opening_ja() -> dict[str, str]:
    return {
        "notice-mark-ja": r"[※*＊].{2,160}"
        + any_of(
            "(?:くだ|下)さい",
            "場合があります",
            "ございます",
            "ご了承",
            "限りません",
            "異なります",
            "(?:です|ます)。?$",
            "時点",
            "表記",
            "税込",
            "敬称略",
        ),
        "notice-site-ja": any_of(
            "(?:当|本)(?:サイト|ウェブサイト|ホームページ|ブログ|メディア)(?:で|は|に|の|を)",
            "(?:ブラウザ|お使いの|ご利用の).{0,40}(?:JavaScript|ブラウザ|設定|対応)",
            "この記事(?:は|を|が).{0,4}(?:気に入|役に立|参考に)",
            "(?:広告|CM)の(?:後|あと)(?:に|も)",
            r"この記事は\d+ページ",
            "PDF.{0,20}(?:ご覧|閲覧|表示)(?:いただく|する)?に?は",
        ),
    }
