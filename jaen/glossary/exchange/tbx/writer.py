"""TBX version 3 written strictly: only what the dialect allows, and where it allows it.

TBX-Basic carries everything: what it has no category for stands in notes (`jaen.glossary.exchange.tbx.notes`). Which
fields need one is not written down here: a field gets a note when reading the entry without it gives something else.
TBX-Min and TBX-Core are for programs that want just terms, and lose the rest; the losses are found by reading, too.
"""

from collections.abc import Collection, Sequence, Set

from jaen.errors import ExchangeError
from jaen.files.xml import Element, render
from jaen.glossary.exchange.tbx.names import NAMESPACE, POS, STATUSES, TYPES, Dialect
from jaen.glossary.exchange.tbx.notes import is_marked, note_of
from jaen.glossary.exchange.tbx.reader import read_drafts
from jaen.glossary.exchange.values import Exported, losses_between
from jaen.glossary.saving.yaml_layout import Plain, plain
from jaen.glossary.sources.schema import LANGUAGES
from jaen.model import Concept, Example, Status, Term

__all__ = ["write_tbx"]

_WRITABLE = (Status.PREFERRED, Status.ADMITTED)
# Fields whose default has no form on disk, as a note says them where the entry would be read as something else.
_DEFAULTS: dict[str, Plain] = {
    "status": "preferred", "type": "full", "use": "always", "pos": "noun", "category": "term", "keep": "false",
}  # fmt: skip


def write_tbx(concepts: Sequence[Concept], dialect: Dialect) -> Exported:
    """The concepts as a TBX file, and what of them is lost.

    Raises:
        ExchangeError: there is no concept that could be written, so that the file would not be valid.
    """
    root = _frame(dialect)
    body = root.children[-1].children[0]
    ids = {concept.id for concept in concepts}
    for concept in concepts:
        entry = _Entry(concept, dialect, ids).element()
        if entry:
            body.content.append(entry)
    if not body.content:
        raise ExchangeError(f"none of the concepts can be written as {dialect.name}; a TBX file holds at least one")
    read_back = read_drafts(root, "").incoming().concepts
    return Exported(render(root, dialect.prefixes), losses_between(concepts, read_back))


def _frame(dialect: Dialect) -> Element:
    """A file without entries."""
    root = Element("tbx", NAMESPACE, {"type": dialect.name, "style": dialect.style, "xml:lang": "en"})
    description = root.add("tbxHeader").add("fileDesc")
    description.add("titleStmt").add("title", "Glossary")
    description.add("sourceDesc").add("p", "Written by jaen")
    root.add("text").add("body")
    return root


class _Entry:
    """Writes one concept."""

    def __init__(self, concept: Concept, dialect: Dialect, ids: Set[str]) -> None:
        self._concept = concept
        self._dialect = dialect
        self._ids = ids
        self._entry = Element("conceptEntry", NAMESPACE, {"id": _xml_id(concept.id)})
        self._sections: dict[tuple[str, str], Element] = {}  # (language, text) → termSec

    def element(self) -> Element | None:
        """The entry; None when the dialect can hold none of its terms."""
        concept = self._concept
        # A dialect without statuses would offer forbidden terms to everyone.
        has_status = "administrativeStatus" in self._dialect.modules
        terms = [term for term in concept.terms if has_status or term.status in _WRITABLE]
        languages = list(dict.fromkeys(term.language for term in terms))
        if not languages:
            return None
        self._concept_parts(languages)
        for language in languages:
            section = self._entry.add("langSec", lang=language)
            definition = dict(concept.definition).get(language)
            if definition:
                self._data(section, "descrip", "definition", definition)
            for term in terms:
                if term.language == language:
                    self._term(section, term)
        if self._dialect.has_notes:
            self._add_notes()
        for example in concept.examples:
            if example.finds:  # a text that the concept is not in is no context of it
                self._example(example)
        return self._entry

    def _concept_parts(self, languages: Collection[str]) -> None:
        concept, entry = self._concept, self._entry
        for domain in concept.domain:
            self._data(entry, "descrip", "subjectField", domain)
        for language, text in concept.definition:
            if language not in languages and self._dialect.style == "dca":  # an element of style DCT has no language
                self._data(entry, "descrip", "definition", text, lang=language)
        for source in concept.sources:
            self._data(entry, "admin", "source", source)
        for link in concept.links:
            if link.target in self._ids:
                self._data(entry, "ref", "crossReference", link.relation, target=_xml_id(link.target))
        if concept.note and not is_marked(concept.note):
            entry.add("note", concept.note)

    def _term(self, section: Element, term: Term) -> None:
        part = section.add("termSec")
        part.add("term", term.text)
        self._data(part, "termNote", "partOfSpeech", POS.get(term.pos, "other"))
        self._data(part, "termNote", "administrativeStatus", STATUSES[term.status])
        if term.type in TYPES:
            self._data(part, "termNote", "termType", TYPES[term.type])
        if term.note and not is_marked(term.note):
            part.add("note", term.note)
        self._sections[term.language, term.text] = part

    def _example(self, example: Example) -> None:
        """Put an example to the term that it shows, or to the first one of its language."""
        fitting = [part for (one, _), part in self._sections.items() if one == example.language]
        shown = [self._sections.get((example.language, found)) for found in example.finds]
        part = next((one for one in [*shown, *fitting] if one), None)
        if part:
            self._data(part, "descrip", "context", example.text)

    def _data(self, parent: Element, kind: str, category: str, text: str, **attributes: str) -> None:
        """Add a data category in the dialect's style, if the dialect has it."""
        module = self._dialect.modules.get(category)
        if not module:
            return
        if self._dialect.style == "dca":
            parent.add(kind, text, type=category, **attributes)
        else:
            parent.add(category, text, **attributes).namespace = module

    # Notes

    def _add_notes(self) -> None:
        """Say in notes whatever reading the entry so far does not give."""
        back = self._read()
        notes = [
            note_of(name, value) for name, value in _differing(plain(self._concept), back).items() if name != "terms"
        ]
        languages = [term.language for term in self._concept.terms]
        if languages != sorted(languages, key=languages.index):
            notes.append(note_of("order", " ".join(languages)))
        first = next(index for index, one in enumerate(self._entry.children) if one.tag == "langSec")
        self._entry.content[first:first] = [Element("note", NAMESPACE, {}, [note]) for note in notes]
        terms_back = {_key(term): term for term in _items(back.get("terms", []))}
        for term in _items(plain(self._concept)["terms"]):
            part, known = self._sections[_key(term)], terms_back.get(_key(term), {})
            for name, value in _differing(term, known).items():
                if name not in LANGUAGES:
                    part.add("note", note_of(name, value))

    def _read(self) -> dict[str, Plain]:
        """What reading the entry gives, in the words of jaen's files; nothing when it gives nothing."""
        root = _frame(self._dialect)
        body = root.children[-1].children[0]
        body.content.append(self._entry)
        targets = {link.target for link in self._concept.links if link.target in self._ids}
        for target in targets - {self._concept.id}:
            other = body.add("conceptEntry", id=_xml_id(target))
            other.add("langSec", lang="en").add("termSec").add("term", "other")
        concepts = read_drafts(root, "").incoming().concepts
        return plain(concepts[0]) if concepts else {}


def _differing(fields: dict[str, Plain], back: dict[str, Plain]) -> dict[str, Plain]:
    """The fields that *back* says otherwise, or does not say, or says though they are left out as the default."""
    names = dict.fromkeys([*fields, *back])
    values = {name: fields.get(name, _DEFAULTS.get(name, "")) for name in names}
    return {name: value for name, value in values.items() if value and not _is_same(fields.get(name), back.get(name))}


def _is_same(value: Plain | None, back: Plain | None) -> bool:
    """True for equal values in the same order: definitions in two languages have one."""
    return value == back and (not isinstance(value, dict) or not isinstance(back, dict) or list(value) == list(back))


def _items(terms: Plain) -> list[dict[str, Plain]]:
    assert isinstance(terms, list)
    return [term for term in terms if isinstance(term, dict)]


def _key(term: dict[str, Plain]) -> tuple[str, str]:
    language = next(one for one in LANGUAGES if one in term)
    return language, str(term[language])


def _xml_id(concept_id: str) -> str:
    """An id as XML wants it: it begins with a letter or an underscore, which no id of jaen has.

    >>> _xml_id("g7"), _xml_id("2025-budget")
    ('g7', '_2025-budget')
    """
    return concept_id if concept_id[0].isalpha() else f"_{concept_id}"
