"""Ways of getting required terms into a translation, side by side, one table for each test set.

    python -m benchmarks.translation [--sets made-up,news] [--methods plain,ladder] [--half tune|held|all] [--show 10]

The model is the small one of the tests, or with `--installed` the Argos package that is installed for Japanese to
English. Each method runs in a process of its own; a method whose library is missing is a row that says so.

    exact, by form   share of the required terms that stand in the translation letter by letter / as they are or inflected
    consistent       of the terms required more than once, the share that stand in every one of their translations
    chrF, outside    chrF of the whole, and of what is left when the terms are cut out of translation and reference
    tune, held       the same two for either half of the set
    faulty           share of translations in which jaen's guards see something wrong (empty, looping, a number lost …)
    rungs            how the terms that are met came in: plain, inline, carrier, forced, splice or append
    seconds, ×       for the whole set, the model being loaded; CPU time as a multiple of `plain`
    MB               the most memory the process ever held
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

from benchmarks.translation.children import Environment, answer, ask, environment
from benchmarks.translation.methods import METHODS, Made, run
from benchmarks.translation.scores import places_in, score, signatures
from benchmarks.translation.sets import SETS, Item, build, in_half
from jaen.api import split
from jaen.translation.guards import Source

RUNGS = ("plain", "inline", "carrier", "forced", "splice", "append")
HEAD = (
    *("method", "exact", "by form", "consistent", "chrF", "outside", "tune", "held", "BLEU", "faulty"),
    *("rungs " + "/".join(RUNGS), "seconds", "×", "MB"),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a method made of the sets, or why it could not."""

    made: dict[str, Made]
    megabytes: float
    missing: str


def main() -> None:
    """Parse, run each method in a child, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.translation", description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--methods", default=",".join(METHODS))
    parser.add_argument("--half", default="all", choices=("tune", "held", "all"))
    parser.add_argument("--rounds", type=int, default=1, help="time is the best of so many")
    parser.add_argument(
        "--show", type=int, default=0, help="print so many of the worst translations of the last method"
    )
    parser.add_argument("--installed", action="store_true", help="with the installed package, not that of the tests")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    sets = {name: [i for i in build(name) if in_half(i, options.half)] for name in options.sets.split(",")}
    methods = options.methods.split(",")
    if options.child:
        run_all = {name: partial(run, methods[0], items, options.rounds) for name, items in sets.items()}
        answer(lambda: {"made": {name: asdict(make()) for name, make in run_all.items()}})
        return
    results = {}
    with environment(installed=options.installed) as variables:
        for method in methods:
            print(f"{method} …", file=sys.stderr, flush=True)
            results[method] = _result(method, options, variables)
    for name, items in sets.items():
        print(f"\n## {name}: {len(items)} sentences ({options.half}), {sum(len(i.terms) for i in items)} terms\n")
        print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
        for method, result in results.items():
            print("| " + " | ".join((method, *_row(name, items, result, results.get("plain")))) + " |")
        if options.show and name in results[methods[-1]].made:
            _show(items, results[methods[-1]].made[name], options.show)
    print("\n" + "\n".join(signatures()))


def _result(method: str, options: argparse.Namespace, variables: Environment) -> Result:
    arguments = ["--methods", method, "--sets", options.sets, "--half", options.half, "--rounds", str(options.rounds)]
    said = ask("__main__", arguments, variables)
    if "missing" in said:
        return Result({}, 0, said["missing"])
    return Result({name: Made(**made) for name, made in said["made"].items()}, said["megabytes"], "")


def _row(name: str, items: Sequence[Item], result: Result, plain: Result | None) -> list[str]:
    if name not in result.made:
        return [result.missing, *[""] * (len(HEAD) - 2)]
    made = result.made[name]
    whole = score(items, made.outputs)
    halves = []
    for half in ("tune", "held"):
        chosen = [number for number, item in enumerate(items) if in_half(item, half)]
        part = score([items[n] for n in chosen], [made.outputs[n] for n in chosen]) if chosen else None
        halves.append(f"{part.chrf:.1f} / {part.chrf_outside:.1f}" if part else "–")
    came = Counter(rung for rungs in made.rungs for rung in rungs)
    total = sum(came.values())
    ratio = made.cpu / plain.made[name].cpu if plain and name in plain.made else 0
    return [
        *(f"{share:.1%}" for share in (whole.exact, whole.by_form, whole.consistent)),
        f"{whole.chrf:.1f}",
        f"{whole.chrf_outside:.1f}",
        *halves,
        f"{whole.bleu:.1f}",
        f"{_faulty(items, made.outputs):.1%}",
        " / ".join(f"{came[rung] / total:.0%}" for rung in RUNGS) if total else "–",
        f"{made.wall:.1f}",
        f"{ratio:.1f}" if ratio else "–",
        f"{result.megabytes:.0f}",
    ]


def _faulty(items: Sequence[Item], outputs: Sequence[str]) -> float:
    """Share of translations that the guards find fault with, of the sentences that are one segment."""
    found = []
    for item, output in zip(items, outputs, strict=True):
        segments = split(item.source)
        if len(segments) == 1:
            places = [place for place in places_in(item, output) if place]
            found.append(bool(Source.of(segments[0]).faults(output, "en", places)))
    return sum(found) / len(found) if found else 0.0


def _show(items: Sequence[Item], made: Made, count: int) -> None:
    """The translations that are least like their references."""
    worst = sorted(range(len(items)), key=lambda n: score([items[n]], [made.outputs[n]]).chrf)[:count]
    for number in worst:
        item = items[number]
        terms = ", ".join(f"{t.source.of(item.source)}={t.write} ({t.kind})" for t in item.terms)
        print(f"\n{item.source}\n  wanted: {item.reference}\n  made:   {made.outputs[number]}")
        print(f"  terms:  {terms}; came by {', '.join(made.rungs[number]) or '–'}")


if __name__ == "__main__":
    main()
