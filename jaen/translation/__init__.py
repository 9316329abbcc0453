"""Segments to the other language; without a model, a gloss."""

from jaen.translation.gloss import gloss

__all__ = ["gloss"]
