"""`untold compare` as a person meets it: an article and a list of our own, on one scope."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from untold.cli import main

ARTICLE = """\
Two counts of one campaign

23 March 2016

SOHR said that 380 civilians have been killed in Syria by US-led coalition airstrikes over the past 18 months.

Airwars said that at least 1,044 civilians have been killed in Syria and Iraq since September 2014. \
In Syria, 519 civilians were killed by coalition airstrikes, Airwars said.

The White House has so far admitted to have killed only 21 civilians.
"""
COLUMNS = "code,date,location,country,lat,lon,belligerents,grade,killed_min,killed_max,official_assessments\n"
ROWS = (
    "CS901,2014-10-02,Northtown,Syria,36.10,38.10,US-led Coalition,Fair,100,120,coalition=not_yet_assessed\n",
    "CS902,2015-06-11,Easttown,Syria,35.20,39.20,US-led Coalition,Confirmed,400,500,coalition=credible\n",
    "CS903,2016-03-28,Southtown,Syria,34.30,40.30,US-led Coalition,Fair,8,80,coalition=non_credible\n",
    "CS904,2016-03-29,Westtown,Syria,33.40,36.40,US-led Coalition,Weak,50,60,coalition=not_yet_assessed\n",
    'CS905,2016-03-02,Midtown,Syria,34.90,37.90,"US-led Coalition, Russian Military",Fair,7,12,\n',
)  # fmt: skip
SCOPE = ("--actor", "US-led coalition", "--country", "Syria", "--to", "2016-03-31")
GRADES = ("--grades", "fair,confirmed", "--grades-by", "source")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["untold", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "80")
        capsysbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsysbinary.readouterr()
        return int(ended.value.code or 0), printed.out.decode(), printed.err.decode()

    return run


@pytest.fixture
def casebook(untold: Run, tmp_path: Path) -> Path:
    """Return a casebook of the article and the list, matched."""
    folder = tmp_path / "cases"
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "list.csv").write_text(COLUMNS + "".join(ROWS), "utf-8")
    assert untold("read", tmp_path / "article.txt", "--casebook", folder, "--published", "2016-03-23")[0] == 0
    code, _, complaint = untold("import", tmp_path / "list.csv", "--from", "airwars", "--casebook", folder)
    assert code == 0, complaint
    assert untold("match", "--casebook", folder)[0] == 0
    return folder


def compared(untold: Run, *arguments: object) -> dict[str, Any]:
    code, printed, complaint = untold("compare", *arguments, "--as", "json")
    assert code == 0, complaint
    whole: dict[str, Any] = json.loads(printed)["comparisons"][0]
    return whole


def items(comparison: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:
    return [each for each in comparison["items"] if all(each[name] == value for name, value in fields.items())]


def test_the_records_sum_stands_beside_the_claims_of_the_article(untold: Run, casebook: Path) -> None:
    found = compared(untold, "--casebook", casebook, *SCOPE, "--alone", *GRADES)

    (whole,) = items(found, id="tally:1")
    assert (whole["low"], whole["high"], whole["incidents"], whole["source"]["id"]) == (508, 700, 3, "airwars")
    assert {each["count"]["stated"]: each["verdict"] for each in items(found, tally=None) if each["claim"]} == {
        380: "with_caveat",
        519: "with_caveat",
        1044: "not_comparable",
        21: "not_comparable",
    }


def test_two_countries_are_refused_and_the_number_for_one_is_the_nearest(untold: Run, casebook: Path) -> None:
    found = compared(untold, "--casebook", casebook, *SCOPE)
    of = {each["count"]["stated"]: each["id"] for each in found["items"] if each["claim"]}

    (refused,) = [each for each in found["pairs"] if {each["a"], each["b"]} == {of[380], of[1044]}]
    assert (refused["verdict"], refused["ratio"], refused["nearest"]) == ("not_comparable", None, of[519])
    assert refused["reasons"][0] == "different place: Syria, against Syria and Iraq"


def test_the_record_is_counted_on_the_scope_of_the_claim(untold: Run, casebook: Path) -> None:
    found = compared(untold, "--casebook", casebook, *SCOPE, *GRADES)
    (sohr,) = items(found, adjective="reported", low=380)

    (own,) = items(found, of=sohr["id"])
    assert own["tally"]["scope"]["window"] == {"start": "2014-09-23", "end": "2016-03-23"}
    assert (own["low"], own["high"], own["incidents"]) == (507, 632, 3)


def test_without_alone_incidents_laid_to_several_are_in(untold: Run, casebook: Path) -> None:
    (whole,) = items(compared(untold, "--casebook", casebook, *SCOPE, *GRADES), id="tally:1")

    assert (whole["low"], whole["high"], whole["incidents"]) == (515, 712, 4)


def test_an_acceptance_without_a_number_is_conceded_and_counted(untold: Run, casebook: Path) -> None:
    (conceded,) = items(compared(untold, "--casebook", casebook, *SCOPE), id="claims:us-led-coalition")

    assert (conceded["low"], conceded["incidents"], conceded["unnumbered"]) == (None, 1, 1)


def test_the_table_fits_a_terminal_and_names_every_number(untold: Run, casebook: Path) -> None:
    code, printed, _ = untold("compare", "--casebook", casebook, *SCOPE, "--alone", *GRADES)

    assert code == 0
    assert max(len(line.rstrip()) for line in printed.splitlines()) <= 80
    for words in (
        "508–700  documented  Airwars",
        "380  reported  SOHR",
        "21  conceded  White House",
        "compare instead",
    ):
        assert words in printed


def test_nothing_is_kept_in_the_casebook_but_the_cache_of_tallies(untold: Run, casebook: Path) -> None:
    before = {path: path.read_bytes() for path in casebook.rglob("*.jsonl")}

    untold("compare", "--casebook", casebook, *SCOPE)

    assert {path: path.read_bytes() for path in casebook.rglob("*.jsonl")} == before


def test_grades_that_nobody_gave_yet_are_asked_for_in_a_line(untold: Run, casebook: Path) -> None:
    code, _, complaint = untold("compare", "--casebook", casebook, *SCOPE, "--grades", "fair")

    assert (code, complaint.count("\n")) == (0, 1)
    assert "run untold grade first" in complaint


def test_accounts_without_incidents_are_to_be_matched_first(untold: Run, casebook: Path) -> None:
    (casebook / "incidents.jsonl").unlink()

    code, _, complaint = untold("compare", "--casebook", casebook, *SCOPE)

    assert (code, "run untold match first" in complaint) == (0, True)


def test_files_are_compared_without_a_casebook(untold: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")

    found = compared(untold, path, "--country", "SYR", "--published", "2016-03-23", "--to", "2016-03")

    assert [each["count"]["stated"] for each in found["items"]] == [519, 380, 21, 1044]
    assert items(found, adjective="documented") == []


def test_a_claims_or_a_reports_id_keeps_the_others_out(untold: Run, casebook: Path) -> None:
    (sohr,) = items(compared(untold, "--casebook", casebook, *SCOPE), adjective="reported", low=380)

    alone = compared(untold, sohr["id"], "--casebook", casebook, *SCOPE)
    of_report = compared(untold, sohr["report"], "--casebook", casebook, *SCOPE)

    assert [each["id"] for each in alone["items"] if each["claim"]] == [sohr["id"]]
    assert len([each for each in of_report["items"] if each["claim"]]) == 4


def test_what_is_read_now_is_compared_beside_the_casebook(untold: Run, casebook: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.txt"
    fresh.write_text(
        "SNHR said that 400 civilians have been killed in Syria by the US-led coalition since 2014.\n", "utf-8"
    )

    found = compared(untold, fresh, "--casebook", casebook, *SCOPE, "--published", "2016-03-20")

    assert [each["source"]["id"] for each in items(found, low=400)] == ["snhr"]


def test_csv_and_lines_and_a_page_can_be_written_to_a_file(untold: Run, casebook: Path, tmp_path: Path) -> None:
    for form, name in (("csv", "c.csv"), ("jsonl", "c.jsonl"), ("html", "c.html"), ("table", "c.txt")):
        code, printed, _ = untold("compare", "--casebook", casebook, *SCOPE, "--as", form, "--out", tmp_path / name)
        assert (code, printed) == (0, "")

    rows = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text("utf-8"))))
    assert "380" in {row["stated"] for row in rows}
    assert '"record":"pair"' in (tmp_path / "c.jsonl").read_text("utf-8")
    assert (tmp_path / "c.html").read_text("utf-8").startswith("<!doctype html>")
    assert "What may be compared" in (tmp_path / "c.txt").read_text("utf-8")


def test_the_page_can_be_had_in_arabic(untold: Run, casebook: Path) -> None:
    _, printed, _ = untold("compare", "--casebook", casebook, *SCOPE, "--as", "html", "--language", "ar")

    assert '<html lang="ar" dir="rtl">' in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name what to compare"),
        (("x.txt", "--actor", "nobody in particular"), "is no actor of the codebook"),
        (("x.txt", "--country", "Atlantis"), "is no country"),
        (("x.txt", "--alone"), "--alone needs an actor"),
        (("x.txt", "--grades", "splendid"), "is no grade"),
        (("x.txt", "--from", "2016", "--to", "2015"), "the window ends before it begins"),
        (("x.txt", "--to", "soon"), "is no date"),
        (("x.txt", "--harm", "annoyed"), "annoyed"),
    ],
)
def test_a_question_that_cannot_be_meant_is_wrong_usage(untold: Run, arguments: tuple[str, ...], words: str) -> None:
    code, _, complaint = untold("compare", *arguments)

    assert code == 2
    assert words in " ".join(complaint.replace("│", " ").split())


def test_an_input_that_cannot_be_read_is_named_and_the_others_compared(untold: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")

    code, printed, complaint = untold("compare", path, tmp_path / "missing.txt", "--country", "SYR")

    assert code == 4
    assert "missing.txt" in complaint
    assert "380" in printed
    assert untold("compare", tmp_path / "missing.txt")[0] == 1


def test_a_folder_that_is_no_casebook_is_an_error_in_a_line(untold: Run, tmp_path: Path) -> None:
    code, _, complaint = untold("compare", "--casebook", tmp_path)

    assert code == 1
    assert complaint.startswith("untold: ")
    assert complaint.count("\n") == 1
