"""Which Argos packages are installed."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jaen.translation.packages.folders import packages_folder

__all__ = ["InstalledPackage", "installed_packages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledPackage:
    """A package that can be opened.

    Attributes:
        folder: with `metadata.json`, `model/` and `sentencepiece.model`.
        source, target: BCP 47 tags.
        version: as its metadata says.
    """

    folder: Path
    source: str
    target: str
    version: str

    @property
    def identity(self) -> str:
        """Name, version and a hash of the weights."""
        digest = sha256((self.folder / "model" / "model.bin").read_bytes()).hexdigest()
        return f"{self.source}_{self.target} {self.version} sha256:{digest[:16]}"


def installed_packages() -> tuple[InstalledPackage, ...]:
    """The packages that are installed, older versions first."""
    found = []
    for path in sorted(packages_folder().glob("*/metadata.json")):
        data = json.loads(path.read_text("utf-8"))
        found.append(
            InstalledPackage(
                folder=path.parent,
                source=data["from_code"],
                target=data["to_code"],
                version=data["package_version"],
            )
        )
    return tuple(found)
