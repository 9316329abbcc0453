"""Before a model: what it can't do well is taken out of its way. After it: what went wrong is seen."""

from jaen.translation.guards.faults import Fault, faults
from jaen.translation.guards.prepare import Assembled, Prepared, prepare

__all__ = ["Assembled", "Fault", "Prepared", "faults", "prepare"]
