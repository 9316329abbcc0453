"""Entries as people write them: any layout that YAML allows, with comments in all places."""

from random import Random

from hypothesis import strategies as st

from jaen.glossary.saving.yaml_layout import Plain, flow, plain
from jaen.glossary.saving.yaml_scalars import write_flow_text, write_text
from jaen.model import Concept, Example, Link, MatchRule, Review, Status, Term, TermUse, Validity

# Texts that other readers take for numbers, times or truth values, or that YAML reads as signs.
ODD = [
    "NO",
    "0123",
    "12:30",
    "1.10",
    "~",
    "2025-07-01",
    "- x",
    "a: b",
    "#x",
    "x #y",
    "@a",
    "%b",
    "*c",
    "&d",
    "!e",
    "'f",
    '"g',
]
ODD += [
    "[h]",
    "{i}",
    "j, k",
    "京都",
    "それは「: 」だ",
    'Japan\'s "x"',
    "\\n",
    "？：　、",
    "🗾",
    "<<",
    "=",
    "-",
    "?",
    ":",
    "|",
    ">-",
    "---",
    "...",
]
LONG = [
    "two\nlines",
    "three\n\n  lines\n",
    " blank first\nx",
    "# no comment\nx: y",
    "ends\n\n",
    "tab\there",
    "nel\x85x",
    "\u2028",
    "\ufeffx",
]
TEXTS = st.sampled_from(ODD) | st.text(st.sampled_from("aB1 :#-,[]{}'\"\\京ーへ。&*!|>%@"), min_size=1, max_size=8)
NAMES = TEXTS.map(str.strip).filter(bool)
NOTES = st.just("") | TEXTS | st.sampled_from(LONG)
IDS = st.sampled_from(["a", "b-2", "0123", "no"])
_FIRST = st.dates().map(lambda day: day.replace(year=2020))
_LAST = st.dates().map(lambda day: day.replace(year=2024))
VALID = st.builds(Validity, st.none() | _FIRST, st.none() | _LAST)
RULES = st.builds(MatchRule, st.sampled_from(["free", "any"]), st.sampled_from([None, "exact"]))


def lists(items: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


def _terms(language: str, texts: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(
        Term,
        text=texts,
        language=st.just(language),
        status=st.sampled_from(Status),
        type=st.sampled_from(["full", "short"]),
        use=st.sampled_from(TermUse),
        reading=st.sampled_from([None, "か", "カ カ"]) if language == "ja" else st.none(),
        pos=st.sampled_from(["noun", "verb"]),
        valid=VALID,
        match=st.none() | RULES,
        note=NOTES,
    )


# An English term with kana alone, or with odd quotes, is a problem of its own, which is not the matter here.
TERMS = _terms("ja", NAMES) | _terms("en", NAMES.filter(lambda text: text.isascii()))
EXAMPLES = TEXTS.flatmap(
    lambda text: st.builds(Example, st.just(text), st.sampled_from(["ja", "en"]), lists(st.just(text[:2]), 2))
)
CONCEPTS = st.builds(
    Concept,
    id=st.just("x"),
    category=st.sampled_from(["term", "role"]),
    terms=st.lists(TERMS, min_size=1, max_size=4, unique_by=lambda term: (term.language, term.text)).map(tuple),
    domain=lists(TEXTS),
    definition=st.lists(st.tuples(st.sampled_from(["ja", "en"]), TEXTS), max_size=2, unique_by=lambda one: one[0]).map(
        tuple
    ),
    valid=VALID,
    links=lists(st.builds(Link, st.sampled_from(["holder", "related"]), IDS, VALID)),
    match=RULES,
    keep=st.booleans(),
    examples=lists(EXAMPLES),
    sources=lists(TEXTS),
    review=st.builds(Review, st.sampled_from(["proposed", "approved"]), st.sampled_from(["", "K N"])),
    note=NOTES,
    former_ids=lists(IDS, 2),
)


class Messy:
    """Writes an entry in a layout that *random* chooses.

    Args:
        random: makes every choice.
        comments: how many of ten places have one.
    """

    def __init__(self, random: Random, comments: int) -> None:
        self._random = random
        self._share = comments / 10
        self._count = 0
        self._is_after_block = False  # where what stands further to the right, and an empty line, are part of the text

    def text(self, concept: Concept) -> bytes:
        """The bytes of a file."""
        fields = list(plain(concept).items())
        if concept.review == Review() and self._random.random() < 0.5:
            fields.remove(("review", {"state": "proposed"}))
        self._random.shuffle(fields)
        if not concept.keep and self._random.random() < 0.3:
            fields.append(("keep", "false"))
        lines = ["---"] if self._random.random() < 0.1 else []
        lines += self._fields(dict(fields), 0) + self._alone(0)
        newline = self._random.choice(["\n", "\n", "\r\n"])
        ends = [newline if self._random.random() < 0.9 else "\n" for _ in lines]
        if self._random.random() < 0.5:
            ends = [newline] * len(lines)
        text = "".join(line + end for line, end in zip(lines, ends, strict=True))
        if self._random.random() < 0.3 and fields[-1][0] != "note":  # blanks at the end may belong to a block
            text = text.rstrip("\r\n")
        return (b"\xef\xbb\xbf" if self._random.random() < 0.2 else b"") + text.encode()

    def _comment(self) -> str:
        self._count += 1
        return f"# {self._count}: - x"

    def _beside(self) -> str:
        return self._random.choice([" ", "  ", "    "]) + self._comment() if self._random.random() < self._share else ""

    def _alone(self, indent: int) -> list[str]:
        """Comments and empty lines."""
        lines = []
        columns = [0] if self._is_after_block else [indent, indent, indent, 0, indent + 2]
        while self._random.random() < self._share:
            lines.append(" " * self._random.choice(columns) + self._comment())
        return lines + [""] * (not self._is_after_block and self._random.random() < 0.1)

    def _fields(self, fields: dict[str, Plain], indent: int) -> list[str]:
        lines = []
        for number, (key, value) in enumerate(fields.items()):
            # Above the first field of an item there is the hyphen, and the items of a list have their own comments.
            lines += self._alone(indent) if number or not indent else []
            lines += self._field(key, value, indent)
        return lines

    def _field(self, key: str, value: Plain, indent: int) -> list[str]:
        key = self._random.choice([key, key, key, f"'{key}'"])
        start = f"{' ' * indent}{key}:"
        if isinstance(value, str):
            return self._with_text(start, value, indent)
        if not value or self._random.random() < 0.4:
            return self._in_braces(start, value, indent)
        if isinstance(value, dict):
            return [start + self._beside(), *self._fields(value, indent + self._random.choice([1, 2, 4]))]
        return [start + self._beside(), *self._items(value, indent + self._random.choice([0, 0, 2]))]

    def _items(self, items: list[Plain], indent: int) -> list[str]:
        lines = []
        for item in items:
            width = self._random.choice([2, 2, 2, 4])
            start = " " * indent + f"{'-':<{width}}"
            lines += self._alone(indent)
            if isinstance(item, str):
                lines += self._with_text(start.rstrip(), item, indent)
            elif self._random.random() < 0.4:
                lines += self._in_braces(start.rstrip(), item, indent)
            else:
                fields = list(item.items())
                if self._random.random() < 0.2:
                    self._random.shuffle(fields)
                first, *rest = self._fields(dict(fields), indent + width)
                lines += [start + first.lstrip(" "), *rest]
        return lines

    def _with_text(self, start: str, text: str, indent: int) -> list[str]:
        first, *rest = write_text(text, self._random.choice(["", "", "'", '"'])).split("\n")
        self._is_after_block = bool(rest)
        if rest or self._random.random() < 0.9:
            return [f"{start} {first}{self._beside()}", *(f"{' ' * indent}{line}" if line else "" for line in rest)]
        return [start + self._beside(), " " * (indent + 3) + first + self._beside()]

    def _in_braces(self, start: str, value: Plain, indent: int) -> list[str]:
        self._is_after_block = False
        if not value or self._random.random() < 0.7:
            return [f"{start} {flow(value)}{self._beside()}"]
        opening, closing = "[]" if isinstance(value, list) else "{}"
        inner = list(map(self._inline, value)) if isinstance(value, list) else []
        if isinstance(value, dict):
            inner = [f"{key}: {self._inline(one)}" for key, one in value.items()]
        lines = [f"{start} {opening}{self._beside()}"]
        for number, one in enumerate(inner):
            comma = "," if number + 1 < len(inner) or self._random.random() < 0.3 else ""
            lines += self._alone(indent + 2)
            lines.append(f"{' ' * (indent + 2)}{one}{comma}{self._beside()}")
        return [*lines, f"{' ' * (indent + 1)}{closing}{self._beside()}"]

    def _inline(self, value: Plain) -> str:
        if isinstance(value, str):
            return write_flow_text(value, self._random.choice(["", "", "'", '"']))
        return flow(value)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Concept, bytes]:
    """A concept and the text of an entry that says it."""
    concept = draw(CONCEPTS)
    return concept, Messy(draw(st.randoms(use_true_random=False)), draw(st.sampled_from([0, 0, 2, 5]))).text(concept)
