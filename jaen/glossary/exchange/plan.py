"""What an import would do to a glossary, before anything is written.

Each incoming concept is one of four: added, changed (something of it is new), the same, or in conflict: both say
something of the same field, and not the same. What the file says by leaving a field out, or with its usual value, is
nothing, except in a sheet that jaen wrote and whose rows say from which version they come.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from jaen.glossary.changes import Change, Conflict, differences, merge_concepts
from jaen.glossary.exchange.joining import POLICIES, Joined, join, with_statuses_of
from jaen.glossary.exchange.matching import Matching
from jaen.glossary.exchange.values import Incoming, Skipped
from jaen.glossary.glossary import Glossary
from jaen.glossary.ids import NewIds
from jaen.glossary.revision import revision_of
from jaen.glossary.sources.tree import Place
from jaen.model import Concept, Review

__all__ = ["POLICIES", "Ancestors", "ImportPlan", "Planned", "plan_import"]

_LOOKED_AT = 5  # of the concepts that an incoming one may be
Ancestors = Callable[[str, str], Concept | None]  # (id, revision) → the concept as it was, where history knows it


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one incoming concept.

    Attributes:
        kind: `added`, `changed`, `same` or `conflict`.
        place: where it begins in the file; None when the format knows no places.
        id: of the concept in the glossary, or of the new one.
        before: the concept as it is; None for a new one.
        after: as it would be; None when nothing is taken.
        conflicts: the fields at odds: `ours` is what comes, `theirs` what is there.
        remarks: what else a person should know.
    """

    kind: str
    place: Place | None
    id: str
    before: Concept | None
    after: Concept | None
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What would change in an existing concept, one line each."""
        if self.before is None or self.after is None:
            return ()
        return tuple(map(str, differences(self.before, self.after)))


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Attributes:
        planned: every incoming concept, in file order.
        skipped: rows and entries that are no concept.
        details: parts of entries that are taken without them.
        notes: of the reading as a whole.
    """

    planned: tuple[Planned, ...]
    skipped: tuple[Skipped, ...]
    details: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many are added, changed, the same, in conflict and skipped."""
        kinds = Counter(one.kind for one in self.planned)
        return {kind: kinds[kind] for kind in ("added", "changed", "same", "conflict")} | {"skipped": len(self.skipped)}

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is to be saved: one change for each concept, also where several incoming ones are parts of it."""
        found: dict[str, Change] = {}
        for one in self.planned:
            if one.after is not None and one.after != one.before:
                first = found[one.id].before if one.id in found else one.before
                found[one.id] = Change(first, one.after)
        return tuple(change for change in found.values() if change.before != change.after)

    def of_kind(self, kind: str) -> tuple[Planned, ...]:
        """Those of one kind, in file order."""
        return tuple(one for one in self.planned if one.kind == kind)


def plan_import(
    current: Glossary, incoming: Incoming, on_conflict: str = "skip", ancestors: Ancestors = lambda _id, _revision: None
) -> ImportPlan:
    """What taking *incoming* into *current* would do; linear in the number of concepts.

    Args:
        current: the glossary as it is.
        incoming: what a format's reader has read.
        on_conflict: what becomes of a concept in conflict. `skip`: nothing of it is taken; `keep`: what is there stays
            and the rest is taken; `replace`: what comes wins; `propose`: what is there stays, terms that come are
            admitted ones, and the entry is to be reviewed.
        ancestors: finds what a concept was when a sheet was written, in the history.

    Raises:
        ValueError: no such `on_conflict`.
    """
    if on_conflict not in POLICIES:
        raise ValueError(f"on_conflict {on_conflict!r} is none of {', '.join(POLICIES)}")
    return _Planner(current, incoming, on_conflict, ancestors).plan()


@dataclass(slots=True)
class _Target:
    """Where an incoming concept goes."""

    id: str
    reason: str = ""  # why it can't go anywhere


@dataclass(slots=True)
class _Planner:
    current: Glossary
    incoming: Incoming
    on_conflict: str
    ancestors: Ancestors
    matching: Matching = field(init=False)
    state: dict[str, Concept] = field(init=False)  # the glossary as it becomes
    taken: set[str] = field(init=False)  # ids that are or were in use here
    ids: NewIds = field(init=False)
    named: dict[tuple[object, ...], Concept] = field(default_factory=dict)  # the new concepts, by what names them
    renamed: dict[str, str] = field(default_factory=dict)  # id in the file → id here, where they differ

    def __post_init__(self) -> None:
        self.matching = Matching(self.current)
        self.state = {concept.id: concept for concept in self.current.concepts}
        self.taken = set(self.state) | {one for concept in self.current.concepts for one in concept.former_ids}
        self.ids = NewIds(self.taken | {concept.id for concept in self.incoming.concepts})

    def plan(self) -> ImportPlan:
        targets = [self._target(concept) for concept in self.incoming.concepts]
        self.renamed = {
            concept.id: target.id
            for concept, target in zip(self.incoming.concepts, targets, strict=True)
            if concept.id != target.id
        }
        planned = [
            self._planned(self._linked(concept), concept.id, target)
            for concept, target in zip(self.incoming.concepts, targets, strict=True)
        ]
        planned = [self._without_loose_ends(one) for one in planned]
        skipped = tuple(one for one in self.incoming.skipped if not one.is_detail)
        details = tuple(one for one in self.incoming.skipped if one.is_detail)
        return ImportPlan(tuple(planned), skipped, details, self.incoming.notes)

    # Which concept it is

    def _target(self, concept: Concept) -> _Target:
        revision = self.incoming.revisions.get(concept.id)
        if revision and (self.matching.owner(concept.id) or self.ancestors(concept.id, revision)):
            owner = self.matching.owner(concept.id)
            return _Target(owner.id if owner else concept.id)
        is_named = concept.id not in self.incoming.made_ids
        match = self.matching.match(concept, is_named=is_named)
        for one in match.ids[:_LOOKED_AT]:
            if len(match.ids) == 1 or self._adds_nothing(concept, one):
                return _Target(one)
        concept_id = concept.id
        if concept_id in self.taken:
            concept_id = self.ids.make(concept.terms)
        return _Target(concept_id, match.reason)

    def _adds_nothing(self, concept: Concept, concept_id: str) -> bool:
        """True when all that *concept* says is there already, so that it need not be told which one it is."""
        there = self.state[concept_id]
        return join(self._as_here(replace(concept, id=concept_id)), there, "skip") == Joined(there)

    def _as_here(self, concept: Concept) -> Concept:
        """*concept*, which has the id of one that is there, in that one's spellings and statuses."""
        respelled = self.matching.respelled(concept, concept.id)
        return with_statuses_of(self.state[concept.id], respelled, self.incoming.statuses)

    def _linked(self, concept: Concept) -> Concept:
        """*concept* with links that lead to the ids used here."""
        if not any(link.target in self.renamed for link in concept.links):
            return concept
        return replace(
            concept,
            links=tuple(replace(link, target=self.renamed.get(link.target, link.target)) for link in concept.links),
        )

    # What becomes of it

    def _planned(self, concept: Concept, file_id: str, target: _Target) -> Planned:
        place = self.incoming.places.get(file_id)
        revision = self.incoming.revisions.get(file_id, "")
        before = self.state.get(target.id)
        incoming = replace(concept, id=target.id)
        if before is None:
            return self._new(incoming, place, target.reason, revision)
        remark = ""
        if revision and file_id not in self.renamed:
            joined, remark = self._joined_by_revision(incoming, before, revision)
        else:
            joined = join(self._as_here(incoming), before, self.on_conflict)
        kind = "conflict" if joined.conflicts else "same" if joined.concept == before else "changed"
        if joined.concept:
            self.state[target.id] = joined.concept
        return Planned(kind, place, target.id, before, joined.concept, joined.conflicts, (remark,) if remark else ())

    def _new(self, incoming: Concept, place: Place | None, reason: str, revision: str) -> Planned:
        if revision and self.ancestors(incoming.id, revision):
            remark = "was removed here since the sheet was written; it is not brought back"
            return Planned("same", place, incoming.id, None, None, (), (remark,))
        if reason and self.on_conflict != "propose":
            return Planned("conflict", place, incoming.id, None, None, (), (reason,))
        twin = self.named.setdefault(_name(incoming), incoming)
        if twin is not incoming and twin.valid.overlaps(incoming.valid):
            twice = f"has the terms of '{twin.id}' in the same file; make them one, or give each its own domain or days"
            return Planned("conflict", place, incoming.id, None, None, (), (twice,))
        if reason:
            incoming = replace(incoming, review=Review(state="proposed"))
        self.state[incoming.id] = incoming
        kind = "conflict" if reason else "added"
        return Planned(kind, place, incoming.id, None, incoming, (), (reason,) if reason else ())

    def _joined_by_revision(self, incoming: Concept, before: Concept, revision: str) -> tuple[Joined, str]:
        """A concept of a sheet that jaen wrote: an empty cell says something, and rows not touched say nothing."""
        if before == incoming:
            return Joined(before), ""
        if revision_of(incoming) == revision:
            return Joined(before), "was changed here since the sheet was written, and not in the sheet; it stays"
        if revision_of(before) == revision:
            return Joined(incoming), ""
        base = self.ancestors(incoming.id, revision)
        if base is None:
            return join(incoming, before, self.on_conflict), "was changed here since the sheet was written"
        merged = merge_concepts(base, incoming, before)
        if not merged.conflicts:
            return Joined(merged.concept), ""
        match self.on_conflict:
            case "skip":
                return Joined(None, merged.conflicts), ""
            case "replace":
                return Joined(merge_concepts(base, before, incoming).concept, merged.conflicts), ""
            case "propose" if merged.concept and merged.concept != before:
                review = replace(merged.concept.review, state="proposed")
                return Joined(replace(merged.concept, review=review), merged.conflicts), ""
        return Joined(merged.concept, merged.conflicts), ""

    def _without_loose_ends(self, one: Planned) -> Planned:
        """*one* without links that lead nowhere and former ids that are in use: they would make the glossary invalid."""
        if one.after is None or one.after == one.before:
            return one
        remarks = list(one.remarks)
        links = tuple(link for link in one.after.links if link.target in self.state)
        remarks += [
            f"the link {link.relation} {link.target} is left out; there is no such concept"
            for link in one.after.links
            if link not in links
        ]
        former = tuple(old for old in one.after.former_ids if old not in self.state)
        remarks += [
            f"the former id {old} is left out; it is in use" for old in one.after.former_ids if old in self.state
        ]
        after = replace(one.after, links=links, former_ids=former)
        kind = "same" if one.kind == "changed" and after == one.before else one.kind
        return replace(one, kind=kind, after=after, remarks=tuple(remarks))


def _name(concept: Concept) -> tuple[object, ...]:
    """What no two concepts of a glossary may share on the same days."""
    preferred = [term.text if (term := concept.preferred(language)) else "" for language in ("ja", "en")]
    return (*preferred, concept.category, frozenset(concept.domain)) if any(preferred) else (concept.id,)
