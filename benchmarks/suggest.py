"""Suggestions, judged: `python benchmarks/suggest.py`.

Names: pairs of katakana and Latin names (NETransliteration-COLING2018). The rules and the threshold were chosen on the
first 1,000 of a fixed shuffle, the figures are of the other 2,000. Top-1 of 50 is the share of katakana names that are
more like their own Latin form than like 49 others. Mutual best match takes 20 and 20 names of which 10 are shared: of
the pairs over the threshold that are each other's best, the share that is right, and of the shared names, the share
found. Beside them what one would write first: Hepburn and the same ratio, nothing folded, at a threshold of its own: the
lowest that has a precision of 0.97 on the 1,000.

Scale: 250, 500 and 1,000 articles of random PUD pairs, with names of the list put in; CPU seconds of this process.

Suggestions: the first 20 of the articles in `../shared/seeds` and of `examples`, the first 40 of the PUD pairs (each
pair an article), with an empty glossary. Judged by hand, by one person: + is a whole term or name worth an entry and,
of a pair, the same thing in both languages; - is anything else, also a pair that is right and too common to need an
entry. PUD again as documents, one in each language: the pairs that only aligned sentences show. What the lists below do not have counts as wrong and is printed.
"""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from jaen.glossary.suggest import Suggestion, suggest
from jaen.model import Article
from jaen.reading import Failed, read_paths
from jaen.words.readings import romanize
from jaen.words.similarity import likeness
from jaen.words.transliteration import THRESHOLD, name_similarity

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TUNED = 1000
DRAWS = 150  # of 20 and 20 names
Pair = tuple[str, str]
Score = Callable[[str, str], float]

SEEDS = """
+ ミュトス = Mythos
+ 人工知能 = AI
+ アンソロピック = Anthropic
+ Mitsubishi UFJ Financial Group = MUFG
+ Sumitomo Mitsui Financial Group = SMBC
+ 国家サイバー統括室 = NCO
+ 国家安全保障局 = NSS
+ 飯田陽一 = Yoichi Iida
+ ビッグテック = Big Tech
+ クロード・ミュトス = Claude Mythos
+ 内閣サイバー官 = National Cyber Director
+ サイバーセキュリティー = Cyber Security
- インフラ = infrastructure
+ AI Security Institute
+ Mizuho Financial Group
+ G7 Finance Ministers and Central Bank Governors Meeting
+ Bank of Japan
+ Financial Services Agency
+ Dario Amodei
+ Finance Ministry
"""
EXAMPLES = """
+ 国家サイバー統括室 = National Cybersecurity Office = NCO
+ アンソロピック = Anthropic
+ クロード・ミュトス = Claude Mythos
+ 人工知能 = AI
+ 監視センター = SOC
- AIモデル = AI model
+ メガバンク = megabank
+ 金融庁
+ 経済産業省
+ 佐久間玲子 = Ryoko Sakuma
- サイバー = cyber
+ 暗号資産
+ Financial Services Agency
+ 重要インフラ
+ サイバー演習
+ 制御機器
- 監視体制
+ 脆弱性
+ 内閣サイバーセキュリティセンター = NISC
- 地域共同センター = RCC
+ 地域金融サイバー監視センター = RCC
+ 倉田恵美 = Emi Kurata
+ 飯田陽一 = Yoichi Iida
+ 内閣サイバー官 = National Cyber Director
+ 事業者 = operator
+ 松本尚 = Hisashi Matsumoto
- サイバーセキュリティセンター = Cyber Security Center
- 防御試験
+ NISC
"""
PUD = """
+ ドナルド・トランプ = Donald Trump
+ トランプ = Trump
+ ダネヴェルク = Danevirke
+ クリントン = Clinton
+ ワシントン = Washington
+ アルプス = Alps
+ クリストファー・コロンブス = Christopher Columbus
+ オンタリオ = Ontario
+ カメルーン = Cameroun
+ アラスカ = Alaska
+ カンザス = Kansas
+ クライン = Klein
+ コットン = Cotton
+ サハラ = Sahara
+ リチャード = Richard
+ ロンドン = London
+ ナイル = Nile
+ ブリスベン = Brisbane
+ パプアニューギニア = Papua New Guinea
+ ノースカロライナ = North Carolina
+ モラビア = Moravia
+ アボッツフォード = Abbotsford
+ アンディ = Andy
+ カレル = Karel
+ サーミ = Sami
+ タルロ = Tarlo
+ マイリス = Mailis
- モイミール = Mojmír I
+ ジャティング = Jutting
+ ピュー = Pugh
+ セーガル = Seagal
+ サヘル = Sahel
+ インディアナ = Indiana
+ オバマ = Obama
+ カイロ = Cairo
+ カムチャッカ = Kamchatka
+ カリブス = Caribs
+ カーソン = Carson
+ クライド = Clyde
+ クリミア = Crimea
+ カリブ海 = Caribbean Sea
- ソーシャルメディア = social media
"""
# Of all documents; what only aligned sentences show.
DOCUMENTS = """
+ パリ協定 = Paris Agreement
+ プレミアム社債 = Premium Bonds
+ 砂塵嵐 = dust storm
+ カリブ海 = Caribbean Sea
+ 業績給 = performance pay
+ 投資家 = investor
- 研究者 = researcher
- 消費者 = consumer
- 電子メール = email
"""


def name_pairs() -> list[Pair]:
    """(katakana, Latin) in a fixed shuffle; the first `TUNED` were used for tuning."""
    path = SHARED / "data" / "names" / "katakana-latin-dev.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    pairs = [(katakana.replace(" ", ""), latin) for latin, katakana, _ in rows]
    random.Random(0).shuffle(pairs)
    return pairs


def plain(katakana: str, latin: str) -> float:
    """Hepburn and the ratio of equal characters."""
    return likeness(romanize(katakana), latin)


def top_one(pairs: Sequence[Pair], score: Score) -> float:
    """Share of names nearest to their own among fifty."""
    draw = random.Random(1)
    hits = 0
    for katakana, latin in pairs:
        others: set[str] = set()
        while len(others) < 49:
            other = draw.choice(pairs)[1]
            others |= {other} - {latin}
        hits += score(katakana, latin) > max(score(katakana, other) for other in others)
    return hits / len(pairs)


def mutual_best(pairs: Sequence[Pair], score: Score, threshold: float) -> tuple[float, float]:
    """Precision and recall of pairs that are each other's best."""
    draw = random.Random(1)
    proposed = right = 0
    for _ in range(DRAWS):
        sample = draw.sample(pairs, 30)
        japanese, english = sample[:20], sample[10:]
        table = [[score(katakana, latin) for _, latin in english] for katakana, _ in japanese]
        for row, (_, own) in enumerate(japanese):
            best = max(range(20), key=lambda column: table[row][column])
            if table[row][best] >= threshold and row == max(range(20), key=lambda one: table[one][best]):
                proposed += 1
                right += english[best][1] == own
    return right / max(1, proposed), right / (DRAWS * 10)


def fair_threshold(pairs: Sequence[Pair], score: Score) -> float:
    """The lowest threshold with a precision of 0.97."""
    return next(float(one) for one in range(30, 101) if mutual_best(pairs, score, one)[0] >= 0.97)


def scale(count: int, pairs: Sequence[Pair]) -> tuple[int, float]:
    """Characters of *count* articles, half of them in both languages, and the CPU seconds they take."""
    draw = random.Random(1)
    rows = [one.text.strip().split("\n\n") for one in pud()]
    made = []
    for number in range(count):
        chosen, named = draw.sample(rows, 12), draw.sample(pairs, 6)
        japanese = "\n".join([row[0] for row in chosen] + [f"{katakana}氏は述べた。" for katakana, _ in named])
        english = "\n".join(
            [row[1] for row in chosen] + [f"It was said by Mr. {one.title()} today." for _, one in named]
        )
        text = f"{japanese}\n\n{english}\n" if number % 2 else (japanese, english)[number % 4 // 2]
        made.append(Article(id=str(number), text=text, source=str(number), encoding="utf-8", sha256=""))
    start = time.process_time()
    suggest(made)
    return sum(len(one.text) for one in made), time.process_time() - start


def pud() -> list[Article]:
    """Each pair as an article in both languages."""
    lines = (SHARED / "data" / "parallel" / "pud-a.tsv").read_text("utf-8").splitlines()
    texts = [line.replace("\t", "\n\n") + "\n" for line in lines]
    return [
        Article(id=str(number), text=text, source=f"pud:{number}", encoding="utf-8", sha256="")
        for number, text in enumerate(texts)
    ]


def pud_documents() -> list[Article]:
    """PUD cut into documents of 25 sentences, each as an article in Japanese and one in English."""
    rows = [
        line.split("\t")[:2] for line in (SHARED / "data" / "parallel" / "pud-a.tsv").read_text("utf-8").splitlines()
    ]
    made = []
    for start in range(0, len(rows), 25):
        for language, side in (("ja", 0), ("en", 1)):
            text = "\n\n".join(row[side] for row in rows[start : start + 25]) + "\n"
            name = f"pud:{start}:{language}"
            made.append(Article(id=name, text=text, source=name, encoding="utf-8", sha256=""))
    return made


def articles(folder: Path) -> list[Article]:
    """The articles of a folder."""
    return [one for one in read_paths([str(folder)]) if not isinstance(one, Failed)]


def judged(found: Iterable[Suggestion], judgments: str, first: int) -> str:
    """Right of how many, and what nobody has judged."""
    signs = {line[2:]: line[0] for line in judgments.strip().splitlines()}
    names = [" = ".join(term.text for term in one.terms) for one in found][:first]
    right = sum(signs.get(name) == "+" for name in names)
    unknown = [name for name in names if name not in signs]
    return f"{right}/{len(names)} = {right / len(names):.2f}" + (f"; not judged: {unknown}" if unknown else "")


def main() -> None:
    """Print the tables."""
    if (SHARED / "data" / "names").is_dir():
        tuned, pairs = name_pairs()[:TUNED], name_pairs()[TUNED:]
        print(f"{len(pairs)} names                 top-1 of 50   mutual best: precision   recall   threshold")
        for title, score, threshold in (
            ("jaen", name_similarity, THRESHOLD),
            ("Hepburn, plain ratio", plain, fair_threshold(tuned, plain)),
        ):
            precision, recall = mutual_best(pairs, score, threshold)
            row = f"{top_one(pairs, score):>11.3f} {precision:>24.3f} {recall:>8.3f} {threshold:>11.0f}"
            print(f"{title:<24} {row}")
    sets = [("examples", ROOT / "examples", EXAMPLES, 20), ("seeds", SHARED / "seeds", SEEDS, 20)]
    for title, folder, judgments, first in sets:
        if folder.is_dir():
            print(f"{title}: first {first}, right: {judged(suggest(articles(folder)), judgments, first)}")
    if (SHARED / "data" / "parallel").is_dir():
        start = time.process_time()
        found = suggest(pud())
        taken = time.process_time() - start
        print(
            f"PUD: first 40, right: {judged(found, PUD, 40)}; {len(found)} suggestions, 500 articles in {taken:.1f} s"
        )

        found = suggest(pud_documents())
        only = [one for one in found if {reason.kind for reason in one.reasons} == {"aligned"}]
        pairs = sum(one.is_pair for one in found)
        print(
            f"PUD documents: {pairs} pairs; {len(only)} only by aligned sentences, right: {judged(only, DOCUMENTS, len(only))}"
        )

        for count in (250, 500, 1000):
            size, seconds = scale(count, name_pairs())
            print(f"scale: {count} articles, {size:,} characters: {seconds:.1f} s")


if __name__ == "__main__":
    main()
