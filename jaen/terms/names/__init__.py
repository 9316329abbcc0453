"""Names that no glossary needs to know, by their form alone: capitalized words, compounds of nouns, offices."""

from jaen.terms.names.english import CapitalizedName, capitalized_names
from jaen.terms.names.japanese import Compound, compounds
from jaen.terms.names.offices import is_office

__all__ = ["CapitalizedName", "Compound", "capitalized_names", "compounds", "is_office"]
