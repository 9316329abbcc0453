"""From the gentlest to the roughest way of getting required words into a translation."""

from collections.abc import Sequence

from jaen.translation.engines import Decoding, Model, Request
from jaen.translation.requirements import place_all
from jaen.translation.sentence import Placed, Rendering, Rung, Sentence

__all__ = ["Ladder"]


class Ladder:
    """Renders sentences with one model.

    Args:
        model: that translates.
    """

    def __init__(self, model: Model) -> None:
        self.model = model

    def render(self, sentences: Sequence[Sentence], decoding: Decoding = Decoding()) -> list[Rendering]:  # noqa: B008
        """A rendering of each sentence, with every requirement met where the model lets itself be led."""
        requests = [
            Request(s.text, terms=tuple((w.span.of(s.text), w.requirement.write) for w in s.wanted)) for s in sentences
        ]
        return [
            self._best(sentence, hypotheses[0].text if hypotheses else "", hypotheses[0].score if hypotheses else 0.0)
            for sentence, hypotheses in zip(sentences, self.model.translate(requests, decoding), strict=True)
        ]

    def _best(self, sentence: Sentence, text: str, score: float) -> Rendering:
        places = place_all([wanted.requirement for wanted in sentence.wanted], text)
        return Rendering(text, tuple(Placed(place, Rung.PLAIN) if place else None for place in places), score)
