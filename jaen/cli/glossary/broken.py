"""What the commands that write say of entries that they do not change."""

from jaen.cli.output import counted, say
from jaen.glossary import Glossary
from jaen.glossary.changes import broken_examples
from jaen.writing.cells import one_line

__all__ = ["show_broken"]

_SHOWN = 10


def show_broken(before: Glossary, after: Glossary) -> None:
    """Say which examples of entries that are not changed will fail once a change is made."""
    broken = broken_examples(before, after)
    for failure in broken[:_SHOWN]:
        say(one_line(f"an example of another entry will fail: {failure}"))
    if len(broken) > _SHOWN:
        say(f"and {counted(len(broken) - _SHOWN, 'examples')} more")
