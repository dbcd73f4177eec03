"""Which incidents somebody took back, as the casebook says now."""

from pathlib import Path

import msgspec

from untold.incidents.incident import IncidentState
from untold.incidents.record import INCIDENTS
from untold.releases.redaction.streaming import each_record


class _Head(msgspec.Struct):
    code: str
    state: IncidentState


def withdrawn_incidents(casebook: str | Path) -> frozenset[str]:
    """Return the codes of a casebook's withdrawn incidents; raises `CasebookError` for a broken one."""
    return frozenset(each.code for each in each_record(casebook, INCIDENTS, _Head) if each.state == "withdrawn")
