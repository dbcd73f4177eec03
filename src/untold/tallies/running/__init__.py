"""Running totals: series of snapshots, whose steps are checked against the source's own daily counts; never summed.

A monitor that prints "so far" every day prints the same people every day. The
sum of such numbers is the most common wrong number of all, and a step between
two of them the most telling one.
"""

from untold.tallies.running.findings import check_running, findings_in, findings_of
from untold.tallies.running.gathering import running_totals
from untold.tallies.running.series import OwnCount, Running, Series, Snapshot, Step
from untold.tallies.running.steps import steps
from untold.tallies.running.summary import Summary, chosen, summary_of

__all__ = [
    "OwnCount",
    "Running",
    "Series",
    "Snapshot",
    "Step",
    "Summary",
    "check_running",
    "chosen",
    "findings_in",
    "findings_of",
    "running_totals",
    "steps",
    "summary_of",
]
