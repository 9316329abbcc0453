"""Which sentence of a translation says what which sentence of the source says."""

from jaen.alignment.align import align

__all__ = ["align"]
