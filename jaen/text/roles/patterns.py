"""Rules that look at one line alone: families of patterns, asked in order; the first that matches decides.

A family's patterns are joined into one expression whose group names are the rule ids (`_` for `-`), so a line is
tried against each family once. All match from the line's start and see at most its first 240 characters.
"""

import re
from dataclasses import dataclass

from jaen.model import Role
from jaen.text.roles.lexicon import AGENCIES, HEADS, LABELS, Zone
from jaen.text.roles.lines import Line, Verdict
from jaen.text.roles.stamps import is_timestamp

__all__ = ["local_verdict", "zone_of"]

_AGENCY = "|".join(re.escape(name) for name in AGENCIES)
_MEDIUM = r"(?:TikTok|X|Twitter|Facebook|Instagram|YouTube|LINE|WhatsApp|LinkedIn|Threads|Telegram|Google News|Bluesky)"


@dataclass(frozen=True, slots=True)
class _Family:
    role: Role
    confidence: float
    longest: int  # characters; longer lines are not asked
    prose: bool  # asked of sentences too
    pattern: re.Pattern[str]


def _family(role: Role, confidence: float, longest: int, prose: bool, **rules: str) -> _Family:
    joined = "|".join(f"(?P<{name}>{rule})" for name, rule in rules.items())
    return _Family(role, confidence, longest, prose, re.compile(joined, re.IGNORECASE))


_FAMILIES = (
    _family(
        Role.RIGHTS, 0.95, 600, True,
        rights_mark=r"[(（\[]?(?:©|ⓒ|\(c\)|（c）|\(ｃ\)|（ｃ）|Ⓒ)|copyright\s*(?:©|ⓒ|\(c\)|（c）|:|\d{4})",
        rights_reserved=r".{0,200}(?:all rights reserved|may not be (?:published|reproduced|copied|broadcast))",
        rights_reproduction=r".{0,60}(?:無断(?:転載|複製|使用|引用|掲載|転用)|転載を禁|禁無断)",
    ),
    _family(
        Role.LABEL, 0.95, 120, True,
        label_machine_summary=(
            r"(?:.{0,40}\b(?:summary|summari[sz]ed|highlights|bullet points|bullets|overview|takeaways|key points)\b.{0,50}"
            r"\b(?:by|with|using|from)\b.{0,20}\b(?:AI|artificial intelligence|ChatGPT|Claude|Gemini|GPT\S*|LLM|machine)\b.*$"
            r"|.{0,30}\b(?:AI|machine|automatically|auto)[- ](?:generated|written|made|created|powered|assisted)"
            r"[ -](?:summary|summaries|highlights|overview|takeaways|key points|bullets|content|text)\b.{0,60}$"
            r"|[^\w]{0,3}(?:(?:AI|machine)[- ]generated|(?:generated|written|created|produced|summari[sz]ed) (?:by|with|using) (?:an? )?(?:AI|artificial intelligence|machine)\b.{0,12})\W*$"
            r"|.{0,24}(?:AI|ＡＩ|人工知能|機械|自動).{0,10}(?:要約|まとめ|サマリー|要点).{0,24}$"
            r"|.{0,16}(?:要約|まとめ|サマリー|要点|ポイント|箇条書き).{0,8}(?:AI|ＡＩ|人工知能|自動).{0,30}$"
            r"|[^\w]{0,2}(?:生成)?(?:AI|ＡＩ)(?:が|で|による|を使って|を用いて)(?:自動)?(?:生成|作成).{0,14}$)"
        ),
        label_likelihood=(
            r"(?:very |highly |most |less )?(?:likely|unlikely|possible|plausible|probable|certain|uncertain|(?:high|medium|moderate|low)(?: (?:confidence|probability|likelihood|impact))?)"
            r"\s*[·•|/,–—-]\s*(?:immediate|(?:very )?(?:short|near|medium|mid|long)(?:er)?[- ]?term|now|\d+.{1,16}|this .{1,12}|next .{1,12})$"
        ),
        label_outlook=r".{0,24}\b(?:outlook|forecast|prediction|scenario)s?\b.{0,6}[—–-].{0,30}\b(?:not|no) (?:facts?|certaint).{0,12}$",
    ),
    _family(
        Role.TEASER, 0.9, 200, True,
        teaser_prefix=(
            r"(?:▶|►|>>|＞＞|≫|»|→|⇒)?\s*(?:related(?: (?:story|article|news|coverage|stories))?|read(?: more| also| next| this)?|see also|also read|also|"
            r"more|watch(?: now)?|don['’]t miss|must[- ]read|recommended|you may also like|up next|in case you missed it|exclusive video)\s*[:：|]\s*\S"
        ),
        teaser_prefix_ja=r"(?:[▶►→⇒≫»・]|>>|＞＞)?\s*(?:【(?:関連|関連記事|あわせて読みたい|合わせて読みたい|こちらも|前回|前編|後編|おすすめ)】|(?:関連記事|関連|あわせて読みたい|合わせて読みたい|前回の記事|参考記事|こちらもおすすめ|おすすめ記事)\s*[:：▶>＞])\s*\S",
        teaser_arrow=r"(?:▶︎?|►|>>+|＞＞+|≫|⇒|→|➡|☞|👉)\s*(?=.{6,})[^。]+$",
    ),
    _family(
        Role.CREDIT, 0.9, 140, False,
        credit_photo_by=r"(?:file )?(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|video|visuals?|artwork|render|screenshot|cover|main image|top image|featured image)(?: credits?| courtesy| sources?| illustration)?\s*(?:(?:by|courtesy|via|courtesy of)\b(?! the \w+ (?:show|reveal))|[:：/]|\(?©)\s*(?=\S)",
        credit_courtesy=r"(?:courtesy(?: of)?|credit|credits|handout|file photo|stock photo|(?:file|handout|courtesy|archive) (?:photo|image|picture))\b.{0,80}$",
        credit_agency_end=rf"(?=.{{1,90}}$)[^。.:]{{1,70}}\s?(?:/|／|\bvia\b|＝|=|\|)\s?(?:{_AGENCY})(?:[ /／][\w ]{{1,24}})?[)）]?$",
        credit_ja=r"[(（\[【〔]?(?:写真|画像|映像|図版?|図表|イラスト|動画|撮影|グラフ(?:ィック)?|アイキャッチ|トップ画像|サムネイル|ヘッダー画像|カバー写真|取材・撮影|写真・図版)(?:提供|協力|出典|撮影|素材|引用|クレジット)?者?\s*(?:[:：＝=/／・|]|は|©)\s*(?!イメージ)[^。]{1,22}[)）\]】〕]?$",
        credit_ja_end=r"[(（\[【〔]\s?[^。（(]{1,24}(?:撮影|提供|写す|から)\s?[)）\]】〕]$|[^。、はがを]{1,16}(?:写す|=撮影|＝撮影|氏撮影|さん提供|さん撮影)$",
        credit_ja_provided=r"(?:写真|画像|資料|イメージ)?提供\s?[:：＝=/／]\s?.{1,30}$|(?:写真|画像)[^。]{0,12}(?:提供|撮影|より|引用)$",
    ),
    _family(
        Role.CAPTION, 0.85, 240, True,
        caption_photo_ja=r"(?:【写真】|写真[＝=:：]|［写真］|\[写真\]|〔写真〕|図\d*[＝=:：.]|図表?\s?[0-9０-９]+\s?[:：.．　 ]|(?:上の|下の|左の|右の)?写真は|資料写真[＝=:：])(?!ランキング).{3,}",
        caption_place_ja=r"[^。]{6,120}[＝=][^。＝=]{0,30}(?:\d{1,2}日|[０-９]{1,2}日|\d{1,2}月|午[前後]|[都道府県市区町村]|撮影|提供|写す|代表|共同|時事|ロイター|ＡＰ|AP|AFP)[^。]{0,16}$",
        caption_date_ja=r"[^。]{6,100}[（(](?:[^。）)]{0,20}(?:\d{1,2}|[０-９]{1,2})[日月年][^。）)]{0,30}|[^。）)]{0,30}(?:撮影|提供)|資料写真|資料|イメージ|写真はイメージ(?:です)?|代表撮影)[)）]$",
        caption_image_only=r"[※*＊(（]?\s?(?:写真|画像|イラスト|映像)は?(?:すべて|全て)?(?:イメージ|参考|資料|はイメージ|提供写真).{0,14}$",
        caption_seen=r"(?:in this|this) (?:\w+ ){0,4}(?:photo|image|picture|photograph|illustration|frame|screengrab|handout|undated)\b|a (?:file|handout|undated|general view|combination|stock) (?:photo|picture|image|view)|(?:pictured|seen here|shown here|above|left to right|from left|clockwise from)\s?(?:[:,]|is|are)",
        caption_pictured=r".{3,160}(?:[(（](?:pictured|above|left|right|centre|center|file photo|stock image|file)[^)）]{0,30}[)）]|\bis (?:pictured|seen|shown) (?:here|in|on|at|during)\b.{0,60}$|\bare (?:pictured|seen|shown) (?:here|in|on|at|during)\b.{0,60}$)",
        caption_credit=r".{8,200}[(（\[](?:photo|image|picture|ap photo|file|photo by|credit|reuters|photo/|screenshot|courtesy|kyodo|via)[^)）\]]{0,60}[)）\]]\s*$|.{8,180}\b(?:photo|photograph|image|picture|credit)\s?:\s?[A-Z][^.]{2,50}$",
        caption_figure=r"(?:figure|fig\.|table|chart|graphic|map)\s?\d{1,2}\s?[:.]\s?\S",
    ),
    _family(
        Role.SOURCE, 0.9, 160, True,
        source_label=r"(?:news |original |data )?(?:sources?|via|original (?:article|story|source)|originally published (?:at|by|on|in)|first published (?:at|by|on|in)|h/t|hat tip)\s*[:：]\s*\S",
        source_label_ja=r"[(（※]?\s?(?:記事|ニュース|データ|情報)?(?:出典|出所|引用元|引用|情報元|参照元|参照|参考|配信元|転載元|元記事|ソース|情報提供|記事提供|ニュース提供|提供元|提供|配信|初出|出典元|典拠|一次情報|発表元|発信元|プレスリリース提供)\s*[:：＝=／/]\s*\S",
        source_appeared=r"(?:this|the) (?:\w+ )?(?:article|story|piece|post|essay|report|content|commentary)(?: \w+)? (?:(?:was|is|has been) )?(?:originally |first |also |also originally )?(?:published|appeared|appears|republished|posted|provided|produced|syndicated|distributed)\b",
        source_appeared_ja=r"[※*＊(（]?(?:この|本)(?:記事|稿|コラム|連載|原稿|レポート|ニュース).{0,40}(?:(?:から|より)(?:の)?(?:転載|配信|提供|引用)|(?:に|で)(?:掲載|公開|配信)(?:された|した|され)|との(?:共同|提携)|からの配信)",
        source_agency=rf"[(（【\[―—–-]?\s?(?:{_AGENCY})(?:[ 　・/／|,](?:{_AGENCY}))?\s?(?:配信|提供|発)?[)）】\]]?$",
        source_medium_ja=r"[^\s。、「」（）()：:]{1,16}(?:新聞社?|テレビ|通信社?|放送局?|日報|新報|タイムス|タイムズ|時報|ニュース(?:オンライン|デジタル|網)?|新聞(?:デジタル|オンライン|電子版|社)|編集部)\s?(?:DIGITAL|ONLINE|NEWS|オンライン|デジタル|電子版|NEWSDIG|取材班|配信)?$",
        source_delivered_ja=r"[^\s。、]{2,16}\s?(?:が|より)?配信$",
    ),
    _family(
        Role.BYLINE, 0.9, 120, False,
        byline_by=r"(?-i:(?:By|BY|by|Written by|Words by|Words|Story by|Text by|Posted by|Reported by|Reporting by|Author|Interview by|Review by|Analysis by|From|Report by|Contributed by|Submitted by|By:|by:|Posted By|Written By))\s?:?\s+(?-i:@?[A-Z0-9ÀÖ][\w'’.À-ž-]*|@\w+|\w+$)(?![^\n]*\b(?:is|was|has|will|are|were)\b)[^。!?]{0,90}$",
        byline_desk=r"(?:additional reporting|reporting|editing|writing|compiled|edited|translated|produced|research|graphics|photographs)(?: and \w+)? by\s+\S|(?:with )?(?:additional )?contributions? (?:by|from)\b",
        byline_post=r"(?-i:[A-Z][\w'’.À-ž-]+(?: [A-Z][\w'’.À-ž-]+){1,3}),? (?:\||-|–|—|,)?\s?(?:staff writer|staff reporter|senior reporter|reporter|correspondent|chief correspondent|editor|senior writer|columnist|contributing writer|contributor|special to .{2,40}|[\w ]{0,24}(?:correspondent|reporter|editor|writer))$",
        byline_ja=r"[(（【［\[〔]?(?:文|取材|執筆|編集|構成|聞き手|写真・文|文・写真|取材・文|文・取材|取材・構成|取材・撮影・文|執筆者|著者|ライター|筆者|投稿者|翻訳|訳|監修|文責|インタビュー|取材協力|レポート|text|記者|聞き手・構成|作成者|解説|談)\s?(?:[:：＝=／/・]|は、?|　| by )\s?[^。]{1,34}$",
        byline_reporter_ja=r"[(（【［\[〔]?[^。、はがをにで「」0-9]{2,22}(?:記者|編集委員|論説委員|特派員|支局長|通信員|解説委員|専門記者|編集長|編集部)(?:[ 　・/／][^。、はがをに]{2,16})?[)）】］\]〕]?$",
        byline_bracket_ja=r"[(（【［\[〔](?!写真|動画|関連|速報|独自|解説|特集|図解|詳報|随時|動画|続報|全文|PR|広告)[一-龠々ヶ]{1,4}[ 　・]?[一-龠々ぁ-んァ-ヶー]{1,4}(?:[、・][一-龠々]{1,4}[ 　]?[一-龠々ぁ-んァ-ヶー]{1,4}){0,3}[)）】］\]〕]$",
    ),
    _family(
        Role.NOTICE, 0.85, 400, True,
        notice_cookies=r".{0,80}(?:\b(?:we|this (?:site|website)|our (?:site|website|partners)) (?:\w+ ){0,4}(?:use|uses|using|store)\b.{0,30}cookies|accept (?:all )?cookies|(?:Cookie|クッキー).{0,20}(?:使用|利用|同意|設定|許可))",
        notice_paywall=r".{0,60}(?:\b(?:subscribe|sign in|log in|register|sign up)\b.{0,24}\b(?:to (?:continue|read|keep|unlock|access)|for full access)|already a (?:subscriber|member)|free articles? (?:left|remaining|this month)|to continue reading|start your (?:free )?trial|unlock (?:this|unlimited)|(?:this|the) (?:article|story|content) is (?:for|available (?:only )?to|reserved|exclusive)\b.{0,30}(?:subscriber|member))",
        notice_paywall_ja=r".{0,40}(?:(?:有料|無料|プレミアム|月額)?会員(?:限定(?:記事|の記事|です|で)|登録(?:すると|で|して|が必要)|になると|の方は)|有料(?:会員|プラン|記事|版)(?:の|に|で|への|です)|残り\s?[0-9０-９,，]+\s?(?:文字|字|枚)|続きを(?:お読み|読むには|ご覧)|(?:ログイン|登録)(?:して|すると|が必要)|この記事は.{0,16}(?:限定|有料|会員)|電子版(?:で|の)(?:お読み|読む|購読))",
        notice_promotion=r"(?:[^a-z]{0,6})(?:(?:please )?(?:sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|today|for)|follow (?:us|me|our|@|the \w+ on|.{2,30} on (?:X|Twitter|Facebook|Instagram|LinkedIn|YouTube|TikTok|Threads)\b)|like us on|join (?:us on|our|the .{2,24} (?:newsletter|channel|community))|download (?:the|our)\b.{0,40}\bapps?\b|get (?:the|our|more|all the|unlimited|breaking)\b.{0,50}(?:inbox|app|newsletter|alerts|delivered)|visit (?:our|us)\b|check out (?:our|more)\b|click (?:here|on)\b|listen to (?:the|our|this)\b.{0,30}(?:podcast|episode|article)|stay (?:tuned|up to date|informed|connected)|support (?:our|independent|quality|local)\b.{0,20}journalism|become a (?:member|subscriber|supporter)|donate (?:now|today|to)|enjoyed this|enjoying this|did you (?:like|enjoy|find)|was this (?:article|page|story|helpful)|have (?:a|any) (?:tip|news tip|story|question|feedback)|got (?:a|any) (?:tip|story|news)|do you have a (?:story|tip)|send (?:us|your|news tips|tips)|email us|contact us|for more (?:news|stories|information|on this|from|coverage|details)\b.{0,60}(?:visit|follow|subscribe|check|see|go to|click|contact|read)|learn more (?:at|about|here)|shop (?:now|the)|buy (?:now|tickets)|spread the word|thanks? (?:you )?for (?:reading|subscribing|your support)))",
        notice_reader=r"(?:interested |curious |our |prospective )?(?:readers|subscribers|viewers|listeners|visitors|followers|job seekers|jobseekers)\b.{0,140}\b(?:can|may|should|are (?:invited|encouraged|welcome)|might)\b.{0,100}(?:\b[\w-]+\.(?:com|org|net|jp|co|io|gov|edu|example)\b|\bour (?:site|website|app|newsletter|page|guide|job|podcast|channel)|newsletter)",
        notice_commission=r".{0,160}(?:earn (?:an? )?(?:\w+ )?commissions?|affiliate (?:links?|commission)|sponsored (?:post|content|by)|paid partnership|(?:views|opinions) expressed (?:in this|here|are|by)|not (?:necessarily )?(?:reflect|represent) the (?:views|opinions)|does not constitute|not (?:investment|financial|legal|medical) advice|アフィリエイト|プロモーション(?:を|が)含|広告(?:を|が)含|個人の(?:見解|意見|感想)(?:です|であ)|投資(?:勧誘|を推奨)する(?:もの|こと))",
        notice_translated=r".{0,60}(?:(?:article|story|page|text|content|report|summary|it) (?:was|has been|is) (?:\w+ )?(?:translated|generated|written|produced|created|updated|corrected|edited|amended)\b.{0,30}\b(?:by|with|using|to|for|from|on)\b|(?:machine|automatic|AI)[- ]translat|(?:AI|機械|自動|生成AI).{0,12}翻訳(?:された|した|し|して|です|を使|で|による)|(?:記事|ページ|本文)は.{0,20}(?:AI|機械|自動).{0,16}(?:翻訳|生成|作成|校正))",
        notice_correction=r"(?:correction|clarification|editor['’]s note|editors['’] note|update|note to readers|disclosure|disclaimer|訂正|おことわり|お断り|お詫びと訂正|おわびと訂正|編集部注|編注|追記|注記|免責)\s?[(（]?.{0,16}[)）]?\s?[:：]",
        notice_subscribed=r".{0,60}(?:\bunsubscribe\b|you (?:are receiving|receive|received|got) this|view (?:this|it) (?:email|in your browser)|by (?:submitting|signing up|subscribing|clicking|registering|continuing)\b.{0,60}\b(?:agree|accept|consent)|enable javascript|javascript (?:is|を)|ad ?block|reCAPTCHA|terms of service apply)",
        notice_follow_ja=r".{0,50}(?:(?:公式|アカウント|チャンネル|X|LINE|Twitter|Instagram|Facebook|YouTube).{0,16}(?:フォロー|登録|友だち追加|友だちになる|友達追加)(?:する|して|は|を|お願い|$)|アプリ(?:を|の)(?:ダウンロード|インストール|入手)|(?:メルマガ|メールマガジン|ニュースレター)(?:の|を|に|で)?(?:登録|購読|配信|お申し?込み|お届け)|(?:お申し?込み|詳細|詳しく|続き|ご購入|登録|応募|購読)は(?:こちら|コチラ|下記|以下)|(?:情報提供|ご意見|ご感想|投稿)(?:は|を).{0,20}(?:お寄せ|こちら|募集|お待ち)|\[PR\]|【PR】|【広告】|\(PR\)|（PR）)",
        notice_please_ja=r"[※*＊].{2,160}(?:ください|下さい|場合があります|ございます|ご了承|限りません|ありません|異なります|ものです|時点(?:の情報)?(?:です|のもの)|あたり、|しています|しております|います|含みます|ます。?|表記|掲載|税込|敬称略)",
        notice_site_ja=r"(?:当|本)(?:サイト|ウェブサイト|ホームページ|ページ|ブログ|メディア)(?:で|は|に|の|を)|(?:ブラウザ|お使いの|ご利用の).{0,40}(?:JavaScript|ブラウザ|設定|対応)|この記事(?:は|を)(?:シェア|共有|気に入|役に立|参考に)|(?:広告|CM)の(?:後|あと)(?:に|も)",
    ),
    _family(
        Role.FORM, 0.9, 160, True,
        form_comments=r"(?:(?:be the first to|leave|add|post|write|submit|view|show|read|see|share or|hide|load)\b.{0,16}\b(?:comment(?:s|ing)?|repl(?:y|ies)|responses?)\b.{0,40}$|(?:please )?keep (?:your |all )?comments|\d[\d,]* (?:view )?(?:comments?|replies|responses|reactions)$|comments? (?:are|is|have been) (?:closed|disabled|moderated|now|turned)|join the (?:conversation|discussion|debate)|required fields|(?:log|sign) ?in to (?:comment|reply|post|join)|you must be logged in|commenting (?:as|guidelines|policy|rules)|notify me of|your email address will not|read our (?:comment|community)|community (?:guidelines|standards)|engagement level|save my name)",
        form_comments_ja=r"(?:コメント(?:を(?:投稿|書|残|する|送|入力|読|見)|する(?:に|には)|欄|は(?:まだ|承認|投稿|表示|受け)|の投稿|投稿|ガイドライン|ポリシー|数)|最初のコメント|メールアドレス(?:が|を|は|[※*＊(（])|お?名前\s?[※*＊(（]|(?:ログイン|会員登録).{0,12}コメント|.{0,12}件のコメント|コメント\s?\d+|\d+コメント)",
        form_user_ja=r"(?:匿名|名無し|ゲスト|通りすがり|ユーザー)(?:さん|希望|の.{1,8})?\s?\d*\s?[:：]",
        form_fields=r"(?:(?:enter|type) (?:your|an?|the) .{2,30}|your (?:e-?mail|name)\b.{0,20}|e-?mail\s?(?:address)?\s?[*:(].{0,20}|(?:first |last )?name\s?[*:(].{0,16}|search(?: for)? ?(?:\.\.\.|…|the site|this site).{0,10}|(?:メールアドレス|パスワード|キーワード)(?:を|で)(?:入力|検索).{0,12}|検索ワード.{0,12})$",
    ),
    _family(
        Role.NAVIGATION, 0.9, 140, False,
        navigation_more=r"(?:view|see|read|show|load|browse|explore|discover|shop|get|open|find)(?: (?:the|all|our|this|full|more|other|\d+))*(?: (?:more|all|full|story|stories|article|articles|profile|author|post|posts|comments?|news|photos|videos|on .{2,20}|by .{2,24}|from .{2,24}|about .{2,24}|in .{2,24}|of .{2,20}))*\s?[>»›→…]*$",
        navigation_back=r"(?:back|return|go|skip|jump) to\b.{1,40}$|(?:next|previous|prev|older|newer)(?: (?:article|page|post|posts|story|topic|entry|in .{2,20}))?\s?[:>»›→].{0,80}$|[<«‹←]\s?.{0,60}$",
        navigation_page=r"(?:page|ページ)?\s?\d{1,4}\s?(?:of|/|／|\|)\s?\d{1,4}\s?(?:ページ|pages?)?$|page \d{1,4}$|\d{1,3}$|(?:\d{1,3}[ 　|]+){2,}(?:\d{1,3}|次へ|next|最後|\.\.\.|…).{0,8}$",
        navigation_breadcrumb=r"(?:[^。.!?>＞›»]{1,24}\s?[>＞›»]\s?){1,8}[^。>＞›»]{1,60}$",
        navigation_pipes=r"(?:[^。|｜/／]{1,24}\s[|｜/／•·]\s){2,}[^。|｜]{1,30}$|(?:[^。|｜]{1,20}[|｜]){2,}[^。|｜]{1,24}$",
        navigation_share=rf"(?:share|tweet|post|send|follow|save|pin)(?: (?:this|on|to|via|it|article|story|by|with))*(?: {_MEDIUM}| email| friends?| .{{1,14}})?\s?[:：]?$|{_MEDIUM}(?:で|に|へ)(?:シェア|共有|送る|投稿|ポスト|フォロー|保存).{{0,6}}$|share or comment on\b.{{0,30}}$|\d[\d,.]*[kK]?\s?(?:shares?|likes?|views|reactions|retweets|claps|votes|points|いいね!?|シェア|ブックマーク|users?)$|(?:この記事を)?(?:シェア|共有|ツイート|ポスト|ブックマーク)(?:する|して).{{0,12}}$",
        navigation_tags=r"(?:tags?|categor(?:y|ies)|topics?|keywords?|filed under|posted in|more on|tagged(?: with)?|section|labels?|カテゴリー?|タグ|キーワード|ジャンル|トピックス?|テーマ|関連タグ|関連キーワード|話題)\s?[:：]\s?\S.*$|(?:[#＃][^\s#＃、。]{1,30}[\s,、]*){1,20}$",
        navigation_list_ja=r"[^。、]{1,14}(?:の)?(?:一覧|トップ|ページ|ホーム|コーナー)(?:へ|を見る|はこちら|に戻る|へ戻る|で見る)$|[^。、]{1,12}(?:ニュース|記事|写真|動画|画像|コラム|番組)(?:の)?一覧$|[^。]{0,16}(?:を|は|で|も)?(?:もっと|さらに|続きを|全文を|詳しく|すべて)(?:見る|読む|みる|よむ|表示|知る)\s?[>＞→]?$|(?:次|前)(?:の|へ|回)?[^。]{0,6}(?:記事|ページ|へ|写真|画像|回)(?:を?(?:見る|読む))?(?:[:：>＞→].{0,60})?$",
        navigation_media_ja=r"(?:【|\[|［|≪|〈|《)(?:写真|動画|画像|映像|図|図解|グラフ|表|写真特集|フォト|写真で見る|写真・図|音声|地図|イラスト|比較表|一覧|全文|ランキング|アンケート|クイズ)[^】\]］≫〉》]{0,8}(?:】|\]|］|≫|〉|》)[^。]{2,90}$",
        navigation_contact=r"(?:[^\s@]{1,40}@[\w.-]+\.\w+|https?://\S+|www\.\S+)$|(?:tel|phone|fax|e-?mail|mail|電話(?:番号)?|代表(?:電話)?|直通|ダイヤルイン|内線|メール|担当者?|担当課|所在地|住所|url|ＴＥＬ|ＦＡＸ|℡|〒)\s?(?:[:：]|\d{2,4}-|（|\().{1,80}$|〒\d",
        navigation_file=r".{2,70}[(（\[【]\s?(?:PDF|EXCEL|WORD|ZIP|CSV|DOCX?|XLSX?|PPTX?|エクセル|ワード)(?:ファイル|形式|版)?\s?(?:[:：/／,、\- ]\s?.{1,20})?[)）\]】]$",
        navigation_site=r"(?:powered by|hosted by|site by|built with|designed by|theme:|browse by|browse all|sort by|filter by|jump to|go to|you are here|現在位置|現在地|ここから本文|ここまで本文|文字サイズ|文字の大きさ|表示(?:切替|設定)|言語|language)\s?.{0,40}$",
    ),
    _family(
        Role.ALT_TEXT, 0.8, 140, False,
        alt_logo=r".{0,70}\b(?:logo|icon|banner|avatar|headshot|thumbnail)$|.{0,40}(?:のロゴ|ロゴマーク|ロゴ|アイコン|のサムネイル|のバナー|のアイキャッチ(?:画像)?)$",
        alt_portrait=r"(?:portrait|photo(?:graph)?|picture|image|screenshot|illustration|headshot|drawing|painting|rendering|close[- ]?up|aerial (?:view|photo)|profile (?:photo|picture|image)|map|graph|chart|diagram|view)s? (?:of|from|showing)\b(?:(?:Dr|Mr|Mrs|Ms|Prof|St)\.|[^.!?]){2,110}$",
        alt_of_ja=r"[^。、]{1,50}(?:の|した|する|いる|れた)(?:写真|画像|イラスト|様子の写真|イメージ画像|顔写真|スクリーンショット|イメージ図|図解画像|アイキャッチ)$",
        alt_lower=r"(?-i:(?:a|an|the|two|three|several|some|people|man|woman)\b (?:[a-z][\w'’-]* ?){2,24}$)",
    ),
)

_TEASER_HEAD = re.compile(
    r"(?:more|latest|top|recent|related|popular|trending|other|recommended|featured|today's)(?: [\w&'.-]+){0,4} "
    r"(?:news|stories|articles|posts|headlines|coverage|reads|videos|updates)"
    r"|more (?:from|in|on|about|by) .{2,40}|(?:most (?:read|popular|viewed|shared|watched)|trending|latest|also|popular) (?:in|on|from|by|now|today) ?.{0,30}"
    r"|.{0,14}(?:関連|人気|新着|最新|注目|おすすめ|オススメ|お薦め|主要|話題)の?(?:記事|ニュース|トピックス?|動画|ランキング|コンテンツ|リンク|コラム|特集)(?:一覧|トップ\d+|top\d+|ベスト\d+)?"
    r"|.{0,16}(?:アクセス|人気|閲覧|週間|月間|デイリー|24時間|記事|ニュース|本日の|今日の|今週の|総合|動画)ランキング(?:top\d+|ベスト\d+)?"
    r"|.{0,16}(?:あわせて|合わせて|併せて)読み(?:たい|たい記事)|.{0,20}(?:この|同じ)(?:記事|ニュース|テーマ|連載|特集|カテゴリー?|ジャンル|筆者|著者|記者)(?:の|を読んだ)[^。]{0,16}"
    r"|.{1,12}(?:の(?:他|ほか|その他)の(?:記事|ニュース))"
)


def zone_of(line: Line) -> Zone | None:
    """The part of the page that *line* opens, when it is a section head.

    Labels of up to 40 characters only: a sentence is never a head.
    """
    if not line.key or len(line.text) > 40:
        return None
    zone = HEADS.get(line.key)
    if zone is None and _TEASER_HEAD.fullmatch(line.key) and not line.is_prose:
        return Zone.TEASERS
    return zone


def local_verdict(line: Line) -> Verdict | None:
    """What *line* is, judged by itself; None when only its place can tell."""
    if line.key and not line.list_mark:
        kind = LABELS.get(line.key)
        if kind is not None:
            return Verdict(Role(kind), False, f"{kind}-label", 0.95)
    if is_timestamp(line.head) and len(line.text) <= 120:
        return Verdict(Role.TIMESTAMP, False, "timestamp", 0.95)
    size, is_prose = len(line.text), line.is_prose
    for family in _FAMILIES:
        if size > family.longest or (is_prose and not family.prose):
            continue
        match = family.pattern.match(line.head)
        if match and match.lastgroup:
            content = False
            return Verdict(family.role, content, match.lastgroup.replace("_", "-"), family.confidence)
    return None
