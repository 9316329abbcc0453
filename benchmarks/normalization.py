"""Normalization speed beside NFKC, neologdn, jaconv and mojimoji, and what each makes of a few hard texts, in one run.

    python benchmarks/normalization.py [DATA]        default: ../shared/data (ud, parallel)

jaen also returns a map between the texts with each edit's rule; the peers return a string. `characters` are jaen's
rules for single characters (what NFKC does); `news` is the whole profile, which also types brackets and dashes; in
the pipeline those are known already and handed over, as in `news, marks given`. `NFKC by character` is what NFKC
costs when it must keep offsets, too.
Speed: times faster than NFKC on the same texts, median of the ratios of the same round. Documents are a hundred
sentences; NFKC returns a sentence that is already normalized after one look at it, which is why it is shown as well.
"""

import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from jaen.text.normalize import PROFILES, normalize

ROUNDS = 9
HARD = ("３～5日", "サ―バ―", "―来月は。", "脆弱（ぜいじゃく）性", "①②③", "ｶﾞｽ", "か\u3099", "㈱日本™", "葛\U000e0100城")
CHARACTER_RULES = tuple(rule for rule in PROFILES["news"] if rule not in ("dashes", "ruby", "line-breaks", "spaces"))

Normalizer = Callable[[str], object]


def by_character(text: str) -> tuple[str, list[int]]:
    out, offsets = [], []
    for at, char in enumerate(text):
        plain = unicodedata.normalize("NFKC", char)
        out.append(plain)
        offsets += [at] * len(plain)
    return "".join(out), offsets


def available() -> dict[str, Normalizer | None]:
    """Each tool; None when it is not installed."""
    tools: dict[str, Normalizer | None] = {
        "NFKC": lambda text: unicodedata.normalize("NFKC", text),
        "NFKC by character": by_character,
        "jaen characters": lambda text: normalize(text, CHARACTER_RULES).text,
        "jaen news": lambda text: normalize(text).text,
        "jaen news, marks given": lambda text: normalize(text, marks=()).text,
        "neologdn": None,
        "jaconv": None,
        "mojimoji": None,
    }
    try:
        import neologdn

        tools["neologdn"] = neologdn.normalize
    except ImportError:
        pass
    try:
        import jaconv

        tools["jaconv"] = jaconv.normalize
    except ImportError:
        pass
    try:
        import mojimoji

        tools["mojimoji"] = lambda text: mojimoji.zen_to_han(
            mojimoji.han_to_zen(text, digit=False, ascii=False), kana=False
        )
    except ImportError:
        pass
    return tools


def corpora(folder: Path) -> dict[str, list[str]]:
    """Texts by name: sentences as they are, and documents of a hundred of them."""
    gsd = (folder / "ud/ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in (folder / "parallel/pud-a.tsv").read_text(encoding="utf-8").splitlines()]
    daily = [line.split("\t") for line in (folder / "parallel/tatoeba.tsv").read_text(encoding="utf-8").splitlines()]
    sets = {"GSD": gsd, "PUD": [row[0] for row in pairs], "Tatoeba": [row[0] for row in daily]}
    found = {f"{name} documents": joined(lines, 100) for name, lines in sets.items()}
    return found | {f"{name} sentences": lines for name, lines in sets.items()}


def joined(lines: Sequence[str], size: int) -> list[str]:
    return ["".join(lines[at : at + size]) for at in range(0, len(lines), size)]


def seconds(tool: Normalizer, texts: Sequence[str]) -> float:
    start, passes = time.process_time(), 0
    while time.process_time() - start < 0.01:
        for text in texts:
            tool(text)
        passes += 1
    return (time.process_time() - start) / passes


def print_speed(tools: dict[str, Normalizer | None], texts: dict[str, list[str]]) -> None:
    times: dict[str, list[list[float]]] = {name: [] for name, tool in tools.items() if tool}
    for _ in range(ROUNDS):
        for name, rounds in times.items():
            rounds.append([seconds(tools[name], sample) for sample in texts.values()])  # type: ignore[arg-type]
    print(f"{'times NFKC':24}" + "".join(f"{name:>20}" for name in texts))
    changed = [sum(unicodedata.normalize("NFKC", text) != text for text in sample) for sample in texts.values()]
    print(
        f"{'texts NFKC changes':24}"
        + "".join(f"{n:>14} of {len(s)}" for n, s in zip(changed, texts.values(), strict=True))
    )
    for name, tool in tools.items():
        if tool is None:
            print(f"{name:24} not installed")
            continue
        pairs = zip(times["NFKC"], times[name], strict=True)
        ratios = [[reference / own for reference, own in zip(*pair, strict=True)] for pair in pairs]
        medians = [statistics.median(column) for column in zip(*ratios, strict=True)]
        print(f"{name:24}" + "".join(f"{value:19.2f}x" for value in medians))


def print_results(tools: dict[str, Normalizer | None]) -> None:
    for text in HARD:
        print(f"\n{text}")
        for name in ("jaen news", "NFKC", "neologdn", "jaconv", "mojimoji"):
            tool = tools[name]
            if tool:
                print(f"    {name:12}{tool(text)}")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent.parent / "shared/data"
    if not (folder / "ud").is_dir():
        sys.exit(f"{folder}: no folder ud in it; give the one that has ud and parallel")
    tools = available()
    print_speed(tools, corpora(folder))
    print_results(tools)


if __name__ == "__main__":
    main()
