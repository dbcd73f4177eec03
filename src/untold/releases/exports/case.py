"""One incident as it may leave, with everything that other lists write beside it.

Nothing comes in here but published records, so that no export can hold more
than the release that it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from untold.codebook.errors import BrokenRelease
from untold.releases.published import (
    PublishedAccount,
    PublishedAllegation,
    PublishedAttribution,
    PublishedDetermination,
    PublishedIncident,
    PublishedRange,
    PublishedRecord,
    PublishedSource,
)
from untold.releases.reading import rows_of


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose account of an incident there is, under which codes of its own."""

    id: str
    incident: str
    source: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party answered about an incident, and how many it accepts that it harmed: each bound null if unknown."""

    to: str | None
    status: str
    killed: tuple[int | None, int | None] = (None, None)
    injured: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Case:
    """One incident: its ranges, who is blamed by all its accounts together, who tells of it, who answered.

    `sources` are names, each once, in the order of the accounts' ids; ranges
    and parties have an order of their own too, whatever they came in.
    """

    incident: PublishedIncident
    ranges: tuple[PublishedRange, ...] = ()
    parties: tuple[PublishedAttribution, ...] = ()
    voices: tuple[Voice, ...] = ()
    sources: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(slots=True)
class _Beside:
    """What stands beside the incidents, by their codes."""

    ranges: dict[str, list[PublishedRange]] = field(default_factory=dict)
    parties: dict[str, list[PublishedAttribution]] = field(default_factory=dict)
    voices: dict[str, list[Voice]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    answers: dict[str, list[Answer]] = field(default_factory=dict)


def cases_of(records: Iterable[PublishedRecord]) -> tuple[Case, ...]:
    """Return the incidents among some published records, in the order of their codes."""
    beside = _Beside()
    incidents: list[PublishedIncident] = []
    allegations: list[PublishedAllegation] = []
    steps: list[PublishedDetermination] = []
    for record in records:
        match record:
            case PublishedIncident():
                incidents.append(record)
            case PublishedRange():
                beside.ranges.setdefault(record.incident, []).append(record)
            case PublishedAttribution() if record.account is None:
                beside.parties.setdefault(record.incident, []).append(record)
            case PublishedAccount():
                voice = Voice(record.id, record.incident, record.source, record.codes)
                beside.voices.setdefault(record.incident, []).append(voice)
            case PublishedSource():
                beside.names[record.id] = record.name
            case PublishedAllegation():
                allegations.append(record)
            case PublishedDetermination():
                steps.append(record)
            case _:
                pass
    beside.answers = _answers(allegations, steps)
    return tuple(_case(each, beside) for each in sorted(incidents, key=lambda one: one.code))


def cases_in(folder: str | Path) -> Iterator[Case]:
    """Yield the incidents of a release, or of one that is being written, in the order of their codes.

    Ranges and attributions are read along with the incidents and never held.
    Raises `BrokenRelease` where a table is missing or in another order.
    """
    beside = _Beside(
        voices=_by_incident(rows_of(folder, "accounts", Voice)),
        names={each.id: each.name for each in rows_of(folder, "sources", PublishedSource)},
        answers=_answers(
            rows_of(folder, "allegations", PublishedAllegation),
            rows_of(folder, "determinations", PublishedDetermination),
        ),
    )
    ranges = _Along(folder, "ranges", rows_of(folder, "ranges", PublishedRange))
    parties = _Along(folder, "attributions", rows_of(folder, "attributions", PublishedAttribution))
    for incident in rows_of(folder, "incidents", PublishedIncident):
        beside.ranges = {incident.code: ranges.of(incident.code)}
        blamed = parties.of(incident.code)
        beside.parties = {incident.code: [each for each in blamed if each.account is None]}
        yield _case(incident, beside)
    ranges.check_done()
    parties.check_done()


class _Along:
    """The rows of a table that are read along with the incidents, both in the order of the incidents' codes."""

    def __init__(self, folder: str | Path, table: str, rows: Iterator[PublishedRange | PublishedAttribution]) -> None:
        self._folder, self._table = str(folder), table
        self._groups = groupby(rows, key=lambda each: each.incident)
        self._next = next(self._groups, None)

    def of(self, code: str) -> list[Any]:
        """Return the rows of the incident that comes next."""
        if self._next is None or self._next[0] != code:
            return []
        own = list(self._next[1])
        self._next = next(self._groups, None)
        return own

    def check_done(self) -> None:
        """Raise `BrokenRelease` where rows are left, which are of no incident or out of order."""
        if self._next is not None:
            why = f"{self._table} of {self._next[0]} stand where none belong"
            raise BrokenRelease(self._folder, why, "get the release again, and check it with untold release verify")


def _by_incident(voices: Iterable[Voice]) -> dict[str, list[Voice]]:
    found: dict[str, list[Voice]] = {}
    for each in voices:
        found.setdefault(each.incident, []).append(each)
    return found


def _case(incident: PublishedIncident, beside: _Beside) -> Case:
    code = incident.code
    voices = sorted(beside.voices.get(code, ()), key=lambda each: each.id)
    names = (beside.names.get(each.source, each.source) for each in voices)
    return Case(
        incident=incident,
        ranges=tuple(sorted(beside.ranges.get(code, ()), key=_group)),
        parties=tuple(sorted((each for each in beside.parties.get(code, ()) if each.role != "denied"), key=_party)),
        voices=tuple(voices),
        sources=tuple(dict.fromkeys(names)),
        answers=tuple(beside.answers.get(code, ())),
    )


def _group(one: PublishedRange) -> tuple[str, str, str]:
    return one.harm, one.status or "", one.demographic or ""


def _party(one: PublishedAttribution) -> tuple[str, str, str]:
    """Return the place of a party: the codebook's slugs in order, after who has none."""
    return one.actor or "", one.name, one.role


def _answers(
    allegations: Iterable[PublishedAllegation], steps: Iterable[PublishedDetermination]
) -> dict[str, list[Answer]]:
    last: dict[str, PublishedDetermination] = {}
    for step in steps:
        if _concedes(step):
            last[step.allegation] = step
    found: dict[str, list[Answer]] = {}
    for each in allegations:
        if each.incident is not None:
            found.setdefault(each.incident, []).append(_answer(each, last))
    return found


def _answer(allegation: PublishedAllegation, last: Mapping[str, PublishedDetermination]) -> Answer:
    step = last.get(allegation.id)
    if step is None:
        return Answer(allegation.to_id, allegation.status)
    killed = step.conceded_killed_low, step.conceded_killed_high
    return Answer(allegation.to_id, allegation.status, killed, (step.conceded_injured_low, step.conceded_injured_high))


def _concedes(step: PublishedDetermination) -> bool:
    bounds: Sequence[int | None] = (
        step.conceded_killed_low,
        step.conceded_killed_high,
        step.conceded_injured_low,
        step.conceded_injured_high,
    )
    return any(each is not None for each in bounds)
