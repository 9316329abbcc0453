"""Two models one after the other, through a language between: zh → en → ja."""

from collections.abc import Sequence

from jaen.translation.engines.engine import Decoding, Hypothesis, Model, Request

__all__ = ["Chain"]

MIDDLES = 2  # translations into the language between that are followed, where several hypotheses are wanted


class Chain:
    """A plain `Model` of two: what the first one writes, the second one translates.

    It can't be steered: words required in the target say nothing to the first model.

    Args:
        first, second: `first.target` is `second.source`.
    """

    def __init__(self, first: Model, second: Model) -> None:
        self._first = first
        self._second = second
        self.engine = first.engine
        self.identity = f"{first.identity} > {second.identity}"
        self.source = first.source
        self.target = second.target

    def fits(self, text: str) -> bool:
        """True when the first model can take *text* in one piece."""
        return self._first.fits(text)

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Hypotheses for each request, best first: those of the most probable way, both models counting alike."""
        first = Decoding(decoding.beam, min(MIDDLES, decoding.best), decoding.length_penalty, decoding.no_repeat)
        middles = self._first.translate([Request(request.text) for request in requests], first)
        ways = [(n, middle) for n, of_request in enumerate(middles) for middle in of_request if middle.text.strip()]
        ends = self._second.translate([Request(middle.text) for _, middle in ways], decoding)
        found: list[list[Hypothesis]] = [[] for _ in requests]
        for (n, middle), of_middle in zip(ways, ends, strict=True):
            found[n] += [Hypothesis(end.text, (middle.score + end.score) / 2) for end in of_middle]
        return [_best(of_request, decoding.best) for of_request in found]


def _best(hypotheses: Sequence[Hypothesis], wanted: int) -> tuple[Hypothesis, ...]:
    """The likeliest, each text once."""
    texts: dict[str, Hypothesis] = {}
    for hypothesis in sorted(hypotheses, key=lambda one: -one.score):
        texts.setdefault(hypothesis.text, hypothesis)
    return tuple(texts.values())[:wanted]
