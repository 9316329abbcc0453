"""What numbers count: canonical units, and which Japanese counters and English nouns mean the same.

A unit is canonical where both languages have it: `%`, `yen`, `m2`, `year` (tables `JAPANESE_UNITS`, `ENGLISH_UNITS`).
A counter keeps its own spelling (社, カ国), an English noun its singular (company), because 社 is a company here and
a bank there; `EQUIVALENTS` lists the nouns a counter may stand for, and `units_agree` compares through it.
"""

from jaen.words.english_forms import plural

__all__ = [
    "AGE",
    "COUNTERS",
    "ENGLISH_UNITS",
    "EQUIVALENTS",
    "JAPANESE_UNITS",
    "MEASURES",
    "MONEY",
    "english_unit",
    "units_agree",
]


def _table(text: str) -> dict[str, str]:
    """Lines `canonical: spelling | spelling` as spelling → canonical."""
    rows = (line.split(":", 1) for line in text.strip().splitlines())
    return {spelling.strip(): unit.strip() for unit, spellings in rows for spelling in spellings.split("|")}


MONEY = frozenset(
    [
        "yen",
        "dollar",
        "euro",
        "pound",
        "yuan",
        "won",
        "franc",
        "rupee",
        "ruble",
        "baht",
        "cent",
        "australian-dollar",
        "canadian-dollar",
    ]
)
AGE = "year-old"

JAPANESE_UNITS = _table(
    """
    %: % | ％ | ﹪ | パーセント | ㌫ | プロセント
    point: ポイント | ﾎﾟｲﾝﾄ | pt
    yen: 円
    dollar: ドル | 米ドル | ㌦ | ﾄﾞﾙ
    australian-dollar: 豪ドル
    canadian-dollar: カナダドル
    euro: ユーロ
    pound: ポンド
    yuan: 元 | 人民元
    won: ウォン
    franc: スイスフラン | フラン
    rupee: ルピー
    ruble: ルーブル
    baht: バーツ
    cent: セント
    year-old: 歳 | 才
    year: 年間 | 年 | カ年 | か年 | ヵ年 | ケ年
    month: カ月 | か月 | ヵ月 | ヶ月 | ケ月 | ｶ月 | 箇月 | カ月間 | か月間 | ヶ月間 | ヵ月間
    week: 週間 | 週
    day: 日間 | 日
    hour: 時間
    minute: 分間 | 分
    second: 秒間 | 秒
    mm: ミリメートル | ミリ | ㍉ | mm | ㎜
    cm: センチメートル | センチ | ㌢ | cm | ㎝
    m: メートル | ㍍ | m | ｍ
    km: キロメートル | km | ㎞ | ｋｍ
    キロ: キロ | ㌔
    mile: マイル | ㍄
    foot: フィート | フット | ㌳
    inch: インチ | ㌅
    acre: エーカー | ㌈
    m2: 平方メートル | 平米 | ㎡ | m2 | m² | 平方㍍
    km2: 平方キロメートル | 平方キロ | km2 | km² | ㎢ | 平方㌔
    m3: 立方メートル | 立米 | ㎥ | m3 | m³
    ha: ヘクタール | ㌶ | ha
    mg: ミリグラム | mg
    g: グラム | ㌘ | g
    kg: キログラム | kg | ㎏ | ｋｇ
    t: トン | ㌧ | t
    l: リットル | ㍑ | L
    ml: ミリリットル | ml | mL
    kl: キロリットル | kl
    W: ワット | W
    kW: キロワット | kW
    MW: メガワット | 万kW | MW
    GW: ギガワット | GW
    kWh: キロワット時 | kWh
    V: ボルト | V
    Hz: ヘルツ | Hz
    kHz: キロヘルツ | kHz
    MHz: メガヘルツ | MHz
    GHz: ギガヘルツ | GHz
    KB: キロバイト | KB
    MB: メガバイト | MB
    GB: ギガバイト | GB
    TB: テラバイト | TB
    nm: ナノメートル | ナノ | nm
    °C: ℃ | °C | 摂氏度
    °F: ℉ | °F | 華氏度
    hPa: ヘクトパスカル | hPa
    km/h: キロメートル毎時 | km/h
    barrel: バレル
    carat: カラット
    bp: ベーシスポイント | bp
    x: 倍
    """
)

ENGLISH_UNITS = _table(
    """
    %: % | percent | per cent | pct
    point: percentage point | percentage points | point | points | pt | pts
    bp: basis point | basis points | bp | bps
    yen: yen
    dollar: dollar | dollars | US dollars | U.S. dollars | bucks
    euro: euro | euros
    pound: pounds sterling
    yuan: yuan | renminbi
    won: won
    franc: Swiss francs | francs
    rupee: rupees
    ruble: rubles | roubles
    baht: baht
    cent: cent | cents
    year: year | years | yr | yrs
    month: month | months
    week: week | weeks
    day: day | days
    hour: hour | hours | hr | hrs
    minute: minute | minutes | min | mins
    second: second | seconds | sec | secs
    mm: millimeter | millimeters | millimetre | millimetres | mm
    cm: centimeter | centimeters | centimetre | centimetres | cm
    m: meter | meters | metre | metres | m
    km: kilometer | kilometers | kilometre | kilometres | km
    mile: mile | miles
    foot: foot | feet | ft
    inch: inch | inches
    m2: square meter | square meters | square metre | square metres | square-meter | square-metre | sq m | m2 | m²
    km2: square kilometer | square kilometers | square kilometre | square kilometres | square-kilometer | square-kilometre | sq km | km2 | km²
    sq ft: square foot | square feet | square-foot | sq ft
    m3: cubic meter | cubic meters | cubic metre | cubic metres | cubic-meter | m3 | m³
    ha: hectare | hectares | ha
    acre: acre | acres
    mg: milligram | milligrams | mg
    g: gram | grams | g
    kg: kilogram | kilograms | kilo | kilos | kg
    t: ton | tons | tonne | tonnes | metric ton | metric tons
    lb: pound | pounds | lb | lbs
    l: liter | liters | litre | litres
    kl: kiloliter | kiloliters | kilolitres
    W: watt | watts
    kW: kilowatt | kilowatts | kW
    MW: megawatt | megawatts | MW
    GW: gigawatt | gigawatts | GW
    kWh: kilowatt-hour | kilowatt-hours | kWh
    V: volt | volts
    Hz: hertz | Hz
    kHz: kilohertz | kHz
    MHz: megahertz | MHz
    GHz: gigahertz | GHz
    KB: kilobyte | kilobytes | KB
    MB: megabyte | megabytes | MB
    GB: gigabyte | gigabytes | GB
    TB: terabyte | terabytes | TB
    nm: nanometer | nanometers | nm
    °C: degrees Celsius | °C | ℃
    °F: degrees Fahrenheit | °F | ℉
    hPa: hectopascals | hPa
    km/h: kilometers per hour | kph | km/h
    mph: miles per hour | mph
    barrel: barrel | barrels
    x: times as | times higher | times more | times larger | times greater | times faster | fold | -fold
    """
)

MEASURES = frozenset((*JAPANESE_UNITS.values(), *ENGLISH_UNITS.values()))
"""All canonical units."""

# Counters of the news, by the English nouns they may stand for, the most general first; `*` is any noun.
EQUIVALENTS: dict[str, tuple[str, ...]] = {
    counter: tuple(nouns.split())
    for counters, nouns in {
        "人 名 人前 氏": """person man woman child boy girl worker employee student pupil member official victim resident passenger
            patient suspect expert lawmaker soldier minister leader engineer teacher doctor staff player user customer visitor
            tourist voter candidate respondent participant refugee citizen reporter researcher defendant executive police officer""",
        "社": """company firm business bank manufacturer maker operator vendor organization enterprise corporation insurer subsidiary
            startup entity supplier retailer airline broadcaster publisher contractor provider developer newspaper""",
        "組織 団体 機関 法人": "organization group entity body institution agency association party company corporation",
        "カ国 か国 ヵ国 ヶ国 ケ国 箇国 国": "country nation state economy member",
        "カ国・地域 か国・地域 国・地域": "country nation economy region territory",
        "カ所 か所 ヵ所 ヶ所 ケ所 箇所 地点": "place location site spot point area facility",
        "件": "case incident item attack report complaint matter inquiry transaction application vulnerability request crime accident deal",
        "個 つ コ ヶ ケ": "*",
        "分野 業種 領域": "sector field area industry domain",
        "文書": "document paper",
        "通": "letter document email message mail",
        "台": "unit vehicle car machine device computer truck bus server camera",
        "本": "item bottle tree film book article video line flight column pillar match tower",
        "枚": "sheet photo picture ticket card page coin disc slide",
        "冊 部": "copy book volume",
        "棟": "building house structure",
        "戸 世帯 軒": "household home house family unit shop",
        "隻": "ship vessel boat submarine",
        "機": "aircraft plane jet drone fighter satellite",
        "頭 匹": "animal cow bear dog cat elephant horse pig deer cattle monkey wolf",
        "羽": "bird chicken rabbit duck hen",
        "校 大学": "school university college",
        "店 店舗": "store shop outlet restaurant branch",
        "議席 席": "seat",
        "票": "vote ballot",
        "語 単語": "word language",
        "文字 字": "character letter word",
        "行": "bank line",
        "省庁 省": "ministry agency",
        "都道府県 府県 県": "prefecture",
        "市町村 自治体 市 町 村 区": "municipality city town village ward government",
        "項目 点": "item point issue article work",
        "種類 種": "type kind species variety sort",
        "試合": "game match",
        "勝": "win victory",
        "敗": "loss defeat",
        "株": "share stock",
        "床": "bed",
        "室 部屋": "room",
        "階": "floor story",
        "段階": "stage level phase step",
        "柱": "pillar",
        "チーム": "team",
        "グループ": "group",
        "施設": "facility",
        "病院": "hospital",
        "銀行": "bank",
        "便": "flight service",
        "基": "unit reactor missile turbine dam",
        "発": "shot missile round bomb",
        "両": "car tank",
        "回 次": "time round meeting session game occasion",
        "度": "time degree occasion",
        "案": "proposal plan bill idea",
        "カ条 条": "article",
        "議案 法案 法": "bill law",
        "大臣": "minister",
        "曲": "song",
        "作 作品": "work film piece",
        "問": "question",
        "歩": "step",
        "杯": "cup glass",
        "着": "place suit",
        "色": "color",
        "世代": "generation",
        "機種 モデル 車種": "model",
        "事業 プロジェクト": "project",
        "事例": "case example",
        "拠点": "base hub site",
        "口": "unit account",
        "口座": "account",
        "路線": "line route",
        "駅": "station",
        "館": "museum hall library",
        "世紀": "century",
        "四半期": "quarter",
        "園": "park garden school",
    }.items()
    for counter in counters.split()
}  # fmt: skip
COUNTERS = frozenset(EQUIVALENTS)


def english_unit(unit: str, *, many: bool) -> str:
    """What *unit* says in English by itself: the most general noun of a counter; nothing for 個, which counts anything.

    A unit without a known noun comes back as it is.

    >>> english_unit("社", many=True), english_unit("year", many=False), english_unit("yen", many=True)
    ('companies', 'year', 'yen')
    """
    if unit in EQUIVALENTS:
        noun = EQUIVALENTS[unit][0]
        return "" if noun == "*" else plural(noun) if many else noun
    return f"{unit}s" if many and f"{unit}s" in ENGLISH_UNITS else unit


def units_agree(first: str, second: str) -> bool:
    """Whether two units may name the same things, in either language; no unit agrees with every counter.

    A pair of counters (社・組織) agrees when one of them does.

    >>> units_agree("社・組織", "organization"), units_agree("yen", "dollar"), units_agree("個", "apple")
    (True, False, True)
    """
    if first == second:
        return True
    if "キロ" in (first, second):
        return not _KILO.isdisjoint((first, second))
    counted = not (first in _MEASURED or second in _MEASURED)
    if not first or not second:
        return counted
    left, right = _meanings(first), _meanings(second)
    return counted and ("*" in left or "*" in right or not left.isdisjoint(right))


_KILO = frozenset(["km", "kg", "km/h"])  # of which キロ may be any
_MEASURED = frozenset(JAPANESE_UNITS.values()) | frozenset(ENGLISH_UNITS.values())


def _meanings(unit: str) -> frozenset[str]:
    if unit in EQUIVALENTS:
        return frozenset(EQUIVALENTS[unit])
    parts = unit.split("・")
    return frozenset().union(*(EQUIVALENTS.get(part, (part,)) for part in parts))
