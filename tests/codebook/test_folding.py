"""Folding: one spelling for reading, at the same length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.codebook.folding import fold, lowered, name_key


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_lowering_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text())
def test_lines_stay_lines(text: str) -> None:
    assert [i for i, c in enumerate(fold(text)) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("1\u202f044", "1 044"),
        ("Airwars\u2019 \u201ctally\u201d", 'Airwars\' "tally"'),
        ("١٢ قتيلا", "12 قتيلا"),
        ("۱۲", "12"),
        ("twenty\u2011four", "twenty-four"),
        ("intervention \u2015 519", "intervention \u2014 519"),
        ("at\tleast\r", "at least "),
        ("12\u201315", "12\u201315"),
    ],
)
def test_typography_is_made_plain(written: str, plain: str) -> None:
    assert fold(written) == plain


def test_a_capital_that_has_no_lower_case_of_its_length_stays() -> None:
    assert lowered("\u0130DL\u0130B") == "\u0130dl\u0130b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jabhat al-Nusra", "JABHAT AL NUSRA"),
        ("Ra\u2019s al-\u02bbAyn", "Ras al-Ayn"),
        ("Médecins Sans Frontières", "medecins sans frontieres"),
        ("الإسلامية", "الاسلاميه"),
        ("المرصد السورى", "المرصد السوري"),
        ("مُحَمَّد", "محمد"),
        ("داعـــش", "داعش"),
        ("U.S.", "US"),
        ("  White   House ", "white house"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hama", "Hamas"), ("Siha", "Sihah"), ("حماة", "حماس"), ("Mali", "Bali")])
def test_names_that_differ_by_more_than_spelling_keep_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_a_key_has_no_spaces_at_its_ends_and_none_doubled(text: str) -> None:
    assert " ".join(name_key(text).split()) == name_key(text)
