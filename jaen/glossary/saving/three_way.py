"""Three versions of one entry's file made into one, for git: per field where git alone would compare lines."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jaen.glossary.changes import merge_concepts
from jaen.glossary.saving.edits import text_edit
from jaen.glossary.saving.yaml_text import rewrite
from jaen.glossary.sources.entry import read_entry

__all__ = ["MergedText", "merge_texts"]


@dataclass(frozen=True, slots=True)
class MergedText:
    """The file; where `conflicts` are told, a line each, it has git's marks around both versions."""

    text: bytes
    conflicts: tuple[str, ...] = ()


def merge_texts(file: Path, base: bytes | None, ours: bytes, theirs: bytes) -> MergedText:
    """Bring two changes of one entry's file together.

    What one side changed is taken, comments and layout too. Where both changed the same field, or both changed comments
    or layout, the lines that differ are marked as git marks them.

    Args:
        file: its path; the name is the id.
        base: what both started from, None for a file that both added.
        ours: one version.
        theirs: the other.

    Raises:
        GlossaryError: one of the three can't be read as an entry.
    """
    outcome = text_edit(base, ours)(file, theirs)
    if not outcome.conflicts and outcome.text is not None:
        return MergedText(outcome.text)
    old, mine, other = (None if data is None else read_entry(data, file.stem, str(file)) for data in (base, ours, theirs))
    versions = merge_concepts(old, other, mine).concept, merge_concepts(old, mine, other).concept
    assert old or (mine and other)
    # Comments and layout are those of the side that touched them; then only fields that are in conflict differ.
    carriers = [ours, theirs]
    if base is not None and other and rewrite(base, other) == theirs:
        carriers = [ours, ours]
    elif base is not None and mine and rewrite(base, mine) == ours:
        carriers = [theirs, theirs]
    texts = [rewrite(carrier, version) for carrier, version in zip(carriers, versions, strict=True) if version]
    if texts[0] == texts[1]:  # what is in conflict shows in no line; then both files are shown whole
        texts = [ours, theirs]
    return MergedText(b"".join(_marked(*texts)), outcome.conflicts)


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
