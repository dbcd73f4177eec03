"""What a belligerent answered leaves in its own words, about incidents that are published, and its grid as a square."""

from pathlib import Path

import pytest

from tests.releases.redaction.writing import PLACE, TEXT, Cases, account, allegation, incident
from untold.allegations.allegation import Determination
from untold.claims.account import Conceded
from untold.claims.claim import Party
from untold.codebook.counts import Count
from untold.releases.published import PublishedAllegation, PublishedDetermination, PublishedReport
from untold.reports.report import Passage

STATEMENT = Passage("r1", 0, len(TEXT), TEXT)


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    return Cases(tmp_path).plain()


def step(**fields: object) -> Determination:
    given = {"id": "r1:0", "status": "credible", "date": "2016-09-01", "statement": STATEMENT}
    return Determination(**{**given, **fields})  # type: ignore[arg-type]


def determined(cases: Cases, **fields: object) -> PublishedDetermination:
    cases.write(allegations=[allegation("x:1", step(**fields))])
    out: PublishedDetermination = cases.one(PublishedDetermination)
    return out


def test_a_statement_leaves_in_its_own_words_with_what_it_concedes(cases: Cases) -> None:
    out = determined(
        cases, reasons=("other", "not one"), standard="more_likely_than_not", corrects="r1:9",
        conceded=Conceded(Count.at_least(3), Count.nobody()),
    )  # fmt: skip

    assert (out.passage, out.start, out.report, out.by) == (TEXT, 0, "r1", "statement")
    assert (out.conceded_killed_low, out.conceded_killed_high) == (3, None)
    assert (out.conceded_injured_low, out.conceded_injured_high) == (0, 0)
    assert (out.reasons, out.standard, out.corrects) == (("other",), "more_likely_than_not", "r1:9")
    assert (out.withheld, out.is_redacted) == (None, False)


def test_who_entered_a_step_is_a_person_and_the_reason_stays(cases: Cases) -> None:
    out = determined(cases, id="hand:3", by="rana", why="told on the telephone", statement=None)

    assert (out.id, out.by, out.passage, out.start, out.report) == ("hand:3", "person", None, None, None)
    assert "telephone" not in repr(cases.out())
    assert "rana" not in repr(cases.out())


def test_a_grid_leaves_as_a_square_and_the_distance_is_that_of_the_squares(cases: Cases) -> None:
    out = determined(cases, grid="37SCA6000099000", distance_km=3.14159)

    assert (out.cell_degrees, out.lat is not None, out.lon is not None) == (0.01, True, True)
    assert out.distance_km == round(out.distance_km or 0, 1)
    assert out.distance_km != 3.14159


def test_a_distance_of_nothing_to_measure_is_null(cases: Cases) -> None:
    cases.write(incidents=[incident(place=PLACE.__class__("Tal Zahra"))])

    assert determined(cases, grid="37SCA6000099000").distance_km is None
    assert determined(cases, grid=None).lat is None
    assert determined(cases, grid="at the mill").lat is None


def test_a_grid_in_the_words_of_a_statement_is_masked(cases: Cases) -> None:
    text = "3296/CS1958 37SCA6000099000"

    out = determined(cases, statement=Passage("r1", 0, len(text), text))

    assert out.passage == f"3296/CS1958 {'█' * 15}"
    assert (out.withheld, out.is_redacted) == ("coordinates", True)


def test_a_place_that_is_somebodys_house_is_not_named(cases: Cases) -> None:
    out = determined(cases, stated_place="house of Hana Inventada")

    assert (out.stated_place, out.is_redacted) == (None, True)
    assert determined(cases, stated_place="near Tal Zahra").stated_place == "near Tal Zahra"


def test_a_statement_of_a_report_that_is_not_there_names_none(cases: Cases) -> None:
    assert determined(cases, statement=Passage("r9", 0, 3, "At ")).report is None


def test_the_report_of_a_statement_is_released(cases: Cases) -> None:
    cases.plain(reports=[*_two_reports()])

    determined(cases, statement=Passage("r2", 0, 3, "At "))

    assert [each.id for each in cases.rows(PublishedReport)] == ["r1", "r2"]


def _two_reports() -> tuple[object, ...]:
    from tests.releases.redaction.writing import report

    return report(), report("r2")


def test_an_allegation_leaves_with_the_actors_own_numbers(cases: Cases) -> None:
    cases.write(allegations=[allegation(numbers=("2793",), codes=("CS1958",), reporter=Party("airwars", "Airwars"))])

    assert cases.one(PublishedAllegation) == PublishedAllegation(
        "us-led-coalition:7", "U-1", None, "us-led-coalition", "US-led coalition", "2016-08-01", "open", "airwars",
        "Airwars", ("2793",), ("CS1958",),
    )  # fmt: skip


@pytest.mark.parametrize("reporter", [None, Party(None, "Hana Inventada"), Party("own", "Own list")])
def test_who_put_an_allegation_is_told_only_of_listed_bodies(cases: Cases, reporter: Party | None) -> None:
    cases.write(allegations=[allegation(reporter=reporter)])

    out = cases.one(PublishedAllegation)

    assert (out.reporter_id, out.reporter) == (None, None)


def test_a_listed_body_that_is_protected_put_no_allegation(cases: Cases) -> None:
    cases.write(allegations=[allegation(reporter=Party("airwars", "Airwars"))])

    assert cases.one(PublishedAllegation, protected={"sources": ["airwars"]}).reporter is None


def test_an_allegation_about_an_account_is_about_the_accounts_incident(cases: Cases) -> None:
    cases.write(allegations=[allegation(incident=None, account="r1:0")])

    out = cases.one(PublishedAllegation)

    assert (out.incident, out.account) == ("U-1", "r1:0")


@pytest.mark.parametrize(
    "about", [{"incident": "U-9"}, {"incident": None}, {"incident": None, "account": "r1:9"}, {"incident": "U-2"}]
)
def test_an_allegation_about_nothing_that_is_published_stays(cases: Cases, about: dict[str, str | None]) -> None:
    cases.write(
        incidents=[incident(), incident("U-2", "r1:9", state="draft")],
        accounts=[account(), account("r1:9")],
        allegations=[allegation("x:1", step(), **about)],
    )

    assert cases.rows(PublishedAllegation) == []
    assert cases.rows(PublishedDetermination) == []


@pytest.mark.parametrize(
    ("to", "named"),
    [
        (Party(None, "the air force"), "the air force"),
        (Party(None, "martyr Hana Inventada"), "an actor whose name is withheld"),
    ],
)  # fmt: skip
def test_an_actor_that_is_not_listed_goes_by_its_words_unless_they_name_somebody(
    cases: Cases, to: Party, named: str
) -> None:
    cases.write(allegations=[allegation(to=to)])

    assert cases.one(PublishedAllegation).to == named


def test_an_id_that_names_somebody_is_made_up(cases: Cases) -> None:
    cases.write(allegations=[allegation("coalition:martyr Hana Inventada", step(id="martyr Hana Inventada"))])

    assert cases.one(PublishedAllegation).id.startswith("p-")
    assert cases.one(PublishedDetermination).id.startswith("p-")
    assert cases.one(PublishedDetermination).allegation == cases.one(PublishedAllegation).id


def test_an_id_that_another_release_made_up_stays_as_it_is(cases: Cases) -> None:
    made_up = "p-9f54a17d1ea6dd7e5306"
    cases.write(allegations=[allegation(made_up, step(id=made_up))])

    assert (cases.one(PublishedAllegation).id, cases.one(PublishedDetermination).id) == (made_up, made_up)
