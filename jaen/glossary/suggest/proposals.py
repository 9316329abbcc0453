"""From candidates and links to suggestions with scores."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Candidate, Candidates, Key, key_of
from jaen.glossary.suggest.categories import category_of, form_of
from jaen.glossary.suggest.clusters import Link, Node, join_links
from jaen.glossary.suggest.linking import Found
from jaen.glossary.suggest.sentences import Place
from jaen.glossary.suggest.suggestion import Evidence, Reason, Suggestion
from jaen.glossary.suggest.termhood import c_values
from jaen.model import Status, Term
from jaen.words.scripts import HAN, KATAKANA

__all__ = ["propose"]

_SHOWN = 3  # sentences of evidence for one reason
_SINGLE = 40.0  # the best score of a term without a counterpart
_WEAK = 0.5
_HALF = 4.0  # C-value of a single term that gets half of the best score
_KANJI = re.compile(f"[{HAN}]")
_EVERYDAY = frozenset(
    [
        "者",
        "化",
        "的",
        "中",
        "上",
        "下",
        "内",
        "外",
        "側",
        "別",
        "数",
        "感",
        "面",
        "点",
        "用",
        "時",
        "後",
        "前",
        "時間",
        "的確",
        "人",
    ]
)
_PLACE = "名詞-固有名詞-地名"
_PERSON = "名詞-固有名詞-人名"
_COUNTRY = "名詞-固有名詞-地名-国"
_KNOWN_NAME = re.compile(f"[{KATAKANA}ー]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """Candidates of all kinds by key."""

    candidates: Candidates

    def __getitem__(self, key: Key) -> Candidate | None:
        for table in (self.candidates.terms, self.candidates.katakana, self.candidates.latin):
            if key in table:
                return table[key]
        return None


def propose(candidates: Candidates, found: Found) -> Iterator[Suggestion]:
    """A suggestion for each concept that links make, and for each candidate that stands out by itself."""
    table = _Table(candidates)
    linked: set[Key] = set()
    for links in join_links(found.links):
        nodes = _nodes(links)
        linked |= {node.key for node in nodes}
        yield _pair(links, nodes, table, found)
    values = c_values(candidates.terms.values())
    short = _short_forms(candidates.terms.values())
    for key, candidate in candidates.terms.items():
        if key not in linked and values[key] > 0 and key not in short and _stands_out(candidate, found):
            yield _single(candidate, values[key], found)


def _nodes(links: Sequence[Link]) -> list[Node]:
    """The terms of one concept: full before short, Japanese before English."""
    nodes = {node.key: node for link in reversed(links) for node in (link.first, link.second)}
    return sorted(nodes.values(), key=lambda node: (node.key[0] != "ja", node.type != "full", node.text))


def _pair(links: Sequence[Link], nodes: Sequence[Node], table: _Table, found: Found) -> Suggestion:
    terms = _terms(nodes, found)
    places = [_places(node, links, table) for node in nodes]
    is_weak = any(
        all(
            place.sentence.is_weak
            for node, own in zip(nodes, places, strict=True)
            if node.key[0] == language
            for place in own
        )
        for language in {node.key[0] for node in nodes}
    )
    doubt = 1.0
    by_kind: dict[str, float] = {}
    for link in links:
        by_kind[link.kind] = max(by_kind.get(link.kind, 0), link.strength)
    for strength in by_kind.values():
        doubt *= 1 - strength
    every = {(place.sentence.article, place.span): place for own in places for place in own}
    support = 1 - 0.2 / max(1, min(len(own) for own in places))
    score = 100 * (1 - doubt) * support * (_WEAK if is_weak else 1)
    reasons = sorted((_reason(link) for link in links), key=lambda reason: -reason.strength)
    explained = [one for node in nodes for one in found.explained.get(node.key, ())]
    if explained:
        reasons.append(_explanation(explained))
    return Suggestion(
        terms=terms,
        category=_category(terms, nodes, found, [table[node.key] for node in nodes]),
        score=round(score, 1),
        reasons=tuple(reasons),
        count=len(every),
        articles=len({article for article, _ in every}),
        is_weak=is_weak,
        definition=(("ja", explained[0][0]),) if explained else (),
    )


def _terms(nodes: Sequence[Node], found: Found) -> tuple[Term, ...]:
    """The terms; the first full one of a language is preferred, the others are admitted."""
    terms = []
    preferred: set[str] = set()
    for node in nodes:
        language = node.key[0]
        status = Status.ADMITTED if language in preferred else Status.PREFERRED
        preferred.add(language)
        reading = found.read.get(node.key) if language == "ja" else None
        terms.append(Term(text=node.text, language=language, type=node.type, status=status, reading=_plain(reading)))
    return tuple(terms)


def _plain(reading: str | None) -> str | None:
    return re.sub("[・ 　]", "", reading) if reading else None


def _places(node: Node, links: Sequence[Link], table: _Table) -> list[Place]:
    candidate = table[node.key]
    if candidate:
        return list(candidate.places)
    return [place for link in links if node in (link.first, link.second) for place in link.places]


def _reason(link: Link) -> Reason:
    return Reason(link.kind, round(link.strength, 2), link.detail, _evidence(link.places))


def _explanation(explained: Sequence[tuple[str, Place]]) -> Reason:
    return Reason("explanation", 0.5, explained[0][0], _evidence([place for _, place in explained]))


def _evidence(places: Iterable[Place]) -> tuple[Evidence, ...]:
    ranked = sorted(places, key=lambda place: place.sentence.is_weak)[:_SHOWN]
    return tuple(
        Evidence(
            place.sentence.source,
            place.sentence.line,
            place.span,
            place.sentence.around(place.span),
            place.sentence.is_weak,
        )
        for place in ranked
    )


def _category(
    terms: tuple[Term, ...], nodes: Sequence[Node], found: Found, candidates: Sequence[Candidate | None]
) -> str:
    keys = {node.key for node in nodes}
    guess = category_of(terms, bool(keys & found.people), bool(keys & found.offices))
    if guess != "term":
        return guess
    return next((kind for one in candidates if one and (kind := _kind_of_name(one))), guess)


def _kind_of_name(candidate: Candidate) -> str:
    """What the dictionary says that each word of a name is: アラスカ is a place, トーマス・リンカーン a person; else nothing."""
    words = [token.xpos for token in candidate.tokens if not token.xpos.startswith("補助記号")]
    for start, kind in ((_PLACE, "place"), (_PERSON, "person")):
        if words and all(xpos.startswith(start) for xpos in words):
            return kind
    return ""


def _single(candidate: Candidate, c_value: float, found: Found) -> Suggestion:
    language = candidate.key[0]
    node = Node(candidate.key, candidate.text, form_of(candidate.text))
    terms = _terms([node], found)
    value = max(0.0, c_value)
    explained = found.explained.get(candidate.key, ())
    score = _SINGLE * (value + 2 * bool(explained)) / (value + _HALF) * (_WEAK if candidate.is_weak else 1)
    count, articles = len(candidate.places), len(candidate.articles)
    detail = f"{count} times in {articles} article{'s' * (articles != 1)}, C-value {value:.1f}"
    reasons = [Reason("frequency", round(value / (value + _HALF), 2), detail, _evidence(candidate.places))]
    if explained:
        reasons.append(_explanation(explained))
    return Suggestion(
        terms=terms,
        category=_category(terms, [node], found, [candidate]),
        score=round(min(score, _SINGLE), 1),
        reasons=tuple(reasons),
        count=count,
        articles=articles,
        is_weak=candidate.is_weak,
        definition=((language, explained[0][0]),) if explained else (),
    )


def _short_forms(candidates: Iterable[Candidate]) -> set[Key]:
    """Single English words of longer names in the same article: Iida beside Yoichi Iida is no term of its own."""
    english = [one for one in candidates if one.key[0] == "en"]
    single = {one.key: one for one in english if one.words == 1}
    short = set()
    for one in english:
        for word in one.text.split() if one.words > 1 else ():
            inner = single.get(key_of("en", word))
            if inner and not inner.articles.isdisjoint(one.articles) and not inner.text.isupper():
                short.add(inner.key)
    return short


def _stands_out(candidate: Candidate, found: Found) -> bool:
    """Whether a candidate is worth a look without a counterpart: no common word, more than once or named as somebody."""
    if candidate.key in found.explained and not any(token.xpos.startswith(_PLACE) for token in candidate.tokens):
        return True
    is_named = candidate.key in found.people
    if len(candidate.places) < 2 and not is_named:
        return False
    tokens = candidate.tokens
    if not tokens:
        return len(candidate.text) > 2 or candidate.text.isupper()
    if len(tokens) == 2 and (tokens[0].xpos.startswith("接頭辞") or tokens[1].surface in _EVERYDAY):  # 高性能, 担当者
        return False
    if len(tokens) == 1:
        return tokens[0].is_unknown or (
            tokens[0].xpos.startswith("名詞-固有名詞") and tokens[0].xpos != _COUNTRY and is_named
        )
    return True
