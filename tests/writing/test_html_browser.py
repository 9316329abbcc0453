"""The HTML report in a real browser (chromium, headless): nothing of an article runs, cards, jumps, themes, print."""

import base64
import itertools
import os
import shutil
from dataclasses import replace

import pytest
from hostile import hostile

from jaen.model import Finding, Severity
from jaen.pipeline import Pipeline
from jaen.reading import article_of
from jaen.writing.html import write_html

selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver import ActionChains, Keys  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium or chromedriver is not on the PATH"),
]


@pytest.fixture(scope="module")
def browser():
    options = selenium.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1400,900"):
        options.add_argument(argument)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # chromium refuses to start as root with one
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = selenium.Chrome(options=options, service=selenium.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens reports as a page from disk, with a fresh log."""

    def open_(*reports):
        path = tmp_path / "report.html"
        with path.open("w", encoding="utf-8", newline="\n") as out:
            write_html(reports, out)
        browser.get_log("browser")
        browser.get(path.as_uri())
        return browser

    yield open_
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def shown(driver, path):
    return [found for found in driver.find_elements(By.CSS_SELECTOR, path) if found.is_displayed()]


def waited(driver, condition):
    return WebDriverWait(driver, 5).until(lambda _: condition())


def narrow(driver, width):
    metrics = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def test_it_renders_without_a_word_on_the_console(opened, report):
    """The policy lets the page's own style and script work: nothing is refused, nothing fails."""
    driver = opened(report, replace(report, article=replace(report.article, id="fsa~2")))
    assert driver.find_element(By.TAG_NAME, "h1").is_displayed()
    assert driver.get_log("browser") == []
    assert (
        driver.execute_script("return getComputedStyle(document.querySelector('.m')).textDecorationStyle") == "double"
    )
    assert shown(driver, ".theme")


def test_nothing_of_a_hostile_article_runs_and_nothing_is_asked_for(opened):
    """Scripts, handlers and addresses in text, facts and findings are text; the page makes no request."""
    driver = opened(hostile())
    assert driver.execute_script("return typeof window.pwned") == "undefined"
    assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert driver.get_log("browser") == []
    for mention in shown(driver, "a.m, button, summary")[:20]:
        mention.click()
    assert driver.execute_script("return typeof window.pwned") == "undefined"


def test_the_policy_stops_what_would_get_through(opened, report):
    """Even an element with a handler that stood in the page would not run: the second lock."""
    driver = opened(report)
    driver.execute_script("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.pwned=1\">')")
    waited(driver, lambda: driver.execute_script("return document.querySelector('img').complete"))
    assert driver.execute_script("return typeof window.pwned") == "undefined"
    assert any("Content Security Policy" in entry["message"] for entry in driver.get_log("browser"))


def test_a_card_opens_by_mouse_and_lights_all_mentions(opened, report):
    """Pointing shows the concept: terms, category, how it matched; leaving hides it; a click keeps it."""
    driver = opened(report)
    mention = driver.find_element(By.CSS_SELECTOR, "#m1")
    ActionChains(driver).move_to_element(mention).perform()
    (card,) = waited(driver, lambda: shown(driver, "#card"))
    for words in ("金融庁", "Financial Services Agency", "organization", "the term itself (matched: exact)", "1 of 2"):
        assert words in card.text
    assert len(driver.find_elements(By.CSS_SELECTOR, "a.m.on")) == 2
    ActionChains(driver).move_to_element(driver.find_element(By.TAG_NAME, "h1")).perform()
    waited(driver, lambda: not shown(driver, "#card"))
    mention.click()
    ActionChains(driver).move_to_element(driver.find_element(By.TAG_NAME, "h1")).perform()
    assert shown(driver, "#card")
    driver.find_element(By.TAG_NAME, "h1").click()
    waited(driver, lambda: not shown(driver, "#card"))


def test_a_card_opens_by_keyboard_and_escape_leads_back(opened, report):
    """Tab shows it, Enter leads into it, its buttons walk through the mentions, Escape returns to the mention."""
    driver = opened(report)
    for _ in range(30):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        if driver.switch_to.active_element.get_attribute("id") == "m1":
            break
    waited(driver, lambda: shown(driver, "#card"))
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    assert driver.switch_to.active_element.get_attribute("id") == "card"
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    assert shown(driver, "#card") == []
    assert driver.switch_to.active_element.get_attribute("id") == "m1"
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    shown(driver, "#card .steps button")[1].click()
    assert "2 of 2" in driver.find_element(By.ID, "card").text
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    assert driver.switch_to.active_element.text == "Financial Services Agency"


def test_the_card_stands_at_its_mention_after_a_long_jump(opened, report):
    """Walking to a mention many articles below: its card is in sight, beside it."""
    driver = opened(*(replace(report, article=replace(report.article, id=f"fsa~{number}")) for number in range(30)))
    driver.find_element(By.ID, "m1").click()
    shown(driver, "#card .steps button")[0].click()  # to the last one, from the first
    card, mention = driver.find_element(By.ID, "card"), driver.find_element(By.CSS_SELECTOR, "a.m.here")
    assert "60 of 60" in card.text
    waited(
        driver, lambda: 0 <= top_of(driver, mention) < 900 and abs(top_of(driver, card) - top_of(driver, mention)) < 300
    )


def test_the_first_tab_skips_to_the_text(opened, report):
    """Who uses the keyboard need not walk through the bar."""
    driver = opened(report)
    ActionChains(driver).send_keys(Keys.TAB).perform()
    link = driver.switch_to.active_element
    assert link.text == "Skip to the text"
    link.send_keys(Keys.ENTER)
    assert driver.switch_to.active_element.get_attribute("id") == "main"


def test_findings_jump_to_their_sentence_and_back(opened):
    """Also into lines of the site that are folded: the jump opens them."""
    text = "The agency said so on Monday.\n" * 40 + "\n© KYODO\nSource: NHK\n© REUTERS\nSource: AP\n"
    page = Pipeline()(article_of(text))
    last = page.segments[-1]
    finding = Finding(code="x", severity=Severity.INFO, message="m", segment_id=last.id, span=last.span)
    driver = opened(replace(page, findings=(finding,)))
    driver.execute_script("document.querySelectorAll('details').forEach((one) => (one.open = false))")
    driver.find_element(By.CSS_SELECTOR, "#a1f1 .jump a").send_keys(Keys.ENTER)
    place = driver.find_element(By.ID, f"a1s{len(page.segments)}")
    waited(driver, lambda: place.is_displayed() and 0 <= top_of(driver, place) < 900)
    driver.find_element(By.CSS_SELECTOR, "a.ref").send_keys(Keys.ENTER)
    waited(driver, lambda: 0 <= top_of(driver, driver.find_element(By.ID, "a1f1")) < 900)


def top_of(driver, element):
    return driver.execute_script("return arguments[0].getBoundingClientRect().top", element)


def test_findings_can_be_filtered_by_severity(opened, report):
    """A button hides one severity, in the margin and in the list, and shows it again."""
    driver = opened(report)
    before = len(shown(driver, ".finding.info:not(.ignored)"))
    button = driver.find_element(By.CSS_SELECTOR, "[data-hides=info]")
    button.click()
    assert shown(driver, ".finding.info:not(.ignored)") == []
    assert shown(driver, ".finding.warning")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert before == len(shown(driver, ".finding.info:not(.ignored)")) > 0


def test_notes_in_the_margin_do_not_lie_on_each_other(opened):
    """Many findings in neighboring sentences: each note begins below the one before."""
    page = Pipeline()(article_of("The agency said so. It was late. Nobody came. All went home.\n"))
    findings = tuple(
        Finding(code="x", severity=Severity.WARNING, message="long " * 40, segment_id=one.id, span=one.span)
        for one in page.segments
    )
    driver = opened(replace(page, findings=findings))
    rects = driver.execute_script(
        "return [...document.querySelectorAll('.notes .finding')].map((one) => one.getBoundingClientRect().toJSON())"
    )
    assert len(rects) == 4
    assert all(low["top"] >= high["bottom"] for high, low in itertools.pairwise(rects))


def test_it_is_dark_where_the_system_is_and_the_button_overrules(opened, report):
    """prefers-color-scheme decides first, then the reader."""
    driver = opened(report)

    def ground():
        return driver.execute_script("return getComputedStyle(document.body).backgroundColor")

    light = ground()
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    dark = ground()
    assert dark != light
    button = driver.find_element(By.CSS_SELECTOR, ".theme")
    button.click()
    assert (button.text, ground()) == ("Theme: light", light)
    button.click()
    assert (button.text, ground()) == ("Theme: dark", dark)


@pytest.mark.parametrize("width", [360, 800, 1100])
def test_no_width_needs_scrolling_to_the_side(opened, report, width):
    """Long words and addresses break; columns become one."""
    page = replace(hostile(), article=replace(hostile().article, id="long", source="https://example.org/" + "x" * 300))
    driver = opened(report, page)
    narrow(driver, width)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_it_prints(opened, report):
    """On paper: light, no bar that sticks, notes as a numbered list under the article."""
    driver = opened(report)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert shown(driver, ".row .notes, .tools, .jump") == []
    assert shown(driver, ".list .finding")
    assert driver.execute_script("return getComputedStyle(document.querySelector('.bar')).position") == "static"
    pdf = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 5000


def test_it_can_be_read_without_javascript(opened, report):
    """All text, terms, findings and links are there; the tools that need a script are not shown."""
    opened(report).execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver = opened(report)
        for words in ("金融庁、対策を公表", "announces steps", "no *English* term", "Claude Mythos", "untranslated"):
            assert words in driver.find_element(By.TAG_NAME, "main").text
        assert shown(driver, ".tools, #card") == []
        assert shown(driver, "#c1 .category")
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
