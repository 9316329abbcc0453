"""Packages are found by name, looked after, and removed."""

import pytest

from jaen.errors import PackageError
from jaen.translation.packages import find, install, installed_packages, keeping, remove, verify


@pytest.fixture
def package(folder, untried, make_package):
    return install(make_package()).package


def test_found_by_name(package, make_package, folder):
    """A pair of languages names all its versions, a folder's name one package, usable or not; no name names all."""
    newer = install(make_package(package_version="1.1")).package.folder
    (folder / "stray").mkdir()
    assert find("ja-en") == (package.folder, newer)
    assert find("translate-ja_en-1_1") == (newer,)
    assert find("stray") == (folder / "stray",)
    assert find() == (package.folder, newer, folder / "stray")


def test_not_found(package):
    """A name that is none is answered with those that are."""
    with pytest.raises(PackageError, match="no installed package en-ja; there are: ja-en"):
        find("en-ja")


def test_whole(package):
    """A package that is as it was installed has no problems, and its archive is known."""
    result = verify(package.folder)
    assert (result.package, result.problems, result.sample) == (package, (), "a sample")
    assert result.archive.size > 0


def change(folder):
    file = folder / "model/model.bin"
    data = bytearray(file.read_bytes())
    data[50] ^= 1
    file.write_bytes(data)


CHANGES = [
    (change, "model/model.bin has changed"),
    (lambda folder: (folder / "model/shared_vocabulary.json").unlink(), "no vocabulary"),
    (lambda folder: (folder / "metadata.json").unlink(), "no metadata.json"),
    (lambda folder: (folder / "metadata.json").write_text("{}"), "no from_code"),
    (lambda folder: (folder / "model/new.bin").write_bytes(b"x"), "model/new.bin was not in the package"),
    (lambda folder: (folder / "jaen.json").write_text("{"), "jaen.json is damaged"),
]


@pytest.mark.parametrize(("damage", "said"), CHANGES)
def test_damaged(package, damage, said):
    """What has changed since the install is named, each file."""
    damage(package.folder)
    assert any(said in problem for problem in verify(package.folder).problems)


def test_a_file_that_is_missing(package, make_package):
    """A file that only the record knows is missing."""
    record = package.folder / "jaen.json"
    record.write_text(
        record.read_text().replace(
            '"files": {', '"files": {"README.md": {"size": 1, "changed": 1, "inode": 1, "sha256": "0"},'
        )
    )
    assert verify(package.folder).problems == ("README.md is missing",)


def test_installed_by_others(package):
    """Where nothing was recorded there is nothing to compare with; it is still tried out."""
    (package.folder / "jaen.json").unlink()
    result = verify(package.folder)
    assert (result.archive, result.problems, result.sample) == (None, (), "a sample")


def test_a_package_that_does_not_run(package, monkeypatch):
    """A trial that fails is a problem, like a file that has changed."""

    def fail(folder):
        raise PackageError("ended the process that tried it: SIGSEGV")

    monkeypatch.setattr(keeping, "try_out", fail)
    assert verify(package.folder).problems == ("ended the process that tried it: SIGSEGV",)


def test_removed(package, folder):
    """A package that is removed is gone with its files, and nothing else is."""
    (folder / "stray").mkdir()
    remove(package.folder)
    assert installed_packages() == ()
    assert sorted(path.name for path in folder.iterdir()) == [".jaen-lock", "stray"]


def test_removing_a_link(package, folder, tmp_path):
    """Of a link only the link goes."""
    package.folder.rename(tmp_path / "real")
    package.folder.symlink_to(tmp_path / "real", target_is_directory=True)
    remove(package.folder)
    assert installed_packages() == ()
    assert (tmp_path / "real/model/model.bin").exists()


@pytest.mark.parametrize("name", [".", "..", "../elsewhere", ".jaen-install", "absent", "model"])
def test_only_packages_are_removed(package, folder, tmp_path, name):
    """What lies elsewhere, or is no folder among the packages, is not removed."""
    (tmp_path / "elsewhere").mkdir()
    (folder / ".jaen-install").mkdir()
    with pytest.raises(PackageError, match="nothing was removed"):
        remove(folder / name)
    assert (tmp_path / "elsewhere").exists()
    assert installed_packages() == (package,)
