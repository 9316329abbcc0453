"""Translations out of XLIFF files, 1.2 and 2.x (OASIS): what a person has finished in a translation tool."""

from collections.abc import Iterator, Sequence

from jaen.errors import ExchangeError
from jaen.files.xml import Element, parse, text_of
from jaen.glossary.exchange.xliff import check_xliff
from jaen.translation.memory.exchange.codes import Codes
from jaen.translation.memory.exchange.units import Incoming, Refused, Unit, language_of_tag, taken

__all__ = ["read_xliff"]

_DONE = ("translated", "reviewed", "final")  # XLIFF 2; without a state, a segment is `initial`
_DONE_1 = ("translated", "signed-off", "final")  # XLIFF 1.2
_BY_MACHINE = ("mt-suggestion", "leveraged-mt")  # XLIFF 1.2, state-qualifier
_MACHINE = "jaen:machine"  # subState of what jaen itself has translated
_KEPT_1 = ("g", "mrk")
_KEPT = ("pc", "mrk")
_UNREVIEWED = "a machine's translation that nobody has reviewed; set its state in the translation tool"


def read_xliff(data: bytes, name: str) -> Incoming:
    """The segments of an XLIFF file that are finished.

    Taken are the states translated, reviewed, signed-off and final, and, in XLIFF 1.2, what is approved.

    Raises:
        ExchangeError: it is not well-formed XML, no XLIFF 1.2 or 2, or so wrong that its texts can't be trusted.
    """
    root = parse(data, name)
    if root.tag == "xliff" and root.get("version") == "1.2":
        codes = Codes(*_KEPT_1)
        found = list(_of_version_1(root, codes))
    else:
        if root.tag == "xliff" and root.get("version").startswith("1."):
            what = f"XLIFF {root.get('version')} is not read; export it as XLIFF 1.2, 2.0 or 2.1"
            raise ExchangeError(f"{name}:{root.line}: {what}")
        check_xliff(root, name)
        codes = Codes(*_KEPT)
        found = list(_of_version_2(root, codes))
    units = tuple(one for one in found if isinstance(one, Unit))
    return Incoming(units, tuple(one for one in found if isinstance(one, Refused)), codes.notes())


def _of_version_2(root: Element, codes: Codes) -> Iterator[Unit | Refused]:
    pair = language_of_tag(root.get("srcLang")), language_of_tag(root.get("trgLang"))
    waiting = [(root, "default")]
    while waiting:
        element, space = waiting.pop()
        space = element.get("xml:space") or space
        if element.tag == "segment" and element.namespace == root.namespace:
            source, target = (_first_text(element.all(name), codes, space) for name in ("source", "target"))
            yield taken(_unit(element, pair, source, target), _unfinished_2(element))
        else:
            waiting += [(child, space) for child in reversed(element.children)]


def _unfinished_2(segment: Element) -> str:
    """Why a segment of XLIFF 2 is not finished; "" when it is."""
    state = segment.get("state") or "initial"
    if segment.get("subState") == _MACHINE:
        return _UNREVIEWED
    if state not in _DONE:
        return f"its state is {state}, not translated, reviewed or final"
    return "" if segment.all("target") else "it has no target"


def _of_version_1(root: Element, codes: Codes) -> Iterator[Unit | Refused]:
    for file in root.all("file"):
        pair = language_of_tag(file.get("source-language")), language_of_tag(file.get("target-language"))
        for unit in file.walk():
            if unit.tag == "trans-unit":
                yield from _trans_unit(unit, pair, codes)


def _trans_unit(unit: Element, pair: tuple[str, str], codes: Codes) -> Iterator[Unit | Refused]:
    if not unit.all("source"):
        yield Refused(unit.line, "it has no source")
        return
    targets = unit.all("target")
    why_not = _unfinished_1(unit, targets[0]) if targets else "it has no target"
    for source, translation in _segments(unit, targets[0] if targets else Element("target")):
        space = unit.get("xml:space")
        texts = _text(source, codes, space), _text(translation, codes, space)
        yield taken(_unit(source, pair, *texts), why_not)


def _unfinished_1(unit: Element, target: Element) -> str:
    """Why a unit of XLIFF 1.2 is not finished; "" when it is."""
    state = target.get("state")
    if unit.get("approved") == "yes":
        return ""
    if target.get("state-qualifier") in _BY_MACHINE:
        return _UNREVIEWED
    return "" if state in _DONE_1 else f"its state is {state or 'not given'}, not translated, signed-off or final"


def _segments(unit: Element, target: Element) -> Iterator[tuple[Element, Element]]:
    """The sentences of a unit where the tool has marked them, else the whole of it."""
    marked = [
        {one.get("mid"): one for one in part.walk() if _is_sentence(one)} for part in (*unit.all("seg-source"), target)
    ]
    if len(marked) == 2 and marked[0].keys() == marked[1].keys() and marked[0]:
        yield from ((marked[0][name], marked[1][name]) for name in marked[0])
    else:
        yield unit.all("source")[0], target


def _is_sentence(element: Element) -> bool:
    return element.tag == "mrk" and element.get("mtype") == "seg"


def _text(element: Element, codes: Codes, space: str) -> str:
    """Its text; a file may be indented, so white space counts only where it says so."""
    text = codes.text(element)
    return text if (element.get("xml:space") or space) == "preserve" else text_of(Element("p", content=[text]))


def _first_text(elements: Sequence[Element], codes: Codes, space: str) -> str:
    return _text(elements[0], codes, space) if elements else ""


def _unit(element: Element, pair: tuple[str, str], text: str, translation: str) -> Unit:
    return Unit(place=element.line, source=pair[0], target=pair[1], text=text, translation=translation)
