"""A package is tried out in a process of its own: damaged weights can kill a process, or take all memory.

That process runs `main`, which prints one JSON object: `translation`, or `error` with `kind`.
"""

import json
import math
import os
import signal
import subprocess
import sys
from pathlib import Path

from jaen.errors import EngineUnavailable, JaenError, PackageError

__all__ = ["main", "try_out"]

SECONDS = 180.0  # a model of 3 GB loads in 20 on a slow disk
MEMORY = 3 << 30  # bytes beside what the weights take
_SENTENCES = {"ja": "私は毎朝コーヒーを飲みます。", "en": "I drink coffee every morning."}


def try_out(folder: Path) -> str:
    """Load the package in *folder*, translate a sentence with it, and give the translation.

    Raises:
        PackageError: it can't be loaded, gives no translation, or its process ended otherwise; the message says how.
        EngineUnavailable: what runs packages is not installed.
    """
    top = Path(__file__).parents[3]  # jaen need not be installed: a checkout will do
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(top), os.environ.get("PYTHONPATH")])),
        "PYTHONIOENCODING": "utf-8",
    }
    # -P: no module of the folder that the user happens to be in.
    command = [sys.executable, "-P", "-c", "from jaen.translation.packages.trial import main; main()", str(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise PackageError(f"was not loaded within {SECONDS:.0f} seconds") from None
    try:
        said = json.loads(done.stdout.splitlines()[-1])
        translation, error, kind = (said.get(key) for key in ("translation", "error", "kind"))
    except (ValueError, IndexError, AttributeError):
        raise PackageError(f"ended the process that tried it: {_end(done)}") from None
    if kind == "unavailable":
        raise EngineUnavailable(str(error))
    if error or not isinstance(translation, str):
        raise PackageError(f"can't be used: {error}")
    return translation


def _end(done: "subprocess.CompletedProcess[bytes]") -> str:
    if done.returncode < 0:
        try:
            return f"{signal.Signals(-done.returncode).name}; its weights are damaged"
        except ValueError:
            return f"signal {-done.returncode}; its weights are damaged"
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def main() -> None:
    """Try out the package in the folder that the command line names."""
    try:
        _translate(Path(sys.argv[1]))
    except EngineUnavailable as error:
        _say(error=str(error), kind="unavailable")
    except (JaenError, OSError, ValueError, RuntimeError, MemoryError) as error:
        _say(error=str(error) or type(error).__name__, kind="broken")


def _translate(folder: Path) -> None:
    _limit(folder)
    from jaen.translation.engines.argos import open_package
    from jaen.translation.engines.engine import Decoding, Request
    from jaen.translation.packages.installed import read_package

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
