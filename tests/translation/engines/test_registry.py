"""Engines by name."""

import pytest

from jaen.errors import ConfigError, EngineUnavailable
from jaen.translation.engines import Decoding, EngineChoice, Request, open_engine

ENGINE = """
class Shouting:
    name = "shouting"
    def __init__(self, choice): self.choice = choice
    def languages(self): return {(self.choice.model, self.choice.url)}
    def open(self, source, target): raise NotImplementedError

def picky(choice):
    raise ValueError("no license key")

class OfNoUsualClass(Exception): pass

def odd(choice):
    raise OfNoUsualClass("two\\nlines")

def leaving(choice):
    raise SystemExit(7)

def nothing(choice):
    return 3
"""


@pytest.fixture
def add(tmp_path, monkeypatch):
    """Installs a package with entry points: name → value."""

    def add(package="shouting", **points):
        (tmp_path / f"{package}.py").write_text(ENGINE)
        info = tmp_path / f"{package}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[jaen.engines]\n{lines}")
        monkeypatch.syspath_prepend(str(tmp_path))

    return add


def test_echo():
    """The echo gives each text back, from any language to any."""
    engine = open_engine(EngineChoice(name="echo"))
    assert engine.languages() is None
    [[hypothesis], [other]] = engine.open("ja", "en").translate([Request("犬"), Request("")], Decoding(best=3))
    assert (hypothesis.text, other.text) == ("犬", "")


@pytest.mark.parametrize("name", ["argos", "echo", "libretranslate", "openai"])
def test_every_engine_has_its_name(name):
    """An engine is found under the name that it bears; opening it sends nothing."""
    given = {
        "libretranslate": {"url": "http://localhost:5000"},
        "openai": {"url": "http://localhost:1/v1", "model": "m"},
    }
    assert open_engine(EngineChoice(name=name, **given.get(name, {}))).name == name


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (EngineChoice(url="http://localhost:5000"), "the engine argos takes no --url, only: --via"),
        (EngineChoice(model="/tmp"), "the engine argos takes no --model, only: --via"),
        (EngineChoice(name="ctranslate2", model=".", via="en"), "the engine ctranslate2 takes no --via, only: --model"),
        (EngineChoice(name="echo", via="en"), "the engine echo takes no --via"),
        (EngineChoice(name="openai", via="en"), "the engine openai takes no --via, only: --model, --url"),
        (EngineChoice(name="libretranslate", url="http://a", model="b"), "the engine libretranslate takes no --model"),
    ],
)
def test_what_an_engine_does_not_read_is_refused(choice, message):
    """An option that would be passed over in silence is an error."""
    with pytest.raises(ConfigError, match=f"^{message}"):
        open_engine(choice)


def test_unknown_name():
    """The message names the nearest engine, and all."""
    with pytest.raises(
        ConfigError, match=r"no engine 'argoss'; did you mean 'argos'\? the engines are: argos, ctranslate2,"
    ):
        open_engine(EngineChoice(name="argoss"))
    with pytest.raises(ConfigError, match="no engine '漢字'; the engines are: argos, "):
        open_engine(EngineChoice(name="漢字"))


def test_engines_of_others(add):
    """Another package's engine is opened by its entry point and gets the whole choice."""
    add(shouting="shouting:Shouting")
    engine = open_engine(EngineChoice(name="shouting", url="http://localhost", model="m"))
    assert engine.name == "shouting"
    assert engine.languages() == {("m", "http://localhost")}
    with pytest.raises(ConfigError, match="did you mean 'shouting'"):
        open_engine(EngineChoice(name="shuting"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("shouting:Missing", "AttributeError"),
        ("not_there_at_all:Engine", "ModuleNotFoundError: No module named 'not_there_at_all'"),
        ("shouting:picky", "ValueError: no license key"),
        ("shouting:odd", "OfNoUsualClass: two lines"),
        ("shouting:leaving", "SystemExit: 7"),
        ("shouting:nothing", r"it has no open\(\) and languages\(\)"),
    ],
)
def test_a_broken_engine_of_others(add, value, message):
    """Whatever is wrong with it, one message says which engine, where from and what."""
    add(broken=value)
    with pytest.raises(
        EngineUnavailable, match=rf"the engine broken \({value}\) can't be used: {message}.*; ask whoever"
    ):
        open_engine(EngineChoice(name="broken"))


def test_jaens_own_engines_can_not_be_replaced(add):
    """A package that calls its engine `echo` does not get jaen's texts."""
    add(echo="shouting:Shouting")
    assert open_engine(EngineChoice(name="echo")).name == "echo"


def test_two_engines_of_one_name(add):
    """Which of two packages is meant, nobody can tell."""
    add("first", twin="first:Shouting")
    add("second", twin="second:Shouting")
    with pytest.raises(ConfigError, match=r"several packages bring an engine 'twin': .*; uninstall all but one"):
        open_engine(EngineChoice(name="twin"))
