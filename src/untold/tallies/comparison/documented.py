"""Tallies as figures: what the record's incidents add up to, in the words of the same scope."""

from dataclasses import replace

from untold.claims.claim import Party, Place
from untold.codebook.actors import all_actors
from untold.codebook.counts import Count
from untold.codebook.places import countries
from untold.tallies.comparison.figure import Figure
from untold.tallies.comparison.scope import Scope, Unbounded
from untold.tallies.tally import Tally, TallyScope, Window


def figure_of_tally(tally: Tally, figure_id: str, *, source: Party | None = None, of: str | None = None) -> Figure:
    """Return a tally as a figure: `source` is whose incidents are counted, `of` the figure whose scope it takes."""
    return Figure(
        id=figure_id,
        source=source,
        adjective="documented",
        low=tally.low,
        high=tally.high,
        count=count_of_bounds(tally.low, tally.high),
        scope=scope_of_tally(tally.scope, tally.as_of),
        tally=tally,
        incidents=tally.incidents,
        known_high=tally.known_high,
        as_of=tally.as_of,
        of=of,
    )


def scope_of_tally(asked: TallyScope, as_of: str) -> Scope:
    """Return what a tally counts; a window that is open at its end ends with the day of the record."""
    return Scope(
        extent="tally",
        harm=asked.harm,
        status=asked.status,
        demographic=asked.demographic,
        actors=tuple(named_actor(slug) for slug in asked.actors),
        is_alone=asked.is_alone,
        places=places_of(asked),
        window=Window(asked.window.start, asked.window.end or as_of),
        grades=asked.grades,
        grades_by=asked.grades_by,
        sources=asked.sources,
        unbounded=tuple(_unbounded(asked)),
    )


def scope_of_question(asked: TallyScope) -> Scope:
    """Return what somebody asks for, with its window as asked and no grades: a claim states none."""
    return replace(scope_of_tally(asked, ""), window=asked.window, grades=None, grades_by=None)


def places_of(asked: TallyScope) -> tuple[Place, ...]:
    """Return where a tally counts: its places, in its country where it names one, else its whole countries."""
    if asked.places:
        country = asked.countries[0] if len(asked.countries) == 1 else None
        return tuple(Place(name, country) for name in asked.places)
    known = countries()
    return tuple(Place(known[code].name if code in known else code, code) for code in asked.countries)


def named_actor(slug: str) -> Party:
    """Return an actor under its slug by the name of the codebook, or by the slug where no list holds it."""
    known = all_actors().get(slug)
    return Party(slug, known.name if known else slug)


def count_of_bounds(low: int | None, high: int | None) -> Count:
    """Return a sum as a count: with what is known of its bounds, and no more."""
    if low is None:
        return Count.vague() if high is None else Count.at_most(high)
    if high is None:
        return Count.at_least(low)
    return Count.exactly(low) if low == high else Count.between(low, high)


def _unbounded(asked: TallyScope) -> list[Unbounded]:
    fields: dict[Unbounded, bool] = {
        "status": asked.status is None,
        "actors": not asked.actors,
        "places": not asked.places and not asked.countries,
    }
    return [field for field, is_open in fields.items() if is_open]
