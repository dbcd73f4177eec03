"""The ladder of precision in kilometres."""

import pytest

from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import geo_crosswalk
from untold.incidents.places.precision import coarser, radius_km, rung_of_radius


def test_every_rung_of_the_codebook_has_a_radius() -> None:
    assert all(radius_km(rung) > 0 for rung in geo_crosswalk())


def test_airwars_fourteen_steps_stand_on_the_ladder() -> None:
    steps = {
        "exact_location", "exact_location_belligerent", "exact_location_other", "within_1m", "within_100m", "landmark",
        "street", "neighbourhood", "village", "town", "city", "subdistrict", "district", "province",
    }  # fmt: skip

    assert steps <= geo_crosswalk().keys()


def test_the_ladder_widens_from_spot_to_country() -> None:
    ladder = [
        "within_100m",
        "landmark",
        "street",
        "neighbourhood",
        "village",
        "town",
        "city",
        "subdistrict",
        "district",
    ]
    radii = [radius_km(rung) for rung in [*ladder, "province", "country"]]

    assert radii == sorted(radii)


def test_an_unstated_precision_says_no_more_than_the_country() -> None:
    assert radius_km(None) == radius_km("country")


def test_a_word_that_is_no_rung_is_refused() -> None:
    with pytest.raises(UnknownWording, match="hamlet"):
        radius_km("hamlet")


def test_the_coarser_of_two_rungs_says_less() -> None:
    assert coarser("city", "nearby") == coarser("nearby", "city") == "nearby"


@pytest.mark.parametrize(
    ("kilometres", "rung"), [(0.0, "within_100m"), (0.7, "street"), (7.1, "subdistrict"), (9999, "country")]
)
def test_a_radius_has_the_finest_rung_that_holds_it(kilometres: float, rung: str) -> None:
    assert rung_of_radius(kilometres) == rung
