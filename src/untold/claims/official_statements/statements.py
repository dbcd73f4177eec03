"""A statement read whole: each field that its words state, with those words."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from untold.claims.account import Conceded
from untold.claims.official_statements.conceding import conceded_in, counted_in_arabic, first_counted, harmed_in
from untold.claims.official_statements.days import days_in
from untold.claims.official_statements.findings import (
    Verdict,
    as_outcome,
    circumstances_in,
    reopening_in,
    standard_of,
    verdict_of,
)
from untold.claims.official_statements.flat import Flat, Told, Value, each_once, flatten
from untold.claims.official_statements.naming import country_in, places_in
from untold.claims.official_statements.references import codes_in, grids_in, numbers_in
from untold.claims.official_statements.reporters import reporter_in
from untold.claims.official_statements.statement import OfficialStatement, Section
from untold.codebook.counts import Count
from untold.codebook.folding import is_arabic
from untold.reports.plain_text import ID_DIGITS
from untold.reports.report import Passage

_Harmed = Literal["killed", "injured"]
_HARMS: tuple[_Harmed, ...] = ("killed", "injured")


def read_official_statement(text: str, *, published: str | None = None) -> OfficialStatement:
    """Return what a statement states of its incident and of its review, and no more than it states.

    `published` is the day on which it came out, an ISO date, where that is
    known. Passages count from the first letter of `text`, whose id is the
    first 16 hex digits of its SHA-256.

    >>> line = "May 4, 2016, near Tal Zahra, Syria, via Airwars report. No strikes were flown. 4711/CS999 37SEV000111"
    >>> stated = read_official_statement(line)
    >>> stated.days, stated.places[0].name, stated.places[0].nearness, stated.codes, stated.grids
    (('2016-05-04',), 'Tal Zahra', 'near', ('CS999',), ('37SEV000111',))
    >>> stated.outcome, stated.reasons, stated.evidence["outcome"].text
    ('non_credible', ('no_strike_in_area',), 'No strikes were flown')
    """
    return read_answer(_whole(text), published=published)


def read_answer(
    statement: Passage, *, published: str | None = None, under: Section | None = None, flat: Flat | None = None
) -> OfficialStatement:
    """Return what a statement within a report states; its evidence is passages of that report.

    `under` is the heading above it, whose outcome it has where its own words
    say none outright. `flat` is the statement on one line, where whoever calls
    has read escapes out of it.
    """
    line = flatten(statement.text) if flat is None else flat
    found = _with_finding(_printed(statement, line), statement, line, under)
    return replace(_with_people(found, statement, line), published=published)


def read_printed(text: str) -> OfficialStatement:
    """Return what a statement prints of day, place, code and grid, its sentences unread: nothing found, no counts.

    >>> read_printed("On May 4, 2016, in Tal Zahra, Syria, two civilians were killed.").killed is None
    True
    """
    return _printed(_whole(text), flatten(text))


def _printed(statement: Passage, flat: Flat) -> OfficialStatement:
    days = tuple(each_once(days_in(flat)))
    after_date = days[0].end if days else None
    places, country = places_in(flat, after_date), country_in(flat, after_date)
    codes, numbers, grids = tuple(codes_in(flat)), tuple(numbers_in(flat)), tuple(grids_in(flat))
    several: dict[str, tuple[Told[Any], ...]] = {
        "days": days,
        "places": places,
        "codes": codes,
        "numbers": numbers,
        "grids": grids,
    }
    return OfficialStatement(
        text=statement.text,
        days=_values(days),
        places=_values(places),
        codes=_values(codes),
        numbers=_values(numbers),
        grids=_values(grids),
        country=_value(country),
        evidence={**_lists_shown(statement, flat, several), **_shown(statement, flat, {"country": country})},
    )


def _with_finding(
    printed: OfficialStatement, statement: Passage, flat: Flat, under: Section | None
) -> OfficialStatement:
    """Return the statement with who brought the allegation, and what was found by which standard and why."""
    verdict, reporter = verdict_of(flat), reporter_in(flat)
    standard, reopening = standard_of(flat), reopening_in(flat)
    brought = None if reporter is None else reporter.told
    shown = {"reporter": brought, "outcome": verdict.outcome, "standard": standard, "reopened": reopening}
    found = replace(
        printed,
        reporter=_value(brought),
        reporter_kind=None if reporter is None else reporter.kind,
        outcome=None if verdict.outcome is None else as_outcome(verdict.outcome.value),
        standard=_value(standard),
        reopened=reopening is not None,
        evidence={**printed.evidence, **_shown(statement, flat, shown)},
    )
    if under is None or (verdict.outcome is not None and not verdict.is_weak):
        return _with_reasons(found, statement, flat, verdict.reasons)
    return _under(found, statement, flat, verdict, under)


def _under(
    found: OfficialStatement, statement: Passage, flat: Flat, verdict: Verdict, under: Section
) -> OfficialStatement:
    """Return the statement with the outcome of its heading, and those of its own reasons that go with it."""
    headed = replace(found, outcome=under.outcome, evidence={**found.evidence, "outcome": under.words})
    if under.outcome == "credible":
        return _with_reasons(headed, statement, flat, tuple(circumstances_in(flat)))
    is_same = verdict.outcome is not None and verdict.outcome.value == under.outcome
    return _with_reasons(headed, statement, flat, verdict.reasons if is_same else ())


def _with_reasons(
    found: OfficialStatement, statement: Passage, flat: Flat, reasons: tuple[Told[str], ...]
) -> OfficialStatement:
    shown = _lists_shown(statement, flat, {"reasons": reasons})
    return replace(found, reasons=_values(reasons), evidence={**found.evidence, **shown})


def _with_people(found: OfficialStatement, statement: Passage, flat: Flat) -> OfficialStatement:
    """Return the statement with how many it says were harmed, and of a credible one how many it concedes."""
    told = _people(flat, concedes=found.outcome == "credible")
    conceded = Conceded(_value(told["conceded.killed"]), _value(told["conceded.injured"]))
    return replace(
        found,
        killed=_value(told["killed"]),
        injured=_value(told["injured"]),
        conceded=conceded if conceded != Conceded() else None,
        evidence={**found.evidence, **_shown(statement, flat, told)},
    )


def _people(flat: Flat, *, concedes: bool) -> dict[str, Told[Count] | None]:
    if is_arabic(flat.text):
        counted = {harm: counted_in_arabic(flat, harm) for harm in _HARMS}
        return {**_named("", counted), **_named("conceded.", counted if concedes else dict.fromkeys(_HARMS))}
    claims = harmed_in(flat)
    told = {harm: first_counted(claims, harm) for harm in _HARMS}
    own = {harm: conceded_in(flat, claims, harm) if concedes else None for harm in _HARMS}
    return {**_named("", told), **_named("conceded.", own)}


def _named(prefix: str, told: Mapping[_Harmed, Told[Count] | None]) -> dict[str, Told[Count] | None]:
    return {f"{prefix}{harm}": each for harm, each in told.items()}


def _shown(statement: Passage, flat: Flat, told: Mapping[str, Told[Any] | None]) -> dict[str, Passage]:
    """Return the words of each field that is told, as passages of the statement's report."""
    return {name: _passage(statement, flat, each) for name, each in told.items() if each is not None}


def _lists_shown(
    statement: Passage, flat: Flat, told: Mapping[str, tuple[Told[Any], ...]]
) -> dict[str, tuple[Passage, ...]]:
    return {name: tuple(_passage(statement, flat, each) for each in listed) for name, listed in told.items() if listed}


def _passage(statement: Passage, flat: Flat, told: Told[Any]) -> Passage:
    start, end = flat.span(told.start, told.end)
    return Passage(statement.report, statement.start + start, statement.start + end, statement.text[start:end])


def _whole(text: str) -> Passage:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Passage(digest[:ID_DIGITS], 0, len(text), text)


def _value(told: Told[Value] | None) -> Value | None:
    return None if told is None else told.value


def _values(told: tuple[Told[Value], ...]) -> tuple[Value, ...]:
    return tuple(each.value for each in told)
