"""TMX 1.4 on level 1 (LISA): the one place where units of a translation memory become a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version

from jaen.files.xml import Element, render

__all__ = ["ANY_SOURCE", "STATE", "TmxText", "TmxUnit", "render_tmx", "tmx_root"]

ANY_SOURCE = "*all*"
"""Any language of a unit may be the source."""
STATE = "x-jaen-state"
"""Type of the property that says that nobody has reviewed a unit."""
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


@dataclass(frozen=True, slots=True)
class TmxText:
    """A unit in one language.

    Attributes:
        by: who made it; "" for nobody.
        at: when, as TMX writes it (20260801T120000Z); "" for no time.
    """

    language: str
    text: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """Texts that say the same.

    Attributes:
        texts: at least two, each in a language of its own, the source first.
        id: "" for none.
        is_directed: the first text is the source of the others.
        properties: (type, value) pairs; own types begin with `x-`.
        notes: for people.
    """

    texts: tuple[TmxText, ...]
    id: str = ""
    is_directed: bool = True
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def tmx_root(units: Iterable[TmxUnit], segments: str) -> Element:
    """The root element of a TMX file; characters that no XML file can hold become U+FFFD.

    Args:
        units: in the order in which they are written.
        segments: what a unit is: `sentence`, `phrase`, `paragraph` or `block`.
    """
    root = Element("tmx", attributes={"version": "1.4"})
    header, body = root.add("header"), root.add("body")
    sources = set()
    for unit in units:
        source = unit.texts[0].language if unit.is_directed else ANY_SOURCE
        sources.add(source)
        _add(body, unit, source)
    header.attributes |= {
        "creationtool": "jaen", "creationtoolversion": version("jaen"), "segtype": segments, "o-tmf": "jaen",
        "adminlang": "en", "srclang": sources.pop() if len(sources) == 1 else ANY_SOURCE, "datatype": "plaintext",
    }  # fmt: skip
    return root


def render_tmx(root: Element) -> bytes:
    """The file of a root element, UTF-8.

    Raises:
        ExchangeError: lxml is missing.
    """
    return render(root, {}, _DOCTYPE)


def _add(body: Element, unit: TmxUnit, source: str) -> None:
    element = body.add("tu", **({"tuid": unit.id} if unit.id else {}))
    if unit.is_directed:
        element.attributes["srclang"] = source
    for note in unit.notes:
        element.add("note", note)
    for kind, value in unit.properties:
        element.add("prop", value, type=kind)
    for text in unit.texts:
        who = {"changeid": text.by} if text.by else {}
        when = {"changedate": text.at} if text.at else {}
        element.add("tuv", lang=text.language, **when, **who).add("seg", text.text)
