"""From a path to concepts: a folder of one YAML file per concept, a YAML file with a list, a CSV or an Excel file.

Files that are as they were the last time come from the cache, the others are read.
"""

import gc
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jaen.errors import GlossaryError
from jaen.glossary.sources.cache import Cache, Kept, Signature, digest_of, settled, signature_of
from jaen.glossary.sources.content import Broken, Content, Whole
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.reader import EXCHANGED, ROWS, FileReader, read_bytes
from jaen.glossary.sources.tree import Origin
from jaen.model import Concept

_MIN_CACHED = 50_000  # bytes of all files; fewer are read in 20 ms
_MIN_STALE = 0.01  # of the files; while fewer have changed, reading them costs less than writing the cache again


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a glossary's files hold: concepts sorted by id, and where each stands."""

    concepts: tuple[Concept, ...]
    origins: dict[str, Origin]


def load_concepts(path: Path) -> Loaded:
    """All concepts at *path*, sorted by id.

    Raises:
        GlossaryError: nothing is there, or something in it is wrong; then with all that is.
    """
    problems = Problems()
    looked_at = time.time_ns()
    signatures = _signatures(path, problems)
    folder = path if path.is_dir() else path.parent
    prefix = str(folder / "_")[:-1]
    size = sum(signature[0] for signature in signatures.values() if signature)
    cache = Cache(path) if size >= _MIN_CACHED else None
    with _without_collector():
        before = cache.load(prefix) if cache else {}
        now: dict[str, Kept] = {}
        for name, signature in signatures.items():
            kept = before.get(name)
            if kept is None or signature is None or kept.signature != signature:
                if folder is path and not os.path.lexists(folder / name):
                    continue  # removed by someone since the folder was listed
                kept = _look_into(folder / name, folder is path, kept, problems)
                kept = Kept(settled(signature, looked_at), kept.digest, kept.content)
            now[name] = kept
        whole = Whole()
        for name, kept in now.items():
            whole.add(prefix + name, kept.content)
        is_as_before = now == before
        if not is_as_before:  # else it was found to go together before it was kept
            whole.check(problems)
        problems.raise_if_any(str(path))
        loaded = Loaded(tuple(whole.concepts), whole.origins)
        if not loaded.concepts:
            advice = f"add one as {path.name}/my-concept.yaml" if path.is_dir() else "add one"
            raise GlossaryError(str(path), [f"{path}: holds no concept; {advice}"])
        if cache and not is_as_before and _is_stale(before, now):
            cache.store(now)
    return loaded


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing is garbage while a glossary is built; looking for it takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else someone froze objects on purpose, as before a fork
                # Together these only move what was made to the oldest generation, so that the collector does not
                # begin by looking through all of it.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _signatures(path: Path, problems: Problems) -> dict[str, Signature | None]:
    """The files of the glossary by name; None for one that can't be looked at.

    Raises:
        GlossaryError: it is not there, or no glossary.
    """
    if path.is_dir():
        return _scan(path, problems)
    if path.suffix == ".yaml" or path.suffix in ROWS or path.suffix in EXCHANGED:
        return {path.name: _signature(path)}
    if path.exists():
        kinds = "a folder of .yaml files, a .yaml, .csv, .xlsx, .tbx or .utx file"
        raise GlossaryError(str(path), [f"{path}: not a glossary; give {kinds}"])
    raise GlossaryError(str(path), [f"{path}: there is no such file or folder; check the path"])


def _scan(folder: Path, problems: Problems) -> dict[str, Signature | None]:
    signatures: dict[str, Signature | None] = {}
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        problems.add(str(folder), 1, f"can't be read ({error.strerror}); check its permissions")
        return {}
    for entry in found:
        stem, dot, suffix = entry.name.rpartition(".")
        if dot and suffix == "yaml":
            signatures[entry.name] = _signature(entry)
        elif dot and suffix in ("yml", "YAML", "YML"):
            problems.add(str(folder / entry.name), 1, f"is not read; rename it to {stem}.yaml")
        elif entry.is_dir() and any((folder / entry.name).glob("*.yaml")):
            what = "holds .yaml files in a folder of a folder; move them one up"
            problems.add(str(folder / entry.name), 1, what)
    return signatures


def _signature(file: Path | os.DirEntry[str]) -> Signature | None:
    try:
        return signature_of(file.stat())
    except OSError:
        return None  # reading it will say why


def _look_into(path: Path, is_in_folder: bool, kept: Kept | None, problems: Problems) -> Kept:
    """What a file holds, with the digest of its bytes, from the cache when those are the same as before."""
    data = read_bytes(path, problems)
    if data is None:
        return Kept(None, "", Content(broken=(Broken(path.stem, 1),)))
    digest = digest_of(data)
    if kept and kept.digest == digest:
        return kept
    reader = FileReader(path, problems)
    return Kept(None, digest, reader.read_one(data) if is_in_folder else reader.read(data))


def _is_stale(before: Mapping[str, Kept], now: Mapping[str, Kept]) -> bool:
    """True when to keep *now* instead of *before* is worth the time it takes, and right."""
    if any(kept.content.neighbors or name.endswith(EXCHANGED) for name, kept in now.items()):
        return False  # it links to files that are not looked at here, or is read by code that the cache does not know
    changed = sum(1 for name in before.keys() | now.keys() if before.get(name) is not now.get(name))
    return changed > _MIN_STALE * len(now)
