"""Each method in a process of its own, so that its memory is its own and its libraries are no one else's."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["Environment", "answer", "ask", "environment"]

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tests" / "data" / "models" / "translate-ja_en-tiny.argosmodel"

Environment = Mapping[str, str]


@contextmanager
def environment(*, installed: bool) -> Iterator[Environment]:
    """Variables for a child, with the small model of the tests as the only package, or with those that are installed."""
    with tempfile.TemporaryDirectory() as folder:
        if not installed:
            zipfile.ZipFile(PACKAGE).extractall(folder)
        yield dict(os.environ) if installed else {**os.environ, "ARGOS_PACKAGES_DIR": folder}


def ask(module: str, arguments: Sequence[str], variables: Environment) -> dict[str, Any]:
    """What a module says of itself when it is run with `--child`: its `answer`, or why there is none as `missing`."""
    command = [sys.executable, "-m", f"benchmarks.translation.{module}", "--child", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, cwd=ROOT, env=variables)
    if done.returncode:
        return {"missing": f"failed with exit code {done.returncode}"}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def answer(work: Callable[[], Mapping[str, Any]]) -> None:
    """Print what *work* gives, as the last line, with the most memory that this process ever held, in MB."""
    try:
        result = {**work(), "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    except ImportError as error:
        result = {"missing": f"not installed ({error.name})"}
    print(json.dumps(result))
