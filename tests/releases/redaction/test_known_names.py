"""Whoever the record knows by name is found in a text, in both scripts, in any spelling and order; nobody else is."""

import pytest

from untold.incidents.victims import Victim, person_names
from untold.releases.redaction.known_names import KnownNames, OwnNames, chains_of
from untold.releases.redaction.words_in_text import words_of


def person(*names: str, father: tuple[str, ...] = ()) -> Victim:
    return Victim("v", "killed", ("a",), person_names(*names), person_names(*father))


BOTH = person("Sami Omar Mukhtara", "سامي عمر المخترع")
KNOWN = KnownNames([BOTH, person("Layla Canaryfield"), person("Nour"), person("Abd al-Rahman Abu Zayd")])


def found(text: str, known: KnownNames = KNOWN) -> list[str]:
    spans = sorted(set(known.spans(words_of(text))))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Sami Omar Mukhtara was killed", "SAMI OMAR MUKHTARA", "Sami Mukhtara", "Samy al-Mukhtara", "Sami Umar",
        "Mukhtara, Sami", "Dr. Sami bin Omar", "Sami Abdo Mukhtara", "killed: sami mukhtara", "Sami-Omar",
        "Sámi Mukhtāra", "Sa\u200bmi Mukh\u00adtara", "#SamiMukhtara", "#Sami_Mukhtara", "samimukhtara",
        "Ｓａｍｉ Ｍｕｋｈｔａｒａ", "Sami  Mukhtara", "Sami Mokhtara", "Layla Canaryfield's",
    ],
)  # fmt: skip
def test_a_known_name_is_found_in_any_latin_spelling(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "سامي عمر المخترع", "قتل سامي المخترع", "وسامي وعمر", "سَامِي الـمُخـتَرَع", "سامي مخترع", "المخترع سامي",
        "استشهد سامي بن عمر", "سا\u200cمي المخترع", "لسامي المخترع", "سامي للمخترع", "#سامي_المخترع",
        "عبدالرحمن ابو زيد", "عبد الرحمن أبوزيد", "ليلى كناريفيلد",
    ],
)  # fmt: skip
def test_a_known_name_is_found_in_arabic(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "12", "Sami was killed", "Mukhtara market", "Omar said", "Layla and Hana", "the Deir Ezzor governorate",
        "Nour", "Islamic State fighters", "At least 12 people in Manbij", "قتل سامي", "قتل خمسة مدنيين في الرقة",
        "Omar Haddad", "سليم المخترع",
    ],
)  # fmt: skip
def test_one_link_alone_and_other_people_are_not_found(text: str) -> None:
    assert found(text) == []


def test_the_words_of_a_name_that_the_record_does_not_have_go_with_it() -> None:
    assert found("Yesterday, Abu Yusuf Sami Mukhtara Halabi died") == ["Abu Yusuf Sami Mukhtara Halabi"]
    assert found("قتل سامي المخترع الحلبي") == ["سامي المخترع الحلبي"]


def test_in_arabic_no_more_than_two_words_go_with_a_name() -> None:
    assert found("قتل سامي المخترع في بيت قريب") == ["سامي المخترع في بيت"]


def test_a_sentence_that_ends_ends_the_name() -> None:
    assert found("It was Sami Mukhtara. Aleppo fell.") == ["Sami Mukhtara"]
    assert found("سامي المخترع، في البيت") == ["سامي المخترع"]


def test_two_links_far_from_each_other_are_two_people() -> None:
    assert found("Sami and Huda and Rana and Hind and Lina and Omar") == []


def test_the_fathers_name_is_a_link_of_the_childs() -> None:
    known = KnownNames([person("Huda", father=("Karim Inventado",)), person("هدى", father=("كريم",))])

    assert found("Huda Karim was nine", known) == ["Huda Karim"]
    assert found("the shop of Karim Inventado", known) == ["Karim Inventado"]
    assert found("هدى كريم", known) == ["هدى كريم"]


def test_a_person_without_names_is_nobody() -> None:
    known = KnownNames([person(), person("Dr.")])

    assert [*chains_of(person()), *chains_of(person("Dr."))] == []
    assert known.size == 0
    assert found("Sami Mukhtara", known) == []


def test_names_do_not_print() -> None:
    assert repr(KNOWN) == "KnownNames(4 people withheld)"


def test_in_a_sentence_about_the_incident_one_link_is_enough() -> None:
    own = OwnNames([BOTH])
    text = "Sami, 7, and the others; Mukhtara's house. سامي"

    assert [text[a:b] for a, b in own.spans(words_of(text))] == ["Sami", "Mukhtara's", "سامي"]
    assert list(own.spans(words_of("the same market near Manbij"))) == []


def test_an_arabic_spelling_is_what_a_text_in_arabic_has() -> None:
    """Consonants alone meet only where the record has no Arabic spelling: the script writes what tells names apart."""
    assert found("حسان حداد", KnownNames([person("Hussein Haddad", "حسين حداد")])) == []
    assert found("حسان حداد", KnownNames([person("Hussein Haddad")])) == ["حسان حداد"]
