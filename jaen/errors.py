"""Every error jaen raises on purpose; each message says where, what, and what instead.

JaenError
├── InputError        an article that can't be read
│   ├── UndecodableText     bytes that are no text in any encoding tried; names the byte offset
│   ├── UnsupportedFormat   a file of a kind jaen does not read; names the kinds it does
│   └── TooLarge            over a limit; names the limit and how to raise it
├── GlossaryError     all problems of a glossary at once, each with file:line and the nearest right word
├── UnknownConcept    an id that the glossary does not have; names a near one
├── EditConflict      an entry changed since it was read: both versions of each field are named, nothing was written
├── SaveError         a change that could not be saved: no room, no permission, someone else saving; what was written
├── VersionError      a version of a glossary that is not there or can't be read
├── EngineError       a translation engine that failed: no answer, garbage, out of memory
│   ├── EngineUnavailable   nothing to translate with; names the command that brings it
│   └── PackageError        a model package that is not one, or is broken; nothing was installed
├── TranslationMemoryError  a translation memory that is none, is damaged, or can't be written; nothing of it was changed
├── ExchangeError     a TBX, XLSX … file that can't be read; names the place in it
└── ConfigError       a setting outside what is allowed

Bad *text* is a Finding, never an error: an unclosed bracket in an article stops nothing.
"""

from collections.abc import Sequence


class JaenError(Exception):
    """Base of all errors jaen names. `str(error)` is the message a user reads."""


class InputError(JaenError):
    """An article can't be read."""


class UndecodableText(InputError):
    """The bytes are no text in the encoding given or in any encoding tried."""


class UnsupportedFormat(InputError):
    """A file of a kind that jaen does not read."""


class TooLarge(InputError):
    """An input over a limit."""


class GlossaryError(JaenError):
    """A glossary has problems; all of them are listed.

    Args:
        place: the glossary's path as the user wrote it.
        problems: one line each, `file:line: what; what instead`.
    """

    def __init__(self, place: str, problems: Sequence[str]) -> None:
        self.place = place
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"the glossary {place} has {count} problem{'s' if count != 1 else ''}:"
        super().__init__("\n".join([head, *(f"  {problem}" for problem in self.problems)]))

    def __reduce__(self) -> tuple[type["GlossaryError"], tuple[str, tuple[str, ...]]]:
        # Exceptions pickle by their message; a worker process must hand back the problems.
        return (GlossaryError, (self.place, self.problems))


class UnknownConcept(JaenError):
    """A glossary has no concept with the id asked for."""


class EditConflict(JaenError):
    """Entries changed on disk since they were read, in the same fields; nothing was written.

    Args:
        place: the glossary's path as the user wrote it.
        conflicts: one line each, `id: field: was …; yours …; theirs …`.
    """

    def __init__(self, place: str, conflicts: Sequence[str]) -> None:
        self.place = place
        self.conflicts = tuple(conflicts)
        head = f"{place} was changed by someone else meanwhile; nothing was written, look and change again:"
        super().__init__("\n".join([head, *(f"  {line}" for line in self.conflicts)]))

    def __reduce__(self) -> tuple[type["EditConflict"], tuple[str, tuple[str, ...]]]:
        return (EditConflict, (self.place, self.conflicts))


class SaveError(JaenError):
    """A change could not be saved; the message says whether anything was written."""


class VersionError(JaenError):
    """A version of a glossary is not there or can't be read."""


class ExchangeError(JaenError):
    """A file of another program that can't be read."""


class EngineError(JaenError):
    """A translation engine failed."""


class EngineUnavailable(EngineError):
    """There is nothing to translate with; the message names the command that brings it."""


class PackageError(EngineError):
    """A model package is broken or none at all; nothing was installed."""


class TranslationMemoryError(JaenError):
    """A translation memory can't be read or written; what is in it was not changed."""


class ConfigError(JaenError):
    """A setting is outside what is allowed; the message says what is."""
