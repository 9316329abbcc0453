"""Keeps batches in a memory, one after the other, and tells each: keeper.py PATH NAME FIRST COUNT."""

import sys
from pathlib import Path

from jaen.translation.memory import Key, Memory, Remembered

SIZE = 5  # translations in a batch


def batch(name, number):
    """The batch of that number."""
    entry = Remembered(text=f"{name} {number} " * 200, state="translated", terms=(), flags=())
    same = {"source": "ja", "target": "en", "engine": "e", "model": "m", "options": "", "concepts": (("c", "r", "w"),)}
    return {Key(text=f"{name} {number} {part}", **same): entry for part in range(SIZE)}


def tell(what):
    """A line for the process that reads this one."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def main(path, name, first, count):
    """Keep them; what was kept must be there at once."""
    memory = Memory(Path(path))
    tell("begun")
    for number in range(int(first), int(first) + int(count)):
        entries = batch(name, number)
        memory.keep(entries)
        if memory.recall(list(entries)) != list(entries.values()):
            sys.exit(f"batch {number} is not there")
        tell(number)


if __name__ == "__main__":
    main(*sys.argv[1:])
