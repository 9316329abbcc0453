import json
from pathlib import Path

import pytest

from jaen.model import DashKind
from jaen.text.dashes import find_dashes

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "dashes.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case):
    """The kind of every dash in the case table; kana's own ー and rules of dashes are none."""
    assert [dash.kind.value for dash in find_dashes(case["text"])] == case["kinds"]


def test_every_kind_is_in_the_table():
    """The table holds each kind."""
    assert {kind for case in CASES for kind in case["kinds"]} == set(DashKind)


def test_offset_and_doubled_dash():
    """A doubled dash is one mark; its span counts from the offset."""
    (dash,) = find_dashes("――次の課題は。", offset=7)
    assert (dash.span.start, dash.span.end) == (7, 9)


@pytest.mark.parametrize("text", ["-" * 100_000, "―あ" * 20_000, "1-" * 20_000, " 〜a" * 20_000])
def test_long_inputs(text):
    """However many dashes there are, each is looked at once."""
    assert len(find_dashes(text)) in (0, 20_000)
