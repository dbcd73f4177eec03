"""A series in a few figures: how many snapshots and steps, how many of them agree, where it breaks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from untold.codebook.folding import name_key
from untold.tallies.running.findings import findings_of
from untold.tallies.running.series import Series, Snapshot, Step, Verdict
from untold.tallies.running.steps import days_between, steps


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one series.

    `snapshots` are days, `carried` those of them that only repeat an earlier
    report. `verdicts` count the steps; `source_changes`, `definition_changes`
    and `hours_changes` those at which the source says that something is
    otherwise. `longest_gap` is the most days from one reported snapshot to the
    next, 0 where there is one. `findings` count what is told, by rule.
    """

    snapshots: int
    carried: int
    verdicts: Mapping[Verdict, int]
    source_changes: int
    definition_changes: int
    hours_changes: int
    longest_gap: int
    findings: Mapping[str, int]


def summary_of(series: Series, by_id: Mapping[str, Series]) -> Summary:
    """Return the figures of a series; `by_id` are all series, among which is its whole."""
    taken = steps(series)
    reported = [each for each in series.snapshots if not each.is_carried]
    breaks = Counter(each for step in taken for each in step.breaks)
    return Summary(
        snapshots=len(series.snapshots),
        carried=len(series.snapshots) - len(reported),
        verdicts=dict(Counter(step.verdict for step in taken)),
        source_changes=breaks["source"],
        definition_changes=breaks["definition"],
        hours_changes=breaks["hours"],
        longest_gap=max((days_between(before, after) for before, after in pairwise(reported)), default=0),
        findings=dict(Counter(each.rule for each in findings_of(series, by_id))),
    )


def chosen(
    found: Sequence[Series], *, ids: Sequence[str] = (), source: str | None = None, harm: str | None = None,
    group: str | None = None,
) -> tuple[Series, ...]:  # fmt: skip
    """Return the series that are asked for; what is not asked sets no bound.

    `source` is the slug or name of who publishes a series or speaks in it,
    `group` a status, a demographic or an affiliation.
    """
    return tuple(
        each
        for each in found
        if (not ids or each.id in ids)
        and (source is None or name_key(source) in _voices(each))
        and (harm is None or each.harm == harm)
        and (group is None or name_key(group) in _groups(each))
    )


def steps_by_day(series: Series) -> Mapping[str, Step]:
    """Return the steps of a series by the day that each ends on."""
    return {step.after.day: step for step in steps(series)}


def ends(series: Series) -> tuple[Snapshot, Snapshot]:
    """Return the first and the last snapshot of a series, which has at least one."""
    return series.snapshots[0], series.snapshots[-1]


def _voices(series: Series) -> frozenset[str]:
    parties = (series.source, *(each.claimant for each in series.snapshots))
    return frozenset(name_key(word) for one in parties if one is not None for word in (one.id, one.name) if word)


def _groups(series: Series) -> frozenset[str]:
    affiliation = () if series.affiliation is None else (series.affiliation.id, series.affiliation.name)
    return frozenset(name_key(word) for word in (series.status, series.demographic, *affiliation) if word)
