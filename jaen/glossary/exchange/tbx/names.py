"""The words of TBX and of jaen side by side."""

from dataclasses import dataclass

from jaen.model import Status

__all__ = ["BASIC", "BASIC_DCT", "CORE", "MIN", "MIN_DCT", "NAMESPACE", "POS", "STATUSES", "TYPES", "Dialect",
           "pos_of", "status_of", "type_of"]  # fmt: skip

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MIN = "http://www.tbxinfo.net/ns/min"
_BASIC = "http://www.tbxinfo.net/ns/basic"

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.FORMER: "supersededTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",  # TBX knows no stronger word
}
TYPES = {"full": "fullForm", "abbreviation": "abbreviation", "short": "shortForm", "variant": "variant"}
POS = {"noun": "noun", "verb": "verb", "adj": "adjective"}

# What is met in files: administrativeStatus, usageStatus, normativeAuthorization.
_STATUS_WORDS = {
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "superseded": Status.FORMER,
    "obsolete": Status.FORMER,
    "forbidden": Status.FORBIDDEN,
}
_TYPE_WORDS = {
    "fullform": "full",
    "abbreviation": "abbreviation",
    "acronym": "abbreviation",
    "initialism": "abbreviation",
    "shortform": "short",
    "variant": "variant",
}
_POS_WORDS = {"noun": "noun", "propernoun": "noun", "verb": "verb", "adjective": "adj"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """A dialect of TBX 3 in one style.

    Attributes:
        name: of the dialect: TBX-Basic.
        style: `dca` (categories are attributes) or `dct` (categories are elements).
        modules: category → the namespace of its element in style dct; what is not here is not written.
        has_notes: what no category can say is written into notes.
    """

    name: str
    style: str
    modules: dict[str, str]
    has_notes: bool = False

    @property
    def prefixes(self) -> dict[str, str]:
        """Namespaces and their prefixes."""
        known = {_MIN: "min", _BASIC: "basic"}
        used = set(self.modules.values()) if self.style == "dct" else set()
        return {NAMESPACE: ""} | {namespace: prefix for namespace, prefix in known.items() if namespace in used}


_MIN_MODULE = dict.fromkeys(("administrativeStatus", "partOfSpeech", "subjectField"), _MIN)
_BASIC_MODULE = dict.fromkeys(("context", "crossReference", "definition", "source", "termType"), _BASIC)

CORE = Dialect("TBX-Core", "dca", {})
MIN = Dialect("TBX-Min", "dca", _MIN_MODULE)
MIN_DCT = Dialect("TBX-Min", "dct", _MIN_MODULE)
BASIC = Dialect("TBX-Basic", "dca", _MIN_MODULE | _BASIC_MODULE, has_notes=True)
BASIC_DCT = Dialect("TBX-Basic", "dct", _MIN_MODULE | _BASIC_MODULE, has_notes=True)


def status_of(word: str) -> Status | None:
    """The status that a file means.

    >>> status_of("supersededTerm-admn-sts"), status_of("preferred"), status_of("legalTerm-admn-sts")
    (<Status.FORMER: 'former'>, <Status.PREFERRED: 'preferred'>, None)
    """
    return _STATUS_WORDS.get(word.strip().lower().removesuffix("-admn-sts").removesuffix("term"))


def type_of(word: str) -> str | None:
    """The type of term that a file means."""
    return _TYPE_WORDS.get(word.strip().lower())


def pos_of(word: str) -> str | None:
    """The part of speech that a file means."""
    return _POS_WORDS.get(word.strip().lower())
