"""Where Argos packages are: the only module that knows argostranslate."""

import os
from pathlib import Path

__all__ = ["packages_folder"]


def packages_folder() -> Path:
    """The folder that argostranslate keeps its packages in; it need not exist."""
    named = os.environ.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "argos-translate" / "packages"
