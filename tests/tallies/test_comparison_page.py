"""A comparison as a page, in a real browser: no requests, links to the numbers, both directions of writing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.tallies.comparison.test_on_scope import ALIKE, compared, round_up_compared
from tests.tallies.writing import SOHR, Draft, round_up
from untold.tallies.comparison import ScopeComparison
from untold.tallies.comparison.objects import ReportNamed, comparison_object
from untold.tallies.comparison.page import as_page
from untold.tallies.comparison.phrases import comparison_phrases
from untold.tallies.ledger.phrases import LANGUAGES

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & </blockquote> 380 dead"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


def markup(comparison: ScopeComparison | None = None, language: str | None = None) -> str:
    draft = round_up()
    shown = comparison or round_up_compared()
    reports = comparison_object(shown, draft.claims, [draft.as_report()]).reports
    return as_page(shown, {each.id: each for each in reports}, language=language)


def opened(browser: Browser, folder: Path, page: str, **options: Any) -> tuple[Page, list[str]]:
    """Return a page, and what it asked for or complained of."""
    path = folder / "comparison.html"
    path.write_text(page, encoding="utf-8")
    heard: list[str] = []
    made = browser.new_page(**options)
    made.on("request", lambda request: heard.append(request.url))
    made.on("console", lambda message: heard.append(message.text))
    made.on("dialog", lambda dialog: heard.append(dialog.message))
    made.goto(path.as_uri())
    return made, [each for each in heard if each != path.as_uri()]


def test_the_page_asks_nobody_for_anything_and_breaks_no_policy(browser: Browser, tmp_path: Path) -> None:
    _, heard = opened(browser, tmp_path, markup())

    assert heard == []


def test_a_pair_leads_to_its_numbers(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, markup())

    page.click(".pair .side a >> text='380'")

    assert page.locator(".item:target .count").inner_text() == "380"
    assert "SOHR counted 380 civilians" in page.locator(".item:target blockquote").inner_text()


def test_each_number_has_its_adjective_and_its_voice(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, markup())

    voices = [" ".join(each.split()) for each in page.locator(".item .voice").all_inner_texts()]
    assert voices == [
        "Airwars documented", "Airwars reported", "Airwars documented", "SOHR reported", "Airwars documented",
        "the White House conceded", "Airwars reported",
    ]  # fmt: skip


def test_no_bar_is_drawn_for_what_may_not_be_laid_beside_the_others(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, markup())

    assert page.locator("section.not_comparable .item").count() == 2
    assert page.locator("section.not_comparable .bar").count() == 0
    assert page.locator(".bar").count() == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_runs_out_of_the_page(browser: Browser, tmp_path: Path, language: str, width: int) -> None:
    page, _ = opened(browser, tmp_path, markup(language=language), viewport={"width": width, "height": 900})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_arabic_the_page_runs_from_the_right_and_dates_keep_their_order(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, markup(language="ar-SY"))

    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.locator(".item .voice").first.inner_text().startswith("إيروورز")
    day = page.locator("h1 bdi", has_text="2016-03-31")
    assert day.get_attribute("dir") == "ltr"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_light_and_in_dark(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    page, _ = opened(browser, tmp_path, markup(), color_scheme=scheme)
    colours = [
        page.locator(where).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)
        for where, name in (("body", "backgroundColor"), (".voice", "color"))
    ]

    assert len({*colours}) == 2


def test_hostile_words_are_shown_as_words(browser: Browser, tmp_path: Path) -> None:
    draft = Draft(HOSTILE)
    draft.claim("380 dead", 380, **{**ALIKE, "claimant": SOHR})
    name = ReportNamed(draft.report, HOSTILE, None, None, (HOSTILE,), "")

    page, heard = opened(browser, tmp_path, as_page(compared(*draft.claims), {draft.report: name}))

    assert heard == []
    assert page.locator("blockquote").inner_text() == HOSTILE
    assert page.locator("script, img").count() == 0


def test_the_keyboard_reaches_the_skip_link_and_the_incidents(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, markup())

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert first == "skip"
    assert page.locator("details[open] .codes").inner_text() == "I-1 I-2 I-3"


def test_both_languages_have_the_same_phrases() -> None:
    english, arabic = (comparison_phrases(language).tables for language in LANGUAGES)

    assert {table: sorted(keys) for table, keys in english.items()} == {
        table: sorted(keys) for table, keys in arabic.items()
    }


def test_a_comparison_of_nothing_says_so() -> None:
    assert "No number of the record bears on this scope." in markup(compared())
