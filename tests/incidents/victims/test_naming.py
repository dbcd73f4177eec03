"""Spellings of one name meet across scripts, and a name of one link finds nobody."""

import pytest

from untold.incidents.victims import person_names
from untold.incidents.victims.naming import is_description, likeness, links, meeting_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sami Mukhtara", "Sami al-Mukhtara"),
        ("Sami Mukhtara", "سامي المختارة"),
        ("Khalil Ibn Sami al-Muhtari", "Khaleel Sami Muhtari"),
        ("Abd al-Rahman Mukhtara", "Abdulrahman al-Mukhtara"),
        ("عبد الرحمن المختارة", "Abdurrahman al-Mukhtara"),
        ("Abu Bakr Mukhtara", "Abou Bakr Moukhtara"),
        ("Dr. Sami Khalil Mukhtara", "Sami Mukhtara"),
        ("فاطمه المختاره", "فاطمة المختارة"),
        ("Ali Eid Mukhtara", "علي عيد المختارة"),
        ("Aya Mukhtara", "آية مختارة"),
    ],
)
def test_spellings_of_one_name_can_be_one_persons(one: str, other: str) -> None:
    a, b = person_names(one), person_names(other)

    assert likeness(a, b).is_possible
    assert meeting_keys(a) & meeting_keys(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sami Mukhtara", "Salim Mukhtara"),
        ("Sami Mukhtara", "Sami Khalili"),
        ("Sami Mukhtara", "Mukhtara Sami"),
        ("Ali Mukhtara", "علا المختارة"),
        ("Ali Mukhtara", "Omar Mukhtara"),
        ("Sami", "Sami"),
        ("Sami Khalil Mukhtara", "Sami Mukhtara Khalil"),
    ],
)
def test_other_links_another_order_or_one_link_alone_are_not(one: str, other: str) -> None:
    assert not likeness(person_names(one), person_names(other)).is_possible


def test_the_best_pair_of_spellings_counts() -> None:
    many = person_names("Somebody Else", "Sami Mukhtara")

    assert likeness(many, person_names("سامي مختارة")).is_possible


def test_nobody_without_a_name_is_like_anybody() -> None:
    assert not likeness((), person_names("Sami Mukhtara")).is_possible
    assert meeting_keys(()) == frozenset()
    assert links("Dr.") == ()


def test_a_description_is_no_name() -> None:
    assert is_description("Wife of the baker")
    assert not is_description("Sami Mukhtara")
