"""A glossary of 100,000 concepts: what each thing that an editor does costs, and how that grows.

    python benchmarks/glossary_scale.py [CONCEPTS]

Glossaries of a quarter, half and all of CONCEPTS are made up: bodies, offices, laws and goods of towns that are none,
with readings, abbreviations, links, examples, forbidden and former terms, and the government's names of 2008 where
`../shared/data` is there. Each size runs in a process of its own, one step after the other. Seconds are CPU time; the
last column is the largest by the smallest, and 4 is linear.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

CONCEPTS = 100_000
NAMES = Path(__file__).parents[2] / "shared/data/names/government-names-2008.csv"

FIRST = [("青", "あお", "Ao"), ("白", "しろ", "Shiro"), ("黒", "くろ", "Kuro"), ("赤", "あか", "Aka"), ("大", "おお", "O"),
         ("小", "こ", "Ko"), ("高", "たか", "Taka"), ("長", "なが", "Naga"), ("深", "ふか", "Fuka"), ("北", "きた", "Kita"),
         ("西", "にし", "Nishi"), ("南", "みなみ", "Minami")]  # fmt: skip
SECOND = [("山", "やま", "yama"), ("川", "かわ", "kawa"), ("田", "た", "ta"), ("野", "の", "no"), ("島", "しま", "shima"),
          ("崎", "さき", "saki"), ("沢", "さわ", "sawa"), ("浜", "はま", "hama"), ("森", "もり", "mori"), ("谷", "たに", "tani"),
          ("原", "はら", "hara"), ("橋", "はし", "hashi")]  # fmt: skip
FIELDS = [("水産", "すいさん", "Fishery"), ("港湾", "こうわん", "Harbor"), ("道路", "どうろ", "Road"), ("教育", "きょういく", "Education"),
          ("医療", "いりょう", "Medical"), ("サイバー", "さいばー", "Cyber"), ("エネルギー", "えねるぎー", "Energy"),
          ("観光", "かんこう", "Tourism"), ("防災", "ぼうさい", "Disaster"), ("気象", "きしょう", "Weather"),
          ("金融", "きんゆう", "Finance"), ("通信", "つうしん", "Communications"), ("データ", "でーた", "Data"),
          ("農業", "のうぎょう", "Farming"), ("文化", "ぶんか", "Culture"), ("住宅", "じゅうたく", "Housing"),
          ("環境", "かんきょう", "Environment"), ("スポーツ", "すぽーつ", "Sports"), ("労働", "ろうどう", "Labor"),
          ("輸送", "ゆそう", "Transport"), ("宇宙", "うちゅう", "Space"), ("半導体", "はんどうたい", "Chip"),
          ("貿易", "ぼうえき", "Trade"), ("統計", "とうけい", "Statistics")]  # fmt: skip
KINDS = [("局", "きょく", "Bureau", "organization"), ("委員会", "いいんかい", "Commission", "organization"),
         ("研究所", "けんきゅうじょ", "Institute", "organization"), ("センター", "せんたー", "Center", "organization"),
         ("局長", "きょくちょう", "Bureau Chief", "role"), ("法", "ほう", "Act", "law"), ("基本計画", "きほんけいかく", "Basic Plan", "term"),
         ("会議", "かいぎ", "Conference", "event"), ("特区", "とっく", "Zone", "place"), ("システム", "しすてむ", "System", "product"),
         ("審議官", "しんぎかん", "Councilor", "role"), ("条例", "じょうれい", "Ordinance", "law"), ("協定", "きょうてい", "Accord", "law"),
         ("大会", "たいかい", "Convention", "event"), ("基金", "ききん", "Fund", "organization"), ("白書", "はくしょ", "White Paper", "term"),
         ("補助金", "ほじょきん", "Subsidy", "term"), ("指針", "ししん", "Guideline", "term"), ("監視網", "かんしもう", "Watch Network", "product"),
         ("本部", "ほんぶ", "Headquarters", "organization"), ("庁舎", "ちょうしゃ", "Hall", "place"), ("職員", "しょくいん", "Officer", "role"),
         ("条約", "じょうやく", "Treaty", "law"), ("課", "か", "Section", "organization"), ("港", "こう", "Port", "place"),
         ("賞", "しょう", "Prize", "event"), ("指数", "しすう", "Index", "term"), ("衛星", "えいせい", "Satellite", "product"),
         ("組合", "くみあい", "Union", "organization"), ("試験", "しけん", "Test", "event")]  # fmt: skip


def made_up() -> Iterator[tuple[str, str, str, str]]:
    """Japanese, reading, English, category; 103,680 that are all different."""
    for kind, kind_read, kind_english, category in KINDS:
        for field, field_read, field_english in FIELDS:
            for first, first_read, first_english in FIRST:
                for second, second_read, second_english in SECOND:
                    japanese = f"{first}{second}{field}{kind}"
                    reading = f"{first_read}{second_read}{field_read}{kind_read}"
                    yield japanese, reading, f"{first_english}{second_english} {field_english} {kind_english}", category


def entries(count: int) -> Iterator[tuple[str, str]]:
    """Id and text of *count* entries."""
    known = []
    if NAMES.is_file():
        with NAMES.open(encoding="utf-8-sig", newline="") as file:
            pairs = dict.fromkeys((row["Japanese"].strip(), row["English"].strip()) for row in csv.DictReader(file))
        known = [(japanese, "", english, "organization") for japanese, english in pairs if japanese and english]
    rows = [row for _, row in zip(range(count), [*known, *made_up()], strict=False)]
    for number, (japanese, reading, english, category) in enumerate(rows):
        lines = [f"category: {category}", f"domain: [d{number % 40}]", "terms:", f"- ja: {quoted(japanese)}"]
        if reading and number % 3:
            lines.append(f"  reading: {reading}")
        lines.append(f"- en: {quoted(english)}")
        if number % 5 == 0:
            lines += [f"- en: X{number}", "  type: abbreviation", "  status: admitted", "  use: after-first"]
        if number % 7 == 0:
            lines += [f"- en: {quoted('So-called ' + english)}", "  status: forbidden", "  note: a literal translation"]
        if number % 11 == 0:
            lines += [f"- ja: {quoted('旧' + japanese)}", "  status: former", "  valid: {to: '2019-03-31'}"]
        if number % 4 == 0:
            lines += [f"links: [{{related: c-{number // 2}}}]"]
        if number % 10 == 0:
            lines += ["examples:", f"- {{ja: {quoted(japanese + 'が決めた。')}, finds: [{quoted(japanese)}]}}"]
        lines.append("review: {state: approved, by: kn, on: '2026-08-01'}")
        yield f"c-{number}", "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class Clock:
    """CPU seconds of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], Any]) -> Any:
        """Run *work* as the step called *step*."""
        start = time.process_time()
        result = work()
        self.seconds[step] = time.process_time() - start
        return result


def run(folder: Path) -> dict[str, float]:
    """All steps on the glossary in *folder*."""
    from jaen.glossary import Glossary
    from jaen.glossary.changes import Change
    from jaen.glossary.exchange.formats import FORMATS
    from jaen.glossary.exchange.plan import plan_import
    from jaen.glossary.lint import lint
    from jaen.glossary.saving import GlossaryFolder
    from jaen.glossary.similar import similar
    from jaen.model import Term

    clock = Clock()
    clock.time("load, cold", lambda: Glossary.load(folder))
    time.sleep(2.1)  # until no file is so new that its time can't be trusted
    Glossary.load(folder)
    glossary = clock.time("load, from the cache", lambda: Glossary.load(folder))
    clock.time("search 港湾局, first", lambda: glossary.search("港湾局"))
    clock.time("search 港湾局", lambda: glossary.search("港湾局"))
    clock.time("search kowankyoku, first", lambda: glossary.search("kowankyoku"))
    clock.time("search kowankyoku", lambda: glossary.search("kowankyoku"))
    clock.time("search Fishary Buraeu (like), first", lambda: glossary.search("Fishary Buraeu"))
    clock.time("search Fishary Buraeu (like)", lambda: glossary.search("Fishary Buraeu"))
    new = [Term(text="青山港湾局庁", language="ja"), Term(text="Aoyama Harbour Bureau", language="en")]
    clock.time("near duplicates, first", lambda: similar(glossary, new))
    clock.time("near duplicates", lambda: similar(glossary, new))
    clock.time("lint", lambda: lint(glossary))
    sheet = clock.time("export to CSV", lambda: FORMATS["csv"].write(glossary.concepts)).data
    incoming = clock.time("read that CSV", lambda: FORMATS["csv"].read(sheet, "sheet.csv"))
    clock.time("plan its import", lambda: plan_import(glossary, incoming))
    before = glossary.concepts[0]
    change = Change(before, replace(before, note="changed"))
    clock.time("save one entry", lambda: GlossaryFolder(folder).save([change], "kn", "a note"))
    clock.time("load after that", lambda: Glossary.load(folder))
    return clock.seconds


def measured(count: int) -> dict[str, float]:
    """The steps with *count* concepts, in a fresh process and with a fresh cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "glossary")
        folder.mkdir()
        for concept_id, text in entries(count):
            (folder / f"{concept_id}.yaml").write_text(text, "utf-8")
        environment = os.environ | {"JAEN_CACHE": str(Path(name, "cache"))}
        command = [sys.executable, __file__, "--in", str(folder)]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def main() -> None:
    """Make the glossaries, run the steps, print the table."""
    if sys.argv[1:2] == ["--in"]:
        json.dump(run(Path(sys.argv[2])), sys.stdout)
        return
    largest = int(sys.argv[1]) if sys.argv[1:] else CONCEPTS
    sizes = [largest // 4, largest // 2, largest]
    tables = [measured(size) for size in sizes]
    print(f"{'CPU seconds':<38}" + "".join(f"{size:>10,}" for size in sizes) + f"{'growth':>9}")
    for step in tables[0]:
        times = [table[step] for table in tables]
        growth = f"{times[-1] / times[0]:>9.1f}" if times[0] > 0.002 else f"{'–':>9}"
        print(f"{step:<38}" + "".join(f"{one:>10.3f}" for one in times) + growth)


if __name__ == "__main__":
    main()
