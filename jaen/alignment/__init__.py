"""Which sentence of a translation says what which sentence of the source says."""

from jaen.alignment.align import align
from jaen.alignment.clues import meaning, stem
from jaen.alignment.passages import passages_of

__all__ = ["align", "meaning", "passages_of", "stem"]
