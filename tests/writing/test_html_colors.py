"""The colors of the HTML report: readable in both themes (WCAG 2.2, level AA), and never the only cue."""

import re

import pytest

from jaen.writing.html.templates import resource

CSS = resource("report.css")
PAIRS = dict(re.findall(r"--([a-z-]+): light-dark\(([^)]+)\);", CSS))
COLORS = {name: dict(zip(("light", "dark"), pair.split(", "), strict=True)) for name, pair in PAIRS.items()}
CATEGORIES = ("person", "role", "organization", "product", "place", "law", "event", "term")
SEVERITIES = ("error", "warning", "info")
TEXT = [  # (text, ground): 4.5 to 1
    *((name, ground) for name in ("text", "quiet", "link") for ground in ("page",)),
    *((name, f"{severity}-tint") for name in ("text", "quiet", "link") for severity in SEVERITIES),
    *((severity, ground) for severity in SEVERITIES for ground in ("page", f"{severity}-tint")),
    *((category, "page") for category in CATEGORIES),  # of a concept's entry
    ("text", "on"),
    ("quiet", "on"),
]
SIGNS = [  # (sign, ground): 3 to 1
    *((category, ground) for category in CATEGORIES for ground in ("page", "on")),
    ("focus", "page"),
    *(("focus", f"{severity}-tint") for severity in SEVERITIES),
]


def luminance(color):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    """Between 1 and 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_is_the_one_of_the_standard():
    """Black on white is 21, a color on itself 1, and #777 on white just misses 4.5."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert 4.4 < contrast("#777777", "#ffffff") < 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(text, ground, theme):
    """Every text color on every ground it stands on: at least 4.5 to 1."""
    assert contrast(COLORS[text][theme], COLORS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_lines_under_words_and_the_focus_can_be_seen(sign, ground, theme):
    """What is no text but means something: at least 3 to 1."""
    assert contrast(COLORS[sign][theme], COLORS[ground][theme]) >= 3


def test_every_color_is_one_of_the_pairs():
    """No rule brings a color of its own, which these tests would not see (a shadow says nothing)."""
    rules = CSS[CSS.index(":root[data-theme") :]
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r"#card|--page: #fff", "", rules))) == set()


def test_each_category_has_a_line_of_its_own():
    """Who can't tell the colors apart tells the lines apart: style and thickness are used once each."""
    lines = {}
    for category in CATEGORIES:
        rule = re.search(rf'\.m\[data-category="{category}"\] {{([^}}]*)}}', CSS)
        style = re.search(r"style: (\w+)", rule[1] if rule else "")
        thickness = re.search(r"thickness: (\w+)", rule[1] if rule else "")
        lines[category] = (style[1] if style else "solid", thickness[1] if thickness else "1.5px")
    assert len(set(lines.values())) == len(CATEGORIES)


def test_nothing_moves():
    """No animation, transition or smooth scrolling, so that there is nothing to reduce."""
    rules = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    assert not re.search("animation|transition|@keyframes|scroll-behavior", rules)
