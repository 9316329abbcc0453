"""UTX 1.11, the glossary format of the Asia-Pacific Association for Machine Translation: tab-separated lines.

The first line names version and languages, the second the columns. A line is one pair with a status; lines of one
concept share its id.
"""

from collections.abc import Iterator, Mapping, Sequence

from jaen.errors import ExchangeError
from jaen.glossary.exchange.lines import TermList, text_of
from jaen.glossary.exchange.pairs import other_language
from jaen.glossary.exchange.values import Exported, Format, Incoming, Loss, losses_between
from jaen.glossary.saving.yaml_layout import Plain
from jaen.model import Concept, Status, Term

__all__ = ["COLUMNS", "UTX", "read_utx", "write_utx"]

COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "src:yomi", "tgt:yomi", "comment")
_STATUS_WORDS = {
    Status.PREFERRED: "approved",
    Status.ADMITTED: "provisional",
    Status.DEPRECATED: "non-standard",
    Status.FORMER: "non-standard",
    Status.FORBIDDEN: "forbidden",
}
_TAGS = {"ja": "ja-JP", "en": "en-US"}
_POS = {"noun": "noun", "verb": "verb", "adj": "adjective"}


_STATUSES = {"approved": "preferred", "provisional": "admitted", "non-standard": "deprecated", "forbidden": "forbidden"}
_TOLD = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN)
_NAMES = {"source": "src", "target": "tgt", "term status": "term status", "concept id": "concept ID"}


def write_utx(concepts: Sequence[Concept], target: str) -> Exported:
    """Each preferred term with every term of the other language, so that each status stands in one line."""
    source = other_language(target)
    lines = [f"#UTX 1.11; {_TAGS[source]}/{_TAGS[target]}", "#" + "\t".join(COLUMNS)]
    losses: list[Loss] = []
    there: list[Concept] = []
    carried: list[Concept] = []
    for concept in concepts:
        pairs = [pair for pair in _pairs(concept, target) if not pair[0].text.startswith("#")]  # that is a comment
        if not pairs:
            what = "it has no pair: a language lacks a preferred term, or that begins with #, as comments do"
            losses.append(Loss(concept.id, what))
            continue
        lines += ["\t".join(_cells(concept, first, second)) for first, second in pairs]
        there.append(concept)
        carried.append(_plain(concept, [term for pair in pairs for term in pair]))
    data = "".join(line + "\r\n" for line in lines).encode()  # the format asks for CR LF
    return Exported(data, (*losses, *losses_between(there, carried)))


def read_utx(data: bytes, name: str) -> Incoming:
    """The lines of a UTX file of any version; columns are known by their names.

    Raises:
        ExchangeError: the file is no text, or its second line names no columns.
    """
    lines = text_of(data, name).splitlines()
    heads = [(number, line) for number, line in enumerate(lines, start=1) if line.startswith("#")]
    columns = next((_columns(line) for _, line in heads if {"src", "tgt"} <= set(_columns(line))), None)
    if columns is None:
        raise ExchangeError(f"{name}:1: no line names the columns; a UTX file has one like #src<tab>tgt<tab>src:pos")
    is_from_english = bool(heads) and _is_from_english(heads[0][1])
    terms = TermList("UTX", (_TOLD if "term status" in columns else ()))
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = dict(zip(columns, (cell.strip() for cell in line.split("\t")), strict=False))
        if not row.get("src") or not row.get("tgt"):
            terms.refuse(number, "there is no pair of terms in the line")
        else:
            _add_row(terms, number, row, "en" if is_from_english else "ja")
    return terms.incoming()


def _columns(line: str) -> list[str]:
    names = [cell.strip() for cell in line.removeprefix("#").split("\t")]
    return [_NAMES.get(name.lower(), name) for name in names]


def _is_from_english(head: str) -> bool:
    """True for `#UTX 1.11; en-US/ja-JP; …`."""
    return any(part.strip().lower().startswith("en") and "/" in part for part in head.split(";"))


def _add_row(terms: TermList, line: int, row: Mapping[str, str], source: str) -> None:
    concept_id = row.get("concept ID", "")
    japanese = row["src"] if source == "ja" else row["tgt"]
    entry = terms.entry(line, concept_id or japanese, concept_id)
    if row.get("comment"):
        entry.say("note", row["comment"])
    is_new = not entry.known
    status = _STATUSES.get(row.get("term status", "").lower())
    pos = {word: name for name, word in _POS.items()}.get(row.get("src:pos", ""), "noun")
    for side, language in (("src", source), ("tgt", other_language(source))):
        fields: dict[str, Plain] = {}
        # Of a pair, the side that is new has the status: the other one is the preferred term again.
        if status and (side == "tgt" or not is_new):
            fields["status"] = status
        if row.get(f"{side}:yomi"):
            fields["reading"] = row[f"{side}:yomi"]
        if pos != "noun" and side == "src":
            fields["pos"] = pos
        entry.add(line, (language, row[side]), fields)


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
        first.text, second.text, _POS[first.pos], _STATUS_WORDS[status], concept.id,
        first.reading or "", second.reading or "", comment,
    )  # fmt: skip


def _plain(concept: Concept, terms: Sequence[Term]) -> Concept:
    """The concept as a reader of its lines sees it."""
    kept = [
        Term(text=term.text, language=term.language, reading=term.reading, pos=term.pos, status=_told(term.status))
        for term in concept.terms
        if term in terms
    ]
    return Concept(id=concept.id, category="term", terms=tuple(kept), note=" ".join(concept.note.split()))


def _told(status: Status) -> Status:
    return Status.DEPRECATED if status is Status.FORMER else status


UTX = Format(
    "utx",
    "UTX 1.11, the glossary format of AAMT",
    "ids, pairs of terms with four statuses, readings, part of speech, the note",
    (".utx",),
    read_utx,
    None,
    write_utx,
)
