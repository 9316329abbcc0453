"""What a model can be trusted with: which carriers come through it, and whether it copies Latin words.

Each carrier is translated in a few plain sentences, once for every model; what came of it is kept in the cache folder
under the model's identity.
"""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jaen.files.atomic import write_whole
from jaen.folders import cache_folder
from jaen.translation.engines import Decoding, Model, Request, SteeredModel
from jaen.translation.ladder.carriers import Carrier, carriers, find_carrier
from jaen.translation.requirements import Kind

__all__ = ["Calibration", "calibrate"]

FRAMES = {
    "ja": (
        "{}はとても大きい。", "私は{}が好きだ。", "彼は{}について話した。", "{}の問題は難しい。",
        "これは新しい{}です。", "彼女は{}を見た。", "昨日、{}に行った。", "彼は{}と話した。",
    ),
    "en": (
        "{} is very big.", "I like {}.", "He talked about {}.", "The problem of {} is difficult.",
        "This is new {}.", "She saw {}.", "Yesterday I went to {}.", "He spoke to {}.",
    ),
}  # fmt: skip
# No word of any language: a model that writes them has copied them.
INLINE = ("Zeltrak", "Quorvex Systems", "Brimholt", "National Vexley Office", "Tarquel", "Dromund")
TRUSTED = 0.85  # share of the frames


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a model can be trusted with.

    Attributes:
        carriers: those that it renders one to one.
        copies: True when it copies Latin words of the source.
    """

    carriers: tuple[Carrier, ...]
    copies: bool


def calibrate(model: Model) -> Calibration:
    """Find out about *model*, or remember.

    A server is not asked some 400 sentences for this: all carriers are tried with it, and so are Latin words; what does
    not come through is seen in each translation anyway.
    """
    known = carriers(model.source, model.target)
    if not isinstance(model, SteeredModel) or model.source not in FRAMES:
        return Calibration(known, copies=True)
    frames = FRAMES[model.source]
    path = _path(repr((model.identity, known, frames, INLINE, TRUSTED, Decoding())))
    kept = _read(path)
    if kept is None:
        latin = [Carrier(Kind.NAME, word, word) for word in INLINE]
        shares = dict(zip((*known, *latin), _shares(model, (*known, *latin), frames), strict=True))
        copies = sum(shares[word] for word in latin) / len(latin) >= TRUSTED
        kept = [carrier.source for carrier in known if shares[carrier] >= TRUSTED], copies
        _write(path, kept)
    names, copies = kept
    return Calibration(tuple(carrier for carrier in known if carrier.source in names), copies)


def _shares(model: Model, words: Sequence[Carrier], frames: Sequence[str]) -> list[float]:
    """For each carrier, in how many of the frames it comes out exactly once."""
    requests = [Request(frame.format(word.source)) for word in words for frame in frames]
    made = iter(model.translate(requests, Decoding()))
    shares = []
    for word in words:
        texts = [hypotheses[0].text if (hypotheses := next(made)) else "" for _ in frames]
        shares.append(sum(len(find_carrier(word, text, model.target)) == 1 for text in texts) / len(frames))
    return shares


def _path(what: str) -> Path | None:
    """The file for a model, named by all that decides."""
    folder = cache_folder()
    return (
        folder / f"calibration-{sha256(what.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"
        if folder
        else None
    )


def _read(path: Path | None) -> tuple[list[str], bool] | None:
    """What was kept; a file that is missing or damaged is as good as none."""
    if path is None:
        return None
    try:
        data = json.loads(path.read_text("utf-8"))
        return list(map(str, data["carriers"])), bool(data["copies"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _write(path: Path | None, kept: tuple[list[str], bool]) -> None:
    """Keep it for the next time; a folder that can't be written is no error, only slower."""
    if path is None:
        return
    names, copies = kept
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, json.dumps({"carriers": names, "copies": copies}, ensure_ascii=False).encode("utf-8"))
