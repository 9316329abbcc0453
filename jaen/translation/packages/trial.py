"""A package is tried out in a process of its own: damaged weights can kill a process, or take all memory.

That process runs `jaen.translation.engines.trial`. It is told so by name and nothing of it is imported here: packages
know nothing of what runs them.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from jaen.errors import EngineUnavailable, PackageError

__all__ = ["try_out"]

SECONDS = 180.0  # a model of 3 GB loads in 20 on a slow disk


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
    command = [sys.executable, "-P", "-c", "from jaen.translation.engines.trial import main; main()", str(folder)]
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
