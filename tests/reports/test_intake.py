"""The door: what bytes become reports, and what is refused with which words."""

import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.samples import PAGE, RSS, SENTENCE, docx, letter, pdf, zipped
from untold.codebook.errors import UnreadableReport
from untold.reports.intake import take, take_in
from untold.reports.report import Report


def kinds(report: Report) -> list[str]:
    return [zone.kind for zone in report.zones]


def words_of(report: Report, kind: str) -> str:
    return " ".join(report.text[zone.start : zone.end].strip() for zone in report.zones if zone.kind == kind)


def refusal(content: bytes, origin: str = "report.bin") -> str:
    with pytest.raises(UnreadableReport) as caught:
        take_in(origin, content)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{origin}: ")
    return caught.value.why


def test_a_report_is_named_by_the_hash_of_its_bytes() -> None:
    content = SENTENCE.encode()

    (report,) = take_in("a.txt", content)

    assert report.capture == hashlib.sha256(content).hexdigest()
    assert report.id == report.capture[:16]
    assert report.origins == ("a.txt",)
    assert (report.text, report.language, report.media_type) == (SENTENCE, "en", "text/plain")


def test_the_same_bytes_are_the_same_report_wherever_they_come_from() -> None:
    assert take_in("a.txt", PAGE.encode())[0].id == take_in("b.htm", PAGE.encode())[0].id


def test_a_date_by_hand_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="write 2016, 2016-03 or 2016-03-14"):
        take_in("a.txt", SENTENCE.encode(), published="last week")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", SENTENCE),
        ("utf-8-sig", SENTENCE),
        ("utf-16", SENTENCE),
        ("utf-16-le", SENTENCE),
        ("windows-1256", "قتل اثنا عشر مدنيا في غارة جوية على المدينة يوم الاثنين، بحسب المرصد السوري لحقوق الإنسان"),
        (
            "windows-1252",
            "The \u201cmarket\u201d was hit \u2014 12 civilians died, the army\u2019s spokesman said on Tuesday.",
        ),
        ("windows-1252", "Doce civiles murieron en un ataque aéreo según el médico. Habló también de los niños."),
        ("windows-1250", "Dwunastu cywilów zginęło w nalocie na miasto w poniedziałek, powiedział dyrektor szpitala"),
        ("koi8-r", "Двенадцать мирных жителей погибли в результате обстрела города в понедельник"),
        ("windows-1251", "Двенадцать мирных жителей погибли в результате обстрела города в понедельник"),
        ("latin-1", "Douze civils ont été tués après un raid aérien, a déclaré le porte-parole élu à la mairie."),
    ],
)
def test_text_in_the_encodings_of_the_press_is_read_to_the_letter(encoding: str, text: str) -> None:
    assert take_in("a.txt", text.encode(encoding))[0].text == text


def test_a_declared_encoding_is_used_where_the_bytes_allow_it() -> None:
    (report,) = take_in("a.txt", "été".encode("cp850"), headers={"Content-Type": "text/plain; charset=cp850"})

    assert report.text == "été"


@pytest.mark.parametrize("content", [b"\xe9t\xe9", bytes([0xC3, 0x28]) * 40, b"\xff\xfe\x00\xd8\x00\x00"])
def test_an_encoding_that_is_not_sure_is_refused_not_guessed(content: bytes) -> None:
    assert refusal(content) in ("encoding unknown", "marked as utf-16-le but is not")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (bytes(range(256)) * 40, "is binary, not text"),
        (b"two people\x00\x01\x02\x03 died" * 20, "is binary, not text"),
        (b"Two people died.\n" * 3_000_000, "is 51 MB, and the limit is 20 MB"),
        (b"Two people died.\n" * 700_000, "holds 12 million characters"),
        (b"\x1f\x8b\x08\x00 packed", "is a gzip archive"),
        (zipped({"a.txt": SENTENCE}), "is a zip archive"),
        (zipped({"xl/workbook.xml": "<x/>"}), "is a spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"{\\rtf1 Two people died.}", "is a rich text file"),
        (b"%PDF-1.4 nothing", "is a broken PDF"),
        (pdf(SENTENCE)[:300], "is a broken PDF"),
        (pdf(SENTENCE, encrypt=True), "is locked with a password"),
        (pdf(""), "holds pictures of pages and no text"),
        (docx((SENTENCE, "Normal"))[:-100], "is a broken or locked DOCX file"),
        (docx(), "holds no text"),
        (zipped({"word/document.xml": b" " * 70_000_000}), "unpacks to 70 MB"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:p>&a;</w:p>'}), "declares entities of its own"),
        (b"<html><script>var died = 2;</script></html>", "holds no visible text"),
        (b"<html>" + b"<div>" * 1_000_000 + b"Two people died.", "nests its tags 1,000,000 deep"),
        (b"<html>" + b"<b>" * 1_000_000 + b"Two people died.", "nests its tags 1,000,000 deep"),
        (
            b"<html><p " + b" ".join(b"a%d='>'" % n for n in range(200_000)) + b">Two died.",
            "a tag of 200,000 attributes",
        ),
        (b"<rss><channel></channel></rss>", "is a feed without entries"),
        (RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "b">]><rss').encode(), "declares entities of its own"),
        (letter("").rstrip() + b"\r\n\r\n", "is an e-mail without text"),
    ],
)
def test_bad_input_is_refused_in_one_line_with_its_reason(content: bytes, why: str) -> None:
    assert why in refusal(content)


@pytest.mark.timing
def test_a_page_of_unclosed_paragraphs_is_read_in_time() -> None:
    start = time.process_time()
    (report,) = take_in("a.html", b"<html>" + b"<p>Two people died here." * 20_000)

    assert report.text.count("Two people died here.") == 20_000
    assert time.process_time() - start < 10


def test_a_page_is_kept_whole_and_its_article_is_told_from_its_frame() -> None:
    (report,) = take_in("a.html", PAGE.encode())

    assert words_of(report, "title") == "Shell hits bakery"
    assert words_of(report, "lede") == SENTENCE
    assert "9 men were killed at the counter" in words_of(report, "body")
    assert words_of(report, "caption") == "The bakery in March, when 3 people died there."
    assert {"Car bomb kills 30", "They killed 500 people", "All rights reserved", "Home"} == {
        words
        for words in ("Car bomb kills 30", "They killed 500 people", "All rights reserved", "Home")
        if words in words_of(report, "furniture")
    }


def test_a_page_says_who_publishes_it_when_and_where() -> None:
    (report,) = take_in("a.html", PAGE.encode())

    assert report.source is not None
    assert report.source.name == "The Example Post"
    assert (report.title, report.url) == ("Shell hits bakery", "https://example.org/2016/07/05/bakery")
    assert (report.published, report.published_reason) == (
        "2016-07-05",
        "the page's data says datePublished; known to the day",
    )
    assert {(found.kind, found.value) for found in report.date_candidates} == {
        ("published", "2016-07-05"),
        ("modified", "2016-07-06"),
        ("crawled", "2020-10-19"),
        ("url", "2016-07-05"),
    }


def test_a_page_without_a_date_of_its_own_has_none() -> None:
    page = (
        "<html><body><div>16:42 GMT 19 October 2020</div><div>Live</div><article><p>"
        + SENTENCE
        + "</p></article></body>"
    )

    assert take_in("a.html", page.encode())[0].published is None


def test_a_pdf_is_read_page_after_page() -> None:
    content = pdf(
        SENTENCE, "The army said nothing of it.", facts="/Title (Shell hits bakery) /CreationDate (D:20160706)"
    )

    (report,) = take_in("a.pdf", content)

    assert report.text == f"{SENTENCE}\n\nThe army said nothing of it."
    assert report.title == "Shell hits bakery"
    assert (report.published, [found.kind for found in report.date_candidates]) == (None, ["modified"])


def test_a_word_file_keeps_its_title_and_its_tables() -> None:
    content = docx(("Shell hits bakery", "Title"), (SENTENCE, "Normal"), table=[["Killed", "12"], ["Wounded", "9"]])

    (report,) = take_in("a.docx", content)

    assert kinds(report) == ["title", "lede", "body", "body"]
    assert "Killed\t12" in report.text


def test_a_letter_is_dated_by_its_header() -> None:
    (report,) = take_in("a.eml", letter(f"{SENTENCE}\r\n\r\nThe army said nothing of it."))

    assert (report.title, report.published) == ("Statement on the bakery", "2016-07-05")
    assert kinds(report) == ["title", "lede", "body"]


def test_a_letter_with_a_long_head_is_a_letter() -> None:
    stamps = b"".join(
        b"Received: from a.example by b.example;\r\n\tTue, 5 Jul 2016 10:00:0%d\r\n" % (n % 9) for n in range(200)
    )

    assert take_in("a.eml", stamps + letter(SENTENCE))[0].published == "2016-07-05"


def test_a_text_with_colons_is_no_letter() -> None:
    text = "Darsaf: three people were killed.\nHamra: two people were killed.\n\nThe list is not complete."

    assert take_in("a.txt", text.encode())[0].media_type == "text/plain"


def test_a_letter_in_html_is_read_as_the_page_it_holds() -> None:
    (report,) = take_in("a.eml", letter(PAGE, kind="html"))

    assert SENTENCE in words_of(report, "lede")
    assert "Car bomb kills 30" in words_of(report, "furniture")


def test_a_feed_is_one_report_for_each_entry() -> None:
    first, second = take("feed.xml", RSS.encode())

    assert first.report.text == f"Shell hits bakery\n\n{SENTENCE}\n\nNine others were wounded."
    assert (first.report.published, second.report.published) == ("2016-07-05", None)
    assert first.report.url == "https://example.org/a"
    assert hashlib.sha256(second.content).hexdigest() == second.report.capture
    assert second.content.startswith(b"<item><title>Mine kills")


def test_an_entry_is_the_same_report_in_tomorrows_feed() -> None:
    item = RSS[RSS.index("<item>") : RSS.index("</item>") + 7]
    tomorrow = RSS.replace(item, f"<item><title>New</title></item>{item}")

    assert take_in("a", RSS.encode())[0].id == take_in("a", tomorrow.encode())[1].id


def test_a_nested_letter_is_refused_not_followed() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))

    assert refusal(b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n" + deep) == "is a broken e-mail"


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        reports = take_in("a.bin", content)
    except UnreadableReport as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert all("".join(r.text[z.start : z.end] for z in r.zones) == r.text for r in reports)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<nav>", "</nav>", "<article>", "<h1>", "</h1>", "Two died. ", "x", "&amp;", "\n"]
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_zones_cover_any_page(pieces: list[str]) -> None:
    try:
        (report,) = take_in("a.html", ("<html>" + "".join(pieces)).encode())
    except UnreadableReport:
        return

    assert "".join(report.text[zone.start : zone.end] for zone in report.zones) == report.text
