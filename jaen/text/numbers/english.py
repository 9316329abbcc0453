"""Numbers of English text: 1,234.5, $5bn, 3-5%, twenty-one, two-thirds, 24-year-old, the 18th, dozens.

A number's unit is a measure of the table, or the first plural noun that follows it (six major food makers → maker).
Ordinals that are only adverbs (First, …) and pronouns (one of them) are no numbers.
"""

import re
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from jaen.model import Number
from jaen.text.dates import english as dates
from jaen.text.numbers.english_special import read_fraction, read_ordinal, read_vague
from jaen.text.numbers.english_units import STOP, UNIT, noun_after, unit_after
from jaen.text.numbers.part import Part
from jaen.text.numbers.places import Taken, not_quantities
from jaen.text.numbers.units import MONEY
from jaen.text.numbers.values import ENGLISH_WORDS, ORDINALS, english_value
from jaen.words.english_forms import plain

__all__ = ["find"]

_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)"
_WORDS = "|".join(sorted(ENGLISH_WORDS, key=len, reverse=True))
_BIG = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|{_WORDS})"
_HEAD = rf"(?:{_SMALL}|an?(?=[\s-]{_BIG}\b)|(?<!half\s)an?(?=\sdecade\b)|half\sa(?=\s{_BIG}\b))"
# Small words may follow a big one (one hundred and five), not each other (two and three).
_SPELLED = rf"(?:{_HEAD}(?:[\s-]{_BIG}\b(?!s))++(?:\s(?:and\s)?{_SMALL}(?:[\s-]{_BIG}\b(?!s))*+(?![\w-]))*+|{_HEAD})"
_SUFFIX = (
    r"(?:(?:bn|mn|tn|trn|[kKmMbB])(?![A-Za-z0-9])|(?:\s|-)(?:hundred|thousand|million|billion|trillion|dozen)\b(?!s))"
)
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_FRACTION = (
    r"(?:(?P<top>one|two|three|four|five|six|seven|nine|an?|1|2|3|4)[\s-](?P<bottom>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth)s?"
    r"(?=\s(?:of|the|more|less|higher|lower|as)\b|[.,;)]|\s*$)"
    r"|(?P<half>[Hh]alf(?=\sof\b|\sthe\b|\stheir\b|\sits\b|\sall\b)|[Hh]alves)|(?<![\w/.])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![\w/]))"
)
_VAGUE = r"(?P<tens>[Tt]ens\sof\s|[Hh]undreds\sof\s|[Dd]ozens\sof\s)?(?P<many>[Dd]ozens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions)"
_VAGUE += r"|(?P<several>[Ss]everal|[Aa]\sfew)(?:\s(?P<scale>dozen|hundred|thousand|million|billion)\b"
_VAGUE += r"|(?=\s(?:seconds|minutes|hours|days|weeks|months|years|people|times)\b))"
_AVERAGE = r"(?<![$€£¥])\.(?!500)[0-9]{3}(?![\w%]|[.,][0-9])"  # batting .312; over .500 is an idiom
_CURRENCY = r"US\$|A\$|C\$|[$€£¥₩￥＄]"
_START = re.compile(
    rf"(?<![\w.])(?:(?P<fraction>{_FRACTION})|(?P<average>{_AVERAGE})|(?P<vague>{_VAGUE})\b"
    rf"|(?P<nth>[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:st|nd|rd|th)|(?i:(?:(?:{_TENS})-)?(?:{_ORDINAL_WORDS})))(?![\w])"
    rf"|(?P<sign>(?<![\w)-])[-−–](?=[$€£¥]?[0-9])|[Mm]inus\s)?(?P<currency>{_CURRENCY})?"
    rf"(?P<number>{_FIGURES}{_SUFFIX}?|(?i:{_SPELLED})(?![\w])))"
)
# Figures inside a word: GPT-5.5, Web3, COVID-19.
_JOINED = re.compile(r"[A-Za-z](?:[-‐‑.])?(?P<value>[0-9]++(?:\.[0-9]++)?)(?!,?[0-9])")
_CURRENCIES = {
    "$": "dollar",
    "US$": "dollar",
    "＄": "dollar",
    "A$": "australian-dollar",
    "C$": "canadian-dollar",
    "€": "euro",
}
_CURRENCIES |= {"£": "pound", "¥": "yen", "￥": "yen", "₩": "won"}
_RANGE = re.compile(r"\s?[-–—~〜]\s?|\s(?:to|or)\s")
_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_APPROXIMATE_BEFORE = re.compile(
    r"\b(?:about|around|roughly|approximately|some|nearly|almost|over|under|below|above|exceed(?:ing|s|ed)?|estimated|circa"
    r"|(?:more|less|fewer|greater|higher|lower|larger|smaller|better)\sthan|at\s(?:least|most)|up\sto|as\s(?:many|much|few|little)\sas"
    r"|close\sto|north\sof|well\sover|an?\saverage\sof)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_APPROXIMATE_AFTER = re.compile(r"\+|-plus\b|-odd\b|-some\b|\sor\s(?:more|less|fewer|so)\b|\splus\b(?=\s[a-z])")
_NAME_BEFORE = re.compile(r"(?:\b(?P<label>[A-Z][A-Za-z]*)\s|\b(?P<abbreviated>No|Nos|Art|Fig|Vol|Sec|Ch)\.\s?)$")
_GROUP_NAME = re.compile(r"\b(?:Group of|Big|Gang of|Magnificent|Channel)\s$")
# Words that name their number: Article 9, Phase 2, Level 5.
_LABELS = frozenset(
    [
        "article",
        "chapter",
        "section",
        "clause",
        "paragraph",
        "no",
        "number",
        "phase",
        "stage",
        "level",
        "class",
        "category",
        "type",
        "rule",
        "route",
        "line",
        "flight",
        "gate",
        "page",
        "part",
        "season",
        "tier",
        "volume",
        "figure",
        "table",
        "step",
        "grade",
        "title",
        "unit",
        "item",
        "annex",
        "appendix",
        "room",
        "floor",
        "reactor",
        "round",
        "game",
        "day",
        "week",
        "no.",
        "nos.",
        "art.",
        "fig.",
        "vol.",
        "sec.",
        "ch.",
        "platform",
        "highway",
        "division",
        "group",
        "area",
        "zone",
        "district",
        "ward",
        "resolution",
    ]
)

# Nothing to do without one of these; most sentences are done after this one search.
_MAYBE = re.compile(
    rf"[0-9]|\b(?i:{_WORDS}|several|few|decades?|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|thirds?|quarters?|{_ORDINAL_WORDS})\b"
)


def find(text: str) -> list[Number]:
    """Every number of an English text, left to right; spans count from the text's start."""
    if not _MAYBE.search(text):
        return []
    found = [(d.start, d.end) for d in dates.find(text, None) if d.reading.keeps_figures]
    claimed = [*not_quantities(text), *found]
    versions = _versions(text, Taken(claimed))
    taken = Taken([*claimed, *((part.start, part.end) for part in versions)])
    parts = {part.start: part for part in versions}
    at = 0
    while match := _START.search(text, at):
        blocked = taken.end_at(match.start()) or taken.end_at(match.end() - 1)
        part = None if blocked else _part(text, match)
        if part is None:
            at = max(
                blocked or 0, match.end() if match["number"] or match["nth"] or match["average"] else match.start() + 1
            )
            continue
        part = _with_range(text, part, taken)
        parts[part.start] = part
        at = max(part.end, match.end())
    in_order = [parts[start] for start in sorted(parts)]
    return [part.number(approximate=_is_approximate(text, part)) for part in in_order]


def _versions(text: str, taken: Taken) -> list[Part]:
    """GPT-5.5, G7, Web3: figures that belong to a name."""
    return [
        Part(start=m.start("value"), end=m.end(), low=value, high=value, kind="version", bare_end=m.end())
        for m in _JOINED.finditer(text)
        for value in (Decimal(m["value"]),)
        if taken.end_at(m.start("value")) is None
    ]


def _part(text: str, match: re.Match[str]) -> Part | None:
    """The number that *match* begins, with its unit; None when it is none."""
    if match["fraction"]:
        return read_fraction(text, match)
    if match["average"]:
        rate = Decimal(match["average"]) * 100
        return Part(
            start=match.start(), end=match.end(), low=rate, high=rate, unit="%", kind="percent", bare_end=match.end()
        )
    if match["vague"]:
        return read_vague(text, match)
    if match["nth"]:
        return read_ordinal(text, match)
    value = _value(match["number"])
    if value is None or _is_no_number(text, match):
        return None
    start, end = match.start(), match.end()
    if match["sign"]:
        value = -value
    if text.startswith((" and a half", "-and-a-half"), end):
        value, end = value + Decimal("0.5"), end + len(" and a half")
    bare = Part(start=start, end=end, low=value, high=value, bare_end=end, written=match["number"])
    if label := _label(text, match):
        return replace(bare, unit=label[0], kind=label[1])
    if end < len(text) and text[end].isascii() and text[end].isalpha() and not UNIT.match(text, end):
        return replace(bare, kind="version")  # 5G, 3D
    unit, kind, after = unit_after(text, end, value)
    if match["currency"]:
        unit, kind, after = _CURRENCIES[match["currency"]], "money", end
    if unit == "decade":
        return replace(bare, end=after, low=10 * value, high=10 * value, unit="year", kind="measure")
    if not unit and not value and match["number"].isalpha():
        return None  # ground zero
    return replace(bare, end=after, unit=unit, kind=kind)


def _value(numeral: str) -> Decimal | None:
    lowered = plain(numeral)
    if lowered.startswith("half a"):
        whole = english_value(lowered.removeprefix("half "))
        return whole / 2 if whole else None
    if lowered in ("a", "an"):
        return Decimal(1)  # a decade
    return english_value(lowered.replace("-", " "))


def _is_no_number(text: str, match: re.Match[str]) -> bool:
    """Whether a number word is a pronoun or a part of a name: one of them, the Group of Seven."""
    word = plain(match["number"])
    if word[0].isdigit():
        return False
    if match["number"][0].isupper() and match.start() and not _opens(text, match.start()):
        return True  # Group of Seven, Big Four
    if _GROUP_NAME.search(text[max(0, match.start() - 16) : match.start()]):
        return True
    if word == "zero" and text.startswith("-", match.end()):
        return True  # a zero-day flaw
    if word != "one":
        return False
    after = UNIT.match(text, match.end())
    return not (
        after or re.match(r"\s(?:to|or)\s(?:two|three|four|five|six)\b|-[a-z]+", text[match.end() : match.end() + 12])
    )


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or quotation opens at *start*."""
    return (
        text[:start].rstrip()[-1:] in ("", *".!?:;“\"'‘(—")
        if start < 200
        else text[start - 2 : start].strip() in (*".!?:;“\"'‘(—",)
    )


def _label(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """(unit, kind) when a capitalized word names the figures behind it: Article 9 is an ordinal, Windows 11 a version."""
    before = _NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    if before is None or match["currency"] or not match["number"].isdecimal():
        return None
    word = (before["label"] or before["abbreviated"]).lower()
    if word in _LABELS:
        return {"no": "number", "nos": "number"}.get(word, word), "ordinal"
    after = text[match.end() : match.end() + 1]
    counted = noun_after(text, match.end(), Decimal(2)) or UNIT.match(text, match.end()) or after in ("-", "–", "%")
    start = match.start() - len(before.group()) + len(before.group()) - len(before.group().lstrip())
    return None if counted or word in STOP or _opens(text, start) else ("", "version")


# --- ranges and the rest -------------------------------------------------------------------------------------------


def _with_range(text: str, first: Part, taken: Taken) -> Part:
    """*first* joined with the number after a range mark: 150-200 firms, three to five, between 5 and 10."""
    if first.kind in ("version", "ordinal", "fraction") or first.vague:
        return first
    joint = _RANGE.match(text, first.bare_end) or (
        _RANGE.match(text, first.end) if first.unit in ("%", *MONEY) else None
    )
    if joint is None and _BETWEEN.search(text[max(0, first.start - 8) : first.start]):
        joint = re.compile(r"\sand\s").match(text, first.end)
    match = _START.match(text, joint.end()) if joint else None
    if joint is None or match is None or not match["number"] or match["sign"] or taken.end_at(match.end() - 1):
        return first
    second = _part(text, match)
    if second is None or second.kind == "version":
        return first
    if re.match(r"[-–][0-9]", text[second.bare_end : second.bare_end + 2]):
        return first  # 12-34-56: a number of something else
    if _HUNDREDTHS.search(first.written) and re.fullmatch("[0-9]{2}", second.written) and second.unit in MONEY:
        whole = first.low.to_integral_value(ROUND_FLOOR)  # 155.50-51 yen
        second = replace(second, low=whole + second.low / 100, high=whole + second.high / 100)
    low = first.low * _missing_scale(first, second)
    hyphen = joint.group().strip() in ("-", "—")
    own_unit = first.unit not in ("", second.unit) and first.end > first.bare_end
    if low >= second.high or own_unit or (hyphen and not second.unit and text[joint.start()] == " "):
        return first
    if (
        " to " in joint.group()
        and first.unit
        and re.search(r"\b[Ff]rom\s$", text[max(0, first.start - 5) : first.start])
    ):
        return first  # from 3% to 5% tells of a change
    unit = second.unit or first.unit
    return replace(second, start=first.start, low=low, unit=unit, kind="range")


_HUNDREDTHS = re.compile(r"\.[0-9]{2}$")


def _missing_scale(first: Part, second: Part) -> Decimal:
    """What 3 lacks in $3-5 billion: the scale of the second number, when the first has none."""
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|[kmb])$", second.written.lower())
    if scale is None or (
        re.search(r"[a-z]{2}$|[kmb]$", first.written.lower()) and first.written.lower() not in ENGLISH_WORDS
    ):
        return Decimal(1)
    factor = english_value("1 " + scale.group()) or Decimal(1)
    return factor if first.low * factor < second.low else Decimal(1)


def _is_approximate(text: str, part: Part) -> bool:
    before = text[max(0, part.start - 24) : part.start]
    after = _APPROXIMATE_AFTER.match(text, part.end) or _APPROXIMATE_AFTER.match(text, part.bare_end)
    return bool(after or _APPROXIMATE_BEFORE.search(before))
