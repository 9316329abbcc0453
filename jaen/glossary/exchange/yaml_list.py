"""jaen's own glossaries in one YAML file: a list of concepts, or one concept."""

from pathlib import Path

from jaen.glossary.exchange.values import Format, Incoming
from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.reader import FileReader

__all__ = ["YAML"]


def _read(data: bytes, file: str) -> Incoming:
    """All concepts; strict, as the file is one of jaen's.

    Raises:
        GlossaryError: with all that is wrong in it.
    """
    problems = Problems()
    content = FileReader(Path(file), problems).read(data)
    problems.raise_if_any(file)
    places = {concept.id: origin.place for concept, origin in zip(content.concepts, content.origins, strict=True)}
    return Incoming(content.concepts, places=places)


YAML = Format("yaml", "a glossary of jaen in one YAML file", "all that an entry says", (".yaml",), _read)
