"""Running totals as a page: a chart with its table, no request, hostile words shown as words."""

import re
import tomllib
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from tests.tallies.running.writing import day, running
from untold.tallies.running.page import as_page
from untold.tallies.running.page.chart import chart
from untold.tallies.running.page.scales import heights, months
from untold.tallies.running.series import Running

HOSTILE = "<script>alert(1)</script>\"'&"
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def record() -> Running:
    return running(
        day(14, 100, children_cum=20),
        day(15, 112, 7, children_cum=21),
        day(16, 98, by="press"),
        day(17, 98, 0, hours=0),
        day(18, 20, counting="names", by=HOSTILE),
        day(20, "22-25", 2, counting="names"),
    )


def page(language: str | None = None) -> str:
    found = record()
    return as_page(found, found.series, language=language)


def phrases(language: str) -> dict[str, Any]:
    text = resources.files("untold.tallies.running.page").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def test_both_languages_say_the_same_things() -> None:
    def keys(table: dict[str, Any]) -> dict[str, Any]:
        return {key: keys(value) if isinstance(value, dict) else _places(value) for key, value in table.items()}

    assert keys(phrases("en")) == keys(phrases("ar"))


def _places(phrase: str) -> list[str]:
    return sorted(re.findall(r"{\w+}", phrase))


def test_every_word_of_a_list_is_escaped() -> None:
    assert "<script" not in page()
    assert "&lt;script&gt;" in page()


def test_the_page_has_a_policy_without_script_and_no_style_of_its_own_elements() -> None:
    markup = page()

    assert "default-src 'none'; style-src 'sha256-" in markup
    assert " style=" not in markup


def test_every_snapshot_stands_in_the_table_and_a_repeated_one_says_so() -> None:
    markup = page()

    assert markup.count("2016-03-17") >= 1
    assert "repeats an earlier report" in markup
    assert 'class="differs"' in markup


def test_the_line_breaks_where_the_source_counts_something_else() -> None:
    series = next(each for each in record().series if each.id.endswith("killed_cum"))

    (line,) = re.findall(r'd="([^"]+)" class="line"', chart(series, title=""))
    assert line.count("M") == 2


def test_a_series_of_one_snapshot_has_no_chart() -> None:
    (series,) = running(day(14, 100)).series

    assert chart(series, title="") == ""


def test_an_arabic_page_reads_from_right_to_left_and_its_chart_from_left_to_right() -> None:
    markup = page("ar")

    assert '<html lang="ar" dir="rtl">' in markup
    assert 'dir="ltr" aria-label="' in markup


@given(st.integers(0, 10_000_000))
def test_the_lines_across_are_few_round_and_hold_the_largest(largest: int) -> None:
    levels = heights(largest)

    assert 2 <= len(levels) <= 6
    assert levels[0] == 0
    assert levels[-1] >= largest
    assert len({high - low for low, high in pairwise(levels)}) == 1


@given(st.dates(), st.integers(0, 20_000))
def test_the_days_at_the_foot_are_few_and_within(first: Any, length: int) -> None:
    last = first.fromordinal(min(first.toordinal() + length, first.max.toordinal()))

    found = months(first, last)

    assert len(found) <= 5
    assert all(first <= each <= last for each in found)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("en", 390), ("ar", 390)])
def test_the_page_fits_its_screen_and_asks_nobody_for_anything(
    chromium: str, tmp_path: Path, language: str, width: int
) -> None:
    path = tmp_path / "series.html"
    path.write_text(page(language), encoding="utf-8")
    requests: list[str] = []
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        opened = browser.new_page(viewport={"width": width, "height": 900})
        opened.on("request", lambda request: requests.append(request.url))
        opened.on("console", lambda message: complaints.append(message.text))
        opened.goto(path.as_uri())
        widest = opened.evaluate("document.documentElement.scrollWidth")
        inset = opened.locator(".inset").first.bounding_box()
        browser.close()

    assert (requests, complaints) == ([path.as_uri()], [])
    assert widest <= width
    assert inset is not None
    assert inset["width"] > width / 2
