"""Old, variant and simplified-in-Japan forms of kanji, each with the form both are compared in.

Sources: the tables of old forms (康熙字典体) in the Jōyō list of 2010 and the Jinmeiyō list, and the variants of
family names that NFKC leaves alone (髙, 﨑, 濵 …). 斎 and 斉 are different names and stay apart.
"""

import unicodedata

# Each pair: the old or variant form, then the form it is compared in.
_OLD = (
    "亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 稻稲 飮飲 隱隠 營営 榮栄 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 穩穏 假仮 價価 畫画 會会 囘回 壞壊 懷懐 繪絵 擴拡 殼殻 "
    "覺覚 學学 嶽岳 樂楽 渴渇 鐮鎌 勸勧 卷巻 寬寛 歡歓 罐缶 觀観 關関 陷陥 巖巌 顏顔 歸帰 氣気 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 敎教 强強 狹狭 鄕郷 堯尭 曉暁 區区 驅駆 "
    "勳勲 薰薫 徑径 惠恵 揭掲 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 擊撃 缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 縣県 硏研 險険 顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 黑黒 濟済 碎砕 "
    "齋斎 劑剤 雜雑 產産 參参 慘惨 棧桟 蠶蚕 贊賛 殘残 絲糸 姊姉 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 緖緒 敍叙 奬奨 將将 涉渉 燒焼 稱称 證証 "
    "乘乗 剩剰 壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 瀨瀬 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 "
    "錢銭 禪禅 曾曽 雙双 壯壮 搜捜 插挿 爭争 窗窓 總総 聰聡 莊荘 裝装 騷騒 增増 藏蔵 臟臓 卽即 屬属 續続 墮堕 體体 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 "
    "遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯 當当 鬪闘 德徳 獨独 讀読 屆届 繩縄 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 濱浜 "
    "甁瓶 拂払 佛仏 倂併 竝並 變変 邊辺 辨弁 瓣弁 辯弁 舖舗 穗穂 寶宝 襃褒 豐豊 沒没 飜翻 槇槙 萬万 滿満 默黙 彌弥 藥薬 譯訳 豫予 餘余 與与 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 "
    "兩両 獵猟 綠緑 淚涙 壘塁 禮礼 勵励 戾戻 靈霊 齡齢 戀恋 爐炉 勞労 樓楼 郞郎 祿禄 錄録 灣湾 瘦痩 晚晩 鷗鴎 薮藪 檜桧 儘侭 亙亘 凜凛 靑青 淸清 內内 吳呉 姬姫 每毎 步歩 黃黄 隸隷 "
)
_NAMES = "髙高 﨑崎 嵜崎 碕崎 嶋島 嶌島 濵浜 渕淵 邉辺 桒桑 栁柳 曻昇 冨富 槗橋 𣘺橋 𠮷吉 埜野 "


def _table() -> dict[int, str]:
    table = {ord(pair[0]): pair[1] for pair in (_OLD + _NAMES).split()}
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):  # compatibility ideographs: U+FA19 is 神
        same = unicodedata.normalize("NFC", chr(code))
        if same != chr(code):
            table[code] = same.translate(table)
    return table


COMMON_FORM = _table()
"""Code point of a variant to the form it is compared in, for `str.translate`."""
