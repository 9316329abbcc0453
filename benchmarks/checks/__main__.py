"""False alarms and recall of every check of a pair: `python -m benchmarks.checks`.

    python -m benchmarks.checks [--codes translation-lost-number,…] [--sets pud-a,tatoeba,terms] [--half tune|held] [--show]

First table: alarms per 1,000 translations made by people (`pud-a`, UD PUD first half, news and encyclopedias; `tatoeba`,
everyday sentences; `terms`, sentences with terms of glossaries/news that were written for this), in both directions,
and behind the slash those of them that are false. An alarm is true where judged.tsv says so: each of those was read, and
there the translation by people differs. Second table: errors planted in the same translations, one a pair, with fixed
seeds, and the share of them at which a rule of the right family gives a finding that it does not give about the
translation as it was. Rules may be mended on odd lines (tune) alone; the tables are over both halves, or over one.

Beside them stands what other checkers of translations do: `digit strings` compares the figures of both sides as
strings, as the checks of numbers in translation tools do.
"""

import argparse
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from benchmarks.checks import plant_meaning, plant_names, plant_numbers, plant_terms
from benchmarks.checks.planting import Planter, Sample
from benchmarks.checks.samples import SETS, judged, read_samples
from jaen.checks.passages import passage_of
from jaen.checks.rules import PAIR_RULES
from jaen.checks.subject import Found
from jaen.glossary import Glossary
from jaen.model import Pair
from jaen.terms import Matcher

PLANTERS = (*plant_numbers.PLANTERS, *plant_names.PLANTERS, *plant_terms.PLANTERS, *plant_meaning.PLANTERS)
DIGIT_STRINGS = "digit strings"
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def digit_strings_differ(pair: Pair) -> bool:
    """The baseline: are the figures of both sides the same strings?"""
    sides = (
        Counter(found.replace(",", "") for found in _FIGURES.findall(unicodedata.normalize("NFKC", text)))
        for text in (pair.source.text, pair.target.text)
    )
    return next(sides) != next(sides)


def findings(pair: Pair, codes: Collection[str]) -> list[tuple[str, Found]]:
    """(code, what was found) of the rules in *codes*, the baseline among them where it is asked for."""
    found = [(rule.code, one) for rule in PAIR_RULES if rule.code in codes for one in rule.check(pair)]
    if DIGIT_STRINGS in codes and digit_strings_differ(pair):
        found.append((DIGIT_STRINGS, Found(message="other figures")))
    return found


def alarms(samples: Sequence[Sample], codes: Sequence[str], show: int) -> None:
    """Print the table of alarms."""
    true = judged()
    groups: dict[tuple[str, str], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.set, sample.direction), []).append(sample)
    rows = {code: [0] * (2 * len(groups)) for code in codes}
    for column, group in enumerate(groups.values()):
        for sample in group:
            shown = set()
            for code, found in findings(sample.pair, codes):
                rows[code][2 * column] += code not in shown
                is_false = (sample.set, sample.number, code) not in true
                rows[code][2 * column + 1] += is_false and code not in shown
                shown.add(code)
                if show and is_false and code != DIGIT_STRINGS:
                    print(f"{code} {sample.set} {sample.number} {found.message}\n  {sample.source}\n  {sample.target}")
    print("Alarms / false alarms per 1,000 translations made by people")
    heads = [f"{name} {direction} ({len(of)})" for (name, direction), of in groups.items()]
    print(f"{'':28}" + "".join(f"{head:>28}" for head in heads))
    for code, counts in rows.items():
        cells = [
            f"{1000 * counts[2 * column] / len(of):.1f} / {1000 * counts[2 * column + 1] / len(of):.1f}"
            for column, of in enumerate(groups.values())
        ]
        print(f"{code:28}" + "".join(f"{cell:>28}" for cell in cells))


def recall(samples: Sequence[Sample], planters: Sequence[Planter], matcher: Matcher, show: int) -> None:
    """Print the table of planted errors."""
    print(f"\nPlanted errors found, in brackets by {DIGIT_STRINGS}")
    for planter in planters:
        codes = {*planter.codes, DIGIT_STRINGS}
        cells = []
        for direction in ("ja-en", "en-ja"):
            planted = seen = baseline = 0
            for sample in (one for one in samples if one.direction == direction):
                chances = random.Random(f"{planter.name} {sample.set} {sample.number} {direction}")
                broken = planter.plant(sample, chances)
                if broken is None or broken == sample.target:
                    continue
                planted += 1
                target = passage_of(broken, sample.pair.target.language, matcher)
                before = Counter((code, found.message) for code, found in findings(sample.pair, codes))
                after = Counter(
                    (code, found.message) for code, found in findings(replace(sample.pair, target=target), codes)
                )
                new = {code for code, _ in after - before}
                baseline += DIGIT_STRINGS in new
                seen += bool(new - {DIGIT_STRINGS})
                if show and not new - {DIGIT_STRINGS}:
                    print(f"missed: {planter.name} {sample.set} {sample.number}\n  {sample.source}\n  {broken}")
            most = max(planted, 1)
            cells.append(f"{direction} {100 * seen / most:5.1f} % of {planted:4} ({100 * baseline / most:5.1f} %)")
        print(f"{planter.name:40}" + "   ".join(cells))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--codes", help="only these rules, separated by commas")
    parser.add_argument("--sets", default=",".join(SETS), help="only these sets")
    parser.add_argument("--half", choices=("tune", "held"), help="only this half")
    parser.add_argument("--show", action="store_true", help="false alarms and missed errors, each with its pair")
    options = parser.parse_args()
    codes = options.codes.split(",") if options.codes else [*(rule.code for rule in PAIR_RULES), DIGIT_STRINGS]
    matcher = Glossary.load(plant_terms.GLOSSARY).matcher
    samples = [
        sample
        for name in options.sets.split(",")
        for sample in read_samples(name, matcher)
        if options.half in (None, sample.half)
    ]
    alarms(samples, codes, options.show)
    recall(samples, [one for one in PLANTERS if one.codes & set(codes)], matcher, options.show)


if __name__ == "__main__":
    main()
