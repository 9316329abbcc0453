"""How long saving takes, by size of the glossary: `python benchmarks/saving.py [ENTRIES…]`.

Each row: a folder of so many entries is imported in one save; then one entry is changed, as a command does it (load and
save, with the cache warm), and that change is taken back.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jaen.glossary.changes import Change
from jaen.glossary.saving import GlossaryFolder
from jaen.model import Concept, Term


def entries(count: int) -> list[Concept]:
    return [
        Concept(
            id=f"entry-{number:06}",
            category="term",
            terms=(Term(text=f"用語{number}", language="ja"), Term(text=f"term {number}", language="en")),
        )
        for number in range(count)
    ]


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure(count: int) -> tuple[float, float, float, float]:
    with tempfile.TemporaryDirectory() as path:
        folder = GlossaryFolder(Path(path))
        changes = [Change(None, concept) for concept in entries(count)]
        imported = seconds(lambda: folder.save(changes, "me", "import"))
        concept = folder.load().concepts[count // 2]
        loaded = seconds(folder.load)
        saved = seconds(lambda: folder.save([Change(concept, replace(concept, note="new"))], "me", "one"))
        undone = seconds(lambda: folder.undo(None, "me"))
    return imported, loaded, saved, undone


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000]
    print(f"{'entries':>8} {'import s':>9} {'load ms':>8} {'save one ms':>12} {'undo ms':>8}")
    for size in sizes:
        imported, loaded, saved, undone = measure(size)
        print(f"{size:>8,} {imported:>9.2f} {loaded * 1000:>8.0f} {saved * 1000:>12.0f} {undone * 1000:>8.0f}")


if __name__ == "__main__":
    main()
