"""XLIFF 2, the exchange format of translations (OASIS): terms are read from it."""

from jaen.glossary.exchange.values import Format
from jaen.glossary.exchange.xliff.reader import check_xliff, read_xliff

__all__ = ["XLIFF", "check_xliff", "read_xliff"]

XLIFF = Format("xliff", "XLIFF 2: translations and their glossaries", "is only read", (".xlf", ".xliff"), read_xliff)
