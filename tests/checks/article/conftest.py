"""What the tests of an article's checks need: articles read as a pipeline reads them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from jaen.checks import Subject
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.glossary.house import House, HouseSpelling
from jaen.model import Concept, Role
from jaen.pipeline import Analysis
from jaen.reading import article_of
from jaen.terms import Matcher
from jaen.text.page import read_page


@pytest.fixture(scope="session")
def subject_of() -> Callable[..., Subject]:
    """Reads a text: `subject_of(text, concepts=(), day=None, spellings=())`."""

    def subject_of(
        text: str,
        concepts: tuple[Concept, ...] = (),
        day: date | None = None,
        spellings: tuple[tuple[str, str, str], ...] = (),
    ) -> Subject:
        article = article_of(text)
        page = read_page(article, Settings(date=day))
        analysis = Analysis.of(article, page, Matcher(concepts).find(article.text, page.segments))
        house = House(tuple(HouseSpelling(*one, file="house-spellings.csv", line=2) for one in spellings))
        return Subject(
            article=article,
            blocks=page.blocks,
            segments=analysis.page.segments,
            mentions=analysis.mentions,
            day=page.day,
            has_machine_summary=page.has_machine_summary,
            glossary=Glossary("test", tuple(sorted(concepts, key=lambda one: one.id))) if concepts else None,
            house=house,
        )

    return subject_of


@pytest.fixture(scope="session")
def story_of(subject_of) -> Callable[..., Subject]:
    """Reads sentences as the body of a story, whatever a page would make of them alone."""

    def story_of(text: str, *arguments, **named) -> Subject:
        subject = subject_of(text, *arguments, **named)
        return replace(subject, segments=tuple(replace(one, content=True, role=Role.BODY) for one in subject.segments))

    return story_of
