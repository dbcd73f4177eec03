"""One step on its way into the docket: what was determined, and all by which its allegation may be known again.

A monthly report answers with a number, a list with a code, a person with the
name of an incident. The same allegation comes in by all three doors.
"""

from dataclasses import dataclass

from untold.allegations.allegation import Determination
from untold.claims.claim import Party


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a review, or the putting of an allegation, where `determination` is null.

    `names` are the ids under which its allegation may go, the best first.
    `keys` join it with others: two steps with a key in common are of one
    allegation. `homeless` says in words why it is about no incident, null
    where it is about one. `doubts` hold whatever allegation it ends in.
    """

    to: Party | None
    determination: Determination | None
    names: tuple[str, ...]
    keys: tuple[str, ...]
    incident: str | None = None
    account: str | None = None
    received: str | None = None
    reporter: Party | None = None
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    homeless: str | None = None
    doubts: tuple[str, ...] = ()


def actor_key(actor: Party) -> str:
    """Return by what an actor is told from others: its slug, else its name."""
    return actor.id or actor.name


def number_names(actor: Party, numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids that an actor's own numbers make.

    >>> number_names(Party("us-led-coalition", "US-led coalition"), ("2793",))
    ('us-led-coalition:2793',)
    """
    return tuple(f"{actor_key(actor)}:{number}" for number in numbers)


def named(name: str) -> str:
    """Return the key of whatever goes by a name: the name of an allegation."""
    return f"name {name}"


def determined(identity: str) -> str:
    """Return the key of a determination, which a correction of it bears as well."""
    return f"step {identity}"


def answering(actor: Party, incident: str) -> str:
    """Return the key of all that an actor says of one incident."""
    return f"incident {actor_key(actor)} {incident}"


def citing(actor: Party, code: str) -> str:
    """Return the key of all that an actor says under another party's code of no incident known here."""
    return f"code {actor_key(actor)} {code}"
