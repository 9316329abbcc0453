"""Translation memories as TMX 1.4 (LISA): reviewed translations in and out."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from importlib.metadata import version

from jaen.files.xml import Element, is_writable, render
from jaen.glossary.exchange.tmx import DOCTYPE, tmx_root
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

_STATE = "x-jaen-state"
_UNREVIEWED = "a machine's translation that nobody has reviewed; approve it in a review sheet"
_ALL = "*all*"  # any language of the unit may be the source


def read_tmx(data: bytes, name: str) -> Incoming:
    """The pairs of texts in a TMX file, from each unit's source language into its other ones.

    The text of a segment is taken with its white space, as the standard wants it.

    Raises:
        ExchangeError: it is not well-formed XML, no TMX, or of a version that is not read.
    """
    root = tmx_root(data, name)
    default = next((header.get("srclang") for header in root.all("header")), _ALL)
    codes = Codes("hi")
    units: list[Unit] = []
    refused: list[Refused] = []
    for element in root.walk():
        if element.tag == "tu":
            for one in _units(element, element.get("srclang") or default or _ALL, codes):
                (units if isinstance(one, Unit) else refused).append(one)  # type: ignore[arg-type]
    return Incoming(tuple(units), tuple(refused), codes.notes())


def _units(element: Element, source: str, codes: Codes) -> Iterator[Unit | Refused]:
    state = next((_text(prop) for prop in element.all("prop") if prop.get("type") == _STATE), "reviewed")
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
    sources = list(versions) if source.lower() == _ALL else [language_of_tag(source)]
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
    root = Element("tmx", attributes={"version": "1.4"})
    sources = {entry.source for entry in entries}
    header = root.add("header")
    header.attributes |= {
        "creationtool": "jaen", "creationtoolversion": version("jaen"), "segtype": "sentence", "o-tmf": "jaen",
        "adminlang": "en", "srclang": sources.pop() if len(sources) == 1 else _ALL, "datatype": "plaintext",
    }  # fmt: skip
    body = root.add("body")
    for entry in filter(_is_writable, entries):
        unit = body.add("tu", srclang=entry.source)
        if entry.state != "reviewed":
            unit.add("prop", entry.state, type=_STATE)
        unit.add("tuv", lang=entry.source).add("seg", entry.text)
        by = {"changeid": entry.model} if entry.state == "reviewed" else {}
        made = unit.add("tuv", lang=entry.target, changedate=moment_stamp(entry.at.astimezone(UTC)), **by)
        made.add("seg", entry.translation)
    return Outgoing(render(root, {}, DOCTYPE), tuple(one for one in entries if not _is_writable(one)))


def _is_writable(entry: Stored) -> bool:
    return is_writable(entry.text) and is_writable(entry.translation)
