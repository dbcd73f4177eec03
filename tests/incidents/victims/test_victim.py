"""A victim is one person, checked against the vocabularies, and never printed by accident."""

import logging
from dataclasses import replace
from typing import Any, get_args

import pytest

from tests.incidents.victims.people import CANARY, CANARY_AR, account, record, victim
from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import vocabulary
from untold.incidents.victims import Age, Policy, particulars_of, person_names, redacted
from untold.incidents.victims.victim import AgeBand, PersonStatus, script_of

SHOWN: list[Any] = [
    victim(),
    victim().names,
    victim().names[0],
    [victim()],
    {"who": victim(father=person_names(CANARY))},
    record(),
    particulars_of(victim(), {"a": account()}),
    redacted(victim(), Policy()),
]


@pytest.mark.parametrize("shown", SHOWN, ids=range(len(SHOWN)))
@pytest.mark.parametrize("written", [repr, str, "{}".format, "{!r:>9}".format], ids=["repr", "str", "format", "padded"])
def test_no_name_is_printed_by_accident(shown: Any, written: Any) -> None:
    words = written(shown)

    assert not [part for name in (CANARY, CANARY_AR) for part in name.split() if part in words]


def test_no_name_is_in_a_log_line_or_in_an_error(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnknownWording) as caught:
        victim(occupations=("spy",))
    logging.getLogger("untold").warning("%s %r", victim(), victim().names)

    assert "Canarywing" not in caplog.text + str(caught.value)


def test_the_statuses_and_bands_are_those_of_the_vocabularies() -> None:
    assert set(get_args(PersonStatus)) == {term.slug for term in vocabulary("person_status")}
    assert set(get_args(AgeBand)) == {term.slug for term in vocabulary("age_band")}


@pytest.mark.parametrize(
    ("age", "is_minor"),
    [
        (Age(), None),
        (Age(0, 0), True),
        (Age(17, 17), True),
        (Age(18, 18), False),
        (Age(17, 19), None),
        (Age(17, 19, "child"), True),
        (Age(band="elder"), False),
    ],
    ids=str,
)
def test_a_minor_is_younger_than_eighteen_or_nobody_knows(age: Age, is_minor: bool | None) -> None:  # noqa: FBT001
    assert age.is_minor is is_minor


@pytest.mark.parametrize("fields", [(9, 8), (-1, 3), (3, 131), (34, 34, "child"), (3, 3, "adult")], ids=str)
def test_an_age_that_contradicts_itself_is_refused(fields: Any) -> None:
    with pytest.raises(ValueError, match="years old"):
        Age(*fields)


def test_a_name_keeps_all_its_spellings_with_their_scripts_each_once() -> None:
    found = person_names(CANARY, CANARY_AR, f" {CANARY} ", "", "Изобретённый")

    assert [each.script for each in found] == ["Latn", "Arab", "Cyrl"]
    assert script_of("漢") == "Zzzz"


def test_a_victim_can_be_changed_by_making_another() -> None:
    assert replace(victim(), family="f1").family == "f1"
