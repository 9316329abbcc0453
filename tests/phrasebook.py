"""An engine whose every translation a test has given: the rest of the way can be foreseen then."""

from collections.abc import Mapping, Sequence

from jaen.errors import EngineError
from jaen.translation.engines import Decoding, Hypothesis, Request


class Phrasebook:
    """Translates the sentences of a book and nothing else.

    Args:
        book: sentence → translation.
        fails_at: the engine as a whole fails when this sentence comes.
        stumbles_at: a fault of the program comes up at this sentence.

    Attributes:
        calls: the texts of each call of a model, in order.
    """

    name = "phrasebook"

    def __init__(self, book: Mapping[str, str] | None = None, fails_at: str = "", stumbles_at: str = "") -> None:
        self.book = {_bare(source): target for source, target in (book or {}).items()}
        self.fails_at = fails_at
        self.stumbles_at = stumbles_at
        self.calls: list[list[str]] = []

    def languages(self):
        """Both directions."""
        return frozenset({("ja", "en"), ("en", "ja")})

    def open(self, source, target):
        """A model that looks into the book."""
        return _Model(self, source, target)


class _Model:
    engine = "phrasebook"
    identity = "phrasebook 1"

    def __init__(self, engine: Phrasebook, source: str, target: str) -> None:
        self._engine = engine
        self.source, self.target = source, target

    def fits(self, text: str) -> bool:
        return True

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        texts = [request.text for request in requests]
        self._engine.calls.append(texts)
        if self._engine.fails_at and any(self._engine.fails_at in text for text in texts):
            raise EngineError("phrasebook: the book is burnt; buy another")
        if self._engine.stumbles_at and any(self._engine.stumbles_at in text for text in texts):
            raise KeyError("stumbled")
        found = [self._engine.book.get(_bare(text)) for text in texts]
        return [(Hypothesis(one, -0.5),) if one else () for one in found]


def _bare(sentence: str) -> str:
    """A sentence without the marks around it, which the way to a model may change."""
    return sentence.strip("。.?？―— ")
