"""Three versions of one entry's file made into one, for git: per field where git alone would compare lines."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jaen.errors import GlossaryError
from jaen.glossary.changes import merge_concepts
from jaen.glossary.saving.git import merge_lines
from jaen.glossary.saving.yaml_text import rewrite
from jaen.glossary.saving.yaml_tree import YamlText
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept

__all__ = ["MergedText", "merge_texts"]


@dataclass(frozen=True, slots=True)
class MergedText:
    """The file; where `conflicts` are told, a line each, it has git's marks around both versions."""

    text: bytes
    conflicts: tuple[str, ...] = ()


def merge_texts(file: Path, base: bytes | None, ours: bytes, theirs: bytes) -> MergedText:
    """Bring two changes of one entry's file together.

    What one side changed is taken, comments too. Where both changed the same field, each in its own way, both versions
    are marked as git marks them; so are comments that both changed, where they stand in the same lines.

    Args:
        file: its path; the name is the id.
        base: what both started from, None for a file that both added.
        ours: one version.
        theirs: the other.

    Raises:
        GlossaryError: one of the three can't be read as an entry.
        VersionError: there is no git.
    """
    old, mine, other = (None if data is None else _read(file, data) for data in (base, ours, theirs))
    merged = merge_concepts(old, mine, other)
    by_lines, is_clean = merge_lines(base or b"", ours, theirs)
    if is_clean and not merged.conflicts and _holds(file, by_lines, merged.concept):
        return MergedText(by_lines)
    carriers = _carriers(base or b"", ours, theirs)
    conflicts = [f"{file.stem}: {conflict}" for conflict in merged.conflicts]
    assert merged.concept  # neither side is None
    if not conflicts and carriers[0] == carriers[1]:
        return MergedText(rewrite(carriers[0], merged.concept))
    with_ours = merge_concepts(old, other, mine).concept  # fields that are in conflict are as in the last
    assert with_ours
    texts = [rewrite(carriers[0], with_ours), rewrite(carriers[1], merged.concept)]
    if texts[0] == texts[1]:  # the conflict shows in no line: both files are shown whole
        texts = [ours, theirs]
    conflicts = conflicts or [f"{file.stem}: comments: both sides changed some"]
    return MergedText(b"".join(_marked(*texts)), tuple(conflicts))


def _read(file: Path, data: bytes) -> Concept:
    return read_entry(data, file.stem, str(file))


def _holds(file: Path, data: bytes, concept: Concept | None) -> bool:
    """True when *data* is the entry of *concept*: lines that merge by themselves may say a thing twice, or wrongly."""
    try:
        return _read(file, data) == concept
    except GlossaryError:
        return False


def _carriers(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bytes]:
    """The texts to write both versions into: of the side that changed comments, which belong to no field."""
    comments = [_comments(data) for data in (base, ours, theirs)]
    if comments[2] in (comments[0], comments[1]):
        return ours, ours
    return (theirs, theirs) if comments[1] == comments[0] else (ours, theirs)


def _comments(data: bytes) -> list[str]:
    """The comments of an entry that can be read, or of no text; a # within a text is none."""
    return [comment.text for comment in YamlText(data.decode("utf-8-sig")).comments] if data else []


def _marked(ours: bytes, theirs: bytes) -> Iterator[bytes]:
    """The lines of both, with git's marks where they differ."""
    first, second = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    newline = b"\r\n" if b"\r\n" in ours else b"\n"
    for kind, start, end, other_start, other_end in difflib.SequenceMatcher(None, first, second, False).get_opcodes():
        if kind == "equal":
            yield from first[start:end]
            continue
        yield b"<<<<<<< ours" + newline
        yield from (_ended(line, newline) for line in first[start:end])
        yield b"=======" + newline
        yield from (_ended(line, newline) for line in second[other_start:other_end])
        yield b">>>>>>> theirs" + newline


def _ended(line: bytes, newline: bytes) -> bytes:
    return line if line.endswith((b"\n", b"\r")) else line + newline
