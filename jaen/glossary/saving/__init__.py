"""How entries get to disk: as text, under a lock, with every version kept."""

from jaen.glossary.saving.folder import GlossaryFolder, editor_name
from jaen.glossary.saving.versions import Version

__all__ = ["GlossaryFolder", "Version", "editor_name"]
