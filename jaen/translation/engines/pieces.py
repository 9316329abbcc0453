"""Texts as the pieces that a model knows: the only module that knows SentencePiece."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jaen.errors import EngineUnavailable, PackageError
from jaen.model import Span

__all__ = ["Piece", "Pieces"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # can stand in a Python string, but in no UTF-8


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text.

    Attributes:
        text: its spelling in the model's vocabulary, e.g. `▁Tokyo` or, for one byte of an emoji, `<0xF0>`.
        span: its place in the text, never empty. Pieces that spell one character together have the same span.
    """

    text: str
    span: Span


class Pieces:
    """A SentencePiece model. It may be used from several threads.

    Args:
        path: of the file, usually `sentencepiece.model`.

    Raises:
        EngineUnavailable: the library is missing.
        PackageError: the file is missing or damaged.
    """

    def __init__(self, path: Path) -> None:
        try:
            from sentencepiece import SentencePieceProcessor
        except ImportError as error:
            raise EngineUnavailable(
                "translating needs the library sentencepiece: in the project's folder run"
                " pip install '.[translate-light]'"
            ) from error
        try:
            self._processor: Any = SentencePieceProcessor(model_file=str(path))
        except (RuntimeError, OSError, MemoryError) as error:
            raise PackageError(
                f"{path}: can't be opened by SentencePiece ({error}); install the model again"
            ) from error

    def spell(self, text: str) -> list[str]:
        """The pieces of *text* without their places."""
        return list(self._processor.encode(_encodable(text), out_type=str))

    def split(self, text: str) -> list[Piece]:
        """The pieces of *text* in order, each with its place; a blank before a word belongs to its first piece.

        SentencePiece gives all but the last of the pieces that spell one character (the bytes of 😀, the letters of Ⅳ) an
        empty place before it; they get the character's.
        """
        encoded = self._processor.encode(_encodable(text), return_type="offset_mapping")
        pieces: list[Piece] = []
        following = Span(len(text) - 1, len(text)) if text else Span(0, 0)
        for spelling, (start, end) in zip(reversed(encoded["pieces"]), reversed(encoded["offsets"]), strict=True):
            if start < end:
                following = Span(start, end)
            pieces.append(Piece(spelling, following))
        return pieces[::-1]

    def join(self, pieces: Sequence[str]) -> str:
        """The text that *pieces* spell; unlike in Argos Translate, `_` stays."""
        return str(self._processor.decode(list(pieces)))


def _encodable(text: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", text)
