"""XML of other programs, read without trust, and XML written for them: TBX, TMX, XLIFF.

No entity is expanded, no document type and nothing from the network is loaded. A DOCTYPE line that only names a file
(TBX of 2008 and TMX carry one) is read over; one with a part in brackets, where the attacks live, is refused.
"""

import itertools
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from jaen.errors import ExchangeError, UndecodableText
from jaen.reading.encoding import canonical, decode
from jaen.words.scripts import HAN, HIRAGANA, KATAKANA

__all__ = ["MAX_BYTES", "XML_NAMESPACE", "Element", "is_writable", "parse", "render", "rewritten", "text_of"]

MAX_BYTES = (
    256 * 1024 * 1024
)  # of one file; 100,000 concepts as TBX-Basic are 180 MB, and need 16 times that while read
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_DECLARATION = re.compile(r"<\?xml[ \t\r\n][^<>]{0,400}?\?>")
_ENCODING = re.compile(r"""[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z0-9._:-]+)["']""")
_TEXT_CODECS = ("utf-8", "utf-16", "utf-32", "cp", "euc_", "iso8859", "iso2022_", "gb18030", "big5", "koi8", "mac-")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ASIDE = re.compile(r"[ \t\r\n]+|<!--.*?-->|<\?.*?\?>", re.DOTALL)  # before the first element
_DOCTYPE = re.compile(r"""<!DOCTYPE(?>(?:[^"'\[>]|"[^"]*"|'[^']*')*)(?P<end>[\[>])""")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_LINE_BREAKS = re.compile("[\r\n]+")
_WIDE = re.compile(f"[{HIRAGANA}{KATAKANA}{HAN}\u3000-\u303f\uff00-\uff60]")
_WHITE = " \t\r\n"
_ATTRIBUTES = 1_000  # of one element; the time that lxml takes for them grows with their square
_REPEATED = 30  # characters; a longer text is probably there once
_WHERE = re.compile("(, use XML_PARSE_HUGE option)?(, line [0-9]+, column [0-9]+)?( [(]<string>.*)?$")  # of libxml2


@dataclass(slots=True)
class Element:
    """An XML element.

    Attributes:
        tag: its name without prefix.
        namespace: its namespace name; "" for none.
        attributes: name → value; one with a namespace is named `xml:lang`, or `{namespace}name`.
        content: texts and elements in their order; comments and processing instructions are left out.
        line: where it starts (0 for one that was not read).
    """

    tag: str
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    content: list["str | Element"] = field(default_factory=list)
    line: int = 0

    @property
    def children(self) -> "list[Element]":
        """The elements right below."""
        return [one for one in self.content if isinstance(one, Element)]

    def all(self, *tags: str) -> "list[Element]":
        """The children of these names."""
        return [child for child in self.children if child.tag in tags]

    def walk(self) -> "Iterator[Element]":
        """This element and all below, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def add(self, tag: str, text: str = "", **attributes: str) -> "Element":
        """A new last child in the same namespace; its attribute `lang` is xml:lang.

        A character that XML can't hold becomes U+FFFD at once, so that an element is what its file will be.
        """
        named = {"xml:lang" if name == "lang" else name: _writable(value) for name, value in attributes.items()}
        child = Element(tag, self.namespace, named, [_writable(text)] if text else [])
        self.content.append(child)
        return child


def parse(data: bytes, name: str) -> Element:
    """The root element of an XML file.

    Args:
        data: the file's bytes, in any encoding that it declares; Shift_JIS is read as cp932, so that ① survives.
        name: the file's name for messages.

    Raises:
        ExchangeError: it is empty, too large, not XML, in no encoding it declares, or declares entities; lxml is missing.

    >>> parse('<list><item>①</item></list>'.encode(), "list.xml").children[0].content
    ['①']
    """
    text = _decoded(data, name)
    _check_prolog(text, name)
    etree = _lxml()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        what = _WHERE.sub("", error.msg or "no reason is given")
        advice = "correct it, or export the file again"
        raise ExchangeError(f"{name}:{error.lineno or 1}: not well-formed XML: {what}; {advice}") from error
    for entity in root.iter(etree.Entity):
        what = f"the entity {entity.text} is declared nowhere in the file; write the character itself"
        raise ExchangeError(f"{name}:{entity.sourceline or entity.getparent().sourceline}: {what}")
    return _elements(root, name)


def _lxml() -> Any:  # noqa: ANN401 - lxml ships no types
    try:
        from lxml import etree
    except ImportError as error:
        advice = "in the project's folder run pip install '.[xml]'"
        raise ExchangeError(f"reading and writing TBX, TMX and XLIFF needs the extra xml: {advice}") from error
    return etree


def _decoded(data: bytes, name: str) -> str:
    """The file's text; its declaration no longer names an encoding."""
    if len(data) > MAX_BYTES:
        raise ExchangeError(f"{name}: has {len(data):,} bytes, more than {MAX_BYTES:,}; split it into several files")
    head = data[:1000]
    if not data.strip():
        raise ExchangeError(f"{name}:1: the file is empty; export it again")
    if head.startswith(b"PK\x03\x04"):
        raise ExchangeError(f"{name}:1: is a zip archive; unpack it and give the file inside")
    is_wide = b"\0" in head[:4]  # UTF-16 or UTF-32, with or without mark
    declared = "" if is_wide else _declared(head.decode("latin-1"))
    encoding = None if is_wide or head.startswith(_BOMS) else _codec(declared or "utf-8", name)
    try:
        text = decode(data, encoding).text
    except UndecodableText as error:
        what = str(error).partition(" (tried")[0]
        said = f"the file says it is {declared}" if declared else "the file names no encoding, so it must be UTF-8"
        raise ExchangeError(f"{name}:1: {what}; {said}: save it again as UTF-8") from error
    if not text.lstrip().startswith("<"):
        raise ExchangeError(f"{name}:1: is no XML: it begins with {text.strip()[:20]!r}; check the format of the file")
    if found := _DECLARATION.match(text):
        # lxml takes a text that names an encoding for bytes; the lines of the declaration still count.
        text = '<?xml version="1.0"?>' + "\n" * found[0].count("\n") + text[found.end() :]
    return text


def _declared(head: str) -> str:
    declaration = _DECLARATION.match(head)
    encoding = _ENCODING.search(declaration[0]) if declaration else None
    return encoding[1] if encoding else ""


def _codec(declared: str, name: str) -> str:
    try:
        codec = canonical(declared)
    except LookupError:
        codec = ""
    if codec.startswith(("utf-16", "utf-32")):
        return "utf-8"  # its declaration could be read byte by byte, so it is not; .NET writes such files
    if not codec.startswith(_TEXT_CODECS):
        raise ExchangeError(f"{name}:1: the encoding {declared!r} is not known; save the file as UTF-8")
    return codec


def _check_prolog(text: str, name: str) -> None:
    """Refuse a DOCTYPE that declares anything itself."""
    position = 0
    while aside := _ASIDE.match(text, position):
        position = aside.end()
    doctype = _DOCTYPE.match(text, position)
    if doctype and doctype["end"] == "[":
        line = text.count("\n", 0, doctype.end()) + 1
        what = "the DOCTYPE declares entities or elements of its own (the part in [ ])"
        raise ExchangeError(f"{name}:{line}: {what}, which is not read; remove that part and write characters out")


def _elements(root: Any, name: str) -> Element:  # noqa: ANN401
    result = _element(root, name)
    waiting = [(root, result)]
    while waiting:
        node, element = waiting.pop()
        if node.text:
            element.content.append(_shared(node.text))
        for child in node:
            below = _element(child, name)
            element.content.append(below)
            if child.tail:
                element.content.append(_shared(child.tail))
            waiting.append((child, below))
    return result


def _element(node: Any, name: str) -> Element:  # noqa: ANN401
    namespace, tag = _split(node.tag)
    if len(node.attrib) > _ATTRIBUTES:
        what = f"<{tag}> has {len(node.attrib):,} attributes, more than {_ATTRIBUTES:,}; correct the element"
        raise ExchangeError(f"{name}:{node.sourceline or 1}: {what}")
    attributes = {_split_attribute(key): _shared(value) for key, value in node.attrib.items()}
    return Element(tag, namespace, attributes, line=node.sourceline or 0)


@lru_cache(maxsize=1000)
def _split(name: str) -> tuple[str, str]:
    namespace, _, tag = name.rpartition("}")
    return namespace.removeprefix("{"), tag


@lru_cache(maxsize=1000)
def _split_attribute(name: str) -> str:
    return name.replace(f"{{{XML_NAMESPACE}}}", "xml:")


def _shared(text: str) -> str:
    """*text*, kept in memory once when it is short: indentation, statuses and languages repeat in every entry."""
    return sys.intern(text) if len(text) <= _REPEATED else text


def text_of(element: Element) -> str:
    r"""The text of *element* and all below it, as running text.

    A line break with its indentation is a blank, between Japanese characters nothing; other white space stays.

    >>> text_of(Element("p", content=["国家サイバー\n   統括室\n is the\n new", Element("b", content=[" name"]), " \n"]))
    '国家サイバー統括室 is the new name'
    """
    pieces: list[str] = []
    waiting: list[str | Element] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
        else:
            waiting += reversed(one.content)
    lines = [line.strip(_WHITE) for line in _LINE_BREAKS.split("".join(pieces).strip(_WHITE))]
    joined = lines[:1]
    for before, line in itertools.pairwise([line for line in lines if line]):
        is_japanese = _WIDE.fullmatch(before[-1]) and _WIDE.fullmatch(line[0])
        joined += [line] if is_japanese else [" ", line]
    return "".join(joined)


def rewritten(element: Element, change: Callable[[Element], "Element | str | None"]) -> Element:
    """A copy of *element* in which each element below is what *change* makes of it: itself, a text, or nothing.

    >>> code = Element("ph", content=["<br/>"])
    >>> text_of(rewritten(Element("seg", content=["one", code, "two"]), lambda one: None if one.tag == "ph" else one))
    'onetwo'
    """
    copy = replace(element, content=[])
    waiting = [(element, copy)]
    while waiting:
        old, new = waiting.pop()
        for one in old.content:
            changed = change(one) if isinstance(one, Element) else one
            if isinstance(changed, Element):
                below = replace(changed, content=[])
                new.content.append(below)
                waiting.append((changed, below))
            elif changed is not None:
                new.content.append(changed)
    return copy


def is_writable(text: str) -> bool:
    r"""True when XML can hold all characters of *text*.

    >>> is_writable("半導体\t①"), is_writable("\x00")
    (True, False)
    """
    return not _UNWRITABLE.search(text)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def render(root: Element, prefixes: Mapping[str, str], doctype: str = "") -> bytes:
    """The file of *root*: UTF-8, indented.

    Args:
        root: the root element, built with `add`; its attributes are without namespace, or `xml:lang`.
        prefixes: namespace name → prefix, "" for the default one.
        doctype: a whole DOCTYPE line, or nothing.
    """
    etree = _lxml()
    names = {prefix or None: namespace for namespace, prefix in prefixes.items()}
    top = etree.Element(_qualified(root), _attributes(root), nsmap=names)
    waiting = [(root, top)]
    while waiting:
        element, node = waiting.pop()
        last: Any = None
        for one in element.content:
            if isinstance(one, str) and last is None:
                node.text = (node.text or "") + one
            elif isinstance(one, str):
                last.tail = (last.tail or "") + one
            else:
                last = etree.SubElement(node, _qualified(one), _attributes(one))
                waiting.append((one, last))
    result: bytes = etree.tostring(
        top, encoding="UTF-8", xml_declaration=True, pretty_print=True, doctype=doctype or None
    )
    return result.replace(b"<?xml version='1.0' encoding='UTF-8'?>", b'<?xml version="1.0" encoding="UTF-8"?>', 1)


def _qualified(element: Element) -> str:
    return f"{{{element.namespace}}}{element.tag}" if element.namespace else element.tag


def _attributes(element: Element) -> dict[str, str]:
    return {key.replace("xml:", f"{{{XML_NAMESPACE}}}"): value for key, value in element.attributes.items()}
