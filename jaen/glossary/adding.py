"""A new entry out of what an editor says: a pair of terms is enough."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jaen.errors import ConfigError
from jaen.glossary.glossary import Glossary
from jaen.glossary.ids import new_id
from jaen.glossary.keys import fold
from jaen.glossary.similar import Similar
from jaen.glossary.sources.tree import Origin
from jaen.glossary.suggest.categories import category_of
from jaen.model import Concept, Example, Review, Term
from jaen.words.scripts import language_of
from jaen.words.tokens import tokenize_ja

__all__ = ["Draft", "already_there", "new_entry", "with_entry"]

_NAME = "名詞-固有名詞-人名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an editor says of a new entry.

    Attributes:
        terms: at least one.
        category: "" is guessed.
        examples: sentences; what is found in them is worked out.
        id: "" is made of the terms.
    """

    terms: tuple[Term, ...]
    category: str = ""
    domain: tuple[str, ...] = ()
    definition: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    note: str = ""
    id: str = ""
    review: Review = field(default_factory=Review)


def already_there(near: Sequence[Similar], terms: Sequence[Term]) -> Concept | None:
    """The concept that has all of *terms* already, but for width, case and spaces; None where there is none.

    Args:
        near: what `similar` found for *terms*.
        terms: of a new entry.
    """
    wanted = {(term.language, fold(term.text)) for term in terms}
    for one in near:
        if wanted <= {(term.language, fold(term.text)) for term in one.concept.terms}:
            return one.concept
    return None


def new_entry(glossary: Glossary, draft: Draft) -> Concept:
    """The entry that *draft* makes in *glossary*.

    Raises:
        ConfigError: the id that is asked for is, or once was, that of another concept.
    """
    taken = {concept.id: concept.id for concept in glossary.concepts}
    taken |= {former: concept.id for concept in glossary.concepts for former in concept.former_ids}
    if draft.id in taken:
        owner = taken[draft.id]
        whose = "is another concept's" if owner == draft.id else f"once was the concept '{owner}'"
        raise ConfigError(f"--id {draft.id}: {whose}; free is {new_id(draft.terms, taken)}")
    concept = Concept(
        id=draft.id or new_id(draft.terms, taken),
        category=draft.category or _category(draft.terms),
        terms=draft.terms,
        domain=draft.domain,
        definition=draft.definition,
        sources=draft.sources,
        review=draft.review,
        note=draft.note,
    )
    return replace(concept, examples=tuple(_example(concept, text) for text in draft.examples))


def with_entry(glossary: Glossary, concept: Concept, file: str) -> Glossary:
    """*glossary* as it will be with a new entry.

    Args:
        glossary: as it is.
        concept: the new entry.
        file: that it will stand in.
    """
    concepts = sorted((*glossary.concepts, concept), key=lambda one: one.id)
    lines = (1,) * len(concept.terms)
    origin = Origin(file, 1, lines, (1,) * len(concept.links), (1,) * len(concept.examples))
    return Glossary(glossary.name, tuple(concepts), {**glossary.origins, concept.id: origin})


def _category(terms: tuple[Term, ...]) -> str:
    """A guess at the category."""
    is_person = any(term.language == "ja" and _is_full_name(term.text) for term in terms)
    return category_of(terms, is_person, is_role=False)


def _is_full_name(text: str) -> bool:
    """True for a surname and a given name that the dictionary knows (飯田陽一); not for 山田, which may be a town."""
    kinds = [token.xpos for token in tokenize_ja(text) if token.surface not in ("・", "＝")]
    return len(kinds) >= 2 and all(kind.startswith(_NAME) for kind in kinds)


def _example(concept: Concept, text: str) -> Example:
    found = Glossary("new", (replace(concept, review=Review()),)).find(text)
    return Example(text, language_of(text), tuple(mention.surface for mention in found))
