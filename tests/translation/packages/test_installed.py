"""What is installed: a broken package hides no other, and its identity costs no reading."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from jaen.translation.packages import hashes, install, installed_packages, survey
from jaen.translation.packages.archive import MAX_METADATA

pytestmark = pytest.mark.usefixtures("folder", "untried")


def names(packages):
    return [(package.name, package.version) for package in packages]


def test_no_folder_is_no_package(folder):
    """Before the first install there is nothing, and looking makes nothing."""
    assert installed_packages() == ()
    assert not folder.exists()


def test_packages_are_sorted_by_version(make_package):
    """Newer versions come later: 1.10 is newer than 1.9."""
    for version in ("1.10", "1.9", "1.9.1"):
        install(make_package(package_version=version))
    install(make_package(from_code="de"))
    assert names(installed_packages()) == [("de-en", "1.0"), ("ja-en", "1.9"), ("ja-en", "1.9.1"), ("ja-en", "1.10")]


def broken_ones(folder, good):
    """Folders that are no usable package, by their name, with what is to be said of each."""
    cases = {
        "stray": (None, "no metadata.json"),
        "garbage": (b"\xff\xfe", "not JSON"),
        "wrong": (b'{"from_code": 1}', "from_code in metadata.json is not a text"),
        "splitter": (b'{"type": "sbd", "from_codes": ["ja"]}', "type 'sbd'"),
        "huge": (b" " * (MAX_METADATA + 1), "more than 1,048,576 bytes"),
        "half": ((good / "metadata.json").read_bytes(), "no model/model.bin"),
    }
    for name, (metadata, _) in cases.items():
        (folder / name).mkdir()
        if metadata is not None:
            (folder / name / "metadata.json").write_bytes(metadata)
    (folder / "a file").write_text("no folder")
    (folder / ".hidden").mkdir()
    return {name: said for name, (_, said) in cases.items()}


def test_a_broken_package_hides_no_other(folder, make_package):
    """Each folder that is no package is passed over, and known with the reason; files and hidden folders are none."""
    good = install(make_package()).package
    expected = broken_ones(folder, good.folder)
    found = survey()
    assert found.packages == (good,)
    assert {broken.folder.name for broken in found.unusable} == set(expected)
    for broken in found.unusable:
        assert expected[broken.folder.name] in broken.reason


def test_a_packages_folder_that_is_a_file(folder):
    """A file where the folder should be holds no packages."""
    folder.write_text("")
    assert survey().packages == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_what_is_no_file_in_a_package(folder, make_package):
    """A pipe is not waited for, and a link that leads nowhere or to itself is no file."""
    good = install(make_package()).package
    for name in ("pipe", "dangling", "circle"):
        shutil.copytree(good.folder, folder / name)
    (folder / "pipe" / "metadata.json").unlink()
    os.mkfifo(folder / "pipe" / "metadata.json")
    for name, target in (("dangling", "nowhere"), ("circle", "model.bin")):
        (folder / name / "model" / "model.bin").unlink()
        (folder / name / "model" / "model.bin").symlink_to(target)
    found = survey()
    assert found.packages == (good,)
    assert {broken.folder.name: broken.reason for broken in found.unusable} == {
        "pipe": "there is no metadata.json",
        "dangling": "there is no model/model.bin",
        "circle": "there is no model/model.bin",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_can_not_be_read(folder, make_package):
    """A folder without permission is named with the reason."""
    install(make_package())
    folder.chmod(0)
    try:
        assert "Permission denied" in survey().unusable[0].reason
    finally:
        folder.chmod(0o700)


def test_linked_folders(folder, make_package, monkeypatch, tmp_path):
    """Packages are found through links, of the packages folder and of a single package."""
    package = install(make_package()).package
    (tmp_path / "other").mkdir()
    (tmp_path / "other/linked").symlink_to(package.folder, target_is_directory=True)
    (tmp_path / "link").symlink_to(tmp_path / "other", target_is_directory=True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "link"))
    assert [one.identity for one in installed_packages()] == [package.identity]


def counted_reading(monkeypatch):
    """The names of the files that are hashed from now on."""
    read = []
    hash_file = hashes.hash_file

    def counting(path):
        read.append(path.name)
        return hash_file(path)

    monkeypatch.setattr(hashes, "hash_file", counting)
    return read


def test_identity_of_what_jaen_installed_costs_no_reading(make_package, monkeypatch):
    """The hashes were taken at the install."""
    package = install(make_package()).package
    read = counted_reading(monkeypatch)
    assert package.identity.startswith("ja_en 1.0 sha256:")
    assert read == []


def test_identity_of_what_others_installed_is_remembered(folder, make_package, monkeypatch):
    """Without a record the files are hashed once; a second look reads none, and gives the same."""
    package = install(make_package()).package
    recorded = package.identity
    (package.folder / "jaen.json").unlink()
    read = counted_reading(monkeypatch)
    assert package.identity == recorded
    assert "model.bin" in read
    read.clear()
    assert package.identity == recorded
    assert read == []


@pytest.mark.parametrize(
    "name", ["model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model", "metadata.json"]
)
@pytest.mark.parametrize("has_record", [True, False])
def test_identity_follows_the_files(make_package, name, has_record):
    """A file that is exchanged, of the same size too, changes the identity, with a record and without."""
    package = install(make_package()).package
    if not has_record:
        (package.folder / "jaen.json").unlink()
    before = package.identity
    file = package.folder / name
    data = file.read_bytes()
    file.unlink()
    file.write_bytes(data[:-1] + b" ")
    assert package.identity != before


def test_identity_leaves_the_rest_out(make_package):
    """A note or a sentence splitter changes no translation, and no identity."""
    package = install(make_package()).package
    before = package.identity
    (package.folder / "README.md").write_text("note")
    (package.folder / "stanza").mkdir()
    (package.folder / "stanza/x.pt").write_bytes(b"x")
    assert package.identity == before


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"files": {"model/model.bin": 7}}', b'{"files": []}', b"\xff"])
def test_identity_with_a_damaged_record_or_memory(make_package, damage, tmp_path):
    """What can't be read is as good as absent."""
    package = install(make_package()).package
    before = package.identity
    (package.folder / "jaen.json").write_bytes(damage)
    assert package.identity == before
    [memory] = (tmp_path / "cache/packages").iterdir()
    memory.write_bytes(damage)
    assert package.identity == before


def test_identity_without_a_cache_folder(make_package, monkeypatch, tmp_path):
    """Where the cache can't be written, the identity is the same."""
    package = install(make_package()).package
    before = package.identity
    (package.folder / "jaen.json").unlink()
    (tmp_path / "no-folder").write_text("")
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "no-folder"))
    assert package.identity == before


def test_identity_of_linked_weights(make_package, tmp_path):
    """Weights that lie elsewhere, behind a link, count as the same weights; others behind it do not."""
    package = install(make_package()).package
    before = package.identity
    (package.folder / "model").rename(tmp_path / "weights")
    (package.folder / "model").symlink_to(tmp_path / "weights", target_is_directory=True)
    assert package.identity == before
    (tmp_path / "weights/model.bin").write_bytes(b"other")
    assert package.identity != before


def test_two_copies_have_one_identity(folder, make_package):
    """Two copies of a package translate alike, wherever they lie."""
    package = install(make_package()).package
    shutil.copytree(package.folder, folder / "copy")
    first, second = installed_packages()
    assert first.identity == second.identity


@pytest.mark.skipif(find_spec("argostranslate") is None, reason="the extra 'translate' is not installed")
def test_argostranslate_reads_what_jaen_installs(folder, make_package, tmp_path):
    """Jaen's own files in the packages folder, those of an install under way too, are no matter to argostranslate."""
    package = install(make_package()).package
    (folder / ".jaen-install/work/new").mkdir(parents=True)
    (folder / ".jaen-install/metadata.json").write_text(json.dumps({"type": "jaen-install"}))
    code = "from argostranslate import package; print([(p.type, str(p.package_path)) for p in package.get_installed_packages()])"
    environment = os.environ | {"HOME": str(tmp_path / "home"), "ARGOS_PACKAGES_DIR": str(folder)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert ("translate", str(package.folder)) in eval(done.stdout)
    assert {kind for kind, _ in eval(done.stdout)} == {"translate", "jaen-install"}
    assert Path(package.folder, "jaen.json").exists()
