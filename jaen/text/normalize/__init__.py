"""Normalization that maps back: named rules, each edit recorded, every character traceable in both directions."""

from jaen.text.normalize.normalization import normalize
from jaen.text.normalize.rules import PROFILES, RULES

__all__ = ["PROFILES", "RULES", "normalize"]
