"""Whole official reports of our own wording are read as their authors would: entry by entry, number by number."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.allegations.reading import Entry, OfficialReport, read_official_report
from untold.claims.claim import Party
from untold.codebook.counts import Count
from untold.reports.plain_text import report_from_text
from untold.reports.report import Passage, Report

REPORTS = sorted(Path(__file__).with_name("reports").glob("*.txt"))
COALITION = Party("us-led-coalition", "US-led coalition")


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def _wanted(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))


def _report(path: Path) -> Report:
    wanted = _wanted(path)
    return report_from_text(
        path.read_text("utf-8"), title=wanted.get("title"), published=wanted.get("published"), language=None
    )


def _read(path: Path) -> OfficialReport:
    return read_official_report(_report(path), actor=COALITION)


def _number(count: Count | None) -> int | None:
    return None if count is None else count.stated


def _as_read(entry: Entry, field: str) -> object:
    stated = entry.stated
    conceded = stated.conceded
    special: dict[str, object] = {
        "starts": entry.statement.text,
        "ends": entry.statement.text,
        "place": stated.places[0].name if stated.places else None,
        "killed": _number(conceded.killed) if conceded else None,
        "injured": _number(conceded.injured) if conceded else None,
    }
    value = special[field] if field in special else getattr(stated, field)
    return list(value) if isinstance(value, tuple) else value


def _is_right(field: str, read: object, wanted: object) -> bool:
    if field == "starts":
        return str(read).startswith(str(wanted))
    return str(read).endswith(str(wanted)) if field == "ends" else read == wanted


def _misread(entry: Entry, wanted: dict[str, Any]) -> dict[str, object]:
    read = {field: _as_read(entry, field) for field in wanted}
    return {field: value for field, value in read.items() if not _is_right(field, value, wanted[field])}


def test_each_answer_is_found_with_what_it_states(path: Path) -> None:
    wanted = _wanted(path).get("entry", [])

    entries = _read(path).entries

    assert len(entries) == len(wanted)
    assert [_misread(entry, each) for entry, each in zip(entries, wanted, strict=True)] == [{}] * len(wanted)


def test_the_ledger_is_read_as_printed_and_no_more(path: Path) -> None:
    ledger = _read(path).ledger
    wanted = _wanted(path).get("ledger")

    fields = ("month", "open_at_start", "new", "reopened", "completed", "credible", "non_credible", "duplicate")
    read = {
        field: value
        for field in (*fields, "open_at_end", "cumulative")
        if ledger is not None and (value := getattr(ledger, field)) is not None
    }

    assert read == (wanted or {})


def test_the_month_is_the_one_that_the_report_is_about(path: Path) -> None:
    assert _read(path).period == _wanted(path).get("period")


def _passages(read: OfficialReport) -> list[Passage]:
    shown: list[Passage] = [entry.statement for entry in read.entries]
    for entry in read.entries:
        for words in entry.stated.evidence.values():
            shown.extend(words if isinstance(words, tuple) else (words,))
    return [*shown, *(read.ledger.evidence.values() if read.ledger else ())]


def test_every_passage_is_a_slice_of_the_report(path: Path) -> None:
    report = _report(path)
    read = read_official_report(report, actor=COALITION)

    shown = _passages(read)
    assert [each for each in shown if report.text[each.start : each.end] != each.text or each.report != report.id] == []


HOSTILE = [
    "1. \n",
    "Date Killed\n",
    "Credible:\n",
    "1. March 4, 2017, near Karm, Syria. ",
    "43 open reports ",
    "1 1 1 ",
    '{"text":"\\" ',
    "x",
]


@pytest.mark.parametrize("seed", HOSTILE)
def test_a_hostile_report_is_read_in_time_that_grows_as_its_length(seed: str) -> None:
    short, long = (_seconds((seed * 100_000)[:length]) for length in (12_500, 100_000))

    assert long < 2 + 24 * short  # eight times the text; a quadratic reading takes sixty-four times as long


def _seconds(text: str) -> float:
    report = report_from_text(text)
    begun = time.process_time()
    read_official_report(report, actor=COALITION)
    return time.process_time() - begun


@given(
    st.lists(
        st.sampled_from(
            [
                "1. ",
                "May 4, 2017, ",
                "near Karm, ",
                "Syria",
                "\n",
                "\n\n",
                ". ",
                "Credible Reports",
                "Date",
                "Killed",
                "43 ",
                "open reports",
                "• ",
                "two civilians were killed",
                "أيار",
                "\u200f",
                "12/CS9",
                "{",
                '"text": "',
                '"',
            ]
        )
    ).map("".join)
)
def test_whatever_the_report_its_passages_are_its_slices(text: str) -> None:
    report = report_from_text(text)
    read = read_official_report(report, actor=COALITION)

    assert all(report.text[each.start : each.end] == each.text for each in _passages(read))
