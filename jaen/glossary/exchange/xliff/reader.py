"""XLIFF 2 read for its terms: entries of its glossary module, and short segments with both languages."""

from jaen.errors import ExchangeError
from jaen.files.xml import Element, parse, rewritten, text_of
from jaen.glossary.exchange.drafts import Draft, Drafts, DraftTerm
from jaen.glossary.exchange.segments import PairFilter
from jaen.glossary.exchange.values import Incoming
from jaen.glossary.exchange.xliff.rules import CORE, problems_in
from jaen.glossary.sources.schema import LANGUAGES
from jaen.glossary.sources.tree import shorten
from jaen.model import Status
from jaen.words.scripts import language_of

__all__ = ["check_xliff", "read_xliff"]

_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_VERSIONS = ("2.0", "2.1", "2.2")
_LAST = 0x10FFFF  # of Unicode
_MOST_PROBLEMS = 20  # that a message lists


def read_xliff(data: bytes, name: str) -> Incoming:
    """The terms of an XLIFF file: its glossary entries, then its short segments.

    Args:
        data: the file's bytes.
        name: its name for messages.

    Raises:
        ExchangeError: it is not well-formed XML, no XLIFF 2, or so wrong that its texts can't be trusted.
    """
    root = parse(data, name)
    check_xliff(root, name)
    return _Reader(root).read()


def check_xliff(root: Element, name: str) -> None:
    """See that a root element is that of an XLIFF 2 file whose texts can be trusted.

    Raises:
        ExchangeError: it is not.
    """
    if root.tag != "xliff":
        what = f"is no XLIFF file: its root is <{root.tag}>; check the format, or export it again"
        raise ExchangeError(f"{name}:{root.line}: {what}")
    if root.namespace != CORE or root.get("version") not in _VERSIONS:
        version = root.get("version") or "without a version"
        raise ExchangeError(f"{name}:{root.line}: XLIFF {version} is not read; export it as XLIFF 2.0 or 2.1")
    problems = problems_in(root)
    if problems:
        lines = [f"  {name}:{line}: {what}" for line, what in problems[:_MOST_PROBLEMS]]
        more = [f"  and {len(problems) - len(lines)} more"] if len(problems) > len(lines) else []
        head = f"{name} is no valid XLIFF 2; correct it, or export it again:"
        raise ExchangeError("\n".join([head, *lines, *more]))


class _Reader:
    """Reads the units of one file."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._drafts = Drafts("XLIFF")
        self._pairs = PairFilter(self._drafts)
        self._source = self._drafts.language(root.get("srcLang"), root.line)
        self._target = self._drafts.language(root.get("trgLang"), root.line)

    def read(self) -> Incoming:
        """All units."""
        is_pair = {self._source, self._target} == set(LANGUAGES)
        if not is_pair:
            languages = " → ".join([self._root.get("srcLang"), self._root.get("trgLang") or "no language"])
            self._drafts.refuse(self._root.line, f"the segments are {languages}, not Japanese and English")
        for unit in [one for one in self._root.walk() if one.tag == "unit" and one.namespace == CORE]:
            for child in unit.children:
                if child.namespace == _GLOSSARY and child.tag == "glossary":
                    self._glossary(child)
                elif child.tag == "segment" and child.namespace == CORE and is_pair:
                    self._segment(child, unit)
                elif child.namespace != CORE:
                    self._drafts.leave(child.line, f"not taken: <{child.tag}>")
        return self._drafts.incoming()

    def _segment(self, segment: Element, unit: Element) -> None:
        """A pair of terms, or not; the notes of its unit go with it."""
        terms = []
        for tag, language in (("source", self._source), ("target", self._target)):
            for element in segment.all(tag):
                text = text_of(rewritten(element, _character)).strip()
                terms += [DraftTerm(element.line, language, text)] if text else []
        if self._pairs.take(segment.line, terms):
            notes = [text for group in unit.all("notes") for note in group.all("note") if (text := text_of(note))]
            self._drafts.add(Draft(segment.line, "", terms, {"note": "\n".join(notes)} if notes else {}))

    def _glossary(self, glossary: Element) -> None:
        for entry in glossary.children:
            if entry.tag == "glossEntry" and entry.namespace == _GLOSSARY:
                self._entry(entry)
            else:
                self._drafts.leave(entry.line, f"not taken: <{entry.tag}>")

    def _entry(self, entry: Element) -> None:
        draft = Draft(entry.line)  # ids of glossary entries are names inside their unit only
        for part in entry.children:
            language = {"term": self._source, "translation": self._target}.get(part.tag)
            text = text_of(part)
            if part.namespace != _GLOSSARY or part.tag not in ("term", "translation", "definition"):
                self._drafts.leave(part.line, f"not taken: <{part.tag}>")
            elif part.tag == "definition":
                draft.fields["definition"] = {language_of(text): text}
            elif language in LANGUAGES and text:
                is_first = language not in {term.language for term in draft.terms}
                status = Status.PREFERRED if is_first else Status.ADMITTED
                draft.terms.append(DraftTerm(part.line, language, text.strip(), {"status": status}))
            elif text:
                self._drafts.leave(part.line, f"the text {shorten(text)!r} in the language {language!r} is not taken")
            draft.put("sources", part.get("source"))
        if draft.terms:
            self._drafts.add(draft)
        else:
            self._drafts.refuse(entry.line, "the glossary entry has no Japanese or English term")


def _character(element: Element) -> Element | str:
    """The character that a `<cp>` stands for; other codes have no text in XLIFF 2."""
    if element.tag != "cp":
        return element
    number = int(element.get("hex"), 16)
    return chr(number) if number <= _LAST else "\ufffd"
