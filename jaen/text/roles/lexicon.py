"""Whole-line labels of news sites, English and Japanese, as `key_of` folds them.

Each table answers one question about a line that consists of nothing but the label: which part of the page
does it open (`HEADS`), or what is it itself (`LABELS`)?
"""

from enum import StrEnum

__all__ = ["AGENCIES", "HEADS", "LABELS", "Zone"]


class Zone(StrEnum):
    """A part of a page that a label opens."""

    TEASERS = "teasers"
    COMMENTS = "comments"
    AUTHOR = "author"
    NEWSLETTER = "newsletter"
    TAGS = "tags"
    CONTENTS = "contents"
    CONTACT = "contact"
    FAQ = "faq"
    SUMMARY = "summary"
    BODY = "body"  # the article again: Conclusion, Original text


def _table(text: str) -> list[str]:
    return [entry.strip() for entry in text.replace("\n", "|").split("|") if entry.strip()]


_TEASERS = _table("""
related|related article|related articles|related stories|related story|related news|related posts|related content
related coverage|related links|related reading|related videos|related reports|popular|popular news
popular posts|popular articles|popular stories|most popular|most read|most viewed|most shared|most commented|most watched
most recent|trending|trending now|trending stories|trending topics|trending news|top stories|top news|top reads|top headlines
latest|latest news|latest stories|latest posts|latest articles|latest headlines|recent|recent posts|recent articles
recent stories|recent news|more news|more stories|more headlines|more to read|more like this|recommended|recommendations
recommended for you|recommended stories|recommended reading|recommended articles|you may also like|you might also like
you may like|you might like|you may also be interested in|read next|up next|what to read next|read more|read also
also read|see also|don't miss|must read|must reads|in case you missed it|icymi|editor's picks|editors' picks|editor's choice
editors' choice|our picks|staff picks|in other news|other news|other stories|elsewhere|from around the web|around the web
from the web|from our partners|sponsored|sponsored stories|sponsored content|promoted|promoted stories|promoted content
paid content|partner content|featured|featured stories|featured articles|featured posts|in this section|more in this section
more on this story|more on this topic|on this topic|explore more|keep reading|similar articles|similar stories|hot topics
headlines|breaking news|today's top stories|in pictures|watch|videos|latest videos|video|photos|galleries|listen

関連|関連記事|関連ニュース|関連リンク|関連トピックス|関連トピック|関連コンテンツ|関連動画|関連情報|関連特集|関連する記事|関連ワード記事
関連ストーリー|関連商品|関連本|あわせて読みたい|合わせて読みたい|併せて読みたい|あわせて読む|こちらもおすすめ|こちらも読まれています|こちらの記事もおすすめ
おすすめ|おすすめ記事|おすすめの記事|オススメ|オススメ記事|オススメの記事|おすすめニュース|お薦め|お薦め記事|おすすめ情報|おすすめ情報pr|編集部のおすすめ|編集部おすすめ
編集部ピックアップ|ピックアップ|pick up|pickup|注目|注目記事|注目の記事|注目ニュース|注目の話題|注目トピックス|注目情報|話題の記事|話題のニュース
人気|人気記事|人気の記事|人気ニュース|人気ランキング|人気記事ランキング|ランキング|アクセスランキング|記事ランキング|ニュースランキング|週間ランキング
月間ランキング|デイリーランキング|総合ランキング|閲覧ランキング|今日のランキング|今週のランキング|動画ランキング|写真ランキング|よく読まれている記事|よく読まれた記事
よく読まれています|読まれている記事|この記事を読んだ人はこんな記事も|この記事を読んだ人におすすめ|この記事を読んだ方におすすめ|この記事を読んだ人が読んでいる記事
この記事を読んだ人はこんな記事も読んでいます|こんな記事も読まれています|次に読みたい|次に読む|次のおすすめ記事|最新|最新記事|最新の記事|最新ニュース|最新情報|新着|新着記事|新着ニュース
新着情報|速報|ニュース速報|最新動画|主要ニュース|主なニュース|トップニュース|今日のニュース|きょうのニュース|ヘッドライン|トピックス|話題|特集|連載|特集・連載|連載・特集
バックナンバー|過去の記事|前後の記事|その他の記事|ほかの記事|他の記事|その他のニュース|他のニュース|ほかのニュース|同じカテゴリーの記事|同じカテゴリの記事|このカテゴリーの記事
同じジャンルの記事|この著者の記事|この記者の記事|この記事の関連ニュース|この記事の関連記事|もっと読む|今読まれている記事|いま読まれている記事|いま人気の記事|今人気の記事
今、あなたにオススメ|あなたにおすすめ|あなたにおすすめの記事|あなたへのおすすめ|スポンサードリンク|写真特集|フォトギャラリー|動画ニュース|お知らせ
""")

_COMMENTS = _table("""
comments|comment|discussion|leave a comment|leave a reply|leave a response|join the conversation|join the discussion
have your say|add a comment|add your comment|add your comments now|post a comment|write a comment|reader comments
your comments|what do you think|responses|replies|conversation|top comments|comment section|share your thoughts

コメント|みんなのコメント|コメント欄|コメントを書く|コメントする|コメントを投稿|コメントを投稿する|コメントを残す|コメント一覧|読者のコメント
新着コメント|人気コメント|ユーザーコメント|みんなの意見|みんなの感想|みんなの反応|ネットの反応|読者の声|ご意見・ご感想
""")

_AUTHOR = _table("""
about the author|about the authors|about the writer|about the writers|about the reporter|about the contributor|about author
about the editor|meet the author|author bio|author profile|the author|contributors|our contributors|more about the author

この記事を書いた人|この記事を書いた記者|この記事の著者|この記事の執筆者|この記事の筆者|記事を書いた人|この記事を監修した人|著者プロフィール|筆者プロフィール|執筆者プロフィール
ライタープロフィール|記者プロフィール|著者紹介|筆者紹介|執筆者紹介|ライター紹介|執筆者|筆者|著者|著者について|筆者について|監修者|ライター|プロフィール|プロフィル|略歴|取材記者
""")

_NEWSLETTER = _table("""
newsletter|newsletters|subscribe to our newsletter|sign up for our newsletter|join our newsletter|get our newsletter
our newsletter|daily newsletter|email newsletter|newsletter signup|newsletter sign-up|stay informed|stay connected
stay up to date|stay in the loop|get the newsletter|morning briefing|never miss a story|get the latest news

メルマガ|メールマガジン|メルマガ登録|メールマガジン登録|ニュースレター|ニュースレター登録|ニュースレターを購読|無料メルマガ|メール配信登録
""")

_TAGS = _table("""
tags|tag|related topics|topics|topic|keywords|key words|filed under|categories|category|in this article|more on|explore topics|hashtags

タグ|キーワード|関連キーワード|関連タグ|関連ワード|カテゴリー|カテゴリ|ジャンル|トピック|ハッシュタグ|この記事のタグ|この記事のキーワード|人気のタグ|人気キーワード|話題のキーワード
""")

_CONTENTS = _table("""
contents|table of contents|on this page|jump to|in this story|目次|もくじ|この記事の目次|この記事の内容|ページ内リンク
""")

_CONTACT = _table("""
contact|contacts|media contact|media contacts|press contact|press contacts|contact information|media enquiries
media inquiries|for media inquiries|for further information|for more information|contact details

お問い合わせ|お問い合わせ先|お問合せ|お問合せ先|お問合わせ先|問い合わせ先|問合せ先|本件に関するお問い合わせ|本件に関するお問い合わせ先|本件に関するお問合せ先|本件問い合わせ先|本件連絡先|連絡先
報道関係者からのお問い合わせ先|担当|担当課|担当部局|添付資料|関連資料|参考資料|関連ファイル|添付ファイル|ダウンロード|資料
""")

_FAQ = _table("""
frequently asked questions|faq|faqs|questions and answers|common questions|people also ask|your questions answered

よくある質問|よくあるご質問|よくある質問と回答|よくあるお問い合わせ|想定問答
""")

_SUMMARY = _table("""
quick look|quick take|quick read|quick summary|key points|key takeaways|key facts|takeaways|highlights|at a glance|in brief
in short|tl;dr|tldr|summary|article summary|news summary|the gist|what to know|what you need to know|the short version
the bottom line|main points|ai summary|ai overview|summary by ai|ai highlights|executive summary|3 key points|story highlights

要約|記事の要約|記事要約|この記事の要約|要旨|この記事のポイント|記事のポイント|ポイント|この記事の要点|記事の要点|要点|3行まとめ|3行要約|3行でわかる|三行まとめ|ざっくり言うと|ひと目でわかる|サマリー
ニュースのポイント|この記事でわかること|この記事で分かること|aiによる要約|ai要約|aiサマリー|aiまとめ|aiが要約|生成aiによる要約|1分で読める要約
""")

_BODY = _table("""
conclusion|conclusions|background|introduction|abstract|analysis|why it matters|what to watch|what's next|next steps
what happens next|open questions|outlook|context|the details|details|original text|original article|full text|transcript
the big picture|between the lines|by the numbers|methods|results|references|reference|notes|notes to editors

まとめ|おわりに|終わりに|最後に|はじめに|背景|解説|経緯|今後の予定|今後の見通し|本文|原文|記|論文情報|掲載論文|概要|論文概要|開発の背景|商品概要|会社概要|全文|結論|結果|方法|考察|参考文献|注|分析|一問一答|記者の目|メモ
""")

HEADS: dict[str, Zone] = {
    key: zone
    for zone, keys in (
        (Zone.TEASERS, _TEASERS),
        (Zone.COMMENTS, _COMMENTS),
        (Zone.AUTHOR, _AUTHOR),
        (Zone.NEWSLETTER, _NEWSLETTER),
        (Zone.TAGS, _TAGS),
        (Zone.CONTENTS, _CONTENTS),
        (Zone.CONTACT, _CONTACT),
        (Zone.FAQ, _FAQ),
        (Zone.SUMMARY, _SUMMARY),
        (Zone.BODY, _BODY),
    )
    for key in keys
}

_NAVIGATION = _table("""
home|homepage|menu|main menu|navigation|skip to content|skip to main content|skip navigation|jump to content|close|close menu|close modal
open menu|back|back to top|top|go to top|back to home|search|login|log in|logout|log out|sign in|sign out|sign up|register|my account|account
profile|settings|subscribe|subscribe now|donate|give|support us|join|join us|become a member|membership|advertise|advertise with us
about|about us|contact us|careers|jobs|help|faq|site map|sitemap|privacy|privacy policy|privacy notice|terms|terms of use|terms of service
terms & conditions|terms and conditions|cookies|cookie policy|cookie settings|accessibility|legal|disclaimer|corrections|code of ethics
editorial policy|rss|feedback|submit news|submit a tip|send a tip|news tips|press|press room|newsroom|media|media kit|licensing
share|share this|share article|share this article|share this story|share on facebook|share on twitter|share on x|share via email|tweet|post|pin it|pin
email|print|copy link|copy|link|save|bookmark|save for later|facebook|twitter|x|instagram|youtube|linkedin|whatsapp|reddit|telegram|threads|bluesky
mastodon|flipboard|line|tiktok|pinterest|messenger|gift this article|listen|play|pause|mute|download|download pdf|pdf|next|previous|prev|older|newer
next article|previous article|next post|previous post|next story|next page|previous page|load more|show more|see more|view more|view all|see all|more
show all|see all photos|read full story|read the full story|continue reading|click here|learn more|find out more|view author|view profile
follow|follow us|followers|following|reply|quote|report|like|likes|dislike|upvote|edit|delete|flag|permalink|loading|refresh|english|日本語|中文|한국어
news|world|business|markets|politics|opinion|sports|sport|tech|technology|science|health|entertainment|lifestyle|life|culture|arts|travel|food|style
weather|traffic|local|national|international|us|uk|asia|europe|africa|americas|middle east|economy|finance|money|education|environment|climate|video
videos|podcast|podcasts|photos|gallery|games|puzzles|crossword|horoscope|obituaries|classifieds|real estate|cars|events|calendar|shop|shopping|deals
reviews|features|columns|editorials|letters|archive|archives|magazine|live|live tv|schedule|programs|shows|radio|hardware|software|gadgets|gaming
security|showbiz|royals|football|cricket|tennis|golf|rugby|baseball|basketball|forum index|board rules|jump to|log in to reply|sections|all sections
edition|change edition|dark mode|light mode|toggle menu|toggle navigation|toggle search|font size|text size|purchase licensing rights|reprints
manage cookies|accept all|reject all|accept|reject|agree|allow|ok|got it|no thanks|not now|dismiss|skip|continue|view comments|hide comments

ホーム|トップ|トップページ|メニュー|メインメニュー|本文へ移動|本文へ|本文へスキップ|本文へジャンプ|メインコンテンツへ移動|ページトップへ|ページの先頭へ|ページの先頭へ戻る|ページ先頭へ|先頭へ戻る|トップへ戻る|トップに戻る
topへ|上へ戻る|戻る|閉じる|開く|検索|サイト内検索|記事検索|ログイン|ログアウト|会員登録|新規会員登録|無料会員登録|新規登録|今すぐ登録|登録する|マイページ|購読|購読する|購読案内|購読のお申し込み|お申し込み
サイトマップ|利用規約|ご利用規約|ご利用案内|プライバシーポリシー|プライバシー|個人情報保護方針|個人情報の取り扱い|個人情報|特定商取引法に基づく表記|著作権|著作権について|リンクについて|免責事項|このサイトについて|当サイトについて
運営会社|会社概要|会社情報|会社案内|採用情報|広告掲載|広告掲載について|広告のご案内|広告案内|ヘルプ|ガイド|cookieポリシー|クッキーポリシー|アクセシビリティ|ウェブアクセシビリティ|サイトポリシー
保存|保存する|印刷|印刷する|その他|共有|共有する|シェア|シェアする|ツイート|ツイートする|ポスト|ポストする|いいね|ブックマーク|はてな|はてなブックマーク|はてブ|lineで送る|lineで共有|リンクをコピー|urlをコピー|url コピー|コピー|クリップ|メール|メールで送る|フォロー
フォローする|noteで書く|スクラップ|後で読む|あとで読む|文字サイズ|文字の大きさ|小|中|大|標準|拡大|縮小|音声で聞く|読み上げ|再生|一覧|一覧へ|一覧を見る|一覧に戻る|記事一覧|記事一覧へ|もっと見る|もっとみる|すべて見る|全て見る
すべて表示|さらに表示|さらに読み込む|続きを読む|続きを見る|続きはこちら|全文を読む|全文表示|記事を読む|記事全文を読む|詳細を見る|詳しくはこちら|詳しく見る|次へ|前へ|次のページ|前のページ|次ページ|前ページ|次の記事|前の記事|次の記事へ|前の記事へ
次の写真|前の写真|写真を見る|画像を見る|動画を見る|この記事の写真を見る|この記事の動画を見る|返信|返信する|通報|通報する|違反報告|削除|編集|引用|ニュース|国内|国際|海外|社会|政治|経済|経済・ビジネス|ビジネス|産業|企業|市場|マーケット|金融|スポーツ|野球
サッカー|相撲|ゴルフ|芸能|エンタメ|カルチャー|文化|ライフ|くらし|暮らし|生活|健康|医療|教育|科学|科学・環境|環境|サイエンス|テクノロジー|it|デジタル|地域|地方|ローカル|天気|全国の天気|気象|災害|交通情報|オピニオン|社説|コラム|論説|投書|写真|動画|映像|番組表|ラジオ
ポッドキャスト|プレミアム|電子版|紙面ビューアー|朝刊|夕刊|紙面|訃報|おくやみ|将棋|囲碁|クイズ|パズル|占い|イベント|ショップ|ストア|求人|住宅|不動産|グルメ|旅行|趣味|アニメ|ゲーム|映画|音楽|テレビ|書評|本
""")

_CREDIT = _table("""
getty images|getty|shutterstock|istock|adobe stock|unsplash|pexels|pixabay|alamy|swns
ap photo|reuters photo|photo|photo credit|image credit|zuma press|nurphoto|anadolu|imago|wikimedia commons|getty images/istockphoto|pixta|写真ac|アフロ
ゲッティイメージズ|ap/アフロ|ロイター/アフロ|写真提供|提供写真|資料写真|イメージ写真|代表撮影|本社撮影
""")

_ALT = _table("""
text|image|img|photo|picture|logo|icon|graphic|banner|thumbnail|avatar|placeholder|image for|featured image|profile picture|cover image
画像|写真画像|サムネイル|アイコン|ロゴ|バナー|イメージ|no image|noimage|プロフィール画像
""")

_NOTICE = _table("""
advertisement|advertisment|ad|ads|advertising|sponsored by|story continues below|story continues below advertisement|article continues below
article continues after advertisement|subscribers only|subscriber only|for subscribers|premium|exclusive|press release|news release|media release|報道発表|報道発表資料|プレスリリース|ニュースリリース|for immediate release|embargoed|members only|this is premium content|this article is for subscribers

広告|pr|ad|スポンサーリンク|スポンサー|有料|有料会員限定|有料会員限定記事|有料記事|会員限定|会員限定記事|無料会員限定|購読者限定|プレミアム会員限定|記事は広告の後に続きます|広告の後にも続きます|この記事は有料記事です
この記事は有料会員限定です|この記事は会員限定です|鍵付き記事
""")

_FORM = _table("""
name|your name|email address|your email|your email address|website|message|your message|subject|submit|send|post comment|submit comment|sort by|newest|oldest|new|most relevant|best|write a reply
add your comment|search for|first name|last name|enter your email|enter your email address|zip code|password|username|remember me|forgot password|you|cancel

お名前|名前|メールアドレス|件名|本文を入力|ニックネーム|投稿|投稿する|送信|送信する|確認|確認画面へ|コメントを送信|新着順|古い順|人気順|いいね順|並び替え|キャンセル|パスワード
""")

LABELS: dict[str, str] = {
    key: kind
    for kind, keys in (
        ("form", _FORM),
        ("navigation", _NAVIGATION),
        ("credit", _CREDIT),
        ("alt-text", _ALT),
        ("notice", _NOTICE),
    )
    for key in keys
}

# Agencies, for credits, source lines and datelines; longest first, for alternations.
AGENCIES = sorted(
    _table("""
Associated Press|The Associated Press|AP|Agence France-Presse|AFP|Reuters|REUTERS|Bloomberg|Kyodo News|Kyodo|KYODO|Jiji Press|Jiji|JIJI|Xinhua|Yonhap|EPA|TASS|ANSA|dpa|DPA
UPI|PA Media|CNN|NHK|PTI|ANI|IANS|Getty Images|共同通信社|共同通信|共同|時事通信社|時事通信|時事|ロイター通信|ロイター|ブルームバーグ|ＡＰ|ＡＦＰ|ＡＰ通信|AP通信|AFP通信|新華社|聯合ニュース
"""),
    key=len,
    reverse=True,
)
