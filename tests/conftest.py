"""What tests of several rooms need: a small real model, as a package file, opened, and installed."""

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # so that tests of all rooms can import `constructed`
MODELS = Path(__file__).parent / "data" / "models"
# A test says what is right, not how fast a busy machine finds out.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def own_data(tmp_path_factory):
    """No test sees what the person who runs it has: a translation memory, caches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAEN_DATA", str(tmp_path_factory.mktemp("data")))
        patch.setenv("JAEN_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("JAEN_MEMORY", raising=False)
        yield


@pytest.fixture(scope="session")
def tiny_package():
    """Path of a small Japanese–English package (.argosmodel); see the README beside it."""
    return MODELS / "translate-ja_en-tiny.argosmodel"


@pytest.fixture(scope="session")
def tiny_folder(tiny_package, tmp_path_factory):
    """A packages folder with the small package unpacked in it; read only, by agreement."""
    folder = tmp_path_factory.mktemp("argos-packages")
    with zipfile.ZipFile(tiny_package) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def installed(tiny_folder, monkeypatch):
    """The small package is the only one installed; gives its packages folder."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny_folder))
    return tiny_folder


@pytest.fixture(scope="session")
def translating():
    """Skips where there is nothing to translate with."""
    for library in ("ctranslate2", "sentencepiece"):
        if find_spec(library) is None:
            pytest.skip(f"{library} is missing: the extra 'translate' or 'translate-light' is not installed")


@pytest.fixture(scope="session")
def tiny_model(translating, tiny_folder):
    """The small package's model, opened once for all tests."""
    from jaen.translation.engines import EngineChoice, open_engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(tiny_folder))
        return open_engine(EngineChoice()).open("ja", "en")


@pytest.fixture(scope="session")
def construct(translating, tmp_path_factory):
    """Builds a package that does what a `constructed.Plan` says; gives a packages folder with it in it."""
    from constructed import build_package

    def construct(plan):
        folder = tmp_path_factory.mktemp("constructed")
        build_package(folder, plan)
        return folder

    return construct


@pytest.fixture(scope="session")
def constructed_en_ja(construct):
    """A packages folder with an English–Japanese package that translates word by word; for ARGOS_PACKAGES_DIR.

    `I drink coffee.` gives `私は飲むコーヒーを。`; what it does not know, such as `Mythos`, it copies.
    """
    from constructed import EN_JA, Plan

    return construct(Plan(EN_JA))
