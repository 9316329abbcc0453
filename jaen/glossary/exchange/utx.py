"""UTX 1.11, the glossary format of the Asia-Pacific Association for Machine Translation: tab-separated lines.

The first line names version and languages, the second the columns. A line is one pair with a status; lines of one
concept share its id.
"""

from collections.abc import Iterator, Sequence

from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Loss, losses_between
from jaen.model import Concept, Review, Status, Term

__all__ = ["COLUMNS", "STATUS_WORDS", "write_utx"]

COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "src:yomi", "tgt:yomi", "comment")
STATUS_WORDS = {
    Status.PREFERRED: "approved",
    Status.ADMITTED: "provisional",
    Status.DEPRECATED: "non-standard",
    Status.FORMER: "non-standard",
    Status.FORBIDDEN: "forbidden",
}
_TAGS = {"ja": "ja-JP", "en": "en-US"}
_POS = {"noun": "noun", "verb": "verb", "adj": "adjective"}


def write_utx(concepts: Sequence[Concept], target: str) -> Exported:
    """Each preferred term with every term of the other language, so that each status stands in one line."""
    source = other_language(target)
    lines = [f"#UTX 1.11; {_TAGS[source]}/{_TAGS[target]}", "#" + "\t".join(COLUMNS)]
    losses: list[Loss] = []
    there: list[Concept] = []
    carried: list[Concept] = []
    for concept in concepts:
        pairs = list(_pairs(concept, target))
        if not pairs:
            losses.append(Loss(concept.id, "it has no preferred term in one of the languages, so there is no pair"))
            continue
        lines += ["\t".join(_cells(concept, first, second)) for first, second in pairs]
        there.append(concept)
        carried.append(_plain(concept, [term for pair in pairs for term in pair]))
    data = "".join(line + "\r\n" for line in lines).encode()  # the format asks for CR LF
    return Exported(data, (*losses, *losses_between(there, carried)))


def _pairs(concept: Concept, target: str) -> Iterator[tuple[Term, Term]]:
    source = other_language(target)
    first, goal = concept.preferred(source), concept.preferred(target)
    if not first or not goal:
        return
    yield first, goal
    for term in concept.terms:
        if term not in (first, goal):
            yield (term, goal) if term.language == source else (first, term)


def _cells(concept: Concept, first: Term, second: Term) -> tuple[str, ...]:
    # One of the two is preferred: the status is that of the other one.
    status = second.status if first.status is Status.PREFERRED else first.status
    comment = " ".join(concept.note.split())
    return (
        first.text, second.text, _POS[first.pos], STATUS_WORDS[status], concept.id,
        first.reading or "", second.reading or "", comment,
    )  # fmt: skip


def _plain(concept: Concept, terms: Sequence[Term]) -> Concept:
    """The concept as the file tells it; the order of terms is that of their languages' lines."""
    kept = [
        Term(text=term.text, language=term.language, reading=term.reading, pos=term.pos, status=_told(term.status))
        for term in concept.terms
        if term in terms
    ]
    note = " ".join(concept.note.split())
    return Concept(id=concept.id, category="term", terms=tuple(kept), note=note, review=Review())


def _told(status: Status) -> Status:
    return Status.DEPRECATED if status is Status.FORMER else status
