import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jaen.model import Article, Block, Concept, MatchRule, Role, Segment, Span, Status, Term, Validity
from jaen.text.segments import split

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture(scope="session")
def segments_of() -> Callable[..., tuple[Segment, ...]]:
    """The sentences of a text as one block of its language."""

    def segments_of(text: str, profile: str = "news", *, content: bool = True) -> tuple[Segment, ...]:
        language = "ja" if any("\u3040" <= char <= "\u9fff" for char in text) else "en"
        span = Span(0, len(text))
        block = Block(
            id="b1", span=span, role=Role.BODY, content=content, rule="test", confidence=1.0, language=language
        )
        article = Article(id="a", text=text, source="<text>", encoding="utf-8", sha256="")
        return split(article, (block,), profile)

    return segments_of


@pytest.fixture(scope="session")
def concept() -> Callable[..., Concept]:
    """A concept from its id, category and terms; a term is a text, or a mapping with its language as a key."""
    return make_concept


def make_concept(name: str, category: str, *terms: str | dict, match: dict | None = None, **fields) -> Concept:
    rule = MatchRule(**match) if match else MatchRule()
    return Concept(id=name, category=category, terms=tuple(map(make_term, terms)), match=rule, **fields)


def make_term(note: str | dict) -> Term:
    fields = {"en" if note.isascii() else "ja": note} if isinstance(note, str) else dict(note)
    language = "ja" if "ja" in fields else "en"
    text = fields.pop(language)
    if "status" in fields:
        fields["status"] = Status(fields["status"])
    if "until" in fields:
        fields["valid"] = Validity(end=date.fromisoformat(fields.pop("until")))
    return Term(text=text, language=language, **fields)


@pytest.fixture(scope="session")
def concepts() -> dict[str, Concept]:
    """The concepts of the case table by id."""
    lines = (CASES / "terms_concepts.jsonl").read_text("utf-8").splitlines()
    notes = [json.loads(line) for line in lines]
    return {n["id"]: make_concept(n["id"], n["category"], *n["terms"], match=n.get("match")) for n in notes}
