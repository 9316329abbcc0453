"""How well lines get their roles, on the labelled pages: `python benchmarks/roles.py [FILE.jsonl …] [--errors]`.

Precision and recall are of `content` (is this line part of the article?), role accuracy is of all shown lines. Lines
whose `content` is labelled "either" (captions of a FAQ, labels) count for the role only. No peer reads already
scraped text; trafilatura, jusText and readability need the HTML.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jaen.model import Article, Block
from jaen.text.layout import read_layout
from jaen.text.roles import label_roles

PAGES = Path(__file__).parents[1] / "tests" / "cases" / "pages"


@dataclass
class Score:
    """Counts over lines; `wrong` holds (page, text, wanted, block) for every line with a wrong content or role."""

    lines: int = 0
    right_roles: int = 0
    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    decided: int = 0
    right_content: int = 0
    wrong: list[tuple[str, str, str, Block]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the lines taken for content, how many are."""
        return self.true_positive / max(1, self.true_positive + self.false_positive)

    @property
    def recall(self) -> float:
        """Of the content lines, how many were found."""
        return self.true_positive / max(1, self.true_positive + self.false_negative)

    @property
    def accuracy(self) -> float:
        """Of the lines labelled content or not, how many are right."""
        return self.right_content / max(1, self.decided)

    @property
    def role_accuracy(self) -> float:
        """Of all shown lines, how many have the labelled role."""
        return self.right_roles / max(1, self.lines)


def read_pages(path: Path) -> list[dict[str, object]]:
    """The pages of one file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def score_page(page: dict[str, object], score: Score) -> None:
    """Label *page* and count into *score*."""
    for text, role, content, block in labelled_lines(page):
        score.lines += 1
        score.right_roles += block.role == role
        if content != "either":
            score.decided += 1
            score.right_content += block.content is content
            score.true_positive += block.content and bool(content)
            score.false_positive += block.content and not content
            score.false_negative += bool(content) and not block.content
        if block.role != role or content not in ("either", block.content):
            wanted = f"{role}{'' if content == 'either' else '+' if content else '-'}"
            score.wrong.append((str(page["id"]), text, wanted, block))


def labelled_lines(page: dict[str, object]) -> Iterator[tuple[str, str, object, Block]]:
    """Each line that is not blank with its label and the block that covers most of it."""
    lines: list[list[object]] = page["lines"]  # type: ignore[assignment]
    text = "\n".join(str(line[0]) for line in lines)
    article = Article(id=str(page["id"]), text=text, source="<pages>", encoding="utf-8", sha256="")
    blocks = label_roles(article, read_layout(text))
    at = start = 0
    for shown, role, content in lines:
        end = start + len(str(shown))
        while blocks[at].span.end <= start and at + 1 < len(blocks):
            at += 1
        touching = []
        for block in blocks[at:]:
            if block.span.start >= max(end, start + 1):
                break
            touching.append(block)
        best = max(touching, key=lambda b: min(b.span.end, end) - max(b.span.start, start), default=None)
        if str(shown).strip() and best is not None:
            yield str(shown), str(role), content, best
        start = end + 1


def score_file(path: Path) -> Score:
    """Score every page of one file."""
    score = Score()
    for page in read_pages(path):
        score_page(page, score)
    return score


def main(arguments: list[str]) -> None:
    """Print one row per file; with --errors also every wrong line."""
    paths = [Path(a) for a in arguments if not a.startswith("--")] or sorted(PAGES.glob("*.jsonl"))
    print(f"{'file':<16}{'pages':>6}{'lines':>7}{'precision':>11}{'recall':>9}{'content':>9}{'role':>8}{'ms/page':>9}")
    for path in paths:
        started = time.perf_counter()
        score = score_file(path)
        pages = read_pages(path)
        ms = 1000 * (time.perf_counter() - started) / len(pages)
        print(
            f"{path.name:<16}{len(pages):>6}{score.lines:>7}{score.precision:>11.4f}{score.recall:>9.4f}"
            f"{score.accuracy:>9.4f}{score.role_accuracy:>8.4f}{ms:>9.2f}"
        )
        if "--errors" in arguments:
            for page, text, wanted, block in score.wrong:
                got = f"{block.role}{'+' if block.content else '-'}"
                print(f"  {page} want {wanted:<14} got {got:<14} {block.rule:<28} {text[:70]}")
        counts = Counter(wanted for _, _, wanted, _ in score.wrong)
        if counts and "--errors" in arguments:
            print("  wrong by label:", dict(counts.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
