"""Where jaen keeps what it makes for itself: the only module that knows platformdirs. Nothing is created here."""

import os
from pathlib import Path

__all__ = ["cache_folder", "data_folder"]


def cache_folder() -> Path | None:
    """For what can be made again at any time; JAEN_CACHE names another. None for a user without a home, as in a container."""
    return _folder("JAEN_CACHE", "user_cache_dir")


def data_folder() -> Path | None:
    """For what can't, such as the translation memory; JAEN_DATA names another. None for a user without a home."""
    return _folder("JAEN_DATA", "user_data_dir")


def _folder(variable: str, kind: str) -> Path | None:
    named = os.environ.get(variable)
    if named:
        return Path(named)
    import platformdirs

    try:
        folder = Path(getattr(platformdirs, kind)("jaen"))
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # older versions give "~/.cache" there
