"""A model on this machine: CTranslate2 for the network, SentencePiece for the words."""

from collections.abc import Sequence
from pathlib import Path

from jaen.translation.engines.decoder import Decoder
from jaen.translation.engines.engine import Decoding, Hypothesis, Look, Measured, Pair, Request, Weight
from jaen.translation.engines.pieces import Piece, Pieces

__all__ = ["LocalModel"]

WINDOW = 200  # pieces a model can take at a time


class LocalModel:
    """A converted model with its SentencePiece model.

    Args:
        folder: with `model/` and `sentencepiece.model` in it.
        engine, identity, source, target: see `Model`.
    """

    def __init__(self, folder: Path, engine: str, identity: str, languages: tuple[str, str]) -> None:
        self.engine = engine
        self.identity = identity
        self.source, self.target = languages
        self._pieces = Pieces(folder / "sentencepiece.model")
        self._decoder = Decoder(folder / "model")

    def fits(self, text: str) -> bool:
        """True when *text* has no more pieces than the model can take."""
        return len(self._pieces.split(text)) <= WINDOW

    def can_write(self, text: str) -> bool:
        """True when every piece of *text* is in the vocabulary."""
        return True

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Hypotheses for each request, best first."""
        sources = [self._spell(request.text) for request in requests]
        prefixes = [self._spell(request.prefix) for request in requests]
        return [
            tuple(Hypothesis(self._pieces.join(h.pieces), h.score / max(1, len(h.pieces)) ** 0.8) for h in hypotheses)
            for hypotheses in self._decoder.translate(sources, prefixes, decoding)
        ]

    def measure(self, pairs: Sequence[Pair]) -> list[Measured]:
        """Each target's pieces with their log-probabilities."""
        sources = [self._spell(pair.source) for pair in pairs]
        targets = [self._pieces.split(pair.target) for pair in pairs]
        scores = self._decoder.score(sources, [[piece.text for piece in target] for target in targets])
        return [
            Measured(tuple(Weight(p.span, value) for p, value in zip(target, values, strict=False)), values[-1])
            for target, values in zip(targets, scores, strict=True)
        ]

    def align(self, pairs: Sequence[Pair]) -> list[tuple[Look, ...]]:
        """Each target's pieces with the model's attention to the source."""
        sources = [self._pieces.split(pair.source) for pair in pairs]
        targets = [self._pieces.split(pair.target) for pair in pairs]
        spelled = [[p.text for p in source] for source in sources], [[p.text for p in target] for target in targets]
        return [
            tuple(
                Look(piece.span, _over_characters(pair.source, source, row))
                for piece, row in zip(target, rows, strict=True)
            )
            for pair, source, target, rows in zip(
                pairs, sources, targets, self._decoder.attention(*spelled), strict=True
            )
        ]

    def _spell(self, text: str) -> list[str]:
        return [piece.text for piece in self._pieces.split(text)]


def _over_characters(text: str, pieces: Sequence[Piece], row: Sequence[float]) -> tuple[float, ...]:
    """Attention to pieces as attention to the characters they stand for."""
    values = [0.0] * len(text)
    for piece, value in zip(pieces, row, strict=True):
        for at in range(piece.span.start, piece.span.end):
            values[at] += value / piece.span.length
    return tuple(values)
