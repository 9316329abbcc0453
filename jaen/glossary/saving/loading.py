"""A glossary as texts that are not on disk, or not yet: read and checked as if they were."""

import os
from collections.abc import Mapping
from pathlib import Path

from jaen.glossary.sources.content import Content, Whole, check_concepts
from jaen.glossary.sources.files import Loaded, load_concepts
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.reader import FileReader

__all__ = ["changed", "load_folder", "load_texts"]


def load_folder(path: Path) -> Loaded:
    """The glossary in a folder; a folder without any entry is one that begins.

    Raises:
        GlossaryError: with all that is wrong in it.
    """
    with os.scandir(path) as entries:
        has_entries = any(not entry.name.startswith(".") and _may_matter(entry) for entry in entries)
    return load_concepts(path) if has_entries else Loaded((), {})


def _may_matter(entry: os.DirEntry[str]) -> bool:
    """True for what loading has something to say about: an entry, a wrong ending, a folder that may hold entries."""
    return entry.name.lower().endswith((".yaml", ".yml")) or entry.is_dir()


def load_texts(path: Path, texts: Mapping[str, bytes]) -> Loaded:
    """The glossary that *texts* (id → bytes) make.

    Raises:
        GlossaryError: with all that is wrong in them.
    """
    problems = Problems()
    whole = Whole()
    for concept_id, data in sorted(texts.items()):
        file = path / f"{concept_id}.yaml"
        whole.add(str(file), _content(file, data, problems))
    whole.check(problems)
    problems.raise_if_any(str(path))
    return Loaded(tuple(whole.concepts), whole.origins)


def changed(path: Path, now: Loaded, texts: Mapping[str, bytes | None]) -> Loaded:
    """The glossary *now* with other *texts* (id → bytes, None for no file) in it.

    Raises:
        GlossaryError: with all that would be wrong.
    """
    problems = Problems()
    concepts = {concept.id: concept for concept in now.concepts if concept.id not in texts}
    origins = {one: origin for one, origin in now.origins.items() if one not in texts}
    for concept_id, data in sorted(texts.items()):
        if data is not None:
            content = _content(path / f"{concept_id}.yaml", data, problems)
            concepts |= {concept.id: concept for concept in content.concepts}
            origins |= dict(zip((concept.id for concept in content.concepts), content.origins, strict=True))
    problems.raise_if_any(str(path))  # links to an entry that can't be read would seem to lead nowhere
    check_concepts(concepts.values(), origins, problems)
    problems.raise_if_any(str(path))
    return Loaded(tuple(sorted(concepts.values(), key=lambda concept: concept.id)), origins)


def _content(file: Path, data: bytes, problems: Problems) -> Content:
    return FileReader(file, problems).read_one(data)
