"""What two records of a person are compared on: names, father's name, sex, age, day and place.

A victim of ours and a row of somebody's register are the same kind of thing
once they are reduced to this, so there is one comparison and not two.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.incidents.victims.victim import UNKNOWN_AGE, Age, Gender, PersonName, Victim, VictimHarm


@dataclass(frozen=True, slots=True, repr=False)
class Particulars:
    """One record of a person; `listed_in` are the lists or accounts that hold it, each person of which is another."""

    id: str
    names: tuple[PersonName, ...]
    father: tuple[PersonName, ...] = ()
    gender: Gender | None = None
    age: Age = UNKNOWN_AGE
    harm: VictimHarm | None = None
    dates: tuple[AccountDate, ...] = ()
    places: tuple[AccountPlace, ...] = ()
    listed_in: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Particulars({self.id!r}, {len(self.names)} names withheld)"


def particulars_of(victim: Victim, accounts: Mapping[str, Account]) -> Particulars:
    """Return what is known of a victim, with the days and places of the accounts that tell of the person."""
    told = [accounts[each] for each in victim.accounts if each in accounts]
    return Particulars(
        victim.id,
        victim.names,
        victim.father,
        victim.gender,
        victim.age,
        victim.harm,
        tuple(dict.fromkeys(each.date for each in told if each.date.start)),
        tuple(dict.fromkeys(each.place for each in told)),
        victim.accounts,
    )
