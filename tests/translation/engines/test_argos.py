"""Installed Argos packages as an engine."""

import json
import shutil

import pytest
from constructed import EN_JA, Plan

from jaen.errors import EngineUnavailable, PackageError
from jaen.translation.engines import Decoding, EngineChoice, Request, open_engine

TINY = "translate-ja_en-0_1"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "packages").mkdir()
    return tmp_path / "packages"


def pretend(folder, name, **metadata):
    """A package that has all files, but whose weights are none."""
    package = folder / name
    (package / "model").mkdir(parents=True)
    for file in ("model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model"):
        (package / file).write_bytes(b"[]")
    standard = {"from_code": "ja", "to_code": "en", "package_version": "0.1"}
    (package / "metadata.json").write_text(json.dumps({**standard, **metadata}), "utf-8")
    return package


def test_the_default_engine(installed):
    """Argos is the default; its model names itself by version and hash."""
    engine = open_engine(EngineChoice())
    assert engine.name == "argos"
    assert engine.languages() == {("ja", "en")}


def test_a_model_names_itself(tiny_model):
    """Engine, pair, version, and a hash of what it is made of."""
    assert (tiny_model.engine, tiny_model.source, tiny_model.target) == ("argos", "ja", "en")
    assert tiny_model.identity.startswith("ja_en 0.1 sha256:")


def test_what_is_not_installed(installed):
    """The message names the command that helps, and what is installed."""
    with pytest.raises(EngineUnavailable) as error:
        open_engine(EngineChoice()).open("en", "ja")
    assert str(error.value) == (
        "no Argos package translates en to ja; run: jaen models install en-ja (installed: ja-en)"
    )


def test_nothing_installed(folder):
    """An empty or missing folder is a normal state."""
    engine = open_engine(EngineChoice())
    assert engine.languages() == frozenset()
    folder.rmdir()
    assert engine.languages() == frozenset()
    with pytest.raises(EngineUnavailable, match=r"jaen models install ja-en \(installed: none\)"):
        engine.open("ja", "en")


def test_a_broken_package_is_told(folder):
    """What lies there and can't be used is named with the reason, where nothing else translates."""
    (folder / "torn\nja-en").mkdir()
    with pytest.raises(EngineUnavailable, match=r"none\); not usable: .*/torn ja-en: there is no metadata.json$"):
        open_engine(EngineChoice()).open("ja", "en")
    (folder / "zh-en").mkdir()
    with pytest.raises(EngineUnavailable, match=r"no metadata.json, and 1 more: jaen models list$"):
        open_engine(EngineChoice()).open("ja", "en")


def test_a_broken_package_hides_no_other(folder, tiny_folder, translating):
    """Folders that are no packages are passed over."""
    (folder / "stray").mkdir()
    (folder / "aaa").write_text("a file")
    pretend(folder, "broken").joinpath("metadata.json").write_text("{")
    shutil.copytree(tiny_folder / TINY, folder / TINY)
    engine = open_engine(EngineChoice())
    assert engine.languages() == {("ja", "en")}
    assert engine.open("ja", "en").translate([Request("駅はどこですか。")], Decoding())[0]


def test_the_newest_version_is_used(folder):
    """Of several packages for a pair the newest is opened, versions compared as versions: 1.10 is newer than 1.9."""
    for version in ("1.9", "1.10", "1.2"):
        pretend(folder, f"translate-ja_en-{version}", package_version=version)
    pretend(folder, "translate-en_ja", from_code="en", to_code="ja", package_version="2.0")
    with pytest.raises(PackageError, match=r"translate-ja_en-1\.10/"):
        open_engine(EngineChoice()).open("ja", "en")


def test_packages_that_cut_words_otherwise(folder):
    """A package with bpe.model alone is refused by what it is, not by a traceback."""
    package = pretend(folder, "translate-ja_en")
    (package / "sentencepiece.model").rename(package / "bpe.model")
    with pytest.raises(PackageError, match=r"translate-ja_en: cuts words by Moses and subword-nmt \(bpe\.model\)"):
        open_engine(EngineChoice()).open("ja", "en")


def test_through_english_only_when_told(folder, construct, monkeypatch):
    """Zh → ja goes through English with `via`; without it there is no such pair."""
    pretend(folder, "translate-zh_en", from_code="zh", to_code="en")
    pretend(folder, "translate-en_ja", from_code="en", to_code="ja")
    assert ("zh", "ja") not in open_engine(EngineChoice()).languages()
    engine = open_engine(EngineChoice(via="en"))
    assert engine.languages() == {("zh", "en"), ("en", "ja"), ("zh", "ja")}
    with pytest.raises(
        EngineUnavailable, match=r"zh to ja; run: jaen models install zh-ja \(installed: en-ja, zh-en\)"
    ):
        open_engine(EngineChoice()).open("zh", "ja")
    with pytest.raises(EngineUnavailable, match=r"ko to ja; run: jaen models install ko-en \(installed"):
        engine.open("ko", "ja")
    with pytest.raises(
        EngineUnavailable, match=r"ko to de; run: jaen models install ko-en and jaen models install en-de"
    ):
        engine.open("ko", "de")


def test_a_way_through_english(folder, construct):
    """Two packages, one after the other, are one model."""
    german = {"▁Ich": "▁I", "▁trinke": "▁drink", "▁Kaffee": "▁coffee"}
    for plan in (Plan(german, ("de", "en")), Plan(EN_JA)):
        shutil.copytree(construct(plan), folder, dirs_exist_ok=True)
    model = open_engine(EngineChoice(via="en")).open("de", "ja")
    assert model.translate([Request("Ich trinke Kaffee.")], Decoding())[0][0].text == "私は飲むコーヒーを。"
    assert (model.engine, model.source, model.target) == ("argos", "de", "ja")
