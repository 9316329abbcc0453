"""What was translated before, by a model or by a person."""

from jaen.translation.memory.entry import Key, Remembered, Reviewed
from jaen.translation.memory.memory import Memory, default_path

__all__ = ["Key", "Memory", "Remembered", "Reviewed", "default_path"]
