"""From an official statement to the incident that it answers, by its code, or by its day, place and numbers.

Three boilerplate sentences are the whole text of most denials, so the words
alone never link. What a statement prints decides where it agrees with itself;
two incidents in one town on one day come out as ambiguous, with both and the
reasons, because a wrong link would publish a belligerent's answer under other
people's deaths.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from untold.claims.official_statements import OfficialStatement
from untold.incidents.official.contradiction import contradictions
from untold.incidents.official.facts import IncidentFacts, days_between
from untold.incidents.official.fitting import DAYS_OFF, LINKABLE, MARGIN, fit_day, fit_numbers, fit_place
from untold.incidents.official.whereabouts import Gazetteer, Whereabouts

Verdict = Literal["linked", "ambiguous", "contradicted", "none"]
_ZEROS = re.compile(r"(?<=[A-Z])0+(?=\d)")


@dataclass(frozen=True, slots=True)
class StatementCandidate:
    """An incident that a statement may answer: how many steps from a perfect fit, and why, in words."""

    incident: str
    steps: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementLink:
    """What became of one statement.

    `incident` is null unless the verdict is `linked`. `candidates` go from the
    best; those of an ambiguous statement are equally good as far as its words
    go. A `contradicted` statement prints a code whose incident its own day or
    place denies.
    """

    verdict: Verdict
    incident: str | None
    by: Literal["code", "day and place"] | None
    reason: str
    candidates: tuple[StatementCandidate, ...]

    def renamed(self, codes: Mapping[str, str]) -> "StatementLink":
        """Return the link with its incidents under other codes; one that `codes` does not hold keeps its own."""
        candidates = (replace(each, incident=codes.get(each.incident, each.incident)) for each in self.candidates)
        incident = None if self.incident is None else codes.get(self.incident, self.incident)
        return replace(self, incident=incident, reason=self._reason_with(codes), candidates=tuple(candidates))

    def _reason_with(self, codes: Mapping[str, str]) -> str:
        reason = self.reason
        if self.verdict == "contradicted":  # the one verdict whose reason names the incidents that it is not
            for old in sorted(codes, key=len, reverse=True):
                reason = reason.replace(f" {old}: ", f" {codes[old]}: ")
        return reason


class StatementLinker:
    """Links statements to the incidents it was made with; each statement by itself, so their order does not matter."""

    def __init__(self, incidents: Iterable[IncidentFacts], gazetteer: Gazetteer | None = None) -> None:
        self._incidents = sorted(incidents, key=lambda each: each.code)
        self._known = Whereabouts(self._incidents, gazetteer)
        self._by_code: dict[str, list[IncidentFacts]] = defaultdict(list)
        self._by_day: dict[date, list[IncidentFacts]] = defaultdict(list)
        self._by_month_day: dict[tuple[int, int], list[IncidentFacts]] = defaultdict(list)
        for each in self._incidents:
            for key in dict.fromkeys(_code_key(part) for code in each.codes for part in (code, *code.split())):
                self._by_code[key].append(each)
            if each.first is not None and each.last is not None:
                for day in days_between(each.first, each.last):
                    self._by_day[day].append(each)
                    self._by_month_day[day.month, day.day].append(each)

    def link(self, statement: OfficialStatement) -> StatementLink:
        """Return the incident that a statement answers, or why none is named, with the candidates in order."""
        candidates = self.candidates(statement)
        if statement.codes:
            return self._by_printed_code(statement, candidates)
        if not statement.days:
            return StatementLink("none", None, None, "it states no day of its own", candidates)
        near = [each for each in candidates if each.steps <= LINKABLE]
        if not near:
            return StatementLink("none", None, None, "no incident fits its day and place", candidates)
        if len(near) > 1 and near[1].steps < near[0].steps + MARGIN:
            level = sum(each.steps < near[0].steps + MARGIN for each in near)
            return StatementLink("ambiguous", None, None, f"{level} incidents fit it equally well", candidates)
        return StatementLink("linked", near[0].incident, "day and place", "; ".join(near[0].reasons), candidates)

    def candidates(self, statement: OfficialStatement) -> tuple[StatementCandidate, ...]:
        """Return the incidents that a statement may answer by day, place and numbers, the best first."""
        found = (self._candidate(statement, each) for each in self._worth_asking(statement))
        return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.steps, each.incident)))

    def _by_printed_code(
        self, statement: OfficialStatement, candidates: tuple[StatementCandidate, ...]
    ) -> StatementLink:
        printed = ", ".join(statement.codes)
        coded = {each.code: each for code in statement.codes for each in self._by_code.get(_code_key(code), ())}
        if not coded:
            return StatementLink("none", None, None, f"no incident bears {printed}", candidates)
        against = {code: contradictions(statement, each, self._known) for code, each in coded.items()}
        agreed = [code for code, reasons in against.items() if not reasons]
        if not agreed:
            reason = "; ".join(f"{code}: {why}" for code, reasons in against.items() for why in reasons)
            return StatementLink("contradicted", None, None, f"it prints {printed}, but {reason}", candidates)
        if len(agreed) > 1:
            return StatementLink("ambiguous", None, None, f"{len(agreed)} incidents bear {printed}", candidates)
        return StatementLink("linked", agreed[0], "code", f"it prints {printed}", candidates)

    def _worth_asking(self, statement: OfficialStatement) -> Iterator[IncidentFacts]:
        """Yield the incidents about a statement's days, in any year, or all where it states a place alone."""
        if not statement.days:
            yield from self._incidents if statement.places else ()
            return
        found: dict[str, IncidentFacts] = {}
        for day in map(date.fromisoformat, statement.days):
            for n in range(-DAYS_OFF, DAYS_OFF + 1):
                near = day + timedelta(days=n)
                others = self._by_month_day[near.month, near.day] if abs(n) <= 1 else ()
                found |= {each.code: each for each in (*self._by_day.get(near, ()), *others)}
        yield from found.values()

    def _candidate(self, statement: OfficialStatement, incident: IncidentFacts) -> StatementCandidate | None:
        place = fit_place(statement, incident, self._known)
        day = fit_day(statement, incident)
        if place is None or (statement.days and day is None):
            return None
        fits = [each for each in (day, place, fit_numbers(statement, incident)) if each is not None]
        return StatementCandidate(
            incident.code, sum(each.steps for each in fits), tuple(each.reason for each in fits if each.reason)
        )


def _code_key(code: str) -> str:
    """Return a code under which S014 and S14 meet."""
    return _ZEROS.sub("", code.strip().upper())
