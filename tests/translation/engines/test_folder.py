"""Any converted model, in a folder of the user's."""

import json
import shutil

import pytest
from constructed import EN_JA, Plan, build_model

from jaen.errors import ConfigError, EngineUnavailable, PackageError
from jaen.translation.engines import Decoding, EngineChoice, Pair, Request, open_engine

# What transformers' copies of Marian and M2M100 have in common: the translation starts from the end of the source.
FROM_END = {"decoder_start_token": "</s>", "add_source_eos": False}


def opened(folder, source="en", target="ja"):
    return open_engine(EngineChoice(name="ctranslate2", model=str(folder))).open(source, target)


def only(model, text, prefix=""):
    return model.translate([Request(text, prefix)], Decoding())[0][0].text


@pytest.fixture
def model(translating, tmp_path):
    """Builds a flat folder of a model with one SentencePiece model."""

    def build(plan, pieces="sentencepiece.bpe.model"):
        build_model(tmp_path / "opus", tmp_path / "opus" / pieces, plan)
        return tmp_path / "opus"

    return build


def test_opus(model):
    """A model with source.spm and target.spm, as OPUS-MT's; sources get the mark of their end."""
    folder = model(Plan(EN_JA, config=FROM_END), "source.model")
    (folder / "source.model").rename(folder / "source.spm")
    shutil.copy(folder / "source.spm", folder / "target.spm")
    opus = opened(folder)
    assert only(opus, "I drink coffee.") == "私は飲むコーヒーを。"
    assert opus.engine == "ctranslate2"
    assert opus.identity.startswith("opus en-ja sha256:")


def test_what_is_hashed(model):
    """Another vocabulary of pieces is another model."""
    folder = model(Plan(EN_JA))
    before = opened(folder).identity
    assert opened(folder).identity == before
    pieces = folder / "sentencepiece.bpe.model"
    pieces.write_bytes(pieces.read_bytes().replace("犬".encode(), "猫".encode()))
    assert opened(folder).identity != before


@pytest.mark.parametrize(
    ("english", "japanese"), [("eng_Latn", "jpn_Jpan"), ("__en__", "__ja__")], ids=["NLLB", "M2M100"]
)
def test_language_tokens(model, english, japanese):
    """Language tokens lead source and translation, and are part of neither."""
    # The source begins with its token; the decoder starts, and is given its own token, in the first two places.
    plan = Plan({**EN_JA, english: japanese}, config=FROM_END, tokens=(english, japanese))
    nllb = opened(model(plan))
    assert only(nllb, "I drink coffee.") == "私は飲むコーヒーを。"
    assert only(nllb, "I drink coffee.", "彼は") == "彼は飲むコーヒーを。"
    pair = Pair("I drink coffee.", "私は飲むコーヒーを。")
    [measured], [looks] = nllb.measure([pair]), nllb.align([pair])
    assert min(piece.log_prob for piece in measured.pieces) > -0.1
    assert [max(range(15), key=look.attention.__getitem__) for look in looks] == [0, 1, 7, 14]


def test_languages(model):
    """With language tokens, all pairs of them; without, Japanese and English either way."""
    folder = model(Plan(EN_JA, tokens=("eng_Latn", "jpn_Jpan", "fra_Latn")))
    engine = open_engine(EngineChoice(name="ctranslate2", model=str(folder)))
    assert len(engine.languages()) == 6
    assert ("fr", "ja") in engine.languages()
    with pytest.raises(EngineUnavailable, match=r"opus: the model does not translate de to en; it knows en, fr, ja;"):
        engine.open("de", "en")


def test_languages_of_a_model_of_one_pair(model):
    """A model of one pair does not say which; jaen's two languages are taken for it."""
    engine = open_engine(EngineChoice(name="ctranslate2", model=str(model(Plan(EN_JA)))))
    assert engine.languages() == {("ja", "en"), ("en", "ja")}
    with pytest.raises(EngineUnavailable, match=r"does not translate zh to ja; it knows en, ja; give another"):
        engine.open("zh", "ja")


def test_what_is_missing_is_said(tmp_path):
    """No folder named, no folder there, no model in it, no pieces, half of them: each has its message."""

    def refused(folder, kind, message):
        with pytest.raises(kind, match=message):
            open_engine(EngineChoice(name="ctranslate2", model=None if folder is None else str(folder)))

    refused(None, ConfigError, "needs the folder of a converted model; give it with --model")
    refused("", ConfigError, "needs the folder of a converted model")
    refused(tmp_path / "nowhere", ConfigError, "nowhere: there is no such folder")
    refused(tmp_path, PackageError, "has no model.bin; convert a model with ct2-transformers-converter")
    (tmp_path / "model.bin").write_bytes(b"")
    refused(tmp_path, PackageError, "has no SentencePiece model; copy source.spm and target.spm, or the one")
    (tmp_path / "source.spm").write_bytes(b"")
    refused(tmp_path, PackageError, "has only source.spm; copy")
    (tmp_path / "target.spm").write_bytes(b"")
    refused(tmp_path, PackageError, "has no shared_vocabulary or target_vocabulary")
    (tmp_path / "shared_vocabulary.json").write_text("[]")
    with pytest.raises((PackageError, EngineUnavailable), match=r"can't be opened by SentencePiece|pip install"):
        opened(tmp_path)


@pytest.mark.parametrize("name", ["shared_vocabulary", "source_vocabulary", "target_vocabulary"])
@pytest.mark.parametrize("form", ["json", "txt"])
def test_a_vocabulary_that_does_not_fit_the_weights(translating, tiny_folder, tmp_path, name, form):
    """One piece more than the weights know is of another model: CTranslate2 would read what is no weight."""
    package = tiny_folder / "translate-ja_en-0_1"
    folder = tmp_path / "model"
    shutil.copytree(package / "model", folder)
    shutil.copy(package / "sentencepiece.model", folder)
    pieces = json.loads((folder / "shared_vocabulary.json").read_text("utf-8"))

    def write(pieces):
        path = folder / f"{name}.{form}"
        path.write_text(json.dumps(pieces) if form == "json" else "".join(f"{p}\n" for p in pieces), "utf-8")

    if name != "shared_vocabulary":  # CTranslate2 wants both sides
        for side in ("source", "target"):
            shutil.copy(folder / "shared_vocabulary.json", folder / f"{side}_vocabulary.json")
        (folder / f"{name}.json").unlink()
    (folder / "shared_vocabulary.json").unlink()
    write(pieces)
    assert only(opened(folder, "ja", "en"), "私は毎朝コーヒーを飲みます。") == "I drink coffee every morning."
    write([*pieces[:5], "another", *pieces[5:]])
    with pytest.raises(
        PackageError, match="has 8,001 pieces and its weights know 8,000; they belong to different models"
    ):
        opened(folder, "ja", "en")


def test_weights_that_can_not_be_read(translating, tiny_folder, tmp_path):
    """Where they end does not matter: CTranslate2 says what is wrong with them."""
    package = tiny_folder / "translate-ja_en-0_1"
    folder = tmp_path / "model"
    shutil.copytree(package / "model", folder)
    shutil.copy(package / "sentencepiece.model", folder)
    weights = (folder / "model.bin").read_bytes()
    for size in (0, 3, 9, 30, 100, 5000, len(weights) - 1):
        (folder / "model.bin").write_bytes(weights[:size])
        with pytest.raises(PackageError, match="can't be opened by CTranslate2"):
            opened(folder, "ja", "en")
