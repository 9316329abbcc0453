"""TBX, the exchange format of terminology (ISO 30042): version 3 in both styles, and version 2."""

from functools import partial

from jaen.glossary.exchange.tbx import names
from jaen.glossary.exchange.tbx.reader import read_tbx
from jaen.glossary.exchange.tbx.writer import write_tbx
from jaen.glossary.exchange.values import Format

__all__ = ["TBX_FORMATS", "read_tbx", "write_tbx"]

_ALL = "everything; what TBX has no category for stands in notes (jaen:reading=…)"
_MIN = "terms, statuses, parts of speech, domains, notes"


def _format(name: str, title: str, carries: str, dialect: names.Dialect) -> Format:
    return Format(name, title, carries, (".tbx",), read_tbx, partial(write_tbx, dialect=dialect))


TBX_FORMATS = (
    _format("tbx-basic", "TBX-Basic: terminology systems and translation tools", _ALL, names.BASIC),
    _format("tbx-basic-dct", "TBX-Basic with categories as elements (style DCT)", _ALL, names.BASIC_DCT),
    _format("tbx-min", "TBX-Min: programs that read only terms and statuses", _MIN, names.MIN),
    _format("tbx-min-dct", "TBX-Min with categories as elements (style DCT)", _MIN, names.MIN_DCT),
    _format("tbx-core", "TBX-Core: programs that read only terms", "preferred and admitted terms, notes", names.CORE),
)
