"""Protected sources, reports and incidents: the count stays, and what would lead to them is made up or left out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.releases.redaction.writing import (
    DAY,
    KEY,
    PLACE,
    SOHR,
    WATCH,
    Cases,
    account,
    allegation,
    cell,
    claim,
    incident,
    report,
)
from untold.allegations.allegation import Determination
from untold.claims.account import AccountDate, AccountPlace, Stated
from untold.claims.claim import Attribution, Claim, Party, Period, Place
from untold.incidents.incident import Contradiction
from untold.releases.published import (
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedClaim,
    PublishedContradiction,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedReport,
    PublishedSource,
)
from untold.releases.redaction.policy_file import policy_over
from untold.releases.redaction.protected_names import ProtectedNames
from untold.releases.redaction.publishing import edge_of
from untold.releases.redaction.standing import codes_of_account
from untold.reports.report import Passage, Source

POLICY = policy_over({"protected": {"sources": ["alder-watch"], "incidents": ["U-9"]}})
CODE = next(codes_of_account("r1:0"))


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    """Return a casebook whose one incident rests on a protected source."""
    return Cases(tmp_path).plain(
        reports=[report(source=Source("alder-watch", "Alder Watch"))],
        accounts=[account(source=WATCH, means="airstrike", stated=Stated("fair"))],
        claims=[
            claim(
                medium=WATCH,
                period=Period("2016-07-08", None, "P1D", "day", "stated"),
                places=(Place("Tal Zahra", "SYR"),),
                means="airstrike",
            )
        ],
        incidents=[incident(CODE, ranges=(cell(3),))],
    )


def one(cases: Cases, kind: type[Any]) -> Any:
    return cases.one(kind, POLICY)


def test_a_protected_claim_keeps_its_number_and_group_and_nothing_else(cases: Cases) -> None:
    out = one(cases, PublishedClaim)

    assert (out.low, out.harm, out.status, out.scope) == (3, "killed", "civilian", "incident")
    assert {out.start, out.end, out.passage, out.passage_hash, out.capture, out.reader, out.rule, out.confidence} == {
        None
    }
    assert {out.period_end, out.period_duration, out.period_precision, out.period_basis} == {None}
    assert {out.period_start, out.claimant_id, out.means, out.affiliation} == {None}
    assert (out.places, out.countries) == ((), ())
    assert (out.claimant, out.medium) == ("a protected source", "a protected source")
    assert (out.withheld, out.is_redacted) == ("protected_source", True)


def test_a_protected_account_says_neither_when_nor_where_nor_how(cases: Cases) -> None:
    out = one(cases, PublishedAccount)

    assert out.source == "protected"
    assert out.claims == (one(cases, PublishedClaim).id,)
    said = {
        out.date_start, out.time_of_day, out.place_name, out.admin1, out.country, out.lat, out.geo_precision, out.means,
        out.stated_grade,
    }  # fmt: skip
    assert said == {None}
    assert out.codes == ()
    assert out.is_redacted


def test_a_protected_report_is_a_row_with_nothing_in_it(cases: Cases) -> None:
    out = one(cases, PublishedReport)

    assert out == PublishedReport(out.id, "protected", None, None, None, None, None, None, None, is_redacted=True)
    assert one(cases, PublishedSource) == PublishedSource(
        "protected", "a protected source", is_protected=True, reports=1
    )


def test_made_up_ids_lead_from_table_to_table(cases: Cases) -> None:
    row, told, counted, range_of = (
        one(cases, kind) for kind in (PublishedIncident, PublishedAccount, PublishedClaim, PublishedRange)
    )

    assert row.accounts == (told.id,)
    assert counted.account == told.id
    assert range_of.claims == (counted.id,)
    assert told.report == counted.report == one(cases, PublishedReport).id
    assert {each[:2] for each in (told.id, counted.id, told.report)} == {"p-"}


def test_a_code_that_is_a_hash_of_a_protected_account_is_made_up_everywhere(cases: Cases) -> None:
    cases.write(
        incidents=[incident(CODE, ranges=(cell(3),)), incident("U-2", "r2:0", previous_codes=(CODE, "U-3"))],
        allegations=[allegation(incident=CODE)],
    )
    cases.write(
        accounts=[account(source=WATCH), account("r2:0", codes=(CODE,))],
        reports=[report(source=Source("alder-watch", "x")), report("r2")],
    )
    made_up = next(
        each.code for each in cases.rows(PublishedIncident, POLICY) if each.code.startswith("U-") and each.code != "U-2"
    )

    out = cases.out(POLICY)

    assert CODE not in repr(out)
    assert [each.previous_codes for each in cases.rows(PublishedIncident, POLICY)] == [(), (made_up, "U-3")]
    assert one(cases, PublishedAllegation).incident == made_up
    assert [each.codes for each in cases.rows(PublishedAccount, POLICY)] == [(), (made_up,)]


def test_the_code_of_an_incident_that_begins_with_another_account_stays(cases: Cases) -> None:
    cases.write(incidents=[incident("U-2", ranges=(cell(3),))])

    assert one(cases, PublishedIncident).code == "U-2"


def test_a_protected_report_has_another_id_in_every_incident(cases: Cases) -> None:
    cases.write(
        incidents=[incident(), incident("U-2", "r1:9")],
        accounts=[account(source=WATCH), account("r1:9", "r1:9:0", source=WATCH)],
        claims=[claim(), claim("r1:9:0"), claim("r1:99:0", scope="cumulative")],
    )

    named = [each.report for each in cases.rows(PublishedClaim, POLICY)]

    assert len(set(named)) == 3
    assert sorted(each.id for each in cases.rows(PublishedReport, POLICY)) == sorted(named)


def test_the_same_key_makes_up_the_same_ids_again_and_another_key_others(cases: Cases) -> None:
    assert cases.out(POLICY) == cases.out(POLICY)
    assert cases.out(POLICY) != cases.out(POLICY, key=b"1" * 32)


def test_a_protected_source_is_protected_as_the_publisher_of_a_report_too(cases: Cases) -> None:
    cases.write(accounts=[account()], claims=[claim()])

    assert one(cases, PublishedAccount).source == "protected"
    assert one(cases, PublishedClaim).withheld == "protected_source"


def test_a_report_can_be_protected_by_its_id_alone(cases: Cases) -> None:
    cases.write(reports=[report()], accounts=[account()], claims=[claim()])

    out = cases.one(PublishedClaim, protected={"reports": ["r1"]})

    assert (out.withheld, out.low) == ("protected_source", 3)
    assert cases.one(PublishedReport, protected={"reports": ["r1"]}).url is None


@pytest.mark.parametrize(
    "speaking", [claim(claimant=Party("alder-watch", "A. W.")), claim(medium=Party("alder-watch", "A. W."))]
)
def test_a_claim_of_a_protected_speaker_leads_to_no_report_of_another(cases: Cases, speaking: Claim) -> None:
    cases.write(
        reports=[report()], accounts=[account("r1:0", "r1:0:0", "r1:0:1")],
        claims=[speaking, claim("r1:0:1", part_of="r1:0:0") ],
    )  # fmt: skip

    protected, free = cases.rows(PublishedClaim, POLICY)

    assert protected.report.startswith("p-")
    assert (protected.account, protected.incident) == (None, one(cases, PublishedIncident).code)
    assert one(cases, PublishedAccount).claims == ("r1:0:1",)
    assert (free.report, free.part_of) == ("r1", None)


def test_parts_that_are_both_protected_stay_together_and_what_is_no_claim_is_part_of_nothing(cases: Cases) -> None:
    cases.write(
        accounts=[account("r1:0", "r1:0:0", "r1:0:1", source=WATCH)],
        claims=[claim(), claim("r1:0:1", part_of="r1:0:0", restates="r1:7:7")],
    )

    whole, part = cases.rows(PublishedClaim, POLICY)

    assert (part.part_of, part.restates) == (whole.id, None)


def test_what_only_a_protected_account_says_of_an_incident_is_not_said_of_it(cases: Cases) -> None:
    blamed = (Attribution(None, "the men of the hill", "known"), Attribution("russia", "Russia", "known"))
    cases.write(incidents=[incident(attributions=blamed)], accounts=[account(source=WATCH, attributed_to=blamed)])

    out = one(cases, PublishedIncident)

    assert {out.place_name, out.place_name_local, out.admin1, out.time_of_day, out.gazetteer_id} == {None}
    assert (out.lat, out.date_start, out.country, out.is_redacted) == (36.125, "2016-07-08", "SYR", True)
    assert [each.name for each in cases.rows(PublishedAttribution, POLICY)] == [
        "a party whose name is withheld",
        "Russia",
    ]


def test_what_another_account_says_too_is_said(cases: Cases) -> None:
    cases.write(
        reports=[report(source=Source("alder-watch", "x")), report("r2")],
        incidents=[incident("U-1", "r1:0", "r2:0")],
        accounts=[account(source=WATCH), account("r2:0")],
    )

    out = one(cases, PublishedIncident)

    assert (out.place_name, out.place_name_local, out.admin1, out.time_of_day) == (
        "Tal Zahra",
        "تل زهرة",
        "Aleppo",
        "night",
    )


def test_a_contradiction_says_nothing_of_a_protected_account_and_no_distance(cases: Cases) -> None:
    cases.write(
        reports=[report(source=Source("alder-watch", "x")), report("r2")],
        accounts=[account(source=WATCH), account("r2:0")],
        incidents=[
            incident(
                "U-1", "r1:0", "r2:0",
                contradictions=(
                    Contradiction("date", ("r1:0", "r2:0"), "3 days apart"),
                    Contradiction("distance", ("r2:0",), "41 km apart"),
                    Contradiction("date", ("r2:0", "r9:0"), "a code in common"),
                    Contradiction("date", ("r2:0",), "3 days apart"),
                ),
            )
        ],
    )  # fmt: skip

    found = cases.rows(PublishedContradiction, POLICY)

    assert [(each.number, each.kind, each.message) for each in found] == [
        (1, "date", None), (2, "distance", None), (3, "date", "3 days apart"),
    ]  # fmt: skip


def test_codes_of_a_protected_source_are_repeated_by_nobody(cases: Cases) -> None:
    cases.write(
        reports=[report(source=Source("alder-watch", "x")), report("r2")],
        accounts=[
            account(source=WATCH, codes=("AW7",)),
            account("r2:0", codes=("B2",), stated=Stated(codes=("AW7", "C3"), previous_codes=("AW7",))),
        ],
        incidents=[incident("U-1", "r1:0", "r2:0")],
        allegations=[allegation("us-led-coalition:AW7", codes=("AW7", "C3"), numbers=("AW7", "12"))],
    )

    told, put = cases.rows(PublishedAccount, POLICY)[1], one(cases, PublishedAllegation)

    assert (told.stated_codes, told.stated_previous_codes) == (("C3",), ())
    assert (put.codes, put.numbers) == (("C3",), ("12",))
    assert put.id.startswith("p-")


def test_of_a_protected_incident_there_is_no_place_but_its_province_and_no_sentence(cases: Cases) -> None:
    step = Determination(
        "r1:0", "credible", "2016-09-01", statement=claim().quote, stated_place="near Tal Zahra", grid="37SDV580651"
    )
    cases.write(
        reports=[report()], accounts=[account()], claims=[claim(places=(Place("Tal Zahra", "SYR"),))],
        incidents=[incident("U-9", contradictions=(Contradiction("date", ("r1:0",), "3 days apart"),))],
        allegations=[allegation("x:1", step, incident="U-9")],
    )  # fmt: skip

    row, told, counted, found = (
        one(cases, kind) for kind in (PublishedIncident, PublishedAccount, PublishedClaim, PublishedDetermination)
    )

    assert (row.place_name, row.lat, row.admin1, row.country, row.geo_precision) == (
        None,
        None,
        "Aleppo",
        "SYR",
        "province",
    )
    assert (told.place_name, told.lat, told.admin1) == (None, None, "Aleppo")
    assert (counted.places, counted.countries, counted.passage, counted.withheld) == ((), ("SYR",), None, "policy")
    assert (found.stated_place, found.lat, found.distance_km, found.passage) == (None, None, None, None)
    assert one(cases, PublishedContradiction).message is None
    assert row.is_redacted
    assert found.is_redacted


@pytest.mark.parametrize(
    ("place", "rung"),
    [(replace(PLACE, admin1=None), "country"), (replace(PLACE, admin1=None, country="Syria"), None)],
)
def test_a_protected_incident_is_known_as_far_as_its_province_or_country(
    cases: Cases, place: AccountPlace, rung: str | None
) -> None:
    cases.write(reports=[report()], accounts=[account()], claims=[claim()], incidents=[incident("U-9", place=place)])

    assert one(cases, PublishedIncident).geo_precision == rung


@pytest.mark.parametrize(
    ("place", "known"),
    [
        (replace(PLACE, gazetteer_id="170794"), (36.125, "street", None)),
        (replace(PLACE, gazetteer_id="170794", precision="village"), (36.125, "village", "170794")),
        (replace(PLACE, gazetteer_id="somebody's door", precision="village"), (36.125, "village", None)),
        (replace(PLACE, precision="district"), (36.15, "district", None)),
        (replace(PLACE, precision="at the mill"), (36.125, None, None)),
        (replace(PLACE, precision=None, gazetteer_id="170794"), (36.125, None, "170794")),
        (
            replace(PLACE, name="house of Hana Inventada", gazetteer_id="1", precision="village"),
            (36.125, "village", None),
        ),
    ],
)
def test_a_point_leaves_as_a_square_and_a_gazetteers_number_where_it_is_no_door(
    cases: Cases, place: AccountPlace, known: tuple[float | None, str | None, str | None]
) -> None:
    cases.write(reports=[report()], accounts=[account()], claims=[claim()], incidents=[incident(place=place)])

    out = cases.one(PublishedIncident)

    assert (out.lat, out.geo_precision, out.gazetteer_id) == known


def test_a_time_of_day_is_a_clocks_or_a_term_and_a_date_has_the_shape_of_one(cases: Cases) -> None:
    cases.write(reports=[report()], accounts=[account()], claims=[claim()])
    for said, left in (
        ("14:30", "14:30"),
        ("2:30 pm local", "2:30 pm local"),
        ("early morning", "early morning"),
        ("at the wake", None),
    ):
        cases.write(incidents=[incident(date=replace(DAY, time_of_day=said))])

        assert cases.one(PublishedIncident).time_of_day == left

    cases.write(incidents=[incident(date=AccountDate("the day of the wake", "2016-07"))])
    out = cases.one(PublishedIncident)

    assert (out.date_start, out.date_end) == (None, "2016-07")


def test_an_account_of_another_source_in_the_same_report_is_not_protected(cases: Cases) -> None:
    cases.write(reports=[report(source=None)], accounts=[account(source=SOHR)], claims=[claim()])

    assert one(cases, PublishedAccount).source == "sohr"


def test_a_statement_in_a_protected_report_is_withheld_with_its_offsets(cases: Cases) -> None:
    step = Determination("r1:0", "open", None, statement=Passage("r1", 0, 3, "At "))
    cases.write(allegations=[allegation("r1:0", step, incident=CODE)])

    out = one(cases, PublishedDetermination)

    assert (out.start, out.passage, out.passage_hash, out.withheld) == (None, None, None, "protected_source")
    assert out.report.startswith("p-")
    assert out.id.startswith("p-")
    assert out.allegation == one(cases, PublishedAllegation).id


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Via an Alder Watch report 3 died", "Via an ███████████ report 3 died"),
        ("the ALDER WATCH's list", "the █████████████ list"),
        ("a watch on the Alder", "a watch on the Alder"),
        ("alder-watch.example", "███████████.example"),
        ("says the Watch", "says the Watch"),
    ],
)
def test_a_protected_source_is_masked_in_what_others_say(cases: Cases, text: str, left: str) -> None:
    cases.write(reports=[report(), report("r2", source=Source("alder-watch", "Alder Watch"))], accounts=[account()])
    cases.write(claims=[claim(text=text)])

    out = one(cases, PublishedClaim)

    assert out.passage == left
    assert out.withheld == (None if text == left else "protected_source")


def test_a_listed_source_that_is_protected_is_masked_by_all_its_names(cases: Cases) -> None:
    cases.write(reports=[report(source=None)], accounts=[account(source=WATCH)])
    cases.write(claims=[claim(text="Airwars, or airwars.org, says so", medium=None)])

    assert cases.one(PublishedClaim, protected={"sources": ["airwars"]}).passage == "███████, or ███████████, says so"
    assert repr(ProtectedNames(["Airwars", "airwars", "!"])) == "ProtectedNames(1 withheld)"


def test_an_address_at_a_protected_source_stays(cases: Cases) -> None:
    cases.write(reports=[report(url="https://alder-watch.example.org/a")], accounts=[account()], claims=[claim()])

    assert one(cases, PublishedReport).url is None


def test_a_protected_source_goes_by_the_label_wherever_it_is_asked_for(cases: Cases) -> None:
    edge = edge_of(cases.folder, POLICY, KEY)

    assert edge.source_of_report(Source("alder-watch", "Alder Watch"), "r9") == "protected"
    assert edge.source_of_report(Source(None, "The Alder Post"), "r1") == "protected"
    assert edge.sources == {"protected": "a protected source"}
