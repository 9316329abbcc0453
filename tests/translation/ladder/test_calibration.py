"""What a model can be trusted with is found out once."""

from jaen.translation.ladder.calibration import calibrate

NAMES = {"トム": "Tom", "東京": "Tokyo", "彼": "he", "は": "is"}


def test_only_what_comes_through_is_trusted(word_by_word):
    """A carrier that the model renders otherwise, or not at all, is left out."""
    found = calibrate(word_by_word({**NAMES, "ボストン": "Bath"}))
    assert [carrier.target for carrier in found.carriers] == ["Tom", "Tokyo"]
    assert not found.copies


def test_a_carrier_that_comes_out_twice_is_not_trusted(word_by_word):
    """A word that doubles can't be exchanged one to one."""
    assert [c.target for c in calibrate(word_by_word({"トム": "Tom Tom", "東京": "Tokyo"})).carriers] == ["Tokyo"]


def test_copying_is_seen(word_by_word):
    """A model that copies made-up Latin words is one that copies."""
    assert calibrate(word_by_word(NAMES, copies=True)).copies


def test_it_is_remembered(word_by_word):
    """The second time, and in another process, the model is not asked; another model is."""
    first = word_by_word(NAMES)
    assert calibrate(first)
    again, other = word_by_word(NAMES), word_by_word({**NAMES, "本": "book"})
    assert calibrate(again) == calibrate(first)
    calibrate(other)
    assert not again.asked
    assert other.asked


def test_a_damaged_file_is_as_good_as_none(word_by_word, tmp_path):
    """Garbage in the cache is found out anew."""
    found = calibrate(word_by_word(NAMES))
    (path,) = (tmp_path / "cache").iterdir()
    for garbage in (b"", b"{", b"[]", b'{"carriers": 5, "copies": true}', b"\xff\xfe"):
        path.write_bytes(garbage)
        assert calibrate(word_by_word(NAMES)) == found


def test_a_server_is_not_calibrated(word_by_word):
    """All is tried with a model that can't be looked into, without a request."""
    model = word_by_word(NAMES, steered=False)
    found = calibrate(model)
    assert found.copies
    assert len(found.carriers) > 20
    assert not model.asked
