"""The page of findings: hostile words stay words, every finding has its anchor, in two directions of writing."""

import re
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.browsers import chromium_path
from tests.tallies.checks.faults import FAULTS
from tests.tallies.checks.test_answers import answer
from tests.tallies.checks.worlds import clean_world
from untold.tallies.checks.answers import answered
from untold.tallies.checks.catalogue import check_rules
from untold.tallies.checks.checking import check_record
from untold.tallies.checks.objects import Checked, checked_object
from untold.tallies.checks.page import MOST, as_page
from untold.tallies.checks.whole_record import WholeRecord

HOSTILE = "<script>alert(1)</script>\u202e\x1b[2J"


def whole() -> tuple[Checked, WholeRecord]:
    world = clean_world(3)
    for plant in FAULTS.values():
        plant(world)
    record = world.record()
    found = check_record(record)
    gone = replace(answer(found[1]), finding="0" * 16, message="a row that was mended")
    return checked_object(record, answered(found, [answer(found[0])]), [gone]), record


class Page(HTMLParser):
    """The tags, anchors and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self.tags.append(tag)
        self.ids += [own["id"] or ""] if "id" in own else []
        self.links += [own["href"] or ""] if "href" in own else []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_finding_has_an_anchor_and_every_link_leads_to_one(language: str) -> None:
    checked, record = whole()
    page = Page(as_page(checked, record.reports.values(), language=language))

    assert {f"f-{each.id}" for each in checked.findings} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links if link.removeprefix("#") not in page.ids] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_runs_nothing_and_asks_nobody(language: str) -> None:
    checked, record = whole()
    html = as_page(checked, record.reports.values(), language=language)

    assert {"script", "iframe", "form", "img", "link"}.isdisjoint(Page(html).tags)
    assert "default-src 'none'" in html
    assert re.search(r"\bhttps?://", html) is None


def test_hostile_words_stay_words() -> None:
    checked, record = whole()
    hostile = [
        replace(
            each, message=HOSTILE, accounts=(HOSTILE,), passages=tuple(replace(p, text=HOSTILE) for p in each.passages)
        )
        for each in checked.findings
    ]
    html = as_page(replace(checked, findings=tuple(hostile)), record.reports.values())

    assert "<script" not in html
    assert not {"\u202e", "\x1b"} & set(html)


def test_what_is_answered_says_by_whom_and_stands_behind_what_is_open() -> None:
    checked, _ = whole()
    html = as_page(checked)

    assert "Explained, by a reviewer on " in html
    assert "Answers whose finding is gone" in html
    assert "a row that was mended" in html


def test_a_page_without_findings_says_so() -> None:
    record = clean_world(2).record()

    assert "Nothing was found that contradicts itself" in as_page(checked_object(record, ()))
    assert "ولا على ما ينبغي النظر فيه" in as_page(checked_object(record, ()), language="ar")


def test_a_rule_of_thousands_shows_some_and_says_how_to_have_the_rest() -> None:
    checked, _ = whole()
    many = [replace(checked.findings[0], id=f"{n:016x}") for n in range(MOST + 5)]
    html = as_page(replace(checked, findings=tuple(many)))

    assert html.count('class="check ') == MOST
    assert "5 more of this rule" in html


def phrases(language: str) -> dict[str, dict[str, str]]:
    path = resources.files("untold.tallies.checks.page").joinpath(f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_both_languages_say_the_same_things() -> None:
    english, arabic = phrases("en"), phrases("ar")

    assert {table: set(keys) for table, keys in english.items()} == {
        table: set(keys) for table, keys in arabic.items() if table in english
    }
    for table, keys in english.items():
        for key, words in keys.items():
            assert sorted(re.findall(r"\{\w+\}", words)) == sorted(re.findall(r"\{\w+\}", arabic[table][key])), key


def test_every_rule_has_its_title_and_meaning_in_arabic() -> None:
    arabic = phrases("ar")

    assert list(arabic["title"]) == list(arabic["meaning"])
    assert set(arabic["title"]) == set(check_rules())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_browser_shows_the_page_without_a_complaint(language: str, tmp_path: Path) -> None:
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium on this machine")
    sync_api: Any = pytest.importorskip("playwright.sync_api")
    checked, record = whole()
    page_file = tmp_path / "findings.html"
    page_file.write_text(as_page(checked, record.reports.values(), language=language), "utf-8")
    complaints: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(page_file.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        direction = page.evaluate("getComputedStyle(document.body).direction")
        browser.close()

    assert complaints == []
    assert width == 390
    assert direction == ("rtl" if language == "ar" else "ltr")
