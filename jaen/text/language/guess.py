"""langdetect's only door.

Four faults of langdetect 1.0.9 are kept outside: its global factory is visible before its profiles are loaded (other
threads then get wrong answers), an interrupted load leaves it broken for the life of the process, a bare `except` in
its loader turns Ctrl-C into "Profile format error", and without a seed it answers differently from call to call. So
the profiles are read here, into a factory of our own that is published only when it is complete.
"""

import json
import threading
from pathlib import Path
from typing import Protocol, cast

# Languages a scraped news page may be in; langdetect's 55 profiles would make every second English title Tagalog.
_LATIN = (
    "ca",
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "hu",
    "id",
    "it",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "sv",
    "tr",
    "vi",
)
_PROFILES = (*_LATIN, *("ru", "uk", "bg", "ar", "fa", "hi"))

_lock = threading.Lock()
_loaded: "list[_Factory]" = []


class _Guess(Protocol):
    lang: str
    prob: float


class _Detector(Protocol):
    def set_prior_map(self, prior_map: dict[str, float]) -> None: ...
    def append(self, text: str) -> None: ...
    def get_probabilities(self) -> list[_Guess]: ...


class _Factory(Protocol):
    def create(self) -> _Detector: ...


def guess(text: str, candidates: frozenset[str]) -> tuple[str, float]:
    """The answer of langdetect among *candidates* (all Latin-script languages when empty): language and probability.

    `("und", 0.0)` when it finds nothing to go by.
    """
    from langdetect import LangDetectException

    detector = _factory().create()
    known = [language for language in candidates or _LATIN if language in _PROFILES]
    if not known:
        return "und", 0.0
    detector.set_prior_map(dict.fromkeys(known, 1.0))
    try:
        detector.append(text)
        answers = detector.get_probabilities()
    except LangDetectException:  # "No features in text"
        return "und", 0.0
    return (answers[0].lang, answers[0].prob) if answers else ("und", 0.0)


def _factory() -> _Factory:
    with _lock:
        if not _loaded:
            _loaded.append(_load())
        return _loaded[0]


def _load() -> _Factory:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
    from langdetect.utils.lang_profile import LangProfile

    factory = DetectorFactory()
    for index, language in enumerate(_PROFILES):
        profile = json.loads((Path(PROFILES_DIRECTORY) / language).read_text(encoding="utf-8"))
        factory.add_profile(LangProfile(**profile), index, len(_PROFILES))
    factory.set_seed(0)
    return cast(_Factory, factory)
