"""Numbers of English text: 1,234.5, $5bn, 3-5%, twenty-one, two-thirds, 24-year-old, the 18th, dozens.

A number's unit is a measure of the table, or the first plural noun that follows it (six major food makers → maker).
Ordinals that are only adverbs (First, …) and pronouns (one of them) are no numbers.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from jaen.model import Number, Span
from jaen.text.dates import english as dates
from jaen.text.numbers.places import Taken, not_quantities
from jaen.text.numbers.units import AGE, ENGLISH_UNITS, MONEY
from jaen.text.numbers.values import ENGLISH_WORDS, ORDINALS, english_value
from jaen.words import english_lists as lists
from jaen.words.english_forms import noun_lemma, plain

__all__ = ["find"]

_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?)"
_WORDS = "|".join(sorted(ENGLISH_WORDS, key=len, reverse=True))
_BIG = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = (
    rf"(?:(?:(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|{_WORDS}|an?(?=[\s-]{_BIG}\b)|half\sa(?=\s(?:{_BIG})\b)"
    rf"|(?<=\b)quarter(?=\s(?:million|billion)))(?:[\s-]{_BIG}\b(?!s))*+(?:\s(?:and\s)?(?:(?:{_TENS})-)?(?:{_WORDS})(?:[\s-]{_BIG}\b(?!s))*+(?![\w-]))*+)"
)
_SUFFIX = (
    r"(?:(?:bn|mn|tn|trn|[kKmMbB])(?![A-Za-z0-9])|(?:\s|-)(?:hundred|thousand|million|billion|trillion|dozen)\b(?!s))"
)
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_FRACTION = (
    r"(?:(?P<top>one|two|three|four|five|six|seven|nine|an?|1|2|3|4)[\s-](?P<bottom>half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?"
    r"(?=\s(?:of|the|more|less|higher|lower|as)\b|[.,;)]|\s*$)"
    r"|(?P<half>[Hh]alf(?=\sof\b|\sthe\b|\stheir\b|\sits\b|\sall\b)|[Hh]alves)|(?<![\w/.])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![\w/]))"
)
_VAGUE = r"(?P<tens>[Tt]ens\sof\s|[Hh]undreds\sof\s|[Dd]ozens\sof\s)?(?P<many>[Dd]ozens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions)"
_VAGUE += r"|(?P<several>[Ss]everal|[Aa]\sfew)\s(?P<scale>dozen|hundred|thousand|million|billion)\b"
_CURRENCY = r"US\$|A\$|C\$|[$€£¥₩￥＄]"
_START = re.compile(
    rf"(?<![\w.])(?:(?P<fraction>{_FRACTION})|(?P<vague>{_VAGUE})\b"
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
_UNITS = "|".join(re.escape(unit) for unit in sorted(ENGLISH_UNITS, key=len, reverse=True))
_UNIT = re.compile(rf"(?:\s|-)?(?P<unit>{_UNITS})(?![A-Za-z0-9²])")
_SECOND_UNIT = re.compile(r"\s(?:U\.S\.|US|Australian|Canadian)(?=\sdollars)")
_HYPHEN = re.compile(r"-(?P<words>[a-z]+(?:-[a-z]+){0,2})(?![\w])")
_AGE = re.compile(r"(?:-|\s)years?(?:-|\s)old\b|\s?years?\sof\sage\b")
_AGED = re.compile(r"\b[Aa]ged\s[0-9]{1,3}$")
_WORD = re.compile(r"[\s-]([A-Za-z][A-Za-z'’-]*)")
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
_NO_ORDINAL_BEFORE = re.compile(r"\b(?:a|per|every|each|split|that|this|one|half)\s$", re.IGNORECASE)
_STOP = (
    lists.ADPOSITIONS
    | lists.PRONOUNS
    | lists.DETERMINERS
    | lists.BE
    | lists.HAVE_DO
    | lists.MODALS
    | lists.SUBORDINATORS
)
_STOP |= lists.CONJUNCTIONS | frozenset(["to", "not", "million", "billion", "am", "pm"])
_VERBS_AFTER = frozenset(
    [
        "says",
        "said",
        "was",
        "is",
        "has",
        "adds",
        "plans",
        "hits",
        "wins",
        "gets",
        "shows",
        "leads",
        "comes",
        "goes",
        "takes",
        "rises",
        "falls",
    ]
)
_UNMARKED_PLURALS = frozenset(["people", "police", "personnel", "cattle", "staff"])


@dataclass(frozen=True, slots=True)
class _Part:
    """One numeral with its unit."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    kind: str
    bare_end: int  # where the numeral itself ends
    written: str = ""
    vague: bool = False


def find(text: str) -> list[Number]:
    """Every number of an English text, left to right; spans count from the text's start."""
    if not _MAYBE.search(text):
        return []
    found = [(d.start, d.end) for d in dates.find(text, None) if d.reading.kind not in ("quarter", "relative")]
    claimed = [*not_quantities(text), *found]
    versions = _versions(text, Taken(claimed))
    taken = Taken([*claimed, *((part.start, part.end) for part in versions)])
    parts = {part.start: part for part in versions}
    at = 0
    while match := _START.search(text, at):
        blocked = taken.end_at(match.start()) or taken.end_at(match.end() - 1)
        part = None if blocked else _part(text, match)
        if part is None:
            at = max(blocked or 0, match.end() if match["number"] or match["nth"] else match.start() + 1)
            continue
        part = _with_range(text, part, taken)
        parts[part.start] = part
        at = max(part.end, match.end())
    return [_number(text, parts[start]) for start in sorted(parts)]


_MAYBE = re.compile(
    rf"[0-9]|\b(?i:{_WORDS}|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|thirds|quarters?|{_ORDINAL_WORDS})\b"
)


def _versions(text: str, taken: Taken) -> list[_Part]:
    """GPT-5.5, G7, Web3: figures that belong to a name."""
    return [
        _Part(m.start("value"), m.end(), Decimal(m["value"]), Decimal(m["value"]), "", "version", m.end())
        for m in _JOINED.finditer(text)
        if taken.end_at(m.start("value")) is None
    ]


def _part(text: str, match: re.Match[str]) -> _Part | None:
    """The number that *match* begins, with its unit; None when it is none."""
    if match["fraction"]:
        return _fraction(text, match)
    if match["vague"]:
        return _vague(text, match)
    if match["nth"]:
        return _ordinal(text, match)
    value = _value(match["number"])
    if value is None or _is_no_number(text, match):
        return None
    start, end = match.start(), match.end()
    if match["sign"]:
        value = -value
    if text.startswith((" and a half", "-and-a-half"), end):
        value, end = value + Decimal("0.5"), end + len(" and a half")
    if label := _label(text, match):
        return _Part(start, end, value, value, label[0], label[1], end)
    if end < len(text) and text[end].isascii() and text[end].isalpha() and not _UNIT.match(text, end):
        return _Part(start, end, value, value, "", "version", end)  # 5G, 3D
    unit, kind, after = _unit(text, end, value)
    if match["currency"]:
        unit, kind, after = _CURRENCIES[match["currency"]], "money", end
    return _Part(start, after, value, value, unit, kind, end, match["number"])


def _value(numeral: str) -> Decimal | None:
    lowered = plain(numeral)
    if lowered.startswith("half a"):
        whole = english_value(lowered.removeprefix("half "))
        return whole / 2 if whole else None
    if lowered.startswith("quarter"):
        return None
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
    if word != "one":
        return False
    after = _UNIT.match(text, match.end())
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
    counted = _noun_after(text, match.end(), Decimal(2)) or _UNIT.match(text, match.end()) or after in ("-", "–", "%")
    start = match.start() - len(before.group()) + len(before.group()) - len(before.group().lstrip())
    return None if counted or word in _STOP or _opens(text, start) else ("", "version")


def _fraction(text: str, match: re.Match[str]) -> _Part | None:
    if match["half"]:
        if re.search(
            r"\b(?:first|second|latter|other|and a|better)[\s-]$",
            text[max(0, match.start() - 10) : match.start()],
            re.IGNORECASE,
        ):
            return None
        value = Decimal("0.5")
    elif match["a"]:
        top, bottom = int(match["a"]), int(match["b"])
        if not 0 < top < bottom or bottom > 10:
            return None
        value = Decimal(top) / bottom
    else:
        if match["top"] in ("a", "an") and not re.match(
            r"\sof\b|\s(?:more|less|higher|lower)\b", text[match.end() : match.end() + 8]
        ):
            return None  # a third, more serious case
        top_value = english_value(match["top"]) or Decimal(1)
        if match["top"] in ("a", "an"):
            top_value = Decimal(1)
        value = top_value / _DENOMINATORS[match["bottom"]]
    return _Part(match.start(), match.end(), value, value, "", "fraction", match.end())


_MANY = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1)}
_MANY |= {"billions": (2 * 10**9, 10**10 - 1)}


def _vague(text: str, match: re.Match[str]) -> _Part:
    """Dozens, tens of thousands, several hundred: a range that is wide on purpose."""
    if match["several"]:
        scale = english_value("one " + match["scale"]) or Decimal(1)
        low, high = 2 * scale, 9 * scale
    else:
        low, high = (Decimal(bound) for bound in _MANY[match["many"].lower()])
        factor = {"t": 10, "h": 100, "d": 12}[match["tens"][0].lower()] if match["tens"] else 1
        low, high = low * factor, (high + 1) * factor - 1 if factor > 1 else high
    end = match.end()
    of = 3 if text.startswith(" of", end) else 0
    noun = _noun_after(text, end + of, low)
    unit, stop = noun or ("", end)
    return _Part(match.start(), stop, low, high, unit, "range", end, vague=True)


def _ordinal(text: str, match: re.Match[str]) -> _Part | None:
    written = plain(match["nth"])
    before = text[max(0, match.start() - 8) : match.start()]
    if written[0].isdigit():
        value = Decimal(re.sub(r"\D", "", written))
    else:
        found = english_value(written.replace("-", " "))
        if found is None:
            return None
        value = found
        adverb = text.startswith(",", match.end()) or re.match(
            r"\s(?:of all|time)\b", text[match.end() : match.end() + 8]
        )
        if adverb or (
            written == "second"
            and (
                _NO_ORDINAL_BEFORE.search(before)
                or re.match(r"s\b|\s(?:later|ago)", text[match.end() : match.end() + 6])
            )
        ):
            return None
    noun = _WORD.match(text, match.end())
    unit, end = "", match.end()
    if (
        noun
        and text[match.end()] == " "
        and noun[1].islower()
        and noun[1] not in _STOP
        and noun[1] not in lists.ADJECTIVES
    ):
        if noun[1] not in lists.VERBS or noun[1] in lists.NOUN_OR_VERB:
            unit, end = noun_lemma(plain(noun[1])), noun.end()
    return _Part(match.start(), end, value, value, unit, "ordinal", match.end())


def _is_counted_noun(word: str) -> bool:
    """Whether the word behind an ordinal is what it counts: the first test, but first announced."""
    if not word.islower() or word in _STOP or word in lists.ADJECTIVES:
        return False
    return word not in lists.VERBS or word in lists.NOUN_OR_VERB


# --- units ---------------------------------------------------------------------------------------------------------


def _unit(text: str, end: int, value: Decimal) -> tuple[str, str, int]:
    """(canonical unit, kind, where it ends) of the number that ends at *end*."""
    if age := _AGE.match(text, end):
        return AGE, "age", age.end()
    if _AGED.search(text[max(0, end - 9) : end]):
        return AGE, "age", end
    if nation := _SECOND_UNIT.match(text, end):
        dollars = {"A": "australian-dollar", "C": "canadian-dollar"}.get(nation.group().strip()[0], "dollar")
        return dollars, "money", nation.end() + len(" dollars")
    if unit := _UNIT.match(text, end):
        canonical = ENGLISH_UNITS[unit["unit"]]
        if text[unit.start()] == "-" and (longer := _HYPHEN.match(text, end)) and longer["words"] in ENGLISH_UNITS:
            canonical = ENGLISH_UNITS[longer["words"]]
            return canonical, "measure", longer.end()
        kind = "percent" if canonical == "%" else "money" if canonical in MONEY else "measure"
        return canonical, kind, unit.end()
    if hyphen := _HYPHEN.match(text, end):
        words = hyphen["words"].split("-")
        if words[0] not in ("plus", "odd", "some", "and"):
            return noun_lemma(words[0]), "cardinal", end + 1 + len(words[0])
    noun = _noun_after(text, end, value)
    return (noun[0], "cardinal", noun[1]) if noun else ("", "cardinal", end)


def _noun_after(text: str, end: int, value: Decimal) -> tuple[str, int] | None:
    """(singular, where it ends) of the noun that is counted: the first plural within five words, or the next word after 1."""
    at = end
    for _ in range(5):
        match = _WORD.match(text, at)
        if match is None or (text[at] == "-" and at == end):
            return None
        word = plain(match[1])
        if word in _STOP or word in _VERBS_AFTER or word in ENGLISH_WORDS:
            return None
        bare = re.sub(r"'s?$", "", word)
        if bare in _UNMARKED_PLURALS or (noun_lemma(bare) != bare and bare not in lists.VERB_FORMS and word == bare):
            return noun_lemma(bare), match.end()
        if value == 1 and word not in lists.ADJECTIVES:
            return word, match.end()
        at = match.end()
    return None


# --- ranges and the rest -------------------------------------------------------------------------------------------


def _with_range(text: str, first: _Part, taken: Taken) -> _Part:
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
    return _Part(first.start, second.end, low, second.high, unit, "range", second.bare_end)


def _missing_scale(first: _Part, second: _Part) -> Decimal:
    """What 3 lacks in $3-5 billion: the scale of the second number, when the first has none."""
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|[kmb])$", second.written.lower())
    if scale is None or (
        re.search(r"[a-z]{2}$|[kmb]$", first.written.lower()) and first.written.lower() not in ENGLISH_WORDS
    ):
        return Decimal(1)
    factor = english_value("1 " + scale.group()) or Decimal(1)
    return factor if first.low * factor < second.low else Decimal(1)


def _number(text: str, part: _Part) -> Number:
    before = text[max(0, part.start - 24) : part.start]
    after = bool(_APPROXIMATE_AFTER.match(text, part.end) or _APPROXIMATE_AFTER.match(text, part.bare_end))
    return Number(
        span=Span(part.start, part.end),
        low=part.low,
        high=part.high,
        unit=part.unit,
        kind=part.kind,
        approximate=part.vague or after or bool(_APPROXIMATE_BEFORE.search(before)),
    )
