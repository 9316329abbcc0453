"""What can be wrong with a model's folder, and how a batch is run."""

import json
import random
import shutil

import pytest

from jaen.errors import EngineError, EngineUnavailable, PackageError
from jaen.translation.engines import Decoding
from jaen.translation.engines.converted import Conventions, read_conventions, target_vocabulary
from jaen.translation.engines.decoder import Decoder

SOURCE = [["▁彼は", "東京", "に", "住", "んで", "います", "。"]]


@pytest.fixture
def folder(translating, tiny_folder, tmp_path):
    """A copy of a model's folder, to be spoiled."""
    return shutil.copytree(tiny_folder / "translate-ja_en-0_1" / "model", tmp_path / "model")


def spoil(path, change):
    path.write_bytes(change(path.read_bytes()))


def noise(data):
    spoiled, dice = bytearray(data), random.Random(5)
    for _ in range(200):
        spoiled[dice.randrange(4000)] = dice.randrange(256)
    return bytes(spoiled)


@pytest.mark.parametrize(
    "change",
    [lambda data: b"", lambda data: data[:100_000], lambda data: data[:-10], lambda data: b"\xff" * 5000, noise],
    ids=["empty", "short", "ten bytes short", "no model", "noise"],
)
def test_damaged_weights(folder, change):
    """Damaged weights are an error that names the folder and says what to do."""
    spoil(folder / "model.bin", change)
    with pytest.raises(PackageError, match=r"/model: can't be opened by CTranslate2 \(.+\); install the model again"):
        Decoder(folder)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("shared_vocabulary.json", None, "has no shared_vocabulary or target_vocabulary"),
        ("shared_vocabulary.json", b"{", r"shared_vocabulary\.json: is not JSON"),
        ("shared_vocabulary.json", b"[" * 100_000, r"shared_vocabulary\.json: is not JSON"),
        ("shared_vocabulary.json", b"\xff\xfe", r"shared_vocabulary\.json: is not UTF-8 at byte 0"),
        ("shared_vocabulary.json", b'{"a": 1}', r"shared_vocabulary\.json: is not a JSON list of texts"),
        ("shared_vocabulary.json", b"[1, 2]", r"shared_vocabulary\.json: is not a JSON list of texts"),
        ("config.json", b"[1", r"config\.json: is not JSON"),
        ("config.json", b"[1]", r"config\.json: is not a JSON object"),
        ("config.json", b'{"eos_token": 1}', r"config\.json: decoder_start_token and eos_token must be texts"),
        ("config.json", None, "can't be opened by CTranslate2"),
        ("model.bin", None, "can't be opened by CTranslate2"),
    ],
)
def test_damaged_files_beside_the_weights(folder, name, content, message):
    """Each file that is missing or damaged is an error that names it."""
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(PackageError, match=message):
        Decoder(folder)


def test_damage_that_shows_late(folder):
    """A vocabulary that is too short for the weights fails while translating: an error of the engine, no traceback."""
    pieces = json.loads((folder / "shared_vocabulary.json").read_text("utf-8"))
    (folder / "shared_vocabulary.json").write_text(json.dumps(pieces[:200]), "utf-8")
    decoder = Decoder(folder)
    with pytest.raises(EngineError, match=r"/model: CTranslate2 failed \(.+\); the model is damaged or this machine"):
        decoder.translate(SOURCE, [[]], Decoding())


def test_more_pieces_than_the_model_has_places(folder):
    """Beyond what the network can take, CTranslate2's own error comes as the engine's."""
    with pytest.raises(EngineError, match="CTranslate2 failed"):
        Decoder(folder).score([["犬"] * 600], [["▁dog"]])


@pytest.mark.parametrize("library", ["ctranslate2", "sentencepiece"])
def test_a_library_is_missing(library, tiny_folder, monkeypatch):
    """The message names the command that brings the library."""
    from jaen.translation.engines.pieces import Pieces

    monkeypatch.setitem(__import__("sys").modules, library, None)
    package = tiny_folder / "translate-ja_en-0_1"
    with pytest.raises(EngineUnavailable, match=rf"{library}: .*pip install '\.\[translate-light\]'"):
        Decoder(package / "model") if library == "ctranslate2" else Pieces(package / "sentencepiece.model")


def test_a_vocabulary_as_text(tmp_path):
    """Older models have a line for each piece; the target's own vocabulary goes before a shared one."""
    (tmp_path / "shared_vocabulary.txt").write_text("<unk>\n▁a\n\u2028b\n", "utf-8")
    assert target_vocabulary(tmp_path) >= {"▁a", "\u2028b"}
    (tmp_path / "target_vocabulary.json").write_text('["▁c"]', "utf-8")
    assert target_vocabulary(tmp_path) == {"▁c"}


@pytest.mark.parametrize(
    ("config", "after"),
    [
        ({"decoder_start_token": "<s>", "eos_token": "</s>", "add_source_eos": False}, ()),
        ({"decoder_start_token": "</s>", "eos_token": "</s>", "add_source_eos": False}, ("</s>",)),
        ({"decoder_start_token": "</s>", "eos_token": "</s>", "add_source_eos": True}, ()),
        ({"decoder_start_token": None, "eos_token": "</s>"}, ()),
        (None, ()),
    ],
    ids=["OpenNMT", "Hugging Face", "Marian", "mBART", "before CTranslate2 3"],
)
def test_how_sources_end(tmp_path, config, after):
    """Whether a source needs the mark of its end follows from what the converter noted."""
    if config:
        (tmp_path / "config.json").write_text(json.dumps(config), "utf-8")
    conventions = read_conventions(tmp_path)
    assert conventions.source_after == after
    assert isinstance(conventions, Conventions)


def test_every_length_has_a_batch(tiny_model):
    """Texts of all lengths go together: each result is the one that its text gives alone."""
    decoder = tiny_model._decoder
    sources = [["犬"] * number for number in (1, 60, 3, 20, 9)]
    together = decoder.translate(sources, [[] for _ in sources], Decoding(beam=2))
    assert together == [decoder.translate([source], [[]], Decoding(beam=2))[0] for source in sources]
    assert decoder.translate([], [], Decoding()) == decoder.score([], []) == decoder.attention([], []) == []


def test_attention_has_a_row_for_each_piece(tiny_model):
    """However long a target is and whatever it is worth, each of its pieces has its row, and each row sums to one."""
    targets = [["▁He"], ["▁the"] * 480, ["▁cat", "<0xF0>"], []]
    rows = tiny_model._decoder.attention(SOURCE * 4, targets)
    assert [len(of_target) for of_target in rows] == [1, 480, 2, 0]
    assert all(sum(row) == pytest.approx(1, abs=0.01) and len(row) == 7 for of_target in rows for row in of_target)


def test_company_changes_nothing(tiny_model):
    """What a text gives, to the last digit of its score, is the same alone and among texts of all lengths."""
    decoder, dice = tiny_model._decoder, random.Random(11)
    words = sorted(piece for piece in decoder.vocabulary if piece.isalpha())
    sources = [[dice.choice(words) for _ in range(dice.randrange(1, 60))] + ["</s>"] for _ in range(150)]
    targets = [[dice.choice(words) for _ in range(dice.randrange(1, 30))] for _ in sources]
    prefixes = [target[: len(target) % 4] for target in targets]
    decoding = Decoding(beam=2, best=2)
    translated, scored = decoder.translate(sources, prefixes, decoding), decoder.score(sources, targets)
    looked = decoder.attention(sources, targets)
    for number in range(0, len(sources), 10):
        source, target, prefix = [sources[number]], [targets[number]], [prefixes[number]]
        assert decoder.translate(source, prefix, decoding) == [translated[number]]
        assert decoder.score(source, target) == [scored[number]]
        assert decoder.attention(source, target) == [looked[number]]
