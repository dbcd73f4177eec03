"""Reports from words alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.reports.intake import take_in
from untold.reports.language import language_of
from untold.reports.plain_text import report_from_text
from untold.reports.report import Source

STORY = (
    "Sun 10 Jul 2016 29 Rebels Dead in Clashes in Hamra. At least 29 rebels and four civilians died on Sunday, "
    "a monitor said. Among the civilians were two children, according to the hospital, which treated nine wounded. "
) * 9


@given(st.text(max_size=300))
def test_any_text_is_kept_to_the_letter(text: str) -> None:
    report = report_from_text(text)

    assert report.text == text
    assert "".join(text[zone.start : zone.end] for zone in report.zones) == text
    for candidate in report.date_candidates:
        passage = candidate.passage
        assert passage is None or text[passage.start : passage.end] == passage.text


def test_what_is_known_from_elsewhere_is_taken_over() -> None:
    source = Source("sohr", "SOHR")

    report = report_from_text("Two died.", origin="row 7", source=source, url="https://example.org/a", title="A title")

    assert (report.origins, report.source, report.url, report.title) == (
        ("row 7",),
        source,
        "https://example.org/a",
        "A title",
    )
    assert (report.language, report.media_type) == ("en", "text/plain")


def test_a_text_and_its_file_are_one_report() -> None:
    assert report_from_text(STORY).id == take_in("a.txt", STORY.encode())[0].id


@pytest.mark.timing
def test_a_text_becomes_a_report_in_a_fraction_of_a_millisecond() -> None:
    report_from_text(STORY)
    start = time.process_time()
    for _ in range(200):
        report_from_text(STORY)

    # Measured 0.06 ms for 2 kB; the bound is for a busy machine.
    assert (time.process_time() - start) / 200 < 0.001


def test_languages_are_told_by_their_words() -> None:
    assert language_of(STORY) == "en"
    assert language_of(STORY.upper()) == "en"
    assert language_of("قتل تسعة مدنيين يوم الأربعاء في قصف مدفعي استهدف سوقا للخضار في البلدة") == "ar"
    assert language_of("Двенадцать мирных жителей погибли в результате обстрела города Харькова") == "ru"
    assert language_of("2 killed in Kunduz") is None
