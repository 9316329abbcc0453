"""What a package says about itself, and which files belong to one."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from jaen.errors import PackageError

__all__ = ["Metadata", "check_metadata", "missing_files", "read_metadata"]

_TEXTS = (
    "package_version",
    "argos_version",
    "from_code",
    "from_name",
    "to_code",
    "to_name",
    "code",
    "type",
    "target_prefix",
)
_LISTS = ("links", "languages", "dependencies", "from_codes", "to_codes", "source_languages", "target_languages")
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")  # ja, pt-BR, zh-Hant
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The part of a package's `metadata.json` (or of an entry of the index) that jaen goes by.

    Attributes:
        source, target: BCP 47 tags.
        version: of the package, as it is written.
        target_prefix: a piece that every translation of the model begins with, and that is no part of it; mostly "".
        links: where it can be had; only the index says that.
    """

    source: str
    target: str
    version: str
    target_prefix: str = ""
    links: tuple[str, ...] = ()


def read_metadata(data: bytes) -> Metadata:
    """Check the content of a `metadata.json`.

    Raises:
        PackageError: it is no JSON, has values of wrong types, or is of something that does not translate.

    >>> read_metadata(b'{"from_code": "ja", "to_code": "en", "package_version": "1.1"}')
    Metadata(source='ja', target='en', version='1.1', target_prefix='', links=())
    """
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PackageError(f"metadata.json is not JSON ({error})") from error
    return check_metadata(values)


def check_metadata(values: object) -> Metadata:
    """As `read_metadata`, of what was read already."""
    if not isinstance(values, dict):
        raise PackageError("metadata.json is not a JSON object")
    _check_types(values)
    type_ = values.get("type") or "translate"
    if type_ != "translate":
        raise PackageError(f"is of the type {_shown(type_)}; only packages that translate can be used")
    for key in ("from_code", "to_code", "package_version"):
        if not values.get(key):
            raise PackageError(f"metadata.json has no {key}")
    source, target, version = values["from_code"], values["to_code"], values["package_version"]
    for code in (source, target):
        if not _CODE.fullmatch(code):
            raise PackageError(f"metadata.json names a language by no code of one: {_shown(code)}; ja or pt-BR is one")
    if not _VERSION.fullmatch(version):
        raise PackageError(f"package_version in metadata.json is not a version: {_shown(version)}")
    if source.lower() == target.lower():
        raise PackageError(f"metadata.json names one language for both sides: {source}")
    links = tuple(link for link in values.get("links") or () if isinstance(link, str))
    prefix = values.get("target_prefix") or ""
    return Metadata(source=source, target=target, version=version, target_prefix=prefix, links=links)


def _check_types(values: dict[str, Any]) -> None:
    """Texts where texts belong, lists where lists do; argostranslate takes what is absent or null for empty."""
    for keys, wanted, noun in ((_TEXTS, str, "text"), (_LISTS, list, "list")):
        for key in keys:
            value = values.get(key)
            if value is not None and not isinstance(value, wanted):
                raise PackageError(f"{key} in metadata.json is not a {noun}: {_shown(value)}")


def missing_files(names: Collection[str]) -> str | None:
    """What a package with files of these names lacks to be used, in words; None when it is complete.

    >>> missing_files({"metadata.json", "sentencepiece.model", "model/model.bin", "model/shared_vocabulary.txt"})
    >>> missing_files({"metadata.json", "model/model.bin"})
    'there is no sentencepiece.model (nor bpe.model)'
    """
    if "metadata.json" not in names:
        return "there is no metadata.json"
    if "model/model.bin" not in names:
        return "there is no model/model.bin"
    if not {"sentencepiece.model", "bpe.model"} & set(names):
        return "there is no sentencepiece.model (nor bpe.model)"

    def has(vocabulary: str) -> bool:
        return any(f"model/{vocabulary}_vocabulary.{suffix}" in names for suffix in ("json", "txt"))

    if not has("shared") and not (has("source") and has("target")):
        return "there is no vocabulary in model/ (shared_vocabulary.json or the like)"
    return None


def _shown(value: object) -> str:
    """A value in a message: short, and no control character reaches a terminal."""
    text = ascii(value) if not isinstance(value, str) or not value.isprintable() else repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
