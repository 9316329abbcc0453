"""Models set by hand, so that every word of a translation can be foreseen: piece for piece, through a dictionary.

A Transformer of one layer on each side. A piece is a one-hot vector over the vocabulary, a place a one-hot vector over the
places, and the two lie side by side. Each place of the decoder looks at the same place of the source (its query is its
own place, the keys are the places of the source), takes the piece that stands there through the dictionary, and writes
it. All vectors have the same sum and the same length, so a layer norm is one fixed scaling, which its own weights undo.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

END = "</s>"
SPECIAL = ("<unk>", "<s>", END)
PLACES = 300
LOOK, CHOICE = (
    60.0,
    12.0,
)  # how sharply a place is looked at, and a piece is chosen: any other has a log-probability of -12

EN_JA = {
    "▁I": "▁私は", "▁He": "▁彼は", "▁She": "▁彼女は", "▁We": "▁私たちは", "▁This": "▁これは", "▁The": "▁その", "▁the": "その",
    "▁drink": "飲む", "▁drinks": "飲む", "▁reads": "読む", "▁read": "読む", "▁lives": "住む", "▁is": "です",
    "▁a": "一つの", "▁in": "で", "▁every": "毎", "▁morning": "朝", "▁at": "に",
    "▁coffee": "コーヒーを", "▁book": "本", "▁dog": "犬", "▁company": "会社", "▁Tokyo": "東京", "▁Japan": "日本",
    ".": "。", ",": "、", "?": "？",
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """What a model is to do.

    Attributes:
        words: pieces of the source and what each becomes, END for nothing more; `▁` stands for a blank or for the
            beginning of a text. Any other piece, letters and bytes, stays as it is.
        pair: languages.
        looks_at: the place of the source that a place of the translation is made from.
        tokens: pieces that no text has, e.g. of languages.
        missing: pieces of the SentencePiece model that the model itself does not know.
        config: of the model, where it is not as below.
        metadata: of the package, beside what it must have.
    """

    words: Mapping[str, str]
    pair: tuple[str, str] = ("en", "ja")
    looks_at: Callable[[int], int] = lambda place: place
    tokens: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()
    config: Mapping[str, object] = field(default_factory=lambda: {"add_source_eos": True})
    metadata: Mapping[str, str] = field(default_factory=dict)


def build_package(folder: Path, plan: Plan) -> Path:
    """Write an unpacked Argos package, as it lies where packages are installed; gives its path."""
    source, target = plan.pair
    package = folder / f"translate-{source}_{target}-0_1"
    package.mkdir(parents=True)
    build_model(package / "model", package / "sentencepiece.model", plan)
    metadata = {"package_version": "0.1", "argos_version": "1.9.0", "from_code": source, "to_code": target}
    (package / "metadata.json").write_text(json.dumps({**metadata, **plan.metadata}), "utf-8")
    return package


def build_model(folder: Path, pieces_path: Path, plan: Plan) -> None:
    """Write a converted model and its SentencePiece model."""
    folder.mkdir(parents=True)
    pieces = _sentencepiece(pieces_path, plan)
    vocabulary = [*SPECIAL, *plan.tokens, *(piece for piece in pieces if piece not in plan.missing)]
    _network(vocabulary, plan).save(str(folder))
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, **plan.config}), "utf-8")


def _sentencepiece(path: Path, plan: Plan) -> list[str]:
    """A SentencePiece model that has each word of the dictionary as one piece, and letters and bytes for all else."""
    import sentencepiece

    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*letters, *(word.strip("▁") for pair in plan.words.items() for word in pair)]),
        model_prefix=str(path.with_suffix("")),
        user_defined_symbols=sorted({word for pair in plan.words.items() for word in pair} - {END}),
        byte_fallback=True,
        hard_vocab_limit=False,
        vocab_size=1000,
        num_threads=1,
        minloglevel=2,
    )
    path.with_suffix(".vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    known = (processor.id_to_piece(number) for number in range(processor.get_piece_size()))
    return [piece for piece in known if piece not in SPECIAL]


def _network(vocabulary: list[str], plan: Plan):
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    words = len(vocabulary)
    size = words + PLACES
    spec = TransformerSpec.from_config((1, 1), 1)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    pieces, places = np.eye(words, size, dtype=np.float32), np.eye(PLACES, size, k=words, dtype=np.float32)
    looked_at = [min(plan.looks_at(place), PLACES - 1) for place in range(PLACES)]
    read = np.zeros((size, size), np.float32)  # takes the place of a vector
    read[words:, words:] = np.eye(PLACES) * (LOOK * size**0.5) ** 0.5
    say = np.zeros((size, size), np.float32)  # takes the piece of a vector through the dictionary
    number = {piece: n for n, piece in enumerate(vocabulary)}
    for piece, n in number.items():
        say[number[plan.words.get(piece, piece)], n] = 1.0

    encoder, decoder = spec.encoder, spec.decoder
    for side, embedded, encodings, ones in (
        (encoder, pieces, places, 2),
        (decoder, np.zeros_like(pieces), places[looked_at], 1),
    ):
        side.scale_embeddings = False
        (side.embeddings[0] if side is encoder else side.embeddings).weight = embedded
        side.position_encodings.encodings = encodings
        _undo(side.layer_norm, 2, size)
        layer = side.layer[0]
        _undo(layer.self_attention.layer_norm, ones, size)
        _linear(layer.self_attention.linear[0], np.zeros((3 * size, size)))
        _linear(layer.self_attention.linear[1], np.zeros((size, size)))
        _undo(layer.ffn.layer_norm, ones, size)
        _linear(layer.ffn.linear_0, np.zeros((1, size)))
        _linear(layer.ffn.linear_1, np.zeros((size, 1)))
    attention = decoder.layer[0].attention
    _undo(attention.layer_norm, 1, size)
    _linear(attention.linear[0], read)
    _linear(attention.linear[1], np.vstack([read, np.eye(size)]))
    _linear(attention.linear[2], say)
    _linear(decoder.projection, pieces * CHOICE)
    spec.validate()
    spec.optimize()
    return spec


def _linear(layer, weight: "np.ndarray") -> None:
    import numpy as np

    layer.weight = np.asarray(weight, np.float32)
    layer.bias = np.zeros(len(weight), np.float32)


def _undo(norm, ones: int, size: int) -> None:
    """Weights that give back a vector of *ones* ones and else zeros as it was."""
    import numpy as np

    mean = ones / size
    norm.gamma = np.full(size, (mean - mean**2) ** 0.5, np.float32)
    norm.beta = np.full(size, mean, np.float32)
