"""Engines by name: jaen's own, and those that other packages add by the entry point `jaen.engines`.

Such an entry point is something that takes an `EngineChoice` and gives an `Engine`, e.g. a class:

    [project.entry-points."jaen.engines"]
    ours = "our_package.engine:OurEngine"
"""

from difflib import get_close_matches
from importlib.metadata import entry_points

from jaen.errors import ConfigError
from jaen.translation.engines.argos import ArgosEngine
from jaen.translation.engines.choice import EngineChoice
from jaen.translation.engines.echo import EchoEngine
from jaen.translation.engines.engine import Engine
from jaen.translation.engines.folder import FolderEngine

__all__ = ["open_engine"]

GROUP = "jaen.engines"
# jaen's own engines, and what each of them reads of a choice; engines of others see to that themselves.
READS = {
    "argos": {"via"},
    "ctranslate2": {"model"},
    "libretranslate": {"url"},
    "openai": {"url", "model"},
    "echo": set(),
}


def open_engine(choice: EngineChoice) -> Engine:
    """The engine that *choice* names. Nothing is loaded or sent before a model of it is opened.

    Raises:
        ConfigError: there is no engine of that name, it needs something that is missing, or it does not read something
            that is given.
        EngineUnavailable: another package's engine can't be used.

    >>> open_engine(EngineChoice(name="echo")).name
    'echo'
    >>> open_engine(EngineChoice(name="argos", url="http://localhost:5000"))
    Traceback (most recent call last):
    jaen.errors.ConfigError: the engine argos takes no --url, only: --via
    """
    _check(choice)
    match choice.name:
        case "argos":
            return ArgosEngine(choice.via)
        case "ctranslate2":
            return FolderEngine(choice.model)
        case "libretranslate":
            from jaen.translation.engines.libretranslate import LibreTranslateEngine

            return LibreTranslateEngine(choice)
        case "openai":
            from jaen.translation.engines.openai import OpenAIEngine

            return OpenAIEngine(choice)
        case "echo":
            return EchoEngine()
    return _added(choice)


def _check(choice: EngineChoice) -> None:
    """Refuse what the engine would pass over in silence."""
    reads = READS.get(choice.name)
    if reads is None:
        return
    for option in ("model", "url", "via"):
        if getattr(choice, option) is not None and option not in reads:
            takes = ", ".join(f"--{name}" for name in sorted(reads))
            raise ConfigError(f"the engine {choice.name} takes no --{option}" + (f", only: {takes}" if takes else ""))


def _added(choice: EngineChoice) -> Engine:
    """An engine that another package brings."""
    points = entry_points(group=GROUP)
    found = {point.value: point for point in points if point.name == choice.name}
    if not found:
        names = sorted({*READS, *points.names})
        near = get_close_matches(choice.name, names, 1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise ConfigError(f"there is no engine {choice.name!r}; {meant}the engines are: {', '.join(names)}")
    if len(found) > 1:
        raise ConfigError(
            f"several packages bring an engine {choice.name!r}: {', '.join(found)}; uninstall all but one"
        )
    [(value, point)] = found.items()
    from jaen.translation.engines.foreign import ForeignEngine

    return ForeignEngine(choice.name, value, lambda: point.load()(choice))
