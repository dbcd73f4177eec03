"""Series of running totals as lines for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from untold.cli.directions import isolated, wrapped
from untold.tallies.checks.catalogue import GRAVEST_FIRST
from untold.tallies.checks.finding import Finding
from untold.tallies.running import Running, Series, Summary, findings_of, summary_of
from untold.tallies.running.series import Verdict
from untold.tallies.running.summary import ends

_NOTED = 12  # notes of the least severity, after which their number says more
_PEOPLE = {
    "civilian": "civilians",
    "combatant": "fighters",
    "armed_forces": "soldiers",
    "police": "police",
    "unknown": "people of unknown status",
}
_STEPS: dict[Verdict, str] = {
    "agrees": "agree with its own daily counts",
    "differs": "differ from them",
    "partly_counted": "counted in part",
    "uncounted": "without own counts",
    "falls": "fall",
    "restarts": "restart",
}


def series_lines(running: Running, asked: Sequence[Series], *, is_named: bool) -> str:
    """Return a few lines for each series, and what is told of it where series were named."""
    return "\n".join(_lines(running, asked, is_named=is_named)) + "\n"


def _lines(running: Running, asked: Sequence[Series], *, is_named: bool) -> Iterator[str]:
    by_id = {each.id: each for each in running.series}
    yield f"{len(asked)} series of running totals; snapshots are never added up"
    for series in asked:
        yield ""
        yield from _of_series(series, summary_of(series, by_id))
        if is_named:
            yield from _told(findings_of(series, by_id))


def _of_series(series: Series, summary: Summary) -> Iterator[str]:
    first, last = ends(series)
    yield isolated(series.id)
    yield wrapped(_what(series), indent="  ", hanging="    ")
    carried = f", {summary.carried:,} of them repeating an earlier report" if summary.carried else ""
    days = f"{first.day} ({first.count}) to {last.day} ({last.count})"
    snapshots = "1 snapshot" if summary.snapshots == 1 else f"{summary.snapshots:,} snapshots"
    yield wrapped(f"{snapshots}, {days}{carried}", indent="  ", hanging="    ")
    if summary.verdicts:
        yield wrapped(f"steps: {_counted(summary.verdicts)}", indent="  ", hanging="    ")
    changes = [*_changes(summary)]
    if changes:
        yield wrapped(f"changes: {', '.join(changes)}", indent="  ", hanging="    ")


def _what(series: Series) -> str:
    closer = (series.demographic or "", series.affiliation.name if series.affiliation else "")
    groups = [_PEOPLE.get(series.status or "", ""), *closer]
    places = ", ".join(place.name for place in series.places) or "no place stated"
    means = f", {series.means.replace('_', ' ')}" if series.means else ""
    whole = f", within {series.whole}" if series.whole else ""
    modality = "estimated by" if series.modality == "estimated" else "published by"
    named = ", ".join(part for part in groups if part) or "people"
    since = next((each.since for each in series.snapshots if each.since), None)
    counted = f", since {since}" if since else ""
    return f"{named} {series.harm}{means}, {places}{counted}{whole}; {modality} {series.source.name}"


def _counted(verdicts: Mapping[Verdict, int]) -> str:
    return ", ".join(f"{verdicts[verdict]:,} {words}" for verdict, words in _STEPS.items() if verdicts.get(verdict))


def _changes(summary: Summary) -> Iterator[str]:
    kinds = {"source": summary.source_changes, "definition": summary.definition_changes, "hours": summary.hours_changes}
    for kind, number in kinds.items():
        if number:
            yield f"{kind} {number:,} {'time' if number == 1 else 'times'}"


def _told(found: Sequence[Finding]) -> Iterator[str]:
    noted = 0
    for each in sorted(found, key=lambda one: GRAVEST_FIRST.index(one.severity)):
        noted += each.severity == "info"
        if each.severity != "info" or noted <= _NOTED:
            yield wrapped(f"{each.severity}: {each.message}", indent="  ", hanging="    ")
    if noted > _NOTED:
        yield f"  … and {noted - _NOTED} more notes; --as json lists them all"
    if not found:
        yield "  nothing in it contradicts itself"
