"""Pieces in, pieces out: the only module that knows CTranslate2."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jaen.translation.engines.engine import Decoding

__all__ = ["Decoded", "Decoder"]

BATCH = 4096  # tokens that are translated at a time; larger ones gain nothing on a CPU


@dataclass(frozen=True, slots=True)
class Decoded:
    """A hypothesis as pieces, with the sum of their log-probabilities as the search scored it."""

    pieces: tuple[str, ...]
    score: float


class Decoder:
    """A converted model.

    Args:
        path: of its folder, with `model.bin` in it.
    """

    def __init__(self, path: Path) -> None:
        import ctranslate2

        # "default" computes as the model was saved (int8); "auto" has given gibberish on some processors.
        self._translator: Any = ctranslate2.Translator(
            str(path), device="cpu", compute_type="default", inter_threads=1, intra_threads=os.cpu_count() or 1
        )

    def translate(
        self, sources: Sequence[Sequence[str]], prefixes: Sequence[Sequence[str]], decoding: Decoding
    ) -> list[tuple[Decoded, ...]]:
        """The best hypotheses for each source; each begins with its prefix."""
        if not sources:
            return []
        results = self._translator.translate_batch(
            [list(source) for source in sources],
            target_prefix=[list(prefix) for prefix in prefixes] if any(prefixes) else None,
            beam_size=max(decoding.beam, decoding.best),
            num_hypotheses=decoding.best,
            length_penalty=decoding.length_penalty,
            no_repeat_ngram_size=decoding.no_repeat,
            max_batch_size=BATCH,
            batch_type="tokens",
            replace_unknowns=True,
            return_scores=True,
        )
        return [
            tuple(Decoded(tuple(h), s) for h, s in zip(result.hypotheses, result.scores, strict=True))
            for result in results
        ]

    def score(self, sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
        """Log-probability of each target piece, and of the end after them."""
        if not sources:
            return []
        results = self._translator.score_batch(
            [list(source) for source in sources],
            [list(target) for target in targets],
            max_batch_size=BATCH,
            batch_type="tokens",
        )
        return [tuple(result.log_probs) for result in results]

    def attention(
        self, sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]
    ) -> list[list[tuple[float, ...]]]:
        """For each target piece, how much it looks at each source piece (last layer, first head)."""
        if not sources:
            return []
        results = self._translator.translate_batch(
            [list(source) for source in sources],
            target_prefix=[list(target) for target in targets],
            beam_size=1,
            max_decoding_length=max(map(len, targets)) + 1,
            return_attention=True,
            max_batch_size=BATCH,
            batch_type="tokens",
        )
        return [
            [tuple(row) for row in result.attention[0][: len(target)]]
            for result, target in zip(results, targets, strict=True)
        ]
