"""A claim in a few words, which say no more than its fields."""

from typing import Any

import pytest

from tests.tallies.writing import IRAQ, SYRIA, Draft
from untold.claims.claim import Claim, Party, Period
from untold.codebook.counts import Count
from untold.tallies.wording import listed, voice_of, when, where, who


def claim(count: Count | int = 12, **fields: Any) -> Claim:
    return Draft("12 dead").claim("12 dead", count, **fields)


@pytest.mark.parametrize(
    ("count", "fields", "words"),
    [
        (380, {"status": "civilian"}, "380 civilians"),
        (1, {"status": "civilian"}, "1 civilian"),
        (Count.at_least(1), {"status": "civilian"}, "at least 1 civilian"),
        (12, {}, "12 people"),
        (12, {"status": "unknown"}, "12 people"),
        (99, {"status": "civilian", "demographic": "children"}, "99 children"),
        (136, {"status": "combatant", "affiliation": Party("nusra-front", "Nusra")}, "136 fighters (Nusra)"),
        (Count.nobody(), {"status": "civilian"}, "no civilians"),
        (Count.vague(), {}, "an unstated number of people"),
        (Count.vague(24), {}, "24 or more people"),
    ],
)
def test_who(count: Count | int, fields: dict[str, Any], words: str) -> None:
    assert who(claim(count, **fields)) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(words="over  the\npast 18 months", duration="P18M"), "“over the past 18 months”"),
        (Period(start="2016-03-14", end="2016-03-14"), "2016-03-14"),
        (Period(start="2016", end="2017"), "2016 to 2017"),
        (Period(duration="P18M"), "P18M"),
        (Period(), "a time not stated"),
    ],
)
def test_when(period: Period, words: str) -> None:
    assert when(claim(period=period)) == words


def test_where() -> None:
    assert where(claim(places=(SYRIA, IRAQ))) == "Syria and Iraq"
    assert where(claim()) == "a place not stated"


def test_a_claim_without_claimant_is_its_publishers_and_else_the_reports() -> None:
    assert voice_of(claim(medium=Party(None, "the Lantern"))) == "The Lantern"
    assert voice_of(claim()) == "The report itself"


def test_nothing_is_listed_as_nothing() -> None:
    assert listed([]) == ""
    assert listed(["Iraq"]) == "Iraq"
