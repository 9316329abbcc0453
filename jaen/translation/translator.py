"""From the segments of articles to their translations."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from jaen.glossary.revision import revision_of
from jaen.model import Bracket, Mention, Segment, Similar, Span, TermOutcome, Translation
from jaen.translation.engines import Engine, Model
from jaen.translation.guards import Source
from jaen.translation.ladder import Ladder
from jaen.translation.memory import Key, Memory, Remembered, Reviewed
from jaen.translation.memory.entry import RememberedTerm
from jaen.translation.rendering import Rendered, Task, render_all
from jaen.translation.requirements import Kind, Requirement, place_all, require
from jaen.translation.sentence import Placed, Rung

__all__ = ["Job", "OnProgress", "Translator"]

_ROUGH = frozenset({Rung.SPLICE, Rung.APPEND})
# Segments; what is done is kept in the memory then, so that a killed run loses no more, and is told. 400 are no faster, 100 slower.
AT_ONCE = 200
OPTIONS = "ladder 1"  # counted up when the same model and requirements are rendered in another way


OnProgress = Callable[[int, int], None]  # how many sentences the model has done of those that it is to do


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be translated of one article."""

    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]


class Translator:
    """Translates segments into one language.

    Args:
        engine: that opens models.
        language: to translate into, `en` or `ja`.
        memory: what was translated before; None remembers nothing.
        fuzzy: use a reviewed translation of a text at least this like (0 to 1), unless a number or a term in it is
            another; None only shows it.
    """

    def __init__(self, engine: Engine, language: str, memory: Memory | None = None, fuzzy: float | None = None) -> None:
        self.engine = engine
        self.language = language
        self.options = OPTIONS
        self._memory = memory
        self._fuzzy = fuzzy
        self._pairs = engine.languages()
        self._ladders: dict[str, Ladder] = {}

    def translate(self, jobs: Sequence[Job], on_progress: OnProgress | None = None) -> list[tuple[Translation, ...]]:
        """Translations for each job, in text order: one for each segment of content that is in another language.

        A language that the engine has no model for is left out; `Report.english` then has a gloss or nothing.

        Args:
            jobs: all that can be translated together.
            on_progress: told how many sentences the model has done and how many it is to do, at first and after each
                portion; nothing where all is known.

        Raises:
            EngineError: the engine failed.
        """
        tasks = [self._tasks(job) for job in jobs]
        everything = [task for of_job in tasks for task in of_job]
        done: dict[int, Translation] = {}
        for source in sorted({task.segment.language for task in everything}):
            mine = [task for task in everything if task.segment.language == source]
            done.update(zip(map(id, mine), self._translations(source, mine, on_progress), strict=True))
        return [tuple(done[id(task)] for task in of_job) for of_job in tasks]

    def model(self, source: str) -> Model:
        """The model for texts in the language *source*, opened when it is first asked for.

        Raises:
            EngineUnavailable: there is none.
            EngineError: it can't be opened.
        """
        return self._ladder(source).model

    def _tasks(self, job: Job) -> list[Task]:
        segments = tuple(segment for segment in job.segments if segment.content and self._takes(segment.language))
        wanted = require(segments, job.mentions, self.language)
        return [Task(segment, wanted[segment.id]) for segment in segments]

    def _takes(self, language: str) -> bool:
        if language in (self.language, "und"):
            return False
        return self._pairs is None or (language, self.language) in self._pairs

    def _ladder(self, source: str) -> Ladder:
        if source not in self._ladders:
            self._ladders[source] = Ladder(self.engine.open(source, self.language))
        return self._ladders[source]

    def _translations(
        self, source: str, tasks: Sequence[Task], on_progress: OnProgress | None
    ) -> Iterator[Translation]:
        """One for each task: a person's, else a remembered one, else a new one."""
        model = self.model(source)
        texts = [task.segment.text for task in tasks]
        reviewed: Sequence[Reviewed | None] = [None] * len(tasks)
        similar: Sequence[Similar | None] = [None] * len(tasks)
        if self._memory:
            reviewed = self._memory.reviewed(texts, source, self.language)
            similar = self._memory.similar(texts, source, self.language)
        settled = [
            self._by_person(task, person) if person else self._by_likeness(task, near)
            for task, person, near in zip(tasks, reviewed, similar, strict=True)
        ]
        keys = [_key(task, model.engine, model.identity, self.language) for task in tasks]
        wanted = [(key, task) for key, task, done in zip(keys, tasks, settled, strict=True) if not done]
        machine = self._machine(source, wanted, on_progress)
        for key, task, done, near in zip(keys, tasks, settled, similar, strict=True):
            if done:
                yield done
            else:
                made = _translation(task, machine[key], self.language, (model.engine, model.identity))
                yield replace(made, similar=near)

    def _machine(
        self, source: str, wanted: Sequence[tuple[Key, Task]], on_progress: OnProgress | None
    ) -> dict[Key, Remembered]:
        """What the model says to each key; only what is not remembered is translated, each text once."""
        keys = list(dict.fromkeys(key for key, _ in wanted))
        recalled = self._memory.recall(keys) if self._memory else [None] * len(keys)
        known = {key: entry for key, entry in zip(keys, recalled, strict=True) if entry}
        tasks = {key: task for key, task in wanted if key not in known}
        new = list(tasks)
        for start in range(0, len(new), AT_ONCE):
            if on_progress:
                on_progress(start, len(new))
            some = new[start : start + AT_ONCE]
            rendered = render_all(self._ladder(source), [tasks[key] for key in some], self.language)
            made = {key: _remembered(tasks[key], one) for key, one in zip(some, rendered, strict=True)}
            if self._memory:
                self._memory.keep(made)
            known |= made
        if on_progress and new:
            on_progress(len(new), len(new))
        return known

    def _by_person(self, task: Task, person: Reviewed) -> Translation:
        """A person's translation, with an account of its terms; a term it lacks is flagged, not forced into it."""
        return _translation(task, _as_it_is(task, person.text, "reviewed"), self.language, ("memory", person.by))

    def _by_likeness(self, task: Task, near: Similar | None) -> Translation | None:
        """A person's translation of a like text, where that was asked for and nothing can be seen to be wrong with it."""
        if self._fuzzy is None or near is None or near.score < self._fuzzy:
            return None
        entry = _as_it_is(task, near.text, "translated", f"fuzzy: {near.score:.0%}")
        wrong = Source.of(task.segment).faults(near.text, self.language, ())
        if wrong or any(term.outcome == "unmet" for term in entry.terms):
            return None  # it says another number, or lacks a term: only shown
        return replace(_translation(task, entry, self.language, ("memory", "similar")), similar=near)


def _as_it_is(task: Task, text: str, state: str, *flags: str) -> Remembered:
    """A translation that jaen does not touch, with an account of its terms."""
    places = place_all(task.requirements, text)
    placed = [Placed(place, Rung.PLAIN) if place else None for place in places]
    return Remembered(
        text=text,
        state=state,
        terms=tuple(_terms(task.segment, task.requirements, placed)),
        flags=(*flags, *_unmet(task.requirements, placed)),
    )


def _key(task: Task, engine: str, model: str, language: str) -> Key:
    concepts = tuple(
        (mention.concept.id, revision_of(mention.concept), requirement.write)
        for requirement in task.requirements
        for mention in requirement.mentions
    )
    return Key(
        text=task.segment.text,
        source=task.segment.language,
        target=language,
        engine=engine,
        model=model,
        options=f"{OPTIONS} {_occasion(task)}",
        concepts=concepts,
    )


def _occasion(task: Task) -> str:
    """What of its article decides about a sentence: two articles may have the same one and mean another.

    Which terms may stand there (`use`) and where they are asked for, how the text is read, what its brackets are, and
    whether it is a headline; as a hash.
    """
    segment, start = task.segment, task.segment.span.start
    asked = [(tuple(r.span.shift(-start)), r.kind.value, [form.text for form in r.forms]) for r in task.requirements]
    brackets = [(m.kind.value, tuple(m.span.shift(-start))) for m in segment.marks if isinstance(m, Bracket)]
    what = repr((segment.role.value, segment.normalized.text, asked, brackets))
    return sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _remembered(task: Task, rendered: Rendered) -> Remembered:
    placed = rendered.result.placed
    flags = (*map(str, rendered.faults), *_rough(rendered.requirements, placed), *_unmet(rendered.requirements, placed))
    return Remembered(
        text=rendered.result.text,
        state="untranslated" if rendered.faults else "translated",
        terms=tuple(_terms(task.segment, rendered.requirements, placed)),
        flags=flags,
    )


def _terms(
    segment: Segment, requirements: Sequence[Requirement], placed: Sequence[Placed | None]
) -> Iterator[RememberedTerm]:
    for requirement, one in zip(requirements, placed, strict=True):
        for number, mention in enumerate(requirement.mentions):
            source = mention.span.shift(-segment.span.start)
            outcome = "unmet" if one is None else "satisfied" if one.rung is Rung.PLAIN else "repaired"
            target = one.place.parts[number] if one else None
            yield RememberedTerm(mention.concept.id, source, target, outcome, one.rung.value if one else None)


def _rough(requirements: Sequence[Requirement], placed: Sequence[Placed | None]) -> tuple[str, ...]:
    """What was brought in roughly, or is a number that the model had lost, for a reviewer to look at: `append: NCO`."""
    return tuple(
        f"{one.rung.value}: {requirement.write}"
        for requirement, one in zip(requirements, placed, strict=True)
        if one and (one.rung in _ROUGH or (requirement.kind is Kind.NUMBER and one.rung is not Rung.PLAIN))
    )


def _unmet(requirements: Sequence[Requirement], placed: Sequence[Placed | None]) -> tuple[str, ...]:
    return tuple(f"unmet: {r.write}" for r, one in zip(requirements, placed, strict=True) if one is None)


def _translation(task: Task, entry: Remembered, language: str, maker: tuple[str, str]) -> Translation:
    start = task.segment.span.start
    engine, model = maker
    return Translation(
        segment_id=task.segment.id,
        language=language,
        text=entry.text,
        engine=engine,
        model=model,
        state=entry.state,
        terms=tuple(
            TermOutcome(
                concept_id=term.concept_id,
                source_span=Span(*term.source_span).shift(start),
                target_span=Span(*term.target_span) if term.target_span else None,
                outcome=term.outcome,
                rung=term.rung,
            )
            for term in entry.terms
        ),
        flags=entry.flags,
    )
