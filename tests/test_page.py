"""The ledger as a page, in a real browser: links there and back, no requests, hostile words shown as words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.tallies.writing import SOHR, Draft, round_up
from untold.tallies.ledger import draw_up
from untold.tallies.ledger.page import as_page

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & </article> 12 dead"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


class Watched:
    """A page, and what it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))


def opened(browser: Browser, folder: Path, markup: str, **options: Any) -> Watched:
    path = folder / "ledger.html"
    path.write_text(markup, encoding="utf-8")
    watched = Watched(browser.new_page(**options))
    watched.page.goto(path.as_uri())
    return watched


def ledger_page(language: str | None = None) -> str:
    draft = round_up()
    return as_page(draw_up([draft.as_report()], draft.claims), language=language)


def test_the_page_asks_nobody_for_anything_and_breaks_no_policy(browser: Browser, tmp_path: Path) -> None:
    watched = opened(browser, tmp_path, ledger_page())

    assert watched.requests == [(tmp_path / "ledger.html").as_uri()]
    assert watched.complaints == []


def test_a_number_leads_to_its_sentence_and_back(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page

    page.click(".claim .count >> text='519'")
    target = page.locator(".number:target")
    there = target.inner_text()
    target.click()

    assert there == "519 of them"
    assert page.locator(".claim:target .count").inner_text() == "519"


def test_a_sentence_lights_up_when_its_number_is_followed(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page
    colour = "element => getComputedStyle(element).backgroundColor"
    sentence = page.locator(".sentence", has=page.locator(".number", has_text="21 civilians"))
    before = sentence.evaluate(colour)

    page.click(".claim .count >> text='21'")

    assert sentence.evaluate(colour) != before


def test_every_number_can_be_reached_and_followed_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page
    reached: list[str] = []

    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className + ' ' + document.activeElement.innerText"))
    page.locator(".count", has_text="136").focus()
    page.keyboard.press("Enter")

    assert reached[0].startswith("skip")
    assert len({each for each in reached if each.startswith("number")}) == 10
    assert len({each for each in reached if each.startswith("count")}) == 10
    assert page.locator(".number:target").inner_text() == "136 Nusra fighters"


def test_the_focus_can_be_seen(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_the_text_on_the_page_is_the_reports_text(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page

    assert page.locator("article").inner_text().split() == round_up().text.split()


def test_furniture_is_shown_and_holds_no_claim(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page
    furniture = page.locator(".zone.furniture")

    assert furniture.inner_text() == "Related: strikes kill over 1,000"
    assert furniture.locator(".number").count() == 0


def test_hostile_words_are_shown_as_words(browser: Browser, tmp_path: Path) -> None:
    draft = Draft(HOSTILE)
    draft.claim("12 dead", 12, claimant=SOHR, means=HOSTILE, note=HOSTILE)
    report = draft.as_report(title=HOSTILE, origins=(HOSTILE,), published_reason=HOSTILE, language='en"><script>')

    watched = opened(browser, tmp_path, as_page(draw_up([report], draft.claims)))

    assert watched.complaints == []
    assert watched.page.locator("h1").inner_text() == HOSTILE
    assert watched.page.locator("script, img").count() == 0


def test_overlapping_numbers_lose_and_double_no_character(browser: Browser, tmp_path: Path) -> None:
    draft = Draft("A mother and her three children died.")
    draft.claim("A mother and her three children", 4, claimant=SOHR)
    draft.claim("three children", 3, claimant=SOHR)
    draft.claim("three", 3, claimant=SOHR)
    draft.claim("three children died", 3, claimant=SOHR)

    page = opened(browser, tmp_path, as_page(draw_up([draft.as_report()], draft.claims))).page

    assert page.locator("article").inner_text() == draft.text
    for link in page.locator(".claim .count").all():
        target = link.get_attribute("href") or ""
        assert page.locator(target).count() == 1


def test_an_arabic_page_runs_from_right_to_left_and_keeps_numbers_whole(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page("ar")).page

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    assert "1,044 على الأقل" in page.locator(".count").all_inner_texts()
    ledger, text = (page.locator(each).bounding_box() for each in (".ledger", ".text"))
    assert ledger is not None
    assert text is not None
    assert ledger["x"] < text["x"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_sticks_out_of_a_narrow_screen(browser: Browser, tmp_path: Path, language: str) -> None:
    page = opened(browser, tmp_path, ledger_page(language), viewport={"width": 320, "height": 640}).page

    for details in page.locator("summary").all():
        details.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read_against_their_ground(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    page = opened(browser, tmp_path, ledger_page(), color_scheme=scheme).page

    ratios = page.evaluate(CONTRASTS)

    assert ratios
    assert min(ratio for ratio, _ in ratios) >= 4.5, sorted(ratios)[:3]


def test_a_printed_page_shows_text_and_ledger_under_each_other(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, ledger_page()).page
    page.emulate_media(media="print")
    text, ledger = (page.locator(each).bounding_box() for each in (".text", ".ledger"))

    assert text is not None
    assert ledger is not None
    assert text["y"] + text["height"] <= ledger["y"]
    assert page.pdf().startswith(b"%PDF")


def test_an_article_without_claims_says_so(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, as_page(draw_up([Draft("All quiet.").as_report()], []))).page

    assert page.locator(".ledger .empty").inner_text() == "No casualty claim was found in this report."


# WCAG 2.2, 1.4.3: the luminance of each text's colour against the nearest opaque ground behind it.
CONTRASTS = """
() => {
  const light = c => { const s = c / 255; return s <= .03928 ? s / 12.92 : ((s + .055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => .2126 * light(r) + .7152 * light(g) + .0722 * light(b);
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const ground = node => {
    for (; node; node = node.parentElement) {
      const found = parts(getComputedStyle(node).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    if (![...node.childNodes].some(each => each.nodeType === 3 && each.data.trim())) continue;
    const [a, b] = [luminance(parts(getComputedStyle(node).color)), luminance(ground(node))].sort((x, y) => y - x);
    found.push([(a + .05) / (b + .05), node.className + ": " + node.innerText.slice(0, 40)]);
  }
  return found;
}
"""
