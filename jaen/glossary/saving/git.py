"""What git knows about a glossary's folder: the only place that runs git. Without git, all of it is just not there."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from jaen.errors import VersionError

__all__ = ["Commit", "Repository", "merge_lines", "user_name"]

_log = logging.getLogger(__name__)
_WAIT = 60.0  # seconds; a log of ten thousand commits takes one
_ENDING = ".yaml"
_MOST_CONFLICTS = 127  # of `git merge-file`; what is above is an error
_HEADER = "%H%x00%an%x00%aI%x00%s%x00"
_FILES = (b"100644", b"100755")  # modes; a symbolic link or a submodule of an entry's name is no entry
_EPOCH = datetime.fromtimestamp(0, UTC)
_SHORT = 10  # digits of a hash; seven are no longer enough in large repositories
# A hook of git runs jaen with variables that point to another repository or index.
_MISLEADING = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"}


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched the folder: `texts` is id → (bytes before, bytes after), None where there is no file."""

    name: str
    by: str
    at: datetime
    why: str
    texts: Mapping[str, tuple[bytes | None, bytes | None]]


class Repository:
    """The git repository around a glossary's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def around(cls, folder: Path) -> "Repository | None":
        """The repository whose work tree *folder* lies in; None when there is none, or no git."""
        try:
            inside = _git(folder, ["rev-parse", "--is-inside-work-tree"])
        except VersionError as error:
            if "not a git repository" not in str(error):
                _log.warning("versions in git are left out: %s", error)
            return None
        return cls(folder) if inside.strip() == b"true" else None

    def commits(self, concept_id: str | None = None, limit: int | None = None) -> list[Commit]:
        """Commits that touched the glossary, or one of its concepts, newest first; merges are told by their parts."""
        if not self._resolve("HEAD"):  # a new repository has no commit yet
            return []
        path = f"{concept_id}{_ENDING}" if concept_id else "."
        count = [] if limit is None else [f"--max-count={limit}"]
        return self._log("HEAD", [*count, "--", f":(literal){path}" if concept_id else path])

    def commit(self, revision: str) -> Commit | None:
        """What one commit did to the glossary, against its first parent; None when there is no such commit."""
        resolved = self._resolve(revision)
        if not resolved:
            return None
        found = self._log(resolved, ["--max-count=1", "--diff-merges=first-parent"])
        return found[0] if found else None

    def texts(self, revision: str) -> dict[str, bytes] | None:
        """The texts as of *revision*, id → bytes; None when there is no such revision."""
        resolved = self._resolve(revision)
        if not resolved:
            return None
        blobs: dict[str, str] = {}
        for line in _git(self._folder, ["ls-tree", "-z", resolved]).split(b"\0"):
            about, _, name = line.partition(b"\t")
            concept_id = _concept_id(name)
            if concept_id and about.split()[0] in _FILES:
                blobs[concept_id] = about.split()[2].decode("ascii")
        data = self._blobs(blobs.values())
        return {concept_id: data[blob] for concept_id, blob in blobs.items()}

    def _resolve(self, revision: str) -> str:
        """The hash of a commit, "" when there is none of this name."""
        name = f"{revision}^{{commit}}"
        try:
            found = _git(self._folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", name])
        except VersionError:
            return ""
        return found.decode("ascii").strip()

    def _log(self, revision: str, arguments: Sequence[str]) -> list[Commit]:
        sign = f"\1{token_hex(8)}\1"  # which no subject of a commit can hold by chance or design
        shape = ["-z", "--raw", "--no-abbrev", "--no-renames", "--relative", f"--format={sign}{_HEADER}"]
        separator = [] if "--" in arguments else ["--"]
        data = _git(self._folder, ["log", *shape, revision, *arguments, *separator])
        entries = [_parse(entry) for entry in data.split(sign.encode("ascii"))[1:]]
        blobs = self._blobs(blob for _, files in entries for both in files.values() for blob in both if blob)
        return [
            Commit(
                short,
                by,
                _moment(at),
                why,
                {one: tuple(blobs[blob] if blob else None for blob in both) for one, both in files.items()},  # type: ignore[misc]
            )
            for (short, by, at, why), files in entries
        ]

    def _blobs(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs, all in one run of git."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        data = _git(self._folder, ["cat-file", "--batch"], "".join(f"{name}\n" for name in wanted).encode())
        found: dict[str, bytes] = {}
        start = 0
        for name in wanted:
            end = data.index(b"\n", start)
            about = data[start:end].split()
            if len(about) < 3:  # `<name> missing`
                raise VersionError(f"{self._folder}: git has lost {name}; look into the repository with git fsck")
            size = int(about[2])
            found[name] = data[end + 1 : end + 1 + size]
            start = end + 1 + size + 1
        return found


def merge_lines(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """Three versions of a text merged line by line, as git does by itself.

    Returns:
        The text, with git's marks where both sides changed a line, and whether there are none.

    Raises:
        VersionError: git can't merge them.
    """
    with TemporaryDirectory(prefix="jaen-") as folder:
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(data)
        labels = ["-L", "ours", "-L", "base", "-L", "theirs"]
        done = _run(Path(folder), ["merge-file", "-p", "-q", *labels, "ours", "base", "theirs"])
    if done.returncode > _MOST_CONFLICTS:
        raise _failed("merge-file", done)
    return done.stdout, done.returncode == 0


def user_name(folder: Path) -> str:
    """The name that git would write into a commit here; "" when there is none."""
    try:
        return _git(folder, ["config", "user.name"]).decode("utf-8", "replace").strip()
    except VersionError:
        return ""


def _parse(entry: bytes) -> tuple[tuple[str, str, str, str], dict[str, tuple[str, str]]]:
    """One commit of the log: (short hash, author, date, subject), and id → blobs before and after ("" for none)."""
    revision, by, at, why, *raw = entry.split(b"\0")
    files: dict[str, tuple[str, str]] = {}
    changes = [part.lstrip(b"\n") for part in raw if part.strip(b"\n")]
    for about, name in zip(changes[::2], changes[1::2], strict=True):
        old, new, before, after, _ = about.lstrip(b":").split()
        if (concept_id := _concept_id(name)) and (old in _FILES or new in _FILES):
            files[concept_id] = (_blob(old, before), _blob(new, after))
    texts = [part.decode("utf-8", "replace") for part in (revision[:_SHORT], by, at, why)]
    return (texts[0], texts[1], texts[2], texts[3]), files


def _blob(mode: bytes, name: bytes) -> str:
    return name.decode("ascii") if mode in _FILES else ""


def _moment(text: str) -> datetime:
    """When a commit was made; the beginning of time as computers count it, for a date that no calendar has."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:  # the year 99999
        at = _EPOCH
    return at if MINYEAR < at.year < MAXYEAR else _EPOCH  # at either end another time zone is past it


def _concept_id(name: bytes) -> str:
    """`ncd` of `ncd.yaml`; "" of what is no entry: README.md, a file in a folder, a name with a dot in front."""
    text = os.fsdecode(name)
    is_entry = text.endswith(_ENDING) and "/" not in text and not text.startswith(".")
    return text.removesuffix(_ENDING) if is_entry else ""


def _git(folder: Path, arguments: Sequence[str], data: bytes | None = None) -> bytes:
    """What git prints.

    Raises:
        VersionError: there is no git, it took too long, or it did not end well; with what it said.
    """
    done = _run(folder, arguments, data)
    if done.returncode:
        raise _failed(arguments[0], done)
    return done.stdout


def _run(folder: Path, arguments: Sequence[str], data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if not git:
        raise VersionError("git is not installed, so this is not a git repository")
    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}
    # Settings of a repository may name programs to run; none of them is needed for looking.
    command = [git, "--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", *arguments]
    try:
        return subprocess.run(  # noqa: S603 - no shell; arguments are ours or follow --end-of-options
            command, cwd=folder, input=data or b"", capture_output=True, timeout=_WAIT, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise VersionError(f"git took more than {_WAIT:.0f} seconds ({arguments[0]}); try again") from error
    except OSError as error:
        raise VersionError(f"git can't be run ({error.strerror}); check the installation") from error
    except ValueError as error:  # a revision with what no command line can hold
        raise VersionError(f"git {arguments[0]}: {error}") from error


def _failed(command: str, done: subprocess.CompletedProcess[bytes]) -> VersionError:
    return VersionError(f"git {command}: {done.stderr.decode('utf-8', 'replace').strip()}")
