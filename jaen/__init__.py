"""Scraped Japanese and English articles in; one clean, sentence-level, term-aligned stream out.

    report = jaen.Pipeline(glossary=jaen.Glossary.load("glossaries/news"))(jaen.read("page.txt"))

Importing this package loads nothing heavy and touches neither disk nor network: each name is fetched from its room
when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jaen.api import align, split, tokenize
    from jaen.config import Settings
    from jaen.corpus.compare import compare
    from jaen.errors import JaenError
    from jaen.explain import explain
    from jaen.glossary import Glossary
    from jaen.glossary.saving import GlossaryFolder
    from jaen.model import Alignment, Article, Finding, PairReport, Report, Segment, Span, Token
    from jaen.model.comparison import Comparison
    from jaen.pipeline import Pipeline
    from jaen.reading import read
    from jaen.text.language import detect
    from jaen.text.normalize import normalize
    from jaen.translation import EngineChoice, Memory, Translator, open_translator
    from jaen.writing import write

__all__ = [
    "Alignment",
    "Article",
    "Comparison",
    "EngineChoice",
    "Finding",
    "Glossary",
    "GlossaryFolder",
    "JaenError",
    "Memory",
    "PairReport",
    "Pipeline",
    "Report",
    "Segment",
    "Settings",
    "Span",
    "Token",
    "Translator",
    "align",
    "compare",
    "detect",
    "explain",
    "normalize",
    "open_translator",
    "read",
    "split",
    "tokenize",
    "write",
]

_ROOMS = {
    "jaen.api": ("align", "split", "tokenize"),
    "jaen.config": ("Settings",),
    "jaen.corpus.compare": ("compare",),
    "jaen.errors": ("JaenError",),
    "jaen.explain": ("explain",),
    "jaen.glossary": ("Glossary",),
    "jaen.glossary.saving": ("GlossaryFolder",),
    "jaen.model": ("Alignment", "Article", "Finding", "PairReport", "Report", "Segment", "Span", "Token"),
    "jaen.model.comparison": ("Comparison",),
    "jaen.pipeline": ("Pipeline",),
    "jaen.reading": ("read",),
    "jaen.text.language": ("detect",),
    "jaen.text.normalize": ("normalize",),
    "jaen.translation": ("EngineChoice", "Memory", "Translator", "open_translator"),
    "jaen.writing": ("write",),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'jaen' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
