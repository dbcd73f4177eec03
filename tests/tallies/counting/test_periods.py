"""Files of named periods: in their order, and refused with the reason where they are none."""

from pathlib import Path

import pytest

from untold.codebook.errors import BrokenVocabulary
from untold.tallies.counting import periods_of
from untold.tallies.counting.periods import periods_in
from untold.tallies.tally import NamedPeriod, Window


def test_periods_are_read_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_text('[period."The second"]\nfrom = 2009-01-20\n\n[period.first]\nto = "2009"\n', encoding="utf-8")

    assert periods_of(path) == (
        NamedPeriod("The second", Window("2009-01-20", None)),
        NamedPeriod("first", Window(None, "2009")),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "expected [period"),
        ("[periods.x]\nto = 2009-01-01", "expected [period"),
        ("[period.x]", "expected from, to"),
        ("[period.x]\nuntil = 2009-01-01", "expected from, to"),
        ('[period.x]\nto = "last year"', "is no date"),
        ("[period.x]\nto = 2009", "is no date"),
        ('[period.x]\nfrom = "2010"\nto = "2009-05"', "ends before it begins"),
        ("[period", "Expected"),
    ],
)
def test_a_file_that_is_no_list_of_periods_is_refused(text: str, why: str) -> None:
    with pytest.raises(BrokenVocabulary) as refused:
        periods_in(text, "periods.toml")

    assert why in str(refused.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "periods.toml"
    path.write_bytes("[period.é]".encode("latin-1"))

    with pytest.raises(BrokenVocabulary, match="UTF-8"):
        periods_of(path)
