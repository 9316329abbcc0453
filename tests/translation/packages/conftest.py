"""Package files as they should be and as they should not, made on the spot."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from package_files import members, packed

sys.path.pop(0)


@pytest.fixture
def make_package(tmp_path):
    """Writes a package file and gives its path; keywords change its metadata (... leaves a key out)."""

    def make(name="package.argosmodel", **metadata):
        path = tmp_path / name
        path.write_bytes(packed(members(**metadata)))
        return path

    return make


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The packages folder, which is not there yet."""
    path = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(path))
    monkeypatch.setenv("JAEN_CACHE", str(tmp_path / "cache"))
    return path


@pytest.fixture
def untried(monkeypatch):
    """Packages are not tried out: their weights are none."""
    for module in ("installing", "keeping"):
        monkeypatch.setattr(f"jaen.translation.packages.{module}.try_out", lambda folder: "a sample")
