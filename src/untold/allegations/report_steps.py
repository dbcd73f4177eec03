"""The steps that a belligerent's own reports make: a determination for each answer, version after version.

A report is printed again with a correction, an addendum of 2020 changes what
2017 had said. The later answer names the earlier one, which stays, because it
was said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from untold.allegations.allegation import Determination
from untold.allegations.days import month_of
from untold.allegations.homes import Home, home_of_words
from untold.allegations.incidents import IncidentsTold
from untold.allegations.reading.record import Entry, OfficialReport
from untold.allegations.statement_steps import reopening_of, with_reopening
from untold.allegations.step import Step, actor_key, answering, citing, determined, named, number_names
from untold.claims.claim import Party
from untold.reports.report import Passage


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer of a report whose words do not say what was found: no step, because a status would be a guess."""

    statement: Passage
    actor: Party


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer beside its step; `reopening_corrected` is the earlier version's reopening, told again here."""

    entry: Entry
    step: Step
    reopening_corrected: str | None = None


def unread_answers(reports: Iterable[OfficialReport]) -> tuple[Unread, ...]:
    """Return the answers of which no finding could be read, report by report."""
    return tuple(
        Unread(entry.statement, report.actor)
        for report in reports
        for entry in report.entries
        if entry.stated.outcome is None
    )


def steps_of_reports(reports: Sequence[OfficialReport], told: IncidentsTold) -> Iterator[Step]:
    """Yield the steps of the reports' answers; what a version says of an allegation corrects the version before."""
    before = versions_before(reports)
    made: dict[str, list[_Answer]] = {}
    for report in _in_order(reports):
        earlier = [answer for each in _line(report.report, before) for answer in reversed(made.get(each, ()))]
        answers = [_Answer(entry, _step(report, entry, told)) for entry in report.entries if entry.stated.outcome]
        made[report.report] = [_correcting(answer, earlier) for answer in answers]
        for answer in made[report.report]:
            stated = answer.entry.stated
            yield from with_reopening(answer.step, is_told=stated.reopened, corrects=answer.reopening_corrected)


def versions_before(reports: Sequence[OfficialReport]) -> Mapping[str, str]:
    """Return, by report, the report of which it is the next version.

    It says so itself, or a person does; else it is the report that came out
    before it about the same month or year of the same actor.
    """
    latest: dict[tuple[str, str], str] = {}
    before: dict[str, str] = {}
    known = {each.report for each in reports}
    for report in _in_order(reports):
        key = (actor_key(report.actor), report.period or "")
        if report.corrects is not None and report.corrects in known:
            before[report.report] = report.corrects
        elif report.period is not None and key in latest:
            before[report.report] = latest[key]
        latest[key] = report.report
    return before


def _in_order(reports: Sequence[OfficialReport]) -> list[OfficialReport]:
    """Return the reports by the day on which they came out; of unknown day first, then as they came in."""
    return sorted(reports, key=lambda each: each.published or each.period or "")


def _line(report: str, before: Mapping[str, str]) -> Iterator[str]:
    """Yield the versions before a report, the latest first."""
    seen = {report}
    while (earlier := before.get(report)) is not None and earlier not in seen:
        yield earlier
        seen.add(earlier)
        report = earlier


def _step(report: OfficialReport, entry: Entry, told: IncidentsTold) -> Step:
    stated, actor = entry.stated, report.actor
    home = home_of_words(stated, told)
    made = _determination(report, entry)
    return Step(
        to=actor,
        determination=made,
        names=(*number_names(actor, stated.numbers), made.id),
        keys=tuple(_keys(actor, entry, made, home)),
        incident=home.incident,
        reporter=stated.reporter,
        numbers=stated.numbers,
        codes=stated.codes,
        homeless=home.homeless,
        doubts=home.doubts,
    )


def _determination(report: OfficialReport, entry: Entry) -> Determination:
    stated = entry.stated
    published = stated.published or report.published  # an archive gives each of its statements a day of its own
    date = _day_of_step(report, entry)
    return Determination(
        id=f"{entry.statement.report}:{entry.statement.start}",
        status=stated.outcome or "open",
        date=date,
        reasons=stated.reasons,
        standard=stated.standard,
        statement=entry.statement,
        conceded=stated.conceded,
        stated_place=_place(entry),
        grid=" / ".join(stated.grids) or None,
        published=None if published == date else published,
    )


def _day_of_step(report: OfficialReport, entry: Entry) -> str | None:
    """Return when a step was taken: the month that a monthly report is about, else the day on which it came out."""
    own = entry.stated.published
    if own is not None and own != report.published:
        return own
    is_monthly = report.period is not None and len(report.period) == len("2017-03")
    return month_of(report.period) if is_monthly else report.published or report.period


def _place(entry: Entry) -> str | None:
    """Return the places in the statement's own words, where their passages are known, else their names."""
    found = entry.stated.evidence.get("places")
    passages = (found,) if isinstance(found, Passage) else found or ()
    words = [each.text for each in passages] or [each.name for each in entry.stated.places]
    return ", ".join(dict.fromkeys(words)) or None


def _keys(actor: Party, entry: Entry, made: Determination, home: Home) -> Iterator[str]:
    yield determined(made.id)
    yield named(made.id)
    yield from map(named, number_names(actor, entry.stated.numbers))
    if home.incident is not None:
        yield answering(actor, home.incident)
    elif home.codes_hold:
        yield from (citing(actor, code) for code in entry.stated.codes)


def _correcting(answer: "_Answer", earlier: Sequence["_Answer"]) -> "_Answer":
    """Return an answer that names the earlier version's of the same allegation, where there is one."""
    found = _counterpart(answer, earlier)
    if found is None or found.step.determination is None or answer.step.determination is None:
        return answer
    corrected = found.step.determination.id
    made = replace(answer.step.determination, corrects=corrected)
    step = replace(answer.step, determination=made, keys=(*answer.step.keys, determined(corrected)))
    return replace(
        answer, step=step, reopening_corrected=reopening_of(corrected) if found.entry.stated.reopened else None
    )


def _counterpart(answer: "_Answer", earlier: Sequence["_Answer"]) -> "_Answer | None":
    """Return the earlier answer of the same number, code or incident, else the only one of the same day and place."""
    for field in ("numbers", "codes"):
        own = set(getattr(answer.step, field))
        found = next((each for each in earlier if own & set(getattr(each.step, field))), None)
        if found is not None:
            return found
    incident = answer.step.incident
    if incident is not None:
        return next((each for each in earlier if each.step.incident == incident), None)
    alike = [each for each in earlier if _day_and_place(each.entry) == _day_and_place(answer.entry) is not None]
    return alike[0] if len(alike) == 1 else None


def _day_and_place(entry: Entry) -> tuple[str, str] | None:
    stated = entry.stated
    return (stated.days[0], stated.places[0].name.casefold()) if stated.days and stated.places else None
