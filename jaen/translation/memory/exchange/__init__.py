"""Translations out of the memory and into it: TMX, XLIFF, review sheets, JSON lines."""

from jaen.translation.memory.exchange.formats import (
    FORMATS,
    Format,
    format_for,
    is_bilingual,
    read_bilingual,
    read_translations,
    reviewed,
)
from jaen.translation.memory.exchange.json_lines import plain
from jaen.translation.memory.exchange.units import Incoming, Refused, Unit

__all__ = [
    "FORMATS",
    "Format",
    "Incoming",
    "Refused",
    "Unit",
    "format_for",
    "is_bilingual",
    "plain",
    "read_bilingual",
    "read_translations",
    "reviewed",
]
