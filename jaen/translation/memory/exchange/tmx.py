"""Translation memories as TMX 1.4 (LISA): reviewed translations in and out."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from jaen.files.tmx import ANY_SOURCE, STATE, TmxText, TmxUnit, render_tmx, tmx_root
from jaen.files.xml import Element, is_writable
from jaen.glossary.exchange.tmx import read_root
from jaen.translation.memory.entry import Stored
from jaen.translation.memory.exchange.codes import Codes
from jaen.translation.memory.exchange.units import (
    Incoming,
    Outgoing,
    Refused,
    Unit,
    language_of_tag,
    moment_of,
    moment_stamp,
    taken,
)

__all__ = ["read_tmx", "write_tmx"]

_UNREVIEWED = "a machine's translation that nobody has reviewed; approve it in a review sheet"


def read_tmx(data: bytes, name: str) -> Incoming:
    """The pairs of texts in a TMX file, from each unit's source language into its other ones.

    The text of a segment is taken with its white space, as the standard wants it.

    Raises:
        ExchangeError: it is not well-formed XML, no TMX, or of a version that is not read.
    """
    root = read_root(data, name)
    default = next((header.get("srclang") for header in root.all("header")), ANY_SOURCE)
    codes = Codes("hi")
    units: list[Unit] = []
    refused: list[Refused] = []
    for element in root.walk():
        if element.tag == "tu":
            for one in _units(element, element.get("srclang") or default or ANY_SOURCE, codes):
                (units if isinstance(one, Unit) else refused).append(one)  # type: ignore[arg-type]
    return Incoming(tuple(units), tuple(refused), codes.notes())


def _units(element: Element, source: str, codes: Codes) -> Iterator[Unit | Refused]:
    state = next((_text(prop) for prop in element.all("prop") if prop.get("type") == STATE), "reviewed")
    why_not = "" if state == "reviewed" else _UNREVIEWED
    versions: dict[str, tuple[Element, str]] = {}
    for one in element.all("tuv"):
        language = language_of_tag(one.get("xml:lang") or one.get("lang"))
        segment = next(iter(one.all("seg")), Element("seg"))
        if not language:
            yield Refused(one.line, "it does not say its language (xml:lang)")
        elif language in versions:
            yield Refused(one.line, f"a second text in the same language ({language}); the first one is taken")
        else:
            versions[language] = one, codes.text(segment)
    sources = list(versions) if source.lower() == ANY_SOURCE else [language_of_tag(source)]
    if sources[:1] and sources[0] not in versions:
        yield Refused(element.line, f"it has no text in its source language ({source})")
        return
    if len(versions) < 2:
        yield Refused(element.line, "it has a text in one language only")
    for first in sources:
        for second in versions:
            if first != second:
                yield taken(_unit(element, first, second, versions), why_not)


def _unit(element: Element, source: str, target: str, versions: dict[str, tuple[Element, str]]) -> Unit:
    text, translation = versions[source][1], versions[target][1]
    said = (versions[target][0], element)
    people = (one.get(name) for one in said for name in ("changeid", "creationid"))
    moments = (moment_of(one.get(name)) for one in said for name in ("changedate", "creationdate"))
    return Unit(
        place=element.line,
        source=source,
        target=target,
        text=text,
        translation=translation,
        by=next(filter(None, people), ""),
        at=next(filter(None, moments), None),
    )


def _text(element: Element) -> str:
    return "".join(one for one in element.content if isinstance(one, str)).strip()


def write_tmx(entries: Sequence[Stored]) -> Outgoing:
    """A TMX file of *entries*; one that nobody has reviewed says so, and is not taken in as reviewed again.

    Left out are entries with characters that no XML file can hold, such as U+0000.

    Raises:
        ExchangeError: lxml is missing.
    """
    units = [_outgoing(entry) for entry in entries if _is_writable(entry)]
    return Outgoing(render_tmx(tmx_root(units, "sentence")), tuple(one for one in entries if not _is_writable(one)))


def _outgoing(entry: Stored) -> TmxUnit:
    is_reviewed = entry.state == "reviewed"
    by, at = entry.model if is_reviewed else "", moment_stamp(entry.at.astimezone(UTC))
    return TmxUnit(
        (TmxText(entry.source, entry.text), TmxText(entry.target, entry.translation, by, at)),
        properties=() if is_reviewed else ((STATE, entry.state),),
    )


def _is_writable(entry: Stored) -> bool:
    return is_writable(entry.text) and is_writable(entry.translation)
