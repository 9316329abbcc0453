"""How long a glossary of 5,000 concepts takes to load, beside plain YAML loaders on the same files.

    python benchmarks/glossary.py

Every round reads all files with each reader in turn, in a fresh process each; the ratio is the median over the rounds
of reader / jaen in the same round. jaen's first load checks everything and writes its cache, the second one finds the
cache. The peers only build dicts: no duplicate keys, dates or links checked.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 5
CONCEPTS = 5_000

CONCEPT = """\
category: role
domain: [science, government]
terms:
- ja: 第{n}観測主任官
  reading: だいかんそくしゅにんかん
- en: Chief Observer {n}
- en: CO{n}
  type: abbreviation
  status: admitted
  use: after-first
- en: Main Watcher {n}
  status: forbidden
  note: a literal translation
definition: {{en: Head of observatory {n}}}
valid: {{from: '2025-07-01'}}
links: [{{related: concept-{next}, from: '2025-07-01'}}]
match: {{boundary: free}}
examples:
- {{ja: 第{n}観測主任官は山にいる。, finds: [第{n}観測主任官]}}
- {{en: Nobody was there., finds: []}}
review: {{state: approved, by: mm, on: '2026-08-01'}}
"""

SETUP = """
import sys, time
from pathlib import Path
folder = Path(sys.argv[1])
"""
JAEN = "from jaen.glossary.sources.files import load_concepts\ndef load(folder): return load_concepts(folder).concepts"
READERS = {
    "jaen": JAEN,
    "jaen, from its cache": JAEN,
    "PyYAML CSafeLoader": (
        "import yaml\n"
        "def load(folder): return [yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader) for p in folder.glob('*.yaml')]"
    ),
    "PyYAML CBaseLoader": (
        "import yaml\n"
        "def load(folder): return [yaml.load(p.read_bytes(), Loader=yaml.CBaseLoader) for p in folder.glob('*.yaml')]"
    ),
    "ruamel.yaml safe": (
        "from ruamel.yaml import YAML\n"
        "def load(folder): return [YAML(typ='safe').load(p) for p in folder.glob('*.yaml')]"
    ),
}
TIMING = """
start = time.perf_counter()
found = load(folder)
print(time.perf_counter() - start)
assert len(found) == int(sys.argv[2])
"""


def seconds(reader: str, folder: Path) -> float | None:
    """Time of one load; None when the reader is not installed."""
    cache = folder.parent / "cache"
    if reader == "jaen":
        shutil.rmtree(cache, ignore_errors=True)
    code = SETUP + READERS[reader] + TIMING
    command = [sys.executable, "-c", code, str(folder), str(CONCEPTS)]
    environment = os.environ | {"JAEN_CACHE": str(cache)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode and "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        sys.exit(done.stderr)
    return float(done.stdout)


def main() -> None:
    """Write the files, time every reader, print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "glossary")
        folder.mkdir()
        for n in range(CONCEPTS):
            text = CONCEPT.format(n=n, next=(n + 1) % CONCEPTS)
            (folder / f"concept-{n}.yaml").write_text(text, "utf-8")
        size = len(text.encode())
        time.sleep(2.1)  # a file that is newer than two seconds is read again, cache or not
        rounds = [{reader: seconds(reader, folder) for reader in READERS} for _ in range(ROUNDS)]
    print(f"{CONCEPTS:,} concepts, one file each of {size} bytes, {ROUNDS} rounds")
    print(f"{'reader':<22}{'seconds':>9}{'× jaen':>9}")
    for reader in READERS:
        times = [one[reader] for one in rounds]
        if None in times:
            print(f"{reader:<22}{'not installed':>18}")
            continue
        ratios = [one[reader] / one["jaen"] for one in rounds]
        print(f"{reader:<22}{median(times):>9.2f}{median(ratios):>9.2f}")


if __name__ == "__main__":
    main()
