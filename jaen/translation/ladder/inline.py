"""The term itself in the source: many models copy Latin words, and then the sentence around them is theirs."""

from collections.abc import Sequence

from jaen.translation.engines import Decoding, Model, Pair, Request
from jaen.translation.ladder.candidate import Candidate, Case, make
from jaen.translation.sentence import Rung, Sentence

__all__ = ["inlined"]


def inlined(model: Model, cases: Sequence[Case], decoding: Decoding) -> list[list[Candidate]]:
    """Candidates for each case, made from the source with what was missing written into it."""
    texts = [_written_in(case.sentence, case.best.missing) for case in cases]
    made = model.translate([Request(text) for text in texts], decoding)
    return [
        [
            make(case.sentence, h.text, Pair(text, h.text), h.score, dict.fromkeys(case.best.missing, Rung.INLINE))
            for h in hypotheses
        ]
        for case, text, hypotheses in zip(cases, texts, made, strict=True)
    ]


def _written_in(sentence: Sentence, missing: Sequence[int]) -> str:
    text, at = "", 0
    for index in missing:
        wanted = sentence.wanted[index]
        text += sentence.text[at : wanted.span.start] + wanted.requirement.write
        at = wanted.span.end
    return text + sentence.text[at:]
