"""Which articles an interrupted run has finished: the lines it left behind."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jaen.corpus.job import Recipe
from jaen.errors import ConfigError
from jaen.model import Article
from jaen.translation import Translator

__all__ = ["Journal"]

Seen = tuple[str, str, int]  # source, sha256 of its bytes, hash of the text


@dataclass(frozen=True, slots=True)
class Journal:
    """Articles that need no second run: what was read, by the article's id, which is unique within a run."""

    done: Mapping[str, Seen]

    def holds(self, article: Article) -> bool:
        """True when the article is there.

        Raises:
            ConfigError: it is there, but with another text or from another place than now.
        """
        if article.id not in self.done:
            return False
        if self.done[article.id] != (article.source, article.sha256, hash(article.text)):
            raise ConfigError(
                f"--resume: {article.source} is not what the interrupted run has read; run without --resume"
            )
        return True

    @classmethod
    def recover(cls, path: Path, recipe: Recipe, translator: Translator | None = None) -> "Journal":
        """Read what *path* holds, and cut a torn last line off the file.

        Args:
            path: what the interrupted run left; a missing file is an empty journal.
            recipe: of the run that wants to go on.
            translator: of that run.

        Raises:
            ConfigError: a line is not of this run: other settings, another glossary or translation, or no report at all.
        """
        if not path.exists():
            return cls({})
        expected = recipe.pipeline(translator).fingerprint
        done = {}
        whole = 0
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n"):
                    break  # torn: the run was killed in the middle of it
                article_id, seen = _entry(line, f"{path}:{number}", expected)
                done[article_id] = seen
                whole += len(line)
        with path.open("rb+") as file:
            file.truncate(whole)
        return cls(done)


def _entry(line: bytes, place: str, expected: Mapping[str, object]) -> tuple[str, Seen]:
    try:
        report = json.loads(line)
        article, provenance = report["article"], report["provenance"]
        seen = (article["source"], article["sha256"], hash(article["text"]))
        different = [name for name in expected if provenance[name] != expected[name]]
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"--resume: {place} is no line of a report; remove the file or run without --resume"
        ) from error
    if different:
        raise ConfigError(
            f"--resume: {place} was made with another value of {different[0]}; remove the file or run without --resume"
        )
    return article["id"], seen
