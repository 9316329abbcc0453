"""From a file on disk to what it brings, and from a glossary's history to what its concepts once were."""

from pathlib import Path

from jaen.errors import ExchangeError
from jaen.glossary.exchange.formats import format_for
from jaen.glossary.exchange.plan import Ancestors
from jaen.glossary.exchange.values import Incoming
from jaen.glossary.glossary import Glossary
from jaen.glossary.revision import revision_of
from jaen.glossary.saving import GlossaryFolder
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.reader import read_bytes
from jaen.model import Concept

__all__ = ["ancestors_in", "load_or_new", "read_incoming"]

_VERSIONS = 500  # the newest ones, in which a sheet's export is looked for


def read_incoming(path: str | Path, format_name: str | None = None) -> Incoming:
    """What a file of another program, or another glossary, brings.

    Args:
        path: a file in a format that jaen reads, or a folder that is a glossary.
        format_name: of the file; None to go by its suffix.

    Raises:
        ExchangeError: the file can't be read, or its format is not known.
        GlossaryError: a glossary of jaen has problems.
    """
    path = Path(path)
    if path.is_dir() and format_name is None:
        return Incoming(Glossary.load(path).concepts)
    form = format_for(format_name, path.name, to_write=False)
    problems = Problems()
    data = read_bytes(path, problems)
    if data is None:
        raise ExchangeError("\n".join(problems.lines))
    assert form.read
    return form.read(data, str(path))


def load_or_new(folder: str | Path) -> Glossary:
    """The glossary in *folder*; one without concepts when there is no such folder yet.

    Raises:
        GlossaryError: it has problems, or is one file.
    """
    path = Path(folder)
    return GlossaryFolder(path).load() if path.exists() else Glossary(path.resolve().stem, ())


def ancestors_in(folder: str | Path) -> Ancestors:
    """Finds a concept's earlier versions in the history of *folder*, which is read when the first one is looked for."""
    known: dict[tuple[str, str], Concept] = {}
    is_read = not Path(folder).is_dir()

    def find(concept_id: str, revision: str) -> Concept | None:
        nonlocal is_read
        if not is_read:
            is_read = True
            for version in GlossaryFolder(folder).versions(limit=_VERSIONS):
                for change in version.changes:
                    for concept in (change.before, change.after):
                        if concept:
                            known[concept.id, revision_of(concept)] = concept
        return known.get((concept_id, revision))

    return find
