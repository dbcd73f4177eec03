"""Two releases of one casebook: what changed is told field by field, and what a redaction hides is not told again."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.releases.redaction.writing import KEY, SOHR, WATCH, Cases, account, cell, claim, incident, report, victim
from untold.codebook.counts import Count
from untold.incidents.incident import Decision
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.policy_file import policy_over
from untold.releases.redaction.standing import codes_of_account
from untold.releases.release import Terms
from untold.releases.releasing import Wish, release_casebook
from untold.reports.report import Source

DAYS = ("2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01")


class Series:
    """Releases of one casebook, each after the one before."""

    def __init__(self, folder: Path) -> None:
        self.cases = Cases(folder).plain()
        self.folder = folder
        self.number = 0

    def release(self, policy: Policy | None = None, **keys: Any) -> Path:
        """Make the next release, and return where it is."""
        before = self.folder / str(self.number) if self.number else None
        self.number += 1
        terms = Terms(self.number, DAYS[self.number - 1], publisher="Alder Monitor")
        wish = Wish(terms, policy or policy_over(keys), before)
        release_casebook(self.cases.folder, self.folder / str(self.number), wish, key=KEY, program="Untold")
        return self.folder / str(self.number)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the last release."""
        lines = (self.folder / str(self.number) / "jsonl" / f"{table}.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def changes(self) -> list[tuple[Any, ...]]:
        """Return the changes of the last release: table, kind, key, field, old, new."""
        return [
            tuple(row[name] for name in ("table", "kind", "key", "field", "old", "new")) for row in self.rows("changes")
        ]

    def text(self) -> str:
        """Return everything that the last release says in text."""
        files = (path for path in (self.folder / str(self.number)).rglob("*") if path.is_file())
        return "\n".join(path.read_text("utf-8", "replace") for path in files)


@pytest.fixture
def series(tmp_path: Path) -> Series:
    return Series(tmp_path)


def test_a_first_release_has_no_changes_and_no_feed(series: Series) -> None:
    out = series.release()

    assert not (out / "corrections.atom").exists()
    assert not (out / "jsonl" / "changes.jsonl").exists()


def test_the_same_casebook_again_changes_nothing(series: Series) -> None:
    series.release()
    series.release()

    assert series.rows("changes") == []
    assert series.rows("deletions") == []


def test_a_number_that_changes_is_told_with_what_it_was(series: Series) -> None:
    series.cases.write(incidents=[incident(ranges=(cell(3),))])
    series.release()
    series.cases.write(
        incidents=[incident(ranges=(cell(4),), grade=Decision("weak", "ours/grade/weak", ("r1:0",), ""))],
        claims=[claim(count=Count.exactly(4))],
    )
    series.release()

    assert series.changes() == [
        ("incidents", "changed", "U-1", "grade", None, "weak"),
        ("incidents", "changed", "U-1", "grade_rule", None, "ours/grade/weak"),
        ("incidents", "changed", "U-1", "grade_by", None, "rule"),
        ("incidents", "changed", "U-1", "grade_accounts", None, "r1:0"),
        ("ranges", "changed", "U-1 / killed / civilian / -", "low", "3", "4"),
        ("ranges", "changed", "U-1 / killed / civilian / -", "high", "3", "4"),
        ("claims", "changed", "r1:0:0", "stated", "3", "4"),
        ("claims", "changed", "r1:0:0", "low", "3", "4"),
        ("claims", "changed", "r1:0:0", "high", None, "4"),
        ("claims", "changed", "r1:0:0", "qualifier", "at_least", "exact"),
    ]


def test_what_comes_with_a_new_incident_is_one_line_and_what_comes_to_an_old_one_its_own(series: Series) -> None:
    series.release()
    series.cases.write(
        reports=[report(), report("r2"), report("r3")],
        accounts=[account(), account("r2:0"), account("r3:0")],
        claims=[claim(), claim("r2:0:0"), claim("r3:0:0")],
        incidents=[incident("U-1", "r1:0", "r2:0"), incident("U-2", "r3:0", ranges=(cell(3, ["r3:0:0"]),))],
    )
    series.release()

    assert series.changes() == [
        ("incidents", "changed", "U-1", "accounts", None, "r1:0; r2:0"),
        ("incidents", "added", "U-2", None, None, None),
        ("accounts", "added", "r2:0", None, None, None),
        ("claims", "added", "r2:0:0", None, None, None),
    ]


def test_a_withdrawn_incident_leaves_a_tombstone_of_code_day_and_reason_for_ever(series: Series) -> None:
    series.cases.write(
        incidents=[incident(ranges=(cell(3),)), incident("U-2", "r2:0")],
        accounts=[account(), account("r2:0")],
        reports=[report(), report("r2")],
    )
    series.release()
    series.cases.write(incidents=[replace(incident(), accounts=(), state="withdrawn"), incident("U-2", "r2:0")])
    series.release()

    assert series.rows("deletions") == [{"code": "U-1", "date": "2026-11-01", "reason": "withdrawn", "into": []}]
    assert ("incidents", "withdrawn", "U-1", None, None, "withdrawn") in series.changes()
    assert {row["key"] for row in series.rows("changes")} == {"U-1", None}
    assert "r1:0" not in series.text()

    series.release()
    assert series.rows("deletions") == [{"code": "U-1", "date": "2026-11-01", "reason": "withdrawn", "into": []}]
    assert series.rows("changes") == []


def test_an_incident_that_goes_back_to_draft_is_only_said_to_be_no_longer_published(series: Series) -> None:
    series.cases.write(incidents=[incident(), incident("U-2", "r1:9")], accounts=[account(), account("r1:9", "r1:9:0")])
    series.release()
    series.cases.write(incidents=[incident(state="draft"), incident("U-2", "r1:9")])
    series.release()

    assert series.rows("deletions") == [{"code": "U-1", "date": "2026-11-01", "reason": "not_published", "into": []}]


def test_a_code_that_is_published_again_is_no_longer_deleted(series: Series) -> None:
    both = [incident(), incident("U-2", "r1:9")]
    series.cases.write(incidents=both, accounts=[account(), account("r1:9", "r1:9:0")])
    series.release()
    series.cases.write(incidents=[incident(state="in_review"), both[1]])
    series.release()
    series.cases.write(incidents=both)
    series.release()

    assert series.rows("deletions") == []
    assert ("incidents", "added", "U-1", None, None, None) in series.changes()


def test_a_merged_incident_leads_to_where_it_went(series: Series) -> None:
    series.cases.write(
        incidents=[incident(), incident("U-2", "r1:9")],
        accounts=[account(), account("r1:9", "r1:9:0")],
        claims=[claim(), claim("r1:9:0")],
    )
    series.release()
    series.cases.write(incidents=[incident("U-1", "r1:0", "r1:9", previous_codes=("U-2",))])
    series.release()

    assert series.rows("deletions") == [{"code": "U-2", "date": "2026-11-01", "reason": "merged", "into": ["U-1"]}]
    assert series.changes()[0] == ("incidents", "merged", "U-1", None, "U-2", None)
    assert not any(kind == "withdrawn" for _, kind, *_ in series.changes())


def test_a_split_incident_leads_to_what_was_part_of_it(series: Series) -> None:
    series.cases.write(
        incidents=[incident("U-1", "r1:0", "r1:9")],
        accounts=[account(), account("r1:9", "r1:9:0")],
        claims=[claim(), claim("r1:9:0")],
    )
    series.release()
    series.cases.write(incidents=[incident(), incident("U-3", "r1:9", previous_codes=("U-1", "U-0"))])
    series.release()

    assert series.rows("deletions") == []
    assert series.changes()[0] == ("incidents", "split", "U-1", None, None, "U-3")


def test_an_incident_that_went_on_in_two_is_deleted_as_split(series: Series) -> None:
    accounts = [account(), account("r1:9", "r1:9:0")]
    series.cases.write(incidents=[incident("U-1", "r1:0", "r1:9")], accounts=accounts)
    series.release()
    series.cases.write(
        incidents=[
            incident("U-4", "r1:0", previous_codes=("U-1",)), incident("U-5", "r1:9", previous_codes=("U-1",)),
        ]
    )  # fmt: skip
    series.release()

    assert series.rows("deletions") == [
        {"code": "U-1", "date": "2026-11-01", "reason": "split", "into": ["U-4", "U-5"]}
    ]


# What a redaction newly hides.


def told_of(series: Series, *words: str) -> list[str]:
    return [word for word in words if word in series.text()]


def test_a_name_that_becomes_known_is_masked_and_what_the_sentence_was_is_not_said_again(series: Series) -> None:
    series.cases.write(claims=[claim(text="Sami Mukhtara and 2 more were killed")])
    assert "Mukhtara" in series.release().joinpath("jsonl", "claims.jsonl").read_text("utf-8")
    series.cases.write(victims=[victim("Sami Mukhtara")])
    series.release()

    assert told_of(series, "Sami", "Mukhtara") == []
    (changed,) = (row for row in series.rows("changes") if row["field"] == "passage")
    assert (changed["old"], changed["is_withheld"]) == (None, True)
    assert "███" in changed["new"]


def test_a_source_that_becomes_protected_is_named_nowhere_in_what_changed(series: Series) -> None:
    series.cases.write(
        reports=[
            report(
                "cafe",
                source=Source("alder-watch", "Alder Watch"),
                url="https://watch.example.org/a",
                capture="cd" * 32,
            )
        ],
        accounts=[account("cafe:0", source=WATCH, codes=("AW7",))],
        claims=[claim("cafe:0:0", "Three died, says the Watch.", medium=WATCH, count=Count.exactly(3))],
        incidents=[incident("U-1", "cafe:0", ranges=(cell(3, ["cafe:0:0"]),))],
    )
    series.release()
    series.release(protected={"sources": ["alder-watch"]})

    assert (
        told_of(series, "alder-watch", "Alder Watch", "watch.example", "cdcdcd", "cafe", "AW7", "says the Watch") == []
    )
    removed = [row for row in series.rows("changes") if row["kind"] == "removed"]
    assert {(row["table"], row["key"], row["rows"]) for row in removed} == {
        (table, None, 1) for table in ("accounts", "claims", "reports", "sources")
    }


def test_a_code_that_becomes_a_hash_of_something_protected_is_not_named_as_gone_either(series: Series) -> None:
    code = next(codes_of_account("r1:0"))
    series.cases.write(
        reports=[report(), report("r2")],
        accounts=[account(source=WATCH), account("r2:0")],
        claims=[claim(), claim("r2:0:0")],
        incidents=[incident(code, ranges=(cell(3),)), incident("U-2", "r2:0", previous_codes=(code,))],
    )
    series.release()
    series.release(protected={"sources": ["alder-watch"]})
    series.release(protected={"sources": ["alder-watch"]})

    assert code not in series.text()
    assert series.rows("deletions") == []
    assert series.rows("changes") == []


def test_a_tombstone_of_a_code_that_becomes_one_is_taken_away(series: Series) -> None:
    code = next(codes_of_account("r1:0"))
    both = [incident(code), incident("U-2", "r1:9")]
    series.cases.write(incidents=both, accounts=[account(source=WATCH), account("r1:9", "r1:9:0")])
    series.release()
    series.cases.write(incidents=[incident(code, state="in_review"), both[1]])
    series.release()
    assert [row["code"] for row in series.rows("deletions")] == [code]
    series.release(protected={"sources": ["alder-watch"]})

    assert series.rows("deletions") == []


def test_a_place_that_becomes_protected_is_not_said_again(series: Series) -> None:
    series.release()
    series.release(protected={"incidents": ["U-1"]})

    assert told_of(series, "Tal Zahra", "تل زهرة", "36.125", "37.985") == []
    by_field = {(row["table"], row["field"]): row for row in series.rows("changes")}
    assert by_field["incidents", "lat"]["is_withheld"]
    assert by_field["incidents", "place_name"]["old"] is None


def test_a_square_that_becomes_coarser_is_not_told_with_the_finer(series: Series) -> None:
    series.release()
    series.release(places={"squares": {"exact_location": 0.1}})

    changed = {row["field"]: (row["old"], row["new"]) for row in series.rows("changes") if row["table"] == "incidents"}
    assert changed["lat"] == (None, "36.15")
    assert "36.125" not in series.text()


def test_a_number_that_becomes_a_small_cell_is_not_said_again(series: Series) -> None:
    series.cases.write(
        claims=[claim(count=Count.exactly(2), demographic="children")],
        incidents=[incident(ranges=(cell(2, demographic="children"),))],
    )
    series.release()
    series.release(small_cells={"resting_on": "any"})

    rows = [row for row in series.rows("changes") if row["field"] in {"low", "high", "stated"}]
    assert len(rows) == 5
    assert {row["old"] for row in rows} == {None}
    assert all(row["is_withheld"] for row in rows)


def test_a_column_that_the_policy_withholds_now_is_not_said_again(series: Series) -> None:
    series.release()
    series.release(fields={"withhold": ["incidents.date_end"]})

    (changed,) = series.rows("changes")
    assert (changed["field"], changed["old"], changed["new"], changed["is_withheld"]) == ("date_end", None, None, True)


def test_a_range_that_is_no_longer_there_is_named_by_its_group_alone(series: Series) -> None:
    series.cases.write(incidents=[incident(ranges=(cell(3), cell(9, demographic="men")))])
    series.release()
    series.cases.write(incidents=[incident(ranges=(cell(3),))])
    series.release()

    assert series.changes() == [("ranges", "removed", "U-1 / killed / civilian / men", None, None, None)]


def test_a_reason_that_is_marked_public_is_told_and_no_other(series: Series) -> None:
    series.release()
    series.cases.write(incidents=[incident(grade=Decision("weak", "r", (), "public: one wire", "rana", "fair"))])
    series.release()
    assert ("incidents", "changed", "U-1", "grade_reason", None, "one wire") in series.changes()
    assert "rana" not in series.text()

    series.cases.write(incidents=[incident(grade=Decision("weak", "r", (), "ask Hana", "rana", "fair"))])
    series.release()
    (changed,) = series.rows("changes")
    assert (changed["field"], changed["old"], changed["is_withheld"]) == ("grade_reason", None, True)
    assert "one wire" not in series.text()
    assert "Hana" not in series.text()


def test_two_series_of_the_same_casebooks_are_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        series = Series(tmp_path / name)
        series.release()
        series.cases.write(incidents=[incident(ranges=(cell(3),))])
        out = series.release()
        written.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})

    assert written[0] == written[1]


def test_an_account_of_a_source_that_is_not_protected_keeps_its_row(series: Series) -> None:
    series.cases.write(accounts=[account(source=SOHR)])
    series.release()
    series.cases.write(accounts=[account(source=SOHR, means="airstrike")])
    series.release()

    assert series.changes() == [("accounts", "changed", "r1:0", "means", None, "airstrike")]
