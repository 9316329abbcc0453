"""Explanations speak of the same decisions as the report."""

from pathlib import Path

import pytest

from jaen.errors import InputError
from jaen.explain import explain
from jaen.glossary import Glossary
from jaen.pipeline import Pipeline
from jaen.reading import Failed, article_of, read_paths
from jaen.text.page import read_page

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(Glossary.load(ROOT / "glossaries" / "news"))


def test_accepted_candidates_are_the_mentions(pipeline):
    """What an explanation calls accepted is a mention of the report, and the other way round."""
    for article in read_paths([str(ROOT / "examples")]):
        assert not isinstance(article, Failed)
        report = pipeline(article)
        accepted = [
            (c.segment_id, c.span, c.concept.id)
            for c in pipeline.matcher.candidates(article.text, read_page(article, pipeline.settings).segments)
            if c.accepted
        ]
        assert accepted == [(m.segment_id, m.span, m.concept.id) for m in report.mentions]


def test_a_rejected_candidate_says_why(pipeline):
    """京都 in 東京都 is explained: a candidate, rejected, and the reason."""
    steps = explain(pipeline, article_of("東京都の人口が増えた。"), 1)
    (rejected,) = [step for step in steps if step.stage == "term" and step.what.startswith("rejected: kyoto")]
    assert rejected.why


def test_an_offset_outside_the_text_is_refused(pipeline):
    """The message names the offsets that exist."""
    with pytest.raises(InputError, match="use 0 to 2"):
        explain(pipeline, article_of("攻撃。"), 3)
