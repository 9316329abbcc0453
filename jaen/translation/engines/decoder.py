"""Pieces in, pieces out: the only module that knows CTranslate2."""

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jaen.errors import EngineError, EngineUnavailable, PackageError
from jaen.translation.engines.converted import check_fit, read_conventions, target_vocabulary
from jaen.translation.engines.engine import Decoding

__all__ = ["PLACES", "Decoded", "Decoder"]

# Pieces a text may have on either side. Nearly all models have 512 places, a few of which go to marks of begin and end.
PLACES = 500
# Pieces that one thread translates at a time. Argos Translate's 32 take half as long again on a small model and twice as
# long on one of its own size; 1024 gain nothing there, are slower on a small model, and leave cores without work.
BATCH = 256
# A translation may have three times the pieces of its source and a few: in everyday and encyclopedic sentences none has
# twice as many and three. Sentences share their cap with others of about their length, so that a loop ends soon and holds
# up only those.
CAPS = (40, 64, 100, 150, 225, 340, PLACES)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A hypothesis.

    Attributes:
        pieces: after the prefix.
        mean: log-probability of a piece among them, the end counted as one.
    """

    pieces: tuple[str, ...]
    mean: float


class Decoder:
    """A converted model. It may be used from several threads, but not in a process forked after it was opened.

    Args:
        folder: with `model.bin` in it.

    Raises:
        EngineUnavailable: the library is missing.
        PackageError: the model is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        try:
            from ctranslate2 import Translator
        except ImportError as error:
            raise EngineUnavailable(
                "translating needs the library ctranslate2: in the project's folder run pip install '.[translate-light]'"
            ) from error
        self.vocabulary = target_vocabulary(folder)
        self.conventions = read_conventions(folder)
        check_fit(folder)
        self._folder = folder
        # As many batches at a time as there are cores, each on one: shared between two, a batch took longer than on one.
        try:
            # "default" computes as the model was saved (int8); "auto" has given gibberish on some processors.
            self._translator: Any = Translator(
                str(folder), device="cpu", compute_type="default", inter_threads=_cores(), intra_threads=1
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            raise PackageError(
                f"{folder}: can't be opened by CTranslate2 ({error}); install the model again"
            ) from error

    def translate(
        self,
        sources: Sequence[Sequence[str]],
        prefixes: Sequence[Sequence[str]],
        decoding: Decoding,
        never: Collection[tuple[str, ...]] = (),
    ) -> list[tuple[Decoded, ...]]:
        """The best hypotheses for each source, each going on from its prefix.

        Args:
            sources: of 1 to `PLACES` pieces each.
            prefixes: one for each source, of fewer than `PLACES` pieces; empty where the translation is free.
            decoding: how to search.
            never: sequences of pieces that must not come; all of them in the vocabulary.

        Raises:
            EngineError: CTranslate2 failed.
        """
        results = self._decode(
            sources,
            prefixes,
            # Rounded up to a cap, so that what a text gives does not depend on the texts it goes together with.
            [_cap(len(prefix) + 3 * len(source) + 16) for source, prefix in zip(sources, prefixes, strict=True)],
            beam_size=max(decoding.beam, decoding.best),
            num_hypotheses=decoding.best,
            length_penalty=decoding.length_penalty,
            no_repeat_ngram_size=decoding.no_repeat,
            suppress_sequences=[list(pieces) for pieces in never] or None,
            replace_unknowns=True,
            return_scores=True,
            return_end_token=True,
        )
        return [
            tuple(
                self._decoded(pieces, score * len(pieces) ** decoding.length_penalty, len(prefix))
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            )
            for result, prefix in zip(results, prefixes, strict=True)
        ]

    def score(self, sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> list[tuple[float, ...]]:
        """Log-probability of each target piece, and of the end after them; at most `PLACES` pieces on either side.

        Raises:
            EngineError: CTranslate2 failed.
        """
        groups = _of_one_shape([(len(source), len(target)) for source, target in zip(sources, targets, strict=True)])
        waiting: dict[int, Any] = {}
        with self._failing():
            for _, numbers in groups:
                results = self._translator.score_batch(
                    [list(sources[number]) for number in numbers],
                    [list(targets[number]) for number in numbers],
                    max_input_length=0,
                    max_batch_size=BATCH,
                    batch_type="tokens",
                    asynchronous=True,
                )
                waiting.update(zip(numbers, results, strict=True))
            return [tuple(waiting[number].result().log_probs) for number in range(len(sources))]

    def attention(
        self, sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]
    ) -> list[list[tuple[float, ...]]]:
        """For each target piece, how much it looks at each source piece (last layer, first head).

        CTranslate2 gives attention only while it writes: each target is forced as a prefix, and what comes after is cut.

        Raises:
            EngineError: CTranslate2 failed.
        """
        results = self._decode(sources, targets, [len(t) + 1 for t in targets], beam_size=1, return_attention=True)
        return [
            [tuple(row) for row in result.attention[0][: len(target)]]
            for result, target in zip(results, targets, strict=True)
        ]

    def _decode(
        self,
        sources: Sequence[Sequence[str]],
        prefixes: Sequence[Sequence[str]],
        limits: Sequence[int],
        **options: Any,  # noqa: ANN401 - of CTranslate2
    ) -> list[Any]:
        """A result for each source; *limits* are the pieces that its translation may have at least."""
        shapes = [(_cap(lim), len(s), len(p)) for lim, s, p in zip(limits, sources, prefixes, strict=True)]
        waiting: dict[int, Any] = {}
        with self._failing():
            for _, numbers in _of_one_shape(shapes):
                results = self._translator.translate_batch(
                    [list(sources[number]) for number in numbers],
                    [list(prefixes[number]) for number in numbers],
                    max_decoding_length=max(limits[number] for number in numbers),
                    max_input_length=0,
                    max_batch_size=BATCH,
                    batch_type="tokens",
                    asynchronous=True,
                    **options,
                )
                waiting.update(zip(numbers, results, strict=True))
            return [waiting[number].result() for number in range(len(sources))]

    def _decoded(self, pieces: Sequence[str], total: float, prefix: int) -> Decoded:
        """A hypothesis from its pieces, prefix and end among them, and the sum of their log-probabilities.

        CTranslate2 divides that sum by a power of the length, and leaves out the pieces of the prefix from it.
        """
        new = list(pieces[prefix:])
        mean = total / len(new) if new else 0.0
        if new and new[-1] == self.conventions.end:
            new.pop()
        return Decoded(tuple(new), mean)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError, MemoryError) as error:
            raise EngineError(
                f"{self._folder}: CTranslate2 failed ({str(error) or 'no memory left'});"
                " the model is damaged or this machine is too small for it"
            ) from error


def _of_one_shape(shapes: Sequence[tuple[int, ...]]) -> list[tuple[tuple[int, ...], list[int]]]:
    """The numbers of the texts of each shape; what takes longest begins first.

    Only such texts go together: shorter ones would be padded, and padding changes the last digits of what is added up.
    Of 2,700 sentences in batches of any length, 12 got another score than alone, and one in some thousands other words.
    """
    groups: dict[tuple[int, ...], list[int]] = {}
    for number, shape in enumerate(shapes):
        groups.setdefault(shape, []).append(number)
    return sorted(groups.items(), reverse=True)


def _cap(length: int) -> int:
    return next((cap for cap in CAPS if length <= cap), PLACES)


def _cores() -> int:
    """Cores this process may use; a container often gets fewer than its machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
