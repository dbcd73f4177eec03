"""A release is what its standards say, by the standards' own readers."""

import asyncio
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.releases.made import CLAIM, RECORDS
from untold.releases.release import MANIFEST, Terms, json_schema, release_at, written_schema
from untold.releases.tables import SHAPES
from untold.releases.writing import Making, write_release

TERMS = Terms(3, "2026-11-24", "Record of the | valley", "Alder: Monitor", "CC-BY-4.0")
KINDS = {"plain": False, "with HXL": True}
# The tags of the standard, version 1.1: hxlstandard.org/standard/1-1final/dictionary
CORE_TAGS = {
    "#affected", "#inneed", "#targeted", "#reached", "#population", "#value", "#indicator", "#item", "#org", "#group",
    "#contact", "#access", "#activity", "#beneficiary", "#capacity", "#cause", "#channel", "#country", "#crisis",
    "#currency", "#date", "#delivery", "#description", "#event", "#frequency", "#geo", "#impact", "#loc", "#meta",
    "#modality", "#need", "#operations", "#output", "#region", "#respondee", "#sector", "#service", "#severity",
    "#status", "#subsector", *(f"#adm{n}" for n in range(1, 6)),
}  # fmt: skip


@pytest.fixture(scope="module", params=KINDS)
def release(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases") / "release"
    write_release(folder, RECORDS, TERMS, Making("untold-1", "untold 0.1.0", has_hxl=KINDS[request.param]))
    return folder


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tagged") / "release"
    write_release(folder, RECORDS, TERMS, Making("untold-1", "untold 0.1.0", has_hxl=True))
    return folder


@pytest.mark.filterwarnings("default")
def test_the_data_package_is_one_by_the_standards_own_reader(release: Path) -> None:
    from frictionless import validate

    report = validate(release / "datapackage.json")

    assert [task.name for task in report.tasks] == [*(shape.name for shape in SHAPES), "untold-sqlite"]
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert {task.name: task.stats.get("rows") for task in report.tasks}["ranges"] == 2


@pytest.mark.filterwarnings("default")
def test_a_changed_cell_is_found_by_the_data_package_alone(release: Path, tmp_path: Path) -> None:
    from frictionless import validate

    copied = shutil.copytree(release, tmp_path / "copy")
    path = copied / "csv" / "claims.csv"
    path.write_text(path.read_text("utf-8").replace('"at_least"', '"at_wrong"'), "utf-8")

    assert [task.name for task in validate(copied / "datapackage.json").tasks if not task.valid] == ["claims"]


def test_the_manifest_is_checked_by_sha256sum_alone(release: Path) -> None:
    ran = subprocess.run(
        ["sha256sum", "-c", "--strict", MANIFEST], cwd=release, capture_output=True, text=True, check=False
    )
    files = {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}

    assert ran.returncode == 0, ran.stderr
    assert {line.removesuffix(": OK") for line in ran.stdout.splitlines()} == files - {MANIFEST}


def test_sha256sum_finds_one_changed_byte(release: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(release, tmp_path / "copy")
    content = bytearray((copied / "untold.sqlite").read_bytes())
    content[-1] ^= 1
    (copied / "untold.sqlite").write_bytes(content)
    ran = subprocess.run(["sha256sum", "-c", MANIFEST], cwd=copied, capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "untold.sqlite: FAILED" in ran.stdout


def test_the_tags_are_of_the_standard_and_say_what_the_field_says(tagged: Path) -> None:
    for shape in SHAPES:
        names, tags = list(csv.reader(io.StringIO((tagged / "csv" / f"{shape.name}.csv").read_text("utf-8"))))[:2]

        assert names == [column.name for column in shape.columns]
        assert {tag.partition("+")[0] for tag in tags} <= CORE_TAGS
    rows = csv.DictReader(io.StringIO((tagged / "csv" / "incidents.csv").read_text("utf-8")))
    found = next(rows)
    assert {
        name: found[name] for name in ("code", "date_start", "lat", "lon", "place_name", "civilians_killed_low")
    } == {
        "code": "#event+code",
        "date_start": "#date+start",
        "lat": "#geo+lat",
        "lon": "#geo+lon",
        "place_name": "#loc+name",
        "civilians_killed_low": "#affected+killed+civilians+min",
    }


def test_the_reader_of_hxl_takes_every_table(tagged: Path) -> None:
    pytest.importorskip("hxl", reason="libhxl is not installed")
    for shape in SHAPES:
        path = tagged / "csv" / f"{shape.name}.csv"
        # In a process of its own, as the reader leaves its files open.
        ran = subprocess.run([sys.executable, "-c", _HXL, str(path)], capture_output=True, text=True, check=True)
        found = json.loads(ran.stdout)

        assert found["tags"] == [column.hxl for column in shape.columns]
        assert [issue for issue in found["issues"] if issue["severity"] == "error"] == []


_HXL = """
import json, sys
import hxl
options = hxl.InputOptions(allow_local=True)
tags = [column.display_tag for column in hxl.data(sys.argv[1], options).columns]
report = hxl.validate(hxl.data(sys.argv[1], options))
print(json.dumps({"tags": tags, "issues": report["issues"]}, default=str))
"""


def test_datasette_shows_the_tables_with_their_words_and_links(release: Path) -> None:
    tables, page = asyncio.run(_asked(release, ["/untold.json", "/untold/claims"]))
    known = {each["name"]: each for each in json.loads(tables)["tables"]}

    assert {shape.name for shape in SHAPES} <= known.keys()
    assert [key["other_table"] for key in known["claims"]["foreign_keys"]["outgoing"]].count("incidents") == 1
    assert "What one sentence of one report says" in page
    assert "The number as written" in page
    assert "Creative Commons Attribution 4.0" in page
    assert 'href="/untold/incidents/I-7KQ2"' in page


@pytest.mark.parametrize("word", ["shells", "ورده", "وردة", "doctor"])
def test_datasette_finds_a_sentence_by_a_word_of_it_in_any_spelling(release: Path, word: str) -> None:
    (found,) = asyncio.run(_asked(release, [f"/untold/claims.json?_search={word}&_shape=array"]))

    assert [each["id"] for each in json.loads(found)] == [CLAIM.id]


async def _asked(release: Path, addresses: list[str]) -> list[str]:
    from datasette.app import Datasette

    metadata = json.loads((release / "datasette.json").read_text("utf-8"))
    shown = Datasette([str(release / "untold.sqlite")], metadata=metadata)
    return [(await shown.client.get(address)).text for address in addresses]


def test_the_citation_names_the_release_and_its_licence(release: Path) -> None:
    found: dict[str, Any] = yaml.safe_load((release / "CITATION.cff").read_text("utf-8"))

    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "dataset"
    assert (found["title"], found["version"]) == ("Record of the | valley", "3")
    assert str(found["date-released"]) == "2026-11-24"
    assert found["authors"] == [{"name": "Alder: Monitor"}]
    assert found["license"] == "CC-BY-4.0"


def test_the_readme_says_how_to_check_and_what_every_column_means(release: Path) -> None:
    words = (release / "README.md").read_text("utf-8")

    assert f"sha256sum -c {MANIFEST}" in words
    assert "# Record of the \\| valley" in words
    for shape in SHAPES:
        assert f"### {shape.name}" in words
        for column in shape.columns:
            assert f"| `{column.name}` | {column.type} | {column.description}" in words


def test_the_query_of_the_readme_leads_from_a_number_to_its_sentence(release: Path) -> None:
    import sqlite3
    from contextlib import closing

    query = re.search(r"```sql\n(.*?)```", (release / "README.md").read_text("utf-8"), re.DOTALL)
    assert query is not None
    with closing(sqlite3.connect(release / "untold.sqlite")) as link:
        rows = link.execute(query[1].replace("CODE", "I-7KQ2")).fetchall()

    assert rows == [(f"{CLAIM.incident}:killed:civilian:everybody", 14, None, CLAIM.passage, 5, 69, CLAIM.capture)]


def test_the_dictionary_has_every_column(release: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((release / "dictionary.csv").read_text("utf-8"))))

    assert [(row["table"], row["column"]) for row in rows] == [
        (shape.name, column.name) for shape in SHAPES for column in shape.columns
    ]


def test_a_release_says_of_itself_what_it_is_in_the_shape_that_ships(release: Path) -> None:
    found = release_at(release)

    assert (found.number, found.date, found.licence, found.policy) == (3, "2026-11-24", "CC-BY-4.0", "untold-1")
    assert {table.name: (table.rows, table.redacted) for table in found.tables}["incidents"] == (2, 1)
    assert json_schema() == written_schema()
