"""The scope of a comparison as it is typed: names become slugs and codes, days become dates, or it is said why not."""

from dataclasses import dataclass
from enum import StrEnum

import typer

from untold.claims.claim import Status
from untold.tallies.tally import TallyScope, Window


class HarmAsked(StrEnum):
    """The harms that can be asked for."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    CASUALTIES = "casualties"


class StatusAsked(StrEnum):
    """The statuses that can be asked for; `any` is everybody."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    ARMED_FORCES = "armed_forces"
    POLICE = "police"
    UNKNOWN = "unknown"
    ANY = "any"


_STATUS: dict[StatusAsked, Status | None] = {
    StatusAsked.CIVILIAN: "civilian",
    StatusAsked.COMBATANT: "combatant",
    StatusAsked.ARMED_FORCES: "armed_forces",
    StatusAsked.POLICE: "police",
    StatusAsked.UNKNOWN: "unknown",
    StatusAsked.ANY: None,
}


class DemographicAsked(StrEnum):
    """The groups that can be asked for."""

    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"


class GradesBy(StrEnum):
    """Whose grades are meant."""

    OURS = "ours"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Typed:
    """The options of a scope as they were typed."""

    actors: tuple[str, ...]
    alone: bool
    countries: tuple[str, ...]
    places: tuple[str, ...]
    start: str | None
    end: str | None
    harm: HarmAsked
    status: StatusAsked
    demographic: DemographicAsked | None
    grades: str | None
    grades_by: GradesBy
    sources: tuple[str, ...]


def scope_typed(typed: Typed) -> TallyScope:
    """Return the scope that was typed; raises `typer.BadParameter` for a word that the codebook does not know."""
    if typed.alone and not typed.actors:
        message = "--alone needs an actor: name one with --actor"
        raise typer.BadParameter(message)
    return TallyScope(
        actors=tuple(dict.fromkeys(_actor(name) for name in typed.actors)),
        is_alone=typed.alone,
        countries=tuple(dict.fromkeys(_country(name) for name in typed.countries)),
        places=typed.places,
        window=_window(typed.start, typed.end),
        harm=typed.harm.value,
        status=_STATUS[typed.status],
        demographic=None if typed.demographic is None else typed.demographic.value,
        grades=_grades(typed.grades),
        grades_by=typed.grades_by.value,
        sources=tuple(dict.fromkeys(_source(name) for name in typed.sources)),
    )


def _actor(name: str) -> str:
    from untold.codebook.actors import all_actors, find_actor

    if name in all_actors():
        return name
    known = find_actor(name)
    if known is None:
        message = f"{name!r} is no actor of the codebook"
        raise typer.BadParameter(message)
    return known.id


def _source(name: str) -> str:
    """Return a source's slug; a name that the codebook does not know is taken as it is written."""
    from untold.codebook.actors import all_actors, find_actor

    known = None if name in all_actors() else find_actor(name)
    return known.id if known else name


def _country(name: str) -> str:
    from untold.codebook.places import countries, find_place

    if name.upper() in countries():
        return name.upper()
    known = find_place(name)
    if known is None or known.kind != "country" or known.country is None:
        message = f"{name!r} is no country; write an ISO 3166-1 code of three letters, such as SYR"
        raise typer.BadParameter(message)
    return known.country


def _window(start: str | None, end: str | None) -> Window:
    from untold.tallies.windows import first_day, last_day

    first = None if start is None else first_day(start)
    last = None if end is None else last_day(end)
    if first is not None and last is not None and last < first:
        message = f"the window ends before it begins: {first} to {last}"
        raise typer.BadParameter(message)
    return Window(first, last)


def _grades(written: str | None) -> tuple[str, ...]:
    from untold.codebook.vocabularies import vocabulary

    known = [term.slug for term in vocabulary("grade")]
    grades = tuple(dict.fromkeys(each.strip() for each in (written or "").split(",") if each.strip()))
    for grade in grades:
        if grade not in known:
            message = f"{grade!r} is no grade; write some of {', '.join(known)}"
            raise typer.BadParameter(message)
    return grades
