"""Saving against a model: whatever editors, humans and crashes do in whatever order, the folder holds what it should."""

import contextlib
import pkgutil
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from jaen.errors import EditConflict
from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder
from jaen.model import Concept, Term

IDS = st.sampled_from(["a", "b", "c", "d"])
NOTES = st.sampled_from(["", "x", "y", "NO", "two\nlines"])


class Killed(BaseException):
    """The process ends here."""


def end_at(patch, name, calls):
    """Make a function end the save when it has been called *calls* times."""
    module, _, attribute = name.rpartition(".")
    original = pkgutil.resolve_name(name)
    left = [calls]

    def ending(*arguments, **options):
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return original(*arguments, **options)

    patch.setattr(pkgutil.resolve_name(module), attribute, ending)


class Saving(RuleBasedStateMachine):
    """The model: id → (note, domain) of each entry now, and a copy of it after every version."""

    def __init__(self):
        super().__init__()
        self.path = Path(tempfile.mkdtemp())
        self.folder = GlossaryFolder(self.path)
        self.now = {}
        self.after = {}  # version → the model after it
        self.by_hand = False  # since the last version
        self.edited = False  # by hand, ever

    def teardown(self):
        """Each run has a folder of its own."""
        shutil.rmtree(self.path)

    def concept(self, concept_id):
        """An entry as the model has it."""
        if concept_id not in self.now:
            return None
        note, domain = self.now[concept_id]
        term = Term(text=f"term {concept_id}", language="en")
        return Concept(id=concept_id, category="term", terms=(term,), note=note, domain=domain)

    def keep(self, version):
        """Remember the model as of a version."""
        if version:
            self.after[version.name] = dict(self.now)
            self.by_hand = False

    @rule(ids=st.sets(IDS, min_size=1), note=NOTES)
    def save(self, ids, note):
        """One change of several entries, new ones among them."""
        before = {one: self.concept(one) for one in ids}
        self.now |= {one: (note, self.now.get(one, ("", ()))[1]) for one in ids}
        changes = [Change(before[one], self.concept(one)) for one in ids]
        self.keep(self.folder.save(changes, "me", "save"))

    @rule(concept_id=IDS)
    def remove(self, concept_id):
        """An entry goes."""
        before = self.concept(concept_id)
        if before:
            del self.now[concept_id]
            self.keep(self.folder.save([Change(before, None)], "me", "remove"))

    @rule(concept_id=IDS, note=NOTES, word=st.sampled_from(["p", "q"]))
    def save_from_an_old_copy(self, concept_id, note, word):
        """One editor changes the note, another, who has not seen that, the domain."""
        before = self.concept(concept_id)
        if before:
            self.now[concept_id] = (note, before.domain)
            self.keep(self.folder.save([Change(before, self.concept(concept_id))], "me", "note"))
            self.now[concept_id] = (note, (word,))
            self.keep(self.folder.save([Change(before, replace(before, domain=(word,)))], "you", "domain"))

    @rule(concept_id=IDS, note=st.sampled_from(["by hand", "also by hand"]))
    def edit_by_hand(self, concept_id, note):
        """A text editor writes the file; nobody locks."""
        self.now[concept_id] = (note, ())
        text = f"category: term\nterms:\n- en: term {concept_id}\nnote: {note}\n"
        (self.path / f"{concept_id}.yaml").write_text(text, "utf-8")
        self.by_hand = self.edited = True

    @precondition(lambda self: self.after and not self.by_hand)
    @rule()
    def undo(self):
        """The newest version is taken back: the glossary is as after the one before, where there is one."""
        name = max(self.after, key=int)
        before = self.folder.version(name).changes
        version = self.folder.undo(None, "me")
        for change in before:
            self.now.pop(change.id, None)
            if change.before:
                self.now[change.id] = (change.before.note, change.before.domain)
        self.keep(version)
        if str(int(name) - 1) in self.after and not self.edited:
            assert self.now == self.after[str(int(name) - 1)]

    @precondition(lambda self: self.after)
    @rule(data=st.data())
    def undo_any(self, data):
        """Any version: taken back, or a conflict that changes nothing."""
        name = data.draw(st.sampled_from(sorted(self.after)))
        try:
            changes = self.folder.preview_undo(name)
        except EditConflict:
            with pytest.raises(EditConflict):
                self.folder.undo(name, "me")
            return
        version = self.folder.undo(name, "me")
        for change in changes:
            self.now.pop(change.id, None)
            if change.after:
                self.now[change.id] = (change.after.note, change.after.domain)
        self.keep(version)

    @rule(
        ids=st.sets(IDS, min_size=1),
        note=NOTES,
        place=st.sampled_from(["store.stage_all", "journal.Journal.decide", "store.put", "journal.Journal.finish"]),
        calls=st.integers(0, 2),
    )
    def crash(self, ids, note, place, calls):
        """A save is interrupted: before it is decided, as if it had not begun; after, the next look completes it."""
        before = {one: self.concept(one) for one in ids}
        kept, self.now = self.now, self.now | {one: (note, self.now.get(one, ("", ()))[1]) for one in ids}
        changes = [Change(before[one], self.concept(one)) for one in ids]
        version = None
        with pytest.MonkeyPatch.context() as patch:
            end_at(patch, f"jaen.glossary.saving.{place}", calls)
            with contextlib.suppress(Killed):
                version = self.folder.save(changes, "me", "crash")
        if list(self.path.glob(".jaen/history/*.pending.json")):
            self.folder.load()
            version = self.folder.version()
        elif version is None:
            self.now = kept if place in ("store.stage_all", "journal.Journal.decide") else self.now
        self.keep(version)

    @invariant()
    def the_folder_is_as_the_model(self):
        """Nothing is lost and nothing is left over."""
        concepts = self.folder.load().concepts
        assert {one.id: (one.note, one.domain) for one in concepts} == self.now
        assert not list(self.path.glob(".jaen/history/*.pending.json"))

    @invariant()
    def the_newest_version_is_as_it_was(self):
        """What the history says of now is true."""
        if self.after and not self.by_hand:
            name = max(self.after, key=int)
            concepts = self.folder.at(name).concepts
            assert {one.id: (one.note, one.domain) for one in concepts} == self.after[name]


TestSaving = Saving.TestCase
TestSaving.settings = settings(
    max_examples=60, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
