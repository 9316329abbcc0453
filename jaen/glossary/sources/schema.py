"""From the tree of a file to a `Concept`: every field that an entry may have, and what is right in it.

The words on disk are those of the model: statuses and uses are its enums, the other lists stand here.
"""

import re
from collections.abc import Iterable
from datetime import date

from jaen.glossary.sources.problems import Problems, nearest
from jaen.glossary.sources.slips import FULL_WIDTH_COLON
from jaen.glossary.sources.tree import Fields, Items, Node, Place, Text, kind_of, shorten, shown
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity
from jaen.words.scripts import HIRAGANA, KATAKANA, Script, script_counts

LANGUAGE_NAMES = {"ja": "Japanese", "en": "English"}
LANGUAGES = tuple(LANGUAGE_NAMES)
CATEGORIES = ("person", "organization", "role", "product", "place", "law", "event", "term")
RELATIONS = ("holder", "part-of", "replaced-by", "abbreviation-of", "product-of", "broader", "related", "confusable")
TERM_TYPES = ("full", "abbreviation", "short", "variant")
PARTS_OF_SPEECH = ("noun", "verb", "adj")
STATUSES = tuple(Status)
USES = tuple(TermUse)
BOUNDARIES = ("free", "compound", "any")
CASES = ("exact", "name", "any")
REVIEW_STATES = ("draft", "proposed", "approved", "rejected")

CONCEPT_FIELDS = frozenset(
    [
        "category",
        "domain",
        "terms",
        "definition",
        "valid",
        "links",
        "match",
        "keep",
        "examples",
        "sources",
        "review",
        "note",
        "former-ids",
    ]
)
TERM_FIELDS = frozenset(["ja", "en", "reading", "status", "type", "use", "valid", "match", "note", "pos"])

ALWAYS = Validity()

MAX_ID = 200  # characters; file systems take names of 255 bytes, of which writing and endings need some
ID = re.compile("[a-z0-9-]+")  # of a concept, whose file has this name
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_READING = re.compile(f"[{HIRAGANA}{KATAKANA}・＝= 　]+")
_IN_CURLY_QUOTES = re.compile("[“”„‘][^“”„‘]*[“”‘’]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class ConceptReader:
    """Reads the concepts of one file; what is wrong goes to *problems*, and reading goes on.

    Attributes:
        links: (place, target) of every link read, for the check that targets exist.
    """

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self.links: list[tuple[Place, str]] = []

    def read(self, concept_id: str, node: Node) -> Concept | None:
        """The concept in *node*; None when something in it is wrong."""
        before = len(self._problems)
        if not ID.fullmatch(concept_id):
            self._wrong(node.place, f"the id {shorten(concept_id)!r} has more than a-z, 0-9 and hyphens; rename it")
        elif len(concept_id) > MAX_ID:
            self._wrong(node.place, f"the id {shorten(concept_id)!r} has more than {MAX_ID} characters; shorten it")
        get = self._fields(node, CONCEPT_FIELDS, "a concept")
        match = self._match(get.get("match"))
        concept = Concept(
            id=concept_id,
            category=self._category(get.get("category"), node.place),
            domain=self._texts(get.get("domain"), "domain"),
            terms=self._terms(get.get("terms"), node.place),
            definition=self._definition(get.get("definition")),
            valid=self._validity(get.get("valid")),
            links=tuple(self._link(item) for item in self._items(get.get("links"), "links")),
            match=match or MatchRule(),
            keep=self._choice(get.get("keep"), ("true", "false"), "keep", "false") == "true",
            examples=tuple(self._example(item) for item in self._items(get.get("examples"), "examples")),
            sources=self._texts(get.get("sources"), "sources"),
            review=self._review(get.get("review")),
            note=self._text(get.get("note"), "note"),
            former_ids=self._former_ids(get.get("former-ids")),
        )
        return concept if len(self._problems) == before else None

    def _category(self, node: Node | None, place: Place) -> str:
        if node is None:
            self._wrong(place, f"the concept has no category; use one of: {', '.join(CATEGORIES)}")
        return self._choice(node, CATEGORIES, "category", "term")

    # Terms

    def _terms(self, node: Node | None, place: Place) -> tuple[Term, ...]:
        if node is None:
            self._wrong(place, "the concept has no terms; add at least one, ja or en")
            return ()
        items = self._items(node, "terms")
        if not items and isinstance(node, Items):
            self._wrong(node.place, "the list of terms is empty; add at least one, ja or en")
        terms: dict[tuple[str, str], tuple[Term, Place]] = {}
        for item in items:
            term = self._term(item)
            if not term:
                continue
            key = term.language, term.text
            if key in terms:
                first = shown(terms[key][1])
                self._wrong(item.place, f"the term {term.text!r} is here twice (first in {first}); keep one")
            else:
                terms[key] = term, item.place
        return tuple(term for term, _ in terms.values())

    def _term(self, node: Node) -> Term | None:
        get = self._fields(node, TERM_FIELDS, "a term")
        languages = [language for language in LANGUAGES if language in get]
        if len(languages) != 1:
            if isinstance(node, Fields):
                self._wrong(node.place, "a term has either ja or en; write '- ja: …' or '- en: …'")
            return None
        language = languages[0]
        text = self._term_text(get[language], language)
        if len(get) == 1:  # as with every second term
            return Term(text=text, language=language) if text else None
        status = self._choice(get.get("status"), STATUSES, "status", Status.PREFERRED)
        use = self._choice(get.get("use"), USES, "use", TermUse.ALWAYS)
        term_type = self._choice(get.get("type"), TERM_TYPES, "type", "full")
        reading = self._reading(get.get("reading"), language)
        pos = self._choice(get.get("pos"), PARTS_OF_SPEECH, "pos", "noun")
        valid = self._validity(get.get("valid"))
        match = self._match(get.get("match"))
        note = self._text(get.get("note"), "note")
        if not text:
            return None
        return Term(
            text=text,
            language=language,
            status=Status(status),
            type=term_type,
            reading=reading,
            use=TermUse(use),
            pos=pos,
            valid=valid,
            match=match,
            note=note,
        )

    def _term_text(self, node: Node, language: str) -> str:
        text = self._text(node, language)
        if text != text.strip():
            self._wrong(node.place, f"the term {shorten(text)!r} has white space at an end; remove it")
        elif _CONTROL.search(text):
            self._wrong(node.place, f"the term {shorten(text)!r} has a line break or control character; remove it")
        elif _is_curly_quoted(text):
            self._wrong(node.place, f"the curly quotes of {shorten(text)} would belong to the term; remove them")
        elif language == "en" and _is_japanese(text):
            self._wrong(node.place, f"the term {shorten(text)!r} is Japanese; write '- ja: {shorten(text)}'")
        else:
            return text
        return ""

    def _reading(self, node: Node | None, language: str) -> str | None:
        if node is None:
            return None
        reading = self._text(node, "reading")
        if language != "ja":
            self._wrong(node.place, "only a Japanese term has a reading; remove it")
        elif reading and not _READING.fullmatch(reading):
            self._wrong(node.place, f"the reading {shorten(reading)!r} is not kana; write it in hiragana or katakana")
        return reading

    # The smaller parts

    def _former_ids(self, node: Node | None) -> tuple[str, ...]:
        ids = self._texts(node, "former-ids")
        for one in ids:
            if node and one and not ID.fullmatch(one):
                self._wrong(
                    node.place, f"the former id {shorten(one)!r} has more than a-z, 0-9 and hyphens; correct it"
                )
        return ids

    def _definition(self, node: Node | None) -> tuple[tuple[str, str], ...]:
        get = self._fields(node, LANGUAGES, "a definition") if node else {}
        return tuple((language, self._text(value, "definition")) for language, value in get.items())

    def _validity(self, node: Node | None) -> Validity:
        if node is None:
            return ALWAYS
        get = self._fields(node, ("from", "to"), "valid")
        return self._days(node.place, get.get("from"), get.get("to"))

    def _days(self, place: Place, first: Node | None, last: Node | None) -> Validity:
        if first is None and last is None:
            return ALWAYS
        start, end = self._date(first, "from"), self._date(last, "to")
        if start and end and start > end:
            self._wrong(place, f"valid from {start} is after valid to {end}; swap or correct them")
            return ALWAYS
        return Validity(start, end)

    def _link(self, node: Node) -> Link:
        get = self._fields(node, (*RELATIONS, "from", "to"), "a link")
        relations = [key for key in get if key in RELATIONS]
        if len(relations) != 1:
            if isinstance(node, Fields):
                self._wrong(node.place, f"a link has one relation and its target; use one of: {', '.join(RELATIONS)}")
            return Link("related", "")
        target = self._text(get[relations[0]], relations[0])
        self.links.append((get[relations[0]].place, target))
        return Link(relations[0], target, self._days(node.place, get.get("from"), get.get("to")))

    def _match(self, node: Node | None) -> MatchRule | None:
        if node is None:
            return None
        get = self._fields(node, ("boundary", "case"), "match")
        case = self._choice(get["case"], CASES, "case", "exact") if "case" in get else None
        return MatchRule(self._choice(get.get("boundary"), BOUNDARIES, "boundary", "free"), case)

    def _example(self, node: Node) -> Example:
        get = self._fields(node, (*LANGUAGES, "finds"), "an example")
        languages = [language for language in LANGUAGES if language in get]
        if isinstance(node, Fields) and (len(languages) != 1 or "finds" not in get):
            self._wrong(node.place, "an example has a text and what is found: {ja: …, finds: […]}; finds may be []")
            return Example("", "ja", ())
        language = languages[0] if languages else "ja"
        text = self._text(get.get(language), language)
        finds = self._texts(get.get("finds"), "finds")
        for surface in finds:
            if text and surface not in text:
                self._wrong(node.place, f"{surface!r} is to be found but is not in {shorten(text)!r}; correct one")
        return Example(text, language, finds)

    def _review(self, node: Node | None) -> Review:
        if node is None:
            return Review()
        get = self._fields(node, ("state", "by", "on", "again"), "review")
        return Review(
            state=self._choice(get.get("state"), REVIEW_STATES, "state", "proposed"),
            by=self._text(get.get("by"), "by"),
            on=self._date(get.get("on"), "on"),
            again=self._date(get.get("again"), "again"),
        )

    # What every field is made of

    def _wrong(self, place: Place, what: str) -> None:
        self._problems.add(self._file, place, what)

    def _fields(self, node: Node | None, allowed: Iterable[str], what: str) -> dict[str, Node]:
        if not isinstance(node, Fields):
            if node is not None:
                hint = f"; {FULL_WIDTH_COLON}" if isinstance(node, Text) and "：" in node.value else ""
                self._wrong(node.place, f"{what} is made of fields ('key: value'), this is {kind_of(node)}{hint}")
            return {}
        known: dict[str, Node] = {}
        for key, (place, value) in node.values.items():
            if key in allowed:
                known[key] = value
            else:
                is_cut = isinstance(value, Text) and not value.value  # {en: Yes, we can, finds: []}
                advice = "a text with a comma stands in quotes" if is_cut and " " in key else nearest(key, allowed)
                self._wrong(place, f"{what} has no field {shorten(key)!r}; {advice}")
        return known

    def _items(self, node: Node | None, what: str) -> list[Node]:
        if isinstance(node, Items):
            return node.values
        if node is not None:
            self._wrong(node.place, f"{what} is a list, this is {kind_of(node)}; write '- …' lines or […]")
        return []

    def _texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        return tuple([self._text(item, what) for item in self._items(node, what)])

    def _text(self, node: Node | None, what: str) -> str:
        if node is None:
            return ""
        if isinstance(node, Text) and node.value:
            return node.value
        self._wrong(node.place, f"{what} is a text, this is {kind_of(node)}; write a text or remove the field")
        return ""

    def _choice(self, node: Node | None, allowed: tuple[str, ...], what: str, default: str) -> str:
        if node is None:
            return default
        text = self._text(node, what)
        if not text or text in allowed:
            return text or default
        self._wrong(node.place, f"{what} {shorten(text)!r} is not known; {nearest(text, allowed)}")
        return default

    def _date(self, node: Node | None, what: str) -> date | None:
        if node is None:
            return None
        text = self._text(node, what)
        if not text:
            return None
        try:
            if _DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # no such day; said below
        self._wrong(node.place, f"{what} {shorten(text)!r} is no date; write it like 2025-07-01")
        return None


def _is_curly_quoted(text: str) -> bool:
    """True for “chip”, ‘chip’ and “chip; not for The “Quad”, workers’ and ’90s."""
    if text.isascii():
        return False
    return bool(_IN_CURLY_QUOTES.fullmatch(text)) or text.count("“") != text.count("”")


def _is_japanese(text: str) -> bool:
    """True for 半導体 and チップ; not for Tシャツ and 2025."""
    if text.isascii():
        return False
    scripts = script_counts(text).keys()
    return bool(scripts & {Script.HAN, Script.HIRAGANA, Script.KATAKANA}) and Script.LATIN not in scripts
