"""Speed and memory of Japanese tokens, jaen beside its peers in one run: `python benchmarks/tokens.py`.

Each row makes the same things of every sentence of UD_Japanese-GSD dev: surface, place, lemma, dictionary spelling,
reading, part of speech. `ratio` is the median, over rounds in shuffled order, of how many times faster than
fugashi's `.feature` with the same values it was in the same round (CPU time). Also: agreement of the universal parts of
speech with the treebank where both cut alike, and memory before and after a million distinct words.
"""

import gc
import importlib
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from jaen.model import Span, Token
from jaen.words.tokens import tokenize_ja

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "ud"
ROUNDS = 9
Work = Callable[[Sequence[str]], None]


def ours(sentences: Sequence[str]) -> None:
    """`tokenize_ja`."""
    for sentence in sentences:
        tokenize_ja(sentence)


def feature_values() -> Work:
    """Fugashi's nodes and `.feature`, made into the same values."""
    tagger = importlib.import_module("fugashi").Tagger()

    def work(sentences: Sequence[str]) -> None:
        for sentence in sentences:
            at = 0
            tokens = []
            for node in tagger(sentence):
                at = sentence.index(node.surface, at)
                end = at + len(node.surface)
                f = node.feature
                xpos = "-".join(part for part in (f.pos1, f.pos2, f.pos3, f.pos4) if part != "*")
                tokens.append(
                    Token(Span(at, end), node.surface, f.lemma, f.orthBase, f.kana, f.pos1, xpos, bool(node.is_unk))
                )
                at = end

    return work


def feature_tuples() -> Work:
    """Fugashi's nodes and `.feature`, the fields in a plain tuple, parts of speech not joined."""
    tagger = importlib.import_module("fugashi").Tagger()

    def work(sentences: Sequence[str]) -> None:
        for sentence in sentences:
            at = 0
            tokens = []
            for node in tagger(sentence):
                at = sentence.index(node.surface, at)
                end = at + len(node.surface)
                f = node.feature
                tokens.append((at, end, node.surface, f.lemma, f.orthBase, f.kana, f.pos1, f.pos2, node.is_unk))
                at = end

    return work


def sudachi() -> Work:
    """sudachipy, mode A, small dictionary."""
    dictionary = importlib.import_module("sudachipy").Dictionary(dict="small").tokenizer()

    def work(sentences: Sequence[str]) -> None:
        for sentence in sentences:
            for m in dictionary.tokenize(sentence):
                _ = (m.begin(), m.end(), m.surface(), m.normalized_form(), m.dictionary_form(), m.reading_form())
                _ = m.part_of_speech()

    return work


def janome() -> Work:
    """Janome with its own dictionary, on a tenth of the sentences."""
    tokenizer = importlib.import_module("janome.tokenizer").Tokenizer()

    def work(sentences: Sequence[str]) -> None:
        for sentence in sentences[::10]:
            for token in tokenizer.tokenize(sentence):
                _ = (token.surface, token.base_form, token.reading, token.part_of_speech)

    return work


PEERS: dict[str, tuple[Callable[[], Work], int]] = {
    "jaen tokenize_ja": (lambda: ours, 1),
    "fugashi .feature, same values": (feature_values, 1),
    "fugashi .feature, plain tuples": (feature_tuples, 1),
    "sudachipy small A": (sudachi, 1),
    "janome": (janome, 10),
}


def speed(sentences: Sequence[str]) -> None:
    """Print the table of speeds."""
    works: dict[str, Work] = {}
    for name, (make, _) in PEERS.items():
        try:
            works[name] = make()
        except ModuleNotFoundError:
            print(f"{name:<34}not installed")
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work(sentences[:50])
    gc.collect()
    gc.freeze()  # the peers' dictionaries are no garbage; without this every row pays for looking through all of them
    for _ in range(ROUNDS):
        for name in random.sample(list(works), len(works)):
            begin = time.process_time()
            works[name](sentences)
            seconds[name].append((time.process_time() - begin) * PEERS[name][1])
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    base = seconds["fugashi .feature, same values"]
    for name, taken in seconds.items():
        ratio = statistics.median(b / t for b, t in zip(base, taken, strict=True))
        print(f"{name:<34}{size / statistics.median(taken):>8.2f} MB/s{ratio:>8.2f} x")


def parts_of_speech(conllu: str) -> None:
    """Print how often our universal part of speech is the treebank's."""
    alike = same = 0
    for block in conllu.strip().split("\n\n"):
        rows = [row for line in block.split("\n") if (row := line.split("\t"))[0].isdigit()]
        sentence = next(line for line in block.split("\n") if line.startswith("# text = ")).removeprefix("# text = ")
        place, gold = 0, {}
        for row in rows:
            place = sentence.index(row[1], place)
            gold[place, place + len(row[1])] = row[3]
            place += len(row[1])
        for token in tokenize_ja(sentence):
            upos = gold.get((token.span.start, token.span.end))
            alike += upos is not None
            same += upos == token.upos
    print(
        f"\nuniversal part of speech as in UD_Japanese-GSD dev: {same} of {alike} words cut alike = {same / alike:.4f}"
    )


def memory() -> None:
    """Print memory before and after a million distinct words."""
    syllables = [a + b for a in "カキクケコサシスセソ" for b in "タチツテトナニヌネノ"]

    def resident() -> float:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6

    tokenize_ja("東京")
    before = resident()
    for number in range(100_000):
        words = (f"{syllables[number % 100]}{syllables[number // 100 % 100]}{number}x{tail}" for tail in range(10))
        tokenize_ja("、".join(words))
    print(f"resident memory: {before:.0f} MB, after 1,000,000 distinct words {resident():.0f} MB")


def main() -> None:
    """Print everything."""
    sentences = (DATA / "ja-ja_gsd-dev.sentences.txt").read_text(encoding="utf-8").splitlines()
    speed(sentences)
    parts_of_speech((DATA / "ja_gsd-ud-dev.conllu").read_text(encoding="utf-8"))
    memory()


if __name__ == "__main__":
    main()
