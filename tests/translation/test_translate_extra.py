"""The extra `translate` installs argostranslate, which brings torch, stanza and spaCy; jaen must not load them."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

pytestmark = pytest.mark.skipif(find_spec("argostranslate") is None, reason="the extra 'translate' is not installed")

HEAVY = {"torch", "stanza", "spacy", "argostranslate", "ctranslate2", "sentencepiece"}


def test_processing_loads_no_translation_library():
    """With the extra installed, processing an article loads none of its libraries."""
    code = "import sys, jaen; jaen.Pipeline()(jaen.read('政府は18日、対策を発表した。')); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())
