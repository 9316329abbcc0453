"""Names of countries, cities and peoples that Japanese and English do not take from each other by sound.

The list `exonyms.tsv` was written by hand for this project. A row names one thing in both languages, with its people and
its adjective: an English translation has "German" where the source has ドイツの.
"""

from collections import defaultdict
from functools import cache
from importlib.resources import files

__all__ = ["english_exonyms", "japanese_exonyms"]


def english_exonyms(japanese: str) -> tuple[str, ...]:
    """What English calls *japanese*, the usual name first; none where the list does not have it.

    >>> english_exonyms("ドイツ")
    ('Germany', 'German', 'Germans')
    """
    return _tables()[0].get(japanese, ())


def japanese_exonyms(english: str) -> tuple[str, ...]:
    """What Japanese calls *english*, the usual name first; none where the list does not have it.

    >>> japanese_exonyms("Dutch")
    ('オランダ', '蘭')
    """
    return _tables()[1].get(english, ())


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Japanese to English, and back."""
    to_english: dict[str, list[str]] = defaultdict(list)
    to_japanese: dict[str, list[str]] = defaultdict(list)
    table = files("jaen.words").joinpath("exonyms.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        japanese, english = line.split("\t")
        for here in japanese.split("、"):
            for there in english.split(", "):
                to_english[here].append(there)
                to_japanese[there].append(here)
    return _frozen(to_english), _frozen(to_japanese)


def _frozen(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(others)) for name, others in table.items()}
