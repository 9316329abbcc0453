import json
from pathlib import Path

import pytest

from jaen.terms import Matcher

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "terms.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}: {case['text']}" for case in CASES])
def test_exactly_the_expected_mentions(case, concepts, segments_of):
    """In each text of the table the concepts are found exactly where, and as what, the table says."""
    matcher = Matcher(concepts[name] for name in case["concepts"])
    mentions = matcher.find(case["text"], segments_of(case["text"]))
    assert [[m.surface, m.concept.id, str(m.kind)] for m in mentions] == case["finds"]
    assert all(m.span.of(case["text"]) == m.surface for m in mentions)


def test_the_table_holds_every_kind_and_enough_cases():
    """At least 36 pitfalls and 150 further cases; every kind occurs, and a fifth of the texts finds nothing or less."""
    kinds = {kind for case in CASES for _, _, kind in case["finds"]}
    assert kinds == {"free", "title", "variant", "short-form", "compound", "derived", "name-part"}
    assert len([case for case in CASES if case["rule"][0].isdigit()]) >= 36
    assert len(CASES) >= 36 + 150
    assert len([case for case in CASES if not case["finds"]]) >= 25
    assert len({(case["text"], tuple(case["concepts"])) for case in CASES}) == len(CASES)
