"""The command line: parse, call, print."""

from jaen.cli.main import main, run

__all__ = ["main", "run"]
