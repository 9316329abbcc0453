"""Links between terms, and the concepts that they make together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jaen.glossary.suggest.candidates import Key
from jaen.glossary.suggest.sentences import Place

__all__ = ["Link", "Node", "join_links"]


@dataclass(frozen=True, slots=True)
class Node:
    """One term of a link; `type` is full, abbreviation or short."""

    key: Key
    text: str
    type: str = "full"


@dataclass(frozen=True, slots=True)
class Link:
    """Two terms that are probably of one concept, and what says so (see `Reason`)."""

    first: Node
    second: Node
    kind: str
    strength: float
    detail: str
    places: tuple[Place, ...]


def join_links(links: Iterable[Link]) -> list[list[Link]]:
    """Links that make one concept, the strongest first: NSS joins 国家安全保障局 and National Security Secretariat.

    A concept has at most one full term in a language, so a weaker link that would bring a second one is left out. An
    abbreviation that stands for several full terms of one language joins nothing.
    """
    links = sorted(links, key=lambda link: (-link.strength, link.first.key, link.second.key))
    shared = _ambiguous(links)
    group: dict[Key, int] = {}
    full: dict[int, dict[str, Key]] = {}
    members: dict[int, list[Link]] = {}
    nodes: dict[int, set[Key]] = {}
    for number, link in enumerate(links):
        here = {group[key] for key in _joining(link, shared) if key in group}
        merged_full: dict[str, Key] = {}
        is_possible = True
        for one in [*(full[g] for g in sorted(here)), _full(link)]:
            for language, key in one.items():
                is_possible = is_possible and merged_full.setdefault(language, key) == key
        if not is_possible:
            continue
        merged_links = [one for g in sorted(here) for one in members.pop(g)] + [link]
        merged_nodes = set().union(*(nodes.pop(g) for g in here), _joining(link, shared))
        for g in here:
            full.pop(g)
        members[number], nodes[number], full[number] = merged_links, merged_nodes, merged_full
        for key in merged_nodes:
            group[key] = number
    return list(members.values())


def _full(link: Link) -> dict[str, Key]:
    return {node.key[0]: node.key for node in (link.first, link.second) if node.type == "full"}


def _joining(link: Link, shared: set[Key]) -> set[Key]:
    return {node.key for node in (link.first, link.second)} - shared


def _ambiguous(links: Sequence[Link]) -> set[Key]:
    """Short forms of several full terms of one language."""
    longs: dict[tuple[Key, str], set[Key]] = defaultdict(set)
    for link in links:
        for short, long in ((link.first, link.second), (link.second, link.first)):
            if short.type != "full" and long.type == "full":
                longs[short.key, long.key[0]].add(long.key)
    return {short for (short, _), found in longs.items() if len(found) > 1}
