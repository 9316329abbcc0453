"""The concept in one file's bytes, before or without a file."""

from jaen.glossary.sources.problems import Problems
from jaen.glossary.sources.schema import ConceptReader
from jaen.glossary.sources.yaml_file import read_yaml
from jaen.model import Concept

__all__ = ["read_entry"]


def read_entry(data: bytes, concept_id: str, file: str) -> Concept:
    r"""The concept that *data* holds, read as strictly as a file of a glossary folder.

    Args:
        data: what the file holds or would hold.
        concept_id: its id.
        file: its name for messages.

    Raises:
        GlossaryError: with all problems, each with its line. Links are not followed: that takes the whole glossary.

    >>> entry = "category: term\nterms:\n- en: wafer\n".encode()
    >>> read_entry(entry, "wafer", "wafer.yaml").terms[0].text
    'wafer'
    """
    problems = Problems()
    root = read_yaml(data, file, problems)
    if root is None and not len(problems):
        problems.add(file, 1, "the file is empty; write a concept or delete it")
    concept = ConceptReader(file, problems).read(concept_id, root) if root else None
    problems.raise_if_any(file)
    assert concept  # without a problem there is one
    return concept
