"""Where Argos packages are and where their index is, by the rules of argostranslate's own settings.

argostranslate itself is not asked: importing its settings makes five folders in the home directory, sets a variable of
the process, and fails where the home can't be written. Looking must change nothing, so its rules stand here a second
time, and `tests/translation/packages/test_folders.py` holds them to what the installed argostranslate answers. Two
things differ on purpose: a variable that is set but empty counts as not set (argostranslate would take the folder that
the program happens to run in), and a settings file that can't be read is an error (argostranslate prints a line and
goes on without it).
"""

import json
import os
from pathlib import Path
from typing import Any

from jaen.errors import ConfigError

__all__ = ["index_url", "package_folders"]

_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"


def package_folders() -> tuple[Path, ...]:
    """The folders whose folders are packages; they need not exist. New packages go into the first.

    ARGOS_PACKAGES_DIR names it, in the environment or in argostranslate's `settings.json`; else it lies in XDG_DATA_HOME.
    As a snap, argostranslate brings packages along in others. Empty for a user without a home who names none.

    Raises:
        ConfigError: argostranslate's `settings.json` is none.
    """
    named = _setting("ARGOS_PACKAGES_DIR")
    data = _base("XDG_DATA_HOME", ".local/share")
    own = Path(named) if named else data / "packages" if data else None
    return ((own,) if own else ()) + _of_snap()


def index_url() -> str:
    """Where the list of available packages is; ARGOS_PACKAGE_INDEX names the folder that it lies in.

    Raises:
        ConfigError: argostranslate's `settings.json` is none.
    """
    base = _setting("ARGOS_PACKAGE_INDEX") or _INDEX
    return f"{base.removesuffix('/')}/index.json"


def _setting(name: str) -> str | None:
    """From the environment, else from argostranslate's settings file."""
    return os.environ.get(name) or _settings_file().get(name) or None


def _settings_file() -> dict[str, Any]:
    folder = _base("XDG_CONFIG_HOME", ".config")
    if folder is None:
        return {}
    path = folder / "settings.json"
    try:
        settings = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; argostranslate's settings must be readable or absent") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is not JSON ({error}); correct argostranslate's settings or remove them") from error
    if not isinstance(settings, dict):
        raise ConfigError(f"{path}: is not a JSON object; correct argostranslate's settings or remove them")
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX"):
        if not isinstance(settings.get(name, ""), str):
            raise ConfigError(f"{path}: {name} is not a text; correct argostranslate's settings or remove them")
    return settings


def _base(variable: str, usual: str) -> Path | None:
    named = os.environ.get(variable)
    home = _home()
    if named:
        return Path(named) / "argos-translate"
    return home / usual / "argos-translate" if home else None


def _home() -> Path | None:
    if "SNAP" in os.environ and os.environ.get("SNAP_USER_DATA"):
        return Path(os.environ["SNAP_USER_DATA"])
    try:
        return Path.home()
    except RuntimeError:  # a container's user without a home
        return None


def _of_snap() -> tuple[Path, ...]:
    if not os.environ.get("SNAP"):
        return ()
    brought = Path(os.environ["SNAP"], "snap_custom")
    content = brought / "content_snap_packages"
    found = [brought / "packages", *(sorted(content.iterdir()) if content.is_dir() else [])]
    return tuple(folder for folder in found if folder.is_dir())
