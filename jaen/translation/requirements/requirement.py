"""What must stand in a translation: a term of the glossary, a run that is never translated, a number."""

from dataclasses import dataclass
from enum import StrEnum

from jaen.model import Mention, Span

__all__ = ["Form", "Kind", "Place", "Requirement"]


class Kind(StrEnum):
    """What sort of word a requirement is, as grammar needs to know it."""

    NAME = "name"  # a person, a place, a product, a company: no article, no plural
    INSTITUTION = "institution"  # the National Cybersecurity Office: takes "the"
    NOUN = "noun"  # a vulnerability, vulnerabilities
    MASS = "mass"  # critical infrastructure: no article, no plural
    TITLE = "title"  # National Cyber Director: an office
    VERB = "verb"  # hijack, hijacked: a verb or an adjective
    VERBATIM = "verbatim"  # a URL, a code, Latin letters: as it stands
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling that satisfies a requirement.

    Attributes:
        text: the whole, e.g. `National Cybersecurity Office (NCO)`.
        parts: for each mention of the requirement, where its term stands in `text`; mentions that say the same twice,
            as in ビッグテック(巨大IT企業), share one.
        cases: for each part, how its capitals are read (`exact`, `name`, `any`, as in a glossary); empty where the
            spelling itself tells.
    """

    text: str
    parts: tuple[Span, ...]
    cases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text or any(not 0 <= part.start < part.end <= len(self.text) for part in self.parts):
            raise ValueError(f"form {self.text!r} is empty or has parts outside: {self.parts}")
        if self.cases and len(self.cases) != len(self.parts):
            raise ValueError(f"form {self.text!r} has {len(self.parts)} parts, but {len(self.cases)} cases")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a requirement is met in a translation.

    Attributes:
        span: the whole, in the translation's text; an inflected ending (`vulnerabilities`, `NCO's`) belongs to it.
        form: which form it is.
        parts: for each mention of the requirement, where its term stands.
    """

    span: Span
    form: Form
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Something that must stand in the translation of a segment.

    Attributes:
        span: what it is in the article; covers the spans of all its mentions.
        mentions: whose terms it enforces, in text order; two for 国家サイバー統括室(NCO) and for 飯田陽一・内閣サイバー官, none for
            a number or a run that is kept.
        kind: how grammar treats it.
        forms: spellings that satisfy it; the first is the one jaen writes.
        language: of the forms.
    """

    span: Span
    mentions: tuple[Mention, ...]
    kind: Kind
    forms: tuple[Form, ...]
    language: str

    def __post_init__(self) -> None:
        if not self.forms or any(len(form.parts) != len(self.mentions) for form in self.forms):
            raise ValueError(f"a requirement needs forms, each with a part for every mention: {self.forms}")

    @property
    def write(self) -> str:
        """The spelling that jaen writes."""
        return self.forms[0].text
