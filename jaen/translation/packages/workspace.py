"""A place to work in beside the packages, for one process at a time."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jaen.errors import PackageError
from jaen.files.lock import acquire

__all__ = ["workspace"]

PLACE = ".jaen-install"
LOCK = ".jaen-lock"
WAIT = 600.0  # seconds; an install takes seconds, its download minutes


@contextmanager
def workspace(folder: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """An empty folder on the file system of *folder*, where packages lie; it is gone at the end.

    Nobody else changes *folder* meanwhile: others who ask for a workspace wait. What a killed process has left in it is
    removed first. The workspace is inside *folder*, because beside it might be another disk or no permission.
    argostranslate fails over a folder without `metadata.json`, so there is one, of a type that it passes over.

    Raises:
        PackageError: others have been working all the time.
        OSError: the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / PLACE
    try:
        lock = acquire(folder / LOCK, WAIT, lambda: tell(f"{folder}: waiting for another install to end"))
    except TimeoutError:
        message = f"{folder}: another install has been running for {WAIT / 60:.0f} minutes; try again when it has ended"
        raise PackageError(message) from None
    with lock:
        _remove(place)
        place.mkdir()
        try:
            (place / "metadata.json").write_text(json.dumps({"type": "jaen-install"}), "utf-8")
            work = place / "work"
            work.mkdir()
            yield work
        finally:
            with suppress(OSError):  # what can't be removed now is swept next time
                _remove(place)


def _remove(place: Path) -> None:
    """Remove a workspace; its marker last, so that argostranslate never sees a folder without one."""
    if place.is_symlink():
        place.unlink()
    elif place.is_dir():
        shutil.rmtree(place / "work", ignore_errors=True)
        shutil.rmtree(place)
