"""Whether `untold compare` sets the article's numbers beside the list's on one scope, as the issue asks of it.

The article is read and the monitor's list imported and matched, as a recorder
would. Each line is a yes or a no: what stands, what is refused, in which words,
and which number is offered instead.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from tests.evaluation.corpora import data_folder, present, seed_folder
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.cli.commands import app

LIST = "airwars_coalition_syria_2014_2016.csv"
_SCOPE = ("--actor", "us-led-coalition", "--country", "SYR", "--to", "2016-03-31")
_STATED = ("--grades", "fair,confirmed", "--grades-by", "source")
_DAY = "2016-03-23"  # of the article; its page prints another, of the day it was fetched


def measure() -> list[Measurement]:
    """Return the share of lines that hold: of the scope that the issue names, and of its variants."""
    with TemporaryDirectory(prefix="untold-comparison-") as folder:
        _run("read", min(present(seed_folder()).glob("*.txt")), "--casebook", folder, "--published", _DAY)
        _run("import", present(data_folder() / LIST), "--from", "airwars", "--casebook", folder)
        _run("match", "--casebook", folder)
        lines = [*_alone(folder), *_variants(folder)]
    return [share_right("comparison.seed", LIST, lines)]


def _alone(folder: str) -> Iterator[Outcome]:
    found = _compared(folder, *_SCOPE, "--alone", *_STATED)
    whole, of = _whole(found), _claims(found)
    yield _line("98 incidents", whole["incidents"], 98)
    yield _line("508 to 700", (whole["low"], whole["tally"]["known_high"]), (508, 700))
    yield _line("its minimum is unknown in one", whole["tally"]["without_low"], 1)
    yield _line("it is documented, by Airwars", (whole["adjective"], whole["source"]["id"]), ("documented", "airwars"))
    yield _line("380 is reported by SOHR", _said(of.get(380)), ("reported", "sohr"))
    yield _line("519 is reported by Airwars", _said(of.get(519)), ("reported", "airwars"))
    yield _line("21 is conceded by the White House", _said(of.get(21)), ("conceded", "white-house"))
    yield from _scopes(of)
    yield from _pairs(found, whole, of)


def _scopes(of: dict[int, dict[str, Any]]) -> Iterator[Outcome]:
    window = {"start": "2014-09-23", "end": _DAY}
    yield _line("380 is of eighteen months", of[380]["scope"]["window"], window)
    yield _line("380 has its sentence", of[380]["passage"]["text"].count("380"), 1)
    yield _line("21 states no place", of[21]["scope"]["places"], [])
    yield _line("21 is not on the scope, in words", of[21]["reasons"][0], "place not stated by White House")
    both = [place["country"] for place in of[1044]["scope"]["places"]]
    yield _line("1,044 is of two countries", sorted(both), ["IRQ", "SYR"])
    yield _line("1,044 is not on the scope", of[1044]["verdict"], "not_comparable")


def _pairs(found: dict[str, Any], whole: dict[str, Any], of: dict[int, dict[str, Any]]) -> Iterator[Outcome]:
    beside = _pair(found, whole, of[380])
    yield _line("380 beside the sum", (beside["verdict"], beside["ratio"]), ("with_caveat", 1.337))
    unstated = [reason for reason in beside["reasons"] if reason.endswith("states no grade")]
    yield _line("the grade is a caveat", len(unstated), 1)
    yield _line("380 beside 519", _pair(found, of[380], of[519])["ratio"], 1.366)
    refused = _pair(found, of[380], of[1044])
    yield _line("1,044 is refused beside 380", refused["verdict"], "not_comparable")
    yield _line("in words", refused["reasons"][0], "different place: Syria, against Syria and Iraq")
    yield _line("519 is offered instead", refused["nearest"], of[519]["id"])
    yield _line("21 is refused beside the sum", _pair(found, whole, of[21])["verdict"], "not_comparable")
    own = [each for each in found["items"] if each["of"] == of[380]["id"]]
    window = own[0]["tally"]["scope"]["window"] if own else None
    yield _line("the record is counted on SOHR's days", window, {"start": "2014-09-23", "end": _DAY})


def _variants(folder: str) -> Iterator[Outcome]:
    several = _whole(_compared(folder, *_SCOPE, *_STATED))
    yield _sums("laid to several", several, (100, 515, 712))
    yield _sums("of every grade, alone", _whole(_compared(folder, *_SCOPE, "--alone")), (171, 701, 959))
    yield _sums("of every grade", _whole(_compared(folder, *_SCOPE)), (197, 881, 1233))


def _sums(what: str, whole: dict[str, Any], expected: tuple[int, int, int]) -> Outcome:
    return _line(what, (whole["incidents"], whole["low"], whole["tally"]["known_high"]), expected)


def _line(what: str, found: object, expected: object) -> Outcome:
    return Outcome(what, found == expected, str(expected), str(found))


def _said(item: dict[str, Any] | None) -> tuple[str, str | None] | None:
    return None if item is None else (item["adjective"], item["source"]["id"])


def _whole(found: dict[str, Any]) -> dict[str, Any]:
    return next(each for each in found["items"] if each["id"] == "tally:1")


def _claims(found: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {each["count"]["stated"]: each for each in found["items"] if each["claim"]}


def _pair(found: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    sides = {one["id"], other["id"]}
    return next(each for each in found["pairs"] if {each["a"], each["b"]} == sides)


def _compared(folder: str, *words: str) -> dict[str, Any]:
    out = Path(folder) / "comparison.json"
    _run("compare", "--casebook", folder, *words, "--as", "json", "--out", out)
    whole: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))["comparisons"][0]
    out.unlink()
    return whole


def _run(*words: object) -> None:
    CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
