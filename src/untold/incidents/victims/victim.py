"""A victim: one person who was killed or injured, as far as the accounts tell, and never shown by accident.

A name in a log file or on a screen can hurt a family. So a victim is printed
without it: whoever needs the names asks for them by the field, and whoever
publishes them asks `publishing` first.
"""

from dataclasses import dataclass
from typing import Literal

from untold.codebook.errors import UnknownWording
from untold.codebook.vocabularies import vocabulary

Gender = Literal["female", "male"]
AgeBand = Literal["child", "adult", "elder"]
VictimHarm = Literal["killed", "injured"]
PersonStatus = Literal[
    "civilian",
    "combatant",
    "armed_forces",
    "police",
    "hors_de_combat",
    "directly_participating",
    "protected_person",
    "unknown",
]
_OF_AGE = 18  # years: Convention on the Rights of the Child, article 1
_OLDEST = 130


@dataclass(frozen=True, slots=True, repr=False)
class PersonName:
    """One spelling of a name as a source has it, and its script (ISO 15924: `Arab`, `Latn`, `Cyrl` …)."""

    spelling: str
    script: str

    def __repr__(self) -> str:
        return f"PersonName(withheld, {self.script!r})"


@dataclass(frozen=True, slots=True)
class Age:
    """Years of age, from `low` to `high`, or a band where no years are known; a band beside years agrees with them.

    >>> Age(low=12, high=12).is_minor, Age(band="adult").is_minor, Age().is_minor
    (True, False, None)
    """

    low: int | None = None
    high: int | None = None
    band: AgeBand | None = None

    def __post_init__(self) -> None:
        years = [year for year in (self.low, self.high) if year is not None]
        if years != sorted(years) or any(not 0 <= year <= _OLDEST for year in years):
            msg = f"nobody is from {self.low} to {self.high} years old"
            raise ValueError(msg)
        if self.band is not None and self._by_years() not in {None, self.band == "child"}:
            msg = f"a person from {self.low} to {self.high} years old is no {self.band}"
            raise ValueError(msg)

    @property
    def is_minor(self) -> bool | None:
        """Whether the person was younger than 18; null where that is not known."""
        by_years = self._by_years()
        return by_years if by_years is not None or self.band is None else self.band == "child"

    def _by_years(self) -> bool | None:
        if self.high is not None and self.high < _OF_AGE:
            return True
        return False if self.low is not None and self.low >= _OF_AGE else None


UNKNOWN_AGE = Age()


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether those who may decide agreed that the name is published: by whose word, and when (ISO 8601)."""

    given: bool
    by: str
    when: str


@dataclass(frozen=True, slots=True, repr=False)
class Victim:
    """One person harmed in an incident, by the accounts that tell of them.

    `names` hold every spelling in every script, `father` those of the father's
    name where a source states it apart. `family` is an opaque id that relatives
    share, `occupations` are slugs of their vocabulary and `while_working` says
    whether the person was at that work. `register_ids` are other records'
    (`registry:123`), joined by a person's word alone. Null is not known.
    """

    id: str
    harm: VictimHarm
    accounts: tuple[str, ...]
    names: tuple[PersonName, ...] = ()
    father: tuple[PersonName, ...] = ()
    age: Age = UNKNOWN_AGE
    gender: Gender | None = None
    is_pregnant: bool | None = None
    family: str | None = None
    occupations: tuple[str, ...] = ()
    while_working: bool | None = None
    status: PersonStatus | None = None
    register_ids: tuple[str, ...] = ()
    consent: Consent | None = None

    def __post_init__(self) -> None:
        known = {term.slug for term in vocabulary("occupation")}
        if unknown := [each for each in self.occupations if each not in known]:
            raise UnknownWording(unknown[0], "occupation")

    def __repr__(self) -> str:
        """Return the victim without anything that tells who it was."""
        return f"Victim({self.id!r}, {self.harm}, {len(self.names)} names withheld)"


def script_of(spelling: str) -> str:
    """Return the script in which a name is written (ISO 15924), `Zyyy` where no letter tells.

    >>> script_of("Invented"), script_of("مخترع"), script_of("12")
    ('Latn', 'Arab', 'Zyyy')
    """
    for letter in spelling:
        if letter.isalpha():
            return next((code for first, last, code in _SCRIPTS if first <= ord(letter) <= last), "Zzzz")
    return "Zyyy"


def person_names(*spellings: str) -> tuple[PersonName, ...]:
    """Return the spellings as names with their scripts, each once, in order; empty ones are left out."""
    kept = dict.fromkeys(" ".join(each.split()) for each in spellings if each.strip())
    return tuple(PersonName(each, script_of(each)) for each in kept)


# Code points of the letters of each script, by Unicode's blocks: Latin with its extensions, Cyrillic, Hebrew, Arabic.
_SCRIPTS = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x1E00, 0x1EFF, "Latn"),
)
