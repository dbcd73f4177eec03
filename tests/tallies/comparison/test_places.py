"""How the places of two numbers stand to each other: by their countries, and not by their names alone."""

import pytest

from untold.claims.claim import Place
from untold.tallies.comparison.places import PlaceRelation, countries_of, place_names, place_relation

SYRIA, IRAQ = Place("Syria", "SYR"), Place("Iraq", "IRQ")
MANBIJ, RAQQA = Place("Manbij", None), Place("Raqqa", "SYR")


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ((SYRIA,), (Place("the Syrian Arab Republic", "SYR"), ), "same"),
        ((SYRIA, IRAQ), (IRAQ, SYRIA), "same"),
        ((SYRIA,), (SYRIA, IRAQ), "inside"),
        ((SYRIA, IRAQ), (SYRIA,), "around"),
        ((MANBIJ,), (SYRIA,), "inside"),
        ((SYRIA,), (MANBIJ,), "around"),
        ((MANBIJ, IRAQ), (SYRIA,), "overlapping"),
        ((MANBIJ,), (RAQQA,), "apart"),
        ((MANBIJ,), (IRAQ,), "apart"),
        ((MANBIJ, SYRIA), (MANBIJ,), "same"),
        ((Place("Tripoli", "LBN"),), (Place("Tripoli", "LBY"),), "apart"),
        ((Place("Tripoli", "LBN"),), (Place("Tripoli", None),), "same"),
        ((Place("Nowhereville", None),), (Place("nowhereville", "SYR"),), "same"),
    ],
)  # fmt: skip
def test_places_stand_to_each_other(one: tuple[Place, ...], other: tuple[Place, ...], stands: PlaceRelation) -> None:
    assert place_relation(one, other) == stands


@pytest.mark.parametrize("other", [(Place("Tripoli", None),), (Place("Tripoli", "LBY"),)])
def test_places_that_may_be_one_share_a_key(other: tuple[Place, ...]) -> None:
    assert place_names((Place("Tripoli", "LBN"),)) == place_names(other)


def test_only_whole_countries_are_countries() -> None:
    assert countries_of((SYRIA, IRAQ)) == ("SYR", "IRQ")
    assert countries_of((SYRIA, MANBIJ)) == ()
    assert countries_of(()) == ()
