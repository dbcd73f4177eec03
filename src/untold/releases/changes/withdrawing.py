"""What a casebook and its policy say of what is gone: what was taken back, and what must not be named as gone."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from untold.incidents.incident import IncidentState
from untold.incidents.record import INCIDENTS
from untold.releases.redaction.policy import Policy
from untold.releases.redaction.standing import standing_of
from untold.releases.redaction.streaming import each_record


class _Head(msgspec.Struct):
    code: str
    state: IncidentState


@dataclass(frozen=True, slots=True)
class Gone:
    """What two releases cannot tell of each other.

    `withdrawn` are codes that somebody took back, `withheld` columns that the
    policy has go out empty (`incidents.date_end`), and `hidden` codes that are
    hashes of something that is protected now: they are named no more, not even as gone.
    """

    withdrawn: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


def gone_from(casebook: str | Path, policy: Policy) -> Gone:
    """Return what a casebook and a policy say of what is gone; raises `CasebookError` for a broken casebook."""
    heads = each_record(casebook, INCIDENTS, _Head)
    return Gone(
        frozenset(each.code for each in heads if each.state == "withdrawn"),
        policy.withhold,
        frozenset(standing_of(casebook, policy).codes) if _protects(policy) else frozenset(),
    )


def _protects(policy: Policy) -> bool:
    return bool(policy.protected_sources or policy.protected_reports)
