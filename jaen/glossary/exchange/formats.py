"""Every format that glossaries are exchanged in, by name and by a file's suffix.

A format is a module with a `Format` in it and one line here. What is heavy (lxml, openpyxl) is imported by the
modules on first use, so that the list itself costs nothing.
"""

from collections.abc import Sequence

from jaen.errors import ExchangeError
from jaen.glossary.exchange.mecab import MECAB
from jaen.glossary.exchange.omegat import OMEGAT
from jaen.glossary.exchange.prh import PRH
from jaen.glossary.exchange.prompt import PROMPT
from jaen.glossary.exchange.services import AMAZON, AZURE, DEEPL, GOOGLE
from jaen.glossary.exchange.sheets import CSV, CSV_PAIRS, XLSX, XLSX_PAIRS
from jaen.glossary.exchange.spacy import SPACY
from jaen.glossary.exchange.tbx import TBX_FORMATS
from jaen.glossary.exchange.tmx import TMX
from jaen.glossary.exchange.utx import UTX
from jaen.glossary.exchange.values import Exported, Format
from jaen.glossary.exchange.xliff import XLIFF
from jaen.glossary.exchange.yaml_list import YAML
from jaen.glossary.sources.problems import nearest
from jaen.model import Concept

__all__ = ["FORMATS", "export", "format_for"]

# In the order in which they are listed; of several formats with the same suffix the first is meant by it.
_ALL: tuple[Format, ...] = (
    XLSX, CSV, XLSX_PAIRS, CSV_PAIRS, YAML,
    *TBX_FORMATS, TMX, XLIFF,
    UTX, PRH, OMEGAT, DEEPL, GOOGLE, AMAZON, AZURE, MECAB, SPACY, PROMPT,
)  # fmt: skip
FORMATS: dict[str, Format] = {one.name: one for one in _ALL}


def format_for(name: str | None, file: str | None, *, to_write: bool) -> Format:
    """The format called *name*, or the one that the suffix of *file* stands for.

    Args:
        name: of a format, or None to go by the suffix.
        file: the file's name, or None for standard output.
        to_write: a format that can be written is wanted, not one that can be read.

    Raises:
        ExchangeError: there is none; the message names those there are.
    """
    able = {one.name: one for one in _ALL if (_is_written(one) if to_write else one.read)}
    if name is not None:
        family = next((one for one in able if one.startswith(f"{name}-")), name)  # tbx is the first of the TBX formats
        name = name if name in able else family
        if name not in able:
            verb = "written" if to_write else "read"
            raise ExchangeError(f"no format {name!r} can be {verb}; {nearest(name, able)}")
        return able[name]
    if file is None:
        raise ExchangeError(f"name a format with -f, one of: {', '.join(able)}")
    lower = file.lower()
    for one in able.values():
        if lower.endswith(one.suffixes):
            return one
    raise ExchangeError(f"{file}: the name does not tell its format; add -f with one of: {', '.join(able)}")


def export(concepts: Sequence[Concept], form: Format, target: str) -> Exported:
    """*concepts* in a format that can be written.

    Args:
        concepts: sorted by id.
        form: of the file.
        target: `ja` or `en`, what terms are translated into in a format of one direction.

    Raises:
        ExchangeError: the concepts don't fit into such a file at all.
    """
    if form.write_into:
        return form.write_into(concepts, target)
    assert form.write
    return form.write(concepts)


def _is_written(form: Format) -> bool:
    return bool(form.write or form.write_into)
