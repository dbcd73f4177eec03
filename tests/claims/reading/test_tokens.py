"""Tokens: typography and capitals change no reading, and offsets are the report's own."""

import pytest

from tests.claims.reading.asking import claim_at, claims_of, first_passage, told
from untold.codebook.counts import Count

PLAIN = 'The monitor\'s head said "at least 12 civilians" were killed in Idlib.'


@pytest.mark.parametrize(
    "written",
    [
        PLAIN.replace(" ", "\u00a0"),
        PLAIN.replace("'", "\u2019"),
        PLAIN.replace('"at', "\u201cat").replace('s" ', "s\u201d "),
        PLAIN.replace("12", "١٢"),
        PLAIN.replace("at least", "at\u202fleast"),
        PLAIN.upper(),
        PLAIN.replace("civilians were", "civilians  were"),
    ],
)
def test_typography_changes_no_harm_and_no_count(written: str) -> None:
    assert told(written) == [("killed", Count.at_least(12))]


def test_the_words_of_a_number_are_shown_as_the_page_wrote_them() -> None:
    claim = claim_at("“Some\u00a0people fled.” At\u00a0least\u00a0١٢ civilians were killed in Idlib.", "١٢")

    passage = first_passage(claim, "count")

    assert passage is not None
    assert passage.text == "At\u00a0least\u00a0١٢"


def test_offsets_count_code_points_not_bytes_or_utf16_units() -> None:
    text = "\U0001f54a\U0001f54a Idlib: 12 civilians were killed."

    (claim,) = claims_of(text)

    assert claim.evidence["count"] == claim.quote.__class__(claim.report, text.index("12"), text.index("12") + 2, "12")


def test_a_word_cut_by_a_line_break_of_a_wire_is_still_one_sentence() -> None:
    text = "At least 12 civilians were\nkilled and 30 others were wounded in the shelling\nof Idlib, the monitor said."

    assert told(text) == [("killed", Count.at_least(12)), ("injured", Count.exactly(30))]
