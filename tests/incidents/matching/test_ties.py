"""What was found before any pair was made: stories and copies tie texts, a code of its own ties a source's rows."""

from tests.incidents.matching.tellings import TOWN, Telling, blamed, claim, matched, north, telling
from untold.claims.account import AccountPlace
from untold.codebook.counts import Count
from untold.incidents.matching import Match, match_accounts, pairs_to_review, traits_of
from untold.incidents.matching.explaining import explain_pair
from untold.incidents.matching.traits import NamedPlace, Ties

KARM, SAHL = AccountPlace("Karm", country="SYR"), AccountPlace("Sahl", country="IRQ")
STORY = Ties(stories={"a:1": "s", "b:1": "s"})


def _tied(ties: Ties, *told: Telling) -> Match:
    return match_accounts(traits_of([(each.account, each.claims) for each in told], ties))


def test_texts_of_one_story_are_one_incident_although_neither_has_a_date() -> None:
    match = _tied(STORY, telling("a:1", None, AccountPlace()), telling("b:1", None, AccountPlace()))

    assert match.clusters == (("a:1", "b:1"),)
    assert explain_pair(match, "a:1", "b:1").blocked_by == ("story",)


def test_the_place_that_was_read_for_a_text_keeps_its_story_apart_no_more() -> None:
    match = _tied(STORY, telling("a:1", None, KARM), telling("b:1", None, SAHL))

    assert match.clusters == (("a:1", "b:1"),)


def test_points_that_both_texts_state_keep_a_story_apart() -> None:
    assert len(_tied(STORY, telling("a:1"), telling("b:1", place=north(60))).clusters) == 2


def test_days_apart_keep_a_story_apart() -> None:
    match = _tied(STORY, telling("a:1", "2016-03-14", KARM), telling("b:1", "2016-03-19", KARM))

    assert len(match.clusters) == 2


def test_two_incidents_of_one_town_and_day_stay_two_by_their_numbers_whatever_their_words_share() -> None:
    match = _tied(STORY, telling("a:1", killed=Count.exactly(3)), telling("b:1", killed=Count.exactly(19)))

    assert len(match.clusters) == 2


def test_copies_without_a_date_are_one_incident() -> None:
    told = [telling("a:1", None, AccountPlace()), telling("b:1", None, AccountPlace())]

    assert matched(told, copies={"a:1": "c", "b:1": "c"}).clusters == (("a:1", "b:1"),)


def test_the_point_of_a_name_earns_what_a_name_earns() -> None:
    ties = Ties(places={"b:1": NamedPlace(TOWN, 3.0)})
    match = _tied(ties, telling("a:1", place=north(0)), telling("b:1", place=AccountPlace("Elsewhere")))

    (place,) = (each for each in explain_pair(match, "a:1", "b:1").compared if each.comparison == "place")
    assert (place.level, place.points) == ("within", 20)


def test_rows_of_one_source_under_one_code_of_its_are_one_account() -> None:
    told = [telling("ibc:x1", codes=("x1",)), telling("ibc:x1#2", codes=("x1",)), telling("b:1")]

    assert matched(told).clusters == (("b:1", "ibc:x1", "ibc:x1#2"),)


def test_rows_of_one_source_under_two_codes_are_two_accounts() -> None:
    told = [telling("ibc:x1", codes=("x1",)), telling("ibc:x2", codes=("x1", "x2"))]

    assert len(matched(told).clusters) == 2


def test_a_coalition_and_its_member_are_one_hand_and_two_members_are_two() -> None:
    told = [
        telling("a:1", attributed_to=blamed("us-led-coalition")),
        telling("b:1", attributed_to=blamed("france")),
        telling("c:1", attributed_to=blamed("united-kingdom")),
    ]
    levels = {
        pair: next(each.level for each in explain_pair(matched(told), *pair).compared if each.comparison == "actors")
        for pair in (("a:1", "b:1"), ("a:1", "c:1"), ("b:1", "c:1"))
    }

    assert [*levels.values()] == ["same", "same", "apart"]


def test_an_airstrike_or_artillery_goes_with_either_at_the_coarsest_level() -> None:
    told = [telling("a:1", means="airstrike_or_artillery"), telling("b:1", means="airstrike")]
    also = [telling("a:1", means="airstrike_or_artillery"), telling("b:1", means="artillery")]

    for each in (told, also):
        (means,) = (c for c in explain_pair(matched(each), "a:1", "b:1").compared if c.comparison == "means")
        assert (means.level, means.points) == ("level_3", 3)


def test_four_civilians_go_with_four_people_before_eleven() -> None:
    four, eleven = Count.exactly(4), Count.exactly(11)
    told = [
        Telling(telling("a:1", claims=("a:1:1",)).account, (claim("a:1:1", four),)),
        Telling(telling("b:1", claims=("b:1:1",)).account, (claim("b:1:1", eleven, status=None),)),
        Telling(telling("c:1", claims=("c:1:1",)).account, (claim("c:1:1", four, status=None),)),
    ]

    assert matched(told).clusters == (("a:1", "c:1"), ("b:1",))


def test_an_account_without_a_number_fits_two_incidents_of_one_town_and_day_and_joins_neither() -> None:
    told = [
        telling("a:1", killed=Count.exactly(3)),
        telling("b:1", killed=Count.exactly(3)),
        telling("c:1", killed=Count.exactly(19)),
        telling("d:1", killed=Count.exactly(19)),
        telling("e:1"),
    ]
    match = matched(told)

    assert match.clusters == (("a:1", "b:1"), ("c:1", "d:1"), ("e:1",))
    assert {each.why for each in pairs_to_review(match)} == {"ambiguous"}
