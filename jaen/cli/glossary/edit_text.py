"""An entry edited as text: a copy is opened, looked at when it is closed, and opened again until it is right."""

import difflib
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from jaen.cli.asking import confirmed
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.broken import show_broken
from jaen.cli.glossary.common import Writing, change_lines, tell_saved, with_glossary
from jaen.cli.glossary.editor import open_in_editor
from jaen.cli.glossary.impact import show_impact
from jaen.cli.glossary.lint import show_findings
from jaen.cli.output import say
from jaen.errors import EditConflict, GlossaryError
from jaen.glossary import Glossary
from jaen.glossary.changes import Change, merge_concepts
from jaen.glossary.lint import LintFinding, lint, read_ignored, unreadable
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.glossary.saving.yaml_text import rewrite
from jaen.glossary.sources.entry import read_entry
from jaen.model import Concept, Severity
from jaen.writing.cells import one_line

__all__ = ["TextSession"]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is to be said of a text before it is saved.

    Attributes:
        concept: what it says; None when it can't be read.
        findings: what is wrong or doubtful.
        glossary: with the text in it; None when this entry or another one is broken.
    """

    concept: Concept | None
    findings: tuple[LintFinding, ...] = ()
    glossary: Glossary | None = None

    @property
    def can_be_saved(self) -> bool:
        """It is an entry that fits the others; terms and examples may be wrong all the same."""
        return self.concept is not None and (self.glossary is not None or not self.findings)

    @property
    def has_errors(self) -> bool:
        """It should not be saved as it is."""
        return not self.can_be_saved or any(one.severity is Severity.ERROR for one in self._shown)

    @property
    def line(self) -> int | None:
        """Of the first finding that is shown."""
        return next((one.place for one in self._shown if isinstance(one.place, int) and one.place), None)

    @property
    def _shown(self) -> list[LintFinding]:
        return [one for one in self.findings if one.is_pressing]


class TextSession:
    """One person's edit of one entry as text.

    Args:
        place: the glossary.
        concept_id: of an entry that has a file, which need not be readable.
        writing: how to write.
    """

    def __init__(self, place: GlossaryFolder, concept_id: str, writing: Writing) -> None:
        self._place = place
        self._id = concept_id
        self._writing = writing
        self._base = place.text(concept_id)
        self._file = str(place.path / f"{concept_id}.yaml")
        self._draft = Path()

    def run(self, kept: Path | None = None) -> int:
        """Let the person edit until the text is saved or given up; it is never lost.

        Args:
            kept: a file with a text to begin with, in place of the entry's; - is standard input.
        """
        text = self._base
        if kept:
            text = sys.stdin.buffer.read() if str(kept) == "-" else kept.read_bytes()
            base = _base_of(kept)
            self._base = base.read_bytes() if base.is_file() else self._base
        self._draft = Path(tempfile.mkdtemp(prefix="jaen-edit-")) / f"{self._id}.yaml"
        self._draft.write_bytes(text)
        try:
            code = self._edit(is_open=kept is None)
        except BaseException:
            self._keep()
            raise
        return code

    def _edit(self, is_open: bool) -> int:
        line = None
        while True:
            if is_open and not open_in_editor(self._draft, line):
                say("the editor ended with an error; nothing was written")
                self._keep()
                return EXIT_FINDINGS
            if not self._draft.is_file():
                say(f"the editor has left no file {self._draft}; nothing was written")
                self._discard()
                return EXIT_FINDINGS
            text = self._draft.read_bytes()
            if text == self._base:
                say("nothing was changed")
                self._discard()
                return EXIT_FINE
            look = self._look(text)
            self._show(look)
            answer = self._ask(look)
            if answer == "s" and self._saved(text):
                self._discard()
                return EXIT_FINE
            if answer == "q":
                say("nothing was written")
                self._keep()
                return EXIT_FINE if look.can_be_saved else EXIT_FINDINGS
            is_open, line = answer == "e", look.line

    def _look(self, text: bytes) -> _Look:
        try:
            concept = read_entry(text, self._id, self._file)
        except GlossaryError as error:
            return _Look(None, unreadable(error))
        try:
            self._place.load()
        except GlossaryError:  # an entry is broken on disk: this one, which is mended now, or another
            see = f"jaen glossary lint {with_glossary(self._place.path)}"
            say(f"the glossary can't be read, so this entry was looked at alone; see {see}")
            return _Look(concept)
        try:
            glossary = self._place.with_texts({self._id: text})
        except GlossaryError as error:
            return _Look(concept, unreadable(error))
        return _Look(concept, lint(glossary, [concept.id], ignored=read_ignored(self._place.path)), glossary)

    def _show(self, look: _Look) -> None:
        if look.concept:
            for line in self._changes(look.concept):
                click.echo(line)
        show_findings(look.findings)
        if look.glossary:
            before = self._place.load()
            show_broken(before, look.glossary)
            show_impact(before, look.glossary, self._writing.corpus)

    def _changes(self, concept: Concept) -> list[str]:
        try:
            return change_lines(Change(read_entry(self._base, self._id, self._file), concept))
        except GlossaryError:
            return [f"{self._id}: can be read again"]

    def _ask(self, look: _Look) -> str:
        """What to do: `s` to save, `e` to edit again, `q` to quit.

        Raises:
            click.UsageError: the text may be saved, but nobody can be asked.
        """
        if self._writing.dry_run:
            return "q"
        if not sys.stdin.isatty():
            return "s" if look.can_be_saved and confirmed("", self._writing.yes) else "q"
        if self._writing.yes and not look.has_errors:
            return "s"
        choices = ["s", "e", "q"] if look.can_be_saved else ["e", "q"]
        words = {"s": "(s)ave", "e": "(e)dit again", "q": "(q)uit"}
        question = ", ".join(words[choice] for choice in choices)
        default = "e" if look.has_errors else "s"
        answer: str = click.prompt(question, type=click.Choice(choices), default=default, show_choices=False, err=True)
        return answer

    def _saved(self, text: bytes) -> bool:
        """Write *text*; False when it did not come to that and the person may go on."""
        try:
            by = editor_name(self._writing.by)
            saved = self._place.replace_texts({self._id: text}, {self._id: self._base}, by, f"edit of {self._id}")
        except (EditConflict, GlossaryError) as error:
            if not sys.stdin.isatty():
                raise
            say(str(error))
            if isinstance(error, EditConflict):
                self._take_over(text)
            return False
        tell_saved(saved, self._place.path)
        return True

    def _take_over(self, text: bytes) -> None:
        """Go on from the entry as someone else has saved it meanwhile: where both changed a field, *text* counts."""
        now = self._place.text(self._id)
        old, mine, theirs = (read_entry(data, self._id, self._file) for data in (self._base, text, now))
        merged = merge_concepts(old, theirs, mine).concept
        assert merged  # neither side is gone
        click.echo("\n".join(_differing_lines(self._base, now)))
        say(
            "these are their changes; your text has them now, except where both of you changed the same: there it has yours"
        )
        self._draft.write_bytes(rewrite(text, merged))
        self._base = now

    def _keep(self) -> None:
        """Leave the text in its file, with the one that it was made from, and say where; nothing, if nothing is in it."""
        if not self._draft.is_file() or self._draft.read_bytes() == self._base:
            self._discard()
            return
        _base_of(self._draft).write_bytes(self._base)
        again = f"jaen glossary edit {self._id} --text {self._draft} {with_glossary(self._place.path)}"
        say(f"your text is kept; go on: {again}")

    def _discard(self) -> None:
        shutil.rmtree(self._draft.parent, ignore_errors=True)  # an editor's cleaning up may have been first


def _base_of(kept: Path) -> Path:
    """Where the text is that a kept one was made from; without it, changes of others since then would be undone."""
    return kept.with_name(f"{kept.name}.base")


def _differing_lines(before: bytes, after: bytes) -> list[str]:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    lines = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    shown = (line for line in lines if line[0] in "+-")
    return [line[: len(line) - len(line[1:].lstrip(" "))] + one_line(line[1:]) for line in shown]
