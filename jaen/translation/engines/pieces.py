"""Texts as the pieces that a model knows: the only module that knows SentencePiece."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jaen.model import Span

__all__ = ["Piece", "Pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text: its spelling in the model's vocabulary, and its place in the text."""

    text: str
    span: Span


class Pieces:
    """A SentencePiece model.

    Args:
        path: of the `.model` file.
    """

    def __init__(self, path: Path) -> None:
        import sentencepiece

        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))

    def split(self, text: str) -> list[Piece]:
        """The pieces of *text* in order, each with its place; a blank before a word belongs to its first piece."""
        encoded = self._processor.encode(text, return_type="offset_mapping")
        return [
            Piece(piece, Span(*offsets)) for piece, offsets in zip(encoded["pieces"], encoded["offsets"], strict=True)
        ]

    def join(self, pieces: Sequence[str]) -> str:
        """The text that *pieces* spell."""
        return str(self._processor.decode(list(pieces)))
