"""False alarms and recall of every check of one article: `python benchmarks/article_checks.py [--show]`.

First table: alarms per 1,000 sentences of text that people wrote and printed. Articles are the five seeds; sentences of
UD (Japanese-GSD and English-EWT dev, PUD first half in both languages) each alone, and twenty in a row, which is what a
check that compares the words of one article needs. EWT is mail, reviews and forums, and its sentences are cut
out of longer speech: many a quotation there is truly never closed. Second table: errors planted by fixed seeds, and the
share of them at whose place the right rule fires, but not before.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from jaen.checks.rules import ARTICLE_RULES
from jaen.checks.subject import Subject
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.glossary.house import House, HouseSpelling
from jaen.model import Article, Concept, Role, Status
from jaen.pipeline import Analysis
from jaen.reading import article_of, read
from jaen.text.page import read_page

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TOGETHER = 20  # sentences of an article made of sentences
DAY = date(2026, 6, 1)

Plant = Callable[[str, random.Random], str | None]


class Reader:
    """Reads articles for the checks, with the news glossary."""

    def __init__(self, house: House | None = None) -> None:
        self.glossary = Glossary.load(ROOT / "glossaries" / "news")
        self.house = house or House()

    def __call__(self, article: Article, *, is_story: bool, day: date | None = None) -> Subject:
        """With *is_story*, every sentence is one of the article's, whatever a page would make of it alone."""
        page = read_page(article, Settings(date=day))
        analysis = Analysis.of(article, page, self.glossary.matcher.find(article.text, page.segments))
        segments = analysis.page.segments
        if is_story:
            segments = tuple(replace(one, content=True, role=Role.BODY) for one in segments)
        return Subject(
            article=article,
            blocks=page.blocks,
            segments=segments,
            mentions=analysis.mentions,
            day=page.day,
            has_machine_summary=page.has_machine_summary,
            glossary=self.glossary,
            house=self.house,
        )


# --- text that people wrote -----------------------------------------------------------------------------------------


def sentences() -> dict[str, list[str]]:
    """Sentences by set."""
    pud = [line.split("\t") for line in (SHARED / "data/parallel/pud-a.tsv").read_text("utf-8").splitlines()]
    return {
        "GSD ja": (SHARED / "data/ud/ja-ja_gsd-dev.sentences.txt").read_text("utf-8").splitlines(),
        "PUD ja": [line[0] for line in pud],
        "EWT en": (SHARED / "data/ud/en-en_ewt-dev.sentences.txt").read_text("utf-8").splitlines(),
        "PUD en": [line[1] for line in pud],
    }


def subjects(read_article: Reader) -> Iterator[tuple[str, int, Subject]]:
    """(set, sentences, article) of all clean text."""
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        subject = read_article(read(path), is_story=False)
        yield "seeds", len(subject.content), subject
    for name, lines in sentences().items():
        for line in lines:
            yield name, 1, read_article(article_of(line), is_story=True)
        for start in range(0, len(lines), TOGETHER):
            some = lines[start : start + TOGETHER]
            yield f"{name} x{TOGETHER}", len(some), read_article(article_of("\n".join(some)), is_story=True)


def alarms(read_article: Reader, *, show: bool) -> None:
    """Print the table of alarms."""
    found: Counter[tuple[str, str]] = Counter()
    sizes: Counter[str] = Counter()
    for name, size, subject in subjects(read_article):
        sizes[name] += size
        for rule in ARTICLE_RULES:
            for finding in rule.findings(subject):
                found[rule.code, name] += 1
                if show:
                    words = finding.span.of(subject.article.text) if finding.span else ""
                    print(f"{rule.code} [{name}] {words!r}: {finding.message}")
    print("Alarms per 1,000 sentences, in brackets their number")
    print(f"{'':22}" + "".join(f"{f'{name} ({size})':>18}" for name, size in sizes.items()))
    for rule in ARTICLE_RULES:
        counts = [(found[rule.code, name], size) for name, size in sizes.items()]
        cells = (f"{1000 * count / size:.1f} ({count})" if count else "0" for count, size in counts)
        print(f"{rule.code:22}" + "".join(f"{cell:>18}" for cell in cells))


# --- planted errors -------------------------------------------------------------------------------------------------


def without_mark(marks: str, text: str, chances: random.Random) -> str | None:
    """*text* without one of its *marks*."""
    places = [at for at, char in enumerate(text) if char in marks]
    at = chances.choice(places) if places else None
    return None if at is None else text[:at] + text[at + 1 :]


def other_mark(text: str, chances: random.Random) -> str | None:
    """*text* with one 」 as 』."""
    places = [at for at, char in enumerate(text) if char == "」"]
    at = chances.choice(places) if places else None
    return None if at is None else text[:at] + "』" + text[at + 1 :]


def nested(text: str, chances: random.Random) -> str | None:
    """*text* with 『』 inside 「」 as 「」."""
    inner = text.find("『", text.find("「") + 1) if "「" in text else -1
    return text.replace("『", "「").replace("』", "」") if 0 <= inner < text.rfind("」") else None


def wrong_weekday(text: str, chances: random.Random) -> str | None:
    """A sentence more, with a date whose weekday is another one."""
    day = DAY + timedelta(days=chances.randrange(-1000, 1000))
    shown = day + timedelta(days=chances.randrange(1, 7))
    year = f"{day.year}年" if chances.random() < 0.5 or abs((day - DAY).days) > 60 else ""
    if any("\u3040" <= char <= "\u30ff" for char in text):
        weekday = "月火水木金土日"[shown.weekday()]
        beside = chances.choice([f"({weekday})", f"（{weekday}）", f"{weekday}曜日"])
        return f"{text}\n会合は{year}{day.month}月{day.day}日{beside}に開かれる。"
    written = f"{day:%B} {day.day}" + (f", {day.year}" if year else "")
    return f"{text}\nThe next meeting is on {shown:%A}, {written}, in Osaka."


FURNITURE_JA = ["続きを読む", "(続きを読む)", "広告", "関連記事", "もっと見る", "ログインして続きを読む", "この記事は有料会員限定です。", "メルマガ登録はこちら",
                "シェアする", "あわせて読みたい", "残り512文字", "会員登録して続きを読む"]  # fmt: skip
FURNITURE_EN = ["Advertisement", "Read more", "Continue reading", "Click here to subscribe.", "Sign up for our newsletter.",
                "(Read more)", "Related articles", "Share this article", "Subscribe now for unlimited access.",
                "We use cookies to improve your experience.", "Follow us on Facebook", "Story continues below"]  # fmt: skip


def left_over(text: str, chances: random.Random) -> str | None:
    """*text* with words of a site stuck to its end."""
    if any("\u3040" <= char <= "\u30ff" for char in text):
        return text + chances.choice(FURNITURE_JA) if text.endswith("。") else None
    return f"{text} {chances.choice(FURNITURE_EN)}" if text.endswith(".") else None


SPELLINGS_JA = ["サーバー サーバ", "コンピューター コンピュータ", "デジタル ディジタル", "ソフトウェア ソフトウエア", "取り組み 取組", "引き上げ 引上げ", "受け入れ 受入れ",
                "子供 子ども", "様々 さまざま", "メモリー メモリ", "ユーザー ユーザ", "エネルギー エネルギ", "申し入れ 申入れ", "ウイルス ウィルス"]  # fmt: skip
SPELLINGS_EN = ["cyberattack cyber-attack", "email e-mail", "judgment judgement", "organize organise", "color colour",
                "healthcare health care", "database data base", "adviser advisor", "defense defence", "website web site",
                "startup start-up", "center centre", "analyze analyse", "policymaker policy maker"]  # fmt: skip


def mixed_spelling(text: str, chances: random.Random) -> str | None:
    """Three sentences more, two with a word in one spelling and one in another."""
    if any("\u3040" <= char <= "\u30ff" for char in text):
        often, once = chances.choice(SPELLINGS_JA).split(" ")
        return f"{text}\n新しい{often}を見た。次の{often}は大きい。古い{once}の話もした。"
    often, once = chances.choice(SPELLINGS_EN).split(" ", 1)
    return f"{text}\nThey wanted to see the {often} first. Another {often} came. Nobody knew the {once} there."


def house() -> House:
    """A desk that refuses the second spelling of each pair."""
    pairs = (line.split(" ", 1) for line in (*SPELLINGS_JA, *SPELLINGS_EN))
    return House(tuple(HouseSpelling(write, other, "", "house-spellings.csv", 2) for write, other in pairs))


def other_holder(concepts: dict[str, Concept], text: str, chances: random.Random) -> str | None:
    """A sentence more, in which an office of the glossary is another person's of the glossary."""
    language = "ja" if any("\u3040" <= char <= "\u30ff" for char in text) else "en"
    offices = [one for one in concepts.values() if any(link.relation == "holder" for link in one.links)]
    office = chances.choice(offices)
    holders = {link.target for link in office.links if link.relation == "holder"}
    people = [concepts[link.target] for one in offices for link in one.links if link.relation == "holder"]
    person = chances.choice([one for one in people if one.id not in holders]).preferred(language)
    title = office.preferred(language)
    if person is None or title is None:
        return None
    if language == "ja":
        return f"{text}\n{person.text}{chances.choice(['', '・'])}{title.text}は記者団に答えた。"
    return f"{text}\n{person.text}, the {title.text}, answered reporters."


def refused_term(concepts: dict[str, Concept], status: Status, text: str, chances: random.Random) -> str | None:
    """A sentence more: an entry's own example, with a refused term for the one that stands there."""
    language = "ja" if any("\u3040" <= char <= "\u30ff" for char in text) else "en"
    able = []
    for concept in concepts.values():
        terms = [term for term in concept.terms if term.language == language and term.status is status]
        examples = [one for one in concept.examples if one.language == language and one.finds]
        able += [(term, one) for term in terms for one in examples if term.text not in one.text]
    if not able:
        return None
    term, example = chances.choice(able)
    return f"{text}\n{example.text.replace(example.finds[0], term.text)}"


def recall(read_article: Reader, *, show: bool) -> None:
    """Print the table of planted errors."""
    concepts = {concept.id: concept for concept in read_article.glossary.concepts}
    planters: dict[str, tuple[str, Plant]] = {
        "a closing mark dropped": ("bracket-unclosed", partial(without_mark, "」』)）”")),
        "an opening mark dropped": ("bracket-unopened", partial(without_mark, "「『(（“")),
        "」 as 』": ("bracket-unclosed", other_mark),
        "『』 as 「」 in 「」": ("quotation-nested", nested),
        "another weekday": ("weekday-wrong", wrong_weekday),
        "words of a site": ("furniture-left", left_over),
        "a second spelling": ("spelling-mixed", mixed_spelling),
        "a refused spelling": ("spelling-house", mixed_spelling),
        "another's office": ("office-holder", partial(other_holder, concepts)),
        "a forbidden term": ("term-forbidden", partial(refused_term, concepts, Status.FORBIDDEN)),
        "a deprecated term": ("term-deprecated", partial(refused_term, concepts, Status.DEPRECATED)),
    }
    rules = {rule.code: rule for rule in ARTICLE_RULES}
    print("\nPlanted errors found")
    for name, (code, plant) in planters.items():
        cells = []
        for set_name in ("GSD ja", "PUD ja", "EWT en", "PUD en"):
            planted = seen = 0
            for number, line in enumerate(sentences()[set_name]):
                broken = plant(line, random.Random(f"{name} {set_name} {number}"))
                if broken is None or (number % 5 and len(broken) > len(line)):
                    continue  # an added sentence is as good in every fifth
                before, after = (
                    sum(1 for _ in rules[code].check(read_article(article_of(text), is_story=True, day=DAY)))
                    for text in (line, broken)
                )
                planted += 1
                seen += after > before
                if show and after <= before:
                    print(f"missed: {name}: {broken!r}")
            cells.append(f"{100 * seen / planted:5.1f} % of {planted:4}" if planted else "-")
        print(f"{name:26}" + "".join(f"{f'{one}':>20}" for one in cells))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="every alarm and every planted error that was missed")
    options = parser.parse_args()
    alarms(Reader(), show=options.show)
    recall(Reader(house()), show=options.show)


if __name__ == "__main__":
    main()
