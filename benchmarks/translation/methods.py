"""Ways of translating sentences with required terms. Heavy libraries are imported by the method that needs them."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from benchmarks.translation.sets import Item, sentence
from jaen.translation.engines import Decoding, EngineChoice, Hypothesis, Model, Pair, Request, SteeredModel, open_engine
from jaen.translation.ladder import Ladder
from jaen.translation.ladder.calibration import calibrate
from jaen.translation.ladder.candidate import Candidate, Case, make
from jaen.translation.ladder.carriers import carried
from jaen.translation.ladder.forcing import forced
from jaen.translation.ladder.ladder import ATTEMPTS, BEST, CARRIED
from jaen.translation.ladder.ranking import chosen
from jaen.translation.ladder.splicing import spliced
from jaen.translation.sentence import Rendering, Sentence

__all__ = ["METHODS", "Made", "run"]

WARM = "今日はいい天気です。"
SHAPES = {"X1": "X{}", "XA": "X{letter}X", "<t1>": "<t{}>", "__1__": "__{}__", "[1]": "[{}]"}

Render = Callable[[Sequence[Item]], list[Rendering]]


@dataclass(frozen=True, slots=True)
class Made:
    """Translations of a set.

    Attributes:
        outputs: one for each item.
        rungs: of each item, by which rung each term that is met came in; empty lists for a method that has none.
        wall, cpu: seconds, without loading the model.
    """

    outputs: list[str]
    rungs: list[list[str]]
    wall: float
    cpu: float


def run(method: str, items: Sequence[Item], rounds: int) -> Made:
    """Translate a set, the time being the best of *rounds*.

    Raises:
        ImportError: a library that the method needs is not installed.
    """
    render = METHODS[method]()
    render([Item(WARM, "", (), "tune")])
    times = []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        renderings = render(items)
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    rungs = [[str(placed.rung) for placed in rendering.placed if placed] for rendering in renderings]
    return Made([rendering.text for rendering in renderings], rungs, *min(times))


def argostranslate() -> Render:
    """Argos Translate's own API, sentence by sentence, with the same package."""
    from argostranslate.translate import translate

    return lambda items: [_text(translate(item.source, "ja", "en")) for item in items]


def without_glossary() -> Render:
    """The best hypothesis of jaen's engine."""
    return lambda items: [_text(text) for text in _plain(_model(), [item.source for item in items])]


def inline() -> Render:
    """The English term written into the Japanese source."""
    return lambda items: [
        _text(text) for text in _plain(_model(), [_written(i, [t.write for t in i.terms]) for i in items])
    ]


def placeholder(shape: str) -> Render:
    """A placeholder written into the source, and exchanged for the term wherever it comes out."""

    def render(items: Sequence[Item]) -> list[Rendering]:
        marks = [shape.format(n, letter="ABC"[n]) for n in range(3)]
        made = _plain(_model(), [_written(item, marks) for item in items])
        return [_text(_filled(text, marks, item)) for text, item in zip(made, items, strict=True)]

    return render


def rung_alone(name: str) -> Render:
    """One rung of the ladder for every term that the best plain translation lacks, ranked as in the ladder."""

    def render(items: Sequence[Item]) -> list[Rendering]:
        model = _model()
        sentences = [sentence(item) for item in items]
        made = model.translate([Request(one.text) for one in sentences], Decoding(best=BEST))
        first = [_candidate(one, found[0]) for one, found in zip(sentences, made, strict=True)]
        pools = [[candidate] for candidate in first]
        waiting = [number for number, candidate in enumerate(first) if candidate.missing]
        cases = [Case(sentences[number], first[number], is_spaced=True) for number in waiting]
        for number, candidates in zip(waiting, _rung(name, model, cases), strict=True):
            pools[number] += candidates
        return [Rendering(best.text, best.placed) for best in chosen(model, sentences, pools)]

    return render


def ladder() -> Render:
    """Every rung, as `jaen translate` climbs them."""
    whole = Ladder(_model())
    _ = whole.calibration  # done once for a model, and kept
    return lambda items: whole.render([sentence(item) for item in items], Decoding())


def _rung(name: str, model: Model, cases: Sequence[Case]) -> list[list[Candidate]]:
    assert isinstance(model, SteeredModel)
    match name:
        case "splice":
            return spliced(model, cases)
        case "carrier":
            return carried(model, cases, calibrate(model).carriers, ATTEMPTS, Decoding(best=CARRIED))
        case _:
            return forced(model, cases, Decoding())


def _candidate(of: Sentence, hypothesis: Hypothesis) -> Candidate:
    return make(of, hypothesis.text, Pair(of.text, hypothesis.text), hypothesis.score, {})


@cache
def _model() -> Model:
    return open_engine(EngineChoice()).open("ja", "en")


def _plain(model: Model, texts: Sequence[str]) -> list[str]:
    made = model.translate([Request(text) for text in texts], Decoding())
    return [hypotheses[0].text if hypotheses else "" for hypotheses in made]


def _text(text: str) -> Rendering:
    return Rendering(text, ())


def _written(item: Item, words: Sequence[str]) -> str:
    """The source with words in the places of its terms."""
    text = item.source
    for term, word in reversed(list(zip(item.terms, words, strict=False))):
        text = text[: term.source.start] + word + text[term.source.end :]
    return text


def _filled(text: str, marks: Sequence[str], item: Item) -> str:
    """The translation with the terms wherever their placeholders came out, in whatever case and spacing."""
    for mark, term in zip(marks, item.terms, strict=False):
        loose = r"\s*".join(re.escape(character) for character in mark)
        text = re.sub(rf"(?<!\w){loose}(?!\w)", lambda _, write=term.write: write, text, flags=re.IGNORECASE)
    return text


METHODS: dict[str, Callable[[], Render]] = {
    "argostranslate": argostranslate,
    "plain": without_glossary,
    "inline": inline,
    **{f"placeholder {name}": partial(placeholder, shape) for name, shape in SHAPES.items()},
    "splice": partial(rung_alone, "splice"),
    "carrier": partial(rung_alone, "carrier"),
    "forced": partial(rung_alone, "forced"),
    "ladder": ladder,
}
