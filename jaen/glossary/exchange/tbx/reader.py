"""TBX read leniently: version 3 in both styles and any dialect, and version 2 with `tig` or `ntig`.

What a concept has a place for is taken, wherever it stands; everything else of an entry is reported with its line.
The header and the back matter tell of the file, not of its entries, and are read over.
"""

from jaen.errors import ExchangeError
from jaen.files.xml import Element, parse, text_of
from jaen.glossary.exchange.drafts import Draft, Drafts, DraftTerm, Reference
from jaen.glossary.exchange.tbx.names import pos_of, status_of, type_of
from jaen.glossary.exchange.tbx.notes import is_marked, read_note
from jaen.glossary.exchange.values import Incoming
from jaen.glossary.saving.yaml_layout import Plain
from jaen.glossary.sources.schema import CONCEPT_FIELDS, LANGUAGES, RELATIONS, TERM_FIELDS
from jaen.glossary.sources.tree import shorten
from jaen.model import Status

__all__ = ["read_drafts", "read_tbx"]

_DCA = ("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref")
_GROUPS = ("adminGrp", "descripGrp", "termNoteGrp", "termGrp")
_DEFINITIONS = ("definition",)
_CONTEXTS = ("context", "example", "sampleSentence")
_SOURCES = ("source", "sourceIdentifier", "xSource", "externalCrossReference")
_MIN_STATUSES = frozenset(Status) - {Status.FORMER, Status.FORBIDDEN}  # what it can't tell is deprecated there
_STATUS = ("administrativeStatus", "usageStatus", "normativeAuthorization")
_TERM_MARKS = TERM_FIELDS - set(LANGUAGES)
_CONCEPT_MARKS = (CONCEPT_FIELDS - {"terms"}) | {"order"}


def read_tbx(data: bytes, name: str) -> Incoming:
    """The concepts of a TBX file.

    Terms that state no status: the first one of a language is preferred unless another one is, the rest are admitted.
    A context in which jaen finds a term of its entry is an example, any other one goes into the note.

    Args:
        data: the file's bytes.
        name: its name for messages.

    Raises:
        ExchangeError: it is not well-formed XML, or no TBX.
    """
    return read_drafts(parse(data, name), name).incoming()


def read_drafts(root: Element, name: str) -> Drafts:
    """The entries of a TBX file whose root element is *root*.

    Raises:
        ExchangeError: it is no TBX.
    """
    bodies = [body for text in root.all("text") for body in text.all("body")]
    if root.tag not in ("tbx", "martif") or not bodies:
        what = f"its root is <{root.tag}>" if root.tag not in ("tbx", "martif") else "it has no <text> with a <body>"
        raise ExchangeError(f"{name}:{root.line}: is no TBX file: {what}; check the format, or export it again")
    drafts = Drafts("TBX")
    default = root.get("xml:lang") or "en"
    for body in bodies:
        for child in body.children:
            if child.tag in ("conceptEntry", "termEntry"):
                _Entry(child, drafts, default).read()
            else:
                drafts.leave(child.line, f"<{child.tag}> is no entry")
    if drafts.statuses and root.get("type") == "TBX-Min":
        drafts.statuses = _MIN_STATUSES
    return drafts


class _Entry:
    """Reads one entry."""

    def __init__(self, element: Element, drafts: Drafts, language: str) -> None:
        self._element = element
        self._drafts = drafts
        self._default = language
        self._draft = Draft(element.line, element.get("id") or element.get("xml:id"))
        self._definitions: dict[str, list[str]] = {}
        self._contexts: list[tuple[str, str]] = []  # language, text
        self._notes: list[str] = []
        self._marks: dict[str, Plain] = {}

    def read(self) -> None:
        """Put the entry among the drafts, if it has a term in one of the two languages."""
        for child in self._element.children:
            if child.tag in ("langSec", "langSet"):
                self._section(child)
            else:
                self._part(child, None, self._default)
        if not self._draft.terms:
            name = self._element.get("id") or "without id"
            self._drafts.leave(self._element.line, f"the entry {shorten(name)!r} has no Japanese or English term")
            return
        self._finish()
        self._drafts.add(self._draft)

    def _section(self, section: Element) -> None:
        tag = section.get("xml:lang") or section.get("lang")
        language = self._drafts.language(tag, section.line)
        if language not in LANGUAGES:
            said = f"in the language {tag}" if tag else "without a language"
            self._drafts.leave(section.line, f"terms {said} are not taken, only Japanese and English ones")
            return
        for child in section.children:
            if child.tag in ("termSec", "tig", "ntig"):
                self._term(child, language)
            else:
                self._part(child, None, language)

    def _term(self, section: Element, language: str) -> None:
        terms = [one for one in section.walk() if one.tag == "term"]
        text = text_of(terms[0]).strip() if terms else ""
        if not text:
            self._drafts.refuse(section.line, "a term section holds no term")
            return
        term = DraftTerm(terms[0].line, language, text)
        self._draft.terms.append(term)
        notes: list[str] = []
        for part in _parts(section):
            if part.tag == "note":
                self._note(part, _TERM_MARKS, term.fields, notes)
            elif part is not terms[0] and not self._term_field(part, term):
                self._part(part, term, language)
        if notes:
            term.fields.setdefault("note", "\n".join(notes))

    def _term_field(self, part: Element, term: DraftTerm) -> bool:
        """Take a part that tells of the term itself; False for any other part."""
        category, word = _category(part), text_of(part)
        value: str | None
        if category in _STATUS:
            name, value = "status", status_of(word)
            self._drafts.statuses = frozenset(Status)
        elif category == "termType":
            name, value = "type", type_of(word)
        elif category == "partOfSpeech":
            name, value = "pos", pos_of(word)
        else:
            return False
        if value is None:
            self._leave(part, f"the {category} {shorten(word)!r} has no like here")
        elif term.fields.setdefault(name, value) != value:
            self._leave(part, f"a second {category} {shorten(word)!r} of the term")
        return True

    def _part(self, part: Element, term: DraftTerm | None, language: str) -> None:
        """Take a part that tells of the concept, on whatever level it stands."""
        if part.tag in _GROUPS:
            for child in part.children:
                self._part(child, term, language)
            return
        category, text = _category(part), text_of(part)
        if part.tag == "note":
            self._note(part, _CONCEPT_MARKS, self._marks, self._notes)
        elif category in _DEFINITIONS:
            self._define(part, text, language)
        elif category in _CONTEXTS:
            language = self._drafts.language(part.get("xml:lang") or language, part.line)
            self._contexts += [(language, text)] if text else []
        elif category == "subjectField":
            self._draft.put("domain", text)
        elif category in _SOURCES:
            self._draft.put("sources", part.get("target") if part.tag == "xref" or not text else text)
        elif category == "crossReference":
            self._refer(part, text)
        else:
            self._leave(part, category)

    def _define(self, part: Element, text: str, language: str) -> None:
        language = self._drafts.language(part.get("xml:lang") or language, part.line)
        known = self._definitions.setdefault(language, [])
        if language not in LANGUAGES:
            self._leave(part, f"a definition in the language {language}")
        elif text and text not in known:
            known.append(text)

    def _refer(self, part: Element, text: str) -> None:
        relation = text if text in RELATIONS else "related"
        self._draft.references.append(Reference(part.line, relation, part.get("target")))
        if text and relation != text:
            self._leave(part, f"the text {shorten(text)!r} of a crossReference")

    def _note(self, part: Element, names: frozenset[str], marks: dict[str, Plain], notes: list[str]) -> None:
        """Take a note: one of jaen's own says a field, any other one is a note."""
        text = text_of(part)
        mark = read_note(text) if is_marked(text) else None
        if mark is None:
            notes += [text] if text else []
        elif mark[0] not in names or mark[1] is None:
            self._leave(part, f"the note {shorten(text)!r}, which says no field")
        else:
            marks[mark[0]] = mark[1]

    def _leave(self, part: Element, what: str) -> None:
        self._drafts.leave(part.line, f"not taken: {what}")

    # When all is read

    def _finish(self) -> None:
        draft = self._draft
        _set_statuses(draft.terms)
        definitions: Plain = {one: "\n".join(texts) for one, texts in self._definitions.items() if texts}
        if definitions:
            draft.fields["definition"] = definitions
        if "examples" not in self._marks:
            draft.contexts += self._contexts
        if self._notes:
            draft.fields["note"] = "\n".join(self._notes)
        order = self._marks.pop("order", "")
        if order:
            self._order(order)
        if "links" in self._marks:
            draft.references.clear()
        draft.fields |= self._marks

    def _order(self, order: Plain) -> None:
        """Put the terms into the order of languages that a note gives: `ja en ja`."""
        languages = order.split() if isinstance(order, str) else []
        terms = self._draft.terms
        if sorted(languages) == sorted(term.language for term in terms):
            by_language = {one: iter([term for term in terms if term.language == one]) for one in LANGUAGES}
            self._draft.terms = [next(by_language[one]) for one in languages]
        else:
            self._drafts.leave(self._element.line, f"the order {order!r} does not fit the terms")


def _parts(section: Element) -> list[Element]:
    """The parts of a term section, of its groups and of the `termGrp` of version 2."""
    parts = []
    for child in section.children:
        is_group = child.tag in ("termGrp", "termNoteGrp")
        parts += _parts(child) if is_group else [child]
    return parts


def _category(part: Element) -> str:
    """The data category: the type in style DCA, the element's own name in style DCT."""
    return part.get("type") or part.tag if part.tag in _DCA else part.tag


def _set_statuses(terms: list[DraftTerm]) -> None:
    """Give the terms without status theirs."""
    has_preferred = {term.language for term in terms if term.fields.get("status") == Status.PREFERRED}
    for term in terms:
        if "status" not in term.fields:
            term.fields["status"] = Status.ADMITTED if term.language in has_preferred else Status.PREFERRED
            has_preferred.add(term.language)
