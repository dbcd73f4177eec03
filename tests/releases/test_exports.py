"""Incidents in others' columns: headers exact, doubt empty, every column explained, and read again the same."""

import csv
import io
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluation.corpora import data_folder
from tests.evaluation.grading import AIRWARS
from tests.releases.made import ALLEGATION, DETERMINATION, INCIDENT, RANGE, RECORDS, SOURCE
from tests.releases.redaction.canaries import found_in
from tests.releases.redaction.casebooks import POLICY, make_casebook
from untold.claims.account import Account
from untold.claims.claim import Claim, Status
from untold.claims.columns import accounts_from_list
from untold.claims.columns.keeping import keep_list, renewal_of
from untold.claims.columns.layouts import layouts_named
from untold.claims.readings import kept_claims
from untold.cli import main, release_making
from untold.codebook.errors import BrokenRelease, UnknownWording
from untold.codebook.places import countries
from untold.codebook.vocabularies import geo_crosswalk, vocabulary
from untold.incidents.record import match_casebook
from untold.releases.exports import EXPORT_NAMES, as_csv, export_rows, write_exports
from untold.releases.exports.case import Case, cases_in, cases_of
from untold.releases.exports.casualties import bounds_of, of_everybody
from untold.releases.exports.days import days_of
from untold.releases.exports.writing import export_named
from untold.releases.published import (
    PublishedAttribution,
    PublishedClaim,
    PublishedIncident,
    PublishedRange,
    PublishedRecord,
)
from untold.releases.redaction import published_records
from untold.releases.redaction.policy_file import standard_policy
from untold.releases.release import Terms
from untold.releases.releasing import Wish, release_casebook
from untold.releases.writing import Making, write_release
from untold.reports.casebook import open_casebook
from untold.reports.lists import open_list, read_list

UCDP_HEADER = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob"
)
IBC_HEADER = "IBC code,Start Date,End Date,Time,Location,Target,Weapons,Reported Minimum,Reported Maximum,Sources"
ACLED_HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
AIRWARS_BEGINS = (
    "post_id,post_status,post_published,post_modified,permalink,code,previous_codes,date_type,date,date_end"
)
NAMES = st.text("abcdefgh -'عينوردة", min_size=2, max_size=12).filter(
    lambda name: name[0].isalpha() and name[-1].isalpha()
)
STATUSES: tuple[Status | None, ...] = (None, "civilian", "unknown", "combatant")
DAYS = st.dates(date(2003, 1, 1), date(2026, 1, 1))


def killed(low: int | None, high: int | None, status: Status | None = "civilian", **more: object) -> PublishedRange:
    return replace(RANGE, low=low, high=high, status=status, claims=(), **more)  # type: ignore[arg-type]


def cells(name: str, *records: PublishedRecord) -> dict[str, str]:
    """Return the cells of the one incident that an export has, those that say anything."""
    found = export_rows(records or RECORDS, name)
    (row,) = found.rows
    return {column: cell for column, cell in zip(found.columns, row, strict=True) if cell}


def again(name: str, records: list[PublishedRecord]) -> tuple[tuple[Account, tuple[Claim, ...]], ...]:
    """Return the accounts and claims that our own import reads from an export."""
    listed = read_list(f"{name}.csv", as_csv(export_rows(records, name)).encode())
    found = accounts_from_list(listed, layouts_named(name)[0])
    assert found.faults == ()
    return tuple((row.account, row.claims) for row in found.taken)


@st.composite
def incidents(draw: st.DrawFn, country: str | None = None) -> list[PublishedRecord]:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 1, 5, 6, 20, 40])))
    numbers = st.none() | st.integers(0, 500)
    ranges: list[PublishedRecord] = []
    for status in draw(st.lists(st.sampled_from(STATUSES), min_size=1, unique=True)):
        low, high = draw(numbers), draw(numbers)
        if low is not None and high is not None and low > high:
            low, high = high, low
        if low is not None or high is not None:
            ranges.append(killed(low, high, status))
    square = draw(st.none() | st.tuples(st.integers(-89, 89), st.integers(-179, 179)))
    incident = replace(
        INCIDENT,
        date_start=first.isoformat(),
        date_end=last.isoformat(),
        time_of_day=None,
        place_name=draw(NAMES),
        place_name_local=None,
        admin1=draw(st.none() | NAMES),
        country=country or draw(st.sampled_from(sorted(countries()))),
        lat=None if square is None else square[0] + 0.005,
        lon=None if square is None else square[1] + 0.005,
        geo_precision=draw(st.sampled_from([term.slug for term in vocabulary("geo_precision")])),
        means=draw(st.sampled_from([(), ("airstrike",), ("artillery",)])),
    )
    return [incident, *ranges, SOURCE]


def case_of(records: list[PublishedRecord]) -> Case:
    (case,) = cases_of(records)
    return case


@pytest.mark.parametrize(("name", "header"), [("ucdp", UCDP_HEADER), ("ibc", IBC_HEADER), ("acled", ACLED_HEADER)])
def test_a_header_is_the_publishers_own_letter_by_letter(name: str, header: str) -> None:
    assert as_csv(export_rows(RECORDS, name)).split("\n")[0] == header


def test_airwars_columns_are_those_of_its_table_writer() -> None:
    columns = export_rows(RECORDS, "airwars").columns

    assert ",".join(columns).startswith(AIRWARS_BEGINS)
    assert len(columns) == len(set(columns))
    assert {"civilian_non_combatants_killed_min", "civilian_role_in_military_injured_max", "summary"} < {*columns}
    assert "belligerent_1_assessment_slug" in columns


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_every_column_says_what_it_holds_and_no_note_is_of_none(name: str) -> None:
    export = export_named(name)

    assert [column for column in export.columns if not export.notes.of(column)] == []
    written = {column.replace("GROUP", "children").replace("_N_", "_1_") for column in export.notes.columns}
    assert written - {"*"} <= {*export.columns}


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_a_column_that_is_said_to_be_empty_is_empty(name: str) -> None:
    export = export_named(name)

    empty = {column for column in export.columns if (export.notes.of(column) or "").startswith("Empty")}
    assert empty.isdisjoint(cells_of_any(name))


def cells_of_any(name: str) -> set[str]:
    found = export_rows(
        [*RECORDS, replace(INCIDENT, code="I-IRQ", country="IRQ"), killed(1, 2, incident="I-IRQ")], name
    )
    return {column for row in found.rows for column, cell in zip(found.columns, row, strict=True) if cell}


def test_at_least_fourteen_is_a_floor_and_nothing_else() -> None:
    ucdp = cells("ucdp")

    assert ucdp["low"] == "14"
    assert {"best", "high", "deaths_civilians", "deaths_unknown", "deaths_a", "deaths_b"}.isdisjoint(ucdp)


def test_nobody_is_a_zero_and_not_known_is_none() -> None:
    stated = cells("airwars", INCIDENT, killed(0, 0), killed(None, 7, "unknown"))

    assert (stated["civilian_non_combatants_killed_min"], stated["civilian_non_combatants_killed_max"]) == ("0", "0")
    assert "undetermined_killed_min" not in stated
    assert (stated["undetermined_killed_max"], stated["civilian_harm_reported"]) == ("7", "0")


def test_best_is_what_it_is_made_of() -> None:
    found = cells("ucdp", INCIDENT, killed(5, 5), killed(2, 2, "unknown"), killed(3, 3, "armed_forces"))

    assert (found["best"], found["deaths_civilians"], found["deaths_unknown"]) == ("10", "5", "5")
    assert (found["low"], found["high"]) == ("10", "10")


def test_what_a_total_holds_beside_civilians_is_of_unknown_people() -> None:
    found = cells("ucdp", INCIDENT, killed(9, 9, None), killed(5, 5))

    assert (found["best"], found["deaths_civilians"], found["deaths_unknown"]) == ("9", "5", "4")


def test_civilians_above_the_total_make_nobody_else() -> None:
    found = cells("ucdp", INCIDENT, killed(4, 4, None), killed(5, 5))

    assert (found["best"], found["deaths_civilians"]) == ("4", "5")
    assert "deaths_unknown" not in found


def test_a_withheld_group_leaves_only_a_floor() -> None:
    found = cells("ucdp", INCIDENT, killed(5, 5), killed(None, None, "unknown", is_suppressed=True))

    assert found["low"] == "5"
    assert {"best", "high"}.isdisjoint(found)


def test_an_event_of_ucdps_has_a_death_and_iraq_body_counts_is_in_iraq() -> None:
    hurt = replace(killed(3, 3), harm="injured")

    assert export_rows([INCIDENT, hurt], "ucdp").left_out == ("I-7KQ2",)
    assert export_rows([INCIDENT, killed(0, 0)], "ucdp").left_out == ("I-7KQ2",)
    assert export_rows([INCIDENT, killed(3, 3)], "ibc").left_out == ("I-7KQ2",)
    assert export_rows([replace(INCIDENT, country="IRQ"), killed(3, 3)], "ibc").left_out == ()


def test_iraq_body_count_counts_the_police_with_civilians() -> None:
    found = cells("ibc", replace(INCIDENT, country="IRQ"), killed(3, 4), killed(1, 2, "police"))

    assert (found["Reported Minimum"], found["Reported Maximum"]) == ("4", "6")
    assert (found["Start Date"], found["End Date"]) == ("8 Jul 2016", "31 Jul 2016")


def test_what_a_party_answered_stands_beside_its_name() -> None:
    party = PublishedAttribution("I-7KQ2", None, "us-led-coalition", "the coalition", "contested")
    found = cells("airwars", INCIDENT, party, replace(party, actor="russia", name="Russia", role="denied"), ALLEGATION,
                  DETERMINATION)  # fmt: skip

    assert (found["belligerent_1_name"], found["belligerent_1_type"]) == ("the coalition", "Suspected")
    assert (found["belligerent_1_assessment_slug"], found["belligerent_1_deaths_conceded_min"]) == ("credible", "2")
    assert "belligerent_2_name" not in found


@given(incidents())
def test_ucdps_rows_come_back_as_they_were(records: list[PublishedRecord]) -> None:
    case, total = case_of(records), of_everybody(case_of(records), "killed")
    if total is None or total.high == 0:
        assert export_rows(records, "ucdp").rows == ()
        return

    ((account, claims),) = again("ucdp", records)
    assert_same_place_and_days(account, case)
    assert (
        geo_crosswalk()[account.place.precision or ""].ucdp == geo_crosswalk()[case.incident.geo_precision or ""].ucdp
    )
    everybody = [(claim.count.low, claim.count.high) for claim in claims if claim.status is None]
    assert everybody == ([] if total[:2] == (None, None) else [total[:2]])
    civilians = bounds_of(case, "killed", "civilian")
    own = next((claim.count.stated for claim in claims if claim.status == "civilian"), None)
    assert own == (None if civilians is None else civilians.best)


@given(incidents())
def test_airwars_rows_come_back_as_they_were(records: list[PublishedRecord]) -> None:
    case = case_of(records)

    ((account, claims),) = again("airwars", records)
    assert account.codes == (case.incident.code,)
    assert_same_place_and_days(account, case)
    assert account.stated.grade == case.incident.grade
    for status in STATUSES[1:]:
        stated = bounds_of(case, "killed", status)
        found = next((claim for claim in claims if claim.status == status and claim.demographic is None), None)
        assert (stated is None) == (found is None)
        if stated is not None and found is not None:
            assert (found.count.low, found.count.high) == (stated.low, stated.high)


@given(incidents("IRQ"))
def test_iraq_body_counts_rows_come_back_as_they_were(records: list[PublishedRecord]) -> None:
    case = case_of(records)
    stated = bounds_of(case, "killed", "civilian")
    if stated is None or stated.high == 0:
        assert export_rows(records, "ibc").rows == ()
        return

    ((account, (claim,)),) = again("ibc", records)
    assert (account.date.start, account.date.end) == (case.incident.date_start, case.incident.date_end)
    assert (account.place.name, account.place.country) == (case.incident.place_name, "IRQ")
    assert (claim.count.low, claim.count.high) == (stated.low, stated.high)


@given(incidents())
def test_acleds_rows_come_back_with_the_day_within_theirs_and_the_floor(records: list[PublishedRecord]) -> None:
    case, total = case_of(records), of_everybody(case_of(records), "killed")

    ((account, claims),) = again("acled", records)
    days = days_of(case.incident)
    assert (account.date.start or "") <= export_day(records) <= (account.date.end or "")
    if days.precision in {"day", "days", "week"}:
        assert (account.date.start or "") <= (days.first or "") <= (days.last or "") <= (account.date.end or "")
    assert account.place.country == case.incident.country
    floors = [claim.count.low for claim in claims]
    assert floors == ([] if total is None or total.low is None else [total.low])


def export_day(records: list[PublishedRecord]) -> str:
    return cells("acled", *records)["event_date"]


def assert_same_place_and_days(account: Account, case: Case) -> None:
    incident, days = case.incident, days_of(case.incident)
    assert (account.date.start, account.date.end, account.date.precision) == days
    assert (account.place.name, account.place.admin1, account.place.country) == (
        incident.place_name,
        incident.admin1,
        incident.country,
    )
    assert (account.place.lat, account.place.lon) == (incident.lat, incident.lon)


@given(
    st.text(min_size=1, max_size=20) | st.sampled_from(["=1+1", "+963 11 555 0100", "a;=cmd", "@x", "-36.5", "\t=1"])
)
def test_no_cell_is_run_by_a_spreadsheet_whatever_a_place_is_called(name: str) -> None:
    records: list[PublishedRecord] = [replace(INCIDENT, place_name=name), killed(1, 2), replace(SOURCE, name=name)]

    for export in EXPORT_NAMES:
        for row in csv.reader(io.StringIO(as_csv(export_rows(records, export)), newline="")):
            for cell in row:
                for part in cell.replace("\t", ";").replace("\n", ";").replace("\r", ";").split(";"):
                    assert not part.startswith(("=", "@", "\uff1d")), (export, cell)


def test_numbers_below_zero_and_like_phones_stay_what_they_are() -> None:
    ucdp = cells("ucdp")

    assert ucdp["latitude"] == "-36.505"
    assert "-36.505" in as_csv(export_rows(RECORDS, "ucdp"))


def test_a_name_that_is_no_export_is_refused() -> None:
    with pytest.raises(UnknownWording, match="gdelt"):
        export_rows(RECORDS, "gdelt")


def written(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    write_release(folder, RECORDS, Terms(1, "2026-11-24"), Making("untold-1", "untold"))
    return folder


def test_a_release_gives_the_same_cases_as_its_records(tmp_path: Path) -> None:
    assert tuple(cases_in(written(tmp_path))) == cases_of(RECORDS)


def test_exports_stand_in_a_release_with_their_codes_and_what_is_lost(tmp_path: Path) -> None:
    folder = written(tmp_path)

    counted = write_exports(folder, ["ucdp", "airwars", "ibc"])

    assert counted == {"ucdp": 1, "airwars": 2, "ibc": 0}
    assert (folder / "exports/ucdp.csv").read_text("utf-8") == as_csv(export_rows(RECORDS, "ucdp"))
    with (folder / "exports/codes.csv").open(encoding="utf-8") as lines:
        first = next(csv.DictReader(lines))
    assert (first["incident"], first["ucdp"], first["ibc"]) == ("I-7KQ2", cells("ucdp")["id"], "")
    readme = (folder / "exports/README.md").read_text("utf-8")
    assert "It has 1 of the 2 incidents." in readme
    assert "| `deaths_a` | Empty: the record does not say on which side somebody was. |" in readme


def test_tables_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    folder = written(tmp_path)
    lines = folder / "jsonl" / "incidents.jsonl"
    lines.write_text(lines.read_text("utf-8").split("\n")[1] + "\n", "utf-8")

    with pytest.raises(BrokenRelease, match="ranges of I-7KQ2"):
        list(cases_in(folder))


def test_an_export_knows_nothing_but_published_records() -> None:
    hints = {kind for kind in Case.__annotations__.values() if "Published" in str(kind)}

    assert PublishedIncident in hints
    assert not any("Claim" in str(kind) or "Account" in str(kind) for kind in Case.__annotations__.values())


def test_the_command_line_names_the_exports_that_there_are() -> None:
    assert release_making.EXPORTS == EXPORT_NAMES


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["untold", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_a_release_is_exported_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed, cases, release = tmp_path / "list.csv", tmp_path / "cases", tmp_path / "release"
    listed.write_text(
        "code,date,location,country,killed_min,killed_max,grade\n"
        "CS1,2016-03-14,Tal Zahra,Syria,3,5,Fair\nCS2,2016-03-15,Wadi Safir,Syria,,,Weak\n",
        encoding="utf-8",
    )
    for arguments in (
        ("import", listed, "--from", "airwars", "--casebook", cases),
        ("match", "--casebook", cases),
        ("release", "--casebook", cases, "--out", release, "--exports", "airwars, ucdp", "--date", "2026-11-24"),
        ("release", "verify", release),
        ("import", release / "exports" / "ucdp.csv", "--from", "ucdp", "--casebook", tmp_path / "again"),
    ):
        assert run(monkeypatch, *arguments) == 0

    (killed_again,) = kept_claims(tmp_path / "again")[:1]
    assert (killed_again.count.low, killed_again.count.high) == (3, 5)
    assert sorted(each.name for each in (release / "exports").iterdir()) == [
        "README.md",
        "airwars.csv",
        "codes.csv",
        "ucdp.csv",
    ]
    assert "exports/ucdp.csv" in (release / "SHA256SUMS").read_text("utf-8")


def test_a_list_that_is_no_export_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "casebook.toml").write_text("format = 1\n", "utf-8")

    assert run(monkeypatch, "release", "--casebook", tmp_path, "--out", tmp_path / "r", "--exports", "gdelt") == 2


def test_a_real_list_comes_back_through_a_release_with_its_numbers(tmp_path: Path) -> None:
    path = data_folder() / AIRWARS
    if not path.exists():
        pytest.skip(f"{path} is absent: the list is Airwars' and stays out of the repository")
    listed = open_list(str(path))
    layout = layouts_named("airwars")[0]
    found = accounts_from_list(listed, layout)
    with open_casebook(tmp_path) as casebook:
        keep_list(casebook, listed, renewal_of(tmp_path, found, layout, is_part=False))
        match_casebook(casebook)
    records = list(published_records(tmp_path, standard_policy(), b"0" * 32))

    ours = {case.incident.code: bounds_of(case, "killed", "civilian") for case in cases_of(records)}
    back = {
        account.codes[0]: next(
            (
                each.count
                for each in claims
                if (each.harm, each.status, each.demographic) == ("killed", "civilian", None)
            ),
            None,
        )
        for account, claims in again("airwars", [each for each in records if not isinstance(each, PublishedClaim)])
    }
    assert len(back) == len(ours) == len(found.taken)
    for code, bounds in ours.items():
        count = back[code]
        assert (None if count is None else (count.low, count.high)) == (None if bounds is None else bounds[:2])


@settings(max_examples=4)
@given(st.integers(0, 10**9))
def test_no_canary_is_in_any_export(seed: int) -> None:
    with TemporaryDirectory() as folder, open_casebook(Path(folder) / "cases") as casebook:
        make_casebook(casebook, seed)
        wish = Wish(Terms(1, "2026-12-01"), POLICY, exports=EXPORT_NAMES)
        release_casebook(casebook.folder, Path(folder) / "out", wish, key=b"0" * 32, program="Untold")

        assert found_in(Path(folder) / "out" / "exports") == []
        assert (Path(folder) / "out" / "exports" / "airwars.csv").stat().st_size > 4_000
