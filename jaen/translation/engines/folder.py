"""The engine `ctranslate2`: any model that was converted for CTranslate2, in a folder of the user's.

A folder holds `model.bin` with its vocabulary, and the SentencePiece models of the original: `source.spm` and
`target.spm` (OPUS-MT), or one for both languages (NLLB, M2M100). The converter copies them with `--copy_files`.
"""

from hashlib import file_digest, sha256
from pathlib import Path

from jaen.errors import ConfigError, EngineUnavailable, PackageError
from jaen.translation.engines.converted import target_vocabulary
from jaen.translation.engines.engine import Model
from jaen.translation.engines.local import LocalModel, ModelFiles

__all__ = ["FolderEngine"]

# NLLB's names (FLORES-200) of the languages that jaen tells apart in news; M2M100 has __ja__ for ja.
FLORES = {
    "ar": "arb_Arab", "de": "deu_Latn", "en": "eng_Latn", "es": "spa_Latn", "fr": "fra_Latn", "id": "ind_Latn",
    "it": "ita_Latn", "ja": "jpn_Jpan", "ko": "kor_Hang", "nl": "nld_Latn", "pl": "pol_Latn", "pt": "por_Latn",
    "ru": "rus_Cyrl", "th": "tha_Thai", "tr": "tur_Latn", "uk": "ukr_Cyrl", "vi": "vie_Latn", "zh": "zho_Hans",
}  # fmt: skip
# A model without language tokens does not say what it translates; jaen's two languages are taken for it.
EITHER_WAY = frozenset({("ja", "en"), ("en", "ja")})


class FolderEngine:
    """One converted model.

    Args:
        folder: its path.

    Raises:
        ConfigError: no folder is named, or there is none of that name.
        PackageError: something is missing in it.
    """

    name = "ctranslate2"

    def __init__(self, folder: str | None) -> None:
        if not folder:
            raise ConfigError(
                "the engine ctranslate2 needs the folder of a converted model; give it with --model, e.g. --model ./opus-ja-en"
            )
        self._folder = Path(folder)
        if not self._folder.is_dir():
            raise ConfigError(f"--model {folder}: there is no such folder; give that of a converted model")
        if not (self._folder / "model.bin").is_file():
            raise PackageError(
                f"{self._folder}: has no model.bin; convert a model with ct2-transformers-converter or ct2-opus-mt-converter"
            )
        self._source, self._target = _pieces(self._folder)
        self._tokens = _language_tokens(target_vocabulary(self._folder))

    def languages(self) -> frozenset[tuple[str, str]]:
        """All pairs of languages that the model has tokens for; Japanese and English either way where it has none."""
        if not self._tokens:
            return EITHER_WAY
        return frozenset((one, other) for one in self._tokens for other in self._tokens if one != other)

    def open(self, source: str, target: str) -> Model:
        """The model for a pair of languages.

        Raises:
            EngineUnavailable: it has no token for one of them, or a library is missing.
            PackageError: a file is damaged.
        """
        if (source, target) not in self.languages():
            known = ", ".join(sorted(self._tokens or ("en", "ja")))
            raise EngineUnavailable(
                f"{self._folder}: the model does not translate {source} to {target}; it knows {known};"
                " give another with --model"
            )
        files = ModelFiles(
            weights=self._folder,
            source=self._source,
            target=self._target,
            source_before=(self._tokens[source],) if self._tokens else (),
            target_before=(self._tokens[target],) if self._tokens else (),
        )
        return LocalModel(files, self.name, self._identity(source, target), (source, target))

    def _identity(self, source: str, target: str) -> str:
        """The folder's name, the pair, and a hash of the weights and of what cuts texts into pieces."""
        whole = sha256()
        for path in (self._folder / "model.bin", self._source, self._target):
            try:
                with path.open("rb") as file:
                    whole.update(file_digest(file, "sha256").digest())
            except OSError as error:
                raise PackageError(f"{path}: can't be read: {error.strerror}") from error
        return f"{self._folder.resolve().name} {source}-{target} sha256:{whole.hexdigest()[:16]}"


def _pieces(folder: Path) -> tuple[Path, Path]:
    """The SentencePiece models of the source's and of the target's language."""
    source, target = folder / "source.spm", folder / "target.spm"
    if source.is_file() and target.is_file():
        return source, target
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix in (".model", ".spm"))
    except OSError as error:
        raise PackageError(f"{folder}: can't be read: {error.strerror}") from error
    if len(found) == 1 and found[0] not in (source, target):
        return found[0], found[0]
    has = f"has only {', '.join(path.name for path in found)}" if found else "has no SentencePiece model"
    raise PackageError(
        f"{folder}: {has}; copy source.spm and target.spm, or the one sentencepiece.model, of the original model into it"
    )


def _language_tokens(vocabulary: frozenset[str]) -> dict[str, str]:
    """Of the languages that jaen may meet, those that the model has a token for, with it; empty for a model of one pair.

    >>> _language_tokens(frozenset(["jpn_Jpan", "eng_Latn", "▁a"]))
    {'en': 'eng_Latn', 'ja': 'jpn_Jpan'}
    >>> _language_tokens(frozenset(["__en__", "__ja__", "▁a"]))
    {'en': '__en__', 'ja': '__ja__'}
    """
    for tokens in (FLORES, {code: f"__{code}__" for code in FLORES}):
        if known := {code: token for code, token in tokens.items() if token in vocabulary}:
            return known
    return {}
