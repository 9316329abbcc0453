"""Requirements of short articles made up here, through the real matcher."""

from collections.abc import Callable

import pytest

from jaen.model import Article, Block, Concept, MatchRule, Review, Role, Span, Status, Term, TermUse
from jaen.terms import Matcher
from jaen.text.segments import split
from jaen.translation.requirements import Requirement, require

LINES = {"#": Role.TITLE, "##": Role.HEADING}


def term(text: str, language: str, marks: str = "") -> Term:
    """A term with marks such as `admitted abbreviation after-first`."""
    words = marks.split()
    return Term(
        text=text,
        language=language,
        status=next((Status(word) for word in words if word in set(Status)), Status.PREFERRED),
        type=next((word for word in words if word in ("abbreviation", "short", "variant")), "full"),
        use=next((TermUse(word) for word in words if word in set(TermUse)), TermUse.ALWAYS),
        pos=next((word for word in words if word in ("verb", "adj")), "noun"),
        match=next((MatchRule(case=word.removeprefix("case:")) for word in words if word.startswith("case:")), None),
    )


def concept(
    name: str, category: str, *, ja: str = "", en: str = "", keep: bool = False, state: str = "approved", **more
) -> Concept:
    """`en="National Tax Agency; NTA: admitted abbreviation"` gives two terms, the first preferred."""
    terms = []
    for language, listed in (("ja", ja), ("en", en)):
        for one in filter(None, listed.split(";")):
            text, _, marks = one.partition(":") if "case:" not in one else one.partition(": ")
            terms.append(term(text.strip(), language, marks))
    return Concept(id=name, category=category, terms=tuple(terms), keep=keep, review=Review(state=state), **more)


@pytest.fixture(scope="session")
def make() -> Callable[..., Concept]:
    return concept


@pytest.fixture(scope="session")
def asked() -> Callable[..., list[Requirement]]:
    """Requirements of an article, one line a block (`# ` a title, `## ` a heading), for these concepts, in text order."""

    def asked(text: str, *concepts: Concept, to: str = "en") -> list[Requirement]:
        language = "en" if to == "ja" else "ja"
        lines = [(LINES.get(line.split(" ")[0], Role.BODY), line.lstrip("# ")) for line in text.split("\n")]
        whole = "\n".join(line for _, line in lines)
        blocks, at = [], 0
        for number, (role, line) in enumerate(lines):
            end = min(at + len(line) + 1, len(whole))
            blocks.append(
                Block(
                    id=f"b{number}",
                    span=Span(at, end),
                    role=role,
                    content=True,
                    rule="test",
                    confidence=1.0,
                    language=language,
                )
            )
            at = end
        article = Article(id="a", text=whole, source="<text>", encoding="utf-8", sha256="")
        segments = split(article, tuple(blocks), "news")
        wanted = require(segments, Matcher(concepts).find(whole, segments), to)
        assert list(wanted) == [segment.id for segment in segments], "every segment has an answer"
        for segment in segments:
            for requirement in wanted[segment.id]:
                assert segment.span.covers(requirement.span)
                assert all(requirement.span.covers(mention.span) for mention in requirement.mentions)
        return [requirement for segment in segments for requirement in wanted[segment.id]]

    return asked
