from collections.abc import Sequence
from dataclasses import replace

from tests.incidents.matching.tellings import TOWN, Telling, blamed, citing, matched, north, telling
from untold.claims.account import AccountDate
from untold.codebook.counts import Count
from untold.incidents.building import Changes, build_incidents
from untold.incidents.incident import Incident


def _built(
    tellings: Sequence[Telling], judged: dict[tuple[str, str], str] | None = None, previous: Sequence[Incident] = ()
) -> tuple[tuple[Incident, ...], Changes]:
    claims = {claim.id: claim for each in tellings for claim in each.claims}
    return build_incidents(matched(tellings, judged), [each.account for each in tellings], claims, previous)


def _only(tellings: Sequence[Telling], judged: dict[tuple[str, str], str] | None = None) -> Incident:
    (incident,), _ = _built(tellings, judged)
    return incident


def test_an_incident_takes_the_most_exact_place_and_the_span_of_the_exact_days() -> None:
    vague = telling("a:1", "2016-03-15", replace(TOWN, precision="town"))
    week = telling("c:1", date=AccountDate("2016-03-10", "2016-03-16", "week"), killed=Count.exactly(3), codes=("K1",))
    exact = telling("b:1", place=north(0.5, precision="street"), stated=citing("K1"))

    incident = _only([vague, exact, week])

    assert incident.date == AccountDate("2016-03-14", "2016-03-15", "days")
    assert incident.place == exact.account.place


def test_every_party_stays_named_once_in_its_surest_role_and_once_as_cleared() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("russia", role="suspected")),
        telling("b:1", attributed_to=blamed("russia")),
        telling("c:1", attributed_to=blamed("russia", role="denied")),
    ]

    assert [(each.id, each.role) for each in _only(tellings).attributions] == [
        ("russia", "known"),
        ("russia", "denied"),
    ]


def test_a_year_mistyped_in_an_account_that_a_person_joined_is_flagged() -> None:
    tellings = [telling("a:1"), telling("b:1", "2017-03-14")]

    (found,) = _only(tellings, {("a:1", "b:1"): "same"}).contradictions

    assert (found.kind, found.accounts) == ("date", ("a:1", "b:1"))
    assert "the same day and month, a year apart" in found.message


def test_places_eighty_kilometres_apart_in_one_incident_are_flagged() -> None:
    tellings = [telling("a:1"), telling("b:1", place=north(90))]

    (found,) = _only(tellings, {("a:1", "b:1"): "same"}).contradictions

    assert (found.kind, found.message) == ("distance", "84 km apart beyond what both places leave open")


def test_a_shared_code_that_contradicts_is_flagged_on_both_and_absorbed_by_neither() -> None:
    tellings = [telling("a:1", codes=("CS014",)), telling("b:1", place=north(95), stated=citing("CS014"))]

    incidents, _ = _built(tellings)

    assert len(incidents) == 2
    assert {each.contradictions[0].message for each in incidents} == {
        "a code in common, not joined: 89 km apart beyond what both places leave open"
    }


def test_numbers_and_parties_that_cannot_both_be_right_are_flagged() -> None:
    tellings = [
        telling("a:1", killed=Count.exactly(3), attributed_to=blamed("russia")),
        telling("b:1", killed=Count.exactly(40), attributed_to=blamed("turkish-armed-forces")),
    ]

    found = _only(tellings, {("a:1", "b:1"): "same"}).contradictions

    assert [each.kind for each in found] == ["counts", "actors"]


def test_a_part_and_its_whole_do_not_contradict() -> None:
    tellings = [
        telling("a:1", attributed_to=blamed("centcom")),
        telling("b:1", attributed_to=blamed("pentagon")),
    ]

    assert _only(tellings).contradictions == ()


def test_what_others_put_into_an_incident_stays_with_its_code() -> None:
    (before,), _ = _built([telling("a:1")])
    reviewed = replace(before, state="published", infrastructure=("market",))

    (after,), changes = _built([telling("a:1"), telling("b:1")], previous=[reviewed])

    assert (after.code, after.state, after.infrastructure) == (before.code, "published", ("market",))
    assert changes == Changes((), (before.code,), ())


def test_an_incident_whose_accounts_are_gone_stays_as_withdrawn() -> None:
    (before,), _ = _built([telling("a:1")])

    incidents, changes = _built([telling("b:1", "2018-01-01")], previous=[before])

    assert {each.code: (each.state, each.accounts) for each in incidents}[before.code] == ("withdrawn", ())
    assert changes.ended == (before.code,)


def test_an_account_that_comes_back_makes_a_new_incident_with_a_code_of_its_own() -> None:
    (before,), _ = _built([telling("a:1")])
    without, _ = _built([telling("b:1", "2018-01-01")], previous=[before])

    incidents, _ = _built([telling("a:1"), telling("b:1", "2018-01-01")], previous=without)

    standing = {each.accounts: each.code for each in incidents if each.accounts}
    assert standing["a:1",] != before.code
