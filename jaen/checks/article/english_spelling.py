"""English words that have two spellings: British and American, with and without a hyphen or a space."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from jaen.checks.article.house import starts_sentence
from jaen.checks.article.variants import Variant
from jaen.model import Segment, Span
from jaen.words.english_forms import noun_lemma, verb_lemma
from jaen.words.english_lists import ADJECTIVES, ADPOSITIONS, CONJUNCTIONS, DETERMINERS, MODALS, PRONOUNS

__all__ = ["american", "compounds", "regional"]

# Neither part of a longer word nor of an address: name@example.org, example.org/page.
_WORD = re.compile(r"(?<![^\W_])(?<![@/_.])[A-Za-z]{2,}(?![^\W_]|[@/_]|\.[a-z])")
_COMPOUND = re.compile(
    r"(?<![^\W_])(?<![@/_.])(?<![^\W_]-)(?P<first>[A-Za-z]{1,})(?P<between>[-‐‑ ])(?P<second>[A-Za-z]{2,})(?![^\W_]|[@/_]|\.[a-z]|[-‐‑][^\W_])"
)

_LONGEST = 40  # letters of a word
# All words, and all pairs of words, of a text in small letters: hardly an article has one of both.
_LONG = re.compile(rf"(?<![a-z])[a-z]{{5,{_LONGEST}}}(?![a-z])")
_PARTED = re.compile(rf"(?<![a-z])(?=([a-z]{{1,{_LONGEST}}})[-‐‑ ]([a-z]{{2,{_LONGEST}}})(?![a-z]))")

# After these two words say another thing than one: every day, may be, set up (a verb), sign in.
_FUNCTION = frozenset(
    {*ADPOSITIONS, *CONJUNCTIONS, *DETERMINERS, *MODALS, *PRONOUNS, "not", "never", "more", "less", "most", "so", "too"}
)
_PARTICLES = frozenset(
    [
        "up",
        "out",
        "in",
        "off",
        "over",
        "down",
        "on",
        "away",
        "back",
        "through",
        "about",
        "by",
        "around",
        "together",
        "along",
        "under",
    ]
)

# Spelled in two ways on the two sides of the Atlantic. Left out: words of which Britain has both in two meanings
# (practice, licence, metre, programme, tyre, cheque).
_OUR = (
    "arbour|ardour|armour|behaviour|candour|clamour|colour|demeanour|endeavour|favour|favourite|fervour|flavour|harbour"
    "|honour|humour|labour|neighbour|neighbourhood|odour|parlour|rancour|rigour|rumour|saviour|savour|splendour|tumour"
    "|valour|vapour|vigour"
)
_RE = "calibre|centre|fibre|kilometre|litre|lustre|sabre|sombre|spectre|theatre"
_ISE = (
    "apologise|authorise|capitalise|centralise|characterise|civilise|criticise|customise|decentralise|democratise|digitise"
    "|digitalise|economise|emphasise|equalise|fertilise|finalise|formalise|generalise|globalise|harmonise|hospitalise"
    "|industrialise|initialise|jeopardise|legalise|liberalise|localise|maximise|mechanise|memorise|militarise|minimise"
    "|mobilise|modernise|monopolise|nationalise|neutralise|normalise|optimise|organise|patronise|penalise|personalise"
    "|polarise|popularise|prioritise|privatise|publicise|radicalise|rationalise|realise|recognise|reorganise|revitalise"
    "|scrutinise|socialise|specialise|stabilise|standardise|subsidise|summarise|symbolise|sympathise|synchronise"
    "|terrorise|urbanise|utilise|victimise|visualise|weaponise"
)
_YSE = "analyse|paralyse|catalyse"
_OTHER = (
    "adviser advisor,ageing aging,aluminium aluminum,artefact artifact,catalogue catalog,defence defense"
    ",grey gray,instalment installment,jewellery jewelry,judgement judgment,manoeuvre maneuver"
    ",mould mold,offence offense,pretence pretense,sceptic skeptic,sceptical skeptical,scepticism skepticism"
    ",skilful skillful,towards toward,acknowledgement acknowledgment,cancelled canceled,cancelling canceling"
    ",counsellor counselor,fuelled fueled,fuelling fueling,labelled labeled,labelling labeling,modelled modeled"
    ",modelling modeling,signalled signaled,signalling signaling,traveller traveler,travelled traveled"
    ",travelling traveling,totalled totaled,targetted targeted,focussed focused,focussing focusing"
)


def _american() -> dict[str, str]:
    pairs = dict(pair.split() for pair in _OTHER.split(","))
    pairs |= {word: word.replace("our", "or") for word in _OUR.split("|")}
    pairs |= {word: word[:-2] + "er" for word in _RE.split("|")}
    for word in _ISE.split("|"):
        stem = word[:-2]
        pairs |= {word: stem + "ze", stem + "sation": stem + "zation"}
    pairs |= {word: word[:-2] + "ze" for word in _YSE.split("|")}
    return pairs


_AMERICAN = _american()
_BRITISH = {american: british for british, american in _AMERICAN.items()}


def american(text: str) -> str:
    """Words in small letters, in the singular and as America spells them, for comparing names.

    >>> american("Regional Monitoring Centres")
    'regional monitoring center'
    """
    nouns = map(noun_lemma, text.lower().split())
    return " ".join(_AMERICAN.get(noun, noun) for noun in nouns)


def regional(segment: Segment) -> Iterator[Variant]:
    """Words that are spelled otherwise on the other side of the Atlantic: organise, organize; judgement, judgment.

    A capital inside a sentence makes a name (Labour, Lincoln Center), which is spelled as it is.
    """
    for match in _WORD.finditer(segment.text):
        word = match.group()
        base = _regional(word.lower()) if len(word) <= _LONGEST else ""
        if base and (word.islower() or (word[1:].islower() and starts_sentence(segment, match.start()))):
            span = Span(*match.span()).shift(segment.span.start)
            yield Variant(f"regional {_AMERICAN.get(base, base)}", base, word, span)


@lru_cache(maxsize=16384)
def _regional(word: str) -> str:
    """The form of *word* without its ending that America and Britain spell in two ways; "" where they agree."""
    forms = dict.fromkeys((word, noun_lemma(word), verb_lemma(word)))
    return next((form for form in forms if form in _AMERICAN or form in _BRITISH), "")


def compounds(segments: Sequence[Segment]) -> Iterator[Variant]:
    """Words that are one here, and elsewhere in the article hyphenated or two: cyberattack, cyber-attack, cyber attack.

    Two words with a hyphen are no other spelling of two without (a long-term plan, in the long term): only what is one
    word somewhere is compared.
    """
    lowered = [segment.text.lower() for segment in segments]
    single = {_noun(word) for text in lowered for word in _LONG.findall(text)}
    parted = {first + _noun(second) for text in lowered for first, second in _PARTED.findall(text)}
    wanted = single & parted
    if wanted:
        for segment in segments:
            yield from _single(segment, wanted)
            yield from _parted(segment, wanted)


def _single(segment: Segment, wanted: Collection[str]) -> Iterator[Variant]:
    for match in _WORD.finditer(segment.text):
        word = match.group()
        spelling = _noun(word.lower()) if 5 <= len(word) <= _LONGEST else ""
        if spelling in wanted and _is_common(segment, match.start(), word):
            yield Variant(f"compound {spelling}", spelling, word, Span(*match.span()).shift(segment.span.start))


def _parted(segment: Segment, wanted: Collection[str]) -> Iterator[Variant]:
    """Two words that together are one of *wanted*."""
    text, at = segment.text, 0
    while pair := _COMPOUND.search(text, at):
        at = pair.start("second")
        if pair["first"].lower() + _noun(pair["second"].lower()) not in wanted:
            continue
        first, second = pair["first"], pair["second"]
        kind = "open" if pair["between"] == " " else "hyphen"
        if not _is_common(segment, pair.start(), first) or not (second.islower() or second[1:].islower()):
            continue
        if _says_another_thing(first.lower(), second.lower(), kind) or (second[0].isupper() and first.islower()):
            continue
        first, second = first.lower(), _noun(second.lower())
        spelling = first + (" " if kind == "open" else "-") + second
        span = Span(*pair.span()).shift(segment.span.start)
        yield Variant(f"compound {first}{second}", spelling, pair.group(), span)


@lru_cache(maxsize=16384)
def _noun(word: str) -> str:
    return noun_lemma(word)


def _is_common(segment: Segment, at: int, word: str) -> bool:
    """Whether a word is no name: small letters, or a capital that only the start of the sentence gives it."""
    return word.islower() or ((len(word) == 1 or word[1:].islower()) and starts_sentence(segment, at))


def _says_another_thing(first: str, second: str, kind: str) -> bool:
    if kind == "hyphen":
        return (first == "re" and second[0] != "e") or (first, second) == ("co", "op")  # re-sign is not resign
    is_adjective = first in ADJECTIVES and first != "cyber"  # a green house is no greenhouse
    return len(first) < 2 or is_adjective or first in _FUNCTION or second in _PARTICLES or second in _FUNCTION
