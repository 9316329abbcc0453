"""The engine `argos`: the user's own Argos Translate packages, run here without argostranslate's own translator."""

from jaen.errors import EngineUnavailable
from jaen.translation.engines.engine import Model
from jaen.translation.engines.local import LocalModel
from jaen.translation.packages import installed_packages

__all__ = ["ArgosEngine"]


class ArgosEngine:
    """Installed Argos packages."""

    name = "argos"

    def languages(self) -> frozenset[tuple[str, str]]:
        """The pairs that a package is installed for."""
        return frozenset((package.source, package.target) for package in installed_packages())

    def open(self, source: str, target: str) -> Model:
        """The newest package for the pair."""
        fitting = [p for p in installed_packages() if (p.source, p.target) == (source, target)]
        if not fitting:
            raise EngineUnavailable(
                f"no package translates {source} to {target}; run: jaen models install {source}-{target}"
            )
        package = fitting[-1]
        return LocalModel(package.folder, self.name, package.identity, (source, target))
