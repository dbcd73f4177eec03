"""A tally as a page, in a real browser: from a number to its incidents, their claims and the sentences, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.tallies.counted.test_objects import answer
from tests.tallies.counting.recorded import COALITION, RUSSIA, Recorded, civilians
from tests.tallies.writing import SOHR, Draft
from untold.claims.account import AccountPlace
from untold.tallies.counted.evidence import evidence_of
from untold.tallies.counted.page import as_page
from untold.tallies.tally import TallyScope

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & </main>"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


def page_of(language: str | None = None, place: str = "Tal Zahra") -> str:
    """Return the page of a record of two incidents, one of which a sentence tells of."""
    draft = Draft("Four civilians were killed in the village, neighbors said.", report="r" * 16)
    made = Recorded()
    claim = draft.claim("Four", 4, status="civilian", claimant=SOHR)
    first = made.account(SOHR, claim, attributed_to=(COALITION, RUSSIA))
    made.incident(first, place=AccountPlace(place, country="SYR"))
    made.incident(made.account(SOHR, civilians(9), attributed_to=(RUSSIA,)))
    with made.counting() as counting:
        incidents = counting.incidents(TallyScope())
    return as_page(
        answer(made, "actor"), evidence_of(incidents, made.claims.values(), [draft.as_report()]), language=language
    )


def opened(browser: Browser, folder: Path, markup: str) -> tuple[Page, list[str]]:
    """Return a page and everything that it asked for or complained of."""
    path = folder / "tally.html"
    path.write_text(markup, encoding="utf-8")
    page = browser.new_page()
    noted: list[str] = []
    page.on("request", lambda request: noted.append(request.url) if request.url != path.as_uri() else None)
    page.on("console", lambda message: noted.append(message.text))
    page.on("dialog", lambda dialog: noted.append(dialog.message))
    page.goto(path.as_uri())
    return page, noted


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_asks_nobody_for_anything_whatever_a_report_holds(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    page, noted = opened(browser, tmp_path, page_of(language, place=HOSTILE))

    assert noted == []
    assert HOSTILE in page.inner_text("main")


def test_a_cells_number_leads_to_its_incidents_and_these_to_their_sentences(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, page_of())

    page.click("#row-1 a")
    cell = page.locator(".cell:target")
    cell.locator("summary").click()
    cell.locator(".codes a").click()

    incident = page.locator(".incident:target")
    assert incident.locator(".count").inner_text() == "4"
    assert "Four civilians were killed" in incident.locator("blockquote").inner_text()


def test_a_cell_leads_back_to_its_row(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, page_of())

    page.click("#cell-0 a >> text=back to the table")

    assert page.locator("tr:target th").inner_text() == "Russia"


def test_in_arabic_the_page_reads_from_the_right_and_numbers_keep_their_direction(
    browser: Browser, tmp_path: Path
) -> None:
    page, _ = opened(browser, tmp_path, page_of("ar"))

    assert page.get_attribute("html", "dir") == "rtl"
    assert page.locator(".cells").first.locator("tbody tr").count() == 2
    assert {cell.get_attribute("dir") for cell in page.locator(".cells .n bdi").all()} == {"ltr"}


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_is_wider_than_its_window(browser: Browser, tmp_path: Path, width: int) -> None:
    page, _ = opened(browser, tmp_path, page_of(place="Tal-Zahra-" * 30))
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_empty_tally_is_a_page_too() -> None:
    found = answer(Recorded())

    assert "The record holds no incident" in as_page(found, evidence_of((), [], []))
