"""Which sentence of a translation says what which sentence of the source says."""

from jaen.alignment.align import align
from jaen.alignment.passages import passages_of

__all__ = ["align", "passages_of"]
