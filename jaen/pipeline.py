"""The story of jaen: articles in, reports out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jaen.checks import CODES, Subject, check, check_documents, check_translations, mark_ignored
from jaen.checks.units import UnitReport, check_unit
from jaen.config import Settings
from jaen.glossary import Glossary
from jaen.glossary.house import House
from jaen.model import Article, Mention, PairReport, Passage, Report, Role, Segment, Translation
from jaen.terms import Matcher, unite
from jaen.text.interview import pair_exchanges
from jaen.text.page import Page, read_page
from jaen.translation import SOURCE_OF, Job, OnProgress, Translator, gloss
from jaen.translation.memory.exchange import Unit
from jaen.words.tokens import dictionary_version

__all__ = ["Analysis", "Pipeline"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article read and searched: all that is known of it before something is translated.

    Attributes:
        page: what each line is, and the sentences; each term of the glossary is one word of them.
        mentions: the glossary's concepts in them.
    """

    article: Article
    page: Page
    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, article: Article, page: Page, mentions: tuple[Mention, ...]) -> "Analysis":
        """With the words that *mentions* make one."""
        return cls(article, replace(page, segments=unite(page.segments, mentions)), mentions)


class Pipeline:
    """Turns articles into reports.

    Args:
        glossary: whose concepts are looked for; None looks for none.
        settings: how; see `jaen.config.Settings`.
        translator: makes the translations, see `jaen.open_translator`; None makes none, and Japanese is only glossed.
        house: what the desk has decided beside its glossary, see `House.beside`.

    The same article, glossary, settings and model give the same report, byte for byte.
    """

    def __init__(
        self,
        glossary: Glossary | None = None,
        settings: Settings | None = None,
        translator: Translator | None = None,
        house: House | None = None,
    ) -> None:
        self.glossary = glossary
        self.house = house or House()
        self.translator = translator
        self.settings = settings or Settings()
        self.matcher = glossary.matcher if glossary else Matcher(())

    @classmethod
    def load(
        cls, glossary: str | Path, settings: Settings | None = None, translator: Translator | None = None
    ) -> "Pipeline":
        """With the glossary at a path, and what its desk has decided beside it: spellings, findings that may stand.

        Raises:
            GlossaryError: the glossary, or a table beside it, has problems.
        """
        return cls(Glossary.load(glossary), settings, translator, House.beside(glossary, CODES))

    def __call__(self, article: Article) -> Report:
        """Process one article.

        Raises:
            EngineError: the translation engine failed.
        """
        (report,) = self.reports([self.analyze(article)])
        return report

    def analyze(self, article: Article) -> Analysis:
        """Everything that needs no translation."""
        page = read_page(article, self.settings)  # what each line is, and the sentences with their words
        return Analysis.of(article, page, self.matcher.find(article.text, page.segments))

    def reports(self, analyses: Sequence[Analysis], on_progress: OnProgress | None = None) -> list[Report]:
        """The reports of many articles, translated together: a model is fast when it gets many sentences at once.

        Args:
            analyses: what `analyze` gave.
            on_progress: see `Translator.translate`.

        Raises:
            EngineError: the translation engine failed.
        """
        translations: Sequence[tuple[Translation, ...]] = [()] * len(analyses)
        if self.translator:
            jobs = [Job(one.page.segments, one.mentions) for one in analyses]
            translations = self.translator.translate(jobs, on_progress)
        return [self._report(*pair) for pair in zip(analyses, translations, strict=True)]

    def check_translation(self, source: Article, target: Article) -> PairReport:
        """A text and its translation by somebody, each processed, and then checked side by side.

        Raises:
            EngineError: the pipeline has a translator, and its engine failed.
        """
        if source.id == target.id:
            target = replace(target, id=f"{target.id}~2")  # as two files of one name are called in one run
        first, second = self.reports([self.analyze(source), self.analyze(target)])
        return check_documents(first, second, self.house.ignored)

    def check_unit(self, unit: Unit, file: str) -> UnitReport:
        """A text and its translation out of a translation memory (TMX, XLIFF), checked side by side.

        Args:
            unit: see `jaen.translation.memory.exchange.read_bilingual`.
            file: that it stands in.
        """
        return check_unit(unit, file, self.matcher, self.settings, self.house.ignored)

    def _report(self, analysis: Analysis, translations: tuple[Translation, ...]) -> Report:
        article, page, mentions = analysis.article, analysis.page, analysis.mentions
        language = _main_language(page.segments)
        found = check(self._subject(analysis))
        if self.translator:
            whole = Passage(article, language, page.segments, mentions)
            settings = replace(self.settings, date=page.day)
            found += check_translations(whole, translations, self.translator.language, self.matcher, settings)
        return Report(
            article=article,
            language=language,
            metadata=page.metadata,
            blocks=page.blocks,
            segments=page.segments,
            exchanges=pair_exchanges(page.segments, page.blocks),
            mentions=mentions,
            translations=translations,
            glosses=gloss(page.segments, mentions),
            findings=mark_ignored((*article.notes, *found), article, self.house.ignored),
            provenance=self._provenance(page),
        )

    def _subject(self, analysis: Analysis) -> Subject:
        page = analysis.page
        return Subject(
            article=analysis.article,
            blocks=page.blocks,
            segments=page.segments,
            mentions=analysis.mentions,
            day=page.day,
            has_machine_summary=page.has_machine_summary,
            glossary=self.glossary,
            house=self.house,
        )

    @cached_property
    def fingerprint(self) -> Mapping[str, Any]:
        """What every report of this pipeline depends on, whatever the article."""
        return {
            "jaen": version("jaen"),
            "dictionary": dictionary_version(),
            "langdetect": version("langdetect"),
            "glossary": {"name": self.glossary.name, "sha256": self.glossary.hash} if self.glossary else None,
            "house": self.house.hash,
            "settings": {
                "profile": self.settings.profile,
                "wrapping": self.settings.wrapping,
                "date": self.settings.date.isoformat() if self.settings.date else None,
            },
            "translation": _translation(self.translator) if self.translator else None,
        }

    def _provenance(self, page: Page) -> Mapping[str, Any]:
        """What this report depends on; no clock and no machine name, so that two runs can be compared."""
        wrapping = {"value": page.layout.wrapping, "reason": page.layout.reason}
        own = {"wrapping": wrapping, "article_date": page.day.isoformat() if page.day else None}
        return {**self.fingerprint, **own}


def _translation(translator: Translator) -> Mapping[str, Any]:
    """What translates; of a third language, which is not opened before an article has it, each translation tells."""
    source = SOURCE_OF[translator.language]
    return {
        "to": translator.language,
        "engine": translator.engine.name,
        "model": translator.model(source).identity,
        "options": translator.options,
    }


_STORY = (Role.TITLE, Role.BODY, Role.QUESTION, Role.LIST_ITEM)


def _main_language(segments: Sequence[Segment]) -> str:
    """The language most of the story's characters are in; a machine summary does not count as the story.

    A Japanese character says about as much as two Latin letters, and is counted so.
    """
    weight: dict[str, int] = {}
    for segment in segments:
        if segment.content and segment.role in _STORY and segment.language != "und":
            each = 2 if segment.language in ("ja", "zh", "ko") else 1
            weight[segment.language] = weight.get(segment.language, 0) + each * segment.span.length
    return max(weight, key=lambda language: (weight[language], language), default="und")
