"""Translations out of XLIFF files, 1.2 and 2.x (OASIS): what a person has finished in a translation tool."""

from collections.abc import Iterator

from jaen.errors import ExchangeError
from jaen.files.xml import Element, parse, text_of
from jaen.glossary.exchange.xliff import check_xliff
from jaen.translation.memory.exchange.codes import Codes
from jaen.translation.memory.exchange.units import Incoming, Refused, Unit, language_of_tag, pair_reason

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
            state = element.get("state") or "initial"
            texts = element.all("source"), element.all("target")
            if element.get("subState") == _MACHINE:
                yield Refused(element.line, _UNREVIEWED)
            elif state not in _DONE:
                yield Refused(element.line, f"its state is {state}, not translated, reviewed or final")
            elif not texts[1]:
                yield Refused(element.line, "it has no target")
            else:
                source, target = (_text(one[0], codes, space) for one in texts)
                yield _unit(element, pair, source, target)
        else:
            waiting += [(child, space) for child in reversed(element.children)]


def _of_version_1(root: Element, codes: Codes) -> Iterator[Unit | Refused]:
    for file in root.all("file"):
        pair = language_of_tag(file.get("source-language")), language_of_tag(file.get("target-language"))
        for unit in file.walk():
            if unit.tag == "trans-unit":
                yield from _trans_unit(unit, pair, codes)


def _trans_unit(unit: Element, pair: tuple[str, str], codes: Codes) -> Iterator[Unit | Refused]:
    targets = unit.all("target")
    if not targets or not unit.all("source"):
        yield Refused(unit.line, f"it has no {'target' if unit.all('source') else 'source'}")
        return
    target = targets[0]
    state = target.get("state")
    if target.get("state-qualifier") in _BY_MACHINE and unit.get("approved") != "yes":
        yield Refused(unit.line, _UNREVIEWED)
    elif state not in _DONE_1 and unit.get("approved") != "yes":
        yield Refused(unit.line, f"its state is {state or 'not given'}, not translated, signed-off or final")
    else:
        for source, translation in _segments(unit, target):
            space = unit.get("xml:space")
            yield _unit(source, pair, _text(source, codes, space), _text(translation, codes, space))


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


def _unit(element: Element, pair: tuple[str, str], text: str, translation: str) -> Unit | Refused:
    reason = pair_reason(*pair, text, translation)
    if reason:
        return Refused(element.line, reason)
    return Unit(place=element.line, source=pair[0], target=pair[1], text=text, translation=translation)
