import re
import tomllib
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import sync_playwright

from tests.estimates.published import published_table
from untold.estimates.capture_table import LeftOut, capture_table
from untold.estimates.overlaps import OVERLAP_STYLE, overlap_section, overlaps_of, upset_plot
from untold.estimates.overlaps.plot import MOST_COLUMNS

SVG = "{http://www.w3.org/2000/svg}"
PHRASES = resources.files("untold.estimates.overlaps.phrases")
NAMES = ("المرصد", "شبكة", "<b>Press</b>", "Army")
ODD = capture_table(
    NAMES, {1: 40, 2: 23, 4: 12, 5: 6, 7: 4, 6: 4, 10: 3}, unit="victims", left_out=(LeftOut(14, "without a name"),)
)


def test_the_plot_draws_a_bar_and_dots_for_each_combination() -> None:
    found = overlaps_of(published_table("kosovo"))

    drawn = ET.fromstring(upset_plot(found))  # noqa: S314 (our own words)

    assert len(drawn.findall(f".//{SVG}circle")) == 15 * 4
    heights = [float(each.get("height", "")) for each in drawn.findall(f".//{SVG}g/{SVG}rect")]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] / heights[3] == pytest.approx(1131 / 306, rel=0.01)
    titles = [each.text for each in drawn.findall(f".//{SVG}title")]
    assert "EXH + OSCE: 228" in titles
    assert "1,131" in (drawn.findtext(f"{SVG}desc") or "")


def test_the_plot_runs_from_right_to_left_in_arabic() -> None:
    found = overlaps_of(published_table("kosovo"))

    left, right = (ET.fromstring(upset_plot(found, language=each)) for each in ("en", "ar"))  # noqa: S314

    width = float(left.get("width", ""))
    first, mirrored = (float(each.find(f".//{SVG}circle").get("cx")) for each in (left, right))  # type: ignore[union-attr, arg-type]
    assert mirrored == pytest.approx(width - first)


def test_columns_that_are_not_drawn_are_counted_and_are_in_the_table() -> None:
    many = capture_table(tuple("ABCDEF"), {each: 200 - each for each in range(1, 64)})

    section = overlap_section(overlaps_of(many))

    assert f"Not drawn: {63 - MOST_COLUMNS} further combinations" in section
    assert section.count('class="patterns"') == 1
    assert section.count("<tr>") == 1 + 63 + 1 + 6 + 1 + 15


def test_every_number_is_said_to_be_documented_and_what_is_left_out_is_said() -> None:
    section = overlap_section(overlaps_of(ODD))

    assert "Documented: 92 victims on 4 lists" in section
    assert "none is estimated" in section
    assert "Left out: 14 (without a name)" in section
    assert "Army" in section


def test_a_name_is_never_markup_and_nothing_is_styled_or_scripted_inline() -> None:
    for language in ("en", "ar"):
        section = overlap_section(overlaps_of(ODD), language=language)

        assert "<b>Press" not in section
        assert not re.search(r"\sstyle=|<script|\son\w+=", section)


def test_phrases_have_the_same_keys_and_places_in_both_languages() -> None:
    english, arabic = (tomllib.loads(PHRASES.joinpath(f"{each}.toml").read_text("utf-8")) for each in ("en", "ar"))

    places = [
        {
            (table, key): set(re.findall(r"{\w+}", words))
            for table, said in tables.items()
            for key, words in said.items()
        }
        for tables in (english, arabic)
    ]
    assert places[0] == places[1]


def test_a_fault_is_said_in_the_readers_language() -> None:
    found = overlaps_of(ODD)

    assert any(each.rule == "never_meet" for each in found.faults)
    assert "share nobody" in overlap_section(found)
    assert "لا يجتمع أحد" in overlap_section(found, language="ar-SY")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_section_fits_the_window(tmp_path: Path, chromium: str, language: str, width: int) -> None:
    section = overlap_section(overlaps_of(ODD), language=language)
    page_file = tmp_path / "page.html"
    page_file.write_text(
        f"<!doctype html><meta charset=utf-8><style>{OVERLAP_STYLE}</style><main>{section}</main>", encoding="utf-8"
    )

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(page_file.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        browser.close()

    assert wide <= width
