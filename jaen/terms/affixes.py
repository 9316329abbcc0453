"""Words that stand right before or after a name in Japanese news, and what they make of it."""

import re
from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


TITLES = _words(
    # forms of address
    "氏 さん 様 君 ちゃん 殿 女史 夫妻 夫人 兄弟 容疑者 被告 受刑者 死刑囚 元被告 選手 投手 捕手 内野手 外野手 力士 関 親方 "
    "棋士 名人 竜王 王将 監督 コーチ 主将 記者 アナ アナウンサー キャスター 特派員 解説委員 編集委員 論説委員 "
    # government and parliament
    "首相 総理 総理大臣 大統領 副大統領 国王 女王 天皇 皇帝 皇太子 王子 王女 殿下 陛下 大臣 副大臣 政務官 大臣政務官 長官 副長官 "
    "次官 事務次官 官房長官 官房副長官 外相 財務相 財務大臣 防衛相 経産相 厚労相 国交相 農相 農水相 文科相 環境相 総務相 法相 "
    "デジタル相 経財相 経済再生相 経済安保相 担当相 国家公安委員長 議員 衆院議員 参院議員 国会議員 議長 副議長 委員長 総裁 副総裁 "
    "幹事長 政調会長 総務会長 国対委員長 代表 副代表 党首 書記長 書記局長 国務長官 国防長官 財務長官 補佐官 報道官 大使 公使 領事 "
    "総領事 知事 副知事 市長 副市長 町長 村長 区長 総監 統合幕僚長 幕僚長 司令官 将軍 大将 中将 少将 大佐 中佐 少佐 大尉 "
    # companies, schools, courts, science
    "社長 副社長 会長 副会長 頭取 専務 常務 取締役 執行役員 最高経営責任者 最高執行責任者 最高財務責任者 CEO COO CFO CTO "
    "部長 課長 局長 次長 室長 所長 支店長 店長 工場長 本部長 副本部長 理事長 理事 専務理事 事務局長 事務総長 院長 学長 総長 校長 "
    "教授 准教授 特任教授 名誉教授 客員教授 講師 助教 教諭 先生 医師 博士 弁護士 裁判官 裁判長 検事 検事長 検事総長 研究員 "
    "主任研究員 上席研究員 主席研究員 エコノミスト アナリスト ストラテジスト 顧問 相談役 社外取締役 オーナー 創業者 共同創業者 "
    "総監督 隊員 隊長 署長 警部 警部補 巡査 巡査部長 艦長 船長 機長 作家 監修 俳優 歌手 画家 詩人"
)
"""Titles and forms of address that follow a person's name."""


COMPANY_SUFFIX = _longest_first(("社", "㈱", "(株)", "株式会社", "有限会社", "合同会社"))
"""After a company's name, they belong to it as a title belongs to a person."""

DERIVING = _words("人 語 的 系 製 化 風 流 式 派 側 産 型 版 民 発祥 史 学 論 観 圏 軍 系統 寄り びいき 嫌い 通")
"""Suffixes that make another word of a name: 日本人, 日本語, 日本的."""

LEAVING = _words(
    "ら 等 など 達 たち 内 外 中 間 時 後 前 以外 以降 以来 以前 以上 以下 発 着 宛 宛て 向け 自身 自体 同士 全体 全土 全域 "
    "国内 国外 各地 共 とも ごと 毎 だけ ほか 他 側面 双方 両方 本体 あて 当局 "
    "トップ 首脳 幹部 高官 職員 社員 関係者 担当者 広報 所属 在籍 在住 勤務 出身 傘下 主催 共催 後援 提供 発表 調べ"
)
"""Words after a name that leave it what it is: 日本国内, 米国など, 金融庁幹部, 京都府出身."""

PREFIXES = _words(
    "米 英 仏 独 伊 加 豪 露 ロ 中 韓 日 印 台 欧 蘭 西 墨 伯 前 元 新 同 現 旧 故 全 両 各 当 本 対 親 訪 駐 御 お ご 仮称 "
    "社長 会長 首相 大統領 女優 俳優 歌手 選手 監督 教授 弁護士 同国 同社 新生 当時"
)
"""Words before a name that leave it what it is: 米国防総省, 元首相."""

DIRECTIONS = _words("東 西 南 北 中 新")
"""Before a place they name another one: 西日本 is not Japan, though 西 before an office is Spain's."""

KINDS_OF_ORGANIZATION = _words("会社 法人 企業 大手 メーカー 団体 財閥")
"""Last words of what an organization is, before its name: 株式会社みずほ銀行, 独立行政法人情報処理推進機構."""

_COUNTRIES = "米英仏独伊加豪露中韓日印台欧"

GENERIC = _words(
    "システム サービス グループ ホールディングス バンク モデル センター ネットワーク サーバー セキュリティー セキュリティ プロジェクト "
    "プラットフォーム インターネット コンピューター テクノロジー ソフトウエア ソフトウェア リサーチ ファンド パートナーズ カンパニー ホーム "
    "メディア ニュース データ ライン ビジネス エネルギー モーターズ プラス プロ ミニ マックス プレビュー ジャパン アメリカ "
    "group holdings bank model center centre network server security project platform internet computer technology "
    "technologies software research fund partners company corporation institute agency ministry office home media news "
    "data line business energy motors plus pro mini max preview japan america system systems service services studio "
    "university college school hospital party council committee court act law treaty forum summit one first new air "
    "white house street times post journal press today world"
)
"""Last words of names that never stand for the whole name by themselves."""

TITLE = re.compile(f"[{_COUNTRIES}]?(?:{_longest_first(title.lower() for title in TITLES).pattern})")
DERIVING_WORD = _longest_first(DERIVING)
LEAVING_WORD = _longest_first(LEAVING)
"""The three lists as patterns for the folded text right after a name; a title may say whose it is (米財務長官)."""

ADDRESS_BEFORE = re.compile(
    r"(?<![^\W_])(?:mr|ms|mrs|mx|dr|prof|sen|rep|gov|gen|sir|minister|president|secretary)\.? \Z"
)
"""Forms of address and titles right before an English family name, in folded text."""

ACRONYMS_LIKE_WORDS = frozenset(
    {"it", "us", "who", "un", "act", "aid", "all", "arm", "are", "for", "has", "no", "so", "or"}
)
"""Acronyms that an all-capitals headline can't tell from a common word."""
