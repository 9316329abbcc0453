"""The engine `argos`: the user's own Argos Translate packages, run here without argostranslate's own translator."""

from collections.abc import Iterator

from jaen.errors import EngineUnavailable, PackageError
from jaen.translation.answers import one_line
from jaen.translation.engines.chain import Chain
from jaen.translation.engines.engine import Model
from jaen.translation.engines.local import LocalModel, ModelFiles
from jaen.translation.packages.installed import InstalledPackage, installed_packages, survey

__all__ = ["ArgosEngine", "open_package"]


class ArgosEngine:
    """Installed Argos packages.

    Args:
        via: a language to go through where no package knows a pair directly, e.g. `en`; None never does.
    """

    name = "argos"

    def __init__(self, via: str | None = None) -> None:
        self._via = via

    def languages(self) -> frozenset[tuple[str, str]]:
        """The pairs that a package is installed for, and those that two packages reach."""
        direct = frozenset((package.source, package.target) for package in installed_packages())
        return direct | {
            (source, target)
            for source, middle in direct
            for also_middle, target in direct
            if middle == also_middle == self._via and source != target
        }

    def open(self, source: str, target: str) -> Model:
        """The newest package for the pair, or two packages one after the other.

        Raises:
            EngineUnavailable: no package knows the pair, or a library is missing; the message names the command that helps.
            PackageError: the package is damaged.
        """
        if package := _newest(source, target):
            return open_package(package, package.identity)
        if self._via:
            first, second = _newest(source, self._via), _newest(self._via, target)
            if first and second:
                return Chain(open_package(first, first.identity), open_package(second, second.identity))
        raise EngineUnavailable(self._advice(source, target))

    def _advice(self, source: str, target: str) -> str:
        wanted = [(source, target)]
        if self._via and self._via not in (source, target):
            wanted = [pair for pair in ((source, self._via), (self._via, target)) if not _newest(*pair)]
        commands = " and ".join(f"jaen models install {one}-{other}" for one, other in wanted)
        known = ", ".join(sorted(f"{one}-{other}" for one, other in self.languages()))
        advice = f"no Argos package translates {source} to {target}; run: {commands} (installed: {known or 'none'})"
        return "; ".join([advice, *_unusable()])


def open_package(package: InstalledPackage, identity: str) -> LocalModel:
    """The model of a package.

    Args:
        package: unpacked.
        identity: which model it is; `package.identity`, which reads all of it, for all but a trial.

    Raises:
        EngineUnavailable: a library is missing.
        PackageError: a file is missing or damaged, or the package is of a kind that can't be run.
    """
    pieces = package.folder / "sentencepiece.model"
    if not pieces.exists() and (package.folder / "bpe.model").exists():
        raise PackageError(
            f"{package.folder}: cuts words by Moses and subword-nmt (bpe.model), which jaen does not run;"
            " use a package with a sentencepiece.model"
        )
    lead = (package.target_prefix,) if package.target_prefix else ()
    files = ModelFiles(weights=package.folder / "model", source=pieces, target=pieces, target_before=lead)
    return LocalModel(files, "argos", identity, (package.source, package.target))


def _unusable() -> Iterator[str]:
    """A package that was installed and is broken now should not seem never to have been there."""
    unusable = survey().unusable
    if unusable:
        more = f", and {len(unusable) - 1} more: jaen models list" if len(unusable) > 1 else ""
        yield f"not usable: {one_line(f'{unusable[0].folder}: {unusable[0].reason}')}{more}"


def _newest(source: str, target: str) -> InstalledPackage | None:
    fitting = [package for package in installed_packages() if (package.source, package.target) == (source, target)]
    return fitting[-1] if fitting else None
