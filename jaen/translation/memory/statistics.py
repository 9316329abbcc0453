"""What is in a memory, counted."""

import sqlite3
from datetime import datetime
from pathlib import Path

from jaen.translation.memory.database import from_cell
from jaen.translation.memory.entry import Counts, Group

__all__ = ["counts"]

_MACHINE = "SELECT source, target, engine, model, state, COUNT(*) FROM machine GROUP BY 1, 2, 3, 4, 5"
_REVIEWED = """SELECT source, target, 'memory', '', 'reviewed', COUNT(*) FROM reviewed
               WHERE current AND translation IS NOT NULL GROUP BY 1, 2"""
_TIMES = "SELECT MIN(at), MAX(at) FROM (SELECT created AS at FROM machine UNION ALL SELECT at FROM changes)"


def counts(connection: sqlite3.Connection, path: Path) -> Counts:
    """What the tables hold."""
    rows = [*connection.execute(_MACHINE), *connection.execute(_REVIEWED)]
    groups = [
        Group(from_cell(source), from_cell(target), from_cell(engine), from_cell(model), state, count)
        for source, target, engine, model, state, count in rows
    ]
    first, last = (datetime.fromisoformat(at) if at else None for at in connection.execute(_TIMES).fetchone())
    return Counts(
        groups=tuple(sorted(groups, key=lambda one: -one.count)),
        older=connection.execute("SELECT COUNT(*) FROM reviewed WHERE NOT current").fetchone()[0],
        first=first,
        last=last,
        size=path.stat().st_size,
    )
