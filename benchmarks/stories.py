"""Stories in two languages measured: `python benchmarks/stories.py`.

Of each 10 or 20 sentences of parallel news text (UD PUD, `../shared`) a Japanese and an English article are made, so that
every article has exactly one that tells the same; the sentences of one article have nothing to do with each other, which
makes it harder than news. Found is the share of pairs that are linked, false are links between others; once with
`glossaries/news` and once without any glossary. Nothing was tuned on these sentences.
"""

from pathlib import Path

from jaen.corpus.compare import compare
from jaen.glossary import Glossary
from jaen.model import Article
from jaen.pipeline import Pipeline

ROOT = Path(__file__).resolve().parents[1]
PARALLEL = ROOT.parent / "shared" / "data" / "parallel"


def measure(name: str, pipeline: Pipeline, size: int) -> None:
    rows = [line.split("\t") for line in (PARALLEL / "pud-a.tsv").read_text("utf-8").splitlines()]
    groups = [rows[start : start + size] for start in range(0, len(rows), size)]
    reports = (
        pipeline(article(f"{number:03}-{column}", "\n".join(row[column] for row in group)))
        for number, group in enumerate(groups)
        for column in (0, 1)
    )
    links = [link for story in compare(reports).stories for link in story.links]
    right = sum(link.first[:3] == link.second[:3] for link in links)
    print(f"{size} sentences, {name}: {right} of {len(groups)} pairs found, {len(links) - right} false links")


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, source=name, encoding="utf-8", sha256=name)


if __name__ == "__main__":
    for size in (10, 20):
        measure("glossaries/news", Pipeline(Glossary.load(ROOT / "glossaries" / "news")), size)
        measure("no glossary", Pipeline(), size)
