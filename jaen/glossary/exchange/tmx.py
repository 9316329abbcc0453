"""TMX, the exchange format of translation memories: versions 1.1 to 1.4 read, 1.4 written on level 1 (text only).

A memory holds sentences; a short unit with both languages is taken for a pair of terms.
"""

from collections.abc import Sequence

from jaen.errors import ExchangeError
from jaen.files.tmx import TmxText, TmxUnit, render_tmx, tmx_root
from jaen.files.xml import Element, parse, rewritten, text_of
from jaen.glossary.exchange.drafts import Draft, Drafts, DraftTerm
from jaen.glossary.exchange.segments import PairFilter
from jaen.glossary.exchange.values import Exported, Format, Incoming, losses_between
from jaen.glossary.sources.schema import LANGUAGES
from jaen.glossary.sources.tree import shorten
from jaen.model import Concept, Status, Term

__all__ = ["TMX", "read_root", "read_tmx", "write_tmx"]

_VERSIONS = ("1.1", "1.2", "1.3", "1.4", "1.4b")
_CODES = ("bpt", "ept", "ph", "it", "ut")  # markup of the text's own format; the text of <hi> is text
_WRITABLE = (Status.PREFERRED, Status.ADMITTED)


def read_tmx(data: bytes, name: str) -> Incoming:
    """The pairs of terms in a TMX file.

    Units with the same id that share a term are one concept. Sentences, units without Japanese or English, and texts
    in other languages are reported and not taken.

    Args:
        data: the file's bytes.
        name: its name for messages.

    Raises:
        ExchangeError: it is not well-formed XML, no TMX, or of a version that is not read.
    """
    return _Memory().read(read_root(data, name))


def read_root(data: bytes, name: str) -> Element:
    """The root element of a TMX file.

    Raises:
        ExchangeError: it is not well-formed XML, no TMX, or of a version that is not read.
    """
    root = parse(data, name)
    if root.tag != "tmx" or not root.all("body"):
        what = f"its root is <{root.tag}>" if root.tag != "tmx" else "it has no <body>"
        raise ExchangeError(f"{name}:{root.line}: is no TMX file: {what}; check the format, or export it again")
    version = root.get("version")
    if version not in _VERSIONS:
        what = f"TMX version {version!r} is not read; export it as 1.4"
        raise ExchangeError(f"{name}:{root.line}: {what}")
    return root


class _Memory:
    """Reads the units of one file."""

    def __init__(self) -> None:
        self._drafts = Drafts("TMX")
        self._pairs = PairFilter(self._drafts)
        self._by_id: dict[str, Draft] = {}

    def read(self, root: Element) -> Incoming:
        """All units, in groups or not."""
        for unit in root.walk():
            if unit.tag == "tu":
                self._unit(unit)
        return self._drafts.incoming()

    def _unit(self, unit: Element) -> None:
        terms = []
        for version in unit.all("tuv"):
            term = self._text(version)
            if term:
                terms.append(term)
        if self._pairs.take(unit.line, terms):
            self._add(unit, terms)

    def _add(self, unit: Element, terms: list[DraftTerm]) -> None:
        name = unit.get("tuid")
        draft = self._by_id.get(name)
        known = {(term.language, term.text) for term in draft.terms} if draft else set()
        if draft is None or not known & {(term.language, term.text) for term in terms}:
            draft = Draft(unit.line, name)
            self._drafts.add(draft)
            if name:
                self._by_id.setdefault(name, draft)
            known = set()
        for term in terms:
            if (term.language, term.text) not in known:
                is_first = term.language not in {one.language for one in draft.terms}
                term.fields["status"] = Status.PREFERRED if is_first else Status.ADMITTED
                draft.terms.append(term)
        notes = [text for note in unit.walk() if note.tag == "note" and (text := text_of(note))]
        note = "\n".join(dict.fromkeys([*str(draft.fields.get("note", "")).split("\n"), *notes])).strip("\n")
        if note:
            draft.fields["note"] = note

    def _text(self, version: Element) -> DraftTerm | None:
        tag = version.get("xml:lang") or version.get("lang")
        language = self._drafts.language(tag, version.line)
        segments = version.all("seg")
        text = text_of(rewritten(segments[0], _without_code)).strip() if segments else ""
        if not text:
            self._drafts.leave(version.line, "the segment is empty")
        elif language not in LANGUAGES:
            said = f"in the language {tag}" if tag else "without a language"
            self._drafts.leave(version.line, f"the text {shorten(text)!r} {said} is not taken")
        else:
            return DraftTerm(segments[0].line, language, text)
        return None


def _without_code(element: Element) -> Element | None:
    return None if element.tag in _CODES else element


def write_tmx(concepts: Sequence[Concept]) -> Exported:
    """The preferred and admitted terms of the concepts as units of one pair each, and what of the concepts is lost.

    The preferred English term stands with each Japanese one, the preferred Japanese one with each English one. The
    units of a concept carry its id.

    Raises:
        ExchangeError: lxml is missing.
    """
    units = []
    for concept in concepts:
        for number, pair in enumerate(_pairs(concept)):
            notes = (concept.note,) if concept.note and not number else ()
            texts = tuple(TmxText(term.language, term.text) for term in pair)
            units.append(TmxUnit(texts, concept.id, is_directed=False, notes=notes))
    root = tmx_root(units, "phrase")
    return Exported(render_tmx(root), losses_between(concepts, _Memory().read(root).concepts))


def _pairs(concept: Concept) -> list[tuple[Term, Term]]:
    """The pairs of Japanese and English terms that may be written."""
    japanese, english = (
        [term for status in _WRITABLE for term in concept.terms if (term.language, term.status) == (language, status)]
        for language in LANGUAGES
    )
    if not japanese or not english:
        return []
    return [(one, english[0]) for one in japanese] + [(japanese[0], one) for one in english[1:]]


TMX = Format(
    "tmx",
    "TMX: translation memories",
    "pairs of preferred and admitted terms, the note",
    (".tmx",),
    read_tmx,
    write_tmx,
)
