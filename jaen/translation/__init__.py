"""Segments to the other language; without a model, a gloss."""

from jaen.translation.engines import Engine, EngineChoice, Model, open_engine
from jaen.translation.gloss import gloss
from jaen.translation.memory import Memory
from jaen.translation.opening import SOURCE_OF, open_translator
from jaen.translation.translator import Job, OnProgress, Translator

__all__ = [
    "SOURCE_OF",
    "Engine",
    "EngineChoice",
    "Job",
    "Memory",
    "Model",
    "OnProgress",
    "Translator",
    "gloss",
    "open_engine",
    "open_translator",
]
