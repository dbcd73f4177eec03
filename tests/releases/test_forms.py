"""Every form of a table says the same, and nothing of it is run by a spreadsheet."""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases import looking
from tests.releases.made import CLAIM, INCIDENT, RECORDS
from tests.releases.worlds import AWKWARD, worlds
from untold.codebook.errors import ReleaseRefused
from untold.releases.forms.comma_separated import guarded_throughout, unguarded_throughout
from untold.releases.published import PublishedRecord
from untold.releases.release import Terms
from untold.releases.tables import SHAPES
from untold.releases.writing import Making, write_release

TERMS = Terms(3, "2026-11-24", "Record of the valley", "Alder Monitor", "CC-BY-4.0")
MAKING = Making("untold-1", "untold 0.1.0")
_RUN = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?%?")


@contextmanager
def released(records: Sequence[PublishedRecord], *, has_hxl: bool = False) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "release"
        write_release(place, records, TERMS, replace(MAKING, has_hxl=has_hxl))
        yield place


@settings(max_examples=25, deadline=None)
@given(worlds(), st.sampled_from(["with HXL", "plain"]))
def test_every_form_holds_the_same_rows(records: tuple[PublishedRecord, ...], kind: str) -> None:
    has_hxl = kind == "with HXL"
    with released(records, has_hxl=has_hxl) as folder:
        for shape in SHAPES:
            rows = looking.from_json_lines(folder, shape.name)

            assert looking.from_csv(folder, shape.name, shape.columns, has_hxl=has_hxl) == rows
            assert looking.from_parquet(folder, shape.name) == rows
            assert looking.from_database(folder, shape.name, shape.columns) == rows
            if shape.point is not None:
                assert looking.from_geojson(folder, shape.name) == rows


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_no_cell_of_any_csv_file_begins_as_a_formula(records: tuple[PublishedRecord, ...]) -> None:
    with released(records) as folder:
        for path in folder.rglob("*.csv"):
            for row in looking.csv_cells(path):
                assert [cell for cell in row if _is_run(cell)] == []


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_no_part_of_a_line_is_a_formula_where_lists_are_separated_by_semicolons_or_tabs(
    records: tuple[PublishedRecord, ...],
) -> None:
    with released(records) as folder:
        for path in folder.rglob("*.csv"):
            lines = re.split("[;\t\n\r]", path.read_text("utf-8"))
            assert [part for part in lines if _is_run(part.strip('"'))] == []


def _is_run(cell: str) -> bool:
    return _RUN.match(cell) is not None and _NUMBER.fullmatch(cell) is None


@given(st.text(st.sampled_from("=+-@'\t\r\n; 1.5e,%a＝＋－＠"), max_size=12))
def test_a_guard_is_taken_away_again_from_whatever_it_was_put_before(cell: str) -> None:
    assert unguarded_throughout(guarded_throughout(cell)) == cell


@pytest.mark.parametrize("number", ["-5", "-36.5", "+12", "-1,234", "-5%", "1e-7", "-2E+5"])
def test_a_negative_number_stays_one(number: str) -> None:
    assert guarded_throughout(number) == number


@pytest.mark.parametrize("text", AWKWARD, ids=repr)
def test_awkward_words_come_back_from_csv_as_they_went_in(text: str) -> None:
    assert unguarded_throughout(guarded_throughout(text)) == text


def test_a_map_has_its_points_by_longitude_and_latitude_and_a_row_without_one_stays() -> None:
    with released(RECORDS) as folder:
        found = json.loads((folder / "geojson" / "incidents.geojson").read_text("utf-8"))

    assert found["type"] == "FeatureCollection"
    assert [(each["id"], each["geometry"]) for each in found["features"]] == [
        ("I-7KQ2", {"type": "Point", "coordinates": [37.905, -36.505]}),
        ("I-9999", None),
    ]


@pytest.mark.parametrize("lat", [float("nan"), float("inf"), 91.0])
def test_what_is_no_point_on_the_earth_is_no_geometry_and_no_number_that_is_none(lat: float) -> None:
    with released([replace(INCIDENT, lat=lat, accounts=(), grade_accounts=())]) as folder:
        found = json.loads((folder / "geojson" / "incidents.geojson").read_text("utf-8"), parse_constant=pytest.fail)

    assert found["features"][0]["geometry"] is None


def test_a_map_of_nothing_is_an_empty_collection() -> None:
    with released([]) as folder:
        found = json.loads((folder / "geojson" / "incidents.geojson").read_text("utf-8"))

    assert found == {"type": "FeatureCollection", "features": []}


def test_a_floor_without_a_ceiling_is_low_and_no_high_in_every_form() -> None:
    with released(RECORDS) as folder:
        incidents = [
            json.loads(line) for line in (folder / "jsonl" / "incidents.jsonl").read_text("utf-8").splitlines()
        ]
        ranges = [json.loads(line) for line in (folder / "jsonl" / "ranges.jsonl").read_text("utf-8").splitlines()]

    assert (ranges[0]["low"], ranges[0]["best"], ranges[0]["high"]) == (14, None, None)
    assert (incidents[0]["civilians_killed_low"], incidents[0]["civilians_killed_high"]) == (14, None)
    assert (incidents[0]["killed_low"], incidents[0]["suppressed_ranges"]) == (None, 1)


def test_arabic_is_arabic_in_every_file_that_a_person_opens() -> None:
    with released(RECORDS) as folder:
        for name in ("csv/incidents.csv", "jsonl/incidents.jsonl", "geojson/incidents.geojson", "csv/claims.csv"):
            assert "عين وردة" in (folder / name).read_text("utf-8"), name


def test_the_database_knows_its_keys_and_every_reference_leads_somewhere() -> None:
    with released(RECORDS) as folder, closing(sqlite3.connect(folder / "untold.sqlite")) as link:
        keys = {(row[2], row[3]) for row in link.execute("PRAGMA foreign_key_list(range_claims)")}
        broken = link.execute("PRAGMA foreign_key_check").fetchall()
        reached = link.execute(
            "SELECT c.passage FROM ranges r JOIN range_claims l ON l.range = r.id JOIN claims c ON c.id = l.claim"
        ).fetchall()

    assert keys == {("ranges", "range"), ("claims", "claim")}
    assert broken == []
    assert reached == [(CLAIM.passage,)]


def test_a_number_whose_claim_is_not_there_is_not_released() -> None:
    with (
        TemporaryDirectory() as folder,
        pytest.raises(ReleaseRefused, match=r"range_claims: claim .* not among the claims"),
    ):
        write_release(Path(folder) / "release", [each for each in RECORDS if each is not CLAIM], TERMS, MAKING)


def test_two_rows_of_one_key_are_not_released() -> None:
    with TemporaryDirectory() as folder, pytest.raises(ReleaseRefused, match="incidents: two rows are 'I-7KQ2'"):
        write_release(Path(folder) / "release", [*RECORDS, INCIDENT], TERMS, MAKING)
