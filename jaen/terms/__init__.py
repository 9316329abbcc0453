"""Finding a glossary's concepts in text: automaton, boundaries, variants, the document's name register."""

from jaen.terms.candidate import Candidate
from jaen.terms.matcher import Matcher
from jaen.terms.units import unite

__all__ = ["Candidate", "Matcher", "unite"]
