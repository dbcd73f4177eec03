"""Dates: every candidate has its kind and its passage, and one is chosen with a reason or none."""

import pytest

from untold.reports.dating import url_dates
from untold.reports.page_dates import dates_in, is_iso_prefix, iso_date
from untold.reports.plain_text import report_from_text
from untold.reports.report import Report

STORY = "Nine people were killed on Wednesday in Darsaf, a doctor said.\n\nThe army denied that its guns had fired."


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(candidate.kind, candidate.value) for candidate in report.date_candidates]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2 July 2016", "2016-07-02"),
        ("2nd of July 2016", "2016-07-02"),
        ("July 2, 2016", "2016-07-02"),
        ("July 2 2016", "2016-07-02"),
        ("Jul 22016", "2016-07-02"),
        ("3 JAN 90", "1990-01-03"),
        ("3 JAN 04", "2004-01-03"),
        ("05.02.2015", "2015-02-05"),
        ("29-07-2016", "2016-07-29"),
        ("7/29/2016", "2016-07-29"),
        ("3/4/2016", "2016"),
        ("2016-03-23T10:00:00Z", "2016-03-23"),
        ("July 2016", "2016-07"),
        ("14 آذار 2016", "2016-03-14"),
        ("31 February 2016", None),
        ("19 people in 2016", None),
    ],
)
def test_a_date_is_read_with_the_precision_it_has(words: str, value: str | None) -> None:
    assert iso_date(words) == value


def test_a_date_keeps_its_offsets() -> None:
    text = "Published on 2 July 2016 in Darsaf"

    found = next(dates_in(text))

    assert text[found.start : found.end] == "2 July 2016"


def test_what_no_calendar_holds_is_no_iso_prefix() -> None:
    assert is_iso_prefix("2016-02-29")
    assert not is_iso_prefix("2015-02-29")


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        (
            "Sun 10 Jul 2016 29 Rebels Dead in Hamra. At least 29 rebels died, a monitor said.",
            "2016-07-10",
            "leads the text",
        ),
        ("21 Jul 2016 Dozens of civilians were killed as they fled.", "2016-07-21", "leads the text"),
        ("Published July 2 2016 People inspect the damage in a street.", "2016-07-02", 'labelled "Published"'),
        ("Posted on August 3 2013 by Ann Writer Nine people died in Hamra.", "2013-08-03", 'labelled "Posted on"'),
        ("Date of publication 5 July 2016 Nine people died in Hamra.", "2016-07-05", 'labelled "Date of publication"'),
        ("Tuesday 02 August 2016 19:11 Council Demands Action. The council said so.", "2016-08-02", "leads the text"),
        ("Nine dead in Hamra Monitor AFP Monday 6 Jun 2016 nine people died.", "2016-06-06", "the agency's name"),
        ("HAMRA, 3 JAN 90 (AGENCY) -- [TEXT] FOUR SOLDIERS WERE KILLED.", "1990-01-03", "dateline"),
        ("BEIRUT, March 3, 2016 (Agency) - At least six people were killed.", "2016-03-03", "dateline"),
        (f"Nine dead in Darsaf shelling\n14 March 2018\n\n{STORY}", "2018-03-14", "between the title and the text"),
        (f"14 March 2018\n\n{STORY}", "2018-03-14", "directly above the text"),
        (
            f"Nine dead in Darsaf shelling\nPublished 10:24 GMT 14 March 2018\nShare\n\n{STORY}",
            "2018-03-14",
            "Published",
        ),
        (f"{STORY}\n\nFirst published: 14 March 2018", "2018-03-14", 'labelled "First published"'),
    ],
)
def test_a_date_that_the_page_gives_itself_is_the_date_of_publication(text: str, value: str, reason: str) -> None:
    report = report_from_text(text)

    assert report.published == value
    assert reason in report.published_reason
    assert report.published_reason.endswith("known to the day")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("08:15 EET03 May 2021\nWatch Now\n  Africa\n  Copy link", "crawled"),
        ("Tuesday, 14 May 2019\nHome\nSubscribe", "header"),
        ("Last updated 14 May 2019", "modified"),
    ],
)
def test_a_clock_a_menus_date_and_an_update_are_not_the_date_of_publication(head: str, kind: str) -> None:
    report = report_from_text(f"{head}\n\n{STORY}")

    assert report.published is None
    assert [found for found, _ in kinds(report)] == [kind]
    assert "no date says that it is the date of publication" in report.published_reason


@pytest.mark.parametrize(
    "text",
    [
        "On August 21 2013 rockets fell on the town and killed at least nine people.",
        "Nine people have died since 3 May 2016, when the siege began.",
        "The 3 May 2016 massacre was the worst of the year, a monitor said.",
        STORY,
    ],
)
def test_a_date_within_a_sentence_is_the_storys_own(text: str) -> None:
    report = report_from_text(text)

    assert report.published is None
    assert report.published_reason == "the page shows no date of its own"


def test_a_date_given_by_hand_stands_above_all_others() -> None:
    report = report_from_text(f"14 March 2018\n\n{STORY}", published="2016-03")

    assert (report.published, report.published_reason) == ("2016-03", "given by hand")
    assert kinds(report) == [("published", "2018-03-14")]


def test_the_address_dates_a_report_that_says_nothing() -> None:
    report = report_from_text(STORY, url="https://example.org/news/2016/03/23/darsaf.html")

    assert (report.published, report.published_reason) == ("2016-03-23", "stands in the address; known to the day")


@pytest.mark.parametrize("url", [None, "https://example.org/20160323", "https://example.org/2016/99/darsaf"])
def test_an_address_without_a_date_dates_nothing(url: str | None) -> None:
    assert [found.value for found in url_dates(url)] in ([], ["2016"])


def test_every_passage_of_a_date_is_the_texts_own() -> None:
    text = f"08:15 EET03 May 2021\nWatch Now\n\n{STORY}"

    passages = [candidate.passage for candidate in report_from_text(text).date_candidates]

    assert [passage and text[passage.start : passage.end] for passage in passages] == ["03 May 2021"]


def test_a_date_that_leads_the_story_is_furniture_and_the_count_behind_it_is_not() -> None:
    text = "Sun 10 Jul 2016 29 Rebels Dead in Hamra. At least 29 rebels died, a monitor said."

    report = report_from_text(text)

    assert [text[zone.start : zone.end][:18] for zone in report.zones] == ["Sun 10 Jul 2016 ", "29 Rebels Dead in "]
