"""Web pages of many builds: the article is found, the frame is kept, today's date is not taken."""

import pytest

from untold.reports.intake import take_in
from untold.reports.report import Report

STORY = """<p>At least 12 civilians were killed when a shell hit the bakery in Sarqana, the hospital said.</p>
<p>The shell fell in the morning, when some two hundred people were standing in line for bread, and the roof of the
building came down on them, according to a baker.</p>
<p>The army did not comment. It has denied before that its guns fire at the town, and it says that it looks into each
allegation that it receives.</p>"""


def page(body: str, head: str = "") -> Report:
    return take_in("page.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())[0]


def kinds(report: Report) -> list[str]:
    return [zone.kind for zone in report.zones]


@pytest.mark.parametrize(
    "head",
    [
        "<header><time datetime='2020-10-19'>19 October 2020</time><a>Live</a></header>",
        "<div>16:42 GMT <time datetime='2020-10-19'>19 October 2020</time></div><div>Live</div>",
        "<nav><a>Home</a> <span>19 October 2020</span> <a>World</a></nav>",
    ],
)
def test_the_date_in_a_pages_frame_is_not_its_publication(head: str) -> None:
    report = page(f"{head}<div>{STORY}</div>")

    assert report.published is None
    assert "2020-10-19" in report.published_reason


def test_the_time_element_of_an_article_dates_it() -> None:
    head = "<header><h1>Shell hits bakery</h1><time datetime='2016-07-05'>5 July</time></header>"

    report = page(f"<header><time datetime='2020-10-19'>Today</time></header><article>{head}{STORY}</article>")

    assert (report.title, report.published) == ("Shell hits bakery", "2016-07-05")


@pytest.mark.parametrize(
    "meta",
    [
        "<meta property='article:published_time' content='2016-07-05T10:00:00+03:00'>",
        "<meta name='dcterms.issued' content='2016-07-05'>",
        "<meta itemprop='datePublished' content='5 July 2016'>",
        '<script type=\'application/ld+json\'>[{"mainEntity": {"datePublished": "2016-07-05"}}]</script>',
    ],
)
def test_a_page_states_its_date_in_many_ways(meta: str) -> None:
    assert page(STORY, meta).published == "2016-07-05"


def test_a_date_after_the_capture_is_not_believed() -> None:
    content = f"<html><head><meta name='date' content='2106-07-05'></head><body>{STORY}</body></html>".encode()

    assert take_in("page.html", content, captured_at="2020-10-19T16:42:00Z")[0].published is None


def test_broken_data_in_a_page_is_passed_over() -> None:
    assert page(STORY, "<script type='application/ld+json'>{\"datePublished\": </script>").published is None


def test_an_old_page_of_tables_and_breaks_is_read() -> None:
    story = STORY.replace("<p>", "").replace("</p>", "<br><br>")

    report = page(f"<table><tr><td>Home<br>News</td><td><b>Shell hits bakery</b><br><br>{story}</td></tr></table>")

    assert kinds(report) == ["furniture", "title", "lede", "body", "body"]
    assert report.title == "Shell hits bakery"


def test_a_headline_is_the_title_when_it_is_the_first_block_too() -> None:
    assert kinds(page(f"<div>Shell hits bakery in the town</div><div>{STORY}</div>"))[0] == "title"


def test_hidden_words_are_not_part_of_the_text() -> None:
    report = page(f"<div style='display: none'>500 people died.</div><p hidden>600 died.</p>{STORY}<script>7</script>")

    assert "00" not in report.text
    assert report.text.endswith("receives.")


def test_a_page_of_one_line_is_body() -> None:
    assert kinds(page("<p>2 civilians killed by mine in Kunduz</p>")) == ["body"]


def test_an_address_given_stands_above_the_pages_own() -> None:
    content = f"<link rel='canonical' href='https://example.org/a'>{STORY}".encode()

    assert take_in("page.html", b"<html>" + content)[0].url == "https://example.org/a"
    assert take_in("page.html", b"<html>" + content, url="https://example.net/b")[0].url == "https://example.net/b"


def test_the_codebook_knows_publishers_by_name() -> None:
    source = page(STORY, "<meta property='og:site_name' content='Syrian Observatory for Human Rights'>").source

    assert source is not None
    assert (source.id, source.name) == ("sohr", "Syrian Observatory for Human Rights")
