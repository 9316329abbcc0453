"""The glossary enforced: whatever the model, every required term in the translation, at the least harm to the rest."""

from jaen.translation.ladder.ladder import Ladder

__all__ = ["Ladder"]
