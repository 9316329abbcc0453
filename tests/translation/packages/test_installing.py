"""An install is whole or has not been: whatever the file, the folder, the disk and other processes do."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaen.errors import PackageError
from jaen.translation.packages import find, install, installed_packages, remove, survey, verify, workspace

sys.path.insert(0, str(Path(__file__).parent))
from package_files import members, packed

sys.path.pop(0)
ROOT = Path(__file__).parents[3]
INSTALLERS = Path(__file__).with_name("installers.py")
posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such signals, pipes or users")


def left(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != ".jaen-lock")


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(path, said, **options):
    """The message of an install that is refused, which says so and names the file."""
    with pytest.raises(PackageError, match=r"nothing was installed$") as caught:
        install(path, **options)
    assert said in str(caught.value)
    return str(caught.value)


def test_an_install(folder, untried, make_package):
    """All files lie in a folder named like the official ones, with a record of where they came from."""
    path = make_package()
    done = install(path)
    assert done.package.folder == folder / "translate-ja_en-1_0"
    assert done.sample == "a sample"
    assert done.replaced == ()
    assert (done.archive.size, done.archive.sha256) == (path.stat().st_size, sha256(path.read_bytes()).hexdigest())
    files = content(done.package.folder)
    record = json.loads(files.pop("jaen.json"))
    assert files == {name.partition("/")[2]: data for name, data in members().items()}
    assert record["archive"] == {"source": str(path), "size": done.archive.size, "sha256": done.archive.sha256}
    assert {name: each["sha256"] for name, each in record["files"].items()} == {
        name: sha256(data).hexdigest() for name, data in files.items()
    }
    assert left(folder) == ["translate-ja_en-1_0"]


def test_the_folder_inside_may_have_any_name(folder, untried, tmp_path):
    """The folder is named by the metadata: one that is called like another package can't take its place."""
    path = tmp_path / "x.argosmodel"
    path.write_bytes(packed(members(top="translate-de_en-1_0")))
    assert install(path).package.folder.name == "translate-ja_en-1_0"


def test_the_same_version_is_replaced(folder, untried, make_package, tmp_path):
    """A package of the same version makes room when the new one is there, also under another name; others stay."""
    install(make_package(package_version="0.9"))
    first = install(make_package()).package.folder
    first.rename(folder / "ja_en")
    second = install(make_package())
    assert second.replaced == (folder / "ja_en",)
    third = install(make_package())
    assert third.replaced == (second.package.folder,)
    assert third.package.folder != second.package.folder
    assert [package.version for package in installed_packages()] == ["0.9", "1.0"]
    assert left(folder) == ["translate-ja_en-0_9", third.package.folder.name]


def test_a_refused_file_leaves_the_old_package(folder, untried, make_package, tmp_path):
    """What was installed stays as it was when its successor is no package."""
    before = content(install(make_package()).package.folder)
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(packed(members())[:-30])
    refused(bad, "not a whole zip file")
    assert content(installed_packages()[0].folder) == before
    assert left(folder) == ["translate-ja_en-1_0"]


def test_what_lies_broken_under_its_name_makes_room(folder, untried, make_package):
    """An install that another program did by half is mended by installing the package."""
    half = folder / "translate-ja_en-1_0"
    half.mkdir(parents=True)
    (half / "metadata.json").write_text("{")
    other = folder / "something"
    other.mkdir()
    done = install(make_package())
    assert done.replaced == (half,)
    assert len(left(folder)) == 2
    assert other.exists()


def test_linked_packages(folder, untried, make_package, tmp_path):
    """Of a linked package the link makes room, never what it leads to."""
    package = install(make_package()).package.folder
    real = tmp_path / "real"
    package.rename(real)
    package.symlink_to(real, target_is_directory=True)
    install(make_package())
    assert (real / "model/model.bin").exists()
    assert not package.is_symlink()
    assert len(installed_packages()) == 1


def test_a_linked_packages_folder(folder, untried, make_package, tmp_path):
    """The packages folder may be a link."""
    (tmp_path / "real").mkdir()
    folder.symlink_to(tmp_path / "real", target_is_directory=True)
    install(make_package())
    assert (tmp_path / "real/translate-ja_en-1_0/jaen.json").exists()


def test_the_hash_that_is_asked_for(folder, untried, make_package):
    """--sha256 lets that file in, in capitals too, and no other."""
    path = make_package()
    digest = sha256(path.read_bytes()).hexdigest()
    assert digest in refused(path, "SHA-256", sha256="0" * 64)
    assert not folder.exists()
    assert install(path, sha256=digest.upper()).archive.sha256 == digest


def test_what_is_no_file(folder, tmp_path):
    """A folder, nothing, a pipe (which might never end)."""
    refused(tmp_path, "is a folder")
    refused(tmp_path / "absent.argosmodel", "No such file")
    assert not folder.exists()


@posix
def test_pipes(folder, tmp_path):
    """Nobody waits at a pipe."""
    os.mkfifo(tmp_path / "pipe")
    refused(tmp_path / "pipe", "is no file")


GOOD = packed(members())
changes = st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=3)), max_size=3)
any_file = st.binary(max_size=200) | st.builds(
    lambda made, end: changed(made)[: len(GOOD) - end], changes, st.integers(0, 30)
)


def changed(made):
    data = bytearray(GOOD)
    for at, value in made:
        data[at : at + len(value)] = value
    return bytes(data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_file)
def test_any_bytes(folder, untried, tmp_path, data):
    """Whatever bytes a file holds, a package is installed, or the answer is a PackageError that names the file."""
    path = tmp_path / "any.argosmodel"
    path.write_bytes(data)
    before = left(folder) if folder.exists() else []
    try:
        install(path)
    except PackageError as error:
        said = str(error)
    else:
        said = f"{path} installed; nothing was installed besides"
        before = left(folder)
    assert said.startswith(str(path))
    assert "nothing was installed" in said
    assert left(folder) == before


def test_a_packages_folder_that_is_a_file(folder, untried, make_package):
    """Where the folder can't be, that is said."""
    folder.write_text("")
    refused(make_package(), "File exists")


def test_a_user_without_a_home(monkeypatch, make_package):
    """Who has no home is told how to name a folder."""
    monkeypatch.setattr("jaen.translation.packages.installing.package_folders", tuple)
    with pytest.raises(PackageError, match="ARGOS_PACKAGES_DIR"):
        install(make_package())


RUN = "import sys; from jaen.translation.packages import install, installing; installing.try_out = lambda f: 'x'; install(sys.argv[1])"


def in_process(code, folder, *arguments):
    """Run *code* with this packages folder; its exit code and what it says."""
    environment = os.environ | {"ARGOS_PACKAGES_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    return done.returncode, done.stderr


@posix
def test_a_folder_that_must_not_be_written(tmp_path):
    """Without permission nothing is installed, and the reason is said."""
    # All that is imported on first use is there when root becomes another user, who might not reach Python itself.
    become = "import os; os.geteuid() or os.setuid(65534); os.environ['ARGOS_PACKAGES_DIR'] = sys.argv[2]; install(sys.argv[1])"
    with TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        path = place / "package.argosmodel"
        path.write_bytes(packed(members()))
        folder = place / "packages"
        folder.mkdir(mode=0o555)
        code, said = in_process(f"{RUN}; {become}", tmp_path / "elsewhere", path, folder)
        assert code == 1
        assert "Permission denied; nothing was installed" in said
        assert left(folder) == []


@posix
def test_a_disk_that_is_full(folder, untried, make_package, tmp_path):
    """A write that fails in the middle leaves what was installed, and nothing besides."""
    before = content(install(make_package()).package.folder)
    big = tmp_path / "big.argosmodel"
    big.write_bytes(packed(members() | {"translate-ja_en-1_0/model/vmap.txt": bytes(3 << 20)}))
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20)); {RUN}"
    code, said = in_process(limited, folder, big)
    assert code == 1
    assert "nothing was installed" in said
    assert content(installed_packages()[0].folder) == before
    assert left(folder) == ["translate-ja_en-1_0"]


def test_a_folder_without_any_permission(folder, untried, make_package):
    """Where its mode lets nobody write, root may all the same, and others are told."""
    folder.mkdir(mode=0o555)
    if os.access(folder, os.W_OK):
        assert install(make_package()).package.folder.parent == folder
    else:
        refused(make_package(), "Permission denied")


def test_who_comes_second_waits(folder, untried, make_package):
    """While one works, another waits and says so; then both have installed."""
    told, done = [], []
    with workspace.workspace(folder, told.append):
        thread = threading.Thread(target=lambda: done.append(install(make_package(), tell=told.append)))
        thread.start()
        while not any("waiting" in line for line in told):
            time.sleep(0.01)
        assert done == []
    thread.join(30)
    assert [package.version for package in installed_packages()] == ["1.0"]


def test_who_waits_too_long_is_told(folder, make_package, monkeypatch):
    """An install that never ends does not hold up others for ever."""
    monkeypatch.setattr(workspace, "WAIT", 0.1)
    with workspace.workspace(folder, lambda line: None), pytest.raises(PackageError, match="another install"):
        install(make_package())


@pytest.mark.slow
def test_many_installs_at_once(folder, untried, make_package):
    """Several processes install the same version at the same time: each ends well, and one package is there."""
    path = make_package()
    environment = os.environ | {"ARGOS_PACKAGES_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN, str(path)]
    running = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) for _ in range(4)]
    for each in running:
        assert each.communicate(timeout=60)[1] == b""
        assert each.returncode == 0
    assert len(installed_packages()) == 1
    assert len(left(folder)) == 1


@posix
@pytest.mark.slow
def test_an_install_that_ends_before_any_call(folder, untried, make_package, tmp_path):
    """Killed (-9) before the first, second, third … call that touches the disk: the old package or the new one is seen,
    whole, in the moment between both; the next install works and leaves nothing behind.
    """
    for name, weights in (("old", b"old"), ("new", b"new")):
        data = packed(members() | {"translate-ja_en-1_0/model/model.bin": weights * 1000})
        (tmp_path / f"{name}.argosmodel").write_bytes(data)
    files = len(list(install(tmp_path / "old.argosmodel").package.folder.rglob("*")))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(INSTALLERS), str(tmp_path / "old.argosmodel"), str(tmp_path / "new.argosmodel")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    *ends, last = map(json.loads, done.stdout.splitlines())
    assert last["calls"] > 30
    old, new = ["old", files], ["new", files]
    for end in ends:
        assert end["seen"]["unusable"] == []
        assert sorted(end["seen"]["weights"]) in ([old], [new, old], [new])
        assert end["after"] == {"weights": [new], "unusable": []}
        assert len(end["left"]) == 2
    assert {len(end["seen"]["weights"]) for end in ends} == {1, 2}
    assert ends[0]["seen"]["weights"] == [old]
    assert ends[-1]["seen"]["weights"] == [new]


@posix
@pytest.mark.slow
def test_an_install_that_is_killed_at_random(folder, tiny_package, translating):
    """The real package, killed at random moments, its trial too: nothing half is seen, and the next install works."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    code = "import sys; from jaen.translation.packages import install; install(sys.argv[1])"
    for wait in (0.15, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tiny_package)], env=environment, start_new_session=True
        )
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = survey()
        assert found.unusable == ()
        for package in found.packages:
            assert verify(package.folder).problems == ()
    install(tiny_package)
    assert len(left(folder)) == 1
    assert verify(find("ja-en")[0]).problems == ()


def test_what_is_left_is_swept_by_a_removal_too(folder, untried, make_package):
    """What a killed install has left goes with the next change of any kind."""
    package = install(make_package()).package.folder
    (folder / ".jaen-install/work/new").mkdir(parents=True)
    remove(package)
    assert left(folder) == []
