"""What a translation must contain, and where it does."""

from jaen.translation.requirements.placing import find_places, place_all
from jaen.translation.requirements.requirement import Form, Kind, Place, Requirement
from jaen.translation.requirements.requiring import ENFORCED, require

__all__ = ["ENFORCED", "Form", "Kind", "Place", "Requirement", "find_places", "place_all", "require"]
