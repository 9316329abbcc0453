"""From the gentlest to the roughest way of getting required words into a translation.

It works with any model, trained for terms or not. Each rung takes all sentences that still miss something in one batch;
what it makes is looked at for every required word, and a sentence leaves at the first rung that gives one with all of
them. Of several such, the model itself says which it finds most fluent outside the terms.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from jaen.translation.engines import Decoding, Model, Pair, Request, SteeredModel
from jaen.translation.ladder.calibration import Calibration, calibrate
from jaen.translation.ladder.candidate import Candidate, Case, is_spaced, make
from jaen.translation.ladder.carriers import carried
from jaen.translation.ladder.forcing import forced
from jaen.translation.ladder.inline import inlined
from jaen.translation.ladder.ranking import chosen
from jaen.translation.ladder.splicing import appended, spliced
from jaen.translation.sentence import Rendering, Sentence

__all__ = ["Ladder"]

BEAM = 4  # where a term is wanted; elsewhere half of it gives as good a translation (benchmarks/README.md)
BEST = 4  # hypotheses of the plain translation that are looked through for the terms
CARRIED = 2  # hypotheses for each set of carriers
ATTEMPTS = 3  # sets of carriers; one with a server, where each costs a request
# A model that was led off its way likes to go in circles: no three pieces twice, and not too long a search.
LED = Decoding(beam=2, no_repeat=3)

_WORD = re.compile(r"[^\W_]")

Rungs = Callable[[Sequence[Case]], list[list[Candidate]]]


class Ladder:
    """Renders sentences with one model.

    Args:
        model: that translates.
    """

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def calibration(self) -> Calibration:
        """What the model can be trusted with; found out when a term is missing for the first time."""
        return calibrate(self.model)

    def render(self, sentences: Sequence[Sentence], decoding: Decoding) -> list[Rendering]:
        """A rendering of each sentence, in their order.

        Every requirement is met in each that the engine has given words for; else the text is "".

        Raises:
            EngineError: the engine failed.
        """
        pools = self._plain(sentences, decoding)
        for rung in self._rungs(decoding):
            waiting = [number for number, pool in enumerate(pools) if pool and all(c.missing for c in pool)]
            if not waiting:
                break
            cases = [self._case(sentences[number], pools[number]) for number in waiting]
            for number, candidates in zip(waiting, rung(cases), strict=True):
                pools[number] += candidates
        answered = [number for number, pool in enumerate(pools) if pool]
        best = chosen(self.model, [sentences[number] for number in answered], [pools[number] for number in answered])
        renderings = [Rendering("", (None,) * len(sentence.wanted)) for sentence in sentences]
        for number, candidate in zip(answered, best, strict=True):
            renderings[number] = Rendering(candidate.text, candidate.placed)
        return renderings

    def _plain(self, sentences: Sequence[Sentence], decoding: Decoding) -> list[list[Candidate]]:
        """What the model makes of each sentence by itself: several where terms are wanted, else one.

        A server is asked for all in one way, and so in one go.
        """
        many = replace(_wide(decoding), best=BEST)
        ways: dict[Decoding, list[int]] = {}
        for number, sentence in enumerate(sentences):
            is_free = not sentence.wanted and isinstance(self.model, SteeredModel)
            ways.setdefault(decoding if is_free else many, []).append(number)
        pools: list[list[Candidate]] = [[] for _ in sentences]
        for way, numbers in ways.items():
            made = self.model.translate([_request(sentences[number]) for number in numbers], way)
            for number, hypotheses in zip(numbers, made, strict=True):
                sentence = sentences[number]
                wanted = hypotheses if sentence.wanted else hypotheses[:1]
                pools[number] = [
                    make(sentence, h.text, Pair(sentence.text, h.text), h.score, {})
                    for h in wanted
                    if _WORD.search(h.text)  # terms behind a blank or a full stop are no translation
                ]
        return pools

    def _rungs(self, decoding: Decoding) -> list[Rungs]:
        model = self.model
        if not isinstance(model, SteeredModel):
            return [self._inlined(decoding), self._carried(decoding, 1), _appended]
        steered = model
        return [
            self._inlined(_wide(decoding)),
            self._carried(_wide(decoding), ATTEMPTS),
            lambda cases: _both(forced(steered, cases, LED), spliced(steered, cases)),
            _appended,
        ]

    def _inlined(self, decoding: Decoding) -> Rungs:
        def rung(cases: Sequence[Case]) -> list[list[Candidate]]:
            return inlined(self.model, cases, decoding) if self.calibration.copies else [[] for _ in cases]

        return rung

    def _carried(self, decoding: Decoding, attempts: int) -> Rungs:
        wide = replace(decoding, best=CARRIED)
        return lambda cases: carried(self.model, cases, self.calibration.carriers, attempts, wide)

    def _case(self, sentence: Sentence, pool: Sequence[Candidate]) -> Case:
        best = min(pool, key=lambda candidate: (len(candidate.missing), -candidate.fluency))
        return Case(sentence, best, is_spaced(self.model.target))


def _wide(decoding: Decoding) -> Decoding:
    return replace(decoding, beam=max(BEAM, decoding.beam))


def _request(sentence: Sentence) -> Request:
    """What is asked of the model; an engine that can be told of terms is told."""
    return Request(
        sentence.text, terms=tuple((one.span.of(sentence.text), one.requirement.write) for one in sentence.wanted)
    )


def _both(first: list[list[Candidate]], second: list[list[Candidate]]) -> list[list[Candidate]]:
    return [[*one, *other] for one, other in zip(first, second, strict=True)]


def _appended(cases: Sequence[Case]) -> list[list[Candidate]]:
    return [[appended(case)] for case in cases]
