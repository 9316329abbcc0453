"""What the trial of a package runs, in a process of its own: the package is loaded and translates a sentence.

It prints one JSON object: `translation`, or `error` with `kind` (`broken`, or `unavailable` without what runs packages).
"""

import json
import math
import os
import sys
from pathlib import Path

from jaen.errors import EngineUnavailable, JaenError, PackageError
from jaen.translation.engines.argos import open_package
from jaen.translation.engines.engine import Decoding, Request
from jaen.translation.packages.installed import read_package

__all__ = ["main"]

MEMORY = 3 << 30  # bytes beside what the weights take
_SENTENCES = {"ja": "私は毎朝コーヒーを飲みます。", "en": "I drink coffee every morning."}


def main() -> None:
    """Try out the package in the folder that the command line names, and print what came of it."""
    try:
        _translate(Path(sys.argv[1]))
    except EngineUnavailable as error:
        _say(error=str(error), kind="unavailable")
    except (JaenError, OSError, ValueError, RuntimeError, MemoryError) as error:
        _say(error=str(error) or type(error).__name__, kind="broken")


def _translate(folder: Path) -> None:
    _limit(folder)
    package = read_package(folder)
    model = open_package(package, identity="on trial")
    hypotheses = model.translate([Request(_SENTENCES.get(package.source.lower(), "2026"))], Decoding())[0]
    if not hypotheses or not hypotheses[0].text.strip():
        raise PackageError("it translates a simple sentence to nothing")
    if not math.isfinite(hypotheses[0].score):
        raise PackageError("it calculates with numbers that are none; its weights are damaged")
    _say(translation=hypotheses[0].text)


def _limit(folder: Path) -> None:
    """Refuse more memory than the weights explain, where the system can (Linux; elsewhere nothing happens).

    Each thread takes memory, so there are two at most.
    """
    if not sys.platform.startswith("linux"):
        return
    import resource

    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    weights = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    limit = MEMORY + 6 * weights  # weights of 8 bits may be computed with 32
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _say(**values: str) -> None:
    sys.stdout.write("\n" + json.dumps(values) + "\n")
