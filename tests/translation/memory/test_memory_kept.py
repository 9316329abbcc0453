"""What is kept in the translation memory comes back as it was; what people have reviewed has a history."""

import pickle
import sqlite3
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jaen.errors import TranslationMemoryError
from jaen.model import Concept, Term
from jaen.translation.memory import Key, Memory, Remembered, Reviewed, default_path
from jaen.translation.memory.entry import Criteria, RememberedTerm
from jaen.translation.memory.lookup import fold
from jaen.translation.memory.memory import days_ago, revisions_of

ANY = st.text(st.characters(exclude_categories=()), max_size=12)  # lone surrogates and U+0000, too
SPAN = st.tuples(st.integers(0, 9), st.integers(0, 9))
TERM = st.builds(RememberedTerm, ANY, SPAN, st.none() | SPAN, ANY, st.none() | ANY)
KEYS = st.builds(
    Key, text=ANY, source=ANY, target=ANY, engine=ANY, model=ANY, options=ANY,
    concepts=st.lists(st.tuples(ANY, ANY, ANY), max_size=3).map(tuple),
)  # fmt: skip
ENTRIES = st.builds(
    Remembered, text=ANY, state=st.sampled_from(["translated", "untranslated"]),
    terms=st.lists(TERM, max_size=2).map(tuple), flags=st.lists(ANY, max_size=2).map(tuple),
)  # fmt: skip
KEY = Key(
    text="政府は対策を発表した。", source="ja", target="en", engine="argos", model="ja_en 1.1", options="1",
    concepts=(("government", "r1", "government"),),
)  # fmt: skip
ENTRY = Remembered(text="The government announced measures.", state="translated", terms=(), flags=())


def reviewed(source="今日は晴れ。", text="Sunny today.", by="mm", **more):
    values = {"source_language": "ja", "target_language": "en", "at": datetime(2026, 8, 1, tzinfo=UTC)} | more
    return Reviewed(source=source, text=text, by=by, **values)


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "folder" / "memory.sqlite")


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, ENTRIES, max_size=4), KEYS)
def test_what_is_kept_comes_back(entries, other):
    """Any texts, flags, spans and concepts come back as they were, and nothing for a key that was not kept."""
    with TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "m.sqlite")
        memory.keep(entries)
        assert memory.recall([*entries, other]) == [*entries.values(), entries.get(other)]
        told = {(one.text, one.translation, one.terms, one.flags, one.concepts) for one in memory.entries()}
        assert told <= {(k.text, e.text, e.terms, e.flags, k.concepts) for k, e in entries.items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ANY, ANY, ANY), max_size=4))
def test_what_is_reviewed_comes_back(texts):
    """Any texts and names come back; of several for one text the last."""
    with TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "m.sqlite")
        memory.review([reviewed(source, text, by) for source, text, by in texts], "mm", "by hand")
        last = {fold(source): reviewed(source, text, by) for source, text, by in texts}
        assert memory.reviewed([source for source, _, _ in texts], "ja", "en") == [last[fold(s)] for s, _, _ in texts]


@pytest.mark.parametrize("name", [one.name for one in fields(Key)])
def test_every_field_of_the_key_counts(memory, name):
    """A translation is not recalled when anything it depends on is another."""
    memory.keep({KEY: ENTRY})
    other = (("government", "r2", "government"),) if name == "concepts" else "other"
    assert memory.recall([KEY, replace(KEY, **{name: other})]) == [ENTRY, None]


def test_fields_do_not_run_into_each_other(memory):
    """`ab` and `c` are another key than `a` and `bc`."""
    memory.keep({replace(KEY, engine="ab", model="c"): ENTRY})
    assert memory.recall([replace(KEY, engine="a", model="bc")]) == [None]


def test_kept_again_is_replaced(memory):
    """What is kept last under a key is recalled."""
    memory.keep({KEY: ENTRY})
    memory.keep({KEY: replace(ENTRY, text="New.")})
    assert memory.recall([KEY])[0].text == "New."
    assert [one.count for one in memory.counts().groups] == [1]


def test_many_at_once(memory):
    """More keys than one statement takes, with repeated ones, come back in their order."""
    keys = [replace(KEY, text=str(number)) for number in range(1_200)]
    memory.keep({key: replace(ENTRY, text=key.text) for key in keys})
    asked = [*reversed(keys), keys[0]]
    assert [one.text for one in memory.recall(asked)] == [key.text for key in asked]


def test_nothing_is_made_before_something_is_kept(memory):
    """Asking an absent memory makes no file and no folder; nor does keeping nothing."""
    assert memory.recall([KEY]) == [None]
    assert memory.reviewed(["x"], "ja", "en") == memory.similar(["x"], "ja", "en") == [None]
    assert (memory.entries(), memory.changes(), memory.counts().groups, memory.affected([("a", "b")])) == (
        [],
        [],
        (),
        0,
    )
    memory.keep({})
    memory.review([], "mm", "nothing")
    assert memory.prune(Criteria(engine="argos")) == 0
    assert not memory.path.parent.exists()


def test_a_memory_leaves_one_file(memory):
    """Between calls there is one file, so that it can be copied."""
    memory.keep({KEY: ENTRY})
    memory.recall([KEY])
    assert [path.name for path in memory.path.parent.iterdir()] == ["memory.sqlite"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ＡＩ対策を 発表した。", True),
        ("AI対策を\n　発表した。", True),
        ("\ufeffAI対策を発表した。 ", True),
        ("ai対策を発表した。", False),
        ("AI対策を発表した", False),
        ("A I対策を発表した。", False),
    ],
)
def test_what_counts_as_the_same_text(memory, text, same):
    """Width, line breaks and blanks beside Japanese do not make another text; case and signs do."""
    memory.review([reviewed("AI対策を発表した。")], "mm", "by hand")
    assert (memory.reviewed([text], "ja", "en")[0] is not None) is same


def test_a_power_is_no_number(memory):
    """10² and 102, ① and 1 are not the same text, though NFKC makes them one."""
    memory.review([reviewed("面積は10²だ。"), reviewed("①を見る。")], "mm", "by hand")
    assert memory.reviewed(["面積は102だ。", "1を見る。"], "ja", "en") == [None, None]


def test_reviewed_translations_have_a_direction(memory):
    """A translation into English says nothing about one into Japanese or into French."""
    memory.review([reviewed()], "mm", "by hand")
    assert memory.reviewed(["今日は晴れ。"], "en", "ja") == memory.reviewed(["今日は晴れ。"], "ja", "fr") == [None]


def test_a_later_review_replaces(memory):
    """The later translation is current, the older one is counted as history; the same one again changes nothing."""
    first = memory.review([reviewed()], "mm", "first")
    second = memory.review([reviewed(text="It is sunny."), reviewed("雨。", "Rain.")], "kt", "second")
    again = memory.review([reviewed(text="It is sunny.")], "kt", "again")
    assert (first.added, first.same, first.replaced) == (1, 0, ())
    assert (second.added, [(a.text, b.text) for a, b in second.replaced]) == (1, [("Sunny today.", "It is sunny.")])
    assert (again.change, again.same) == (None, 1)
    assert memory.reviewed(["今日は晴れ。"], "ja", "en")[0].text == "It is sunny."
    assert memory.counts().older == 1
    assert [(one.id, one.by, one.why, one.size) for one in memory.changes()] == [
        (2, "kt", "second", 2),
        (1, "mm", "first", 1),
    ]


def test_undo(memory):
    """An undo makes current what was so before; what was reviewed anew since stays; an undo can be undone."""
    memory.review([reviewed("一。", "One."), reviewed("二。", "Two.")], "mm", "first")
    memory.review([reviewed("一。", "1."), reviewed("二。", "2."), reviewed("三。", "3.")], "kt", "second")
    memory.review([reviewed("二。", "Two!")], "mm", "third")

    def texts():
        return [one and one.text for one in memory.reviewed(["一。", "二。", "三。"], "ja", "en")]

    assert memory.undo(2, "mm") == (2, 1)
    assert texts() == ["One.", "Two!", None]
    assert memory.undo(2, "mm") == (0, 3)
    assert memory.undo(4, "mm") == (2, 0)
    assert texts() == ["1.", "Two!", "3."]
    with pytest.raises(TranslationMemoryError, match="there is no change 9; the newest changes: 5, 4, 3"):
        memory.undo(9, "mm")


def test_entries_tell_one_translation_of_each_text(memory):
    """Of a text there is the reviewed translation, else the one of the model that was used last."""
    old, new = replace(KEY, model="old"), replace(KEY, model="new")
    memory.keep({old: ENTRY, replace(old, text="雨。"): replace(ENTRY, text="Rain?")})
    memory.keep({new: replace(ENTRY, text="Newer.")})
    memory.review([reviewed("雨。", "Rain.")], "mm", "by hand")
    assert {(one.text, one.translation, one.state) for one in memory.entries()} == {
        (KEY.text, "Newer.", "translated"), ("雨。", "Rain.", "reviewed"),
    }  # fmt: skip
    set_used(memory, "new", date(2026, 1, 1))
    assert "Newer." not in {one.translation for one in memory.entries()}


def set_used(memory, model, day):
    connection = sqlite3.connect(memory.path)
    connection.execute("UPDATE machine SET used = ? WHERE model = ?", (day.isoformat(), model))
    connection.commit()
    connection.close()


def used_days(memory):
    return {one.used for one in memory.entries()}


def test_recalling_is_using(memory):
    """A translation that is recalled was used today; one that is not keeps its day."""
    memory.keep({KEY: ENTRY})
    set_used(memory, KEY.model, date(2026, 1, 1))
    memory.entries()
    assert used_days(memory) == {date(2026, 1, 1)}
    memory.recall([KEY])
    assert used_days(memory) == {datetime.now(UTC).date()}


def test_prune_by_age(memory):
    """Only what was not used since the day goes."""
    memory.keep({replace(KEY, model="old"): ENTRY, replace(KEY, model="new"): ENTRY})
    set_used(memory, "old", datetime.now(UTC).date() - timedelta(days=31))
    assert (memory.prune(Criteria(unused_since=days_ago(31))), memory.prune(Criteria(unused_since=days_ago(30)))) == (
        0,
        1,
    )
    assert memory.recall([replace(KEY, model="old"), replace(KEY, model="new")]) == [None, ENTRY]


@pytest.mark.parametrize(
    ("criteria", "left"),
    [
        (Criteria(engine="argos"), {"b 1"}),
        (Criteria(engine="arg"), {"a 1", "a 2", "b 1"}),
        (Criteria(model="a"), {"b 1"}),
        (Criteria(model="a 2"), {"a 1", "b 1"}),
        (Criteria(engine="other", model="a"), {"a 1", "a 2", "b 1"}),
        (Criteria(revisions={"government": "r1"}), {"a 1", "a 2", "b 1"}),
        (Criteria(revisions={"government": "r2"}), {"b 1"}),
        (Criteria(revisions={}), {"a 1", "a 2", "b 1"}),
    ],
)
def test_prune_takes_what_meets_all(memory, criteria, left):
    """Engine, beginning of the model's name, and a concept in another revision; what is reviewed stays."""
    memory.review([reviewed()], "mm", "by hand")
    memory.keep({replace(KEY, model="a 1"): ENTRY, replace(KEY, model="a 2"): ENTRY})
    memory.keep({replace(KEY, engine="other", model="b 1", concepts=()): ENTRY})
    count = memory.count(criteria)
    assert memory.prune(criteria) == count == 3 - len(left)
    groups = memory.counts().groups
    assert {one.model for one in groups if one.state != "reviewed"} == left
    assert memory.reviewed(["今日は晴れ。"], "ja", "en")[0]


def test_an_id_that_was_merged_away_is_stale(memory):
    """A translation that applies the old id goes with --stale; the glossary knows the id, so it is no stranger."""
    memory.keep({KEY: ENTRY})
    term = Term(text="government", language="en")
    revisions = revisions_of([Concept(id="cabinet", category="term", terms=(term,), former_ids=("government",))])
    assert memory.of_other_glossaries(revisions) == 0
    assert memory.prune(Criteria(revisions=revisions)) == 1


def test_concepts_of_other_glossaries_are_counted(memory):
    """A translation with a concept that a glossary does not have is not stale for it, and is told."""
    memory.keep({KEY: ENTRY, replace(KEY, concepts=()): ENTRY})
    assert memory.of_other_glossaries({"other": "r1"}) == 1
    assert memory.of_other_glossaries({"government": "r9"}) == 0


def test_affected(memory):
    """Translations that apply a concept in that very revision are counted, each once."""
    both = replace(KEY, concepts=(("government", "r1", "government"), ("nco", "r1", "NCO")))
    memory.keep({KEY: ENTRY, both: ENTRY, replace(KEY, concepts=()): ENTRY})
    assert memory.affected([("government", "r1"), ("nco", "r1")]) == 2
    assert memory.affected([("nco", "r1")]) == 1
    assert memory.affected([("nco", "r2"), ("r1", "nco")]) == 0


def test_reviewed_ones_are_taken_out_by_name(memory):
    """Only what that person has reviewed goes, only what is so old; an undo brings it back."""
    late = {"at": datetime(2026, 9, 1, tzinfo=UTC)}
    memory.review([reviewed("一。"), reviewed("二。", by="kt"), reviewed("三。", **late)], "mm", "by hand")
    number = memory.take_out("mm", date(2026, 8, 15), "kt")
    assert [bool(one) for one in memory.reviewed(["一。", "二。", "三。"], "ja", "en")] == [False, True, True]
    memory.undo(number, "kt")
    assert all(memory.reviewed(["一。", "二。", "三。"], "ja", "en"))


def test_a_pickled_memory_is_the_same(memory):
    """A spawned worker gets the path, not what was read."""
    memory.review([reviewed()], "mm", "by hand")
    memory.similar(["今日は雨。"], "ja", "en")
    copy = pickle.loads(pickle.dumps(memory))
    assert copy.path == memory.path
    assert copy.reviewed(["今日は晴れ。"], "ja", "en") == [reviewed()]


def test_where_it_is(monkeypatch, tmp_path):
    """JAEN_MEMORY names the file; else it is in the data folder."""
    monkeypatch.setenv("JAEN_DATA", str(tmp_path))
    monkeypatch.delenv("JAEN_MEMORY", raising=False)
    assert default_path() == tmp_path / "memory.sqlite"
    monkeypatch.setenv("JAEN_MEMORY", "team.sqlite")
    assert default_path() == Path("team.sqlite")
