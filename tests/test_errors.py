"""Errors travel between processes as they are."""

import pickle

import pytest

from jaen.errors import EditConflict, GlossaryError, SaveError


@pytest.mark.parametrize(
    "error",
    [
        GlossaryError("g", ["g/a.yaml:1: wrong; mend it"]),
        EditConflict("g", ["a: note: was x; yours y; theirs z"]),
        SaveError("no room"),
    ],
)
def test_errors_survive_pickling(error):
    """A worker process hands back the same error with the same message."""
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)
