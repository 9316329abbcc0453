"""Installs that are killed: `installers.py OLD NEW` ends the install of a file at every call that touches the disk, one by one.

It prints one JSON object for each end: what was visible then, and what is there after the next install.
"""

import json
import os
import signal
import sys
from pathlib import Path

from jaen.translation.packages import install, installing, survey

CALLS = {
    "open",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "shutil.rmtree",
    "os.listdir",
    "os.scandir",
}


def main(folder, old, new):
    installing.try_out = lambda folder: "a sample"
    for count in range(1, 1000):
        install(old)
        child = os.fork()
        if child == 0:
            end_at(count)
            install(new)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break
        seen = visible(folder)
        install(new)
        tell(seen=seen, after=visible(folder), left=sorted(path.name for path in folder.iterdir()))
    tell(calls=count)


def tell(**values):
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()  # or children would say it again


def end_at(count):
    left = [count]

    def hook(event, _):
        if event in CALLS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def visible(folder):
    """The weights of each package that can be seen, and the reasons why others can't be used."""
    found = survey()
    weights = [
        [(package.folder / "model/model.bin").read_text()[:3], len(list(package.folder.rglob("*")))]
        for package in found.packages
    ]
    return {"weights": weights, "unusable": [broken.reason for broken in found.unusable]}


if __name__ == "__main__":
    main(Path(os.environ["ARGOS_PACKAGES_DIR"]), *sys.argv[1:])
