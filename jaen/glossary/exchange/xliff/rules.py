"""What an XLIFF 2 file must be so that its texts can be trusted: structure, ids, languages (XLIFF 2.1, sections 4.2, 4.3).

Rules about editing inline codes (what may be copied, moved, deleted) say nothing about texts and are not checked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jaen.files.xml import Element, text_of

__all__ = ["CORE", "problems_in"]

CORE = "urn:oasis:names:tc:xliff:document:2.0"
_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NAME = re.compile(r"[\w.:\-·]+")  # NMTOKEN

Problem = tuple[int, str]  # line, what


@dataclass(frozen=True, slots=True)
class _Rule:
    """How an element must be.

    Attributes:
        required: attributes.
        children: its children of the core in their order; names that stand in one text may mix.
        needed: one of these children is there.
        single: of these children there is one at most.
        is_open: elements of modules and extensions may stand first.
    """

    required: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    is_open: bool = False


_INLINE = ("cp ph pc sc ec mrk sm em",)
_PAIR = ("source", "target")
_RULES = {
    "xliff": _Rule(("version", "srcLang"), ("file",), ("file",)),
    "file": _Rule(("id",), ("skeleton", "notes", "unit group"), ("unit", "group"), ("skeleton", "notes"), is_open=True),
    "group": _Rule(("id",), ("notes", "unit group"), (), ("notes",), is_open=True),
    "unit": _Rule(
        ("id",), ("notes", "originalData", "segment ignorable"), ("segment",), ("notes", "originalData"), is_open=True
    ),
    "segment": _Rule((), _PAIR, ("source",), _PAIR),
    "ignorable": _Rule((), _PAIR, ("source",), _PAIR),
    "notes": _Rule((), ("note",), ("note",)),
    "originalData": _Rule((), ("data",), ("data",)),
    "data": _Rule(("id",), ("cp",)),
    "source": _Rule((), _INLINE),
    "target": _Rule((), _INLINE),
    "pc": _Rule(("id",), _INLINE),
    "mrk": _Rule(("id",), _INLINE),
    "ph": _Rule(("id",)),
    "sc": _Rule(("id",)),
    "sm": _Rule(("id",)),
    "em": _Rule(("startRef",)),
    "cp": _Rule(("hex",)),
}
_VALUES: dict[str, re.Pattern[str]] = {
    "state": re.compile("initial|translated|reviewed|final"),
    "translate": re.compile("yes|no"),
    "order": re.compile("[1-9][0-9]*"),
    "hex": re.compile("[0-9A-Fa-f]{4,6}"),
    "type": re.compile("fmt|ui|quote|link|image|other|generic|comment|term|[^:]+:.+"),
    "xml:lang": _LANGUAGE,
    "srcLang": _LANGUAGE,
    "trgLang": _LANGUAGE,
    "id": _NAME,
}
_TYPED = ("pc", "ph", "sc", "mrk", "sm")  # `type` means these words only here
_TOGETHER = {"subState": "state", "subType": "type"}  # the first one needs the second one


def problems_in(root: Element) -> list[Problem]:
    """What is wrong with the file whose root is *root*, by line; empty for one that can be read.

    >>> problems_in(Element("xliff", CORE, {"version": "2.0", "srcLang": "en"}, line=1))
    [(1, '<xliff> has no <file>')]
    """
    found = [problem for element in root.walk() if element.namespace == CORE for problem in _of_element(element)]
    found += _of_ids("file", root.all("file"))
    for file in root.all("file"):
        found += _of_skeleton(file)
        for tag in ("unit", "group"):
            found += _of_ids(tag, _below(file, tag))
        for unit in _below(file, "unit"):
            found += _of_unit(unit)
    found += _of_languages(root)
    return sorted(set(found))


def _of_element(element: Element) -> Iterator[Problem]:
    rule, tag = _RULES.get(element.tag), element.tag
    for name in rule.required if rule else ():
        if name not in element.attributes:
            yield element.line, f"<{tag}> has no {name}"
    for name, pattern in _VALUES.items():
        value = element.attributes.get(name)
        if value is not None and not pattern.fullmatch(value) and (name != "type" or tag in _TYPED):
            yield element.line, f"the {name} {value!r} of <{tag}> is not allowed"
    for name, other in _TOGETHER.items():
        if name in element.attributes and other not in element.attributes:
            yield element.line, f"<{tag}> has {name} without {other}"
    if rule:
        yield from _of_children(element, rule)
    if tag == "notes":
        yield from _of_ids("note", element.all("note"))


def _of_children(element: Element, rule: _Rule) -> Iterator[Problem]:
    stages = {name: number for number, names in enumerate(rule.children, 1) for name in names.split()}
    reached = 0
    for child in element.children:
        is_core = child.namespace == CORE
        stage = stages.get(child.tag) if is_core else 1 if rule.is_open else None
        if stage is None:
            yield child.line, f"<{child.tag}> can't stand in <{element.tag}>"
        elif stage < reached:
            yield child.line, f"<{child.tag}> stands too late in <{element.tag}>"
        else:
            reached = stage
    if rule.needed and not element.all(*rule.needed):
        yield element.line, f"<{element.tag}> has no <{'> or <'.join(rule.needed)}>"
    for name in rule.single:
        for child in element.all(name)[1:]:
            yield child.line, f"a second <{name}> in <{element.tag}>"


def _of_skeleton(file: Element) -> Iterator[Problem]:
    for skeleton in file.all("skeleton"):
        if bool(skeleton.get("href")) == bool(skeleton.children or text_of(skeleton)):
            yield skeleton.line, "<skeleton> has either href or a content"


def _of_ids(tag: str, elements: Iterable[Element]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for element in elements:
        name = element.get("id")
        first = seen.setdefault(name, element.line) if name else element.line
        if first != element.line:
            yield element.line, f"the id {name!r} of <{tag}> is here twice (first in line {first})"


def _of_unit(unit: Element) -> Iterator[Problem]:
    """Ids inside a unit, references to original data, and where the texts of targets stand."""
    yield from _of_ids("segment", unit.all("segment", "ignorable"))
    stored = [data for one in unit.all("originalData") for data in one.all("data")]
    yield from _of_ids("data", stored)
    ids = {data.get("id") for data in stored}
    places: dict[str, int] = {}
    for number, part in enumerate(unit.all("segment", "ignorable"), 1):
        for element in part.walk():
            for name in ("dataRef", "dataRefStart", "dataRefEnd"):
                if element.get(name) and element.get(name) not in ids:
                    yield element.line, f"the {name} {element.get(name)!r} leads to no <data> of the unit"
        for target in part.all("target"):
            order = target.get("order") or str(number)
            first = places.setdefault(order, target.line)
            if first != target.line:
                yield target.line, f"two targets stand in place {order} (the other one in line {first})"


def _of_languages(root: Element) -> Iterator[Problem]:
    """The languages of sources and targets are those that the file names."""
    wanted = {"source": root.get("srcLang").lower(), "target": root.get("trgLang").lower()}
    waiting = [(root, root.get("xml:lang"))]
    while waiting:
        element, language = waiting.pop()
        if element.tag in wanted and element.namespace == CORE:
            if element.tag == "target" and not wanted["target"]:
                yield element.line, "there is a <target>, but <xliff> has no trgLang"
            elif language and language.lower() != wanted[element.tag]:
                yield element.line, f"<{element.tag}> is in {language!r}, not in {wanted[element.tag]!r}"
        else:
            below = [
                child for child in element.children if child.namespace == CORE
            ]  # modules have languages of their own
            waiting += [(child, child.get("xml:lang") or language) for child in below]


def _below(element: Element, tag: str) -> list[Element]:
    return [one for one in element.walk() if one.tag == tag and one.namespace == CORE]
