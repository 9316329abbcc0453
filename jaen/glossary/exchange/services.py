"""Term files of translation services: DeepL, Google Cloud Translation, Amazon Translate, Azure Document Translation.

All take pairs in one direction. Terms hold no tab or line break (the glossary's reader sees to that), so that
tab-separated files need no quoting.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from jaen.glossary.exchange.pair_files import read_pairs
from jaen.glossary.exchange.pairs import Limits, make_pairs, other_language
from jaen.glossary.exchange.values import Exported, Format
from jaen.model import Concept

__all__ = ["AMAZON", "AZURE", "DEEPL", "GOOGLE", "write_amazon", "write_azure", "write_deepl", "write_google"]

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Service:
    """What a service's file looks like."""

    limits: Limits
    delimiter: str = "\t"
    has_header: bool = False


# DeepL API, glossaries: 10 MiB a glossary, 1,024 bytes a phrase, each source once.
_DEEPL = _Service(Limits(phrase=1024, file=10 * _MEBI))
# Google Cloud Translation, unidirectional glossaries: two columns, no header; 10.4 million bytes, 1,024 a term.
_GOOGLE = _Service(Limits(phrase=1024, file=10_400_000))
# Amazon Translate, custom terminology: a header of language codes; 10 MB a file, 200 bytes a term; case counts.
_AMAZON = _Service(Limits(phrase=200, file=10_000_000), delimiter=",", has_header=True)
# Azure Document Translation: pairs, one target for a source; the service names no limits of its own.
_AZURE = _Service(Limits(phrase=1024, file=10 * _MEBI))


def write_deepl(concepts: Sequence[Concept], target: str) -> Exported:
    """Tab-separated pairs for DeepL's glossaries."""
    return _write(_DEEPL, concepts, target)


def write_google(concepts: Sequence[Concept], target: str) -> Exported:
    """Tab-separated pairs for a unidirectional glossary of Google Cloud Translation."""
    return _write(_GOOGLE, concepts, target)


def write_amazon(concepts: Sequence[Concept], target: str) -> Exported:
    """A CSV file with a header of language codes for Amazon Translate."""
    return _write(_AMAZON, concepts, target)


def write_azure(concepts: Sequence[Concept], target: str) -> Exported:
    """Tab-separated pairs for Azure Document Translation."""
    return _write(_AZURE, concepts, target)


def _write(service: _Service, concepts: Sequence[Concept], target: str) -> Exported:
    found = make_pairs(concepts, target, service.limits)
    header = [(other_language(target), target)] if service.has_header else []
    rows = [*header, *((pair.source, pair.target) for pair in found.pairs)]
    out = io.StringIO(newline="")
    if service.delimiter == ",":
        csv.writer(out, lineterminator="\n").writerows(rows)
    else:
        out.writelines(f"{source}\t{goal}\n" for source, goal in rows)
    return Exported(out.getvalue().encode(), found.losses)


_CARRIES = "pairs of terms in one direction: every source term, the preferred target term"
DEEPL = Format("deepl", "DeepL glossary (tab-separated pairs)", _CARRIES, (".tsv",), read_pairs, None, write_deepl)
GOOGLE = Format("google", "Google Cloud Translation glossary", _CARRIES, (".tsv",), read_pairs, None, write_google)
AMAZON = Format("amazon", "Amazon Translate custom terminology", _CARRIES, (".csv",), read_pairs, None, write_amazon)
AZURE = Format("azure", "Azure Document Translation glossary", _CARRIES, (".tsv",), read_pairs, None, write_azure)
