"""Segments to the other language; without a model, a gloss."""
