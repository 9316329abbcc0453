"""`jaen models`: what is printed, which exit codes, and that every refusal is one message."""

import os
import shutil
import sys

import pytest

from jaen.cli import run
from jaen.translation.packages import AvailablePackage, Index, installed_packages

PAIR = {"source": "ja", "target": "en"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The packages folder, which is not there yet."""
    path = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(path))
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "cache"))
    return path


@pytest.fixture
def untried(monkeypatch):
    """Packages are not tried out."""
    for module in ("installing", "keeping"):
        monkeypatch.setattr(f"jaen.translation.packages.{module}.try_out", lambda folder: "a sample")


@pytest.fixture
def jaen(capsys, folder):
    """Runs a command line; gives exit code, standard output, and standard error."""

    def call(*arguments):
        code = run(["models", *map(str, arguments)])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def offered(monkeypatch):
    """The index offers two packages, and has an entry that can't be used."""
    packages = tuple(
        AvailablePackage(source=source, target="en", version=version, links=("http://127.0.0.1:9/x",))
        for source, version in (("de", "1.0"), ("ja", "0.1"), ("ja", "1.1"))
    )
    index = Index(packages, ("entry 4: has no from_code",))
    monkeypatch.setattr("jaen.cli.models.packages.available", lambda: index)
    monkeypatch.setattr("jaen.translation.packages.index.available", lambda: index)


def test_from_nothing_and_back(jaen, folder, tiny_package, untried):
    """Nothing is installed; a file is; it is listed and verified; it is removed."""
    none = f"jaen: no package is installed in {folder}; to install one: jaen models install ja-en\n"
    assert jaen("list") == jaen("verify") == (0, "", none)
    code, out, err = jaen("install", tiny_package)
    assert code == 0
    assert out.startswith(
        f"ja-en 0.1  {folder}/translate-ja_en-0_1\n  from {tiny_package}\n  6,957,123 bytes, SHA-256 e203bac4877"
    )
    assert out.endswith("translates, for example: a sample\n")
    assert "trying out ja-en 0.1" in err
    code, out, err = jaen("list")
    assert (code, out.split(), err) == (0, ["ja-en", "0.1", "7.7", "MB", f"{folder}/translate-ja_en-0_1"], "")
    code, out, _ = jaen("verify")
    assert code == 0
    assert "e203bac4877" in out
    code, out, err = jaen("remove", "ja-en", "--yes")
    assert (code, out) == (0, "")
    assert "ja-en is removed" in err
    assert jaen("list")[1] == ""


def test_quiet(jaen, tiny_package, untried):
    """-q leaves only the result."""
    assert jaen("install", "-q", tiny_package)[2] == ""


def test_installed_again(jaen, tiny_package, untried):
    """The same version again is said, and done."""
    jaen("install", tiny_package)
    code, _, err = jaen("install", tiny_package)
    assert code == 0
    assert "it replaces translate-ja_en-0_1" in err


def test_an_empty_name(jaen):
    """A variable with nothing in it is no name; the network is not asked for it."""
    code, _, err = jaen("install", "")
    assert code == 2
    assert "the name is empty; give one, such as ja-en, or a file" in err


def test_an_older_version(jaen, folder, tiny_package, untried):
    """Who installs an older version is told that the newer one is used; the list says so too."""
    jaen("install", tiny_package)
    newer = folder / "newer"
    (folder / "translate-ja_en-0_1").rename(newer)
    metadata = newer / "metadata.json"
    metadata.write_text(metadata.read_text().replace('"0.1"', '"0.2"'))
    assert f"0.2 in {newer} is used nevertheless" in jaen("install", tiny_package)[2]
    out = jaen("list")[1].splitlines()
    assert out[0].endswith("(not used: 0.2 is newer)")
    assert not out[1].endswith(")")


def test_a_broken_package_is_listed(jaen, folder, tiny_package, untried):
    """A folder that is no package is listed with the reason, beside those that are."""
    jaen("install", tiny_package)
    (folder / "stray").mkdir()
    out = jaen("list")[1].splitlines()
    assert len(out) == 2
    assert out[1].split(maxsplit=3) == ["-", "not", "usable", f"{folder / 'stray'}: there is no metadata.json"]


def test_names_of_folders_are_shown(jaen, folder, tiny_package, untried):
    """Whatever a folder is called, it is one line, and moves no cursor; of two of one version the used one is named."""
    jaen("install", tiny_package)
    shutil.copytree(folder / "translate-ja_en-0_1", folder / "a\n\x1b[2Jcopy")
    (folder / "b\x07").mkdir()
    out = jaen("list")[1].splitlines()
    assert len(out) == 3
    assert out[0].endswith(f"a\\n\\x1b[2Jcopy  (not used: {folder / 'translate-ja_en-0_1'} is the same version)")
    assert out[2].endswith("b\\x07: there is no metadata.json")


def test_what_is_available(jaen, offered, tiny_package, untried):
    """The index's packages, marked where they are installed; with --installed both."""
    jaen("install", tiny_package)
    code, out, err = jaen("list", "--available")
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["de-en", "1.0", "available"],
        ["ja-en", "0.1", "available", "installed"],
        ["ja-en", "1.1", "available", "0.1", "is", "installed"],
    ]
    assert "entry 4: has no from_code; it is passed over" in err
    assert "3 packages can be installed" in err
    assert len(jaen("list", "--available", "--installed")[1].splitlines()) == 4


def test_a_name_that_is_not_available(jaen, offered):
    """What the index does not have is refused, with near names."""
    code, out, err = jaen("install", "ja-em")
    assert (code, out) == (3, "")
    assert "the index has no package ja-em; near names: ja-en" in err


def test_a_name_is_no_file(jaen, offered, tmp_path, monkeypatch):
    """ja-en is a name, also where a file is called so; ./ja-en is the file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ja-xx").write_text("")
    assert "the index has no package" in jaen("install", "ja-xx")[2]
    assert "ja-xx: is not a whole zip file" in jaen("install", f".{os.sep}ja-xx")[2]
    (tmp_path / "page.txt").write_text("")
    assert "page.txt: is not a whole zip file" in jaen("install", "page.txt")[2]


REFUSALS = [
    (("install", "absent.argosmodel"), "absent.argosmodel: No such file or directory; nothing was installed"),
    (("verify", "ja-en"), "there is no installed package ja-en; none is installed"),
    (("remove", "ja-en", "--yes"), "there is no installed package ja-en; none is installed"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSALS)
def test_refusals(jaen, folder, arguments, said):
    """Each refusal is exit code 3, one line on standard error, and leaves nothing behind."""
    assert jaen(*arguments) == (3, "", f"jaen: {said}\n")
    assert not folder.exists()


def test_a_file_that_is_no_package(jaen, folder, tmp_path):
    """A file that is no package is refused by its name."""
    path = tmp_path / "page.argosmodel"
    path.write_text("<html>")
    code, out, err = jaen("install", "-q", path)
    assert (code, out) == (3, "")
    assert err == f"jaen: {path}: is not a whole zip file (File is not a zip file); nothing was installed\n"
    assert installed_packages() == ()


@pytest.mark.parametrize("value", ["", "abc", "g" * 64])
def test_a_hash_that_is_none(jaen, tiny_package, value):
    """A value that can't be a SHA-256 is a wrong use of the command."""
    code, _, err = jaen("install", tiny_package, "--sha256", value)
    assert code == 2
    assert "64 hexadecimal digits" in err


def test_another_hash(jaen, folder, tiny_package):
    """A file with another hash than asked for is refused."""
    code, _, err = jaen("install", tiny_package, "--sha256", "0" * 64)
    assert code == 3
    assert "its SHA-256 is e203bac4877" in err
    assert not folder.exists()


def test_a_damaged_package(jaen, folder, tiny_package, untried):
    """Verify finds a file that has changed: exit code 1, and the file is named."""
    jaen("install", tiny_package)
    with (folder / "translate-ja_en-0_1/model/model.bin").open("ab") as file:
        file.write(b"x")
    code, out, _ = jaen("verify", "ja-en")
    assert code == 1
    assert "  wrong: model/model.bin has changed: SHA-256" in out


def test_a_package_of_another_program(jaen, tiny_folder, monkeypatch, untried):
    """What jaen has not installed has no recorded hashes, and verify says so."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny_folder))
    code, out, _ = jaen("verify")
    assert code == 0
    assert "no hashes were recorded: another program has installed it" in out


def test_remove_asks(jaen, tiny_package, untried, monkeypatch):
    """Without a terminal and without --yes nothing is removed; a person can say no."""
    jaen("install", tiny_package)
    assert jaen("remove", "ja-en")[0] == 2
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    assert jaen("remove", "ja-en")[0] == 0
    assert len(installed_packages()) == 1


def test_remove_needs_one_name(jaen, folder, tiny_package, untried):
    """Where several packages have a name, their folders' names are told and nothing is removed."""
    jaen("install", tiny_package)
    (folder / "translate-ja_en-0_1").rename(folder / "other")
    metadata = folder / "other/metadata.json"
    metadata.write_text(metadata.read_text().replace('"0.1"', '"0.2"'))
    jaen("install", tiny_package)
    code, _, err = jaen("remove", "ja-en", "-y")
    assert code == 3
    assert "translate-ja_en-0_1, other" in err
    assert jaen("remove", "other", "-y")[0] == 0
    assert [package.version for package in installed_packages()] == ["0.1"]
