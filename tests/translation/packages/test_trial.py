"""A package is tried out in a process of its own, which may end in any way."""

import shutil
import sys
import zipfile

import pytest

from jaen.errors import EngineUnavailable, PackageError
from jaen.translation.packages import install, installed_packages, survey, trial
from jaen.translation.packages.trial import try_out


@pytest.fixture
def package(tiny_folder, tmp_path, translating):
    """A copy of the small package, to be damaged."""
    return shutil.copytree(next(tiny_folder.iterdir()), tmp_path / "copy")


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Puts a library in the way of the real ctranslate2, and says what it does when it is imported."""

    def put(code):
        (tmp_path / "libraries").mkdir()
        (tmp_path / "libraries/ctranslate2.py").write_text(code)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path / "libraries"))

    return put


def test_a_good_package(package):
    """It translates."""
    assert "coffee" in try_out(package)


def test_the_folder_that_the_user_is_in(package, tmp_path, monkeypatch):
    """Modules that lie about where the command is given are not run."""
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    assert try_out(package)


WEIGHTS = {
    "none": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "zeros": lambda data: bytes(len(data)),
    "text": lambda data: b"<html>not found</html>" * 1000,
    "huge": lambda data: data[:20] + b"\xff" * 200 + data[220:],
    "not numbers": lambda data: data[: len(data) // 2] + b"\xff" * (len(data) // 2),
}


@pytest.mark.slow
@pytest.mark.parametrize("damage", WEIGHTS)
def test_damaged_weights(package, damage):
    """Weights that are none are refused with a reason; this process lives on."""
    weights = package / "model/model.bin"
    weights.write_bytes(WEIGHTS[damage](weights.read_bytes()))
    with pytest.raises(PackageError, match=r"can't be used|ended the process"):
        try_out(package)


@pytest.mark.parametrize("name", ["sentencepiece.model", "model/shared_vocabulary.json"])
def test_damaged_companions(package, name):
    """So are pieces and vocabularies."""
    (package / name).write_bytes(b"garbage")
    with pytest.raises(PackageError):
        try_out(package)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no signals")
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGKILL", "SIGABRT"])
def test_a_process_that_is_killed(package, library, name):
    """The signal that ended the trial is named."""
    library(f"import os, signal; os.kill(os.getpid(), signal.{name})")
    with pytest.raises(PackageError, match=name):
        try_out(package)


def test_a_process_that_ends_otherwise(package, library):
    """An end without a word tells its exit code, and one with a traceback the last line of it."""
    library("import os; os._exit(7)")
    with pytest.raises(PackageError, match="exit code 7"):
        try_out(package)


def test_a_process_that_fails(package, library):
    """An error that nobody foresaw is told too."""
    library("raise ZeroDivisionError('by zero')")
    with pytest.raises(PackageError, match="ZeroDivisionError: by zero"):
        try_out(package)


def test_a_process_that_says_nonsense(package, library):
    """What a trial prints is JSON or a failure."""
    library("import os; os.write(1, b'[1]\\n'); os._exit(0)")
    with pytest.raises(PackageError, match="ended the process"):
        try_out(package)


def test_a_process_that_hangs(package, library, monkeypatch):
    """A trial has its time."""
    library("import time; time.sleep(60)")
    monkeypatch.setattr(trial, "SECONDS", 1.0)
    with pytest.raises(PackageError, match="within 1 seconds"):
        try_out(package)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process")
def test_a_process_that_takes_all_memory(package, library):
    """A trial gets no more memory than its weights explain."""
    library("bytearray(8 << 30)")
    with pytest.raises(PackageError, match="MemoryError"):
        try_out(package)


def test_without_the_library(package, library):
    """Where ctranslate2 is missing, the command that brings it is named, and the package is not called broken."""
    library("raise ImportError('no such library')")
    with pytest.raises(EngineUnavailable, match="pip install"):
        try_out(package)


def test_an_install_without_the_library(folder, tiny_package, library):
    """Then it can't be tried out, and so is not installed; the command that helps is named."""
    library("raise ImportError('no such library')")
    with pytest.raises(EngineUnavailable, match=r"can't be tried out; nothing was installed; .*pip install"):
        install(tiny_package)
    assert survey().packages == ()


def test_an_install_with_damaged_weights(folder, package, tmp_path):
    """A package that fails its trial was never there."""
    (package / "model/model.bin").write_bytes(b"<html>")
    path = tmp_path / "damaged.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for file in package.rglob("*"):
            archive.write(file, f"top/{file.relative_to(package)}")
    with pytest.raises(PackageError, match=r"damaged\.argosmodel: .*; nothing was installed$") as caught:
        install(path)
    assert ".jaen-install" not in str(caught.value)
    assert survey().packages == survey().unusable == ()
    assert [path.name for path in folder.iterdir()] == [".jaen-lock"]


def test_an_install_with_its_trial(folder, translating, tiny_package):
    """The small package installs for real, and is the one that is found."""
    done = install(tiny_package)
    assert installed_packages() == (done.package,)
    assert "coffee" in done.sample
