"""What happened when, as the articles date it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from jaen.corpus.compare.digest import Dated, Digest
from jaen.model.comparison import Event, Place

__all__ = ["find_timeline"]


def find_timeline(digests: Sequence[Digest]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Resolved dates by first day, and dates that can't be resolved; the same sentence in several articles is one event."""
    groups: dict[tuple[str, str, date | None, date | None], list[Dated]] = defaultdict(list)
    for digest in digests:
        for dated in digest.dates:
            mark = dated.mark
            # Without a day, "Tuesday" in two articles may be two days, but not where the sentence is the same.
            groups[dated.key, mark.kind, mark.first, mark.last].append(dated)
    order = {digest.row.id: number for number, digest in enumerate(digests)}
    events = [_event(group) for group in groups.values()]
    resolved = [event for event in events if event.first and event.last]
    others = [event for event in events if not (event.first and event.last)]
    resolved.sort(key=lambda event: (event.first, event.last, *_place(event, order)))
    return tuple(resolved), tuple(sorted(others, key=lambda event: _place(event, order)))


def _event(group: Sequence[Dated]) -> Event:
    """One place for each article."""
    first = group[0].mark
    places: dict[str, Place] = {}
    for dated in group:
        places.setdefault(dated.place.article_id, dated.place)
    return Event(
        kind=first.kind, first=first.first, last=first.last, reason=first.reason, places=tuple(places.values())
    )


def _place(event: Event, order: Mapping[str, int]) -> tuple[int, int]:
    return order[event.places[0].article_id], event.places[0].span.start
