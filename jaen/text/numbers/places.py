"""Figures that are no quantities: addresses, telephone numbers, times of day, list marks, and the figures of dates."""

import re
from bisect import bisect_right
from collections.abc import Iterable

__all__ = ["Taken", "not_quantities"]

_D = "[0-9０-９]"
# Bounded repeats only: a text of a million figures costs a million steps.
_ADDRESS = r"(?:https?|ftp)://\S++|www\.\S++|[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
_NOT_QUANTITIES = re.compile(
    rf"{_ADDRESS}"
    rf"|(?<!{_D})(?:〒\s?{_D}{{3}}[-－]{_D}{{4}}|[+(（]?{_D}{{2,5}}[)）]?[-－]{_D}{{2,4}}[-－]{_D}{{3,4}}(?!{_D}))"  # telephone
    rf"|{_D}{{1,2}}[:：]{_D}{{2}}(?:[:：]{_D}{{2}})?(?!{_D})"  # 10:30
    rf"|(?:午[前後]|正午)?{_D}{{1,2}}時(?!間)(?:半|{_D}{{1,2}}分)?"
    r"|\b[0-9]{1,2}\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o['’]clock)"
    rf"|(?<![{_D[1:-1]}.]){_D}{{1,5}}(?:\.{_D}{{1,5}}){{2,}}"  # 192.168.0.1, version 2.0.26
    rf"|\A\s*(?:{_D}{{1,2}}[.．]\s|[(（]{_D}{{1,2}}[)）])"  # 1. or (1) at the start
    rf"|(?<![{_D[1:-1]}-]){_D}{{1,6}}(?:-{_D}{{1,6}}){{2,}}"  # 12-34-56
    r"|\b[0-9]{1,2}(?:[.:][0-9]{2})?\s?[-–]\s?[0-9]{1,2}(?:[.:][0-9]{2})?\s?[ap]\.?m\b"  # 6.30-10am
    rf"|紀元前{_D}{{1,5}}(?!世紀)年?|\b[0-9]{{1,5}}\s(?:BCE?|AD|CE)\b|\bAD\s[0-9]{{1,4}}\b"
    r"|\b24/7\b|\b9/11\b|\b50[/-]50\b"
)


class Taken:
    """Stretches of a text that something else has claimed."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def end_at(self, position: int) -> int | None:
        """Where the stretch that covers *position* ends, or None.

        >>> Taken([(2, 5)]).end_at(3), Taken([(2, 5)]).end_at(5)
        (5, None)
        """
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._stretches[index][1]:
            return None
        return self._stretches[index][1]


def not_quantities(text: str) -> list[tuple[int, int]]:
    """Stretches whose figures are no quantities, whatever the language."""
    return [match.span() for match in _NOT_QUANTITIES.finditer(text)]
