"""Carriers: common words that stand in for a term on its way through the model.

A model that has never seen ミュトス knows トム. So トム goes into the source in its place, and Tom is exchanged for Mythos in
the translation; the model has written around Tom what grammar asks for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jaen.model import Span
from jaen.translation.engines import Decoding, Model, Pair, Request
from jaen.translation.ladder.candidate import Candidate, Case, make
from jaen.translation.ladder.putting import put
from jaen.translation.requirements import Kind
from jaen.translation.sentence import Rung, Sentence

__all__ = ["Carrier", "carried", "carriers", "find_carrier"]

# Kinds without carriers of their own, and those that serve when a kind's own do not come through a model.
_SERVES = {
    Kind.NAME: (Kind.NAME,),
    Kind.INSTITUTION: (Kind.INSTITUTION, Kind.NAME),
    Kind.NOUN: (Kind.NOUN, Kind.MASS),
    Kind.MASS: (Kind.MASS, Kind.NOUN),
    Kind.TITLE: (Kind.TITLE, Kind.NAME),
    Kind.VERBATIM: (Kind.NAME,),
    Kind.NUMBER: (),  # a common word would change the grammar of what is counted
    Kind.VERB: (),  # carriers are nouns
}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A word that a model is expected to render as one certain word."""

    kind: Kind
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A source with carriers in it, by the index of the requirement that each stands for."""

    text: str
    carried: Mapping[int, Carrier]


@lru_cache(maxsize=4)
def carriers(source: str, target: str) -> tuple[Carrier, ...]:
    """The carriers from one language to another; none for a language that the list does not have."""
    lines = files("jaen.translation.ladder").joinpath("carriers.tsv").read_text("utf-8").splitlines()
    columns = lines[0].split("\t")
    if source not in columns or target not in columns:
        return ()
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
    return tuple(Carrier(Kind(row["kind"]), row[source], row[target]) for row in rows)


def carried(
    model: Model, cases: Sequence[Case], known: Sequence[Carrier], attempts: int, decoding: Decoding
) -> list[list[Candidate]]:
    """Candidates for each case, in which carriers have brought what was missing.

    Args:
        model: that translates.
        cases: that miss something.
        known: carriers that come through this model.
        attempts: with so many different carriers for each case.
        decoding: with as many hypotheses for each attempt as are wanted.
    """
    loads = [
        (number, loaded)
        for number, case in enumerate(cases)
        for attempt in range(attempts)
        if (loaded := _load(case.sentence, case.best.missing, known, attempt, model.target))
    ]
    found: list[list[Candidate]] = [[] for _ in cases]
    made = model.translate([Request(loaded.text) for _, loaded in loads], decoding)
    for (number, loaded), hypotheses in zip(loads, made, strict=True):
        sentence = cases[number].sentence
        for hypothesis in hypotheses:
            text = _exchanged(hypothesis.text, sentence, loaded.carried)
            brought = dict.fromkeys(loaded.carried, Rung.CARRIER)
            basis = Pair(loaded.text, hypothesis.text)
            found[number].append(make(sentence, text, basis, hypothesis.score, brought))
    return found


def _load(
    sentence: Sentence, missing: Iterable[int], known: Sequence[Carrier], attempt: int, language: str
) -> _Loaded | None:
    """Put a carrier in the place of each missing term that has one; another attempt takes others."""
    free = [carrier for carrier in known if carrier.source not in sentence.text]
    taken_words = "\n".join({wanted.requirement.write for wanted in sentence.wanted})
    # Rather no word of a term that the model may write by itself: Japan in Bank of Japan.
    free.sort(key=lambda carrier: bool(find_carrier(carrier, taken_words, language)))
    chosen: dict[int, Carrier] = {}
    for index in missing:
        if not free:
            break
        kinds = _SERVES[sentence.wanted[index].requirement.kind]
        fitting = sorted((c for c in free if c.kind in kinds), key=lambda carrier: kinds.index(carrier.kind))
        if fitting:
            carrier = fitting[attempt % len(fitting)]
            chosen[index] = carrier
            free = [other for other in free if other.target != carrier.target]
    if not chosen:
        return None
    text, at = "", 0
    for index, carrier in sorted(chosen.items()):
        span = sentence.wanted[index].span
        text += sentence.text[at : span.start] + carrier.source
        at = span.end
    return _Loaded(text + sentence.text[at:], chosen)


def _exchanged(text: str, sentence: Sentence, carried: Mapping[int, Carrier]) -> str:
    """*text* with the terms wherever their carriers came out.

    From the last to the first: a term that is there already is no place to look for Tokyo in (Tokyo Stock Exchange).
    """
    end = len(text)
    while True:
        found = [
            (*place, index)
            for index, carrier in carried.items()
            for place in find_carrier(carrier, text[:end], sentence.wanted[index].requirement.language)[-1:]
        ]
        if not found:
            return text
        span, is_plural, index = max(found)
        text, place = put(text, span, sentence.wanted[index].requirement, is_plural)
        end = place.start


def find_carrier(carrier: Carrier, text: str, language: str) -> list[tuple[Span, bool]]:
    """Where a carrier stands in a translation, and whether in the plural."""
    if language != "en":
        return [(Span(*match.span()), False) for match in re.finditer(re.escape(carrier.target), text)]
    endings = "" if carrier.kind is Kind.NAME else "(e?s)?"
    pattern = re.compile(rf"\b{re.escape(carrier.target)}{endings}\b", 0 if not endings else re.IGNORECASE)
    return [(Span(*match.span()), bool(endings and match[1])) for match in pattern.finditer(text)]
