"""Batches keep every text and its order; what comes back from several threads stands where it belongs."""

import json
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.translation.engines import Request
from jaen.translation.engines.openai import _translations
from jaen.translation.engines.servers import GROWTH, Bounds, batches, in_flight, usable


@given(st.lists(st.integers(0, 12)), st.integers(1, 5), st.integers(1, 20))
@settings(max_examples=100)
def test_batches(lengths, texts, characters):
    """Nothing is lost or moved; no batch is over a bound, but for a single text; one that must be alone is."""
    requests = [Request("あ" * n + str(place)) for place, n in enumerate(lengths)]
    made = list(batches(requests, Bounds(texts, characters), lambda text: len(text) == 5))
    assert [request for batch in made for request in batch] == requests
    for batch in made:
        assert len(batch) == 1 or all(len(request.text) != 5 for request in batch)
        assert 0 < len(batch) <= texts
        assert len(batch) == 1 or sum(len(request.text) for request in batch) <= characters


@given(st.lists(st.integers()), st.integers(0, 3))
@settings(max_examples=50, deadline=None)
def test_results_stand_where_their_items_did(items, alone):
    """As with map, however many are asked for first."""
    assert in_flight(lambda item: item * 2, items, alone) == [item * 2 for item in items]


def test_several_are_in_flight():
    """Four requests wait for each other here: one at a time would never end."""
    together = threading.Barrier(4, timeout=20)
    assert len(in_flight(lambda item: together.wait(), range(4))) == 4


def test_the_first_error_ends_all():
    """It is raised as it is and waits for no other; what has not begun is not begun."""
    begun = []
    is_raised = threading.Event()

    def ask(item):
        begun.append(item)
        if item == 3:
            raise LookupError(item)
        assert is_raised.wait(timeout=20)

    with pytest.raises(LookupError, match="3"):
        in_flight(ask, range(1000))
    is_raised.set()
    assert sorted(begun) == [0, 1, 2, 3]


def test_the_bound_of_growth():
    """As long as a translation can be is kept, one character more is not."""
    more, times = GROWTH
    longest = "a" * (more + times * 3)
    assert usable("三文字", longest) == longest
    assert usable("三文字", longest + "a") is None


IDS = ["00aa-0", "11bb-1", "22cc-2", "33dd-3"]
ENTRIES = [{"id": i, "text": f"of {i}"} for i in IDS]
OTHERS = [
    {"id": "44ee-4", "text": "x"},
    {"id": 0, "text": "x"},
    {"text": "x"},
    {"id": "00aa-0"},
    "x",
    None,
    [],
    {"id": None},
]


@given(st.lists(st.sampled_from([*ENTRIES, *OTHERS]), max_size=7), st.integers(0, 200))
@settings(max_examples=200)
def test_no_mixture_of_entries_gives_a_text_to_another(entries, cut):
    """Left out, doubled, mixed, foreign or cut: a place has its own text or none."""
    content = json.dumps({"translations": entries})
    for said in (content, content[:cut]):
        for identifier, text in zip(IDS, _translations(said, IDS), strict=True):
            assert text in (None, f"of {identifier}")


@given(st.permutations(ENTRIES))
@settings(max_examples=24)
def test_any_order_of_entries_is_right(entries):
    """The order is of no matter, the ids are."""
    assert _translations(json.dumps({"translations": entries}), IDS) == [f"of {i}" for i in IDS]
