"""Which articles an interrupted run has finished: the lines it left behind."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jaen.corpus.job import Recipe
from jaen.errors import ConfigError
from jaen.model import Article

__all__ = ["Journal"]


@dataclass(frozen=True, slots=True)
class Journal:
    """Articles that need no second run: (source, sha256 of the source's bytes)."""

    done: frozenset[tuple[str, str]]

    def holds(self, article: Article) -> bool:
        """True when the article is there, with the bytes it has now."""
        return (article.source, article.sha256) in self.done

    @classmethod
    def read(cls, path: Path, recipe: Recipe) -> "Journal":
        """Read the lines of *path*; a torn last line is cut off the file.

        Args:
            path: what the interrupted run left; a missing file is an empty journal.
            recipe: of the run that wants to go on.

        Raises:
            ConfigError: a line is not of this run: other settings, another glossary, or no report at all.
        """
        if not path.exists():
            return cls(frozenset())
        expected = recipe.pipeline().fingerprint
        done = set()
        whole = 0
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n"):
                    break  # torn: the run was killed in the middle of it
                done.add(_entry(line, f"{path}:{number}", expected))
                whole += len(line)
        with path.open("rb+") as file:
            file.truncate(whole)
        return cls(frozenset(done))


def _entry(line: bytes, place: str, expected: Mapping[str, object]) -> tuple[str, str]:
    try:
        report = json.loads(line)
        article, provenance = report["article"], report["provenance"]
        key = (article["source"], article["sha256"])
        different = [name for name in expected if provenance[name] != expected[name]]
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"--resume: {place} is no line of a report; remove the file or run without --resume"
        ) from error
    if different:
        raise ConfigError(
            f"--resume: {place} was made with another {different[0]}; remove the file or run without --resume"
        )
    return key
