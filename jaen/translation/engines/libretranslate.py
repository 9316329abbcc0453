"""The engine `libretranslate`: a LibreTranslate server.

What leaves this machine: each sentence that is to be translated, its language and the wanted one, and the key in
LIBRETRANSLATE_API_KEY where there is one; to the address given with `--url`, and nowhere else. No glossary is sent: the
server knows none, jaen enforces it afterwards.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jaen.errors import EngineError, EngineUnavailable
from jaen.translation.addresses import shown
from jaen.translation.answers import said_error
from jaen.translation.engines.choice import EngineChoice
from jaen.translation.engines.engine import Decoding, Hypothesis, Model, Request
from jaen.translation.engines.servers import (
    Bounds,
    Key,
    batches,
    failure,
    in_flight,
    is_too_much,
    named_key,
    server_url,
    usable,
)
from jaen.translation.http import NoAnswer, get_json, post_json
from jaen.translation.patience import Patience, server_patience

__all__ = ["LibreTranslateEngine", "LibreTranslateModel"]

BOUNDS = Bounds(texts=20, characters=5000)  # the server translates the texts of a request one after the other
MOST_ALTERNATIVES = 3


class LibreTranslateEngine:
    """A LibreTranslate server, or one that speaks as it does.

    Args:
        choice: with the server's `url`.
        patience: with the server; JAEN_TIMEOUT where it is None.

    Raises:
        ConfigError: there is no usable `url`, or a key or a time that can't be one.
    """

    name = "libretranslate"

    def __init__(self, choice: EngineChoice, patience: Patience | None = None) -> None:
        url = server_url(self.name, choice.url, "http://localhost:5000")
        self._server = Server(url, named_key("LIBRETRANSLATE_API_KEY"), patience or server_patience())

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return _pairs(self._server.get("languages"), self._server)

    def languages(self) -> frozenset[tuple[str, str]]:
        """The pairs that the server knows.

        Raises:
            EngineError: it does not say.
        """
        return self._pairs

    def open(self, source: str, target: str) -> Model:
        """The server, for one pair of languages.

        Raises:
            EngineUnavailable: it does not know the pair, or can't be reached.
            EngineError: it does not answer as such a server does.
        """
        server = self._server
        if (source, target) not in self._pairs:
            raise EngineUnavailable(
                f"{shown(server.url)} does not translate {source} to {target}; its operator can add that"
                f" (libretranslate --load-only {source},{target})"
            )
        settings = server.get_if_there("frontend/settings")
        spec = server.get_if_there("spec")
        return LibreTranslateModel(server, (source, target), _character_limit(settings), _version(spec))


@dataclass(frozen=True, slots=True)
class Server:
    """A server's address, the key for it, and the patience with it."""

    url: str
    key: Key
    patience: Patience

    def get(self, path: str) -> Any:  # noqa: ANN401
        """What is at *path*."""
        try:
            return get_json(f"{self.url}/{path}", patience=self.patience)
        except NoAnswer as error:
            raise failure(error, self.key) from None

    def get_if_there(self, path: str) -> Any:  # noqa: ANN401
        """What is at *path*; None on a server that lacks it."""
        try:
            return get_json(f"{self.url}/{path}", patience=self.patience)
        except NoAnswer as error:
            if error.status is None:
                raise failure(error, self.key) from None
            return None

    def translate(self, body: dict[str, object]) -> Any:  # noqa: ANN401
        """The answer to `POST /translate`."""
        secret = {} if self.key.value is None else {"api_key": self.key.value}
        return post_json(f"{self.url}/translate", {**body, **secret}, patience=self.patience)


class LibreTranslateModel:
    """A server as a translator from one language to another.

    The texts are sent as HTML. Sent as text, the server "improves" what its model wrote by the look of the source, and
    spoils it where that is Japanese: it ends English sentences with 。, cuts off the ? of 本当ですか？, and writes all in
    capitals where NHK are the only letters of the source that have a case.

    Args:
        server: to be asked.
        languages: source and target.
        limit: characters of a text that the server takes; None for any number.
        version: of the server, "" when it does not tell.
    """

    engine = "libretranslate"

    def __init__(self, server: Server, languages: tuple[str, str], limit: int | None, version: str) -> None:
        self.source, self.target = languages
        self.identity = f"{version or 'unknown version'} at {shown(server.url)}"
        self._server = server
        self._limit = limit
        self._has_alternatives = True
        self._has_worked = False

    def fits(self, text: str) -> bool:
        """True when the server takes so many characters."""
        return self._limit is None or len(html.escape(text, quote=False)) <= self._limit

    def translate(self, requests: Sequence[Request], decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        """The server's translation of each text; alternatives after it where terms are wanted and several hypotheses.

        Raises:
            EngineError: the server failed; EngineUnavailable when it can't be reached or wants another key.
        """
        best = self._all(requests, "html", 0)
        wanted = min(decoding.best - 1, MOST_ALTERNATIVES)
        undecided = [n for n, r in enumerate(requests) if r.terms and best[n] and _has_no_case_of_its_own(r.text)]
        if wanted > 0 and undecided and self._has_alternatives:
            others = self._all([requests[n] for n in undecided], "text", wanted)
            for n, more in zip(undecided, others, strict=True):
                best[n] = list(dict.fromkeys([*best[n], *more]))
        return [tuple(Hypothesis(text, 0.0) for text in texts) for texts in best]

    def _all(self, requests: Sequence[Request], form: str, alternatives: int) -> list[list[str]]:
        characters = BOUNDS.characters if self._limit is None else min(BOUNDS.characters, self._limit)
        groups = list(batches(requests, Bounds(BOUNDS.texts, characters)))
        alone = 0 if self._has_worked else 1
        answers = in_flight(lambda batch: self._batch(batch, form, alternatives), groups, alone)
        return [texts for batch in answers for texts in batch]

    def _batch(self, batch: Sequence[Request], form: str, alternatives: int) -> list[list[str]]:
        """Translations of each text of a batch; an empty list for a text that the server has none for."""
        refusals: list[NoAnswer] = []
        made = self._parts(batch, form, alternatives, refusals)
        if refusals and not any(made) and not self._has_worked:  # it is the server, not one text
            raise failure(refusals[-1], self._server.key)
        self._has_worked = self._has_worked or any(made)
        return made

    def _parts(
        self, batch: Sequence[Request], form: str, alternatives: int, refusals: list[NoAnswer]
    ) -> list[list[str]]:
        """The same, in halves where the server does not take or answer the whole; what it refuses is noted."""
        if alternatives and not self._has_alternatives:
            return [[] for _ in batch]
        texts = [html.escape(request.text, quote=False) if form == "html" else request.text for request in batch]
        body: dict[str, object] = {"q": texts, "source": self.source, "target": self.target, "format": form}
        if alternatives:
            body["alternatives"] = alternatives
        made = None
        try:
            made = _made(self._server.translate(body), len(batch), self._server)
        except NoAnswer as error:
            if not is_too_much(error):
                raise failure(error, self._server.key) from None
            if alternatives and len(batch) == 1:  # the text itself was taken before
                self._has_alternatives = False
            refusals.append(error)
        if made is not None:
            return [self._cleaned(request.text, some) for request, some in zip(batch, made, strict=True)]
        if len(batch) == 1:
            return [[]]
        half = len(batch) // 2
        first, second = batch[:half], batch[half:]
        return [
            *self._parts(first, form, alternatives, refusals),
            *self._parts(second, form, alternatives, refusals),
        ]

    def _cleaned(self, source: str, texts: Sequence[object]) -> list[str]:
        lines = (usable(source, text) for text in texts)
        return [self._mended(source, line) for line in lines if line]

    def _mended(self, source: str, text: str) -> str:
        """Without what the server or HTML added: `&amp;` for &, and 。 at the end of English."""
        if not re.search(r"&#?\w+;", source):
            text = html.unescape(text)
        if text.endswith("。") and self.target not in ("ja", "zh"):
            return text[:-1] + "."
        return text


def _has_no_case_of_its_own(text: str) -> bool:
    """False for texts whose letters make the server change the case of its translation: NHKは, iPhoneは."""
    return not (text.isupper() or text.islower() or text[:1].islower())


def _made(answer: object, count: int, server: Server) -> list[list[object]] | None:
    """For each text its translation and the alternatives; None when there are not as many as texts."""
    if not isinstance(answer, dict) or not isinstance(answer.get("translatedText"), list):
        raise EngineError(
            f"{shown(server.url)}: the answer has no list 'translatedText'{said_error(answer, server.key.value)};"
            " is it a LibreTranslate server, 1.3 or newer?"
        )
    texts, alternatives = answer["translatedText"], answer.get("alternatives")
    if len(texts) != count:
        return None
    if not isinstance(alternatives, list) or len(alternatives) != count:
        alternatives = [[]] * count
    return [[text, *(more if isinstance(more, list) else [])] for text, more in zip(texts, alternatives, strict=True)]


def _pairs(languages: object, server: Server) -> frozenset[tuple[str, str]]:
    """What `GET /languages` says; servers before 1.3.10 name no targets: each language to each other."""
    entries = [e for e in languages if isinstance(e, dict)] if isinstance(languages, list) else []
    codes = [entry["code"] for entry in entries if isinstance(entry.get("code"), str)]
    if not codes:
        raise EngineError(f"{shown(server.url)}/languages names no languages; is it a LibreTranslate server?")
    pairs = set()
    for entry in entries:
        targets = entry.get("targets", codes)
        for target in targets if isinstance(targets, list) else []:
            if isinstance(target, str) and entry.get("code") in codes and target != entry["code"]:
                pairs.add((entry["code"], target))
    return frozenset(pairs)


def _character_limit(settings: object) -> int | None:
    """What `GET /frontend/settings` says; -1 stands for none."""
    limit = settings.get("charLimit") if isinstance(settings, dict) else None
    return limit if isinstance(limit, int) and not isinstance(limit, bool) and limit > 0 else None


def _version(spec: object) -> str:
    """What `GET /spec` says."""
    info = spec.get("info") if isinstance(spec, dict) else None
    version = info.get("version") if isinstance(info, dict) else None
    return version if isinstance(version, str) and re.fullmatch(r"[\w.+-]{1,40}", version) else ""
