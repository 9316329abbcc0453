"""What `import jaen` offers, and what it costs."""

import subprocess
import sys

import pytest

import jaen

HEAVY = (
    "fugashi", "unidic_lite", "langdetect", "charset_normalizer", "trafilatura", "lxml", "yaml", "daachorse", "regex",
    "torch", "stanza", "spacy", "argostranslate", "ctranslate2", "click", "numpy",
    "pyarrow", "openpyxl",
)  # fmt: skip

WATCH = """
import sys
seen = []
def watch(event, args):
    if event.startswith("socket.") or (event == "open" and isinstance(args[1], str) and set(args[1]) & set("wxa+")):
        seen.append((event, str(args[0])))
    if event in ("os.mkdir", "os.remove", "os.rename"):
        seen.append((event, str(args[0])))
sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""


def in_fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", WATCH + code], capture_output=True, text=True, check=True)
    return done.stdout


def test_names_are_sorted_and_real():
    """`jaen.__all__` is sorted, complete, and every name in it exists."""
    assert jaen.__all__ == sorted(jaen.__all__)
    assert dir(jaen) == jaen.__all__
    assert all(getattr(jaen, name) is not None for name in jaen.__all__)


def test_unknown_name_is_an_attribute_error():
    """A name that jaen does not have is refused as Python refuses it."""
    with pytest.raises(AttributeError, match="no attribute 'translate_everything'"):
        _ = jaen.translate_everything


def test_import_is_cheap_and_touches_nothing():
    """`import jaen` loads no heavy library, writes no file and opens no socket."""
    out = in_fresh_python("import jaen; print(seen); print(*sys.modules)")
    seen, modules = out.splitlines()
    assert seen == "[]"
    assert not set(modules.split()) & set(HEAVY)


def test_help_is_cheap_and_touches_nothing():
    """`jaen --help` loads nothing but click, writes no file and opens no socket."""
    out = in_fresh_python("from jaen.cli import run; run(['--help']); print(seen); print(*sys.modules)")
    seen, modules = out.splitlines()[-2:]
    assert seen == "[]"
    assert not set(modules.split()) & (set(HEAVY) - {"click"})
