"""Checks of what an entry says about other concepts."""

from collections.abc import Iterator
from dataclasses import replace

from jaen.glossary.lint.book import Book
from jaen.glossary.lint.finding import Found
from jaen.model import Concept, Link

__all__ = ["circles", "holders", "one_sided", "rejected_targets", "repeated_links", "self_links"]


def circles(concept: Concept, book: Book) -> Iterator[Found]:
    """Links that lead up or on (part-of, broader, replaced-by) lead back to where they came from."""
    for relation in dict.fromkeys(link.relation for link in concept.links):
        circle = book.circles.get((relation, concept.id))
        if circle:
            back = next(
                at for at, link in enumerate(concept.links) if (link.relation, link.target) == (relation, circle[0])
            )
            way = " → ".join((concept.id, *circle[:-1], concept.id if circle[-1] == concept.id else f"{circle[-1]} …"))
            yield Found(f"{relation} goes in a circle: {way}", "remove the link that is wrong", ("links", back))


def self_links(concept: Concept, book: Book) -> Iterator[Found]:
    """A concept is linked to itself."""
    for number, link in enumerate(concept.links):
        if link.target == concept.id:
            message = f"{link.relation} leads to the concept itself"
            yield Found(message, "remove the link", ("links", number), fix=_without_link(concept, number))


def repeated_links(concept: Concept, book: Book) -> Iterator[Found]:
    """The same link stands twice."""
    seen: set[Link] = set()
    for number, link in enumerate(concept.links):
        if link in seen:
            message = f"the link {link.relation} to {link.target} is here twice"
            yield Found(message, "remove one", ("links", number), fix=_without_link(concept, number))
        seen.add(link)


def one_sided(concept: Concept, book: Book) -> Iterator[Found]:
    """A concept is confusable with another, which does not say so."""
    for number, link in enumerate(concept.links):
        other = book.by_id.get(link.target)
        if link.relation != "confusable" or other is None or other.id == concept.id:
            continue
        if not any(back.relation == "confusable" and back.target == concept.id for back in other.links):
            message = f"{other.id} does not say that it is confusable with this"
            yield Found(message, f"add `- {{confusable: {concept.id}}}` there", ("links", number))


def rejected_targets(concept: Concept, book: Book) -> Iterator[Found]:
    """A link leads to a concept that was rejected."""
    if concept.review.state == "rejected":
        return
    for number, link in enumerate(concept.links):
        other = book.by_id.get(link.target)
        if other is not None and other.review.state == "rejected":
            yield Found(
                f"{link.relation} leads to {other.id}, which was rejected", "remove the link", ("links", number)
            )


def holders(concept: Concept, book: Book) -> Iterator[Found]:
    """The holder of a role is no person."""
    for number, link in enumerate(concept.links):
        other = book.by_id.get(link.target)
        if link.relation == "holder" and other is not None and other.category != "person":
            message = f"the holder {other.id} is no person but of the category {other.category}"
            yield Found(message, "correct the link or the category", ("links", number))


def _without_link(concept: Concept, number: int) -> Concept:
    return replace(concept, links=concept.links[:number] + concept.links[number + 1 :])
