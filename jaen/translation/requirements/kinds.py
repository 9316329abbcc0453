"""What sort of word a term is, as grammar needs to know it: with `the`, with `a`, with a plural, or without."""

import re

from jaen.model import Concept, Term
from jaen.translation.requirements.requirement import Kind
from jaen.translation.requirements.wording import is_spelled_out, plural

__all__ = ["kind_of"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Heads of names that are said with "the": the National Tax Agency, the House of Councillors, the Banking Act. Companies
# are said without (Mizuho Bank, SoftBank Group), and so is what has none of these heads (Jiji Press).
_WITH_THE = _words(
    """academy act administration agency archives army assembly association audit authority average bill board bureau
    cabinet center centre chamber coalition code command commission committee congress constitution convention council
    court cup department diet directorate division embassy exchange family federation force forces forum foundation fund
    government guard guidelines headquarters house index initiative institute institution law league legislature meeting
    ministry mission museum navy office olympics order ordinance organisation organization palace paralympics parliament
    party pentagon plan police policy program programme project protocol register regulation republic secretariat senate
    service services society standard standards strategy summit summits team treasury treaty tribunal union unit war"""
)
# Places that are said with "the".
_PLACE_WITH_THE = re.compile(
    r"(?:.* )?(?:States|Kingdom|Republic|Netherlands|Philippines|Emirates|Islands|Bahamas|Maldives|Alps|Mountains|Sea"
    r"|Ocean|Strait|Straits|Peninsula|River|Union|Region|Gulf|Middle East|Hague|[Aa]rea|[Ee]urozone)"
    r"|(?:[Cc]ity|[Pp]refecture|Gulf|Sea|Bay|Strait|Republic|Isle|Cape) of .*"
)
# Heads of common nouns that are not counted: no "a", no plural. Those in -ware, -ness, -ity, -ism and -ing need no entry.
_UNCOUNTED = _words(
    """abuse access advice ai aid authentication authorization awareness biotechnology care censorship code commerce
    competition compliance cooperation coordination cryptography cyberdefense cybercrime cyberspace data defense
    deflation democracy deregulation deterrence detection diplomacy disinformation education employment encryption
    energy enforcement equipment espionage evidence fintech food fraud freedom gas governance growth hardware health
    hydrogen immigration inflation information infrastructure innovation intelligence justice knowledge labor leadership
    legislation logistics machinery maintenance management medicine misinformation misuse money music nanotechnology news
    oil oversight parliament peace power privacy procurement progress protection research resilience response sabotage
    safety secrecy sovereignty stability staff storage supervision support surveillance terrorism trade traffic transformation
    transparency transportation travel trust unemployment violence warfare water wealth weather welfare work"""
)
_UNCOUNTED_ENDING = re.compile("(?:ware|ness|ity|ism|ing)$")
_COUNTED = _words(
    """ability activity authority capability casualty city commodity community entity facility identity liability
    majority minority municipality opportunity priority quality quantity university utility vulnerability possibility
    responsibility personality mechanism organism briefing building ceiling finding gathering greeting hearing landing
    king meeting offering opening painting rating recording ring ruling setting sibling spring string thing warning
    wedding wing witness business"""
)
_ADJECTIVE = re.compile("[a-z]+-(?:use|source|day|driven|driving|based|scale|related|term|end|time|made|free|proof)")
# What stands behind the head: Governor of the Bank of Japan, Act on …, Information-technology Promotion Agency, Japan.
_BEHIND_HEAD = re.compile(r" (?:of|for|in|on|to|against|between|from|with)\b|, [\w.]+$")
_OF_NAME = re.compile(r"\w+ of ")  # Bank of Japan, Group of Seven, where Mizuho Bank and SoftBank Group take no article
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_MOST_LETTERS = 4  # of an abbreviation with "the": the FDMA, but JPCERT/CC


def kind_of(concept: Concept, term: Term) -> Kind:
    """The kind of *term*, one of *concept*'s in the language to translate into.

    An abbreviation is what its full form is: AI is not counted, as artificial intelligence is not.
    """
    if term.pos != "noun":
        return Kind.VERB
    if concept.category == "role":
        return Kind.TITLE
    if term.language != "en":
        return Kind.NOUN if concept.category == "term" else Kind.NAME
    full = _full_form(concept, term)
    match concept.category:
        case "person" | "product":
            return Kind.NAME
        case "place":
            return Kind.INSTITUTION if _PLACE_WITH_THE.fullmatch(full) else Kind.NAME
        case "term":
            # Big Tech, but generative AI, DDoS attack and LLM
            if full[:1].isupper() and _head(full)[:1].isupper() and not full.isupper():
                return Kind.INSTITUTION if _head(full).lower() in _WITH_THE else Kind.NAME
            return _common_noun(full)
        case _:
            return _institution(concept, term, full)


def _full_form(concept: Concept, term: Term) -> str:
    """The spelling that tells what sort of word an abbreviation is."""
    preferred = concept.preferred(term.language)
    is_short = term.type == "abbreviation" or _INITIALS.fullmatch(term.text)
    return preferred.text if preferred and is_short else term.text


def _head(text: str) -> str:
    """The noun that the others say something about: Governor of Governor of the Bank of Japan."""
    behind = _BEHIND_HEAD.search(text)
    return (text[: behind.start()] if behind else text).rpartition(" ")[2]


def _institution(concept: Concept, term: Term, full: str) -> Kind:
    """Of an organization, a law or an event: with "the", or a name without, or a common noun (Cabinet meeting)."""
    head, is_name = _head(full), any(map(str.isupper, full)) or concept.keep
    if not is_name and head in _UNCOUNTED:
        return Kind.MASS
    by_head = head.lower() in _WITH_THE and (head[:1].isupper() or concept.category != "event")
    if by_head or _OF_NAME.match(full):
        # The NCO and the FSA, but METI: who is called by a word has a name.
        as_word = concept.category == "organization" and full != term.text and not _said_with_the(term.text)
        return Kind.NAME if as_word else Kind.INSTITUTION
    return Kind.NAME if head[:1].isupper() or concept.keep else _common_noun(full)


def _said_with_the(abbreviation: str) -> bool:
    letters = sum(map(str.isalpha, abbreviation))
    return letters <= _MOST_LETTERS and is_spelled_out(abbreviation)


def _common_noun(text: str) -> Kind:
    """Counted, or not: open-source is no noun, and unified standards are many already."""
    if _ADJECTIVE.fullmatch(text) or plural(text) == text:
        return Kind.MASS
    last = _head(text).rpartition("-")[2].lower()
    if last in _COUNTED:
        return Kind.NOUN
    return Kind.MASS if last in _UNCOUNTED or _UNCOUNTED_ENDING.search(last) else Kind.NOUN
