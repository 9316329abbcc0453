"""Before a model: what it can't do well is taken out of its way. After it: what went wrong is seen."""

from jaen.translation.guards.faults import Fault, Source
from jaen.translation.guards.number_forms import number_requirements
from jaen.translation.guards.prepare import Assembled, Prepared, prepare, resplit

__all__ = ["Assembled", "Fault", "Prepared", "Source", "number_requirements", "prepare", "resplit"]
