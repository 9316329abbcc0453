"""What a folder with a converted model says of itself in plain files: its vocabulary, and how its texts begin and end."""

import json
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jaen.errors import PackageError

__all__ = ["Conventions", "check_fit", "read_conventions", "target_vocabulary"]


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the sources of a model begin and end, as its `config.json` says.

    Attributes:
        start: the piece that a translation starts from; None where each target language has its own.
        end: the piece that ends a text.
        adds_end: CTranslate2 puts `end` after each source by itself.
    """

    start: str | None
    end: str
    adds_end: bool

    @property
    def source_after(self) -> tuple[str, ...]:
        """What has to be put after a source by whoever calls the model.

        Models that start a translation from the end of a text (those of Marian and fairseq) know sources that end in it.
        Their own converters note that in `adds_end`; the converter for Hugging Face's copies of them does not.

        >>> Conventions("</s>", "</s>", adds_end=False).source_after, Conventions("<s>", "</s>", False).source_after
        (('</s>',), ())
        """
        return () if self.adds_end or self.start != self.end else (self.end,)


def read_conventions(folder: Path) -> Conventions:
    """The conventions of the model in *folder*; those of OpenNMT where there is no `config.json`, as in old models.

    Raises:
        PackageError: the file is damaged.
    """
    path = folder / "config.json"
    config = _json(path) if path.exists() else {}
    if not isinstance(config, dict):
        raise PackageError(f"{path}: is not a JSON object; convert the model again")
    start, end = config.get("decoder_start_token", "<s>"), config.get("eos_token", "</s>")
    if not (start is None or isinstance(start, str)) or not isinstance(end, str):
        raise PackageError(f"{path}: decoder_start_token and eos_token must be texts; convert the model again")
    return Conventions(start, end, config.get("add_source_eos") is True)


def target_vocabulary(folder: Path) -> frozenset[str]:
    """Every piece that the model in *folder* can write.

    Raises:
        PackageError: there is no vocabulary, or it is damaged.
    """
    return frozenset(_vocabulary(folder, "target"))


def check_fit(folder: Path) -> None:
    """Compare the vocabularies with the weights in *folder*; CTranslate2 would read beyond the weights' end.

    Raises:
        PackageError: there is a piece that the weights have no number for, or no vocabulary.
    """
    rows = _embedded(folder / "model.bin")
    for side, language in (("encoder", "source"), ("decoder", "target")):
        pieces = len(_vocabulary(folder, language))
        known = rows.get(f"{side}/embeddings/weight", rows.get(f"{side}/embeddings_0/weight", pieces))
        if pieces > known:
            raise PackageError(
                f"{folder}: its vocabulary has {pieces:,} pieces and its weights know {known:,}; they belong to different"
                " models; convert or install the model again"
            )


def _vocabulary(folder: Path, language: str) -> list[str]:
    for stem in (f"{language}_vocabulary", "shared_vocabulary"):
        if (path := folder / f"{stem}.json").exists():
            pieces = _json(path)
            if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
                raise PackageError(f"{path}: is not a JSON list of texts; convert the model again")
            return pieces
        if (path := folder / f"{stem}.txt").exists():
            return _text(path).rstrip("\n").split("\n")  # not splitlines(): a piece can be U+2028
    raise PackageError(
        f"{folder}: has no shared_vocabulary or {language}_vocabulary (.json or .txt); convert the model again"
    )


def _embedded(path: Path) -> dict[str, int]:
    """How many pieces each table of the weights has a row for, by its name; empty where the file can't be read.

    The form is that of CTranslate2's `ModelSpec.save`: numbers in little-endian order, texts with their length before them
    and a NUL at their end. CTranslate2 itself says better than we could what is wrong with a damaged file.
    """
    rows: dict[str, int] = {}
    try:
        with path.open("rb") as file:

            def number(form: str) -> int:
                [value] = struct.unpack(f"<{form}", file.read(struct.calcsize(form)))
                return int(value)

            def text() -> str:
                return file.read(number("H")).rstrip(b"\0").decode()

            version = number("I")
            text(), number("I")  # the kind of network, and its revision
            for _ in range(number("I")):
                name = text()
                shape = [number("I") for _ in range(number("B"))]
                kind, size = number("B"), number("I")
                file.seek(size if version >= 4 else size * kind, os.SEEK_CUR)
                if shape:
                    rows[name] = shape[0]
            for _ in range(number("I") if version >= 3 else 0):  # other names of the same
                alias, name = text(), text()
                if name in rows:
                    rows[alias] = rows[name]
    except (OSError, struct.error, UnicodeDecodeError):
        return {}
    return rows


def _json(path: Path) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise PackageError(f"{path}: is not JSON ({error}); convert the model again") from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise PackageError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PackageError(f"{path}: is not UTF-8 at byte {error.start}; convert the model again") from error
