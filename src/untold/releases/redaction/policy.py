"""A policy: what a release holds and how coarsely, by whoever answers for it.

What may be told depends on where people live and who is looking for them. So
it is no constant of the program: it is a file that somebody signs, which says
only what it does otherwise than the shipped one, and which every release names.
Some things no policy can allow, and there is no key for them: names of victims
and of kin, narratives, notes, reasons and names of staff, exact points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from untold.claims.claim import Demographic, Harm
from untold.codebook.folding import name_key
from untold.incidents.incident import IncidentState

UNSTATED = "unstated"  # the rung of a point of which nobody says how exact it is
Claimants = Literal["listed", "unnamed", "named"]
InDoubt = Literal["withhold", "publish"]
RestingOn = Literal["withheld", "any"]


@dataclass(frozen=True, slots=True)
class SmallCells:
    """When a number of people is too small to be shown.

    A cell of 1 to `below` − 1 people is; 0 turns the rule off. With `resting_on`
    `withheld` only those are suppressed for which no published sentence speaks:
    leaving a number out of a table hides nothing that stands in a sentence
    beside it. With `any` the sentences are withheld with the cell.
    """

    below: int
    resting_on: RestingOn
    demographics: tuple[Demographic, ...]
    harms: tuple[Harm, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What a release holds and how coarsely; the keys of the file, one to one.

    `withhold` are further columns that go out empty (`incidents.time_of_day`).
    `squares` gives, for each rung of `geo_precision` and for `unstated`, the
    side of the square in degrees in which a point is published, 0 for no point
    at all. `claimants` says who is named as speaking: those in the codebook's
    lists alone, also those whom no name tells (`residents`), or all.
    """

    name: str
    states: tuple[IncidentState, ...]
    drafts_before_review: bool
    claims_of_no_incident: bool
    withhold: frozenset[str]
    squares: Mapping[str, Decimal]
    protected_sources: frozenset[str]  # slugs and names, each as it was given and as its `name_key`
    protected_reports: frozenset[str]
    protected_incidents: frozenset[str]
    protected_label: str
    claimants: Claimants
    passages: bool
    passages_in_doubt: InDoubt
    passages_of_accounts: bool
    account_hosts: tuple[str, ...]
    kept_parameters: Mapping[str, tuple[str, ...]]
    small_cells: SmallCells
    public_reason: str

    def is_protected(self, source_id: str | None, name: str | None) -> bool:
        """Return whether a source is protected, by its slug, or by its name in any spelling that the codebook folds."""
        return source_id in self.protected_sources or (name is not None and name_key(name) in self.protected_sources)
