"""A model on this machine: CTranslate2 for the network, SentencePiece for the words."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import TypeVar

from jaen.translation.engines.decoder import PLACES, Decoded, Decoder
from jaen.translation.engines.engine import Decoding, Hypothesis, Look, Measured, Pair, Request, Weight
from jaen.translation.engines.pieces import Piece, Pieces
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["LocalModel", "ModelFiles"]

WINDOW = 200  # pieces of a source; models of OpenNMT, such as those of Argos Translate, are trained on no longer ones
ROUNDS = 8  # times that a translation is looked for whose first word does not glue to the prefix; 6 were enough for
# names in the middle of 400 everyday sentences, of which 57 needed a second one
BROKEN = "\ufffd"
T = TypeVar("T")
# A word's character or a blank, and a word's character; kana and kanji are words without blanks between them.
_WORD_GOING_ON = re.compile(rf"(?:\s|[^\W{HIRAGANA}{KATAKANA}{HAN}])[^\W{HIRAGANA}{KATAKANA}{HAN}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """Where a converted model lies, and what stands around its texts.

    Attributes:
        weights: the folder of `model.bin`.
        source, target: SentencePiece models of the two languages; often the same.
        source_before: pieces before every source, e.g. `jpn_Jpan`.
        target_before: pieces before every translation, e.g. `eng_Latn`; they are no part of it.
    """

    weights: Path
    source: Path
    target: Path
    source_before: tuple[str, ...] = ()
    target_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as pieces: of its source, and of what its translation begins with."""

    prefix: str
    source: list[str]
    head: list[str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """Hypotheses; where there are none, the pieces by which all glued to the prefix's last one, and that one."""

    hypotheses: tuple[Hypothesis, ...]
    glued: frozenset[tuple[str, ...]] = frozenset()


class LocalModel:
    """A converted model with its SentencePiece models: a `SteeredModel`.

    It may be used from several threads, but not in a process forked after it was opened.

    Args:
        files: where it lies.
        engine, identity: see `Model`.
        languages: source and target, BCP 47 tags.

    Raises:
        EngineUnavailable: a library is missing.
        PackageError: a file is missing or damaged.
    """

    def __init__(self, files: ModelFiles, engine: str, identity: str, languages: tuple[str, str]) -> None:
        self.engine = engine
        self.identity = identity
        self.source, self.target = languages
        self._sources = Pieces(files.source)
        self._targets = self._sources if files.target == files.source else Pieces(files.target)
        self._decoder = Decoder(files.weights)
        self._before = list(files.source_before)
        self._after = list(self._decoder.conventions.source_after)
        self._lead = list(files.target_before)

    def fits(self, text: str) -> bool:
        """True when *text* has no more pieces than the model can take."""
        return len(self._sources.spell(text)) <= WINDOW

    def can_write(self, text: str) -> bool:
        """True when every piece of *text* is in the vocabulary, which need not have all that SentencePiece knows.

        A character that SentencePiece itself does not know counts as writable only where it falls back to bytes.
        """
        return self._decoder.vocabulary.issuperset(self._targets.spell(text))

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """Hypotheses for each request, best first; none for a text that is blank or does not fit.

        A hypothesis begins with exactly the prefix asked for, also where the model spells it otherwise (Ⅳ as IV), and goes
        on with a new word: Mythos never becomes Mythosian; there may be none where the model insists on that. Its score is
        the mean over what comes after the prefix.
        """
        asked = [
            _Asked(request.prefix, self._sources.spell(request.text), self._lead + self._targets.spell(request.prefix))
            for request in requests
        ]
        going = [n for n, one in enumerate(asked) if 0 < len(one.source) <= WINDOW and len(one.head) < PLACES]
        answers = dict(zip(going, self._answers([asked[n] for n in going], decoding, set()), strict=True))
        # Asked again with what may not come; together only those for whom that is the same, lest one's words depend on others.
        never = {n: answer.glued for n, answer in answers.items() if answer.glued}
        for _ in range(ROUNDS):
            alike: dict[frozenset[tuple[str, ...]], list[int]] = {}
            for n, glued in never.items():
                alike.setdefault(glued, []).append(n)
            for glued, numbers in alike.items():
                known = {pieces for pieces in glued if self._decoder.vocabulary.issuperset(pieces)}
                answers.update(zip(numbers, self._answers([asked[n] for n in numbers], decoding, known), strict=True))
            never = {n: glued | answers[n].glued for n, glued in never.items() if answers[n].glued}
        return [answers[n].hypotheses if n in answers else () for n in range(len(requests))]

    def measure(self, pairs: Sequence[Pair]) -> list[Measured]:
        """Each target's pieces with their log-probabilities; all are -inf where a text is blank or too long to measure."""
        targets = [self._targets.split(pair.target) for pair in pairs]
        values = self._of_each(pairs, targets, self._decoder.score)
        measured = []
        for target, of_target in zip(targets, values, strict=True):
            known = of_target[len(self._lead) :] if of_target else [-inf] * (len(target) + 1)
            weights = tuple(Weight(piece.span, value) for piece, value in zip(target, known[:-1], strict=True))
            measured.append(Measured(weights, known[-1]))
        return measured

    def align(self, pairs: Sequence[Pair]) -> list[tuple[Look, ...]]:
        """Each target's pieces with the model's attention to the source; it is 0 where a text is blank or too long."""
        targets = [self._targets.split(pair.target) for pair in pairs]
        looks = []
        attention = self._of_each(pairs, targets, self._decoder.attention)
        for pair, target, rows in zip(pairs, targets, attention, strict=True):
            source = self._sources.split(pair.source)
            known = rows[len(self._lead) :] if rows else [(0.0,) * (len(self._before) + len(source))] * len(target)
            looks.append(
                tuple(
                    Look(piece.span, _over_characters(pair.source, source, row[len(self._before) :]))
                    for piece, row in zip(target, known, strict=True)
                )
            )
        return looks

    def _of_each(
        self,
        pairs: Sequence[Pair],
        targets: Sequence[Sequence[Piece]],
        ask: Callable[[Sequence[Sequence[str]], Sequence[Sequence[str]]], Sequence[Sequence[T]]],
    ) -> list[Sequence[T] | None]:
        """The decoder's answer for each pair; None for a pair it can't be asked about."""
        sources = [self._sources.spell(pair.source) for pair in pairs]
        spelled = [self._lead + [piece.text for piece in target] for target in targets]
        asked = [n for n, source in enumerate(sources) if 0 < len(source) <= WINDOW and len(spelled[n]) <= PLACES]
        answers = ask([self._dressed(sources[n]) for n in asked], [spelled[n] for n in asked])
        of_pair = dict(zip(asked, answers, strict=True))
        return [of_pair.get(n) for n in range(len(pairs))]

    def _dressed(self, source: list[str]) -> list[str]:
        return self._before + source + self._after

    def _answers(
        self, asked: Sequence[_Asked], decoding: Decoding, never: Collection[tuple[str, ...]]
    ) -> list[_Answer]:
        decoded = self._decoder.translate(
            [self._dressed(one.source) for one in asked], [one.head for one in asked], decoding, never
        )
        return [self._answer(one, hypotheses) for one, hypotheses in zip(asked, decoded, strict=True)]

    def _answer(self, asked: _Asked, decoded: Sequence[Decoded]) -> _Answer:
        """Hypotheses that go on with a new word, each text once.

        Those with bytes that spell no character count only if all have such.
        """
        spelled = asked.head[len(self._lead) :]
        shown = self._targets.join(spelled)
        best: dict[str, Hypothesis] = {}
        for one in decoded:
            rest = self._targets.join([*spelled, *one.pieces]).removeprefix(shown)
            if not (spelled and _glues(asked.prefix, rest)):
                text = asked.prefix + (rest.lstrip() if asked.prefix[-1:].isspace() else rest)
                best.setdefault(text, Hypothesis(text, one.mean))
        if not best:
            return _Answer((), frozenset((asked.head[-1], *one.pieces[:1]) for one in decoded))
        whole = [text for text in best if BROKEN not in text.removeprefix(asked.prefix)]
        return _Answer(tuple(best[text] for text in whole or best))


def _glues(prefix: str, rest: str) -> bool:
    """True when *rest* goes on with the prefix's last word, in a script that sets words apart.

    SentencePiece drops a blank at the end of a prefix, so that a blank must come back in the rest.

    >>> _glues("Mythos", "ian"), _glues("Mythos ", "ian"), _glues("Mythos", " is"), _glues("Mythos", "は")
    (True, True, False, False)
    """
    return bool(_WORD_GOING_ON.fullmatch(prefix[-1:] + rest[:1]))


def _over_characters(text: str, pieces: Sequence[Piece], row: Sequence[float]) -> tuple[float, ...]:
    """Attention to pieces as attention to the characters they stand for."""
    values = [0.0] * len(text)
    for piece, value in zip(pieces, row, strict=False):  # a row goes on with the end of the source
        for at in range(piece.span.start, piece.span.end):
            values[at] += value / piece.span.length
    return tuple(values)
