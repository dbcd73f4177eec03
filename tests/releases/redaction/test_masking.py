"""What a text may not tell is masked where it has an end, letter for letter, and withheld where it has none."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.incidents.victims import Victim, person_names
from untold.releases.published import MASK
from untold.releases.redaction.known_names import KnownNames, OwnNames
from untold.releases.redaction.masking import Masked, Masker, proof, with_masks
from untold.releases.redaction.pseudonyms import Pseudonyms

SAMI = Victim("v", "killed", ("a",), person_names("Sami Mukhtara", "سامي المخترع"))
MASKER = Masker(KnownNames([SAMI]), "withhold")
FREE = Masker(KnownNames([SAMI]), "publish")
OWN = OwnNames([SAMI])


def masked(text: str) -> str | None:
    return MASKER.masked(text).text


WORDS = ("Sami", "Mukhtara", "was", "killed", "سامي", "المخترع", "36.12345, 37.12345", "@handle", "12", ",", "\n")


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_a_mask_moves_no_offset(text: str) -> None:
    out = FREE.masked(text).text

    assert out is not None
    assert len(out) == len(text)
    assert all(b in (a, MASK) for a, b in zip(text, out, strict=True))


def test_a_text_that_tells_of_nobody_leaves_as_it_is() -> None:
    assert MASKER.masked("At least 12 civilians were killed in Manbij") == Masked(
        "At least 12 civilians were killed in Manbij", None
    )


def test_a_known_name_is_masked_whole() -> None:
    assert MASKER.masked("12, Sami Mukhtara among them, died") == Masked(f"12, {MASK * 13} among them, died", "name")


def test_a_single_link_is_masked_where_the_sentence_is_about_that_incident() -> None:
    assert MASKER.masked("Sami was 7", OWN) == Masked(f"{MASK * 4} was 7", "name")
    assert MASKER.masked("Sami was 7") == Masked("Sami was 7")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The martyr Hana Inventada fell", "The martyr █ fell"),
        ("a boy named Hani Inventado was hit", "a boy named █ was hit"),
        ("identified as Hana Inventada.", "identified as █."),
        ("identified as a baker", "identified as a baker"),
        ("Hana Inventada, 34, was killed", "█, 34, was killed"),
        ("Hana bint Omar Inventada (aged 7) was killed", "█ (aged 7) was killed"),
        ("Hana Inventada, 34 years old", "█, 34 years old"),
        ("Hana, 34, was killed", "Hana, 34, was killed"),
        ("in Deir Ezzor, 34, people", "in Deir Ezzor, 34, people"),
        ("12 of the Inventada family died", "12 of the █ family died"),
        ("12 of the same family died", "12 of the same family died"),
        ("the house of Inventada was hit", "the house of █ was hit"),
        ("the house of a baker was hit", "the house of a baker was hit"),
        ("wife of the baker, child Manbij", "wife of the baker, child Manbij"),
        ("مقتل 5 من عائلة المخترعين", "مقتل 5 من عائلة █"),
        ("مقتل 5 من عائلة واحدة", "مقتل 5 من عائلة █"),
        ("It was Inventada, family said", "It was Inventada, family said"),
        ("Hana Inventada family of 5", "█ family of 5"),
        ("martyr", "martyr"),
        ("a child, Hana", "a child, Hana"),
    ],
)
def test_a_name_that_a_sign_tells_is_masked_though_nobody_knows_it(text: str, left: str) -> None:
    out = masked(text)

    assert out is not None
    assert _squeezed(out) == left


def _squeezed(text: str) -> str:
    while MASK * 2 in text:
        text = text.replace(MASK * 2, MASK)
    return text


@pytest.mark.parametrize(
    "text",
    [
        "Names of the dead: Hana and Hani", "استشهاد المواطن هاني المخترعي", "وهم هاني وهناء", "أسماء الضحايا",
        "مقتل الطفلة هناء", "3- هاني المخترعي", "• هناء المخترعة", "S\u0430mi Mukhtara was killed", "M\u03bfna Haddad",
    ],
)  # fmt: skip
def test_a_text_that_names_somebody_and_does_not_say_how_far_is_withheld(text: str) -> None:
    assert MASKER.masked(text) == Masked(None, "doubt")
    assert FREE.masked(text).text is not None


@pytest.mark.parametrize(
    "text",
    [
        "مقتل الطفل",
        "الشهيد، في الرقة",
        "في حي الشيخ مقصود",
        "Сами и Мона погибли",
        "Σαμι",
        "naïve café",
        "استشهاد خمسة مدنيين في الرقة",
        "3- Manbij was hit",
    ],
)
def test_a_text_that_names_nobody_is_in_no_doubt(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("at 36.12345, 37.98765", "coordinates"), ("at 36.123 N 37.987 E", "coordinates"), ("36.12345", "coordinates"),
        ("٣٦٫١٢٣٤٥ ، ٣٧٫٩٨٧٦٥", "coordinates"), ("36°12'30\"N", "coordinates"), ("36° 12.5' N", "coordinates"),
        ("37SDV580651", "coordinates"), ("37S DV 580 651", "coordinates"), ("3296/CS1958 37SFV002107", "coordinates"),
        ("8G3XQ6R5+2FG", "coordinates"), ("36,12345", None), ("36,12345; 37,98765", "coordinates"),
        ("call +000 99 123 456", "contact"), ("00963112345678", "contact"), ("0933 123 456", "contact"),
        ("1234567890", "contact"), ("a.b@example.org", "contact"), ("@handle", "contact"), ("t.me/x", "contact"),
        ("see https://example.org/x", "contact"), ("www.example.org", "contact"),
        ("1,044 and 2,345 people", None), ("4.5 km from 36.1, 37.9", None), ("2016-03-14", None), ("12 345 678", None),
        ("a@b", None), ("and/or", None), ("$1.5 million", None), ("12°C", None), ("3/2 of them", None),
    ],
)  # fmt: skip
def test_points_and_contacts_are_masked_and_numbers_of_people_are_not(text: str, why: str | None) -> None:
    assert MASKER.masked(text).withheld == why


@pytest.mark.parametrize("text", ["", "12", "3–4", " 7 ", "CS001", "ABCD-12345678a"])
def test_a_cell_that_is_a_number_or_a_code_is_not_looked_at(text: str) -> None:
    assert MASKER.masked(text) == Masked(text)


def test_spans_that_others_found_are_masked_too() -> None:
    assert MASKER.masked("media activist Hana said", spans=[(15, 19)]) == Masked("media activist ████ said", "name")
    assert with_masks("abc", [(1, 99)]) == "a██"


def test_a_short_text_leaves_whole_or_not_at_all() -> None:
    assert MASKER.plain("Tal Zahra") == "Tal Zahra"
    assert MASKER.plain("house of Sami Mukhtara") is None
    assert MASKER.plain(None) is None
    assert MASKER.short("Sami Mukhtara of Homs") == f"{MASK * 13} of Homs"


@pytest.mark.parametrize(
    ("text", "is_written", "tells"),
    [
        ("Sami Mukhtara", False, True), ("36.12345 37.12345", False, True), ("martyr Hana", False, False),
        ("martyr Hana", True, True), ("وهم هاني", True, True), ("S\u0430mi", True, True), ("in Manbij", True, False),
    ],
)  # fmt: skip
def test_signs_count_in_what_was_written_and_not_in_what_was_put_together(
    text: str, *, is_written: bool, tells: bool
) -> None:
    assert MASKER.tells(text, is_written=is_written) == tells


def test_a_hash_of_a_whole_sentence_is_everybodys_and_of_a_masked_one_the_keepers() -> None:
    keyed = Pseudonyms(bytes(32))

    assert proof("words", Masked("words"), keyed) == sha256(b"words").hexdigest()
    assert proof("words", Masked("█████", "name"), keyed) == keyed.proof_of("words")
    assert proof("words", Masked(None, "doubt"), keyed) == keyed.proof_of("words")
